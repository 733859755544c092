"""How a scenario is compared with its file: complete, in order, nothing extra, 2 s either way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scenario_reaction import differences, prompt_differences

from devices.simulated.scenario.expected import Expected, ExpectedPrompt

FILE = (
    Expected(100.0, "sbp-high", "medium", "pending"),
    Expected(101.5, "hr-high", "medium", "sounding"),
    Expected(160.0, "sbp-high", "medium", "acknowledged"),
    Expected(160.0, "hr-high", "medium", "acknowledged"),
)


def test_the_list_of_the_file_is_no_difference_to_a_scenario() -> None:
    assert differences(FILE, FILE) == []


@pytest.mark.parametrize("late_s", [-2.0, 1.9])
def test_two_seconds_are_no_difference_to_a_scenario(late_s: float) -> None:
    assert differences(FILE, [replace(one, at_s=one.at_s + late_s) for one in FILE]) == []


@pytest.mark.parametrize("late_s", [-2.1, 2.1])
def test_more_than_two_seconds_are_a_difference_to_a_scenario(late_s: float) -> None:
    seen = [*FILE[:3], replace(FILE[3], at_s=FILE[3].at_s + late_s)]
    assert len(differences(FILE, seen)) == 2


@pytest.mark.parametrize("left_out", range(len(FILE)))
def test_what_is_missing_or_extra_is_a_difference_to_a_scenario(left_out: int) -> None:
    fewer = [one for place, one in enumerate(FILE) if place != left_out]
    (missing,) = differences(FILE, fewer)
    (extra,) = differences(fewer, FILE)
    assert missing.startswith("missing")
    assert extra.startswith("extra")


@pytest.mark.parametrize("change", [{"priority": "high"}, {"state": "latched"}, {"alarm": "spo2"}])
def test_another_word_is_a_difference_to_a_scenario(change: dict[str, str]) -> None:
    assert len(differences(FILE, [replace(FILE[0], **change), *FILE[1:]])) == 2


def test_another_order_is_a_difference_to_a_scenario() -> None:
    assert len(differences(FILE, [FILE[1], FILE[0], *FILE[2:]])) == 2


def test_what_the_file_of_a_scenario_has_at_one_moment_has_no_order() -> None:
    assert differences(FILE, [*FILE[:2], FILE[3], FILE[2]]) == []


def test_the_order_of_the_prompts_of_a_scenario_counts_too() -> None:
    asked = [ExpectedPrompt(900.0, "sedation"), ExpectedPrompt(901.0, "press-start")]
    assert prompt_differences(asked, asked) == []
    assert prompt_differences(asked, asked[::-1]) != []
