"""Draw watches, square and round, laid flat with the strap open."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

import math

from tools.draw_samples.cloth import Cloth, gold, hide, paler, steel, tint
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, disc, panel, path

LOW = Drop(5, 7, 6, 0.34)


def _straps(sheet: Sheet, look: Look, half: float, top: float, low: float) -> None:
    leather, thread = hide(look.colour), paler(look.colour)
    for start, end in ((120, top), (low, 1380)):
        far, near = (start, end) if start < 400 else (end, start)
        tip = half * 0.80
        band = path(
            f"M {600 - tip} {far} L {600 + tip} {far} L {600 + half} {near} L {600 - half} {near} Z"
        )
        sheet.lay(band, leather, rise=8, edge=7, body=20, girth=40, line=0.5)
        for sign in (-1, 1):
            sheet.stitch(
                path(
                    f"M {600 + sign * (tip - 16)} {far + (14 if far < near else -14)} L {600 + sign * (half - 16)} {near}"
                ),
                thread,
                width=2.4,
            )
        if start > 400:
            for y in range(1130, 1340, 58):
                sheet.fill(disc(600, y, 7), "#0d0a08", strength=0.8, soft=1)


def _metal(look: Look) -> Cloth:
    return steel() if look.motif == "steel" else gold()


def square(look: Look) -> Field:
    """Draw the square watch with rounded corners."""
    sheet, case = Sheet(), _metal(look)
    _straps(sheet, look, 104, 540, 930)
    sheet.lay(
        panel(766, 708, 40, 54, 10), case, rise=8, edge=6, body=8, girth=14, line=0.3, drop=LOW
    )
    sheet.lay(
        panel(418, 510, 364, 450, 78),
        case,
        rise=26,
        edge=13,
        body=10,
        girth=50,
        line=0.35,
        drop=Drop(10, 14, 12, 0.45),
    )
    sheet.lay(panel(446, 538, 308, 394, 58), case, rise=-8, edge=5, body=0, line=0.25)
    sheet.lay(
        panel(458, 550, 284, 370, 48),
        Cloth(tint("#F4EFE4"), "fine", 0.004, 0.0, 0.1, 8),
        rise=-10,
        edge=9,
        body=0,
        line=0.35,
        fade=0.12,
    )
    sheet.draw(panel(482, 574, 236, 322, 34), "#8a7a60", 2, strength=0.5)
    for step in range(12):
        turn = math.radians(step * 30)
        dx, dy = math.sin(turn), -math.cos(turn)
        far = min(112 / max(abs(dx), 0.01), 152 / max(abs(dy), 0.01))
        long = 0.80 if step % 3 == 0 else 0.88
        sheet.draw(
            path(
                f"M {600 + dx * far * long} {735 + dy * far * long} L {600 + dx * far} {735 + dy * far}"
            ),
            "#2b241c",
            7 if step % 3 == 0 else 4,
        )
    _hands(sheet, 600, 735, 78, 112)
    sheet.shade(path("M 470 560 L 600 560 L 480 760 L 462 760 Z"), -0.25, 12)
    return hang(sheet)


def _hands(sheet: Sheet, x: float, y: float, short: float, long: float) -> None:
    for degrees, reach, wide in ((-58, short, 11), (42, long, 8)):
        turn = math.radians(degrees)
        line = path(
            f"M {x - math.sin(turn) * 16} {y + math.cos(turn) * 16} L {x + math.sin(turn) * reach} {y - math.cos(turn) * reach}"
        )
        sheet.shade(
            path(
                f"M {x + 4} {y + 8} L {x + 4 + math.sin(turn) * reach} {y + 8 - math.cos(turn) * reach} l 3 3".replace(
                    " l 3 3", f" L {x + 10} {y + 14} Z"
                )
            ),
            0.25,
            4,
        )
        sheet.draw(line, "#22304d", wide)
    sheet.ball(x, y, 9, gold())


def round_(look: Look) -> Field:
    """Draw the round watch with a small second."""
    sheet, case = Sheet(), _metal(look)
    _straps(sheet, look, 96, 560, 920)
    for y in (536, 934):
        for x in (490, 710):
            lug = path(
                f"M {x - 26} {y - 40} L {x + 26} {y - 40} L {x + 24} {y + 40} L {x - 24} {y + 40} Z"
            )
            sheet.lay(lug, case, rise=12, edge=9, body=10, girth=18, line=0.3, drop=LOW)
    sheet.lay(
        panel(802, 706, 52, 58, 12), case, rise=10, edge=6, body=10, girth=16, line=0.3, drop=LOW
    )
    sheet.lay(
        disc(600, 735, 222),
        case,
        rise=30,
        edge=14,
        body=12,
        girth=50,
        line=0.35,
        drop=Drop(10, 14, 12, 0.45),
    )
    sheet.lay(disc(600, 735, 188), case, rise=-10, edge=5, body=0, line=0.25)
    sheet.lay(
        disc(600, 735, 178),
        Cloth(tint("#F2EFE8"), "fine", 0.004, 0.0, 0.1, 8),
        rise=-10,
        edge=9,
        body=0,
        line=0.35,
        fade=0.12,
    )
    for step in range(60):
        turn = math.radians(step * 6)
        dx, dy = math.sin(turn), -math.cos(turn)
        near, wide = (136, 6) if step % 5 == 0 else (158, 2)
        if not 28 <= step <= 32:
            sheet.draw(
                path(f"M {600 + dx * near} {735 + dy * near} L {600 + dx * 166} {735 + dy * 166}"),
                "#2a2a2e",
                wide,
            )
    sheet.lay(
        disc(600, 828, 48),
        Cloth(tint("#E9E5DC"), "fine", 0.003, 0, 0.1, 8),
        rise=-4,
        edge=3,
        body=0,
        line=0.3,
    )
    for step in range(12):
        turn = math.radians(step * 30)
        sheet.draw(
            path(
                f"M {600 + math.sin(turn) * 38} {828 - math.cos(turn) * 38} L {600 + math.sin(turn) * 44} {828 - math.cos(turn) * 44}"
            ),
            "#2a2a2e",
            2,
        )
    sheet.draw(path("M 600 828 L 578 858"), "#22304d", 3)
    _hands(sheet, 600, 735, 88, 138)
    sheet.shade(path("M 470 660 Q 520 590 600 566 L 500 800 L 440 790 Z"), -0.22, 14)
    return hang(sheet)
