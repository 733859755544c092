"""What the scenario files expect is said in the words of the program, in the order of time."""

from __future__ import annotations

import itertools

import pytest

from devices.simulated.scenario.scenario import scenario_named, scenario_names
from monitor.alarm_table import CUFF_ROWS, SEDATION_ROW, STREAM_ROWS, SYMPTOM_ROW, TECHNICAL_IDS
from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from monitor.treatment.view import PromptKind

IDS = {row.id for row in (*CUFF_ROWS, *STREAM_ROWS, SYMPTOM_ROW, SEDATION_ROW)} | TECHNICAL_IDS
PROMPTS = {"press-start", "find-value", "auto-cycle-off", "call-provider", *PromptKind}
every_scenario = pytest.mark.parametrize("name", scenario_names())


@every_scenario
def test_every_line_that_is_expected_could_be_one_of_the_program(name: str) -> None:
    for line in scenario_named(name).expect:
        assert line.alarm in IDS
        assert line.priority in {priority.word for priority in Priority}
        assert AlarmPhase(line.state)


@every_scenario
def test_what_is_expected_lies_within_the_session_and_in_its_order(name: str) -> None:
    scenario = scenario_named(name)
    for lines in (scenario.expect, scenario.expect_prompt):
        moments = [line.at_s for line in lines]
        assert all(0.0 <= at <= scenario.ends_at_s for at in moments)
        assert all(before <= after for before, after in itertools.pairwise(moments))


@every_scenario
def test_every_scenario_says_what_is_asked_and_recorded(name: str) -> None:
    scenario = scenario_named(name)
    assert {line.prompt for line in scenario.expect_prompt} <= PROMPTS
    assert scenario.expect_record is not None
    assert scenario.expect_record.cuffs > 0
    assert scenario.expect_record.phases[-1] == Phase.SIGNED
