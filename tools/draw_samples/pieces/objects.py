"""Draw the hat, the umbrella and the flask of scent."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, gold, satin, steel, tint, wool
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.weave import ribbed
from tools.draw_samples.sheet import Drop, Sheet, hang, stand
from tools.draw_samples.strokes import Field, Fold, panel, path

LOW = Drop(5, 8, 7, 0.36)


def hat(look: Look) -> Field:
    """Draw the felt hat from the front, its crown pinched."""
    sheet, felt = Sheet(), wool(look.colour)
    under = path(
        "M 170 960 C 260 1060 940 1060 1030 960 C 960 1010 800 1030 600 1030 C 400 1030 240 1010 170 960 Z"
    )
    sheet.lay(under, felt.lighter(-0.4), body=8, girth=20)
    crown = path(
        "M 372 930 C 356 780 366 640 410 560 C 440 510 520 500 560 530 C 590 548 610 548 640 530 C 680 500 760 510 790 560 C 834 640 844 780 828 930 Q 600 990 372 930 Z"
    )
    folds = [
        Fold("M 596 540 C 590 620 592 700 600 780", 90, -22, 1.0, 0.1),
        Fold("M 452 560 C 470 640 500 700 530 730", 60, -14, 0.9, 0.1),
        Fold("M 748 560 C 730 640 700 700 670 730", 60, -14, 0.9, 0.1),
    ]
    sheet.lay(crown, felt, folds=folds, rise=10, edge=10, body=70, girth=90, line=0.35, fade=0.16)
    band = path("M 368 846 Q 600 910 832 846 L 832 934 Q 600 996 370 934 Z")
    ribbon = Cloth(tint(look.accent), "fine", 0.01, 0.01, 0.12, 8)
    sheet.lay(
        band,
        ribbon,
        relief=ribbed(7, 0.7),
        rise=4,
        edge=4,
        body=34,
        girth=60,
        line=0.35,
        drop=Drop(2, 4, 5, 0.3),
    )
    for leaf in ("M 372 850 C 350 840 330 850 330 894 C 330 936 352 944 374 930 Z",):
        sheet.lay(path(leaf), ribbon, body=10, girth=14, drop=LOW)
    brim = path(
        "M 150 930 C 200 880 320 896 372 916 Q 600 990 828 916 C 880 896 1000 880 1050 930 C 1064 970 960 1056 600 1060 C 240 1056 136 970 150 930 Z"
    )
    sheet.lay(
        brim,
        felt.lighter(0.03),
        folds=[
            Fold("M 190 930 C 300 990 500 1024 600 1024 C 700 1024 900 990 1010 930", 70, -8, 1, 1)
        ],
        rise=9,
        edge=8,
        body=22,
        girth=36,
        line=0.35,
        drop=Drop(2, -5, 8, 0.26),
    )
    sheet.stitch(
        path("M 168 942 C 260 1030 460 1046 600 1046 C 740 1046 940 1030 1032 942"),
        look.accent,
        width=2,
    )
    return stand(sheet, 1054, floor=960, spread=0.86)


def umbrella(look: Look) -> Field:
    """Draw the furled umbrella with a bent wooden handle."""
    sheet, silk = Sheet(), satin(look.colour)
    wood = Cloth(tint(look.accent), "hair", 0.07, 0.02, 0.4, 16)
    sheet.cord(path("M 600 1290 L 600 1400"), 14, steel(), drop=LOW)
    furled = path(
        "M 566 470 C 540 560 528 700 548 900 C 562 1060 584 1200 592 1310 L 608 1310 C 616 1200 646 1060 660 900 C 680 700 662 560 634 470 Z"
    )
    folds = [
        Fold("M 560 480 C 560 700 580 1000 598 1300", 34, 12, 0.8, 0.2),
        Fold("M 588 480 C 620 700 620 1000 602 1300", 30, -10, 0.8, 0.2),
        Fold("M 616 480 C 650 700 630 1000 606 1300", 32, 12, 0.8, 0.2),
    ]
    sheet.lay(
        furled, silk, folds=folds, rise=10, edge=9, body=40, girth=36, line=0.4, fade=0.1, drop=LOW
    )
    for outline in (
        "M 640 486 C 676 600 690 720 672 860 C 650 800 630 640 622 486 Z",
        "M 572 486 C 540 580 520 740 540 900 C 566 800 590 640 596 486 Z",
    ):
        sheet.lay(
            path(outline),
            silk.lighter(0.03),
            rise=8,
            edge=8,
            body=14,
            girth=20,
            line=0.4,
            drop=LOW,
        )
    sheet.lay(
        path("M 540 872 Q 606 902 670 862 L 672 892 Q 606 932 542 902 Z"),
        silk.lighter(-0.1),
        rise=4,
        edge=4,
        body=14,
        girth=20,
        line=0.4,
        drop=LOW,
    )
    sheet.ball(612, 902, 11, gold(), drop=LOW)
    sheet.lay(panel(572, 446, 60, 44, 8), gold(), rise=10, edge=8, body=10, girth=18, line=0.3)
    sheet.cord(
        path(
            "M 602 448 C 602 380 600 330 600 290 C 596 190 520 150 460 176 C 410 200 404 260 416 300"
        ),
        42,
        wood,
        drop=Drop(5, 7, 6, 0.3),
    )
    sheet.ball(417, 304, 23, gold(), drop=LOW)
    return hang(sheet)


def perfume(look: Look) -> Field:
    """Draw the flask of scent in thick glass."""
    sheet = Sheet()
    glass = Cloth(tint("#E9E3D8"), "fine", 0.002, 0, 0.55, 26)
    body = panel(360, 640, 480, 540, 44)
    sheet.lay(body, glass, rise=24, edge=12, body=20, girth=40, line=0.3, fade=0.1)
    juice = path(
        "M 402 780 Q 600 772 798 780 L 798 1112 Q 798 1136 774 1136 L 426 1136 Q 402 1136 402 1112 Z"
    )
    sheet.fill(juice, look.colour, strength=0.78)
    sheet.shade(path("M 402 780 L 560 780 L 470 1136 L 402 1136 Z"), -0.32, 18)
    sheet.shade(path("M 700 780 L 798 780 L 798 1136 L 640 1136 Z"), 0.16, 26)
    sheet.shade(path("M 410 1080 L 790 1080 L 790 1136 L 410 1136 Z"), 0.14, 16)
    sheet.draw(path("M 402 780 Q 600 790 798 780"), "#ffffff", 4, strength=0.6)
    sheet.shade(path("M 376 668 L 398 668 L 398 1150 L 376 1150 Z"), -0.55, 5)
    sheet.shade(path("M 812 690 L 822 690 L 822 1150 L 812 1150 Z"), -0.4, 4)
    sheet.draw(path("M 598 780 C 600 900 596 1000 588 1110"), "#ffffff", 4, strength=0.35)
    sheet.lay(
        panel(470, 880, 260, 150, 4),
        Cloth(tint("#F5F1E8"), "fine", 0.006, 0.01, 0.04, 4),
        rise=3,
        edge=3,
        body=0,
        line=0.25,
        drop=Drop(3, 5, 5, 0.25),
    )
    sheet.draw(panel(484, 894, 232, 122, 2), "#a5885a", 2, strength=0.9)
    for y, half in ((940, 64), (972, 36)):
        sheet.draw(
            path(f"M {600 - half} {y} L {600 + half} {y}"),
            "#3a332a",
            5 if half > 40 else 3,
            strength=0.75,
        )
    sheet.lay(
        panel(552, 586, 96, 60, 6),
        gold(),
        rise=10,
        edge=7,
        body=14,
        girth=26,
        line=0.3,
        drop=Drop(2, 5, 5, 0.35),
    )
    cap = panel(500, 380, 200, 212, 16)
    sheet.lay(
        cap,
        Cloth(tint("#2A2420"), "hair", 0.03, 0.01, 0.55, 24),
        rise=20,
        edge=12,
        body=26,
        girth=50,
        line=0.35,
        drop=Drop(2, 6, 6, 0.4),
    )
    sheet.cord(path("M 502 572 L 698 572"), 10, gold())
    sheet.shade(path("M 526 396 L 548 396 L 548 576 L 526 576 Z"), -0.26, 8)
    return stand(sheet, 1180, floor=1110)
