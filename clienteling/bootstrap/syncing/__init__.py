"""Sharing the book with head office, for the window: state, what waits, what to compare.

Nothing of it is imported before it is asked for; see ``facade.Syncing``.
"""

from clienteling.bootstrap.syncing.facade import Syncing
from clienteling.bootstrap.syncing.state import (
    CaseRow,
    SettledRow,
    Side,
    Stop,
    SyncKind,
    SyncState,
    WaitingRow,
    WaitingState,
)

__all__ = [
    "CaseRow",
    "SettledRow",
    "Side",
    "Stop",
    "SyncKind",
    "SyncState",
    "Syncing",
    "WaitingRow",
    "WaitingState",
]
