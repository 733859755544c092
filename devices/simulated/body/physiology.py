"""What the drug, the hour and the mind do to resting values: one definition for all patients.

The second-by-second patient (`patient.py`) and the quick population (`population.py`) both use
it, so that there is no second set of numbers.

Facts: anticipation at the start, wearing off in 20 min, half of it diastolic and seven tenths of
it on the heart rate; breathing slows by 1/min and SpO2 falls by 0.5 (0.7) % at the effect that
0.5 mg/kg over 40 min brings. Circadian: blood pressure and heart rate are highest about 14 h and
lowest at night; the size (3 and 2 mmHg, 2/min about the mean of the day) is assumed, a third of
the published one, because sessions take place by day. The pulse wave at the finger: a fifth lower
at the usual effect, growing with the root of the pulse pressure (assumed).
"""

from __future__ import annotations

import math

from devices.simulated.body.pharmacology import Response

USUAL_PEAK = 0.47
"""Occupancy at the end of 0.5 mg/kg over 40 min in the typical patient."""
ANTICIPATION_WEARS_OFF_S = 20 * 60.0
TEN_MINUTES_S = 600.0
"""The memory of what wanders for no reason that anybody knows."""
USUAL_DIP = (0.5, 0.7)
"""What SpO2 loses at the usual peak, %: mean and standard deviation between patients."""
_HIGHEST_AT_H = 14.0
_CIRCADIAN = (3.0, 2.0, 2.0)
_PULSE_WAVE = (0.3, 1.6)


def nervous(anticipation: float, since_s: float) -> float:
    """What is left of it so long after the first drop, mmHg systolic; before that, all of it."""
    if since_s <= 0.0 or not anticipation:
        return anticipation
    return anticipation * math.exp(-since_s / ANTICIPATION_WEARS_OFF_S)


def raised(
    response: Response, effect: float, fear: float, day: float = 0.0
) -> tuple[float, float, float]:
    """SBP, DBP and heart rate above rest: by the drug, by fear (mmHg systolic) and by the hour."""
    return (
        fear + response.emax_sbp * effect + _CIRCADIAN[0] * day,
        0.5 * fear + response.emax_dbp * effect + _CIRCADIAN[1] * day,
        0.7 * fear + response.emax_hr * effect + _CIRCADIAN[2] * day,
    )


def day_share(hour: float | None, since_s: float) -> float:
    """How far the day has moved the body since `hour` (0-24), as a share of the daily swing.

    Resting values are those of that hour. `hour` None = somebody without a clock.
    """
    if hour is None:
        return 0.0
    return _of_day(hour + since_s / 3600.0) - _of_day(hour)


def _of_day(hour: float) -> float:
    return math.cos(math.tau * (hour - _HIGHEST_AT_H) / 24.0)


def pulse_wave(usual: float, pulse_pressure: float) -> float:
    """Its height at the finger, as a share of that at rest.

    `usual`: the effect as a share of the usual peak; `pulse_pressure`: as a share of that at rest.
    """
    height = math.sqrt(max(pulse_pressure, 0.0))
    lowest, highest = _PULSE_WAVE
    return (1.0 - 0.2 * min(usual, 2.0)) * min(max(height, lowest), highest)
