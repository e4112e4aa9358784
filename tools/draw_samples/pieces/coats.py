"""Draw coats: belted, pea, trench, cape and chesterfield."""

from tools.draw_samples.cloth import Cloth, satin, wool
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, disc, flip, path, polygon, twin

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
    sheet.lay(path(f"M 500 296 Q 600 318 700 296 L 690 420 L 610 {depth} L 590 {depth} L 510 420 Z"),
              inside, body=4, girth=30)
    sheet.shade(path(f"M 500 290 L 700 290 L 690 350 L 600 {depth} L 510 350 Z"), 0.35, 14)
    sheet.lay(path("M 516 284 Q 600 306 684 284 L 690 306 Q 600 334 510 306 Z"), inside.lighter(0.06),
              body=3, girth=10)


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
    sheet.lay(flip(lapel), cloth.lighter(0.02), folds=twin(folds)[1:], drop=Drop(6, 9, 9, 0.36),
              body=7, girth=26)
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
    sheet.lay(right, cloth, folds=twin(skirt)[1::2], drop=Drop(-3, 7, 8, 0.3), body=24, girth=46,
              fade=0.16)
    for pocket in ("M 412 1006 L 492 968", "M 788 1006 L 708 968"):
        sheet.seam(path(pocket), width=5, dark=0.5, light=0.4)


def _belt(sheet: Sheet, cloth: Cloth) -> None:
    band = both("M 600 804 Q 490 802 382 776 L 376 838 Q 490 866 600 868")
    tucks = twin([Fold("M 520 806 C 510 826 512 842 520 862", 18, 4, 0.6, 0.6),
                  Fold("M 556 806 C 540 830 544 846 560 866", 16, -4, 0.6, 0.6)])
    sheet.lay(band, cloth.lighter(-0.05), folds=tucks, drop=Drop(3, 9, 8, 0.42), body=8, girth=16)
    tail = path("M 602 862 L 646 858 C 664 950 676 1030 686 1112 L 628 1126 C 624 1030 612 940 602 862 Z")
    sheet.lay(tail, cloth, folds=[Fold("M 626 870 C 640 960 648 1030 656 1118", 26, 6, 0.5, 1)],
              drop=Drop(10, 12, 10, 0.42), body=7, girth=14)
    short = path("M 590 858 C 570 920 560 980 556 1036 L 596 1046 C 604 980 612 920 618 862 Z")
    sheet.lay(short, cloth.lighter(-0.06), drop=Drop(8, 10, 9, 0.38), body=7, girth=14)
    knot = path("M 566 796 C 588 780 628 788 642 812 C 652 836 648 866 630 880 C 604 892 576 884 564 860 C 556 838 556 812 566 796 Z")
    sheet.lay(knot, cloth, folds=[Fold("M 572 806 C 604 824 624 846 636 874", 22, 7, 0.5, 0.9),
                                  Fold("M 566 842 C 590 850 606 864 616 882", 14, -5, 0.5, 0.9)],
              drop=Drop(6, 9, 8, 0.42), rise=6, body=14, girth=20)
