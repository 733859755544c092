"""What the program does in each scenario: the whole list of its file, and nothing else.

Each scenario is played once, through bytes, drivers, cores and store; what is compared was read
back from the file.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from scenario_reaction import (
    Reaction,
    differences,
    prompt_differences,
    record_differences,
    record_of,
)

from devices.simulated.scenario.scenario import scenario_names
from monitor.events import Numerics
from monitor.limits import PROFILES
from monitor.outcomes import LimitChanged
from monitor.vitals import CuffResult, Quality, VitalSign

ALL = scenario_names()
Played = Callable[[str], Reaction]
every_scenario = pytest.mark.parametrize("name", ALL)


def only(name: str) -> pytest.MarkDecorator:
    """Of one scenario, and named after it: tests of one scenario run where it has been played."""
    return pytest.mark.parametrize("name", [name])


def test_there_are_24_scenarios() -> None:
    assert tuple(f"S{number}" for number in range(1, 25)) == ALL


@every_scenario
def test_the_alarms_of_a_scenario_are_those_of_its_file_and_no_others(
    name: str, played: Played
) -> None:
    one = played(name)
    assert differences(one.scenario.expect, one.alarms) == []


@every_scenario
def test_what_the_nurse_is_asked_for_in_a_scenario_is_what_its_file_says(
    name: str, played: Played
) -> None:
    one = played(name)
    assert prompt_differences(one.scenario.expect_prompt, one.prompts) == []


@every_scenario
def test_the_record_of_a_scenario_holds_what_its_file_says(name: str, played: Played) -> None:
    one = played(name)
    assert one.scenario.expect_record is not None
    assert record_differences(one.scenario.expect_record, record_of(one)) == []


@every_scenario
def test_the_stored_scenario_is_judged_again_in_the_same_way(name: str, played: Played) -> None:
    one = played(name)
    assert one.replayed() == one.alarms


@only("S12")
def test_in_the_scenario_of_the_lost_probe_no_saturation_is_invented(
    name: str, played: Played
) -> None:
    one = played(name)
    start_s = one.scenario.start_s
    off = [
        reading.value
        for at, numerics in one.of(Numerics)
        if start_s + 22 * 60 + 2.0 <= at < start_s + 25 * 60
        for reading in numerics.readings
        if reading.sign in {VitalSign.SPO2, VitalSign.PULSE}
    ]
    assert off == []


@only("S13")
def test_in_the_scenario_of_the_moving_hand_the_false_saturation_is_recorded_as_poor(
    name: str, played: Played
) -> None:
    shown = [
        reading
        for _at, numerics in played(name).of(Numerics)
        for reading in numerics.readings
        if reading.sign is VitalSign.SPO2
    ]
    assert min(reading.value for reading in shown) < 85
    assert min(reading.value for reading in shown if reading.quality is Quality.GOOD) > 92


@only("S15")
def test_in_the_scenario_of_the_outlier_both_readings_stay(name: str, played: Played) -> None:
    pressures = [(one.sbp, one.dbp) for _at, one in played(name).of(CuffResult)]
    assert (186, 112) in pressures
    assert (141, 88) in pressures


@only("S23")
def test_in_the_scenario_of_the_wide_limit_the_deviation_is_on_the_screen(
    name: str, played: Played
) -> None:
    one = played(name)
    deviations = [picture.deviations for picture in one.pictures if picture.phase != "baseline"]
    assert deviations[0] == (("sbp-extreme", 200, 220),)
    assert deviations[-1] == ()
    assert [change.by for _at, change in one.of(LimitChanged)] == ["Supervisor 1"] * 2


@only("S24")
def test_in_the_scenario_of_the_crash_the_limits_are_those_of_before(
    name: str, played: Played
) -> None:
    one = played(name)
    (last,) = [picture for picture in one.pictures if picture.phase == "signed"]
    own = PROFILES["adult-iv"].limit("sbp-high")
    assert last.deviations == (("sbp-high", own, 165),)
    ((gap_from_s, gap_to_s),) = last.gaps
    assert gap_to_s - gap_from_s <= 15.0
    old = [one.quality for _at, one in one.of(CuffResult) if one.quality is not Quality.GOOD]
    assert old in ([Quality.BEFORE_SESSION], [Quality.AGE_UNKNOWN])
