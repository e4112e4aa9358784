"""Draw jackets: tailored, smoking, bouclé, suede blouson, and the two-piece suit."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

import numpy as np
from PySide6.QtGui import QPainterPath

from tools.draw_samples.cloth import Cloth, gold, grain, satin, steel, suede, tint, wool
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.weave import checked, striped
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, Window, both, disc, flip, panel, path, twin

SLEEVE = (
    "M 486 306 C 420 330 356 350 326 396 C 290 458 268 700 226 1132"
    " C 254 1156 296 1162 324 1154 C 348 990 372 840 406 690 C 456 600 506 520 490 400 Z"
)
FOLDS = (
    Fold("M 372 470 C 336 640 308 820 276 1120", 62, 9, 0.6, 0.7),
    Fold("M 404 690 C 366 730 344 770 322 850", 26, -7, 1.0, 0.2),
    Fold("M 392 750 C 356 790 334 812 310 900", 22, 6, 0.9, 0.2),
    Fold("M 350 900 C 310 920 286 940 264 945", 22, -4, 0.6, 0.4),
)
LAPEL = "M 540 276 L 500 294 L 450 452 L 494 470 L 470 500 C 500 600 552 720 600 820 C 604 720 590 590 568 470 Z"
HALF = (
    "M 540 300 L 516 290 C 478 310 446 326 428 344 C 452 440 446 560 398 690 C 404 800 410 870 404 940"
    " C 398 1030 388 1100 378 1180 Q 470 1226 560 1222 Q 606 1214 {edge} 1150 L {edge} 812 Z"
)


def button(sheet: Sheet, x: float, y: float, stuff: Cloth, radius: float = 15) -> None:
    """Sew on a round button with four holes."""
    sheet.lay(disc(x, y, radius), stuff, rise=4, edge=3, body=3, girth=8, drop=Drop(3, 5, 4, 0.5))
    sheet.lay(disc(x, y, radius * 0.66), stuff.lighter(-0.12), rise=-2, edge=2, body=0, line=0.25)
    for dx in (-3, 3):
        for dy in (-3, 3):
            sheet.fill(disc(x + dx, y + dy, 1.8), "#1b1512", strength=0.8)


def horn(dye: str = "#4b3626") -> Cloth:
    """Return buffalo horn for buttons."""
    return Cloth(tint(dye), "hair", 0.06, 0.02, 0.5, 20)


def tailored(
    sheet: Sheet, cloth: Cloth, facing: Cloth, *, inside: str, buttons: Cloth, count: int
) -> None:
    """Lay a single-breasted jacket with notched lapels."""
    hook(sheet, 306)
    sheet.lay(path(SLEEVE), cloth, folds=FOLDS, body=26, girth=34)
    sheet.lay(flip(path(SLEEVE)), cloth.lighter(-0.05), folds=twin(FOLDS)[1::2], body=26, girth=34)
    lining(sheet, inside, 800)
    folds = (
        Fold("M 470 560 C 500 650 540 720 580 800", 60, 8, 0.3, 0.7),
        Fold("M 404 700 C 440 740 460 770 466 820", 34, -8, 0.9, 0.1),
        Fold("M 410 880 C 450 900 500 890 560 850", 30, -5, 0.6, 0.2),
        Fold("M 430 960 C 426 1040 420 1100 412 1190", 60, 9, 0.2, 1.0),
        Fold("M 500 970 C 500 1050 498 1130 494 1210", 46, -8, 0.2, 1.0),
    )
    right = flip(path(HALF.format(edge=588)))
    left = path(HALF.format(edge=616))
    sheet.lay(
        right,
        cloth,
        folds=twin(folds)[1::2],
        drop=Drop(-3, 7, 8, 0.25),
        body=24,
        girth=44,
        fade=0.14,
    )
    sheet.lay(left, cloth, folds=folds, drop=Drop(7, 8, 8, 0.3), body=24, girth=44, fade=0.14)
    roll = [Fold("M 522 310 C 546 440 574 600 600 780", 46, 7, 0.8, 0.3)]
    sheet.lay(
        flip(path(LAPEL)), facing, folds=twin(roll)[1:], drop=Drop(6, 9, 9, 0.34), body=7, girth=24
    )
    sheet.lay(path(LAPEL), facing, folds=roll, drop=Drop(5, 9, 9, 0.34), body=7, girth=24)
    for gorge in ("M 494 470 L 530 440", "M 706 470 L 670 440"):
        sheet.seam(path(gorge))
    for x in (430, 690):
        flap = (
            path(f"M {x} 972 L {x + 96} 962 L {x + 98} 1004 L {x + 2} 1014 Z")
            if x < 600
            else path(f"M {x - 16} 962 L {x + 80} 972 L {x + 78} 1014 L {x - 18} 1004 Z")
        )
        sheet.lay(flap, cloth.lighter(-0.03), drop=Drop(3, 6, 5, 0.35), body=3, girth=8)
    sheet.seam(path("M 690 604 L 764 590"), width=5, dark=0.35, light=0.4)
    for step in range(count):
        button(sheet, 603, 846 + 104 * step, buttons)


def lining(sheet: Sheet, dye: str, depth: float) -> None:
    """Lay the lining and the back of the collar."""
    inside = satin(dye)
    sheet.lay(
        path(f"M 504 300 Q 600 322 696 300 L 688 420 L 610 {depth} L 590 {depth} L 512 420 Z"),
        inside,
        body=4,
        girth=30,
    )
    sheet.shade(path(f"M 504 292 L 696 292 L 686 350 L 600 {depth} L 514 350 Z"), 0.3, 16)
    sheet.lay(
        path("M 520 288 Q 600 310 680 288 L 686 312 Q 600 340 514 312 Z"),
        inside.lighter(0.06),
        body=3,
        girth=10,
    )


def tailored_jacket(look: Look) -> Field:
    """Draw the soft tailored jacket, its lapels a shade lighter."""
    sheet, cloth = Sheet(), wool(look.colour)
    tailored(sheet, cloth, cloth.lighter(0.08), inside="#d9d0c2", buttons=horn(), count=2)
    return hang(sheet)


def smoking(look: Look) -> Field:
    """Draw the evening jacket with satin lapels and one covered button."""
    sheet, cloth = Sheet(), wool(look.colour)
    tailored(
        sheet,
        cloth,
        satin(look.accent),
        inside=look.motif or "#3d1a22",
        buttons=satin(look.accent),
        count=1,
    )
    return hang(sheet)


def suit(look: Look) -> Field:
    """Draw the two-piece suit: the jacket hung over its trousers."""
    cloth = wool(look.colour)
    if look.motif == "stripe":
        cloth = striped(cloth, look.accent, 26, 1.6)
    elif look.motif == "check":
        cloth = checked(cloth, look.accent)
    sheet = Sheet()
    for side in (
        path("M 424 1100 L 600 1100 L 594 1440 L 430 1436 Z"),
        path("M 600 1100 L 776 1100 L 770 1436 L 606 1440 Z"),
    ):
        sheet.lay(side, cloth.lighter(-0.12), body=18, girth=34, drop=Drop(4, 4, 6, 0.3))
    for x in (512, 688):
        sheet.seam(path(f"M {x} 1150 L {x} 1436"), width=3, dark=0.3, light=0.5)
    tailored(sheet, cloth, cloth.lighter(0.03), inside="#41414a", buttons=horn("#2e2622"), count=2)
    return hang(sheet)


def boucle(look: Look) -> Field:
    """Draw the collarless bouclé jacket with braid and four pockets."""
    sheet, cloth = Sheet(), _tweed(look)
    hook(sheet, 330)
    sheet.lay(path(SLEEVE), cloth, folds=FOLDS, body=26, girth=34)
    sheet.lay(flip(path(SLEEVE)), cloth.lighter(-0.05), folds=twin(FOLDS)[1::2], body=26, girth=34)
    sheet.lay(
        path("M 500 300 Q 600 330 700 300 L 690 420 Q 600 470 510 420 Z"),
        satin(look.colour).lighter(-0.25),
        body=4,
        girth=20,
    )
    half = ("M 598 452 Q 530 420 510 296 L 482 308 C 450 322 440 330 428 344 C 452 440 446 560 402 690"
            " C 406 800 404 900 398 1000 L 392 1130 L 598 1136 Z")  # fmt: skip
    folds = (
        Fold("M 404 700 C 440 740 456 770 460 830", 34, -8, 0.9, 0.1),
        Fold("M 500 480 C 520 700 530 900 534 1130", 110, 9, 0.7, 0.9),
    )
    sheet.lay(
        path(half), cloth, folds=folds, drop=Drop(4, 6, 7, 0.3), body=24, girth=44, fade=0.14
    )
    sheet.lay(
        flip(path(half)),
        cloth,
        folds=twin(folds)[1::2],
        drop=Drop(3, 6, 7, 0.3),
        body=24,
        girth=44,
        fade=0.14,
    )
    trim = _tweed(Look(look.accent, look.accent))
    for sign in (False, True):
        braid = path("M 500 300 Q 522 424 590 466 L 590 1124 L 394 1120")
        sheet.cord(flip(braid) if sign else braid, 20, trim, flat=0.5, drop=Drop(3, 4, 4, 0.4))
        cuff = path("M 228 1112 C 256 1136 296 1140 324 1132")
        sheet.cord(flip(cuff) if sign else cuff, 20, trim, flat=0.5, drop=Drop(2, 3, 4, 0.4))
        for y in (640, 900):
            left = 436 if y == 640 else 426
            pocket = panel(left, y, 128, 118 if y == 640 else 138, 8)
            top = path(f"M {left} {y + 6} L {left + 128} {y + 6}")
            sheet.lay(
                flip(pocket) if sign else pocket, cloth, drop=Drop(4, 6, 6, 0.35), body=4, girth=10
            )
            sheet.cord(flip(top) if sign else top, 16, trim, flat=0.5, drop=Drop(2, 3, 3, 0.4))
            sheet.ball(
                1200 - left - 64 if sign else left + 64,
                y + 40,
                12,
                gold(),
                drop=Drop(3, 4, 4, 0.5),
            )
    for y in (560, 690, 820, 950, 1080):
        sheet.ball(600, y, 14, gold(), drop=Drop(3, 5, 4, 0.5))
    return hang(sheet)


def _tweed(look: Look) -> Cloth:
    base, fleck = np.array(tint(look.colour), np.float32), np.array(tint(look.accent), np.float32)

    def yarn(xs: Field, ys: Field, win: Window) -> Field:
        loops = grain("boucle", win)
        share = np.clip(np.abs(loops) - 1.1, 0, 1)[..., None] * np.float32(0.5)
        weave = np.sin(xs / 4.2) * np.sin(ys / 4.2) * np.float32(0.05)
        made: Field = base * (1 + weave[..., None]) * (1 - share) + fleck * share
        return made

    return Cloth(tint(look.colour), "boucle", 0.05, 0.55, 0.05, 5, 1.0, yarn)


def blouson(look: Look) -> Field:
    """Draw the suede blouson, ribbed at neck, cuffs and hem."""
    sheet, cloth = Sheet(), suede(look.colour)
    hook(sheet, 306)
    rib = Cloth(tint(look.accent), "wool", 0.03, 0.05, 0.03, 4)
    short = SLEEVE
    sheet.lay(path(short), cloth, folds=FOLDS, body=30, girth=36)
    sheet.lay(flip(path(short)), cloth.lighter(-0.05), folds=twin(FOLDS)[1::2], body=30, girth=36)
    lining(sheet, "#5a4636", 420)
    half = ("M 600 400 L 520 300 C 478 310 446 326 428 344 C 452 440 446 560 398 690 C 400 800 392 900 384 1030"
            " Q 490 1066 600 1066")  # fmt: skip
    folds = twin([Fold("M 404 700 C 440 740 456 770 460 830", 34, -9, 0.9, 0.1), Fold("M 440 760 C 440 860 430 940 420 1050", 80, 13, 0.2, 1),
                  Fold("M 520 800 C 520 900 516 980 512 1060", 60, -10, 0.1, 1)])  # fmt: skip
    sheet.lay(
        both(half), cloth, folds=folds, drop=Drop(4, 6, 8, 0.3), body=26, girth=50, fade=0.14
    )
    _ribs(sheet, both("M 600 1050 Q 490 1050 386 1016 L 404 1116 Q 500 1142 600 1142"), rib)
    for sign in (False, True):
        cuff = path(
            "M 226 1090 C 260 1112 300 1116 334 1108 L 322 1186 C 296 1194 262 1190 236 1176 Z"
        )
        _ribs(sheet, flip(cuff) if sign else cuff, rib)
        collar = path(
            "M 520 280 C 500 290 496 300 492 318 C 510 360 560 410 600 440 L 600 386 C 560 360 540 320 534 284 Z"
        )
        _ribs(sheet, flip(collar) if sign else collar, rib)
        pocket = path("M 452 1000 L 500 840")
        sheet.seam(flip(pocket) if sign else pocket, width=6, dark=0.45, light=0.5)
    sheet.seam(path("M 600 430 L 600 1130"), width=12, dark=0.35, light=0.2)
    sheet.stitch(path("M 600 430 L 600 1130"), "#d8c48f", width=7, dash=(0.5, 0.5))
    sheet.lay(panel(592, 440, 16, 44, 7), steel(), drop=Drop(3, 4, 4, 0.5))
    return hang(sheet)


def _ribs(sheet: Sheet, shape: QPainterPath, rib: Cloth) -> None:
    from tools.draw_samples.pieces.weave import ribbed

    sheet.lay(shape, rib, relief=ribbed(9, 1.6), drop=Drop(3, 5, 6, 0.35), body=9, girth=18)
