"""Draw the neck and the calm face with closed eyes."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from functools import cache
from typing import Final

import numpy as np

from tools.draw_samples.cloth import PEARL, Cloth, Tint, code, gold, metal, mix, tint
from tools.draw_samples.portraits.person import Person
from tools.draw_samples.sheet import Drop, Sheet
from tools.draw_samples.strokes import (
    HEIGHT,
    WIDTH,
    Field,
    Fold,
    blur,
    both,
    cover,
    disc,
    flip,
    panel,
    path,
)  # fmt: skip

FACES: Final = {
    "soft": "M 600 372 C 738 372 820 480 818 622 C 816 730 762 836 692 892 C 652 922 622 930 600 930",
    "round": "M 600 380 C 748 380 828 490 826 630 C 824 744 766 832 696 884 C 656 914 624 922 600 922",
    "long": "M 600 360 C 732 360 808 470 808 622 C 808 752 776 850 712 908 C 672 946 636 958 600 958",
    "square": "M 600 366 C 742 366 826 474 824 622 C 822 742 796 826 738 888 C 686 938 644 950 600 950",
}


def skin(person: Person) -> Cloth:
    """Return the person's skin."""
    return Cloth(tint(person.skin), "fine", 0.010, 0.004, 0.07, 5, 0.9)


def neck(sheet: Sheet, person: Person) -> None:
    """Lay the neck and shoulders' root, with the shadow of the chin."""
    wide = 26 if person.is_man else 0
    half = (f"M 600 850 L {694 + wide} 850 C {692 + wide} 960 {700 + wide} 1040 {740 + wide} 1100"
            f" C 800 1160 880 1180 960 1230 L 960 1500 L 600 1500")  # fmt: skip
    sheet.lay(both(half), skin(person).lighter(-0.08), body=40, girth=60, line=0.12, fade=0.0)
    sheet.shade(
        path("M 430 700 L 770 700 L 760 930 Q 690 1040 610 1046 Q 520 1040 452 930 Z"), 0.42, 26
    )
    sheet.shade(path(f"M 640 900 L {720 + wide} 880 L {740 + wide} 1130 L 680 1130 Z"), 0.16, 24)
    for sign in (False, True):
        bone = path("M 560 1196 C 500 1176 430 1180 350 1200")
        sheet.seam(flip(bone) if sign else bone, width=12, dark=0.05, light=0)


def face(sheet: Sheet, person: Person) -> None:
    """Lay ears and face, then draw brows, lids, nose and mouth."""
    flesh = skin(person)
    for x in (376, 824):
        sheet.lay(
            disc(x, 652, 27, 58),
            flesh.lighter(-0.08),
            body=10,
            girth=14,
            line=0.2,
            drop=Drop(4, 6, 8, 0.25),
        )
    shape = both(FACES[person.build])
    sheet.lay(
        shape,
        flesh,
        body=62,
        girth=84,
        relief=_modelling(person.build),
        line=0.18,
        fade=0.12,
        drop=Drop(4, 8, 12, 0.12),
    )
    _warmth(sheet, person)
    _eyes(sheet, person)
    _nose(sheet, person)
    _mouth(sheet, person)
    if person.age == "elder":
        _years(sheet, person)


def _line_tone(person: Person) -> str:
    base: Tint = tint(person.skin)
    return code(mix(base, (0.16, 0.07, 0.05), 0.62))


@cache
def _modelling(build: str) -> Field:
    high = np.zeros((HEIGHT, WIDTH), np.float32)
    bridge = Fold("M 604 560 C 606 620 606 690 606 752", 62, 13, 0.45, 1.0).outline()
    high += blur(cover(bridge), 12) * np.float32(13 if build in {"square", "long"} else 11)
    for shape, soft, height in (
        (disc(606, 744, 30, 20), 11, 8.0), (disc(500, 616, 60, 26), 12, 4.5), (disc(704, 616, 60, 26), 12, 4.5),
        (disc(500, 590, 76, 30), 20, -5.0), (disc(704, 590, 76, 30), 20, -5.0), (disc(600, 832, 60, 22), 9, 4.5),
        (disc(600, 884, 46, 14), 14, 5.0), (disc(600, 866, 50, 7), 8, -4.0), (disc(478, 712, 62, 46), 30, 8.0),
        (disc(728, 712, 62, 46), 30, 8.0),
    ):  # fmt: skip
        high += blur(cover(shape), soft) * np.float32(height)
    return high


def _warmth(sheet: Sheet, person: Person) -> None:
    blush = code(mix(tint(person.skin), (0.78, 0.26, 0.22), 0.5))
    strength = 0.16 if person.is_man else 0.26
    for x in (470, 736):
        sheet.fill(disc(x, 716, 60, 40), blush, strength=strength, soft=28)
    sheet.fill(disc(606, 750, 26, 16), blush, strength=0.14, soft=14)


def _eyes(sheet: Sheet, person: Person) -> None:
    tone = _line_tone(person)
    dark = code(mix(tint(tone), (0.06, 0.04, 0.04), 0.6))
    brow = dark if person.age != "elder" else code(mix(tint(person.hair), tint(tone), 0.45))
    thick = 19 if person.is_man else 13
    for sign in (False, True):
        lid = path("M 442 628 C 466 656 534 660 560 630")
        crease = path("M 464 603 C 484 592 520 591 540 602")
        arch = path(
            f"M 432 574 C 458 {548 - thick / 3} 520 {540 - thick / 4} 560 {560 - thick / 4} L 562 {560 + thick * 0.75} C 524 {556 + thick * 0.2} 470 {554 + thick * 0.1} 432 574 Z"
        )
        if sign:
            lid, crease, arch = flip(lid, 602), flip(crease, 602), flip(arch, 602)
        sheet.fill(arch, brow, strength=0.82, soft=2.4)
        sheet.draw(crease, tone, 3, strength=0.34)
        sheet.fill(
            disc(702 if sign else 502, 612, 58, 22),
            tone,
            strength=0.12 if not person.lips else 0.20,
            soft=12,
        )
        sheet.draw(lid, dark, 5 if person.is_man else 6.5, strength=0.9)
        if not person.is_man:
            wing = path(
                "M 442 628 L 434 626 C 446 646 462 652 484 653 C 466 648 452 640 442 628 Z"
            )
            sheet.fill(flip(wing, 602) if sign else wing, dark, strength=0.85, soft=1)


def _nose(sheet: Sheet, person: Person) -> None:
    tone = _line_tone(person)
    sheet.fill(
        path("M 622 600 C 634 660 640 700 646 742 L 622 752 L 616 640 Z"),
        tone,
        strength=0.16,
        soft=8,
    )
    sheet.draw(
        path("M 624 640 C 630 690 650 730 642 752 C 634 768 612 770 596 768"),
        tone,
        4,
        strength=0.48,
    )
    for x in (584, 628):
        sheet.fill(disc(x, 766, 9, 4), tone, strength=0.45, soft=3)


def _mouth(sheet: Sheet, person: Person) -> None:
    own = code(mix(tint(person.skin), (0.62, 0.22, 0.20), 0.42))
    colour = person.lips or own
    upper = path(
        "M 536 830 C 560 820 580 804 592 806 Q 602 812 612 806 C 626 804 646 820 668 830 Q 602 840 536 830 Z"
    )
    lower = path(
        "M 536 830 Q 602 842 668 830 C 648 866 626 874 602 874 C 578 874 556 866 536 830 Z"
    )
    thin = 1.0 if person.lips else 0.75
    sheet.fill(lower, colour, strength=0.92 * thin, soft=1.6)
    sheet.fill(
        upper, code(mix(tint(colour), (0.2, 0.05, 0.06), 0.18)), strength=0.95 * thin, soft=1.6
    )
    sheet.draw(
        path("M 534 829 Q 602 842 670 829"),
        code(mix(tint(colour), (0.12, 0.03, 0.03), 0.6)),
        4,
        strength=0.7,
    )
    sheet.shade(disc(592, 852, 24, 6), -0.16, 6)
    sheet.shade(disc(604, 884, 40, 7), 0.12, 8)


def _years(sheet: Sheet, person: Person) -> None:
    tone = _line_tone(person)
    for written in (
        "M 528 756 C 508 786 500 808 500 830",
        "M 436 640 C 424 652 416 662 410 674",
        "M 440 632 C 428 636 418 642 408 648",
        "M 470 664 C 490 678 520 680 544 668",
    ):
        for line in (path(written), flip(path(written), 602)):
            sheet.draw(line, tone, 4, strength=0.22)
    for y in (470, 496):
        sheet.draw(path(f"M 500 {y + 6} Q 600 {y - 8} 704 {y + 6}"), tone, 4, strength=0.12)


def beard(sheet: Sheet, person: Person) -> None:
    """Lay the beard or moustache."""
    hair = Cloth(tint(person.hair), "hair", 0.10, 0.10, 0.08, 6)
    if person.beard == "stubble":
        jaw = path(
            "M 384 700 C 396 800 450 900 530 936 Q 600 962 672 936 C 756 900 806 800 818 700 C 800 780 760 800 690 800 Q 602 780 514 800 C 440 800 404 780 384 700 Z"
        )
        sheet.fill(jaw, person.hair, strength=0.30, soft=14)
        return
    if person.beard in ("short", "full"):
        low = 976 if person.beard == "short" else 1040
        jaw = path(f"M 376 650 C 378 790 440 900 520 {low - 26} Q 602 {low + 14} 684 {low - 26} C 762 900 826 790 828 650"
                   " L 806 690 C 790 760 740 790 690 790 C 650 780 630 776 602 786 C 574 776 554 780 514 790"
                   " C 464 790 414 760 398 690 Z M 540 826 C 556 868 576 878 602 878 C 628 878 648 868 664 826 Q 602 812 540 826 Z")  # fmt: skip
        sheet.lay(jaw, hair, body=16, girth=26, line=0.0, drop=Drop(3, 6, 9, 0.25))
    if person.beard in ("moustache", "short", "full"):
        tache = path(
            "M 602 782 C 570 776 540 790 520 822 C 550 824 580 820 602 808 C 624 820 654 824 684 822 C 664 790 634 776 602 782 Z"
        )
        sheet.lay(tache, hair, body=6, girth=9, line=0.0, drop=Drop(2, 4, 5, 0.25))


def necklace(sheet: Sheet, person: Person) -> None:
    """Lay a string of pearls about the neck."""
    if "necklace" not in person.extra:
        return
    for step in range(-8, 9):
        y = 1146 - (step / 8) ** 2 * 66
        sheet.ball(600 + step * 16, y, 11, metal(PEARL), drop=Drop(2, 5, 5, 0.35))


def extras(sheet: Sheet, person: Person) -> None:
    """Lay glasses and jewels."""
    for name in person.extra:
        match name:
            case "glasses":
                _glasses(sheet)
            case "studs":
                for x in (372, 830):
                    sheet.ball(x, 706, 13, metal(PEARL), drop=Drop(2, 4, 4, 0.4))
            case "pearls":
                for x in (370, 832):
                    sheet.ball(x, 706, 10, gold(), drop=Drop(2, 4, 4, 0.4))
                    sheet.ball(x, 738, 16, metal(PEARL), ry=21, drop=Drop(2, 5, 5, 0.4))
            case "hoops":
                for x in (368, 834):
                    sheet.cord(disc(x, 736, 24, 32), 8, gold(), drop=Drop(2, 4, 4, 0.4))


def _glasses(sheet: Sheet) -> None:
    rim = Cloth(tint("#3a2a20"), "hair", 0.05, 0.02, 0.4, 18)
    for x in (502, 702):
        sheet.fill(panel(x - 82, 566, 164, 118, 54), "#ffffff", strength=0.07)
        sheet.cord(panel(x - 82, 566, 164, 118, 54), 10, rim, drop=Drop(3, 7, 6, 0.28))
    sheet.cord(path("M 582 606 Q 602 590 622 606"), 10, rim, drop=Drop(2, 5, 5, 0.25))
    for line in ("M 420 606 L 376 600", "M 784 606 L 826 600"):
        sheet.cord(path(line), 10, rim)
