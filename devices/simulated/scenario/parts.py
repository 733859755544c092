"""The parts of a scenario as they stand in its file; `scenario.py` says how it is written."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal

from devices.simulated.scenario import accuracy
from monitor.vitals import CuffFailure, VitalSign


@dataclass(frozen=True, slots=True)
class Resting:
    """The patient, and what is measured at rest: mmHg, 1/min, %.

    `cuff_on_spo2_arm`: each inflation takes the pulse away from the probe.
    """

    age: float
    weight_kg: float
    sbp: float
    dbp: float
    hr: float
    spo2: float = 97.5
    rr: float = 15.0
    perfusion: float = 3.0
    hypertension: bool = False
    beta_blocker: bool = False
    cuff_on_spo2_arm: bool = False
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    minute: float
    sbp: float
    dbp: float
    hr: float


@dataclass(frozen=True, slots=True)
class Noise:
    """Standard deviations and shares; the defaults are those of awake adults at rest.

    `sbp`, `dbp`, `hr`: wandering over ten minutes. `cuff_*`: of each reading; `bias_*`: of the
    whole session. `breath_hr`: respiratory sinus arrhythmia, `mayer_hr`: the 0.1 Hz wave,
    `drift_hr`: slow drift, all 1/min.

    What is 0 here is there only where it is asked for: `ecg_hr`, the error of the heart rate,
    1/min (in % of a rate above 100); `pleth_pulse`, that of the oximeter's rate; `bias_spo2`, that
    of the saturation for the whole session, %; `spo2_dropouts` and `motions`, how many an hour.
    """

    sbp: float = 3.0
    dbp: float = 2.2
    hr: float = 2.5
    breath_hr: float = 3.5
    mayer_hr: float = 2.0
    drift_hr: float = 1.5
    spo2: float = 0.4
    rr: float = 0.7
    cuff_sbp: float = accuracy.CUFF_SBP
    cuff_dbp: float = accuracy.CUFF_DBP
    cuff_map: float = accuracy.CUFF_MAP
    bias_sbp: float = accuracy.BIAS_SBP
    bias_dbp: float = accuracy.BIAS_DBP
    cuff_failures: float = accuracy.FAILURES
    cuff_outliers: float = accuracy.OUTLIERS
    ecg_hr: float = 0.0
    pleth_pulse: float = 0.0
    bias_spo2: float = 0.0
    spo2_dropouts: float = 0.0
    motions: float = 0.0


LIFELIKE = Noise(
    ecg_hr=0.5, pleth_pulse=1.5, bias_spo2=1.0, spo2_dropouts=4.0, motions=accuracy.BURSTS_PER_H
)
"""Everything that spoils the measurements of somebody who was not written down beforehand.

Accuracies of +-1/min, +-3/min and +-2 % are taken for two standard deviations.
"""


@dataclass(frozen=True, slots=True)
class CuffSetting:
    """`[cuff_unit]`: how the cuff measures. The defaults change nothing of the truth.

    `cycle_s`: shortest and longest measurement at rest. `retries`: it tries once more by itself.
    `height_in`: inches that the cuff hangs above the heart, negative below. `icu_like`: errors as
    found beside arterial lines, in place of those of `[noise]`. `to_the_middle`: by this share a
    systolic pressure is read nearer to 111 mmHg than it is; 0.1 would be usual.
    """

    cycle_s: tuple[float, float] = (25.0, 45.0)
    retries: bool = False
    height_in: float = 0.0
    icu_like: bool = False
    to_the_middle: float = 0.0


@dataclass(frozen=True, slots=True)
class OximeterSetting:
    """`[oximeter]`: over how many seconds it averages."""

    average_s: Literal[4, 8, 16] = 8


class OverlayKind(enum.StrEnum):
    OFFSET = "offset"
    """The point's value is added."""
    TARGET = "target"
    """The point's value stands instead."""
    DOWN = "down"
    """The point's value is the share, 0 to 1, of the way from what would be down to `aim`."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A course laid over the model; `points` are (infusion minute, value), minutes rising.

    `aim` is that of `down`, in the unit of the sign; who is lower already is not lifted to it.
    `lets_go`: what holds a sign down lets go of who is woken in it: so many seconds late, then by
    1/e each so many seconds. None = as breath and saturation do (`breathing.py`), no other sign.
    """

    sign: VitalSign
    kind: OverlayKind
    points: tuple[tuple[float, float], ...]
    aim: float = 0.0
    lets_go: tuple[float, float] | None = None

    def laid_on(self, value: float, minute: float) -> float:
        """What becomes of this value at this minute."""
        there = self.at(minute)
        if there is None:
            return value
        match self.kind:
            case OverlayKind.TARGET:
                return there
            case OverlayKind.OFFSET:
                return value + there
            case OverlayKind.DOWN:
                return value - there * max(0.0, value - self.aim)

    def at(self, minute: float) -> float | None:
        """The point's value at this minute; None before the first and after the last point."""
        if not self.points or not self.points[0][0] <= minute <= self.points[-1][0]:
            return None
        before = self.points[0]
        for point in self.points:
            if minute <= point[0]:
                span = point[0] - before[0]
                share = (minute - before[0]) / span if span > 0.0 else 1.0
                return before[1] + share * (point[1] - before[1])
            before = point
        return before[1]


@dataclass(frozen=True, slots=True)
class ScriptedCuff:
    """A measurement that ends at `at_s`. Pressures None = whatever is measured."""

    at_s: float
    sbp: float | None = None
    dbp: float | None = None
    pulse: float | None = None
    failure: CuffFailure | None = None
