"""The measured values of a session that count, one after the other, for every format alike.

Rule 1: what was refused, came from a device that stands behind another, or from one that is not
        this patient's, is no value (`monitor/taken.py`), unless every source is asked for. What
        was entered late stands where it was measured.
Rule 2: a pressure that a person measured and breaths that a person counted have the source
        `manual`. Not here: scores, which are no signs, and a pressure measured standing, which
        nothing would tell from the others.
Rule 3: a cuff result that a repeat did not confirm has the quality `unconfirmed`, what a person
        marked as artefact `artefact`; both stay.
Rule 4: a cuff result stands where it was measured: as much earlier than it came as the monitor
        says (`age_s`). The same moment is in every format, and on every page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.commands import ManualCuff
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.taken import accepted, entries_taken
from monitor.treatment.commands import CountBreaths
from monitor.treatment.late_entries import counts, entries_placed
from monitor.vitals import CuffResult, Quality, VitalSign

OLD = frozenset({Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN})
"""Measured at a moment that is not known."""
DRAWN = frozenset(Quality) - OLD - {Quality.ARTEFACT, Quality.DEMO}
"""What a curve shows; the rest is named beside it. What a monitor shows in its demo or test mode
is of no patient."""


@dataclass(frozen=True, slots=True)
class Value:
    """`value` is finite, in the unit of its row of `SIGNS`.

    `heard_s` is when it came: alarms and limits were those of that moment.
    """

    t_s: float
    sign: VitalSign
    value: float
    source: str
    quality: Quality
    heard_s: float


def measured_s(entry: Entry) -> float:
    """When what this entry says was measured, session seconds; negative = before it began."""
    what = entry.what
    age_s = what.age_s if isinstance(what, CuffResult) else None
    return entry.now_s - age_s if age_s is not None and math.isfinite(age_s) else entry.now_s


def session_values(entries: Iterable[Entry], *, all_sources: bool = False) -> Iterator[Value]:
    """Sorted by time, milliseconds. With `all_sources` also what a second device said."""
    once = _all if all_sources else _of_one_source
    for entry in sorted(once(entries), key=measured_s):
        t_s, heard_s = round(measured_s(entry), 3), round(entry.now_s, 3)
        for sign, value, source, quality in _values(entry):
            if math.isfinite(value):
                yield Value(t_s, sign, value, source, quality, heard_s)


def _of_one_source(entries: Iterable[Entry]) -> Iterable[Entry]:
    return entries_taken(entries_marked(entries))


def _all(entries: Iterable[Entry]) -> Iterable[Entry]:
    said = entries_marked(accepted(entries))
    return entries_placed(one for one in said if counts(one.what, one.now_s))


def _values(entry: Entry) -> Iterator[tuple[VitalSign, float, str, Quality]]:
    match entry.what:
        case Numerics(readings):
            for one in readings:
                yield one.sign, one.value, one.source, one.quality
        case CuffResult() as cuff:
            four = (
                (VitalSign.SBP, cuff.sbp),
                (VitalSign.DBP, cuff.dbp),
                (VitalSign.MAP, cuff.map),
                (VitalSign.NIBP_PULSE, cuff.pulse),
            )
            for sign, value in four:
                if value is not None:
                    yield sign, value, cuff.source, cuff.quality
        case ManualCuff() as cuff:
            yield VitalSign.SBP, cuff.sbp, "manual", Quality.GOOD
            yield VitalSign.DBP, cuff.dbp, "manual", Quality.GOOD
        case CountBreaths(rr=rr):
            yield VitalSign.RR, rr, "manual", Quality.GOOD
