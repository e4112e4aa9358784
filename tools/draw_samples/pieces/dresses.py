"""Draw dresses: the day dress, the gown, the slip, the shirt dress and the wrap."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import crepe
from tools.draw_samples.hanger import wire
from tools.draw_samples.look import Look
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, path, twin


def gores(
    top: float, low: float, waist: float, hem: float, count: int, height: float = 12
) -> list[Fold]:
    """Return folds that fan from a waist to a hem, a ridge and a valley by turns."""
    out = []
    for step in range(-count, count + 1):
        share = step / (count + 0.6)
        x0, x1 = 600 + waist * share, 600 + hem * share
        width = hem / count * 0.85
        out.append(
            Fold(f"M {x0} {top} C {x0 + (x1 - x0) * 0.25} {top + (low - top) * 0.35} {x1} "
                 f"{top + (low - top) * 0.6} {x1} {low}",
                 width, height if step % 2 else -height, 0.18, 1.0)
        )  # fmt: skip
    return out


def day_dress(look: Look) -> Field:
    """Draw the sleeveless day dress, nipped and flared."""
    sheet, cloth = Sheet(), crepe(look.colour)
    wire(sheet, 226, 124, 46, 130)
    back = path("M 484 272 L 520 268 Q 600 360 680 268 L 716 272 L 700 480 L 500 480 Z")
    sheet.lay(back, cloth.lighter(-0.42), body=4, girth=20)
    bodice = both(
        "M 600 404 C 566 376 534 330 512 264 L 462 270 C 462 350 448 440 420 520"
        " C 432 590 456 660 462 740 Q 530 752 600 752"
    )
    darts = twin([
        Fold("M 440 540 C 500 600 560 660 596 720", 40, -8, 0.3, 0.6),
        Fold("M 470 500 C 500 540 520 580 530 640", 90, 14, 0.8, 0.2),
        Fold("M 500 740 C 500 690 510 640 524 590", 22, -5, 0.9, 0.1),
        Fold("M 430 560 C 460 580 480 590 500 592", 26, -5, 0.6, 0.1),
    ])  # fmt: skip
    sheet.lay(bodice, cloth, folds=darts, drop=Drop(2, 4, 8, 0.3), body=26, girth=50, fade=0.1)
    sheet.stitch(
        path("M 514 276 C 538 336 568 382 600 412 C 632 382 662 336 686 276"),
        look.colour,
        width=1.5,
    )
    skirt = both("M 600 770 L 462 772 C 440 940 380 1180 336 1376 Q 460 1416 600 1416")
    sheet.lay(skirt, cloth, folds=gores(772, 1420, 130, 262, 4, 17), body=26, girth=60, fade=0.18)
    band = both("M 600 742 Q 530 742 460 734 L 458 780 Q 530 792 600 792")
    sheet.lay(band, cloth.lighter(-0.08), drop=Drop(2, 7, 7, 0.36), body=7, girth=14)
    for row in (756, 772):
        sheet.seam(path(f"M 460 {row - 4} Q 600 {row + 8} 740 {row - 4}"), width=1.6, dark=0.3)
    return hang(sheet)


def gown(look: Look) -> Field:
    """Draw the long evening gown, draped across and open at the side."""
    from tools.draw_samples.cloth import satin

    sheet, cloth = Sheet(), satin(look.colour)
    wire(sheet, 170, 120, 46, 80)
    sheet.lay(
        path("M 496 300 Q 600 340 704 300 L 690 380 L 510 380 Z"),
        cloth.lighter(-0.4),
        body=4,
        girth=20,
    )
    skirt = both("M 600 640 L 478 640 C 440 760 410 960 360 1396 Q 470 1440 600 1440")
    folds = [
        *gores(650, 1440, 110, 240, 4, 15),
        Fold("M 500 660 C 560 900 600 1150 640 1430", 90, 14, 0.2, 1),
    ]
    sheet.lay(skirt, cloth, folds=folds, body=30, girth=60, fade=0.2)
    slit = path("M 690 900 C 730 1060 770 1240 800 1414 L 752 1430 C 744 1240 724 1060 690 900 Z")
    sheet.lay(slit, cloth.lighter(-0.45), body=4, girth=16, line=0.3)
    bodice = path(
        "M 486 296 C 520 318 548 352 580 362 C 594 366 608 368 620 366 C 660 350 690 310 714 292 C 724 400 752 450 748 500 C 742 570 724 610 726 664 Q 600 690 474 664 C 476 610 458 570 452 500 C 450 440 480 380 486 300 Z"
    )
    drape = [Fold("M 470 470 C 540 500 640 540 736 640", 30, 9, 0.8, 0.8), Fold("M 462 520 C 540 560 620 600 700 670", 28, -8, 0.8, 0.8),
             Fold("M 466 570 C 530 600 590 630 640 676", 26, 9, 0.8, 0.8), Fold("M 500 380 C 580 430 680 500 746 560", 30, -8, 0.6, 0.9),
             Fold("M 700 320 C 660 420 600 470 500 480", 40, 8, 0.4, 0.8)]  # fmt: skip
    sheet.lay(bodice, cloth, folds=drape, drop=Drop(2, 6, 8, 0.34), body=28, girth=50)
    for a, b in ((500, 512), (704, 690)):
        sheet.cord(path(f"M {a} 296 C {a} 260 {b} 230 {b} 206"), 9, cloth, drop=Drop(2, 4, 4, 0.3))
    knot = path(
        "M 470 640 C 500 620 540 640 546 668 C 540 700 500 712 472 694 C 460 676 460 656 470 640 Z"
    )
    sheet.lay(
        knot,
        cloth,
        folds=[Fold("M 472 656 C 500 660 530 670 544 690", 18, 6, 0.7, 0.7)],
        drop=Drop(5, 8, 7, 0.4),
        body=12,
        girth=18,
    )
    return hang(sheet)


def slip(look: Look) -> Field:
    """Draw the bias-cut slip with a cowl neck and fine straps."""
    from tools.draw_samples.cloth import satin

    sheet, cloth = Sheet(), satin(look.colour)
    wire(sheet, 200, 110, 44, 110)
    for a, b in ((504, 520), (696, 680)):
        sheet.cord(path(f"M {a} 400 C {a} 330 {b} 270 {b} 236"), 6, cloth)
    sheet.lay(
        path("M 496 400 Q 600 470 704 400 L 690 470 L 510 470 Z"),
        cloth.lighter(-0.35),
        body=4,
        girth=20,
    )
    body = both(
        "M 600 470 C 560 470 520 440 500 392 C 476 450 452 490 448 540 C 448 620 470 680 466 740 C 440 860 420 1080 404 1330 Q 500 1362 600 1362"
    )
    folds = [Fold("M 500 410 C 540 490 580 520 600 520 C 630 520 670 490 700 410", 26, 8, 0.9, 0.9), Fold("M 486 450 C 530 550 580 570 600 570 C 630 570 680 550 714 450", 26, -7, 0.9, 0.9),
             Fold("M 470 520 C 520 620 660 620 730 520", 26, 6, 0.8, 0.8), Fold("M 480 760 C 520 900 500 1100 480 1350", 80, 13, 0.2, 1), Fold("M 560 720 C 600 900 590 1100 570 1356", 70, -11, 0.2, 1),
             Fold("M 650 740 C 680 900 680 1100 660 1356", 80, 13, 0.2, 1), Fold("M 720 760 C 750 900 756 1100 746 1350", 60, -10, 0.2, 1),
             Fold("M 470 720 C 540 760 620 760 700 700", 30, 6, 0.7, 0.3)]  # fmt: skip
    sheet.lay(body, cloth, folds=folds, body=32, girth=60, fade=0.18)
    sheet.stitch(
        path("M 406 1316 Q 500 1348 600 1348 Q 700 1348 794 1316"), look.colour, width=1.5
    )
    return hang(sheet)


def shirt_dress(look: Look) -> Field:
    """Draw the belted shirt dress."""
    from tools.draw_samples.cloth import cotton
    from tools.draw_samples.pieces.jackets import button, horn
    from tools.draw_samples.pieces.knits import ARM, CUFF, SLEEVE
    from tools.draw_samples.pieces.weave import striped
    from tools.draw_samples.strokes import flip

    sheet, cloth = Sheet(), cotton(look.colour)
    if look.motif == "stripe":
        cloth = striped(cloth, look.accent, 18, 6)
    wire(sheet, 276, 90, 30, 130)
    sheet.lay(
        path("M 524 306 Q 600 326 676 306 L 650 380 L 600 430 L 550 380 Z"),
        cloth.lighter(-0.16),
        body=3,
        girth=14,
    )
    for sign in (False, True):
        sheet.lay(
            flip(path(SLEEVE)) if sign else path(SLEEVE),
            cloth.lighter(-0.05 if sign else 0),
            folds=twin(ARM)[1::2] if sign else ARM,
            body=28,
            girth=36,
        )
        sheet.lay(
            flip(path(CUFF)) if sign else path(CUFF),
            cloth.lighter(0.04),
            body=8,
            girth=18,
            drop=Drop(2, 5, 5, 0.26),
        )
    skirt = both("M 600 780 L 432 780 C 412 960 380 1180 350 1350 Q 470 1392 600 1392")
    sheet.lay(skirt, cloth, folds=gores(790, 1396, 150, 236, 4, 12), body=26, girth=60, fade=0.18)
    top = both(
        "M 600 420 L 514 318 C 470 334 440 350 424 368 C 446 480 444 600 408 700 C 420 730 428 760 432 800 Q 510 812 600 812"
    )
    sheet.lay(
        top,
        cloth,
        folds=twin(
            [
                Fold("M 412 700 C 460 740 500 760 560 790", 34, -8, 0.7, 0.4),
                Fold("M 470 440 C 500 560 510 660 520 790", 80, 9, 0.5, 0.5),
            ]
        ),
        body=26,
        girth=50,
        drop=Drop(3, 6, 9, 0.26),
    )
    sheet.lay(
        path("M 576 420 L 624 420 L 624 1390 L 576 1390 Z"),
        cloth.lighter(0.03),
        body=4,
        girth=9,
        drop=Drop(3, 4, 5, 0.22),
    )
    for y in (500, 610, 720, 930, 1040, 1150, 1260):
        button(sheet, 600, y, horn("#e6dccb"), 11)
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
    band = both("M 600 786 Q 510 786 428 774 L 426 834 Q 510 848 600 848")
    sheet.lay(band, cloth.lighter(-0.05), drop=Drop(2, 8, 7, 0.4), body=7, girth=14)
    for tail in (
        "M 588 840 C 570 920 560 980 556 1040 L 600 1046 C 604 980 610 910 616 842 Z",
        "M 604 842 C 630 910 646 970 654 1030 L 612 1040 C 602 970 596 910 590 844 Z",
    ):
        sheet.lay(path(tail), cloth, drop=Drop(6, 9, 7, 0.36), body=7, girth=12)
    sheet.lay(
        path(
            "M 578 784 Q 602 774 626 786 Q 636 820 624 850 Q 600 860 580 848 Q 568 816 578 784 Z"
        ),
        cloth,
        drop=Drop(4, 7, 6, 0.4),
        body=11,
        girth=16,
    )
    return hang(sheet)


def wrap(look: Look) -> Field:
    """Draw the long-sleeved wrap dress in silk jersey."""
    from tools.draw_samples.pieces.knits import ARM, SLEEVE
    from tools.draw_samples.strokes import flip

    sheet, cloth = Sheet(), crepe(look.colour)
    wire(sheet, 280, 90, 34, 130)
    sheet.lay(
        path("M 520 312 Q 600 336 680 312 L 640 560 L 600 640 L 560 560 Z"),
        cloth.lighter(-0.42),
        body=4,
        girth=16,
    )
    for sign in (False, True):
        sheet.lay(
            flip(path(SLEEVE)) if sign else path(SLEEVE),
            cloth.lighter(-0.05 if sign else 0),
            folds=twin(ARM)[1::2] if sign else ARM,
            body=28,
            girth=36,
        )
    skirt = both("M 600 760 L 444 760 C 424 940 390 1160 356 1356 Q 470 1396 600 1396")
    sheet.lay(skirt, cloth, folds=gores(770, 1400, 140, 236, 4, 15), body=26, girth=60, fade=0.18)
    over = path(
        "M 756 760 L 560 760 C 580 960 560 1180 500 1396 Q 700 1400 844 1356 C 810 1160 776 940 756 760 Z"
    )
    sheet.lay(over, cloth, folds=[Fold("M 740 770 C 700 950 640 1180 560 1396", 70, 13, 0.2, 1), Fold("M 744 780 C 740 960 720 1180 690 1390", 64, -12, 0.2, 1),
                                  Fold("M 750 780 C 770 960 790 1160 800 1370", 60, 11, 0.2, 1)], drop=Drop(-6, 6, 9, 0.34), body=24, girth=50, fade=0.16)  # fmt: skip
    right = "M 520 316 C 476 332 440 350 424 368 C 446 480 444 600 416 690 C 430 720 440 750 446 790 L 690 790 C 660 620 570 480 520 316 Z"
    gathers = [
        Fold("M 520 400 C 570 560 640 680 700 780", 34, 9, 0.6, 0.8),
        Fold("M 480 480 C 540 620 600 700 680 786", 34, -9, 0.6, 0.8),
        Fold("M 450 600 C 520 700 580 740 650 788", 32, 8, 0.7, 0.7),
    ]
    sheet.lay(path(right), cloth, folds=gathers, drop=Drop(4, 6, 8, 0.3), body=24, girth=44)
    sheet.lay(
        flip(path(right)),
        cloth,
        folds=twin(gathers)[1::2],
        drop=Drop(-5, 7, 8, 0.36),
        body=24,
        girth=44,
    )
    band = both("M 600 758 Q 520 758 446 748 L 442 800 Q 520 812 600 812")
    sheet.lay(band, cloth.lighter(-0.06), drop=Drop(2, 7, 7, 0.4), body=7, girth=14)
    for tail in (
        "M 462 800 C 440 900 430 1000 424 1080 L 466 1086 C 474 990 486 900 496 806 Z",
        "M 478 800 C 496 890 516 970 530 1040 L 492 1054 C 478 970 466 890 452 806 Z",
    ):
        sheet.lay(path(tail), cloth, drop=Drop(6, 9, 7, 0.36), body=7, girth=12)
    sheet.lay(
        path(
            "M 452 746 Q 478 736 498 750 Q 506 780 494 812 Q 470 820 452 808 Q 442 776 452 746 Z"
        ),
        cloth,
        drop=Drop(4, 7, 6, 0.4),
        body=11,
        girth=16,
    )
    return hang(sheet)
