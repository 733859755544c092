"""The alarm table: comparators as written, limits as they stand for one patient."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.limits import DEFAULTS, PROFILES
from monitor.outcomes import BaselineAccepted, Priority
from monitor.patient_limits import effective_limit
from monitor.rules import Row, Verdict, judge

ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}
ADULT = PROFILES["adult-iv"]
RESTING = BaselineAccepted(124.0, 76.0, 72.0, 98.0)

TABLE = [
    ("sbp-high", 160, 159.9, Priority.MEDIUM, 0, False),
    ("sbp-very-high", 180, 179.9, Priority.MEDIUM, 0, False),
    ("sbp-extreme", 200, 199.9, Priority.HIGH, 0, True),
    ("sbp-low", 89.9, 90, Priority.MEDIUM, 0, False),
    ("sbp-very-low", 79.9, 80, Priority.HIGH, 0, False),
    ("dbp-high", 100, 99.9, Priority.MEDIUM, 0, False),
    ("dbp-very-high", 110, 109.9, Priority.MEDIUM, 0, False),
    ("dbp-extreme", 120, 119.9, Priority.HIGH, 0, True),
    ("dbp-low", 49.9, 50, Priority.MEDIUM, 0, False),
    ("hr-high", 110.1, 110, Priority.MEDIUM, 10, False),
    ("hr-very-high", 131, 130.9, Priority.HIGH, 10, False),
    ("hr-extreme", 150, 149.9, Priority.HIGH, 5, True),
    ("hr-low", 49.9, 50, Priority.MEDIUM, 10, False),
    ("hr-very-low", 39.9, 40, Priority.HIGH, 5, False),
    ("hr-extreme-low", 34.9, 35, Priority.HIGH, 5, True),
    ("spo2-low", 91.9, 92, Priority.MEDIUM, 15, False),
    ("spo2-very-low", 87.9, 88, Priority.HIGH, 10, False),
    ("spo2-extreme", 84.9, 85, Priority.HIGH, 0, True),
    ("rr-low", 7.9, 8, Priority.HIGH, 15, False),
    ("rr-high", 30.1, 30, Priority.MEDIUM, 15, False),
]


@pytest.mark.parametrize(("row_id", "breach", "within", "priority", "delay", "latching"), TABLE)
def test_the_rows_compare_as_the_clinic_wrote_them(
    row_id: str, breach: float, within: float, priority: Priority, delay: float, latching: bool
) -> None:
    row = ROWS[row_id]
    limit = effective_limit(row, ADULT, None)
    assert limit is not None
    assert judge(row, breach, limit, in_breach=False) is Verdict.BREACH
    assert judge(row, within, limit, in_breach=False) is Verdict.WITHIN
    assert (row.priority, row.delay_s, row.latching) == (priority, delay, latching)


@pytest.mark.parametrize(
    ("row_id", "baseline", "limit"),
    [
        ("sbp-rise", RESTING, 161.2),  # 30 % over 124 comes before 40 mmHg
        ("sbp-rise", BaselineAccepted(140.0, 76.0, 72.0, 98.0), 180.0),  # 40 mmHg comes first
        ("sbp-rise", BaselineAccepted(100.0, 60.0, 72.0, 98.0), 150.0),  # never below 150
        ("dbp-rise", RESTING, 101.0),
        ("dbp-rise", BaselineAccepted(110.0, 60.0, 72.0, 98.0), 95.0),
        ("hr-rise", RESTING, 102.0),
        ("hr-rise", BaselineAccepted(124.0, 76.0, 60.0, 98.0), 100.0),
        ("dbp-high", RESTING, 100.0),
        ("dbp-high", BaselineAccepted(124.0, 93.0, 72.0, 98.0), 103.0),
        ("dbp-high", BaselineAccepted(124.0, 99.0, 72.0, 98.0), 105.0),  # capped
        ("hr-low", RESTING, 50.0),
        ("hr-low", BaselineAccepted(124.0, 76.0, 52.0, 98.0), 44.0),
        ("hr-low", BaselineAccepted(124.0, 76.0, 45.0, 98.0), 40.0),  # the floor
    ],
)
def test_relative_limits_follow_the_baseline(
    row_id: str, baseline: BaselineAccepted, limit: float
) -> None:
    assert effective_limit(ROWS[row_id], ADULT, baseline) == pytest.approx(limit)


def test_without_a_baseline_relative_rows_drop_out() -> None:
    relative = [row for row in ROWS.values() if row.relative]
    assert sorted(row.id for row in relative) == ["dbp-rise", "hr-rise", "sbp-rise"]
    assert all(effective_limit(row, ADULT, None) is None for row in relative)
    half = BaselineAccepted(None, None, None, None)
    assert all(effective_limit(row, ADULT, half) is None for row in relative)


@given(
    st.sampled_from([row for row in ROWS.values() if not row.relative]),
    st.floats(20, 250, allow_nan=False),
)
def test_what_is_in_breach_stays_so_within_the_deadband(row: Row, value: float) -> None:
    """Hysteresis only ever makes it harder to be well again."""
    limit = DEFAULTS[row.id]
    fresh = judge(row, value, limit, in_breach=False)
    held = judge(row, value, limit, in_breach=True)
    assert not (fresh is Verdict.BREACH and held is Verdict.WITHIN)
    if held is not fresh:
        assert abs(value - limit) <= row.deadband


@given(
    st.sampled_from(sorted(ROWS)),
    st.floats(80, 180),
    st.floats(40, 110),
    st.floats(40, 110),
)
def test_an_accepted_baseline_never_alarms_by_itself(
    row_id: str, sbp: float, dbp: float, hr: float
) -> None:
    """A relative row is never in breach at the resting value."""
    row = ROWS[row_id]
    baseline = BaselineAccepted(sbp, dbp, hr, 98.0)
    limit = effective_limit(row, ADULT, baseline)
    resting = {"sbp": sbp, "dbp": dbp, "hr": hr}.get(str(row.sign))
    if row.relative and limit is not None and resting is not None:
        assert judge(row, resting, limit, in_breach=False) is Verdict.WITHIN
