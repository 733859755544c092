from __future__ import annotations

from dataclasses import replace

import pytest
from virtual_bedside import results_shown, sensors

from devices.simulated.monitors.spot_cuff import FIRST_ENDS_S, Ended, SpotCuff
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from monitor.vitals import CuffFailure

FIRST_AT = int(FIRST_ENDS_S)
S1, S14, S15 = (scenario_named(name) for name in ("S1", "S14", "S15"))


def ended(scenario: Scenario, until: int) -> list[Ended]:
    cuff = SpotCuff(sensors(scenario))
    return [said for second in range(until) if (said := cuff.ended(float(second))) is not None]


def test_the_first_measurement_ends_within_ten_seconds_and_is_the_patients() -> None:
    first = ended(S1, 20)
    assert [said.at_s for said in first] == [FIRST_ENDS_S]
    assert FIRST_ENDS_S < 10.0
    truth = sensors(S1).at(FIRST_ENDS_S).truth
    values = first[0].values
    assert values is not None
    assert (values.sbp, values.dbp) == (round(truth.sbp), round(truth.dbp))
    assert values.dbp < values.map < values.sbp


@pytest.mark.parametrize("scenario", [S1, S15])
def test_every_result_of_the_sensors_is_said_once(scenario: Scenario) -> None:
    _first, *said = ended(scenario, 2500)
    values = [one.values for one in said if one.values is not None]
    assert values == results_shown(scenario, 2500)


def test_two_equal_results_in_a_row_are_two() -> None:
    twice = replace(S15, cuff=tuple(replace(cuff, sbp=150.0, dbp=90.0) for cuff in S15.cuff))
    said = [one.values.sbp for one in ended(twice, 2500) if one.values is not None]
    assert said.count(150) == len(S15.cuff)


def test_two_failures_in_a_row_are_two_and_have_no_values() -> None:
    failed = [one for one in ended(S14, 2300) if one.failure is not None]
    assert [(one.at_s, one.values, one.failure) for one in failed] == [
        (1800.0, None, CuffFailure.LEAK),
        (2100.0, None, CuffFailure.LEAK),
    ]


def test_what_ended_while_nobody_looked_is_not_said_later() -> None:
    cuff = SpotCuff(sensors(S1))
    assert cuff.ended(200.5) is None
    assert cuff.wake_at() == 201.0
    scripted = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=74, pulse=70),))
    cuff = SpotCuff(sensors(scripted))
    late = cuff.ended(900.0)
    assert late is not None
    assert late.values is not None
    assert late.values.sbp == 118


def test_whoever_opens_the_port_hears_a_result_within_ten_seconds() -> None:
    cuff = SpotCuff(sensors(S1))
    assert [cuff.ended(float(second)) for second in range(300)][FIRST_AT] is not None
    cuff.attended(299.3)
    later = [cuff.ended(float(second)) for second in range(300, 310)]
    (heard,) = [one for one in later if one is not None]
    assert 299.3 < heard.at_s < 309.3
    assert heard.values is not None


def test_a_second_opening_waits_for_its_own_result_only() -> None:
    cuff = SpotCuff(sensors(S1))
    cuff.attended(1.0)
    cuff.attended(4.0)
    said = [one.at_s for second in range(20) if (one := cuff.ended(float(second))) is not None]
    assert said == [4.0 + FIRST_ENDS_S]
