"""A lesson that cannot be scored is found when its file is read."""

from __future__ import annotations

import pytest
from scenario_text import SMALLEST

from devices.simulated.scenario.scenario import (
    ScenarioError,
    scenario_from,
    scenario_named,
    scenario_names,
)
from monitor.alarm_table import TECHNICAL_IDS
from monitor.limits import DEFAULTS
from monitor.training.lesson import Deed, Moment

LESSONS = [name for name in scenario_names() if scenario_named(name).lesson is not None]
LESSON = """
[lesson]
cause = "cause-panic"
[[lesson.cue]]
cue = "cue-panic"
after = {{ phase = "treating", plus_s = 60 }}
[[lesson.wanted]]
{0}
"""
TEXT = SMALLEST + LESSON
GOOD = 'deed = "pause"\nafter = { alarm = ["hr-very-high"] }\nwithin_s = 120\nwhy = "why-x"'


def test_a_lesson_is_read_as_it_stands() -> None:
    lesson = scenario_from(TEXT.format(GOOD), where="T.toml").lesson
    assert lesson is not None
    assert lesson.wanted[0].deed is Deed.PAUSE
    assert lesson.wanted[0].after == Moment(alarm=("hr-very-high",))
    assert lesson.cue[0].after == Moment(phase="treating", plus_s=60.0)


GIVING = """
[[lesson.cue]]
cue = "cue-x"
given = "a pill"
after = { phase = "treating" }
"""
SHOWN = """
[[lesson.cue]]
cue = "cue-x"
{0}
after = {{ phase = "treating" }}
"""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("within_s = 120\n", ""), "within_s is missing"),
        (GOOD.replace("120", "0"), "within_s is 0"),
        (GOOD + "\nweight = 99", "weight is 99"),
        (GOOD.replace('alarm = ["hr-very-high"]', 'phase = "sleeping"'), "is no phase"),
        (GOOD.replace("{ alarm", '{ phase = "treating", alarm'), "names 2 things"),
        (GOOD.replace('alarm = ["hr-very-high"]', "plus_s = 3"), "names 0 things"),
        (GOOD.replace('alarm = ["hr-very-high"]', 'cue = "cue-nothing"'), "there is no cue"),
        (GOOD + '\nkind = "hunger"', "is no kind of note"),
        (GOOD.replace('"pause"', '"dance"'), "expected Deed"),
        (
            GOOD.replace('"pause"', '"answer"').replace(
                'alarm = ["hr-very-high"]', 'phase = "treating"'
            ),
            "needs the alarm",
        ),
        (GOOD + GIVING, "'a pill' is not drug, dose, unit and route"),
        (GOOD + SHOWN.format('over_by = "pause"'), "pause is done by no hand at the bedside"),
        (GOOD + SHOWN.format("lasts_s = 0"), "lasts_s is 0"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(text: str, fault: str) -> None:
    with pytest.raises(ScenarioError, match=fault):
        scenario_from(TEXT.format(text), where="T.toml")


@pytest.mark.parametrize("name", LESSONS)
def test_the_alarms_that_a_lesson_waits_for_exist(name: str) -> None:
    lesson = scenario_named(name).lesson
    assert lesson is not None
    known = set(DEFAULTS) | TECHNICAL_IDS | {"symptom-emergency", "sedation-deep"}
    waited = {alarm for one in lesson.wanted for alarm in one.after.alarm}
    assert waited <= known
