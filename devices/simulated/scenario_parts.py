"""The parts of a scenario as they stand in its file; `scenario.py` says how it is written."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.vitals import CuffFailure, VitalSign


@dataclass(frozen=True, slots=True)
class Resting:
    """The patient, and what is measured at rest: mmHg, 1/min, %."""

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
    """

    sbp: float = 3.0
    dbp: float = 2.2
    hr: float = 2.5
    breath_hr: float = 3.5
    mayer_hr: float = 2.0
    drift_hr: float = 1.5
    spo2: float = 0.4
    rr: float = 0.7
    cuff_sbp: float = 5.0
    cuff_dbp: float = 4.0
    cuff_map: float = 3.0
    bias_sbp: float = 3.0
    bias_dbp: float = 2.0
    cuff_failures: float = 0.03
    cuff_outliers: float = 0.02


class OverlayKind(enum.StrEnum):
    OFFSET = "offset"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Overlay:
    """A course laid over the model; `points` are (infusion minute, value), minutes rising."""

    sign: VitalSign
    kind: OverlayKind
    points: tuple[tuple[float, float], ...]

    def at(self, minute: float) -> float | None:
        """The value at this minute; None before the first and after the last point."""
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


@dataclass(frozen=True, slots=True)
class Window:
    """From (included) to (excluded), session seconds."""

    from_s: float
    to_s: float

    def holds(self, now: float) -> bool:
        return self.from_s <= now < self.to_s
