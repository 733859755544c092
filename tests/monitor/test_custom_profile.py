"""A clinic's own profile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.custom_profile import ProfileRefused, custom_profile
from monitor.limits import BOUNDS, PROFILES, LimitRefused
from monitor.routes import Route


def test_it_differs_from_its_basis_only_where_it_says_so() -> None:
    profile = custom_profile("quiet", {"based-on": "intranasal", "limits": {"sbp-high": 150}})
    assert profile.name == "custom:quiet"
    assert profile.route is Route.INTRANASAL
    assert profile.own == {**PROFILES["intranasal"].own, "sbp-high": 150.0}
    assert profile.changed == {}


def test_without_a_basis_it_is_the_usual_one() -> None:
    assert custom_profile("same", {}).own == PROFILES["adult-iv"].own


def test_it_can_switch_on_rows_that_are_off_with_limits_of_its_own() -> None:
    table = {"switched-on": ["map-low", "map-high"], "limits": {"map-low": 65}}
    profile = custom_profile("mean", table)
    assert profile.switched_on == {"map-low", "map-high"}
    assert (profile.limit("map-low"), profile.limit("map-high")) == (65, 125)
    with pytest.raises(LimitRefused, match="switch-unknown"):
        custom_profile("mean", {"switched-on": ["sbp-high"]})


@pytest.mark.parametrize("name", ["", "Quiet", "a b", "-a", "x" * 25, "ä"])
def test_a_name_is_a_short_word(name: str) -> None:
    with pytest.raises(ProfileRefused, match="profile-name-wrong"):
        custom_profile(name, {})


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"limit": {}}, "profile-key-unknown"),
        ({"based-on": "adult"}, "profile-basis-unknown"),
        ({"limits": 3}, "profile-limits-wrong"),
        ({"limits": {"sbp": 150}}, "profile-limit-unknown"),
        ({"limits": {"map-low": 65}}, "profile-limit-unknown"),
        ({"switched-on": "map-low"}, "profile-switches-wrong"),
        ({"switched-on": [3]}, "profile-switches-wrong"),
        ({"limits": {"sbp-high": "150"}}, "profile-number-wrong"),
        ({"limits": {"sbp-high": True}}, "profile-number-wrong"),
    ],
)
def test_a_mistake_is_named(table: dict[str, object], reason: str) -> None:
    with pytest.raises(ProfileRefused) as refused:
        custom_profile("mine", table)
    assert refused.value.reason == reason
    assert refused.value.arguments[0] == "mine"


@pytest.mark.parametrize("value", [250, 10, float("nan"), float("inf")])
def test_a_number_out_of_bounds_is_refused(value: float) -> None:
    with pytest.raises(LimitRefused, match="limit-out-of-bounds"):
        custom_profile("mine", {"limits": {"sbp-high": value}})


def test_limits_that_cross_are_refused() -> None:
    with pytest.raises(LimitRefused, match="limit-crossed"):
        custom_profile("mine", {"limits": {"sbp-high": 185}})


@given(st.dictionaries(st.sampled_from(sorted(BOUNDS)), st.floats(0, 260), max_size=6))
def test_what_is_let_in_is_in_bounds_and_in_order(limits: dict[str, float]) -> None:
    try:
        profile = custom_profile("any", {"limits": limits})
    except LimitRefused:
        return
    profile.check()
    for rule, value in limits.items():
        low, high = BOUNDS[rule]
        assert low <= profile.limit(rule) == value <= high
