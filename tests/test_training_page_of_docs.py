"""`docs/training.md` says what is on the screen, in the same words."""

from __future__ import annotations

import re

import pytest
from helpers import ROOT

from devices.simulated.scenario.scenario import scenario_named, scenario_names
from ui.instructor.beside import SHOW_KEYS
from ui.instructor.instructor_desk import press_groups
from ui.instructor.instructor_window import FREEZE_KEY
from ui.training_hands import CHAIR_HANDS
from ui.words import SENTENCES, say

PAGE = " ".join((ROOT / "docs" / "training.md").read_text(encoding="utf-8").split())
NAMED = (
    "lesson-strip-task",
    "lesson-finish",
    "lesson-finish-sure",
    "practice-frozen",
    "pace-frozen",
    "instructor-freeze",
    "instructor-finish",
    "menu-trainings",
    "debrief-print",
    "simulated",
)


@pytest.mark.parametrize("name", NAMED)
def test_what_it_names_is_called_so_on_the_screen(name: str) -> None:
    assert say(name) in PAGE


def test_every_lesson_is_named_and_no_other() -> None:
    lessons = [one for one in map(scenario_named, scenario_names()) if one.lesson is not None]
    told = re.findall(r"\| (S\d+) \| ([^|]+) \|", PAGE)
    assert told == [(one.name, one.title) for one in lessons]


def test_every_button_of_the_instructor_is_in_its_group() -> None:
    for group in press_groups():
        words = ", ".join(press.words for press in group.presses)
        assert f"| {group.heading} | {words} |" in PAGE


def test_every_hand_at_the_bedside_is_named() -> None:
    assert not [deed for deed in CHAIR_HANDS if f"- **{say(f'hand-{deed}')}**" not in PAGE]


def test_everything_that_costs_points_is_named() -> None:
    costs = [name for name in SENTENCES if name.startswith("needless-")]
    assert not [name for name in costs if name != "needless-costs" and say(name) not in PAGE]


def test_its_keys_are_those_of_the_windows() -> None:
    assert SHOW_KEYS in PAGE
    assert f"({FREEZE_KEY})" in PAGE
