"""How tall a wave is drawn: an envelope that moves seldom, so that beats can be compared.

Rule 1: looked at once a second, changed when a sweep begins anew at the left, or at once when much
        of the wave would be cut off. In its first seconds a wave may settle.
Rule 2: a short spike (an electrode that was touched) does not make the beats small.
Rule 3: a wave that has become flat stays flat: it is magnified slowly, and never beyond what its
        unit means.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

SPIKE_PER_CENT = 0.4
"""So much of the samples above, and below, may lie outside: 40 ms of ten seconds."""
MARGIN = 0.12
OUTSIDE_BY = 0.06
"""Further outside than this share of the height, the envelope has to grow."""
SMALL_BELOW = 0.55
SHRINK_AT_MOST = 0.7
CUT_OFF_SHARE = 0.1
SETTLES_IN = 4
"""Looks; one a second."""
LEAST_SPAN = {"mV": 0.5, "µV": 500.0, "%": 0.4}
LEAST_SPAN_OF_STEPS = 12.0
"""Of a wave without a unit: so many of the monitor's own steps are at least the whole height."""


class WaveScale:
    """`low` and `high` are the values at the bottom and at the top; equal = not known yet."""

    def __init__(self, unit: str) -> None:
        self.low = 0.0
        self.high = 0.0
        self._least = LEAST_SPAN.get(unit, LEAST_SPAN_OF_STEPS)
        self._looks = 0

    @property
    def known(self) -> bool:
        return self.high > self.low

    def look(self, samples: Samples, *, begins: bool) -> bool:
        """The last seconds of the wave; `begins` when a sweep does. True = it has changed."""
        finite = samples[np.isfinite(samples)].astype(np.float64)
        if not len(finite):
            return False
        self._looks += 1
        edges = (SPIKE_PER_CENT, 100.0 - SPIKE_PER_CENT)
        low, high = (float(edge) for edge in np.percentile(finite, edges))
        if not self.known:
            return self._set(low, high, self._least)
        if not begins and self._looks > SETTLES_IN and not self._cuts_off(finite):
            return False
        height = self.high - self.low
        small = high - low < SMALL_BELOW * height * (1.0 - 2.0 * MARGIN)
        outside = max(self.low - low, high - self.high) > OUTSIDE_BY * height
        if outside or (small and height > self._least):
            return self._set(low, high, max(self._least, 0.0 if outside else self._slowly()))
        return False

    def _slowly(self) -> float:
        return 0.0 if self._looks <= SETTLES_IN else (self.high - self.low) * SHRINK_AT_MOST

    def _cuts_off(self, finite: npt.NDArray[np.float64]) -> bool:
        return float(np.mean((finite < self.low) | (finite > self.high))) > CUT_OFF_SHARE

    def _set(self, low: float, high: float, least: float) -> bool:
        height = max((high - low) / (1.0 - 2.0 * MARGIN), least)
        middle = (low + high) / 2.0
        before = (self.low, self.high)
        self.low, self.high = middle - height / 2.0, middle + height / 2.0
        return (self.low, self.high) != before
