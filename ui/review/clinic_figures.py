"""What the sessions of some days say together: how many, how spread, and what alarms were worth.

Pure, no Qt. Rules:

Rule 1: nothing is about a single patient. A figure needs `LEAST` sessions that contribute to it,
        and no lowest or highest value is ever given: each would be somebody's.
Rule 2: the bars of a histogram have round widths, the same in every period, so that two periods
        can be compared by eye; they are doubled only where there would be more than `MOST_BARS`.
Rule 3: a file that is taken along has the same numbers on every computer (`data/export/cells.py`).
Rule 4: of simulated sessions each line of it says so: no figure can be taken for the clinic's.
"""

from __future__ import annotations

import enum
import math
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.export.cells import csv_line
from data.export.csv import SIMULATED
from data.export.material import NO_PATIENT
from data.period import Period, SessionFigures
from monitor.alarm_report import AlarmReport, together
from monitor.outcomes import Priority
from monitor.routes import Route

LEAST = 5
MOST_BARS = 18
WATCHED = "watched"
"""The group of sessions in which nothing was given."""
ALL = "all"


class Measure(enum.StrEnum):
    PEAK_SBP = "peak-sbp"
    RISE_SBP = "rise-sbp"
    DOSE = "dose"
    LASTED = "lasted"
    LEAVING = "leaving"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """`of` gives what one session contributes; `bar` is the width of a bar."""

    of: Callable[[SessionFigures], tuple[float, ...]]
    bar: float
    unit: str
    digits: int = 0


def _one(value: float | None, per: float = 1.0) -> tuple[float, ...]:
    return () if value is None else (value / per,)


MEASURES: dict[Measure, MeasureFacts] = {
    Measure.PEAK_SBP: MeasureFacts(lambda one: _one(one.peak_sbp), 10.0, "mmHg"),
    Measure.RISE_SBP: MeasureFacts(lambda one: _one(one.rise_sbp), 5.0, "mmHg"),
    Measure.DOSE: MeasureFacts(lambda one: _one(one.given_mg_per_kg), 0.1, "mg/kg", 2),
    Measure.LASTED: MeasureFacts(lambda one: _one(one.lasted_s, 60.0), 15.0, "min"),
    Measure.LEAVING: MeasureFacts(lambda one: _one(one.leaving_s, 60.0), 10.0, "min"),
    Measure.ANSWER: MeasureFacts(lambda one: one.report.acknowledge_s, 10.0, "s"),
}


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `n` values: the quartiles, and bars of equal width from `begin` on."""

    n: int
    lower: float
    median: float
    upper: float
    begin: float
    bar: float
    counts: tuple[int, ...]


def spread_of(measure: Measure, sessions: Sequence[SessionFigures]) -> Spread | None:
    """None = too few sessions contribute to it."""
    facts = MEASURES[measure]
    each = [several for one in sessions if (several := facts.of(one))]
    if len(each) < LEAST:
        return None
    values = sorted(value for several in each for value in several)
    lower, median, upper = statistics.quantiles(values, n=4, method="inclusive")
    bar = facts.bar
    while _place(values[-1], bar) - _place(values[0], bar) >= MOST_BARS:
        bar *= 2
    first = _place(values[0], bar)
    heap = Counter(_place(value, bar) - first for value in values)
    counts = tuple(heap[place] for place in range(max(heap) + 1))
    return Spread(len(values), lower, median, upper, first * bar, bar, counts)


def _place(value: float, bar: float) -> int:
    """Of a bar from 0 on; rounded first, so that 0.3 is the beginning of its bar."""
    return math.floor(round(value / bar, 6))


# ---- groups -------------------------------------------------------------------------------------


def groups(period: Period) -> dict[str, tuple[SessionFigures, ...]]:
    """All of them, then those of each route that there is, then those that were only watched."""
    found: dict[str, tuple[SessionFigures, ...]] = {ALL: period.sessions}
    for route in Route:
        if chosen := tuple(one for one in period.sessions if one.route is route):
            found[route.value] = chosen
    if watched := tuple(one for one in period.sessions if one.route is None):
        found[WATCHED] = watched
    return found


def alarms_of(sessions: Sequence[SessionFigures]) -> AlarmReport | None:
    """What the alarms of these sessions were worth; None = too few sessions."""
    return together(one.report for one in sessions) if len(sessions) >= LEAST else None


# ---- the table that is taken along --------------------------------------------------------------

HEAD = (
    *("first_day", "last_day", "route", "figure", "kind", "unit"),
    *("n", "value", "lower_quartile", "upper_quartile"),
)


def table_lines(period: Period, *, simulated: bool = False) -> Iterator[str]:
    """A line of CSV for each figure of each group; an empty cell where too few contribute."""
    yield csv_line((*HEAD, NO_PATIENT) if simulated else HEAD)
    days = (period.first.isoformat(), period.last.isoformat())
    mark = (SIMULATED,) if simulated else ()
    for name, sessions in groups(period).items():
        for cells in _cells(sessions):
            yield csv_line((*days, name, *cells, *mark))
    yield csv_line((*days, ALL, "unreadable", "count", "", "", period.unreadable, "", "", *mark))


Cells = tuple[str | float, ...]


def _cells(sessions: Sequence[SessionFigures]) -> Iterator[Cells]:
    """Figure, kind, unit, n, value, lower and upper quartile."""
    many = len(sessions)
    yield "sessions", "count", "", many, many, "", ""
    for measure, facts in MEASURES.items():
        spread = spread_of(measure, sessions)
        name = measure.value.replace("-", "_")
        if spread is None:
            yield name, "median", facts.unit, "", "", "", ""
        else:
            quartiles = (spread.median, spread.lower, spread.upper)
            told = (round(value, 3) for value in quartiles)
            yield name, "median", facts.unit, spread.n, *told
    yield from _alarm_cells(alarms_of(sessions))


def _alarm_cells(report: AlarmReport | None) -> Iterator[Cells]:
    if report is None:
        return
    hours = round(report.hours, 3)
    yield "watched", "sum", "h", "", hours, "", ""
    for technical, kind in ((False, "alarms"), (True, "technical")):
        counted = report.technical if technical else report.physiological
        for priority in sorted(Priority, reverse=True):
            rate = report.per_hour(priority, technical=technical)
            name = f"{kind}_{priority.word}"
            yield name, "count", "", "", counted[priority], "", ""
            yield name, "per_hour", "1/h", "", _cell(rate), "", ""
    for name in ("confirmed", "withdrawn", "undecided"):
        yield f"cuff_alarms_{name}", "count", "", "", int(getattr(report, name)), "", ""
    share, alarms = report.artefact_share, report.physiological.total()
    yield "artefacts", "share", "", alarms, _cell(share), "", ""


def _cell(value: float | None) -> str | float:
    return "" if value is None else round(value, 4)
