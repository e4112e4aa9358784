"""Draw what is wrapped about: the belted coat and the cape."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, wool
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.coats import lining, sleeves
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, flip, path, twin


def belted_coat(look: Look) -> Field:
    """Draw the belted wrap coat with wide notched lapels."""
    sheet, cloth = Sheet(), wool(look.colour)
    hook(sheet, 300)
    sleeves(sheet, cloth)
    lining(sheet, "#3a2c24", 640)
    _fronts(sheet, cloth)
    lapel = path(
        "M 538 274 L 496 290 L 452 428 L 492 448 L 474 478 L 594 716 C 602 640 588 560 570 470 Z"
    )
    folds = [Fold("M 520 300 C 545 420 570 540 596 700", 46, 7, 0.8, 0.3)]
    sheet.lay(lapel, cloth.lighter(0.04), folds=folds, drop=Drop(5, 9, 9, 0.34), body=7, girth=26)
    sheet.lay(
        flip(lapel),
        cloth.lighter(0.02),
        folds=twin(folds)[1:],
        drop=Drop(6, 9, 9, 0.36),
        body=7,
        girth=26,
    )
    for side in (path("M 492 448 L 522 424"), path("M 708 448 L 678 424")):
        sheet.seam(side)
    _belt(sheet, cloth)
    return hang(sheet)


def _fronts(sheet: Sheet, cloth: Cloth) -> None:
    half = (
        "L 512 286 C 474 306 440 322 420 340 C 446 430 434 550 386 652"
        " C 384 760 376 860 366 960 C 352 1110 340 1240 326 1352 Q 470 1392 620 1390"
    )
    left = path(f"M 545 300 {half} L 622 700 Z")
    skirt = (
        Fold("M 420 850 C 410 1000 398 1180 384 1380", 66, 13, 0.15, 1.0),
        Fold("M 470 850 C 466 1000 460 1180 452 1390", 56, -12, 0.1, 1.0),
        Fold("M 530 860 C 528 1000 526 1200 524 1390", 60, 11, 0.1, 0.9),
        Fold("M 430 560 C 470 640 500 700 560 770", 60, 7, 0.2, 0.7),
        Fold("M 400 650 C 430 700 440 740 444 790", 34, -8, 0.9, 0.2),
        Fold("M 440 690 C 470 720 490 750 500 800", 30, -5, 0.3, 0.8),
    )
    sheet.lay(left, cloth, folds=skirt, drop=Drop(7, 8, 9, 0.22), body=24, girth=46, fade=0.16)
    right = flip(path(f"M 545 300 {half.replace('620 1390', '612 1392')} L 614 716 Z"))
    sheet.lay(
        right,
        cloth,
        folds=twin(skirt)[1::2],
        drop=Drop(-3, 7, 8, 0.3),
        body=24,
        girth=46,
        fade=0.16,
    )
    for pocket in ("M 412 1006 L 492 968", "M 788 1006 L 708 968"):
        sheet.seam(path(pocket), width=5, dark=0.5, light=0.4)


def _belt(sheet: Sheet, cloth: Cloth) -> None:
    band = both("M 600 804 Q 490 802 382 776 L 376 838 Q 490 866 600 868")
    tucks = twin(
        [
            Fold("M 520 806 C 510 826 512 842 520 862", 18, 4, 0.6, 0.6),
            Fold("M 556 806 C 540 830 544 846 560 866", 16, -4, 0.6, 0.6),
        ]
    )
    sheet.lay(band, cloth.lighter(-0.05), folds=tucks, drop=Drop(3, 9, 8, 0.42), body=8, girth=16)
    tail = path(
        "M 602 862 L 646 858 C 664 950 676 1030 686 1112 L 628 1126 C 624 1030 612 940 602 862 Z"
    )
    sheet.lay(
        tail,
        cloth,
        folds=[Fold("M 626 870 C 640 960 648 1030 656 1118", 26, 6, 0.5, 1)],
        drop=Drop(10, 12, 10, 0.42),
        body=7,
        girth=14,
    )
    short = path("M 590 858 C 570 920 560 980 556 1036 L 596 1046 C 604 980 612 920 618 862 Z")
    sheet.lay(short, cloth.lighter(-0.06), drop=Drop(8, 10, 9, 0.38), body=7, girth=14)
    knot = path(
        "M 566 796 C 588 780 628 788 642 812 C 652 836 648 866 630 880 C 604 892 576 884 564 860 C 556 838 556 812 566 796 Z"
    )
    sheet.lay(
        knot,
        cloth,
        folds=[
            Fold("M 572 806 C 604 824 624 846 636 874", 22, 7, 0.5, 0.9),
            Fold("M 566 842 C 590 850 606 864 616 882", 14, -5, 0.5, 0.9),
        ],
        drop=Drop(6, 9, 8, 0.42),
        rise=6,
        body=14,
        girth=20,
    )


def cape(look: Look) -> Field:
    """Draw the long cape with a standing collar and a gold clasp."""
    from tools.draw_samples.cloth import gold

    sheet, cloth = Sheet(), wool(look.colour)
    hook(sheet, 300)
    lining(sheet, look.colour, 460)
    half = "M {edge} 330 L 520 300 C 440 320 390 350 360 420 C 300 600 240 900 206 1240 Q 220 1290 300 1310 Q 450 1346 {edge} 1350 Z"
    folds = [Fold("M 420 380 C 380 600 330 900 300 1310", 74, 16, 0.2, 1.0), Fold("M 470 380 C 440 640 400 940 390 1330", 70, -16, 0.2, 1.0),
             Fold("M 520 380 C 510 640 490 940 480 1340", 76, 15, 0.2, 1.0), Fold("M 556 420 C 556 700 552 1000 552 1346", 56, -12, 0.2, 1.0),
             Fold("M 380 420 C 330 640 270 900 240 1270", 60, -13, 0.3, 1.0)]  # fmt: skip
    sheet.lay(
        flip(path(half.format(edge=588))),
        cloth,
        folds=twin(folds)[1::2],
        body=30,
        girth=60,
        fade=0.2,
    )
    sheet.lay(
        path(half.format(edge=612)),
        cloth,
        folds=folds,
        body=30,
        girth=60,
        fade=0.2,
        drop=Drop(8, 8, 9, 0.34),
    )
    for mirrored in (False, True):
        slit = path("M 424 760 C 414 860 406 940 402 1020")
        sheet.seam(flip(slit) if mirrored else slit, width=7, dark=0.5, light=0.5)
        collar = path(
            "M 536 262 C 508 276 498 296 494 322 C 520 370 560 392 600 402 L 600 352 C 570 340 550 310 546 266 Z"
        )
        sheet.lay(
            flip(collar) if mirrored else collar,
            cloth.lighter(0.04),
            drop=Drop(4, 8, 8, 0.36),
            body=9,
            girth=20,
        )
    for x in (560, 640):
        sheet.ball(x, 402, 18, gold(), drop=Drop(3, 6, 5, 0.45))
    sheet.cord(path("M 560 402 Q 600 440 640 402"), 8, gold(), drop=Drop(3, 6, 5, 0.45))
    return hang(sheet)
