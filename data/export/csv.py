"""A session as CSV, long form: one line per value.

Rule 1: `t_seconds,utc,sign,value,unit,source,quality`, sorted by time; what was not measured has
        no line. A pressure that a person measured and breaths that a person counted have the
        source `manual`, and stand where they were measured. Not here: scores, which are no signs,
        and a pressure measured standing, which no column tells from the others.
Rule 2: the same bytes on every computer: UTC, and the manner of `data/export/cells.py`.
Rule 3: a cuff result that a repeat did not confirm has the quality `unconfirmed`; both stay.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.export.cells import csv_line
from data.export.moments import Moments
from monitor.commands import ManualCuff
from monitor.doubted import entries_marked
from monitor.entries import Anchor, Entry
from monitor.events import Numerics
from monitor.taken import accepted
from monitor.treatment.commands import CountBreaths
from monitor.treatment.late_entries import counts, entries_placed
from monitor.vitals import SIGNS, CuffResult, Quality, VitalSign

HEADER = ("t_seconds", "utc", "sign", "value", "unit", "source", "quality")


@dataclass(frozen=True, slots=True)
class _Value:
    sign: VitalSign
    value: float
    source: str
    quality: Quality


def session_csv(entries: Iterable[Entry], anchors: Iterable[Anchor]) -> Iterator[str]:
    """The lines of the file, the header first, each with its line end.

    `utc` is empty when there is no anchor to tell it from.
    """
    yield csv_line(HEADER)
    moments = Moments(anchors)
    said = entries_marked(accepted(entries))
    counted = (one for one in said if counts(one.what, one.now_s))
    for entry in entries_placed(counted):
        values = [one for one in _values(entry) if math.isfinite(one.value)]
        if not values:
            continue
        t_seconds, utc = round(entry.now_s, 3), moments.utc(entry.now_s)
        for one in values:
            sign, unit, quality = one.sign.value, SIGNS[one.sign].unit, one.quality.value
            yield csv_line((t_seconds, utc, sign, one.value, unit, one.source, quality))


def _values(entry: Entry) -> list[_Value]:
    match entry.what:
        case Numerics(readings):
            return [_Value(one.sign, one.value, one.source, one.quality) for one in readings]
        case CuffResult() as cuff:
            four = (
                (VitalSign.SBP, cuff.sbp),
                (VitalSign.DBP, cuff.dbp),
                (VitalSign.MAP, cuff.map),
                (VitalSign.NIBP_PULSE, cuff.pulse),
            )
            return [
                _Value(sign, value, cuff.source, cuff.quality)
                for sign, value in four
                if value is not None
            ]
        case ManualCuff() as cuff:
            return [
                _Value(VitalSign.SBP, cuff.sbp, "manual", Quality.GOOD),
                _Value(VitalSign.DBP, cuff.dbp, "manual", Quality.GOOD),
            ]
        case CountBreaths(rr=rr):
            return [_Value(VitalSign.RR, rr, "manual", Quality.GOOD)]
        case _:
            return []
