from collections.abc import Iterator
from dataclasses import replace

import pytest
from panel_desk import in_its_place, tap, words

from monitor.phases import Phase
from monitor.treatment.view import DoseView
from tests.ui.chair import treatment_examples as examples
from ui.chair.dose_panel import AGO_MIN, DosePanel
from ui.theme import DARK
from ui.words import say

SPRAY = replace(examples.UNPLANNED, fixed_mg=56.0)
FIRST = DoseView(600.0, 28.0, "Nurse 1")


def view(plan, profile: str, *doses: DoseView):
    given = examples.giving(plan, profile, doses=doses)
    phase = Phase.TREATING if doses else Phase.BASELINE
    return examples.view_of(examples.picture(phase, None, given, profile=profile))


@pytest.fixture
def panel(qtbot) -> Iterator[DosePanel]:
    made = DosePanel(DARK)
    with in_its_place(qtbot, made):
        made.open()
        made.show_view(view(SPRAY, "intranasal"))
        yield made


def test_a_spray_is_given_device_by_device(qtbot, panel):
    assert say("dose-next-device", 1, "28") in words(panel)
    with qtbot.waitSignal(panel.given) as said:
        tap(qtbot, panel.agos[0])
    assert said.args == [28.0, 0.0]
    panel.show_view(view(SPRAY, "intranasal", FIRST))
    assert say("dose-next-device", 2, "28") in words(panel)
    assert "Device 1 · 28 mg" in words(panel)


@pytest.mark.parametrize("minutes", AGO_MIN)
def test_a_device_entered_late_keeps_its_true_time(qtbot, panel, minutes):
    with qtbot.waitSignal(panel.given) as said:
        tap(qtbot, panel.agos[minutes])
    assert said.args == [28.0, minutes * 60.0]


def test_an_injection_is_given_at_once(qtbot, panel):
    panel.show_view(view(replace(examples.PLANNED, mg_per_kg=0.5), "im-sc"))
    assert panel.portion() == 41.0
    assert say("dose-next", "41") in words(panel)


def test_more_than_was_planned_takes_a_choice_of_its_own(qtbot, panel):
    done = (FIRST, replace(FIRST, at_s=900.0))
    panel.show_view(view(SPRAY, "intranasal", *done))
    assert panel.isHidden()  # all of it is in
    panel.open()
    panel.show_view(view(SPRAY, "intranasal", *done))
    assert say("dose-complete") in words(panel)
    assert not panel.agos[0].isVisible()
    tap(qtbot, panel.more.more)
    with qtbot.waitSignal(panel.given) as said:
        tap(qtbot, panel.agos[0])
    assert said.args == [28.0, 0.0]
    tap(qtbot, panel.more.more)
    tap(qtbot, panel.more.less)
    assert panel.portion() is None


def test_that_no_more_is_given_is_said_after_the_first_dose_and_asked_once(qtbot, panel):
    assert not panel.done.isVisible()
    panel.show_view(view(SPRAY, "intranasal", FIRST))
    tap(qtbot, panel.done)
    assert say("ask-stop-dose") in words(panel)
    assert not panel.agos[0].isVisible()
    with qtbot.assertNotEmitted(panel.over):
        tap(qtbot, panel.no)
    tap(qtbot, panel.done)
    with qtbot.waitSignal(panel.over):
        tap(qtbot, panel.yes)


def test_without_a_plan_there_is_nothing_to_give(panel):
    panel.show_view(view(examples.UNPLANNED, "intranasal"))
    assert panel.portion() is None
    assert not panel.agos[0].isVisible()
    assert not panel.more.isVisible()
