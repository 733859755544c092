"""A curve with no more points than a screen has pixels for.

Rule 1: of the points that share a pixel the highest and the lowest are kept, so no peak is lost;
        where one of them is a gap all of them are, so no gap is lost either.
Rule 2: which points share one is counted from the first of all, so that a curve that moves does
        not shimmer.
Rule 3: highest and lowest take turns. A line that goes back to the top for each pixel is drawn
        twice as long, and shows nothing more.
"""

from __future__ import annotations

import math

import numpy as np

from ui.trend_buffer import Floats


def share_of(points: int, width_px: float) -> int:
    """How many points share a pixel; a power of two, for the same reason as rule 2."""
    per_px = points / max(1.0, width_px)
    return 1 << max(0, round(math.log2(max(1.0, per_px))))


def thinned(x: Floats, y: Floats, share: int) -> tuple[Floats, Floats]:
    """Two points for every `share` of them, at the moment in their middle; all of them for 1."""
    if share == 1:
        return x, y
    whole = len(x) // share
    rest = len(x) - whole * share
    even = y[: whole * share].reshape(whole, share)
    ends: Floats = np.empty((whole + bool(rest), 2), dtype=np.float64)
    middles: Floats = np.empty(len(ends), dtype=np.float64)
    middles[:whole] = x[share // 2 : whole * share : share]
    with np.errstate(invalid="ignore"):
        ends[:whole, 0], ends[:whole, 1] = even.max(axis=1), even.min(axis=1)
        if rest:
            middles[whole] = x[whole * share + rest // 2]
            ends[whole] = y[-rest:].max(), y[-rest:].min()
    ends[1::2] = ends[1::2, ::-1]
    return np.repeat(middles, 2), ends.ravel()
