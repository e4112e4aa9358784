"""Draw dresses: the day dress, the gown, the slip, the shirt dress and the wrap."""

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
    sheet.stitch(path("M 514 276 C 538 336 568 382 600 412 C 632 382 662 336 686 276"),
                 look.colour, width=1.5)
    skirt = both("M 600 770 L 462 772 C 440 940 380 1180 336 1376 Q 460 1416 600 1416")
    sheet.lay(skirt, cloth, folds=gores(772, 1420, 130, 262, 4, 17), body=26, girth=60, fade=0.18)
    band = both("M 600 742 Q 530 742 460 734 L 458 780 Q 530 792 600 792")
    sheet.lay(band, cloth.lighter(-0.08), drop=Drop(2, 7, 7, 0.36), body=7, girth=14)
    for row in (756, 772):
        sheet.seam(path(f"M 460 {row - 4} Q 600 {row + 8} 740 {row - 4}"), width=1.6, dark=0.3)
    return hang(sheet)
