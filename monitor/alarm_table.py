"""The alarm table: one row an alarm id, as the clinic's rules write it.

Rule 1: a row is data. What its limit means for this patient is in `patient_limits.py`, how a cuff
        row is confirmed in `confirm.py`.
Rule 2: rows under one `key` are one alarm: worse tiers of the same sign and side, and everything
        that one cuff result says on one side.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.outcomes import Priority
from monitor.rules import Compare, Row
from monitor.vitals import VitalSign

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


def _repeated(row: Row, within_s: float | None = None) -> Row:
    return replace(row, repeats=True, repeat_within_s=within_s)


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

HIGH_ROWS = (
    _cuff("sbp-high", _S.SBP, _GE, _M, 3, colour=True),
    _cuff("dbp-high", _S.DBP, _GE, _M, 2, colour=True),
)
VERY_HIGH_ROWS = (
    _cuff("sbp-very-high", _S.SBP, _GE, _M, 5),
    _cuff("dbp-very-high", _S.DBP, _GE, _M, 4),
)
CONFIRMED_ROWS = tuple(replace(row, priority=_H) for row in VERY_HIGH_ROWS)
"""A very high value that a repeat has confirmed: the same alarm, now of high priority."""
EXTREME_ROWS = (
    _cuff("sbp-extreme", _S.SBP, _GE, _H, 7, latching=True),
    _cuff("dbp-extreme", _S.DBP, _GE, _H, 6, latching=True),
)
REPEAT_ROWS: tuple[Row, ...] = (
    _repeated(_cuff("dbp-rise", _S.DBP, _GE, _L, 0, relative=True)),
    _repeated(_cuff("sbp-rise", _S.SBP, _GE, _M, 1, relative=True)),
    _repeated(_cuff("dbp-low", _S.DBP, _LT, _M, 0)),
    _repeated(_cuff("sbp-low", _S.SBP, _LT, _M, 1), within_s=60.0),
    _cuff("sbp-very-low", _S.SBP, _LT, _H, 2),
)
CUFF_ROWS = (*HIGH_ROWS, *VERY_HIGH_ROWS, *EXTREME_ROWS, *REPEAT_ROWS)
"""One row an id; how a repeat is asked for is in `confirm.py`."""

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
        repeats=False,
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
CLOCK_ROW = replace(_technical("clock-jumped", _L), clear_s=60.0)
"""It is said of a moment that is over at once, and is heard until the calm after it has passed."""
SIGNAL_ROW = _technical("signal-poor", _L, 0, 20.0)
MISMATCH_ROW = _technical("hr-pulse-mismatch", _L, 0, 10.0, audible=False)
MISMATCH_OVER = 15.0
"""Heart rate and pulse differ by more than this, 1/min."""
DOSE_TIME_ROW = _technical("dose-time", _L, 0, 60.0, audible=False)
"""The planned time of the infusion is over by a minute, and nobody has said that it ended."""
OFF_MONITOR_ROW = _technical("off-monitor", _M, 0, 300.0)
"""Escorted away from the monitor for so long, and nobody has said that she is back."""
SYMPTOM_ROW = Row(
    "symptom-emergency", "symptom-emergency", None, None, Priority.HIGH, 0, latching=True
)

SEDATION_ROW = Row("sedation-deep", "sedation-deep", None, None, Priority.HIGH, 0)
DEEP_AT_MOST = 2
"""MOAA/S (0-5): responds only after mild prodding or less."""

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
        SIGNAL_ROW,
        MISMATCH_ROW,
        DOSE_TIME_ROW,
        OFF_MONITOR_ROW,
    )
)
