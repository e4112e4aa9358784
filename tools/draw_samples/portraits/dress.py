"""Draw what a person wears at the shoulders."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from collections.abc import Callable
from typing import Final

from tools.draw_samples.cloth import Cloth, cotton, crepe, gold, knit, satin, wool
from tools.draw_samples.pieces.weave import ribbed, stitched
from tools.draw_samples.portraits.person import Person
from tools.draw_samples.sheet import Drop, Sheet
from tools.draw_samples.strokes import Fold, both, disc, flip, path, twin

SHOULDERS: Final = {False: "C 800 1150 900 1176 980 1222 C 1100 1290 1170 1390 1196 1512 L 600 1512",
             True: "C 820 1130 940 1150 1030 1200 C 1140 1270 1190 1390 1206 1512 L 600 1512"}  # fmt: skip
FOLDS = (
    Fold("M 980 1260 C 940 1330 920 1420 916 1510", 60, -10, 0.2, 1),
    Fold("M 860 1240 C 880 1330 890 1420 880 1510", 80, 12, 0.2, 1),
)


def _bust(sheet: Sheet, person: Person, cloth: Cloth, neck: str, *, knitted: bool = False) -> None:
    sheet.lay(both(neck + SHOULDERS[person.is_man]), cloth, folds=twin(FOLDS), body=46, girth=84, line=0.2,
              relief=stitched(12, 10, 1.6) if knitted else None, drop=Drop(3, 6, 10, 0.24), fade=0.16)  # fmt: skip


def _lapels(sheet: Sheet, cloth: Cloth, depth: float = 1512) -> None:
    leaf = path(
        f"M 716 1064 C 760 1090 790 1110 812 1132 L 826 1226 L 786 1256 L 806 1284 L 640 {depth} L 612 {depth} Z"
    )
    roll = [Fold("M 740 1090 C 740 1200 690 1360 640 1500", 60, 9, 0.6, 0.4)]
    for sign in (True, False):
        sheet.lay(
            flip(leaf) if sign else leaf,
            cloth,
            folds=twin(roll)[1:] if sign else roll,
            body=9,
            girth=26,
            line=0.3,
            drop=Drop(4, 9, 10, 0.36),
        )
        gorge = path("M 786 1256 L 746 1214")
        sheet.seam(flip(gorge) if sign else gorge, dark=0.35)


def jacket(sheet: Sheet, person: Person) -> None:
    """Lay a jacket over a plain top."""
    under = crepe(person.under)
    sheet.lay(
        both("M 600 1232 Q 690 1220 744 1120 L 800 1140 L 800 1512 L 600 1512"),
        under,
        body=14,
        girth=30,
        line=0.2,
        drop=Drop(2, 4, 8, 0.3),
    )
    cloth = wool(person.cloth)
    side = path("M 720 1080 " + SHOULDERS[person.is_man].replace("L 600 1512", "L 610 1512 Z"))
    for sign in (True, False):
        sheet.lay(flip(side) if sign else side, cloth.lighter(-0.05 if not sign else 0), folds=twin(FOLDS)[1::2] if sign else FOLDS,
                  body=40, girth=80, line=0.25, drop=Drop(2, 6, 9, 0.3), fade=0.16)  # fmt: skip
    _lapels(sheet, cloth.lighter(0.06))


def suit(sheet: Sheet, person: Person) -> None:
    """Lay a shirt, a tie and a jacket."""
    shirt_front(sheet, person.under)
    _tie(sheet, person)
    cloth = wool(person.cloth)
    side = path("M 734 1084 " + SHOULDERS[person.is_man].replace("L 600 1512", "L 612 1512 Z"))
    for sign in (True, False):
        sheet.lay(flip(side) if sign else side, cloth.lighter(-0.05 if not sign else 0), folds=twin(FOLDS)[1::2] if sign else FOLDS,
                  body=40, girth=80, line=0.25, drop=Drop(2, 6, 9, 0.3), fade=0.16)  # fmt: skip
    _lapels(sheet, cloth.lighter(0.05))
    _leaves(sheet, person.under)


def open_shirt(sheet: Sheet, person: Person) -> None:
    """Lay an open-necked shirt under a jacket."""
    shirt_front(sheet, person.under)
    sheet.fill(path("M 560 1150 L 640 1150 L 604 1330 Z"), person.skin, strength=0.9, soft=1)
    sheet.shade(path("M 548 1120 L 652 1120 L 604 1330 Z"), 0.2, 12)
    cloth = wool(person.cloth)
    side = path("M 734 1084 " + SHOULDERS[person.is_man].replace("L 600 1512", "L 612 1512 Z"))
    for sign in (True, False):
        sheet.lay(flip(side) if sign else side, cloth.lighter(-0.05 if not sign else 0), folds=twin(FOLDS)[1::2] if sign else FOLDS,
                  body=40, girth=80, line=0.25, drop=Drop(2, 6, 9, 0.3), fade=0.16)  # fmt: skip
    _lapels(sheet, cloth.lighter(0.05))
    _leaves(sheet, person.under)


def shirt_front(sheet: Sheet, dye: str) -> None:
    """Lay the front of a shirt."""
    sheet.lay(
        both("M 600 1190 L 730 1080 L 840 1140 L 840 1512 L 600 1512"),
        cotton(dye),
        body=14,
        girth=30,
        line=0.2,
    )


def _leaves(sheet: Sheet, dye: str) -> None:
    leaf = path(
        "M 720 1040 C 736 1056 744 1070 748 1092 L 716 1216 L 604 1176 C 650 1150 696 1100 714 1046 Z"
    )
    for sign in (True, False):
        sheet.lay(
            flip(leaf) if sign else leaf,
            cotton(dye),
            body=8,
            girth=18,
            line=0.28,
            drop=Drop(3, 8, 8, 0.3),
        )


def _tie(sheet: Sheet, person: Person) -> None:
    silk = satin(person.tie)
    sheet.lay(
        path("M 578 1240 L 626 1240 L 668 1512 L 540 1512 Z"),
        silk,
        body=12,
        girth=22,
        line=0.25,
        drop=Drop(4, 8, 8, 0.3),
    )
    sheet.lay(
        path("M 558 1176 Q 602 1164 646 1176 L 628 1252 Q 602 1262 576 1252 Z"),
        silk,
        body=12,
        girth=20,
        line=0.3,
        drop=Drop(4, 8, 8, 0.34),
    )


def roll_neck(sheet: Sheet, person: Person) -> None:
    """Lay a roll-neck."""
    cloth = knit(person.cloth)
    _bust(sheet, person, cloth, "M 600 1120 L 700 1110 ", knitted=True)
    wide = 22 if person.is_man else 0
    tube = both(
        f"M 600 1000 Q 680 1000 {714 + wide} 976 C {736 + wide} 1040 {744 + wide} 1110 {736 + wide} 1166 Q 680 1196 600 1196"
    )
    sheet.lay(
        tube,
        cloth,
        relief=ribbed(13, 2.4),
        body=30,
        girth=50,
        line=0.2,
        drop=Drop(3, 10, 12, 0.36),
    )


def crew(sheet: Sheet, person: Person) -> None:
    """Lay a fine crew-neck."""
    cloth = knit(person.cloth)
    _bust(sheet, person, cloth, "M 600 1196 Q 700 1186 744 1110 ", knitted=True)
    sheet.cord(
        path("M 448 1100 Q 500 1190 600 1200 Q 700 1190 752 1100"),
        34,
        cloth.lighter(0.03),
        flat=0.6,
        drop=Drop(2, 6, 7, 0.3),
    )


def boat(sheet: Sheet, person: Person) -> None:
    """Lay a boat-neck dress."""
    _bust(sheet, person, crepe(person.cloth), "M 600 1290 Q 760 1270 900 1170 ")


def v_neck(sheet: Sheet, person: Person) -> None:
    """Lay a crossed V-neck."""
    cloth = satin(person.cloth)
    _bust(sheet, person, cloth, "M 600 1470 C 660 1380 730 1230 760 1112 ")
    folds = [
        Fold("M 780 1140 C 740 1270 670 1400 590 1500", 40, 10, 0.6, 1),
        Fold("M 850 1180 C 800 1310 720 1430 640 1510", 40, -9, 0.5, 1),
    ]
    side = path(
        "M 752 1104 C 800 1120 860 1150 900 1180 C 860 1320 780 1430 690 1512 L 520 1512 C 640 1400 720 1250 752 1104 Z"
    )
    sheet.lay(
        flip(side),
        cloth,
        folds=twin(folds)[1::2],
        body=12,
        girth=30,
        line=0.2,
        drop=Drop(3, 8, 9, 0.3),
    )
    sheet.lay(side, cloth, folds=folds, body=12, girth=30, line=0.2, drop=Drop(3, 8, 9, 0.34))


def stand_collar(sheet: Sheet, person: Person) -> None:
    """Lay a silk jacket with a standing collar and knots."""
    cloth = satin(person.cloth)
    _bust(sheet, person, cloth, "M 600 1150 Q 700 1140 730 1084 ")
    collar = path(
        "M 728 1030 C 744 1060 748 1090 742 1116 Q 690 1180 604 1200 L 602 1140 Q 690 1110 728 1030 Z"
    )
    for sign in (True, False):
        sheet.lay(
            flip(collar) if sign else collar,
            cloth.lighter(0.04),
            body=9,
            girth=18,
            line=0.3,
            drop=Drop(3, 7, 8, 0.34),
        )
    sheet.seam(path("M 602 1200 L 602 1512"), dark=0.4)
    for y in (1224, 1330, 1436):
        sheet.cord(path(f"M 560 {y} L 644 {y}"), 10, cloth.lighter(-0.3), drop=Drop(2, 4, 4, 0.3))
        sheet.ball(602, y, 12, gold(), drop=Drop(2, 4, 4, 0.4))


def shawl(sheet: Sheet, person: Person) -> None:
    """Lay a draped shawl over a plain top."""
    _bust(sheet, person, crepe(person.under), "M 600 1220 Q 700 1200 744 1110 ")
    cloth = crepe(person.cloth)
    drape = path(
        "M 474 1090 C 430 1130 300 1160 210 1220 C 80 1300 20 1400 0 1512 L 760 1512 C 860 1400 920 1300 960 1220 C 880 1170 790 1150 726 1086 C 720 1160 680 1250 600 1280 C 530 1250 480 1170 474 1090 Z"
    )
    folds = [Fold("M 460 1120 C 470 1240 560 1330 700 1400", 50, 13, 0.4, 1), Fold("M 380 1160 C 400 1300 500 1410 640 1490", 56, -13, 0.4, 1),
             Fold("M 740 1130 C 740 1240 660 1320 560 1360", 44, 11, 0.5, 0.9), Fold("M 300 1200 C 310 1340 380 1440 470 1510", 60, 13, 0.4, 1)]  # fmt: skip
    sheet.lay(drape, cloth, folds=folds, body=28, girth=50, line=0.2, drop=Drop(4, 10, 12, 0.34))


def thobe(sheet: Sheet, person: Person) -> None:
    """Lay a white robe with a low standing collar."""
    _bust(sheet, person, cotton(person.cloth), "M 600 1150 Q 700 1140 740 1070 ")
    collar = path(
        "M 738 1036 C 752 1060 754 1084 748 1104 Q 690 1166 604 1184 L 602 1136 Q 690 1110 738 1036 Z"
    )
    for sign in (True, False):
        sheet.lay(
            flip(collar) if sign else collar,
            cotton(person.cloth).lighter(0.05),
            body=8,
            girth=16,
            line=0.25,
            drop=Drop(3, 7, 8, 0.3),
        )
    sheet.seam(path("M 602 1184 L 602 1512"), dark=0.3)
    for y in (1236, 1330, 1424):
        sheet.lay(disc(602, y, 9), cotton("#d9d2c4"), body=3, girth=5, drop=Drop(2, 4, 4, 0.3))


GARMENTS: Final[dict[str, Callable[[Sheet, Person], None]]] = {
    "jacket": jacket, "suit": suit, "open_shirt": open_shirt, "roll_neck": roll_neck, "crew": crew, "boat": boat,
    "v_neck": v_neck, "stand_collar": stand_collar, "shawl": shawl, "thobe": thobe,
}  # fmt: skip
