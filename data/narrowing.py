"""What narrows the library down to fewer sessions, beside the words that somebody typed.

Rule 1: a day is that of the place where the session was recorded.
Rule 2: what a session does not have is never found by it: one without a cuff result has no peak,
        one that was only watched has no dose.
Rule 3: it is decided inside the database, so that ten thousand lines take no longer to narrow down
        than to count.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

DAY_S = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_HALF_A_MICROSECOND = "5e-7"
"""A line tells its day rounded to microseconds; it has to be found by the day that it tells."""
LOCAL_S = f"(opened_utc + {_HALF_A_MICROSECOND} + offset_min * 60)"
"""The local time of the opening, in seconds of a day that begins at midnight there."""
Condition = tuple[str, tuple[object, ...]]


class Alarms(enum.StrEnum):
    """Which alarms a session has: any of medium or high priority, one of high, or none of both."""

    ANY = "any"
    HIGH = "high"
    NONE = "none"


class DoseUnit(enum.StrEnum):
    MG = "mg"
    MG_PER_KG = "mg/kg"


@dataclass(frozen=True, slots=True)
class DoseRange:
    """A planned dose from here to there, both included; None = without that bound."""

    least: float | None = None
    most: float | None = None
    unit: DoseUnit = DoseUnit.MG


@dataclass(frozen=True, slots=True)
class Narrowing:
    """None, False and empty = it does not matter.

    `first` and `last` are local days, both included. `patient_id` is the whole of it. `routes` are
    names of `monitor.routes.Route`. `peak_sbp` is the least systolic peak, mmHg. `unsigned` = only
    those that nobody has signed.
    """

    first: date | None = None
    last: date | None = None
    patient_id: str = ""
    routes: frozenset[str] = frozenset()
    dose: DoseRange | None = None
    peak_sbp: float | None = None
    alarms: Alarms | None = None
    unsigned: bool = False

    def __bool__(self) -> bool:
        """It leaves anything out."""
        return self != EVERYTHING

    def sql(self) -> Condition:
        """A condition on a row of `sessions`, with its values; empty = there is none."""
        found = list(self._conditions())
        values = tuple(value for _text, some in found for value in some)
        return " AND ".join(text for text, _some in found), values

    def _conditions(self) -> Iterator[Condition]:
        if self.first is not None:
            yield f"{LOCAL_S} >= ?", (_midnight_s(self.first),)
        if self.last is not None:
            yield f"{LOCAL_S} < ?", (_midnight_s(self.last) + DAY_S,)
        if self.patient_id:
            yield "patient_id = ?", (self.patient_id,)
        if self.routes:
            marks = ", ".join("?" * len(self.routes))
            yield f"route IN ({marks})", tuple(sorted(self.routes))
        if self.dose is not None:
            yield from _dosed(self.dose)
        if self.peak_sbp is not None:
            yield "peak_sbp >= ?", (self.peak_sbp,)
        if self.alarms is not None:
            yield _ALARMS[self.alarms], ()
        if self.unsigned:
            yield "phase <> 'signed'", ()


EVERYTHING = Narrowing()
_ALARMS = {
    Alarms.ANY: "alarms_high + alarms_medium > 0",
    Alarms.HIGH: "alarms_high > 0",
    Alarms.NONE: "alarms_high + alarms_medium = 0",
}
_DOSES = {
    DoseUnit.MG: "dose_mg",
    DoseUnit.MG_PER_KG: "coalesce(mg_per_kg, dose_mg / weight_kg)",
}


def _dosed(dose: DoseRange) -> Iterator[Condition]:
    column = _DOSES[dose.unit]
    if dose.least is None and dose.most is None:
        yield f"{column} IS NOT NULL", ()
    # A dose is kept as it was computed: 82 kg times 0.5 mg/kg is 41 mg but for the last digits.
    if dose.least is not None:
        yield f"round({column}, 6) >= ?", (dose.least,)
    if dose.most is not None:
        yield f"round({column}, 6) <= ?", (dose.most,)


def _midnight_s(day: date) -> int:
    return (day.toordinal() - _EPOCH) * DAY_S


def day_of(number: int) -> date:
    """Of the local day that is so many days after the first of 1970."""
    return date.fromordinal(_EPOCH + number)
