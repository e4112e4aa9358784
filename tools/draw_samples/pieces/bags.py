"""Draw bags: top-handle, tote, clutch, saddle and bucket."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, box, gold, hide, paler, satin, tint
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, stand
from tools.draw_samples.strokes import Field, Fold, disc, panel, path


def top_handle(look: Look) -> Field:
    """Draw the structured bag with one handle and a clasp."""
    sheet, leather, thread = Sheet(), hide(look.colour), paler(look.colour)
    handle = path("M 448 690 C 440 560 470 452 600 446 C 730 452 760 560 752 690")
    sheet.cord(
        path("M 472 690 C 468 580 500 486 606 480 C 700 486 736 580 730 690"),
        24,
        leather.lighter(-0.35),
    )
    sheet.cord(handle, 36, leather, drop=Drop(6, 8, 8, 0.3))
    sheet.stitch(
        path("M 460 690 C 454 566 482 466 600 460 C 718 466 746 566 740 690"), thread, width=2
    )
    side = path("M 958 700 L 1012 742 C 1022 850 1036 960 1040 1090 L 996 1180 L 940 1190 Z")
    sheet.lay(side, leather.lighter(-0.22), body=14, girth=30)
    sheet.seam(path("M 1000 736 L 970 900 L 1000 1176"), width=3, dark=0.35)
    front = path("M 250 686 Q 262 672 284 672 L 934 672 Q 958 674 964 690"
                 " C 974 850 986 1010 996 1166 Q 996 1194 968 1196 L 232 1196 Q 204 1194 206 1166"
                 " C 214 1010 232 850 250 686 Z")  # fmt: skip
    sheet.lay(front, leather, drop=Drop(3, 2, 6, 0.3), rise=7, edge=9, body=24, girth=70, fade=0.3)
    sheet.stitch(path("M 224 1174 L 978 1174"), thread, width=2.4)
    flap = path("M 246 690 Q 258 666 284 664 L 934 664 Q 962 668 966 690 C 974 770 978 830 982 886"
                " Q 984 936 936 938 L 274 938 Q 226 936 228 886 C 232 830 238 770 246 690 Z")  # fmt: skip
    sheet.lay(
        flap,
        leather.lighter(0.03),
        drop=Drop(6, 12, 10, 0.5),
        rise=7,
        edge=8,
        body=22,
        girth=60,
        fade=0.2,
    )
    sheet.stitch(path("M 262 700 C 254 770 250 830 246 884 Q 246 918 276 920 L 934 920 Q 964 918 964 884"
                      " C 960 830 956 770 950 700"), thread, width=2.4)  # fmt: skip
    sheet.shade(path("M 250 672 L 560 672 L 380 938 L 230 938 Z"), -0.06, 22)
    for x in (448, 752):
        tab = path(f"M {x - 34} 664 L {x + 34} 664 L {x + 28} 724 Q {x} 748 {x - 28} 724 Z")
        sheet.lay(tab, leather.lighter(0.02), drop=Drop(4, 6, 6, 0.4), body=6, girth=12)
        sheet.ball(x, 706, 13, gold(), drop=Drop(3, 4, 4, 0.45))
    _clasp(sheet)
    return stand(sheet, 1192, floor=1150)


def _clasp(sheet: Sheet) -> None:
    sheet.lay(
        panel(546, 866, 116, 136, 12),
        gold(),
        drop=Drop(6, 10, 8, 0.5),
        rise=9,
        edge=5,
        body=6,
        girth=26,
        line=0.3,
    )
    sheet.lay(panel(562, 882, 84, 104, 6), gold(), rise=-4, edge=3, body=3, girth=30, line=0.15)
    sheet.lay(disc(604, 922, 13), Cloth((0.12, 0.09, 0.05), sheen=0.0), rise=-3, body=0, line=0.2)
    sheet.lay(
        path("M 598 926 L 610 926 L 614 956 L 594 956 Z"),
        Cloth((0.12, 0.09, 0.05), sheen=0.0),
        rise=0,
        body=0,
        line=0.1,
    )


def tote(look: Look) -> Field:
    """Draw the open tote with two long handles."""
    sheet, leather, thread = Sheet(), box(look.colour), paler(look.colour)
    sheet.cord(
        path("M 440 640 C 440 380 520 300 606 300 C 690 300 764 380 764 640"),
        30,
        leather.lighter(-0.3),
    )
    sheet.lay(
        path("M 236 600 Q 600 560 964 600 L 950 680 L 250 680 Z"),
        leather.lighter(-0.45),
        body=6,
        girth=20,
    )
    body = path(
        "M 226 616 Q 600 650 974 616 C 966 800 950 1000 930 1176 Q 926 1196 900 1198 L 300 1198 Q 274 1196 270 1176 C 250 1000 234 800 226 616 Z"
    )
    folds = [Fold("M 300 640 C 330 800 350 1000 340 1180", 110, 12, 0.5, 0.9), Fold("M 880 640 C 860 800 850 1000 866 1180", 100, -11, 0.4, 0.9),
             Fold("M 420 660 C 500 740 640 770 780 700", 80, -9, 0.3, 0.6)]  # fmt: skip
    sheet.lay(body, leather, folds=folds, rise=7, edge=7, body=30, girth=70, line=0.45, fade=0.24)
    sheet.stitch(path("M 238 636 Q 600 670 962 636"), thread, width=2.6)
    for x in (288, 912):
        sheet.stitch(path(f"M {x - (600 - x) * 0.14} 650 L {x} 1186"), thread, width=2.4)
    sheet.cord(
        path("M 420 760 C 416 420 500 330 600 330 C 700 330 784 420 780 760"),
        34,
        leather,
        drop=Drop(8, 10, 9, 0.32),
    )
    for x in (420, 780):
        tab = path(f"M {x - 34} 700 L {x + 34} 700 L {x + 34} 810 Q {x} 850 {x - 34} 810 Z")
        sheet.lay(
            tab,
            leather.lighter(0.02),
            rise=5,
            edge=5,
            body=8,
            girth=16,
            line=0.45,
            drop=Drop(4, 6, 6, 0.4),
        )
        sheet.stitch(
            path(f"M {x - 22} 712 L {x - 22} 800 Q {x} 830 {x + 22} 800 L {x + 22} 712 Z"),
            thread,
            width=2.2,
        )
        sheet.ball(x, 742, 11, gold(), drop=Drop(2, 4, 4, 0.4))
    sheet.lay(
        path("M 806 690 L 878 684 L 884 812 L 812 818 Z"),
        leather.lighter(-0.06),
        rise=5,
        edge=4,
        body=5,
        girth=12,
        line=0.45,
        drop=Drop(5, 8, 6, 0.4),
    )
    sheet.stitch(path("M 818 702 L 868 698 L 872 800 L 822 806 Z"), thread, width=2)
    return stand(sheet, 1198, floor=1130)


def clutch(look: Look) -> Field:
    """Draw the evening clutch with a gold frame and a kiss clasp."""
    sheet, silk = Sheet(), satin(look.colour)
    body = path(
        "M 238 726 C 216 860 190 1000 196 1090 Q 204 1160 280 1168 L 920 1168 Q 996 1160 1004 1090 C 1010 1000 984 860 962 726 Z"
    )
    folds = []
    for step in range(-6, 7):
        x = 600 + step * 56
        folds.append(
            Fold(
                f"M {x} 770 C {x + step * 4} 880 {600 + step * 64} 1000 {600 + step * 60} 1150",
                46,
                11 if step % 2 else -11,
                0.5,
                0.6,
            )
        )
    sheet.lay(body, silk, folds=folds, rise=14, edge=12, body=60, girth=70, line=0.4, fade=0.24)
    frame = path("M 222 776 C 222 740 250 726 290 724 L 910 724 C 950 726 978 740 978 776")
    sheet.cord(frame, 34, gold(), drop=Drop(4, 9, 8, 0.4))
    for x in (232, 968):
        sheet.ball(x, 790, 20, gold(), drop=Drop(3, 6, 5, 0.4))
    sheet.ball(572, 694, 30, gold(), drop=Drop(4, 8, 6, 0.4))
    sheet.ball(630, 690, 30, gold(), drop=Drop(4, 8, 6, 0.4))
    for x0, y0, x1, y1 in ((246, 742, 330, 360), (954, 742, 880, 380)):
        for step in range(26):
            t = step / 25
            bend = 60 * t * (1 - t) * (1 if x0 < 600 else -1)
            sheet.ball(
                x0 + (x1 - x0) * t - bend, y0 + (y1 - y0) * t, 8.5, gold(), drop=Drop(2, 3, 3, 0.3)
            )
    line = path("M 330 360 C 380 240 820 240 880 380")
    for step in range(38):
        at = line.pointAtPercent(step / 37)
        sheet.ball(at.x(), at.y(), 8.5, gold(), drop=Drop(2, 3, 3, 0.3))
    return stand(sheet, 1168, floor=1090)


def saddle(look: Look) -> Field:
    """Draw the half-moon saddle bag, its strap looped above."""
    sheet, leather, thread = Sheet(), box(look.colour), paler(look.colour)
    sheet.cord(
        path("M 250 760 C 200 480 380 260 600 250 C 830 260 1000 480 950 760"),
        36,
        leather.lighter(-0.12),
        flat=0.5,
    )
    for x in (250, 950):
        sheet.cord(disc(x, 760, 30, 36), 13, gold(), drop=Drop(3, 6, 5, 0.35))
    body = path("M 226 780 L 974 780 C 990 1000 900 1180 600 1186 C 300 1180 210 1000 226 780 Z")
    sheet.lay(body, leather.lighter(-0.1), rise=9, edge=9, body=46, girth=70, line=0.45, fade=0.2)
    flap = path(
        "M 216 760 Q 220 736 246 734 L 954 734 Q 980 736 984 760 C 984 930 880 1050 600 1054 C 320 1050 216 930 216 760 Z"
    )
    sheet.lay(
        flap,
        leather,
        rise=8,
        edge=8,
        body=36,
        girth=70,
        line=0.45,
        fade=0.2,
        drop=Drop(5, 12, 10, 0.45),
    )
    sheet.stitch(
        path("M 240 760 C 242 916 340 1024 600 1030 C 860 1024 958 916 960 760"), thread, width=2.8
    )
    strap = path("M 560 734 L 640 734 L 634 1090 Q 600 1130 566 1090 Z")
    sheet.lay(
        strap,
        leather.lighter(0.03),
        rise=6,
        edge=5,
        body=10,
        girth=20,
        line=0.45,
        drop=Drop(5, 8, 7, 0.4),
    )
    for x in (574, 626):
        sheet.stitch(path(f"M {x} 744 L {x} 1070"), thread, width=2.2)
    sheet.cord(panel(546, 950, 108, 86, 14), 15, gold(), drop=Drop(4, 7, 6, 0.45))
    sheet.cord(path("M 600 950 L 600 1020"), 11, gold(), drop=Drop(3, 5, 4, 0.4))
    return stand(sheet, 1186, floor=1100, spread=0.72)


def bucket(look: Look) -> Field:
    """Draw the soft bucket bag, drawn closed by a cord."""
    sheet, leather, thread = Sheet(), hide(look.colour), paler(look.colour)
    sheet.cord(
        path("M 366 640 C 330 330 480 220 600 220 C 730 220 870 330 834 640"),
        32,
        leather.lighter(-0.15),
        flat=0.6,
    )
    sheet.lay(
        path("M 352 600 Q 600 500 848 600 L 840 690 L 360 690 Z"),
        leather.lighter(-0.42),
        body=10,
        girth=20,
    )
    body = path("M 346 612 Q 470 650 600 652 Q 730 650 854 612 C 850 660 840 700 846 760 C 866 900 880 1040 876 1130 Q 860 1196 600 1200 Q 340 1196 324 1130"
                " C 320 1040 334 900 354 760 C 360 700 350 660 346 612 Z")  # fmt: skip
    folds = []
    for step in range(-5, 6):
        x = 600 + step * 46
        folds.append(
            Fold(f"M {x} 640 L {600 + step * 44} 730", 30, 9 if step % 2 else -9, 0.8, 0.9)
        )
        folds.append(
            Fold(
                f"M {600 + step * 44} 750 C {600 + step * 48} 860 {600 + step * 54} 960 {600 + step * 54} 1060",
                50,
                10 if step % 2 else -9,
                0.9,
                0.05,
            )
        )
    sheet.lay(body, leather, folds=folds, rise=9, edge=9, body=60, girth=80, line=0.42, fade=0.22)
    cord = Cloth(tint(look.colour), "fine", 0.02, 0.05, 0.2, 8).lighter(-0.15)
    sheet.cord(
        path("M 350 738 Q 470 762 600 764 Q 730 762 850 738"), 17, cord, drop=Drop(3, 6, 5, 0.4)
    )
    for line in ("M 590 764 C 560 840 570 900 548 980", "M 612 764 C 640 850 622 920 650 1010"):
        sheet.cord(path(line), 16, cord, drop=Drop(6, 8, 7, 0.36))
    for x, y in ((546, 976), (652, 1006)):
        sheet.lay(
            path(f"M {x - 14} {y} L {x + 14} {y} L {x + 24} {y + 90} L {x - 24} {y + 90} Z"),
            leather.lighter(-0.08),
            body=10,
            girth=16,
            line=0.4,
            drop=Drop(5, 8, 6, 0.36),
        )
        sheet.lay(
            panel(x - 17, y - 12, 34, 24, 6), gold(), rise=6, edge=5, body=6, girth=10, line=0.3
        )
    base = path(
        "M 326 1086 Q 600 1150 874 1086 L 876 1130 Q 860 1196 600 1200 Q 340 1196 324 1130 Z"
    )
    sheet.lay(
        base,
        leather.lighter(-0.06),
        rise=6,
        edge=6,
        body=26,
        girth=40,
        line=0.42,
        drop=Drop(2, -3, 5, 0.3),
    )
    sheet.stitch(path("M 330 1098 Q 600 1162 870 1098"), thread, width=2.4)
    for x in (366, 834):
        sheet.cord(disc(x, 660, 20, 26), 11, gold(), drop=Drop(3, 5, 5, 0.4))
    return stand(sheet, 1198, floor=1120, spread=0.96)
