"""Let a start run without Python's garbage collector, and set it going again.

At the start nearly everything that is made stays; the collector looks through all of it again and
again, which takes a tenth of the start and finds next to nothing.
"""

import gc


def hold_collector() -> None:
    """Hold the collector until ``let_collector_go``; called first, before anything is imported."""
    gc.disable()


def let_collector_go() -> None:
    """Set the collector going where it is held, over what is made from now on.

    What is there by now stays for good, and is never looked through again.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
