"""The rows that are off until a profile switches them on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.limits import PROFILES, LimitRefused
from monitor.optional_rows import COMPUTED_ROWS, OPTIONAL, OPTIONAL_CHAINS, OPTIONAL_CUFF_ROWS

ADULT = PROFILES["adult-iv"]


def test_no_profile_of_ours_has_one_on() -> None:
    for profile in PROFILES.values():
        assert profile.switched_on == frozenset()
        assert not profile.own.keys() & OPTIONAL.keys()


def test_each_is_judged_in_one_place_and_has_an_id_of_its_own() -> None:
    judged = [row.id for row in (*OPTIONAL_CUFF_ROWS, *COMPUTED_ROWS)]
    assert sorted(judged) == sorted(OPTIONAL)
    assert not OPTIONAL.keys() & {row.id for row in (*CUFF_ROWS, *STREAM_ROWS)}


def test_each_ranks_below_the_rows_it_shares_an_alarm_with() -> None:
    worst_last = {
        row.key: min(other.rank for other in CUFF_ROWS if other.key == row.key)
        for row in CUFF_ROWS
    }
    for one in OPTIONAL.values():
        if one.row.key in worst_last:
            assert one.row.rank < worst_last[one.row.key]


@pytest.mark.parametrize("one", OPTIONAL.values(), ids=OPTIONAL)
def test_the_usual_threshold_lies_within_its_bounds(one: object) -> None:
    rule = next(rule for rule, row in OPTIONAL.items() if row is one)
    assert OPTIONAL[rule].low <= OPTIONAL[rule].usual <= OPTIONAL[rule].high


@given(st.sets(st.sampled_from(sorted(OPTIONAL))))
def test_whatever_is_switched_on_keeps_its_order_and_changes_nothing_else(rules: set[str]) -> None:
    profile = ADULT.switch_on(rules)
    profile.check()
    assert profile.switched_on == rules
    assert profile.own == ADULT.own | {rule: OPTIONAL[rule].usual for rule in rules}
    assert profile.switch_on(rules) == profile
    assert profile.changed == {}


def test_a_threshold_can_be_moved_only_while_its_row_is_on() -> None:
    with pytest.raises(LimitRefused, match="limit-unknown"):
        ADULT.with_limit("map-low", 65)
    profile = ADULT.switch_on({"map-low"}).with_limit("map-low", 65)
    assert profile.limit("map-low") == 65
    with pytest.raises(LimitRefused, match="limit-out-of-bounds"):
        profile.with_limit("map-low", 90)


def test_two_limits_of_one_index_never_cross() -> None:
    profile = ADULT.switch_on({"rpp-high", "rpp-very-high"})
    with pytest.raises(LimitRefused, match="limit-crossed"):
        profile.with_limit("rpp-high", 20_000)
    alone = ADULT.switch_on({"rpp-high"}).with_limit("rpp-high", 20_000)
    assert alone.limit("rpp-high") == 20_000
    assert {rule for chain in OPTIONAL_CHAINS for rule in chain} <= OPTIONAL.keys()


def test_what_is_no_such_row_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(LimitRefused, match="switch-unknown") as refused:
        ADULT.switch_on({"sbp-high"})
    assert refused.value.arguments[0] == "sbp-high"
    assert "map-low" in refused.value.arguments[2]
