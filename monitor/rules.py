"""The alarm table: one row an alarm id, and pure judgements of one value against one row.

Rule 1: a row is data. What it compares is in `ROWS`, what a limit means for this patient is in
        `effective_limit`, and nothing else knows either.
Rule 2: comparators are as the clinic's rules write them (at least, above, below).
Rule 3: without a baseline a relative row has no limit, and a relative term drops out.
Rule 4: UNKNOWN is never "fine": it neither raises nor clears.

Rows that stand side by side under one `key` are one alarm: worse tiers of the same sign and side,
and everything that one cuff result says on one side.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from monitor.events import BaselineAccepted, Priority
from monitor.limits import LimitProfile
from monitor.vitals import VitalSign


class Verdict(enum.Enum):
    WITHIN = enum.auto()
    BREACH = enum.auto()
    UNKNOWN = enum.auto()


class Compare(enum.Enum):
    AT_LEAST = enum.auto()
    ABOVE = enum.auto()
    BELOW = enum.auto()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of the alarm table; a row is equal to itself only.

    The condition must hold for `delay_s` to be an alarm, and be gone (by `deadband`) for
    `clear_s` to be over. `latching`: it sounds until somebody acknowledges it, even when the
    condition is over. `relative`: there is no such row without a baseline. `rank` orders the rows
    of one key. `colour_only_before_treating`: the go / no-go decision judges it until then.
    """

    id: str
    key: str
    sign: VitalSign | None
    compare: Compare | None
    priority: Priority
    rank: int
    delay_s: float = 0.0
    deadband: float = 0.0
    clear_s: float = 0.0
    latching: bool = False
    relative: bool = False
    colour_only_before_treating: bool = False
    audible: bool = True

    def of_source(self, source: str) -> Row:
        """The same row for one of several devices."""
        return replace(self, key=f"{self.key}/{source}")


CLEAR_S = 10.0
"""A continuous sign must be back within its limit this long."""

_H, _M, _L = Priority.HIGH, Priority.MEDIUM, Priority.LOW
_GE, _GT, _LT = Compare.AT_LEAST, Compare.ABOVE, Compare.BELOW


def _cuff(
    row_id: str,
    sign: VitalSign,
    compare: Compare,
    priority: Priority,
    rank: int,
    *,
    latching: bool = False,
    relative: bool = False,
    colour: bool = False,
) -> Row:
    side = "low" if compare is _LT else "high"
    return Row(
        row_id,
        f"bp/{side}",
        sign,
        compare,
        priority,
        rank,
        deadband=3.0,
        latching=latching,
        relative=relative,
        colour_only_before_treating=colour,
    )


def _stream(
    row_id: str,
    sign: VitalSign,
    compare: Compare,
    priority: Priority,
    rank: int,
    delay_s: float,
    *,
    latching: bool = False,
    relative: bool = False,
) -> Row:
    side = "low" if compare is _LT else "high"
    return Row(
        row_id,
        f"{sign.value}/{side}",
        sign,
        compare,
        priority,
        rank,
        delay_s=delay_s,
        deadband=1.0 if sign is VitalSign.SPO2 else 3.0,
        clear_s=CLEAR_S,
        latching=latching,
        relative=relative,
    )


_S = VitalSign

CUFF_ROWS: tuple[Row, ...] = (
    _cuff("dbp-rise", _S.DBP, _GE, _L, 0, relative=True),
    _cuff("sbp-rise", _S.SBP, _GE, _M, 1, relative=True),
    _cuff("dbp-high", _S.DBP, _GE, _M, 2, colour=True),
    _cuff("sbp-high", _S.SBP, _GE, _M, 3, colour=True),
    _cuff("dbp-very-high", _S.DBP, _GE, _M, 4),
    _cuff("sbp-very-high", _S.SBP, _GE, _M, 5),
    _cuff("dbp-extreme", _S.DBP, _GE, _H, 6, latching=True),
    _cuff("sbp-extreme", _S.SBP, _GE, _H, 7, latching=True),
    _cuff("dbp-low", _S.DBP, _LT, _M, 0),
    _cuff("sbp-low", _S.SBP, _LT, _M, 1),
    _cuff("sbp-very-low", _S.SBP, _LT, _H, 2),
)

STREAM_ROWS: tuple[Row, ...] = (
    _stream("hr-rise", _S.HR, _GE, _L, 0, 60.0, relative=True),
    _stream("hr-high", _S.HR, _GT, _M, 1, 10.0),
    _stream("hr-very-high", _S.HR, _GE, _H, 2, 10.0),
    _stream("hr-extreme", _S.HR, _GE, _H, 3, 5.0, latching=True),
    _stream("hr-low", _S.HR, _LT, _M, 0, 10.0),
    _stream("hr-very-low", _S.HR, _LT, _H, 1, 5.0),
    _stream("hr-extreme-low", _S.HR, _LT, _H, 2, 5.0, latching=True),
    _stream("spo2-low", _S.SPO2, _LT, _M, 0, 15.0),
    _stream("spo2-very-low", _S.SPO2, _LT, _H, 1, 10.0),
    _stream("spo2-extreme", _S.SPO2, _LT, _H, 2, 0.0, latching=True),
    _stream("rr-low", _S.RR, _LT, _H, 0, 15.0),
    _stream("rr-high", _S.RR, _GT, _M, 0, 15.0),
)


def _arterial(row: Row) -> Row:
    """The same row for a continuous pressure: 10 s instead of a repeat; very high is high then."""
    very_high = row.id.endswith("-very-high")
    return replace(
        row,
        key=row.key.replace("bp/", "abp/"),
        priority=_H if very_high else row.priority,
        delay_s=0.0 if row.latching or row.id == "sbp-very-low" else 10.0,
        clear_s=CLEAR_S,
    )


ARTERIAL_ROWS: tuple[Row, ...] = tuple(_arterial(row) for row in CUFF_ROWS)
ARTERIAL_SIGNS = {VitalSign.ABP_SYS: VitalSign.SBP, VitalSign.ABP_DIA: VitalSign.DBP}
"""An arterial pressure stands under the id and sign of the cuff's."""


def _technical(
    row_id: str,
    priority: Priority,
    rank: int = 0,
    delay_s: float = 0.0,
    *,
    key: str | None = None,
    audible: bool = True,
) -> Row:
    return Row(row_id, key or row_id, None, None, priority, rank, delay_s=delay_s, audible=audible)


OVERDUE_ROWS = (
    _technical("bp-overdue", _L, 0, 120.0),
    _technical("bp-overdue", _M, 1, 300.0),
    _technical("bp-overdue", _M, 2, 60.0),
)
"""Delays count from when the cuff was due; the last row only while a medium alarm is open."""
SENSOR_ROWS = (_technical("sensor-off", _L, 0, 5.0), _technical("sensor-off", _M, 1, 30.0))
LINK_ROWS = (_technical("link-lost", _M, 0, 10.0), _technical("link-lost", _H, 1, 60.0))
"""Delays count from the last whole frame; the first is at least the driver's own figure."""
FAILED_ROWS = (_technical("nibp-failed", _L, 0), _technical("nibp-failed", _M, 1))
PART_ROWS = (
    _technical("store-failed", _M),
    _technical("sound-failed", _M),
    _technical("screen-stalled", _M),
    _technical("awake-failed", _L, audible=False),
)
DEVICE_ROWS = (_technical("battery-low", _L), _technical("cuff-mode", _M))
CLOCK_ROW = _technical("clock-jumped", _L)
SYMPTOM_ROW = Row(
    "symptom-emergency", "symptom-emergency", None, None, Priority.HIGH, 0, latching=True
)

TECHNICAL_IDS = frozenset(
    row.id
    for row in (
        *OVERDUE_ROWS,
        *SENSOR_ROWS,
        *LINK_ROWS,
        *FAILED_ROWS,
        *PART_ROWS,
        *DEVICE_ROWS,
        CLOCK_ROW,
    )
)


def effective_limit(
    row: Row, profile: LimitProfile, baseline: BaselineAccepted | None
) -> float | None:
    """The number that this row compares with for this patient; None = the row is not judged."""
    own = profile.limit(row.id)
    sbp, dbp, hr = (baseline.sbp, baseline.dbp, baseline.hr) if baseline else (None, None, None)
    match row.id:
        case "sbp-rise":
            return None if sbp is None else max(150.0, min(sbp * (1 + own / 100), sbp + 40))
        case "dbp-rise":
            return None if dbp is None else max(95.0, dbp + own)
        case "hr-rise":
            return None if hr is None else max(100.0, hr + own)
        case "dbp-high" if dbp is not None:
            return min(max(own, dbp + 10), own + 5)
        case "hr-low" if hr is not None:
            return max(40.0, min(own, hr - 8)) if own >= 40 else own
    return own


def judge(row: Row, value: float, limit: float, *, in_breach: bool) -> Verdict:
    """Compare; once in breach the value must be `deadband` inside the limit to be within."""
    slack = row.deadband if in_breach else 0.0
    match row.compare:
        case Compare.AT_LEAST:
            breach = value >= limit - slack
        case Compare.ABOVE:
            breach = value > limit - slack
        case Compare.BELOW:
            breach = value < limit + slack
        case None:
            raise AssertionError(f"{row.id} compares nothing")
    return Verdict.BREACH if breach else Verdict.WITHIN
