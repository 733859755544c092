"""Oxygen and waking: what raises the saturation of a simulated patient.

Rule 1: added oxygen raises the oxygen in the blood, and that the saturation along the curve of
        haemoglobin: much where it is low, hardly where it is high. Who does not breathe has
        nothing of it, unless somebody breathes for them.
Rule 2: somebody who is woken breathes again: what had taken hold of breathing and saturation
        before lets go of it within half a minute, and does not come back.

Facts: haemoglobin is half full at 26.8 mmHg, Hill exponent 2.7; nose prongs give 4 % of oxygen
more per L/min up to 45 %, a mask with a bag at 15 L/min 80 %. Half of the gain reaches the blood
(proposed); it is there after 20-30 s, because the lungs' store fills and the finger is far away.
"""

from __future__ import annotations

import math

AIR = 0.21
MASK_L_PER_MIN = 15.0
"""What is turned on in an emergency."""
BAGGED_PER_MIN = 12.0
"""Breaths that a bag gives to somebody who has none."""
USUAL_L_PER_MIN = 2.0
"""Of which nobody says how much."""
OXYGEN_NAMES = ("oxygen", "o2", "sauerstoff")
_HALF_FULL_MMHG, _HILL = 26.8, 2.7
_DRY_MMHG = 713.0
_REACHES_BLOOD = 0.5
_FILLS_S = 25.0
_ENOUGH_BREATH = 10.0
_FULL = 99.95
_AIR_LATE_S, _AIR_S = 2.0, 5.0
_SPO2_LATE_S, _SPO2_S = 12.0, 20.0


def inspired(l_per_min: float) -> float:
    """The share of oxygen in what is breathed."""
    if l_per_min <= 0.0:
        return AIR
    if l_per_min <= 6.0:
        return AIR + 0.04 * l_per_min
    return min(0.45 + (l_per_min - 6.0) * 0.35 / 9.0, 0.80)


def with_oxygen(spo2: float, added: float, rr: float) -> float:
    """SpO2, %, when the share of oxygen is `added` above that of air; `rr` breaths a minute."""
    if added <= 0.0 or spo2 >= _FULL:
        return spo2
    breath = min(max(rr, 0.0) / _ENOUGH_BREATH, 1.0)
    filled = max(spo2, 1.0) / 100.0
    mmhg = _HALF_FULL_MMHG * math.pow(filled / (1.0 - filled), 1.0 / _HILL)
    mmhg += _DRY_MMHG * added * _REACHES_BLOOD * breath
    power = math.pow(mmhg / _HALF_FULL_MMHG, _HILL)
    return 100.0 * power / (1.0 + power)


class Oxygen:
    """How much is added now; it comes and goes within half a minute."""

    def __init__(self) -> None:
        self.bagged = False
        self._prongs = 0.0
        self._mask = False
        self._wanted = 0.0
        self._added = 0.0

    def turn(self, l_per_min: float) -> None:
        """So much flows through the prongs from now on, L/min."""
        self._prongs = l_per_min
        self._set()

    def mask(self, *, on: bool) -> None:
        """A mask with a bag of oxygen is put on, over whatever flows, or taken off."""
        self._mask = on
        self._set()

    def _set(self) -> None:
        flow = max(MASK_L_PER_MIN, self._prongs) if self._mask or self.bagged else self._prongs
        self._wanted = inspired(flow) - AIR

    def bag(self, *, on: bool) -> None:
        self.bagged = on
        self._set()

    def step(self) -> float:
        """The share above that of air after one more second."""
        wanted = self._wanted
        if wanted != self._added:
            self._added += (wanted - self._added) / _FILLS_S
            if abs(wanted - self._added) < 1e-4:
                self._added = wanted
        return self._added


def still_asleep(
    since_woken_s: float, *, breath: bool, own: tuple[float, float] | None = None
) -> float:
    """What is left, 1 to 0, of what held breath or saturation down, so long after waking.

    `own`: seconds that it is late, and those of its fall by 1/e; None = as is usual.
    """
    late, lasts = own or ((_AIR_LATE_S, _AIR_S) if breath else (_SPO2_LATE_S, _SPO2_S))
    return 1.0 if since_woken_s <= late else math.exp(-(since_woken_s - late) / lasts)
