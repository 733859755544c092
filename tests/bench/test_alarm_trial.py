"""The trial is to be trusted: what it leaves out changes nothing, what it counts is right."""

from __future__ import annotations

from array import array

import pytest
from alarm_trial import Played, Repeats, Stand, play, play_plain
from threshold_monitor import ThresholdMonitor
from trial_figures import EXTREME, SEVERE, Figures, count_ours, count_plain, episodes
from trial_material import Material, material_of, streams

from devices.simulated.population.course import Course
from devices.simulated.population.population import drawn
from monitor.limits import DEFAULTS
from monitor.outcomes import AlarmChanged
from monitor.rules import Row
from monitor.vitals import VitalSign

SBP, DBP, HR = VitalSign.SBP, VitalSign.DBP, VitalSign.HR


def limit_of(row: Row) -> float | None:
    return None if row.relative else DEFAULTS[row.id]


@pytest.fixture(scope="module")
def material() -> Material:
    """A session with a surge."""
    return material_of(drawn(1, 3, outliers=1.0))


def alarms(played: Played) -> list[tuple[float, str, str, str]]:
    return [
        (said.at, said.outcome.key, said.outcome.alarm, said.outcome.state)
        for said in played.said
        if isinstance(said.outcome, AlarmChanged)
    ]


def test_thinned_streams_give_the_same_alarms(material: Material) -> None:
    thin, whole = (play(material, Repeats.DEVICE, thin=thin) for thin in (True, False))
    assert len(list(streams(material, thin=True))) < len(material.hr) / 5
    assert alarms(thin) == alarms(whole)
    assert len(alarms(thin)) > 5


def test_the_same_session_gives_the_same_alarms_again(material: Material) -> None:
    for repeats in Repeats:
        assert alarms(play(material, repeats)) == alarms(play(material, repeats))


def test_only_who_repeats_has_more_readings_than_the_cycle(material: Material) -> None:
    readings = {who: len(play(material, who).all_readings) for who in Repeats}
    assert min(readings, key=lambda who: readings[who]) is Repeats.NOBODY
    assert readings[Repeats.DEVICE] > readings[Repeats.NOBODY]
    assert readings[Repeats.PROGRAM] > readings[Repeats.NOBODY]


def test_a_cuff_that_we_start_is_never_started_twice_within_two_minutes(
    material: Material,
) -> None:
    played = play(material, Repeats.PROGRAM)
    repeats = sorted(set(played.all_readings) - set(played.readings))
    assert repeats
    for at in repeats:
        before = [one for one in played.all_readings if one < at]
        assert at - before[-1] >= 120.0


def test_a_surge_is_found_by_both(material: Material) -> None:
    ours, plain = Figures(), Figures()
    played = play(material, Repeats.DEVICE)
    count_ours(ours, played)
    count_plain(plain, played)
    assert ours.severe
    assert all(one.found for one in (*ours.severe, *plain.severe))
    assert ours.sensitivity == plain.sensitivity == 1.0


# ---- the plain monitor --------------------------------------------------------------------------


def test_the_plain_monitor_alarms_at_once_and_is_calm_with_the_first_value_within() -> None:
    plain = ThresholdMonitor()
    for at, value in enumerate((52, 49, 51, 49, 49, 50, 38)):
        plain.values(float(at), {HR: float(value)}, limit_of)
    assert [(one.at, one.row.id, one.escalated) for one in plain.sounded] == [
        (1.0, "hr-low", False),
        (3.0, "hr-low", False),
        (6.0, "hr-very-low", False),
    ]


def test_a_worse_tier_is_the_same_alarm_for_the_plain_monitor_too() -> None:
    plain = ThresholdMonitor()
    for at, value in enumerate((165.0, 185.0, 205.0, 185.0)):
        plain.values(float(at), {SBP: value, DBP: 80.0}, limit_of)
    assert [(one.row.id, one.escalated) for one in plain.sounded] == [
        ("sbp-high", False),
        ("sbp-very-high", True),
        ("sbp-extreme", True),
    ]
    assert plain.open["bp/high"].id == "sbp-very-high"


def test_a_sign_that_is_not_among_the_values_stays_as_it_was() -> None:
    plain = ThresholdMonitor()
    plain.values(0.0, {SBP: 165.0, DBP: 80.0}, limit_of)
    plain.values(1.0, {HR: 70.0}, limit_of)
    assert set(plain.open) == {"bp/high"}


def test_the_plain_monitor_stands_where_the_last_cycle_left_it(material: Material) -> None:
    _monitor, stands = play_plain(play(material, Repeats.NOBODY))
    assert [stand.at for stand in stands] == sorted(stand.at for stand in stands)
    assert max(stand.tier for stand in stands) >= 2


# ---- episodes -----------------------------------------------------------------------------------


def course(*sbp: float) -> Course:
    """A pressure for each 300 s."""
    seconds = array("d", [value for value in sbp for _ in range(300)])
    dbp, hr, spo2 = (array("d", [value] * len(seconds)) for value in (70.0, 70.0, 97.0))
    return Course(seconds, dbp, hr, spo2)


READINGS = (0.0, 300.0, 600.0, 900.0)


def delays(stands: list[Stand], *sbp: float) -> list[tuple[float, float | None, bool]]:
    found = episodes(course(*sbp), "x", READINGS, stands, SEVERE)
    return [(one.at, one.delay_s, one.found) for one in found]


def test_an_unbroken_run_of_results_is_one_episode() -> None:
    stands = [Stand(300.0, 3, 2), Stand(900.0, 0, 0)]
    assert delays(stands, 120, 181, 185, 120) == [(300.0, 0.0, True)]
    assert len(delays(stands, 181, 120, 185, 120)) == 2


@pytest.mark.parametrize(
    ("at", "delay_s", "found"), [(200.0, 0.0, True), (420.0, 120.0, True), (421.0, 121.0, False)]
)
def test_it_is_found_within_two_minutes(at: float, delay_s: float, found: bool) -> None:
    stands = [Stand(at, 2, 1)]
    assert delays(stands, 120, 181, 185, 120) == [(300.0, delay_s, found)]


def test_an_alarm_that_was_over_or_too_low_finds_nothing() -> None:
    over = [Stand(100.0, 3, 3), Stand(299.0, 0, 0)]
    assert delays(over, 120, 181, 120, 120) == [(300.0, None, False)]
    (one,) = episodes(course(120, 205, 120, 120), "x", READINGS, [Stand(300.0, 2, 2)], EXTREME)
    assert not one.found


def test_an_episode_at_the_last_reading_counts() -> None:
    assert delays([Stand(930.0, 2, 2)], 120, 120, 120, 181) == [(900.0, 30.0, True)]
