"""Draw jewels: gold, pearls and cut stones."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

import math

from tools.draw_samples.cloth import PEARL, Cloth, code, gold, metal, mix, steel, tint
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, hang, stand
from tools.draw_samples.strokes import Field, disc, flip, panel, path, polygon, turned

LOW = Drop(5, 7, 6, 0.34)


def pearl() -> Cloth:
    """Return the skin of a pearl."""
    return metal(PEARL)


def stone(
    sheet: Sheet, x: float, y: float, rx: float, ry: float, dye: str, sides: int = 16
) -> None:
    """Cut a stone seen from above: a table, a crown of facets, and their glints."""
    base = tint(dye)
    glints = (
        0.55,
        -0.35,
        0.8,
        0.1,
        -0.45,
        0.4,
        -0.1,
        0.65,
        -0.5,
        0.25,
        0.9,
        -0.25,
        0.05,
        -0.4,
        0.5,
        0.15,
    )

    def at(step: float, far: float) -> tuple[float, float]:
        turn = 2 * math.pi * step / sides
        return (x + math.cos(turn) * rx * far, y + math.sin(turn) * ry * far)

    sheet.lay(
        polygon(at(s, 1.0) for s in range(sides)),
        Cloth(base, "fine", 0, 0, 0.2, 12),
        rise=0,
        body=0,
        line=0.5,
    )
    for s in range(sides):
        for tri, shift in (((at(s, 1.0), at(s + 1, 1.0), at(s + 0.5, 0.74)), 0), ((at(s - 0.5, 0.74), at(s + 0.5, 0.74), at(s, 0.5)), 5),
                           ((at(s, 1.0), at(s + 0.5, 0.74), at(s - 0.5, 0.74)), 9), ((at(s, 0.5), at(s + 1, 0.5), (x, y)), 3)):  # fmt: skip
            glint = glints[(s * 3 + shift) % 16]
            to = (1.0, 1.0, 1.0) if glint > 0 else (0.12, 0.12, 0.16)
            sheet.fill(polygon(tri), code(mix(base, to, abs(glint) * 0.8)), strength=0.9)
    sheet.fill(
        polygon(at(s + 0.5, 0.46) for s in range(sides)),
        code(mix(base, (1, 1, 1), 0.4)),
        strength=0.35,
    )
    sheet.fill(
        polygon(
            [
                (x - rx * 0.3, y - ry * 0.2),
                (x - rx * 0.02, y - ry * 0.36),
                (x - rx * 0.1, y - ry * 0.02),
            ]
        ),
        "#ffffff",
        strength=0.9,
        soft=2,
    )


def pearl_drops(_look: Look) -> Field:
    """Draw the pair of pearl drops."""
    sheet = Sheet()
    for x, y in ((440, 440), (760, 540)):
        sheet.cord(path(f"M {x} {y + 40} L {x} {y + 250}"), 9, gold())
        drop = path(f"M {x} {y + 236} C {x + 26} {y + 320} {x + 96} {y + 370} {x + 92} {y + 456} C {x + 90} {y + 520} {x + 46} {y + 552} {x} {y + 552}"
                    f" C {x - 46} {y + 552} {x - 90} {y + 520} {x - 92} {y + 456} C {x - 96} {y + 370} {x - 26} {y + 320} {x} {y + 236} Z")  # fmt: skip
        sheet.lay(drop, pearl(), rise=18, edge=14, body=110, girth=46, line=0.08, fade=0)
        sheet.fill(disc(x - 30, y + 420, 16, 30), "#ffffff", strength=0.85, soft=9)
        sheet.fill(disc(x + 30, y + 490, 34, 26), "#e7c9bd", strength=0.22, soft=18)
        cap = path(
            f"M {x - 20} {y + 276} Q {x} {y + 226} {x + 20} {y + 276} Q {x} {y + 286} {x - 20} {y + 276} Z"
        )
        sheet.lay(cap, gold(), rise=8, edge=6, body=6, girth=12, line=0.3)
        sheet.ball(x, y, 46, gold(), drop=LOW)
    return hang(sheet)


def bracelet(_look: Look) -> Field:
    """Draw the bangle with its row of small stones."""
    sheet = Sheet()
    back = path("M 250 830 C 250 700 420 640 600 640 C 780 640 950 700 950 830")
    sheet.cord(back, 44, gold())
    front = path("M 950 824 C 950 960 780 1032 600 1032 C 420 1032 250 960 250 824")
    sheet.cord(front, 62, gold(), drop=Drop(4, 10, 8, 0.3))
    for step in range(-4, 5):
        turn = math.pi / 2 + step * 0.14
        x, y = 600 + math.cos(turn) * 352, 826 + math.sin(turn) * 206
        sheet.lay(disc(x, y, 25, 23), gold(), rise=6, edge=4, body=3, girth=10, line=0.3)
        stone(sheet, x, y, 19, 17, "#DCE3E8", 8)
    return stand(sheet, 1062, floor=960)


def ring(look: Look) -> Field:
    """Draw the ring with one brilliant; gold or platinum by its colour."""
    stuff = gold() if look.colour.upper() == "#C9A24B" else steel()
    sheet = Sheet()
    sheet.cord(
        path(
            "M 600 560 C 420 566 330 700 330 850 C 330 1010 450 1120 600 1120 C 750 1120 870 1010 870 850 C 870 700 780 566 600 560"
        ),
        58,
        stuff,
    )
    for sign in (False, True):
        claw = path("M 470 600 C 500 560 520 520 512 450")
        sheet.cord(flip(claw) if sign else claw, 26, stuff, drop=LOW)
    basket = path("M 500 470 L 700 470 L 640 600 Q 600 620 560 600 Z")
    sheet.lay(basket, stuff, rise=8, edge=8, body=10, girth=24, line=0.3)
    stone(sheet, 600, 430, 140, 118, "#DCE4EA", 16)
    for x, y in ((494, 372), (706, 372), (508, 502), (692, 502)):
        sheet.ball(x, y, 17, stuff, drop=Drop(3, 4, 4, 0.4))
    return stand(sheet, 1146, floor=1060, spread=0.6)


def pendant(look: Look) -> Field:
    """Draw the fine chain and its drop of colour."""
    sheet = Sheet()
    for sign in (False, True):
        for step in range(64):
            t = step / 63
            x, y = 300 + 292 * t, 170 + 560 * (t**1.25)
            link = turned(
                disc(x, y, 8.5, 4.5), math.degrees(math.atan2(560 * 1.25 * t**0.25, 292)), x, y
            )
            sheet.cord(flip(link) if sign else link, 4.6, gold())
    sheet.cord(disc(600, 752, 17, 24), 9, gold(), drop=LOW)
    drop = path(
        "M 600 782 C 636 870 726 920 726 1026 C 726 1104 670 1154 600 1154 C 530 1154 474 1104 474 1026 C 474 920 564 870 600 782 Z"
    )
    sheet.lay(drop, gold(), rise=16, edge=9, body=8, girth=20, line=0.3, drop=LOW)
    stone(sheet, 600, 1030, 98, 100, look.accent, 16)
    sheet.lay(
        path("M 600 812 C 614 860 640 890 668 926 Q 600 900 532 926 C 560 890 586 860 600 812 Z"),
        gold(),
        rise=8,
        edge=6,
        body=6,
        girth=14,
        line=0.2,
    )
    for x, y in ((516, 968), (684, 968), (520, 1096), (680, 1096)):
        sheet.ball(x, y, 13, gold(), drop=Drop(3, 4, 4, 0.4))
    return hang(sheet)


def necklace(_look: Look) -> Field:
    """Draw the graded string of pearls with its gold clasp."""
    sheet = Sheet()
    count = 47
    sheet.cord(
        path(
            "M 430 290 C 200 500 200 1150 600 1180 C 1000 1150 1000 500 770 290 Q 600 240 430 290"
        ),
        5,
        gold(),
    )
    line = path("M 560 262 C 170 300 150 1170 600 1180 C 1050 1170 1030 300 640 262")
    for step in range(count):
        t = step / (count - 1)
        at = line.pointAtPercent(t)
        sheet.ball(
            at.x(),
            at.y(),
            22 + 13 * math.sin(math.pi * t) ** 1.4,
            pearl(),
            drop=Drop(4, 6, 6, 0.3),
        )
    sheet.lay(
        panel(566, 240, 68, 44, 20), gold(), rise=12, edge=8, body=8, girth=14, line=0.3, drop=LOW
    )
    stone(sheet, 600, 262, 13, 13, "#DCE4EA", 8)
    return hang(sheet, near=0.8)


def brooch(_look: Look) -> Field:
    """Draw the sprig in gold, with pearls for buds."""
    sheet = Sheet()
    stem = "M 470 1130 C 520 960 590 800 640 640 C 670 540 690 460 740 370"
    leaves = (
        (500, 1040, -64),
        (560, 900, 40),
        (566, 880, -58),
        (620, 720, 44),
        (628, 700, -50),
        (672, 560, 40),
        (676, 540, -44),
        (736, 380, -10),
    )
    for x, y, turn in leaves:
        blade = path(
            f"M {x} {y} C {x - 70} {y - 70} {x - 62} {y - 190} {x} {y - 260} C {x + 62} {y - 190} {x + 70} {y - 70} {x} {y} Z"
        )
        vein = path(f"M {x} {y} L {x} {y - 240}")
        sheet.lay(
            turned(blade, turn, x, y),
            gold(),
            rise=9,
            edge=6,
            body=26,
            girth=26,
            line=0.3,
            drop=LOW,
        )
        sheet.seam(turned(vein, turn, x, y), width=5, dark=0.35, light=0.8)
    sheet.cord(path(stem), 22, gold(), drop=LOW)
    for x, y, r in (
        (452, 900, 34),
        (716, 800, 38),
        (520, 690, 32),
        (790, 620, 34),
        (590, 470, 30),
        (840, 470, 26),
    ):
        sheet.cord(
            path(f"M {x} {y} Q {(x + 620) / 2} {y + 40} {640 - (y - 640) * 0.32} {y + 90}"),
            9,
            gold(),
            drop=LOW,
        )
        sheet.ball(x, y, r, pearl(), drop=LOW)
    return hang(sheet, near=0.8)


def cufflinks(look: Look) -> Field:
    """Draw the pair of cufflinks, one seen from behind."""
    sheet = Sheet()
    for x, y in ((430, 610), (740, 890)):
        sheet.cord(path(f"M {x} {y} L {x + 120} {y + 84}"), 30, gold(), drop=LOW)
        sheet.lay(
            turned(panel(x + 70, y + 58, 116, 52, 26), 36, x + 128, y + 84),
            gold(),
            rise=12,
            edge=9,
            body=12,
            girth=18,
            line=0.3,
            drop=LOW,
        )
        sheet.lay(
            disc(x, y, 140),
            gold(),
            rise=20,
            edge=10,
            body=6,
            girth=40,
            line=0.3,
            drop=Drop(8, 12, 10, 0.36),
        )
        sheet.lay(disc(x, y, 116), gold(), rise=-8, edge=4, body=0, line=0.2)
        sheet.lay(
            disc(x, y, 106),
            Cloth(tint(look.accent), "fine", 0.004, 0, 0.55, 30),
            rise=6,
            edge=6,
            body=18,
            girth=60,
            line=0.5,
        )
        sheet.fill(
            turned(disc(x - 36, y - 44, 46, 22), -38, x - 36, y - 44),
            "#ffffff",
            strength=0.22,
            soft=14,
        )
    return hang(sheet, near=0.8)
