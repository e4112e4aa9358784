"""Draw a whole portrait on its backdrop."""

from functools import cache
from typing import Final

import numpy as np

from tools.draw_samples.cloth import noise, tint
from tools.draw_samples.portraits.dress import GARMENTS
from tools.draw_samples.portraits.face import beard, extras, face, neck, necklace
from tools.draw_samples.portraits.hair import before, behind
from tools.draw_samples.portraits.person import Person
from tools.draw_samples.sheet import Drop, Sheet, set_on
from tools.draw_samples.strokes import HEIGHT, WIDTH, Field

# The head is drawn high and set this much lower, which shortens the neck.
LOWER: Final = 44
_BACKDROPS: Final = {
    "warm": ("#E4DBCF", "#C6B9A8"),
    "cool": ("#DFDFDC", "#BFBFBB"),
    "rose": ("#E6D9D3", "#C8B5AC"),
    "sage": ("#DCDED3", "#B9BDAE"),
}


def portrait(person: Person) -> Field:
    """Draw one person at half the size of the pieces."""
    sheet, head, rear = Sheet(), Sheet(), Sheet()
    behind(rear, person)
    sheet.paste(rear, LOWER, Drop(0, 0, 1, 0))
    neck(sheet, person)
    GARMENTS[person.dress](sheet, person)
    necklace(sheet, person)
    face(head, person)
    beard(head, person)
    before(head, person)
    extras(head, person)
    sheet.paste(head, LOWER, Drop(8, 14, 14, 0.3))
    whole = set_on(_backdrop(person.backdrop).copy(), sheet, 1.15)
    made: Field = (
        whole.reshape(HEIGHT // 2, 2, WIDTH // 2, 2, 3).mean(axis=(1, 3)).astype(np.float32)
    )
    return made


@cache
def _backdrop(name: str) -> Field:
    light, dark = (np.array(tint(written), np.float32) for written in _BACKDROPS[name])
    ys, xs = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    far = np.clip(np.hypot(xs - 360, ys - 380) / 1250, 0, 1) ** 1.2
    out = light + (dark - light) * far[..., None]
    out += noise("fine")[..., None] * np.float32(0.006)
    made: Field = out.astype(np.float32)
    return made
