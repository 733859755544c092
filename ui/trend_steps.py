"""From one reading of a session to the next: where the keys take the cursor. Pure, no Qt.

Rule: a reading is a cuff value or a value of one of the curves. Where there is none in that
      direction the cursor stays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ui.trend_buffer import Floats
from ui.trend_model import TrendModel


def beside(model: TrendModel, at_s: float, step: int, *, cuffs_only: bool = False) -> float:
    """The moment of the reading before (`step` < 0) or behind `at_s`."""
    found = [_of_cuffs([cuff.at_s for cuff in model.cuffs.all], at_s, step)]
    if not cuffs_only:
        found += [_of_track(track.buffer.view(), at_s, step) for track in model.signals.tracks]
    moments = [one for one in found if one is not None]
    if not moments:
        return at_s
    return min(moments) if step > 0 else max(moments)


def _of_cuffs(moments: Sequence[float], at_s: float, step: int) -> float | None:
    if step > 0:
        return min((one for one in moments if one > at_s), default=None)
    return max((one for one in moments if one < at_s), default=None)


def _of_track(points: tuple[Floats, Floats], at_s: float, step: int) -> float | None:
    """Of one curve; a gap is passed over."""
    x, y = points
    if step > 0:
        place = int(np.searchsorted(x, at_s, side="right"))
    else:
        place = int(np.searchsorted(x, at_s, side="left")) - 1
    while 0 <= place < len(x):
        if np.isfinite(y[place]):
            return float(x[place])
        place += 1 if step > 0 else -1
    return None
