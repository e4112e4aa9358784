"""Draw buttoned coats: chesterfield, pea coat and trench."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, satin, wool
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, flip, path, twin

SLEEVE = (
    "M 480 300 C 405 328 350 352 322 398 C 288 460 272 640 220 1102"
    " C 246 1128 282 1140 312 1136 C 336 960 360 790 396 650 C 450 600 500 520 486 400 Z"
)
SLEEVE_FOLDS = (
    Fold("M 372 470 C 330 620 300 800 268 1090", 60, 9, 0.6, 0.7),
    Fold("M 398 640 C 360 690 340 720 318 800", 26, -7, 1.0, 0.2),
    Fold("M 384 700 C 350 735 325 760 300 850", 22, 6, 0.9, 0.2),
    Fold("M 340 860 C 300 880 280 900 256 905", 24, -4, 0.6, 0.4),
)


def sleeves(sheet: Sheet, cloth: Cloth, outline: str = SLEEVE) -> None:
    """Lay both sleeves of a coat."""
    left = path(outline)
    sheet.lay(left, cloth, folds=SLEEVE_FOLDS, body=26, girth=34)
    right = twin(SLEEVE_FOLDS)[1::2]
    sheet.lay(flip(left), cloth.lighter(-0.05), folds=right, body=26, girth=34)


def lining(sheet: Sheet, colour: str, depth: float) -> None:
    """Lay the lining seen inside the neck."""
    inside = satin(colour)
    sheet.lay(
        path(f"M 500 296 Q 600 318 700 296 L 690 420 L 610 {depth} L 590 {depth} L 510 420 Z"),
        inside,
        body=4,
        girth=30,
    )
    sheet.shade(path(f"M 500 290 L 700 290 L 690 350 L 600 {depth} L 510 350 Z"), 0.35, 14)
    sheet.lay(
        path("M 516 284 Q 600 306 684 284 L 690 306 Q 600 334 510 306 Z"),
        inside.lighter(0.06),
        body=3,
        girth=10,
    )


LAPEL = "M 538 274 L 496 290 L 446 420 L 488 444 L 462 478 C 490 580 540 690 600 780 C 602 690 588 580 568 470 Z"
LONG = "L 512 286 C 474 306 440 322 420 340 C 446 430 440 550 392 652 C 390 760 384 860 376 960 C 366 1110 356 1240 344 1362 Q 470 1398 {edge} 1396"
DRAPE = (
    Fold("M 404 660 C 430 700 440 740 446 790", 34, -8, 0.9, 0.2),
    Fold("M 424 860 C 416 1000 406 1180 392 1390", 62, 10, 0.2, 1.0),
    Fold("M 500 880 C 498 1020 494 1200 488 1394", 56, -9, 0.2, 1.0),
    Fold("M 470 560 C 500 650 540 720 580 790", 60, 8, 0.3, 0.7),
)


def _coat(sheet: Sheet, cloth: Cloth, start: str, left: int, right: int, half: str = LONG) -> None:
    for edge, mirrored in ((right, True), (left, False)):
        shape = path(f"M 545 300 {half.format(edge=edge)} {start.format(edge=edge)} Z")
        sheet.lay(flip(shape) if mirrored else shape, cloth, folds=twin(DRAPE)[1::2] if mirrored else DRAPE,
                  drop=Drop(-3 if mirrored else 7, 8, 9, 0.28), body=24, girth=46, fade=0.15)  # fmt: skip


def _revers(sheet: Sheet, cloth: Cloth, outline: str, gorge: str) -> None:
    roll = [Fold("M 520 300 C 545 440 572 600 600 760", 46, 7, 0.8, 0.3)]
    for mirrored in (True, False):
        shape, line = path(outline), path(gorge)
        sheet.lay(flip(shape) if mirrored else shape, cloth, folds=twin(roll)[1:] if mirrored else roll,
                  drop=Drop(5, 9, 9, 0.34), body=7, girth=26)  # fmt: skip
        sheet.seam(flip(line) if mirrored else line)


def chesterfield(look: Look) -> Field:
    """Draw the long single-breasted coat with a velvet collar."""
    from tools.draw_samples.pieces.jackets import button, horn

    sheet, cloth = Sheet(), wool(look.colour)
    hook(sheet, 300)
    sleeves(sheet, cloth)
    lining(sheet, "#2f2a2c", 760)
    _coat(sheet, cloth, "L {edge} 770", 616, 588)
    _revers(sheet, cloth.lighter(0.04), LAPEL, "M 488 444 L 524 420")
    velvet = Cloth(cloth.lighter(-0.5).colour, "wool", 0.05, 0.06, 0.12, 4)
    collar = path("M 540 270 L 494 288 L 446 420 L 490 446 L 532 414 C 540 380 548 330 556 300 Z")
    for mirrored in (True, False):
        sheet.lay(
            flip(collar) if mirrored else collar, velvet, drop=Drop(3, 5, 6, 0.3), body=8, girth=20
        )
    for x in (424, 690):
        flap = path(f"M {x - 6} 982 L {x + 92} 974 L {x + 94} 1022 L {x - 4} 1032 Z")
        sheet.lay(
            flap if x < 600 else flip(path("M 418 982 L 516 974 L 518 1022 L 420 1032 Z")),
            cloth.lighter(-0.03),
            drop=Drop(3, 6, 5, 0.35),
            body=3,
            girth=8,
        )
    sheet.seam(path("M 690 600 L 764 584"), width=5, dark=0.35, light=0.4)
    for y in (810, 930, 1050):
        button(sheet, 602, y, horn("#2b2320"), 16)
    return hang(sheet)


def peacoat(look: Look) -> Field:
    """Draw the double-breasted pea coat."""
    from tools.draw_samples.pieces.jackets import button, horn

    sheet, cloth = Sheet(), wool(look.colour)
    hook(sheet, 300)
    sleeves(sheet, cloth)
    lining(sheet, "#1d2230", 620)
    short = "L 512 286 C 474 306 440 322 420 340 C 446 430 440 550 392 652 C 388 800 380 920 372 1050 L 366 1150 Q 470 1172 {edge} 1170"
    _coat(sheet, cloth, "L {edge} 600", 690, 560, short)
    sheet.seam(path("M 690 640 L 690 1166"), width=3, dark=0.4)
    wide = (
        "M 540 268 L 486 288 L 414 424 L 470 462 L 430 520 L 594 690 C 604 620 590 540 570 450 Z"
    )
    _revers(sheet, cloth.lighter(0.05), wide, "M 470 462 L 516 420")
    for mirrored in (False, True):
        welt = path("M 408 940 L 470 890 L 488 914 L 428 966 Z")
        sheet.lay(
            flip(welt) if mirrored else welt,
            cloth.lighter(0.02),
            drop=Drop(3, 5, 5, 0.35),
            body=4,
            girth=8,
        )
        tab = path("M 236 1046 L 320 1056 L 314 1092 L 230 1080 Z")
        sheet.seam(flip(tab) if mirrored else tab, width=2.4)
    for y in (740, 880, 1020):
        for x in (526, 664):
            button(sheet, x, y, horn("#26201e"), 20)
    return hang(sheet)


def trench(look: Look) -> Field:
    """Draw the trench with storm flap, epaulettes and a buckled belt."""
    from tools.draw_samples.cloth import cotton
    from tools.draw_samples.pieces.jackets import button, horn
    from tools.draw_samples.strokes import panel

    sheet, cloth = Sheet(), cotton(look.colour)
    hook(sheet, 300)
    sleeves(sheet, cloth)
    lining(sheet, "#6d5f4d", 600)
    _coat(sheet, cloth, "L {edge} 600", 686, 560)
    sheet.seam(path("M 686 640 L 686 1394"), width=3, dark=0.4)
    storm = path(
        "M 700 300 C 760 322 790 340 782 360 C 760 450 764 540 780 640 C 720 660 660 640 628 610 Z"
    )
    sheet.lay(
        storm,
        cloth.lighter(0.02),
        folds=[Fold("M 760 370 C 740 450 740 550 752 630", 40, 6, 0.6, 1)],
        drop=Drop(4, 8, 8, 0.36),
        body=10,
        girth=24,
    )
    wide = (
        "M 540 268 L 486 288 L 424 420 L 474 456 L 440 508 L 594 670 C 604 600 590 530 570 450 Z"
    )
    _revers(sheet, cloth.lighter(0.04), wide, "M 474 456 L 516 420")
    for mirrored in (False, True):
        strap = path("M 356 366 L 462 322 L 478 346 L 372 396 Z")
        sheet.lay(
            flip(strap) if mirrored else strap,
            cloth.lighter(0.02),
            drop=Drop(3, 6, 5, 0.36),
            body=5,
            girth=10,
        )
        button(sheet, 738 if mirrored else 462, 340, horn(), 10)
        cuff = path("M 230 1018 L 326 1030 L 320 1066 L 224 1054 Z")
        sheet.lay(
            flip(cuff) if mirrored else cuff,
            cloth.lighter(-0.03),
            drop=Drop(3, 5, 5, 0.36),
            body=5,
            girth=10,
        )
        pocket = path("M 414 940 L 446 934 L 476 1060 L 444 1068 Z")
        sheet.lay(
            flip(pocket) if mirrored else pocket,
            cloth.lighter(0.01),
            drop=Drop(3, 5, 5, 0.35),
            body=4,
            girth=8,
        )
    for y in (700, 960, 1090):
        for x in (534, 650):
            button(sheet, x, y, horn(), 17)
    band = both("M 600 812 Q 490 812 384 792 L 378 856 Q 490 878 600 878")
    sheet.lay(band, cloth.lighter(-0.04), drop=Drop(3, 9, 8, 0.42), body=8, girth=16)
    sheet.stitch(path("M 386 806 Q 490 826 600 826 Q 710 826 814 806"), "#e8dcc6", width=1.6)
    tail = path(
        "M 640 826 L 688 872 C 676 950 664 1020 662 1090 L 606 1080 C 610 1000 620 920 628 860 Z"
    )
    sheet.lay(tail, cloth, drop=Drop(9, 11, 9, 0.4), body=7, girth=14)
    sheet.cord(
        panel(560, 796, 82, 100, 14),
        15,
        Cloth(horn("#5a4230").colour, "hair", 0.05, 0.02, 0.5, 18),
        drop=Drop(4, 7, 6, 0.45),
    )
    return hang(sheet)
