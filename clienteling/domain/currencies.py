"""The currencies of the world: codes, how many digits the minor unit has, the signs people type.

Source: ISO 4217 list one (codes and minor units).
"""

from functools import cache

_NO_MINOR = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND"
_TWO_DIGITS = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD
MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON
RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD
TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG
"""

SIGNS = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "AU$": "AUD",
    "S$": "SGD", "NZ$": "NZD", "MX$": "MXN", "R$": "BRL", "MOP$": "MOP", "€": "EUR", "£": "GBP",
    "₩": "KRW", "₫": "VND", "฿": "THB", "₽": "RUB", "₺": "TRY", "₹": "INR", "₪": "ILS", "₱": "PHP",
    "₴": "UAH", "₸": "KZT", "₦": "NGN", "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "元": "CNY",
    "圆": "CNY", "人民币": "CNY", "円": "JPY", "원": "KRW", "港币": "HKD", "欧元": "EUR",
    "美元": "USD",
    "ZŁ": "PLN", "KČ": "CZK", "FT": "HUF", "SFR": "CHF", "FR": "CHF", "DHS": "AED", "AED": "AED",
    "د.إ": "AED", "ر.س": "SAR", "SR": "SAR", "QR": "QAR", "RM": "MYR", "RP": "IDR", "RS": "INR",
}  # fmt: skip
"""Signs and words that mean one currency; letters in capitals."""

SHARED_SIGNS = {
    "$": frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "KR": frozenset({"SEK", "NOK", "DKK", "ISK"}),
}
"""Signs that several currencies share."""


@cache
def exponents() -> dict[str, int]:
    """Return how many digits the minor unit of each currency has."""
    known = dict.fromkeys(_TWO_DIGITS.split(), 2)
    known |= dict.fromkeys(_NO_MINOR.split(), 0)
    known |= dict.fromkeys(_THREE_DIGITS.split(), 3)
    return known | {"CLF": 4, "UYW": 4}


def is_currency(code: str) -> bool:
    """Say whether a code is one of ISO 4217.

    >>> is_currency("EUR"), is_currency("EURO"), is_currency("eur")
    (True, False, False)
    """
    return code in exponents()


def exponent(code: str) -> int:
    """Return how many digits the minor unit has; two where the code is unknown.

    >>> exponent("EUR"), exponent("JPY"), exponent("KWD")
    (2, 0, 3)
    """
    return exponents().get(code, 2)
