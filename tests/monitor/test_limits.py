"""Thresholds that somebody chose, and what may never be set."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.limits import BOUNDS, CHAINS, DEFAULTS, PROFILES, LimitProfile, LimitRefused

ADULT = PROFILES["adult-iv"]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(sorted(DEFAULTS)),
        st.none() | st.integers(20, 230).map(float) | st.just(float("nan")),
    ),
    max_size=25,
)


def test_every_judged_row_has_a_threshold_and_every_threshold_bounds() -> None:
    assert {row.id for row in (*CUFF_ROWS, *STREAM_ROWS)} == set(DEFAULTS) == set(BOUNDS)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_profile_keeps_its_own_bounds_and_order(profile: LimitProfile) -> None:
    profile.check()
    for rule, value in profile.own.items():
        low, high = BOUNDS[rule]
        assert low <= value <= high
    assert profile.name == next(name for name, one in PROFILES.items() if one is profile)


def test_the_elderly_differ_by_five_points_of_the_relative_row_only() -> None:
    elderly = PROFILES["elderly-iv"].own
    assert {rule: elderly[rule] for rule in elderly if elderly[rule] != DEFAULTS[rule]} == {
        "sbp-rise": 25
    }


@given(CHANGES)
def test_whatever_is_asked_for_a_profile_stays_within_bounds_and_uncrossed(
    changes: list[tuple[str, float | None]],
) -> None:
    profile = ADULT
    for rule, value in changes:
        try:
            profile = profile.with_limit(rule, value)
        except LimitRefused:
            continue
        wanted = DEFAULTS[rule] if value is None else value
        assert profile.limit(rule) == wanted
        assert (rule in profile.changed) is (wanted != DEFAULTS[rule])
    for rule in DEFAULTS:
        low, high = BOUNDS[rule]
        assert low <= profile.limit(rule) <= high
    for chain in CHAINS:
        for below, above in itertools.pairwise(chain):
            assert profile.limit(below) < profile.limit(above)
    assert ADULT.changed == {}


def refusal(rule: str, value: float) -> str:
    """The reason why a limit may not be set; empty if it may."""
    try:
        ADULT.with_limit(rule, value)
    except LimitRefused as refused:
        return refused.reason
    return ""


@pytest.mark.parametrize("rule", sorted(BOUNDS))
def test_bounds_may_be_reached_and_not_passed(rule: str) -> None:
    low, high = BOUNDS[rule]
    assert refusal(rule, low - 1) == refusal(rule, high + 1) == "limit-out-of-bounds"
    assert {refusal(rule, low), refusal(rule, high)} <= {"", "limit-crossed"}


def test_a_refusal_says_what_was_wanted_and_what_may_be() -> None:
    with pytest.raises(LimitRefused) as refused:
        ADULT.with_limit("sbp-extreme", 260.0)
    assert refused.value.arguments == ("sbp-extreme", "260", "170", "220")


def test_equal_limits_count_as_crossed() -> None:
    with pytest.raises(LimitRefused) as refused:
        ADULT.with_limit("sbp-high", 180.0)
    assert refused.value.reason == "limit-crossed"
    assert refused.value.arguments == ("sbp-high", "180", "sbp-very-high", "180")


def test_none_takes_back_what_was_moved() -> None:
    moved = ADULT.with_limit("hr-high", 120.0)
    assert moved.changed == {"hr-high": 120.0}
    assert moved.with_limit("hr-high", None).changed == {}
    assert moved.with_limit("hr-high", 110.0).changed == {}, "its own value is no deviation"


def test_a_row_without_a_threshold_is_named_with_those_that_have_one() -> None:
    with pytest.raises(LimitRefused) as refused:
        ADULT.with_limit("bp-overdue", 1.0)
    assert refused.value.reason == "limit-unknown"
    assert "sbp-high" in refused.value.arguments[-1]
    with pytest.raises(KeyError):
        ADULT.limit("bp-overdue")


@given(st.lists(st.tuples(st.sampled_from(sorted(BOUNDS)), st.floats(25, 225)), max_size=25))
def test_whatever_was_moved_there_is_a_way_back_without_crossing(
    steps: list[tuple[str, float]],
) -> None:
    profile = PROFILES["adult-iv"]
    for rule, value in steps:
        with contextlib.suppress(LimitRefused):
            profile = profile.with_limit(rule, round(value))
    for rule in profile.way_back():
        profile = profile.with_limit(rule, None)
    assert profile.changed == {}


def test_the_way_back_begins_where_there_is_room() -> None:
    raised = PROFILES["adult-iv"].with_limit("sbp-extreme", 215).with_limit("sbp-very-high", 205)
    assert raised.way_back() == ("sbp-very-high", "sbp-extreme")
