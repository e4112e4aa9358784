"""Now and then a server looks after the house by itself; several do so without harm."""

import asyncio
import random

from clienteling.headoffice.upkeep import keep_up
from clienteling.headoffice.web.desk import Desk

_EVERY_SECONDS = 600.0


async def keep_up_for_ever(desk: Desk) -> None:
    """Make snapshots and forget the old, every ten minutes, until cancelled."""
    while True:
        # Servers that were started together do not do it together.
        await asyncio.sleep(_EVERY_SECONDS * (0.5 + random.random()))
        try:
            made = await desk.threads.run(lambda: keep_up(desk.open))
        except Exception as error:  # noqa: BLE001 - it is tried again; a server never ends of it
            desk.log.fault(error, route="upkeep")
        else:
            desk.log.write("upkeep", snapshots=len(made))
