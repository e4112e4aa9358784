"""Draw skirts and trousers."""

# ruff: noqa: E501 - a written outline reads best whole, on one line

from tools.draw_samples.cloth import Cloth, cotton, crepe, gold, satin, wool
from tools.draw_samples.hanger import hook
from tools.draw_samples.look import Look
from tools.draw_samples.pieces.dresses import gores
from tools.draw_samples.pieces.jackets import button, horn
from tools.draw_samples.pieces.weave import checked
from tools.draw_samples.sheet import Drop, Sheet, hang
from tools.draw_samples.strokes import Field, Fold, both, flip, panel, path, twin


def _clips(sheet: Sheet, y: float, reach: float) -> None:
    from tools.draw_samples.cloth import steel

    sheet.cord(path(f"M {600 - reach} {y} L {600 + reach} {y}"), 12, steel())
    for x in (600 - reach + 30, 600 + reach - 30):
        sheet.lay(
            panel(x - 16, y - 12, 32, 62, 5),
            steel(),
            rise=4,
            edge=3,
            body=3,
            girth=10,
            drop=Drop(3, 5, 5, 0.4),
        )


def wide_trousers(look: Look) -> Field:
    """Draw the wide, pressed trousers with a high waist."""
    return _trousers(crepe(look.colour), hem=214, knee=150, low=1404, pleats=True)


def slim_trousers(look: Look) -> Field:
    """Draw the slim trousers that end at the ankle."""
    return _trousers(cotton(look.colour), hem=96, knee=112, low=1330, pleats=False)


def flannel_trousers(look: Look) -> Field:
    """Draw the men's flannel trousers, pleated and cuffed."""
    cloth = wool(look.colour)
    if look.motif == "check":
        cloth = checked(cloth, look.accent)
    return _trousers(cloth, hem=136, knee=138, low=1384, pleats=True, cuffs=True)


def _trousers(
    cloth: Cloth, *, hem: float, knee: float, low: float, pleats: bool, cuffs: bool = False
) -> Field:
    sheet = Sheet()
    hook(sheet, 210, 80)
    _clips(sheet, 214, 150)
    out_hem = 600 - 22 - hem - (40 if hem > 120 else 26)
    in_hem = out_hem + hem
    mid = 600 - 18 - knee - 26
    leg = path(
        f"M 604 280 L 452 280 C 420 400 410 480 404 560 C {mid - 14} 800 {out_hem + 6} 1100 {out_hem} {low}"
        f" Q {(out_hem + in_hem) / 2} {low + 16} {in_hem} {low + 6} C {in_hem + 6} 1150 {mid + knee + 6} 900 592 640 L 604 600 Z"
    )
    crease = f"M 506 300 C 500 520 {mid + knee * 0.5 + 6} 800 {(out_hem + in_hem) / 2} {low + 6}"
    folds = [
        Fold("M 590 600 C 540 640 500 660 440 664", 34, -7, 0.9, 0.1),
        Fold("M 592 650 C 550 700 520 720 470 726", 26, 6, 0.9, 0.1),
        Fold(
            f"M 440 620 C 430 800 {mid + 20} 1000 {out_hem + hem * 0.22} {low}",
            hem * 0.34,
            9,
            0.2,
            1.0,
        ),
        Fold(
            f"M 574 720 C 560 900 {mid + knee - 10} 1100 {in_hem - hem * 0.2} {low}",
            hem * 0.3,
            -8,
            0.2,
            1.0,
        ),
    ]
    for sign in (True, False):
        lines = twin(folds)[1::2] if sign else folds
        shape = flip(leg) if sign else leg
        sheet.lay(
            shape, cloth, folds=lines, body=26, girth=44, drop=Drop(6, 6, 8, 0.32), fade=0.14
        )
        press = flip(path(crease)) if sign else path(crease)
        sheet.seam(press, width=3.4, dark=0.20, light=0.9)
        if pleats:
            tuck = path("M 546 300 C 544 350 540 390 532 430")
            sheet.seam(flip(tuck) if sign else tuck, width=3, dark=0.3, light=0.6)
        pocket = path("M 446 300 L 418 440")
        sheet.seam(flip(pocket) if sign else pocket, width=3, dark=0.4, light=0.5)
        if cuffs:
            edge = path(
                f"M {out_hem - 2} {low - 46} Q {(out_hem + in_hem) / 2} {low - 30} {in_hem + 2} {low - 40} L {in_hem + 2} {low + 8} Q {(out_hem + in_hem) / 2} {low + 18} {out_hem - 2} {low + 2} Z"
            )
            sheet.lay(
                flip(edge) if sign else edge, cloth, body=8, girth=16, drop=Drop(2, -3, 5, 0.3)
            )
    sheet.seam(path("M 600 300 L 600 560"), width=2.6, dark=0.45)
    sheet.seam(path("M 622 300 L 622 500 Q 622 550 604 572"), width=2, dark=0.28)
    band = both("M 600 240 Q 520 240 452 234 L 450 300 Q 520 306 600 306")
    sheet.lay(band, cloth.lighter(0.02), drop=Drop(2, 5, 6, 0.3), body=6, girth=14)
    for x in (490, 710):
        sheet.lay(
            panel(x - 7, 232, 14, 82, 3),
            cloth.lighter(0.03),
            body=3,
            girth=6,
            drop=Drop(3, 4, 4, 0.35),
        )
    button(sheet, 612, 272, horn(), 13)
    return hang(sheet)


def pleated_skirt(look: Look) -> Field:
    """Draw the long skirt in sun pleats."""
    sheet, cloth = Sheet(), satin(look.colour)
    hook(sheet, 270, 120)
    _clips(sheet, 274, 140)
    skirt = both("M 600 340 L 462 340 C 436 560 380 1000 320 1330 Q 460 1376 600 1376")
    pleats = gores(336, 1380, 138, 276, 11, 11)
    sheet.lay(skirt, cloth, folds=pleats, body=24, girth=60, fade=0.2)
    for step in range(-11, 12):
        share = step / 11.6
        x0, x1 = 600 + 138 * share, 600 + 278 * share
        sheet.seam(
            path(f"M {x0} 344 C {x0 + (x1 - x0) * 0.25} 700 {x1} 1000 {x1} 1372"),
            width=1.8,
            dark=0.22,
            light=0.3,
        )
    sheet.lay(
        both("M 600 296 Q 530 296 462 290 L 460 348 Q 530 356 600 356"),
        cloth.lighter(-0.04),
        body=7,
        girth=14,
        drop=Drop(2, 6, 6, 0.35),
    )
    return hang(sheet)


def pencil_skirt(look: Look) -> Field:
    """Draw the pencil skirt with a slit and a fine belt line."""
    sheet, cloth = Sheet(), wool(look.colour)
    hook(sheet, 270, 120)
    _clips(sheet, 274, 140)
    skirt = both(
        "M 600 320 L 462 320 C 420 420 396 500 394 600 C 396 800 408 1000 420 1176 Q 510 1196 600 1196"
    )
    folds = twin([Fold("M 410 560 C 450 600 500 610 560 600", 40, 7, 0.9, 0.1), Fold("M 412 700 C 460 730 520 736 580 726", 34, -6, 0.9, 0.1),
                  Fold("M 520 330 C 516 400 506 450 496 480", 20, -6, 1, 0.1), Fold("M 440 700 C 446 900 454 1050 460 1190", 60, 9, 0.3, 1)])  # fmt: skip
    sheet.lay(skirt, cloth, folds=folds, body=28, girth=60, fade=0.16)
    sheet.seam(path("M 690 330 C 712 560 700 800 694 960"), width=2.4)
    sheet.lay(path("M 694 960 L 716 1188 L 672 1194 Z"), cloth.lighter(-0.3), body=2, girth=8)
    sheet.lay(
        both("M 600 292 Q 530 292 462 288 L 460 340 Q 530 346 600 346"),
        cloth.lighter(0.02),
        body=7,
        girth=14,
        drop=Drop(2, 6, 6, 0.35),
    )
    sheet.stitch(path("M 462 332 Q 530 338 600 338 Q 670 338 738 332"), look.accent, width=1.6)
    for y in (440, 520, 600):
        sheet.ball(676 + (y - 440) * 0.08, y, 13, gold(), drop=Drop(3, 4, 4, 0.5))
    return hang(sheet)
