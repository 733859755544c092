"""The rows of the alarm table that are off until a profile switches them on.

Rule 1: what they judge is computed (`derived.py`), and always shown in the review; as an alarm
        each is off. `LimitProfile.switched_on` names those that are on.
Rule 2: they say less than the rows of `alarm_table.py`, and rank below them where they share a
        key: one cuff result stays one alarm a side.
Rule 3: mean pressure and z-score rest on a cuff result and ask for a repeat; the trend rests on
        several results. The others need a rate or a saturation beside a fresh cuff result.

Thresholds are those of the clinic's rules for computed indices; each moves within its bounds.
Units: `map-*` mmHg; `sbp-z-high` standard deviations above the resting value; `sbp-trend-high`
minutes until the very high limit; `rpp-*` mmHg/min; `shock-index-high` 1; `news2-*` points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.outcomes import Priority
from monitor.rules import Compare, Row
from monitor.vitals import VitalSign

_M, _L = Priority.MEDIUM, Priority.LOW
_GE, _GT, _LT = Compare.AT_LEAST, Compare.ABOVE, Compare.BELOW
CALM_S = 10.0
"""A row that follows a continuous value must be untrue for so long to be over."""


@dataclass(frozen=True, slots=True)
class OptionalRow:
    """A row with its usual threshold, and the bounds within which that may be moved."""

    row: Row
    usual: float
    low: float
    high: float


def _computed(
    row_id: str, key: str, priority: Priority, rank: int, deadband: float, delay_s: float
) -> Row:
    return Row(
        row_id, key, None, _GE, priority, rank,
        delay_s=delay_s, deadband=deadband, clear_s=CALM_S,
    )  # fmt: skip


def _of_cuff(row_id: str, sign: VitalSign, compare: Compare, priority: Priority, rank: int) -> Row:
    side = "low" if compare is _LT else "high"
    return Row(
        row_id, f"bp/{side}", sign, compare, priority, rank, deadband=3.0, repeats=True
    )  # fmt: skip


MEAN_HIGH = replace(
    _of_cuff("map-high", VitalSign.MAP, _GT, _M, -1), colour_only_before_treating=True
)
MEAN_LOW = _of_cuff("map-low", VitalSign.MAP, _LT, _M, -1)
Z_HIGH = replace(_of_cuff("sbp-z-high", VitalSign.SBP, _GT, _L, -1), relative=True)
TREND_HIGH = Row("sbp-trend-high", "bp/high", None, _LT, _L, -2)
RPP_HIGH = _computed("rpp-high", "rpp/high", _L, 0, 500.0, 10.0)
RPP_VERY_HIGH = _computed("rpp-very-high", "rpp/high", _M, 1, 500.0, 10.0)
SHOCK_HIGH = _computed("shock-index-high", "shock-index/high", _M, 0, 0.05, 10.0)
NEWS2_SINGLE = replace(_computed("news2-single", "news2/high", _L, 0, 0.0, 15.0), audible=False)
NEWS2_HIGH = replace(_computed("news2-high", "news2/high", _L, 1, 0.0, 15.0), audible=False)

OPTIONAL: dict[str, OptionalRow] = {
    one.row.id: one
    for one in (
        OptionalRow(MEAN_LOW, 60, 40, 75),
        OptionalRow(MEAN_HIGH, 125, 100, 150),
        OptionalRow(Z_HIGH, 2, 1, 6),
        OptionalRow(TREND_HIGH, 5, 1, 15),
        OptionalRow(RPP_HIGH, 15_000, 8_000, 25_000),
        OptionalRow(RPP_VERY_HIGH, 20_000, 10_000, 30_000),
        OptionalRow(SHOCK_HIGH, 1.0, 0.7, 2.0),
        OptionalRow(NEWS2_SINGLE, 3, 2, 3),
        OptionalRow(NEWS2_HIGH, 5, 3, 12),
    )
}
OPTIONAL_CUFF_ROWS = (Z_HIGH, MEAN_HIGH, MEAN_LOW)
"""A cuff result by itself says whether they are true."""
COMPUTED_ROWS = (
    TREND_HIGH,
    RPP_HIGH,
    RPP_VERY_HIGH,
    SHOCK_HIGH,
    NEWS2_SINGLE,
    NEWS2_HIGH,
)
OPTIONAL_CHAINS: tuple[tuple[str, ...], ...] = (
    ("map-low", "map-high"),
    ("rpp-high", "rpp-very-high"),
)
"""Each limit must lie below the next, where both are on."""


def _arterial(row: Row) -> Row:
    """The same row for an arterial line: 10 s instead of a repeat."""
    key = row.key.replace("bp/", "abp/")
    return replace(row, key=key, repeats=False, delay_s=10.0, clear_s=CALM_S)


OPTIONAL_ARTERIAL_ROWS: tuple[tuple[VitalSign, Row], ...] = (
    (VitalSign.ABP_SYS, _arterial(Z_HIGH)),
    (VitalSign.ABP_MEAN, _arterial(MEAN_HIGH)),
    (VitalSign.ABP_MEAN, _arterial(MEAN_LOW)),
)
"""With the sign of the line that each is judged by."""
