"""Draw bags: top-handle, tote, clutch, saddle and bucket."""

from tools.draw_samples.cloth import Cloth, gold, hide, paler
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, stand
from tools.draw_samples.strokes import Field, Fold, both, disc, panel, path


def top_handle(look: Look) -> Field:
    """Draw the structured bag with one handle and a clasp."""
    sheet, leather, thread = Sheet(), hide(look.colour), paler(look.colour)
    handle = path("M 448 690 C 440 560 470 452 600 446 C 730 452 760 560 752 690")
    sheet.cord(path("M 472 690 C 468 580 500 486 606 480 C 700 486 736 580 730 690"), 24, leather.lighter(-0.35))
    sheet.cord(handle, 36, leather, drop=Drop(6, 8, 8, 0.3))
    sheet.stitch(path("M 460 690 C 454 566 482 466 600 460 C 718 466 746 566 740 690"), thread, width=2)
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
    sheet.lay(flap, leather.lighter(0.03), drop=Drop(6, 12, 10, 0.5), rise=7, edge=8, body=22, girth=60, fade=0.2)
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
    sheet.lay(panel(546, 866, 116, 136, 12), gold(), drop=Drop(6, 10, 8, 0.5), rise=9, edge=5, body=6, girth=26, line=0.3)
    sheet.lay(panel(562, 882, 84, 104, 6), gold(), rise=-4, edge=3, body=3, girth=30, line=0.15)
    sheet.lay(disc(604, 922, 13), Cloth((0.12, 0.09, 0.05), sheen=0.0), rise=-3, body=0, line=0.2)
    sheet.lay(path("M 598 926 L 610 926 L 614 956 L 594 956 Z"), Cloth((0.12, 0.09, 0.05), sheen=0.0), rise=0, body=0, line=0.1)
