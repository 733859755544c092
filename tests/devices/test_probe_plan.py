from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.probe_plan import LISTEN_S, SEARCH_S, TURNS, Opening, asks, openings, shorter
from devices.registry import DRIVERS
from devices.session import LineSettings

EVERYBODY = tuple(DRIVERS.values())
ON_A_LINE = openings(EVERYBODY, settings_matter=True)
ON_A_SOCKET = openings(EVERYBODY, settings_matter=False)


def asked(opening: Opening) -> list[str]:
    return [turn.driver.name for turn in opening.turns]


@pytest.mark.parametrize("plan", [ON_A_LINE, ON_A_SOCKET])
def test_all_of_it_takes_less_than_fifteen_seconds(plan: tuple[Opening, ...]) -> None:
    assert sum(opening.lasts_s for opening in plan) == pytest.approx(SEARCH_S)
    assert SEARCH_S < 15.0


@pytest.mark.parametrize("plan", [ON_A_LINE, ON_A_SOCKET])
def test_every_monitor_is_listened_for_before_anybody_is_asked(plan: tuple[Opening, ...]) -> None:
    assert {one.name for opening in plan for one in opening.drivers} == set(DRIVERS)
    assert all(opening.listen_s > 0.0 for opening in plan)


def test_where_there_are_no_settings_one_opening_serves_everybody() -> None:
    (only,) = ON_A_SOCKET
    assert set(only.lines) >= {driver.line for driver in EVERYBODY}
    assert asked(only) == list(TURNS)
    assert only.listen_s == LISTEN_S


def test_a_setting_is_opened_once_and_only_for_those_who_have_it() -> None:
    lines = [opening.line for opening in ON_A_LINE]
    assert len(lines) == len(set(lines))
    for opening in ON_A_LINE:
        for driver in opening.drivers:
            assert opening.line in (driver.line, *driver.alternative_lines)


def test_the_settings_of_some_units_only_are_tried_last() -> None:
    usual = {driver.line for driver in EVERYBODY}
    known = [opening.line in usual for opening in ON_A_LINE]
    assert known == sorted(known, reverse=True)


def test_what_would_change_the_format_of_an_oximeter_is_not_asked() -> None:
    nonin = DRIVERS["nonin-df7"]
    assert nonin.sends
    assert not asks(nonin)


def test_whoever_speaks_only_when_it_has_measured_is_waited_for_to_the_end() -> None:
    (only,) = ON_A_SOCKET
    assert only.lasts_s == pytest.approx(SEARCH_S)
    (short,) = openings([DRIVERS["dinamap"]], settings_matter=False)
    assert short.stay_s == 0.0


@given(st.integers(1, 40), st.booleans())
def test_more_monitors_make_no_search_longer(count: int, matter: bool) -> None:
    many = [
        replace(EVERYBODY[index % len(EVERYBODY)], line=LineSettings(300 * (index + 1)))
        for index in range(count)
    ]
    planned = openings(many, settings_matter=matter)
    assert sum(opening.lasts_s for opening in planned) <= SEARCH_S + 1e-6


@given(st.floats(0.0, 3.0))
def test_a_share_of_the_time_is_a_share_of_all_of_it(share: float) -> None:
    opening = ON_A_SOCKET[0]
    assert shorter(opening, share).lasts_s == pytest.approx(opening.lasts_s * min(share, 1.0))
