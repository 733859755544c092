from collections.abc import Iterator
from dataclasses import replace

import pytest
from panel_desk import tap, words
from PySide6.QtWidgets import QWidget

from monitor.phases import Phase, Step
from monitor.treatment.view import DoseView
from tests.ui.chair import treatment_examples as examples
from ui.chair.next_step import Next
from ui.chair.phase_ribbon import PhaseRibbon, ribbon_face
from ui.ink import Scale
from ui.theme import DARK, load_fonts


@pytest.fixture
def ribbon(qtbot) -> Iterator[PhaseRibbon]:
    load_fonts()
    window = QWidget()
    window.resize(790, 60)
    made = PhaseRibbon(DARK, window)
    made.set_scale(Scale.of(1280, 720))
    made.setGeometry(0, 0, 790, 50)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def face(phase: Phase, decision=None, plan=examples.UNPLANNED, profile="adult-iv", doses=()):
    checked = examples.checks(*examples.clear(), decision=decision, readings=2)
    given = examples.giving(plan, profile, doses=doses)
    shown = examples.picture(phase, checked, given, profile=profile)
    return ribbon_face(examples.view_of(shown), watch_only=False)


@pytest.mark.parametrize(
    ("phase", "decision", "plan", "step", "words_"),
    [
        (Phase.SCREENING, None, examples.UNPLANNED, Next.SCREENING, "Screening"),
        (Phase.BASELINE, None, examples.UNPLANNED, Next.PLAN, "Plan"),
        (Phase.BASELINE, examples.NO_GO, examples.UNPLANNED, Next.DECISION, "No-go: decide"),
    ],
)
def test_what_has_a_place_of_its_own_is_asked_for(
    qtbot, ribbon, phase, decision, plan, step, words_
):
    ribbon.show_face(face(phase, decision, plan))
    assert ribbon.next.text() == words_
    with qtbot.waitSignal(ribbon.place_asked) as said:
        tap(qtbot, ribbon.next)
    assert said.args == [step]


def test_a_start_is_one_tap(qtbot, ribbon):
    ribbon.show_face(face(Phase.BASELINE, examples.GO, examples.PLANNED))
    with qtbot.waitSignal(ribbon.step_asked) as said:
        tap(qtbot, ribbon.next)
    assert said.args == [Step.START]


def test_a_session_in_its_flow_shows_its_screening(ribbon):
    ribbon.show_face(face(Phase.BASELINE))
    assert "Screening" in words(ribbon)
    assert "2 of 3 readings" in words(ribbon)


def test_by_another_route_it_is_no_infusion(qtbot, ribbon):
    plan = replace(examples.UNPLANNED, fixed_mg=84.0)
    one = DoseView(10.0, 28.0, "Nurse 1")
    ribbon.show_face(face(Phase.BASELINE, examples.GO, plan, "intranasal"))
    assert ribbon.next.text() == "Device 1 of 3"
    ribbon.show_face(face(Phase.TREATING, examples.GO, plan, "intranasal", (one,)))
    assert ribbon.next.text() == "Device 2 of 3"
    assert "Infusion" not in words(ribbon)
    ribbon.show_face(face(Phase.TREATING, examples.GO, plan, "intranasal", (one, one, one)))
    tap(qtbot, ribbon.next)
    assert ribbon.asking is Step.STOP
    assert "pump" not in words(ribbon)
    with qtbot.waitSignal(ribbon.step_asked) as said:
        tap(qtbot, ribbon.yes)
    assert said.args == [Step.STOP]


def test_an_injection_says_how_much(ribbon):
    ribbon.show_face(face(Phase.BASELINE, examples.GO, examples.PLANNED, "im-sc"))
    assert ribbon.next.text() == "Give 41 mg"


def test_after_recovery_comes_the_discharge(qtbot, ribbon):
    ribbon.show_face(face(Phase.RECOVERY, examples.GO, examples.PLANNED))
    with qtbot.waitSignal(ribbon.step_asked) as said:
        tap(qtbot, ribbon.next)
    assert said.args == [Step.DISCHARGE]
