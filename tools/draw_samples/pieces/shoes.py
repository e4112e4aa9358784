"""Draw shoes from the side, toe to the left, standing on the floor.

Long because six shoes share one last and one welt.
"""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, box, paler, tint
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, stand
from tools.draw_samples.strokes import Field, Fold, disc, path

LOW = Drop(3, 5, 6, 0.34)


def _sole(sheet: Sheet, outline: str, dye: str = "#2a1e18") -> None:
    sheet.lay(
        path(outline),
        Cloth(tint(dye), "fine", 0.02, 0.02, 0.25, 12),
        rise=6,
        edge=5,
        body=6,
        girth=14,
        line=0.5,
    )


def pump(look: Look) -> Field:
    """Draw the pump on a slender heel."""
    sheet, leather = Sheet(), box(look.colour)
    inside = path(
        "M 430 962 C 520 916 660 960 780 872 C 850 816 884 778 940 770 C 970 780 970 820 960 850 C 880 960 700 1030 560 1010 Z"
    )
    sheet.lay(
        inside, Cloth(tint("#cdb59c"), "fine", 0.01, 0.01, 0.1, 6), body=10, girth=24, line=0.4
    )
    sheet.shade(
        path(
            "M 430 962 C 560 940 700 960 800 880 L 900 800 L 930 830 C 840 960 640 1010 500 990 Z"
        ),
        0.35,
        18,
    )
    heel = path(
        "M 880 1000 C 930 1002 968 976 994 900 C 990 980 976 1060 972 1150 L 950 1150 C 948 1090 936 1040 876 1024 Z"
    )
    sheet.lay(heel, leather.lighter(-0.12), body=18, girth=18, line=0.45)
    _sole(
        sheet,
        "M 186 1136 C 260 1158 430 1164 560 1148 C 660 1130 760 1040 872 1020 L 876 1006 C 760 1024 660 1110 560 1130 C 430 1146 260 1142 184 1124 Z",
    )
    upper = path("M 172 1104 C 184 1050 290 990 392 962 C 424 954 444 956 466 968 C 580 1024 728 986 810 890 C 850 840 890 786 944 768"
                 " C 972 762 990 786 996 830 C 1004 890 992 946 966 992 C 940 1010 900 1006 850 1016 C 750 1040 650 1118 560 1134"
                 " C 430 1150 250 1146 186 1128 C 172 1122 168 1116 172 1104 Z")  # fmt: skip
    folds = [
        Fold("M 210 1090 C 300 1020 380 1000 470 1010", 60, 9, 0.5, 0.9),
        Fold("M 960 800 C 970 870 960 930 940 980", 40, 8, 0.7, 0.7),
    ]
    sheet.lay(upper, leather, folds=folds, rise=6, edge=6, body=46, girth=46, line=0.45, drop=LOW)
    sheet.seam(
        path(
            "M 400 972 C 424 964 446 968 468 980 C 580 1036 736 998 818 898 C 856 850 894 798 946 782"
        ),
        width=2,
        dark=0.3,
        light=0.5,
    )
    return stand(sheet, 1150, floor=1060, spread=0.94)


LAST = ("M 164 1090 C 160 1030 240 988 340 966 C 440 944 500 900 560 866 {throat} C 850 880 906 860 952 836"
        " C 990 840 1012 930 1012 1100 C 800 1116 360 1120 180 1110 C 168 1106 164 1100 164 1090 Z")  # fmt: skip
WELT = ("M 152 1098 C 200 1112 560 1118 780 1108 L 1024 1098 Q 1032 1108 1026 1122 L 1020 1170 L 800 1170 L 790 1142"
        " C 600 1150 260 1160 172 1144 Q 146 1126 152 1098 Z")  # fmt: skip


def _lasted(sheet: Sheet, leather: Cloth, throat: str) -> None:
    _sole(sheet, WELT)
    folds = [Fold("M 210 1070 C 260 1000 340 990 430 986", 70, 10, 0.5, 0.9), Fold("M 470 920 C 500 990 540 1040 560 1100", 40, -6, 0.6, 0.3),
             Fold("M 520 900 C 560 970 590 1020 604 1090", 34, 6, 0.6, 0.3), Fold("M 970 870 C 990 950 990 1030 980 1090", 50, 8, 0.7, 0.7)]  # fmt: skip
    sheet.lay(
        path(LAST.format(throat=throat)),
        leather,
        folds=folds,
        rise=6,
        edge=6,
        body=46,
        girth=50,
        line=0.45,
        drop=Drop(2, 3, 5, 0.3),
    )
    sheet.seam(path("M 158 1104 C 360 1120 800 1118 1022 1104"), width=5, dark=0.4, light=0.4)
    sheet.stitch(path("M 170 1118 C 360 1130 700 1130 790 1124"), "#b89a6c", width=2)


def _collar(sheet: Sheet, outline: str) -> None:
    sheet.lay(
        path(outline),
        Cloth(tint("#b4946f"), "fine", 0.01, 0.01, 0.08, 6),
        body=8,
        girth=20,
        line=0.4,
    )
    sheet.shade(path(outline), 0.38, 14)


def loafer(look: Look) -> Field:
    """Draw the loafer with its saddle."""
    sheet, leather = Sheet(), box(look.colour)
    _collar(sheet, "M 556 870 C 640 820 860 820 954 834 C 940 900 800 940 700 920 Z")
    _lasted(sheet, leather, "C 620 880 700 906 780 894")
    apron = path("M 236 1016 C 270 980 360 962 440 938 C 490 918 520 896 556 876")
    sheet.cord(apron, 13, leather.lighter(-0.1), flat=0.7, drop=Drop(2, 4, 4, 0.3))
    saddle = path(
        "M 470 916 C 500 900 530 884 566 866 C 600 880 640 890 684 896 C 690 960 700 1030 712 1108 L 560 1112 C 556 1030 520 960 470 916 Z"
    )
    sheet.lay(
        saddle,
        leather.lighter(0.03),
        rise=5,
        edge=5,
        body=20,
        girth=40,
        line=0.45,
        drop=Drop(4, 5, 6, 0.36),
    )
    sheet.seam(path("M 512 908 C 540 944 566 990 578 1030"), width=3, dark=0.35, light=0.5)
    for line in ("M 488 922 C 530 968 566 1040 572 1104", "M 674 904 C 680 970 690 1040 700 1100"):
        sheet.stitch(path(line), paler(look.colour), width=2)
    return stand(sheet, 1170, floor=1070, spread=0.97)


def derby(look: Look) -> Field:
    """Draw the laced derby with a cap."""
    sheet, leather = Sheet(), box(look.colour)
    _collar(sheet, "M 600 820 C 680 790 880 800 954 830 C 940 890 800 930 700 900 Z")
    tongue = path("M 470 912 C 520 860 560 800 610 762 C 650 770 670 800 690 840 L 560 940 Z")
    sheet.lay(tongue, leather.lighter(-0.1), body=14, girth=24, line=0.45)
    _lasted(sheet, leather, "C 600 850 650 850 700 868")
    cap = path("M 330 970 C 350 1010 356 1060 350 1112")
    sheet.stitch(cap, paler(look.colour), width=2.2)
    sheet.seam(path("M 340 966 C 360 1008 366 1060 360 1112"), width=3)
    quarter = path(
        "M 470 930 C 520 880 570 830 626 800 C 640 820 670 850 712 866 C 800 900 900 866 954 834 C 992 850 1012 950 1012 1100 L 620 1112 C 590 1040 540 980 470 930 Z"
    )
    sheet.lay(
        quarter,
        leather.lighter(0.02),
        rise=6,
        edge=6,
        body=34,
        girth=50,
        line=0.45,
        drop=Drop(-3, 5, 6, 0.34),
    )
    sheet.stitch(path("M 492 934 C 556 986 606 1044 634 1106"), paler(look.colour), width=2.2)
    for step in range(4):
        x, y = 520 + step * 34, 912 - step * 27
        sheet.cord(
            path(f"M {x - 34} {y - 34} C {x - 10} {y - 44} {x + 10} {y - 20} {x + 18} {y + 2}"),
            12,
            Cloth(tint("#241a15"), "boucle", 0.05, 0.1, 0.1, 6),
            drop=LOW,
        )
        sheet.fill(disc(x + 20, y + 6, 7), "#120c09")
    return stand(sheet, 1170, floor=1070, spread=0.97)


def ankle_boot(look: Look) -> Field:
    """Draw the ankle boot with a low block heel."""
    sheet, leather = Sheet(), box(look.colour)
    _sole(
        sheet,
        "M 160 1102 C 220 1118 520 1124 700 1096 L 770 1070 L 1006 1070 L 1000 1190 L 820 1190 C 812 1150 800 1124 774 1110 C 700 1130 560 1156 420 1158 C 280 1160 190 1152 170 1140 Q 154 1124 160 1102 Z",
    )
    sheet.lay(
        path("M 606 500 Q 780 470 954 500 L 950 540 Q 780 560 612 540 Z"),
        Cloth(tint("#8a6f58"), "fine"),
        body=6,
        girth=16,
        line=0.4,
    )
    boot = path("M 160 1092 C 160 1040 240 1000 330 976 C 450 944 540 900 580 800 C 604 720 606 620 604 506 Q 780 540 956 506"
                " C 960 640 950 720 966 820 C 980 900 1012 960 1010 1076 C 900 1090 800 1074 700 1102 C 560 1130 280 1124 176 1112 C 164 1108 160 1100 160 1092 Z")  # fmt: skip
    folds = [Fold("M 210 1076 C 270 1010 360 1000 460 986", 70, 10, 0.5, 0.9), Fold("M 590 820 C 680 860 760 850 850 800", 46, -10, 0.7, 0.3),
             Fold("M 560 880 C 660 920 760 910 840 880", 40, 9, 0.7, 0.3), Fold("M 540 910 C 620 960 700 970 760 960", 34, -7, 0.8, 0.3),
             Fold("M 690 540 C 700 640 690 740 670 820", 80, 14, 0.9, 0.4), Fold("M 900 540 C 900 660 920 800 950 900", 60, -9, 0.7, 0.6)]  # fmt: skip
    sheet.lay(
        boot,
        leather,
        folds=folds,
        rise=6,
        edge=6,
        body=50,
        girth=60,
        line=0.45,
        drop=Drop(2, 3, 5, 0.3),
    )
    sheet.lay(
        path(
            "M 772 520 Q 800 526 836 518 C 832 600 838 660 848 716 Q 806 732 768 716 C 776 650 774 590 772 520 Z"
        ),
        Cloth(tint(look.colour), "twill", 0.05, 0.3, 0.05, 4),
        rise=-3,
        body=0,
        line=0.45,
    )
    sheet.stitch(path("M 604 524 Q 780 556 956 524"), paler(look.colour), width=2)
    sheet.lay(
        path("M 900 470 C 890 450 930 446 934 470 L 938 560 L 908 560 Z"),
        leather,
        body=6,
        girth=10,
        line=0.4,
        drop=LOW,
    )
    return stand(sheet, 1190, floor=1090, spread=0.96)


def ballerina(look: Look) -> Field:
    """Draw the ballerina with its small bow."""
    sheet, leather = Sheet(), box(look.colour)
    sheet.lay(
        path("M 440 1000 C 560 950 800 960 984 930 C 1000 960 980 1040 900 1070 L 560 1080 Z"),
        Cloth(tint("#d5bfa8"), "fine", 0.01, 0.01, 0.1, 6),
        body=10,
        girth=24,
        line=0.4,
    )
    sheet.shade(path("M 450 1000 C 600 970 800 980 980 950 L 960 1030 L 620 1070 Z"), 0.32, 16)
    _sole(
        sheet,
        "M 178 1122 C 300 1140 800 1136 1016 1116 L 1018 1160 L 866 1160 L 856 1142 C 640 1152 300 1158 196 1146 Z",
    )
    upper = path("M 166 1100 C 170 1040 260 1000 360 984 C 410 976 440 980 464 996 C 560 1056 800 1052 900 1000 C 940 970 960 930 990 922"
                 " C 1016 930 1026 1020 1018 1124 C 800 1142 300 1140 186 1126 C 170 1120 164 1112 166 1100 Z")  # fmt: skip
    folds = [
        Fold("M 210 1080 C 280 1020 360 1010 440 1020", 60, 10, 0.5, 0.9),
        Fold("M 560 1070 C 700 1090 800 1080 900 1050", 40, 7, 0.5, 0.5),
    ]
    sheet.lay(upper, leather, folds=folds, rise=7, edge=6, body=40, girth=40, line=0.45, drop=LOW)
    sheet.cord(
        path(
            "M 372 990 C 410 980 440 988 466 1004 C 560 1064 806 1060 906 1006 C 944 978 966 938 988 930"
        ),
        12,
        leather.lighter(-0.08),
        flat=0.8,
        drop=Drop(2, 3, 3, 0.3),
    )
    for loop in (
        "M 420 990 C 380 930 310 930 306 966 C 306 1000 370 1012 420 996 Z",
        "M 424 990 C 450 930 520 936 520 970 C 514 1000 470 1010 424 996 Z",
    ):
        sheet.lay(
            path(loop),
            leather.lighter(0.03),
            rise=5,
            edge=5,
            body=12,
            girth=16,
            line=0.45,
            drop=Drop(4, 6, 5, 0.36),
        )
    sheet.ball(422, 990, 17, leather, drop=LOW)
    return stand(sheet, 1160, floor=1070, spread=0.97)


def sneaker(look: Look) -> Field:
    """Draw the plain leather sneaker."""
    sheet, leather = Sheet(), box(look.colour)
    _collar(sheet, "M 640 800 C 720 776 880 776 960 800 C 950 880 800 900 700 880 Z")
    sheet.lay(
        path("M 500 900 C 540 850 590 780 630 744 C 680 740 700 770 706 820 L 600 930 Z"),
        leather.lighter(-0.06),
        body=16,
        girth=24,
        line=0.35,
    )
    upper = path("M 166 1080 C 166 1010 250 980 350 962 C 450 940 520 880 580 830 C 620 800 650 806 690 830 C 760 876 860 850 950 800"
                 " C 990 816 1016 920 1014 1096 L 180 1100 C 168 1096 166 1090 166 1080 Z")  # fmt: skip
    folds = [
        Fold("M 220 1060 C 280 1000 350 990 440 986", 70, 10, 0.5, 0.9),
        Fold("M 470 940 C 510 1000 540 1040 556 1090", 36, -6, 0.6, 0.3),
    ]
    sheet.lay(upper, leather, folds=folds, rise=6, edge=6, body=46, girth=50, line=0.35)
    facing = path(
        "M 486 930 C 540 880 580 840 622 806 C 650 810 676 826 700 844 C 700 900 690 960 660 1010 C 610 1000 540 970 486 930 Z"
    )
    sheet.lay(
        facing, leather.lighter(0.02), rise=5, edge=5, body=16, girth=34, line=0.35, drop=LOW
    )
    heel = path(
        "M 880 840 C 910 828 936 814 956 802 C 990 816 1016 920 1014 1096 L 900 1098 C 910 1000 904 910 880 840 Z"
    )
    sheet.lay(
        heel,
        leather.lighter(-0.05),
        rise=5,
        edge=5,
        body=18,
        girth=34,
        line=0.35,
        drop=Drop(-3, 4, 5, 0.3),
    )
    for line in ("M 500 934 C 556 974 612 994 654 998", "M 892 850 C 914 920 920 1000 912 1092"):
        sheet.stitch(path(line), "#cfc8bc", width=2)
    for step in range(5):
        x, y = 520 + step * 32, 926 - step * 25
        sheet.cord(
            path(f"M {x - 30} {y - 30} C {x - 4} {y - 40} {x + 18} {y - 14} {x + 26} {y + 10}"),
            14,
            Cloth(tint("#f4f1ec"), "boucle", 0.02, 0.1, 0.05, 4),
            drop=LOW,
        )
        sheet.fill(disc(x + 28, y + 14, 6), "#8f887d")
    sole = path(
        "M 152 1082 C 240 1096 800 1096 1026 1080 Q 1034 1130 1018 1168 L 190 1170 Q 150 1150 152 1082 Z"
    )
    sheet.lay(
        sole,
        Cloth(tint("#efeae2"), "fine", 0.008, 0.01, 0.1, 6),
        rise=9,
        edge=7,
        body=14,
        girth=26,
        line=0.35,
        drop=Drop(0, -3, 4, 0.3),
    )
    sheet.stitch(path("M 170 1108 C 260 1116 800 1116 1020 1104"), "#cfc8bc", width=2)
    return stand(sheet, 1170, floor=1070, spread=0.97)
