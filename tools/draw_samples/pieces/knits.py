"""Draw knits and shirts: roll-neck, cardigan, cable crew, polo, blouse and shirt."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from PySide6.QtGui import QPainterPath

from tools.draw_samples.cloth import Cloth, cotton, knit, satin
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.jackets import button, horn
from tools.draw_samples.pieces.weave import cabled, ribbed, stitched, striped
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, flip, path, twin

SLEEVE = (
    "M 490 330 C 420 352 362 376 334 420 C 288 500 262 720 232 1040"
    " C 262 1064 306 1070 336 1060 C 356 920 384 800 414 700 C 470 620 520 540 500 420 Z"
)
CUFF = "M 230 1030 C 262 1052 304 1058 340 1050 L 330 1136 C 304 1144 264 1140 238 1124 Z"
BODY = "M 600 352 L 514 318 C 470 334 440 350 424 368 C 446 480 444 600 404 712 C 404 840 398 980 396 1112 Q 500 1136 600 1136"
FOLDS = (
    Fold("M 406 716 C 440 760 470 780 520 780", 46, -9, 0.9, 0.1),
    Fold("M 404 760 C 450 810 490 830 540 824", 40, 9, 0.9, 0.1),
    Fold("M 440 860 C 436 960 428 1040 420 1120", 80, 11, 0.2, 1.0),
    Fold("M 540 700 C 530 860 524 1000 520 1130", 80, -9, 0.1, 0.9),
    Fold("M 470 440 C 500 540 520 600 560 640", 80, 9, 0.7, 0.2),
)
ARM = (
    Fold("M 372 500 C 336 660 304 840 282 1040", 62, 9, 0.6, 0.7),
    Fold("M 410 720 C 372 760 350 800 330 870", 28, -8, 1.0, 0.2),
    Fold("M 360 860 C 320 890 290 900 262 900", 26, -6, 0.7, 0.3),
    Fold("M 350 930 C 312 956 290 960 258 956", 24, 6, 0.7, 0.3),
)


def _knitted(sheet: Sheet, cloth: Cloth, relief: Field, rib: Cloth, *, body: str = BODY) -> None:
    for sign in (False, True):
        sheet.lay(flip(path(SLEEVE)) if sign else path(SLEEVE), cloth.lighter(-0.04 if sign else 0), relief=stitched(),
                  folds=twin(ARM)[1::2] if sign else ARM, body=28, girth=36)  # fmt: skip
        _rib(sheet, flip(path(CUFF)) if sign else path(CUFF), rib)
    sheet.lay(
        both(body),
        cloth,
        relief=relief,
        folds=twin(FOLDS),
        body=28,
        girth=56,
        drop=Drop(3, 6, 9, 0.26),
        fade=0.14,
        line=0.3,
    )
    _rib(sheet, both("M 600 1120 Q 500 1120 396 1098 L 404 1196 Q 500 1218 600 1218"), rib)


def _rib(sheet: Sheet, shape: QPainterPath, rib: Cloth) -> None:
    sheet.lay(
        shape, rib, relief=ribbed(12, 2.0), drop=Drop(3, 5, 6, 0.28), body=9, girth=20, line=0.3
    )


def roll_neck(look: Look) -> Field:
    """Draw the fine roll-neck."""
    sheet, cloth = Sheet(), knit(look.colour)
    hook(sheet, 260, 130)
    _knitted(sheet, cloth, stitched(), cloth.lighter(-0.03))
    _rib(
        sheet,
        both("M 600 352 Q 540 350 506 330 Q 516 290 520 236 Q 560 246 600 246"),
        cloth.lighter(-0.05),
    )
    roll = both("M 600 224 Q 550 222 516 226 C 502 250 500 290 508 312 Q 550 330 600 330")
    sheet.lay(
        roll, cloth, relief=ribbed(12, 2.0), drop=Drop(3, 8, 8, 0.4), body=14, girth=26, line=0.3
    )
    return hang(sheet)


def cable_crew(look: Look) -> Field:
    """Draw the crew-neck with three cables."""
    sheet, cloth = Sheet(), knit(look.colour)
    hook(sheet, 320)
    sheet.lay(
        path("M 520 322 Q 600 346 680 322 L 672 372 Q 600 420 528 372 Z"),
        cloth.lighter(-0.3),
        body=3,
        girth=12,
    )
    cables = cabled((490.0, 600.0, 710.0)) + stitched()
    body = BODY.replace("M 600 352 L 514 318", "M 600 400 Q 540 396 514 318")
    _knitted(sheet, cloth, cables, cloth.lighter(-0.03), body=body)
    _rib(
        sheet,
        path(
            "M 508 312 Q 530 412 600 412 Q 670 412 692 312 L 664 306 Q 656 376 600 376 Q 544 376 536 306 Z"
        ),
        cloth,
    )
    return hang(sheet)


def cardigan(look: Look) -> Field:
    """Draw the V-neck cardigan with a contrasting band."""
    sheet, cloth, trim = Sheet(), knit(look.colour), knit(look.accent)
    hook(sheet, 330)
    sheet.lay(
        path("M 516 324 Q 600 344 684 324 L 640 520 L 600 700 L 560 520 Z"),
        cloth.lighter(-0.35),
        relief=stitched(),
        body=4,
        girth=20,
    )
    body = BODY.replace("M 600 352 L 514 318", "M 600 720 C 570 600 530 450 514 318")
    _knitted(sheet, cloth, stitched(), cloth, body=body)
    for sign in (True, False):
        band = path(
            "M 492 318 Q 506 300 530 306 C 544 440 584 600 612 712 L 614 1214 L 574 1214 L 574 726 C 546 600 504 440 492 318 Z"
        )
        _rib(sheet, flip(band) if sign else band, trim)
        pocket = path("M 436 960 L 540 960 L 540 990 L 436 990 Z")
        _rib(sheet, flip(pocket) if sign else pocket, trim)
    for y in (740, 850, 960, 1070, 1180):
        button(sheet, 596, y, horn("#d8c9ad"), 14)
    return hang(sheet)


def polo(look: Look) -> Field:
    """Draw the long-sleeved knitted polo."""
    sheet, cloth = Sheet(), knit(look.colour)
    hook(sheet, 300)
    sheet.lay(
        path("M 520 312 Q 600 334 680 312 L 650 420 L 600 470 L 550 420 Z"),
        cloth.lighter(-0.35),
        body=3,
        girth=16,
    )
    body = BODY.replace("M 600 352 L 514 318", "M 600 470 C 570 430 530 380 514 318")
    _knitted(sheet, cloth, stitched(8, 7, 0.9), cloth.lighter(-0.03), body=body)
    sheet.lay(
        path("M 580 440 L 620 440 L 620 640 L 580 640 Z"),
        cloth.lighter(0.03),
        relief=stitched(8, 7, 0.9),
        body=4,
        girth=10,
        drop=Drop(3, 5, 5, 0.3),
    )
    for sign in (False, True):
        leaf = path(
            "M 528 288 C 512 296 506 306 500 324 C 508 380 520 420 536 452 L 602 452 C 580 420 552 360 542 292 Z"
        )
        sheet.lay(
            flip(leaf) if sign else leaf,
            cloth.lighter(0.02),
            relief=ribbed(9, 1.4),
            body=8,
            girth=18,
            drop=Drop(4, 8, 7, 0.36),
        )
    for y in (490, 550, 610):
        button(sheet, 600, y, horn("#cdbf9f"), 10)
    return hang(sheet)


LIGHT_FOLDS = (
    *FOLDS,
    Fold("M 470 500 C 474 700 470 900 462 1200", 60, 8, 0.3, 1.0),
    Fold("M 560 560 C 556 760 560 960 552 1220", 50, -8, 0.2, 1.0),
)


def _shirted(sheet: Sheet, cloth: Cloth, hem: str) -> None:
    for sign in (False, True):
        sheet.lay(flip(path(SLEEVE)) if sign else path(SLEEVE), cloth.lighter(-0.05 if sign else 0),
                  folds=twin(ARM)[1::2] if sign else ARM, body=28, girth=36)  # fmt: skip
        cuff = path(CUFF)
        sheet.lay(
            flip(cuff) if sign else cuff,
            cloth.lighter(0.04),
            body=8,
            girth=18,
            drop=Drop(2, 5, 5, 0.26),
        )
    body = (
        "M 600 420 L 514 318 C 470 334 440 350 424 368 C 446 480 444 600 404 712 C 404 840 398 980 392 1112 "
        + hem
    )
    sheet.lay(
        both(body),
        cloth,
        folds=twin(LIGHT_FOLDS),
        body=26,
        girth=56,
        drop=Drop(3, 6, 9, 0.26),
        fade=0.14,
    )


def shirt(look: Look) -> Field:
    """Draw the poplin shirt; motif stripe lays fine stripes."""
    sheet, cloth = Sheet(), cotton(look.colour)
    if look.motif == "stripe":
        cloth = striped(cloth, look.accent, 20, 7)
    hook(sheet, 300)
    sheet.lay(
        path("M 524 306 Q 600 326 676 306 L 650 380 L 600 430 L 550 380 Z"),
        cloth.lighter(-0.12),
        body=3,
        girth=14,
    )
    _shirted(sheet, cloth, "C 400 1190 440 1256 500 1262 Q 560 1266 600 1250")
    sheet.lay(
        path("M 574 420 L 626 420 L 626 1252 L 574 1252 Z"),
        cloth.lighter(0.03),
        body=4,
        girth=9,
        drop=Drop(3, 4, 5, 0.24),
    )
    for x in (582, 618):
        sheet.stitch(path(f"M {x} 430 L {x} 1246"), "#ffffff", width=1.4)
    for sign in (False, True):
        leaf = path(
            "M 532 282 C 518 290 512 300 506 318 C 512 370 520 410 530 452 L 602 424 C 580 400 556 350 548 288 Z"
        )
        sheet.lay(
            flip(leaf) if sign else leaf,
            cloth.lighter(0.06),
            body=7,
            girth=16,
            drop=Drop(4, 8, 7, 0.36),
        )
    for y in (470, 590, 710, 830, 950, 1070, 1190):
        button(sheet, 600, y, horn("#efe8dc"), 10)
    return hang(sheet)


def bow_blouse(look: Look) -> Field:
    """Draw the silk blouse with a long bow."""
    sheet, cloth = Sheet(), satin(look.colour)
    hook(sheet, 310)
    sheet.lay(
        path("M 524 316 Q 600 336 676 316 L 650 380 L 600 430 L 550 380 Z"),
        cloth.lighter(-0.25),
        body=3,
        girth=14,
    )
    _shirted(sheet, cloth, "Q 500 1200 600 1200")
    sheet.seam(path("M 600 420 L 600 1196"), width=2.4, dark=0.35)
    for sign in (False, True):
        neck = path(
            "M 528 300 C 516 306 512 316 510 330 C 520 380 560 420 604 450 L 604 404 C 570 380 548 350 544 306 Z"
        )
        sheet.lay(flip(neck) if sign else neck, cloth, body=8, girth=16, drop=Drop(3, 7, 7, 0.34))
    for tail in (
        "M 590 452 C 560 560 540 680 532 800 L 592 822 C 598 700 606 560 612 456 Z",
        "M 604 452 C 640 540 664 640 676 742 L 622 766 C 616 660 604 560 592 456 Z",
    ):
        sheet.lay(
            path(tail),
            cloth,
            folds=[Fold(tail.split(" L ")[0], 40, -8, 0.4, 0.6)],
            body=9,
            girth=20,
            drop=Drop(8, 11, 10, 0.36),
        )
    for sign in (False, True):
        loop = path(
            "M 600 436 C 560 390 500 386 476 410 C 460 440 470 482 500 494 C 540 500 580 474 602 452 Z"
        )
        folds = [Fold("M 596 446 C 560 430 530 430 500 440", 26, -8, 0.4, 0.9)]
        sheet.lay(
            flip(loop) if sign else loop,
            cloth,
            folds=twin(folds)[1:] if sign else folds,
            body=12,
            girth=22,
            drop=Drop(6, 10, 9, 0.4),
        )
    sheet.lay(
        path(
            "M 582 420 Q 600 412 618 420 Q 626 446 616 474 Q 600 482 584 474 Q 574 446 582 420 Z"
        ),
        cloth,
        body=10,
        girth=14,
        drop=Drop(4, 7, 6, 0.4),
    )
    return hang(sheet)
