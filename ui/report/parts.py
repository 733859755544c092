"""The parts of a report: words and numbers, ready to be put on paper or into a text.

All of it frozen. An empty text = not known; None = there is none.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from monitor.outcomes import BaselineAccepted, Priority
from ui.review.line import Clock, Line
from ui.trend_model import LimitLine

Point = tuple[float, float]
"""A moment in session seconds, and a value."""
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """`loud`: it is what the page is about, or something is not right."""

    name: str
    value: str
    loud: bool = False


@dataclass(frozen=True, slots=True)
class SignRow:
    """One sign of the summary; `when` tells the moment and the change of its extreme.

    `lowest`: the extreme is not the highest value.
    """

    name: str
    baseline: str
    extreme: str
    when: str
    end: str
    end_at: str
    lowest: bool = False


@dataclass(frozen=True, slots=True)
class AlarmRow:
    line: Line
    clock: str

    @property
    def priority(self) -> Priority:
        return self.line.priority or Priority.LOW


@dataclass(frozen=True, slots=True)
class EventRow:
    """One thing that happened. `rank`: the lower, the more it matters."""

    line: Line
    clock: str
    minutes: str
    rank: int


class Met(enum.Enum):
    YES = "met"
    NO = "not-met"
    OPEN = "not-yet"
    LET_GO = "let-go"


@dataclass(frozen=True, slots=True)
class Criterion:
    name: str
    met: Met
    told: str


@dataclass(frozen=True, slots=True)
class Stem:
    """A cuff reading as it is drawn. `counted` False: it is in no number of the summary."""

    at_s: float
    sbp: float
    dbp: float
    counted: bool
    manual: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """From when to when it ran at so many mg/min; None = at a rate nobody knows."""

    from_s: float
    to_s: float
    mg_per_min: float | None


@dataclass(frozen=True, slots=True)
class Course:
    """What the curve draws. Session seconds; `zero_s` is what the axis counts from."""

    from_s: float
    to_s: float
    zero_s: float
    stems: tuple[Stem, ...] = ()
    heart: tuple[tuple[Point, ...], ...] = ()
    heart_name: str = ""
    spo2: tuple[tuple[Point, ...], ...] = ()
    limits: tuple[LimitLine, ...] = ()
    baseline: BaselineAccepted | None = None
    rates: tuple[Rate, ...] = ()
    doses: tuple[Point, ...] = ()
    by_drip: bool = True


@dataclass(frozen=True, slots=True)
class CuffRow:
    """One cuff reading of the detail pages."""

    clock: str
    minutes: str
    pressure: str
    mean: str
    heart: str
    spo2: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """One session, told for a chart. `marks` say in words what is not usual about the record."""

    session_id: str
    title: str
    clinic: str
    who: str
    about: str
    when: str
    marks: tuple[str, ...]
    missing: str
    drug: tuple[Fact, ...]
    setting: tuple[Fact, ...]
    signs: tuple[SignRow, ...]
    measures: tuple[Fact, ...]
    alarms: tuple[AlarmRow, ...]
    alarms_told: str
    events: tuple[EventRow, ...]
    """Those worth a line on the one page."""
    happened: tuple[EventRow, ...]
    """All of them."""
    scores: tuple[Fact, ...]
    criteria: tuple[Criterion, ...]
    criteria_told: str
    signed: tuple[str, ...]
    audit: tuple[Fact, ...]
    program: str
    course: Course
    cuffs: tuple[CuffRow, ...]
    limits: tuple[Fact, ...]
    answers: tuple[Fact, ...]
    clock: Clock
    """From a session second to the time of the day."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every number of the summary, as it is written."""
        texts = [one.value for one in (*self.drug, *self.measures, *self.scores)]
        for row in self.signs:
            texts += [row.baseline, row.extreme, row.when, row.end, row.end_at]
        texts += [self.when, self.alarms_told, self.criteria_told]
        found = (number for text in texts for number in _NUMBER.findall(text))
        return tuple(dict.fromkeys(found))
