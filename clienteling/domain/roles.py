"""What a person of the house does."""

from enum import StrEnum


class StaffRole(StrEnum):
    """What a person of the house does."""

    ASSOCIATE = "associate"
    PERSONAL_SHOPPER = "personal_shopper"
    TAILOR = "tailor"
    MANAGER = "manager"
    AREA = "area"
    HQ_CRM = "hq_crm"
    ADMIN = "admin"
    TRADE_REP = "trade_rep"
