"""Draw the small things worn: belt, gloves, tie and scarf."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainterPath

from tools.draw_samples.cloth import (
    box,
    code,
    gold,
    knit,
    mix,
    paler,
    satin,
    tint,
)
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.weave import ribbed
from tools.draw_samples.sheet import Drop, Sheet, hang, stand
from tools.draw_samples.strokes import Field, Fold, Window, disc, panel, path, turned

LOW = Drop(5, 8, 7, 0.36)


def belt(look: Look) -> Field:
    """Draw the belt, rolled, its buckle to the front."""
    sheet, leather, thread = Sheet(), box(look.colour), paler(look.colour)
    for rx, ry, y, shade in ((348, 150, 652, -0.32),):
        band = path(
            f"M {600 - rx} {y} C {600 - rx} {y - ry} {600 + rx} {y - ry} {600 + rx} {y} L {600 + rx} {y + 136} C {600 + rx} {y + 136 - ry * 0.9} {600 - rx} {y + 136 - ry * 0.9} {600 - rx} {y + 136} Z"
        )
        sheet.lay(
            band, leather.lighter(shade), rise=6, edge=6, body=10, girth=30, line=0.45, drop=LOW
        )
    front = path("M 250 650 C 250 850 950 850 950 650 L 956 792 C 956 1010 244 1010 244 792 Z")
    sheet.lay(
        front, leather, rise=9, edge=7, body=22, girth=50, line=0.45, drop=Drop(3, 6, 8, 0.3)
    )
    for dy, a in ((16, 660), (-14, 784)):
        sheet.stitch(
            path(f"M 262 {a + dy} C 270 {a + 204 + dy} 930 {a + 204 + dy} 938 {a + dy}"),
            thread,
            width=2.6,
        )
    keeper = path("M 742 782 L 796 766 L 802 944 L 748 962 Z")
    sheet.lay(
        keeper, leather.lighter(0.03), rise=6, edge=5, body=10, girth=18, line=0.45, drop=LOW
    )
    sheet.cord(panel(500, 742, 190, 224, 26), 28, gold(), drop=Drop(6, 10, 8, 0.45))
    sheet.cord(path("M 512 856 L 700 852"), 22, gold(), drop=Drop(4, 8, 6, 0.4))
    for x in (860, 912):
        sheet.fill(disc(x, 862 - (x - 860) * 0.55, 8, 10), "#140c08", strength=0.85, soft=1)
    return stand(sheet, 962, floor=890, spread=0.72)


def gloves(look: Look) -> Field:
    """Draw the pair of gloves, one across the other."""
    sheet, leather = Sheet(), box(look.colour)
    hand = path("M 470 1190 C 474 1060 456 960 430 860 C 410 760 392 640 388 540 C 388 496 436 492 444 536 L 476 720 L 470 420 C 470 372 524 370 528 418 L 546 700"
                " L 560 390 C 562 344 616 346 618 392 L 618 704 L 650 440 C 656 396 708 402 706 448 L 690 760 C 710 720 740 680 772 650 C 806 624 842 656 818 692"
                " C 780 760 750 850 736 930 C 722 1010 716 1100 720 1190 Z")  # fmt: skip
    for turn, dx, shade in ((16, 80, -0.08), (-12, -60, 0.0)):

        def place(shape: QPainterPath, turn: float = turn, dx: float = dx) -> QPainterPath:
            return turned(shape, turn, 600, 800).translated(dx, 20)

        cuff = path("M 462 1170 L 728 1170 L 742 1290 Q 600 1310 452 1290 Z")
        sheet.lay(
            place(hand),
            leather.lighter(shade),
            rise=12,
            edge=10,
            body=34,
            girth=34,
            line=0.45,
            drop=Drop(8, 10, 10, 0.36),
        )
        sheet.lay(
            place(cuff),
            knit(code(mix(tint(look.colour), (0.9, 0.82, 0.7), 0.55))),
            relief=ribbed(12, 1.8),
            body=12,
            girth=20,
            line=0.35,
            drop=LOW,
        )
        for line in (
            "M 520 760 C 524 840 528 900 532 960",
            "M 586 750 C 588 840 588 900 588 970",
            "M 652 770 C 650 850 646 900 642 960",
        ):
            sheet.seam(place(path(line)), width=4, dark=0.35, light=0.8)
        sheet.stitch(place(path("M 474 1156 L 716 1156")), paler(look.colour), width=2.4)
    return hang(sheet)


def tie(look: Look) -> Field:
    """Draw the tie, folded once on itself; motif dot or stripe."""
    sheet, silk = Sheet(), satin(look.colour)
    ground, mark = np.array(silk.colour, np.float32), np.array(tint(look.accent), np.float32)

    def weave(xs: Field, ys: Field, _win: Window) -> Field:
        if look.motif == "dot":
            across, down = (xs + (np.floor(ys / 36) % 2) * 18) % 36 - 18, ys % 36 - 18
            share = np.clip(6.5 - np.hypot(across, down), 0, 1)
        else:
            off = (xs + ys) % 120
            share = (
                np.clip(np.minimum(off - 60, 84 - off) + 0.5, 0, 1) * 0.95
                + np.clip(np.minimum(off - 96, 101 - off) + 0.5, 0, 1) * 0.8
            )
        twill = np.sin((xs - ys) * 1.3)[..., None] * np.float32(0.02)
        made: Field = (ground + (mark - ground) * share[..., None]) * (1 + twill)
        return made

    silk = replace(silk, pattern=weave, sheen=0.22)
    back = path(
        "M 690 190 L 760 196 C 770 560 776 900 784 1110 L 730 1176 L 668 1112 C 676 800 684 500 690 190 Z"
    )
    sheet.lay(back, silk, rise=7, edge=6, body=14, girth=24, line=0.4, drop=LOW)
    loop = path(
        "M 486 196 C 540 150 700 140 766 190 C 780 230 770 262 740 268 C 660 240 560 244 486 290 Z"
    )
    sheet.lay(
        loop,
        silk,
        folds=[Fold("M 480 230 C 560 190 680 180 760 216", 40, 8, 0.6, 0.6)],
        rise=7,
        edge=6,
        body=18,
        girth=26,
        line=0.4,
        drop=LOW,
    )
    front = path(
        "M 478 200 C 500 192 540 200 566 226 C 600 560 640 900 660 1220 L 566 1370 L 440 1240 C 452 900 462 540 478 200 Z"
    )
    folds = [Fold("M 520 240 C 540 560 560 900 566 1330", 120, 12, 0.4, 1)]
    sheet.lay(
        front,
        silk,
        folds=folds,
        rise=8,
        edge=7,
        body=18,
        girth=30,
        line=0.4,
        drop=Drop(9, 10, 9, 0.4),
    )
    return hang(sheet, near=0.8)


def scarf(look: Look) -> Field:
    """Draw the fringed scarf, folded over a peg."""
    sheet = Sheet()
    cloth = replace(knit(look.colour), sheen=0.10)
    pale = cloth.lighter(0.06)
    sheet.ball(600, 250, 30, gold(), drop=LOW)
    for outline, stuff, low, x0, x1 in (
        ("M 560 270 C 640 240 740 290 760 380 C 790 640 800 900 806 1180 L 574 1190 C 580 900 570 560 560 270 Z", cloth.lighter(-0.10), 1184, 578, 804),
        ("M 640 262 C 560 236 450 290 432 390 C 410 660 400 900 392 1250 L 640 1262 C 650 900 660 560 640 262 Z", pale, 1256, 398, 638),
    ):  # fmt: skip
        count = 26
        for step in range(count):
            x = x0 + (x1 - x0) * step / (count - 1)
            sway = 9 * np.sin(step * 1.9)
            sheet.cord(
                path(
                    f"M {x} {low - 8} C {x + sway} {low + 40} {x - sway} {low + 70} {x + sway * 1.4} {low + 108}"
                ),
                8.5,
                stuff,
                drop=Drop(3, 5, 4, 0.3),
            )
        mid = (x0 + x1) / 2
        folds = [Fold(f"M 600 280 C {mid - 70} 460 {x0 + 40} 800 {x0 + 44} {low}", 70, 14, 0.4, 1), Fold(f"M 604 280 C {mid} 480 {mid} 800 {mid - 10} {low}", 60, -13, 0.4, 1),
                 Fold(f"M 612 280 C {mid + 70} 460 {x1 - 60} 800 {x1 - 56} {low}", 76, 14, 0.4, 1), Fold("M 540 330 C 570 300 620 296 680 330", 40, 9, 0.4, 0.5)]  # fmt: skip
        sheet.lay(
            path(outline),
            stuff,
            folds=folds,
            relief=ribbed(8, 0.5),
            rise=6,
            edge=7,
            body=18,
            girth=36,
            line=0.3,
            drop=Drop(7, 9, 10, 0.34),
            fade=0.14,
        )
    return hang(sheet)
