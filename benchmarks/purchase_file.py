"""The purchase file that is brought in: a real one where it is at hand, else one of its shape."""

import os
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.frame import FOLDER

VARIABLE = "CLIENTELING_BENCH_PURCHASES"
# Source: the Complete Journey transactions: 2,469 households, 155,848 baskets, 68,509 products.
_LINES, _HOUSEHOLDS, _BASKETS, _PRODUCTS, _STORES = 1_469_307, 2_469, 155_848, 68_509, 457


def ensure(lines: int) -> Path:
    """Return the file: the one the environment names, or a drawn one, made once."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    path = FOLDER / f"purchases-{lines}.csv"
    if not path.exists():
        alone("benchmarks.purchase_file:draw", path=str(path), lines=lines)
    return path


def draw(path: str, lines: int) -> None:
    """Draw a file of the shape of the Complete Journey, the same every time."""
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(1)
    baskets = max(1, lines * _BASKETS // _LINES)
    basket = np.sort(rng.integers(0, baskets, lines))
    household = rng.integers(1, _HOUSEHOLDS + 1, baskets)
    store = rng.integers(300, 300 + _STORES, baskets)
    minute = np.sort(rng.integers(0, 364 * 24 * 60, baskets))
    moment = np.datetime64("2017-01-01T00:00:00") + minute.astype("timedelta64[m]")
    value = np.round(rng.gamma(1.4, 2.2, lines), 2)
    frame = pd.DataFrame(
        {
            "household_id": household[basket],
            "store_id": store[basket],
            "basket_id": 31_198_459_044 + basket,
            "product_id": 25_671 + rng.integers(0, _PRODUCTS, lines) * 7,
            "quantity": rng.choice([1, 1, 1, 1, 2, 3], lines),
            "sales_value": value,
            "retail_disc": np.round(value * rng.choice([0, 0, 0.1, 0.25], lines), 2),
            "coupon_disc": 0.0,
            "coupon_match_disc": 0.0,
            "week": minute[basket] // (7 * 24 * 60) + 1,
            "transaction_timestamp": moment[basket],
        }
    )
    out = Path(path)
    out.parent.mkdir(parents=True, exist_ok=True)
    making = out.with_suffix(".making")
    frame.to_csv(making, index=False, date_format="%Y-%m-%d %H:%M:%S")
    making.rename(out)
