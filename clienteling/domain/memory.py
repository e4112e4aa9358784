"""Let a start run without Python's garbage collector.

At the start nearly everything that is made stays; the collector looks through all of it again and
again, which takes a tenth of the start and finds next to nothing. A window then goes on with a
collector of its own (``ui.collector``).
"""

import gc


def hold_collector() -> None:
    """Hold the collector; called first, before anything is imported."""
    gc.disable()
