from collections.abc import Iterator
from dataclasses import replace

import pytest
from panel_desk import in_its_place, tap, words
from PySide6.QtCore import Qt

from monitor.people import Course
from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.view import VialView
from tests.ui.chair import treatment_examples as examples
from ui.chair.plan_panel import PlanPanel
from ui.chair.vial_part import Vial
from ui.theme import DARK
from ui.view_state import ChairView
from ui.words import say

VIAL = "0105412345000013172803311042A"


def shown(given=None, **changes: object) -> ChairView:
    checked = examples.checks(*examples.clear(), decision=examples.GO, readings=3)
    view = examples.view_of(examples.picture(Phase.BASELINE, checked, given))
    return replace(view, **changes)


@pytest.fixture
def panel(qtbot) -> Iterator[PlanPanel]:
    made = PlanPanel(DARK)
    with in_its_place(qtbot, made):
        made.open_for(shown())
        yield made


@pytest.fixture
def planned(panel) -> list:
    found: list = []
    panel.planned.connect(lambda draft, second: found.append((draft.plan(), second)))
    return found


@pytest.fixture
def drawn(panel) -> list[tuple[Vial, str]]:
    found: list[tuple[Vial, str]] = []
    panel.drawn.connect(lambda vial, second: found.append((vial, second)))
    return found


def line(panel: PlanPanel) -> str:
    return words(panel.controls)


def test_the_usual_infusion_is_two_taps(qtbot, panel, planned):
    tap(qtbot, panel.controls.concentrations[10.0])
    assert "0.5 mg/kg = 41 mg = 4.1 mL over 40 min · last time 38 mg" in line(panel)
    tap(qtbot, panel.keep)
    assert planned == [(examples.PLANNED, "")]
    panel.show_view(shown(examples.giving(examples.PLANNED)))
    assert not panel.isVisible()


def test_without_a_concentration_it_is_not_kept(qtbot, panel, planned):
    tap(qtbot, panel.keep)
    assert planned == []
    assert say("plan-no-concentration").split()[-1] in words(panel)


def test_steps_and_last_time_change_the_line(qtbot, panel):
    tap(qtbot, panel.controls.dose.more)
    assert "0.55 mg/kg" in line(panel)
    tap(qtbot, panel.controls.as_last)
    assert "0.46 mg/kg" in line(panel)
    tap(qtbot, panel.controls.duration.less)
    assert "over 35 min" in line(panel)


def test_a_spray_is_planned_by_its_buttons(qtbot, panel, planned):
    tap(qtbot, panel.controls.routes[Route.INTRANASAL])
    assert not panel.controls.dose.isVisible()
    assert not panel.controls.duration.isVisible()
    tap(qtbot, panel.controls.nasal[84.0])
    tap(qtbot, panel.keep)
    assert planned[0][0].fixed_mg == 84.0


def test_the_second_person_is_asked_for_when_the_core_wants_one(qtbot, panel, planned):
    tap(qtbot, panel.controls.concentrations[10.0])
    tap(qtbot, panel.keep)
    wants = examples.giving(examples.PLANNED, wants_second=("above-last",))
    panel.show_view(shown(wants))
    assert panel.asking_person
    assert "1.5" in words(panel.who)
    qtbot.keyClicks(panel.who.line, "Nurse 2")
    tap(qtbot, panel.who.ok)
    assert planned[-1] == (examples.PLANNED, "Nurse 2")
    panel.show_view(shown(replace(wants, second="Nurse 2")))
    assert not panel.isVisible()


def test_a_scanned_vial_is_recorded_with_the_plan(qtbot, panel, planned, drawn):
    tap(qtbot, panel.controls.concentrations[10.0])
    panel.vial.lot.setFocus()
    qtbot.keyClicks(panel.vial.lot, VIAL)
    qtbot.keyClick(panel.vial.lot, Qt.Key.Key_Return)
    assert (panel.vial.lot.text(), panel.vial.expiry.text()) == ("42A", "2028-03-31")
    tap(qtbot, panel.keep)
    assert drawn == [(Vial(41.0, "42A", "2028-03-31", ""), "")]
    assert len(planned) == 1
    assert panel.vial.lot.text() == ""


def test_a_typed_lot_goes_on_to_the_expiry(qtbot, panel, drawn):
    qtbot.keyClicks(panel.vial.lot, "B77")
    qtbot.keyClick(panel.vial.lot, Qt.Key.Key_Return)
    assert panel.vial.expiry.hasFocus()
    tap(qtbot, panel.controls.concentrations[10.0])
    tap(qtbot, panel.keep)
    assert drawn == []
    assert "expiry" in words(panel)


def test_an_expired_vial_wants_another_or_a_second_person(qtbot, panel, planned, drawn):
    tap(qtbot, panel.controls.concentrations[10.0])
    qtbot.keyClicks(panel.vial.lot, "B77")
    qtbot.keyClicks(panel.vial.expiry, "2026-08")
    tap(qtbot, panel.keep)
    assert (drawn, planned) == ([], [])
    assert "expired" in words(panel)
    tap(qtbot, panel.anyway)
    qtbot.keyClicks(panel.who.line, "Nurse 2")
    tap(qtbot, panel.who.ok)
    assert drawn == [(Vial(41.0, "B77", "2026-08", ""), "Nurse 2")]
    tap(qtbot, panel.keep)
    assert len(planned) == 1


def test_another_vial_takes_the_warning_away(qtbot, panel):
    tap(qtbot, panel.controls.concentrations[10.0])
    qtbot.keyClicks(panel.vial.lot, "B77")
    qtbot.keyClicks(panel.vial.expiry, "2026-08")
    tap(qtbot, panel.keep)
    qtbot.keyClicks(panel.vial.lot, "8")
    assert not panel.anyway.isVisible()
    assert "expired" not in words(panel)


def test_the_same_lot_again_is_one_tap(qtbot, panel, drawn):
    assert not panel.same_vial.isVisible()
    tap(qtbot, panel.controls.concentrations[10.0])
    qtbot.keyClicks(panel.vial.lot, VIAL)
    qtbot.keyClick(panel.vial.lot, Qt.Key.Key_Return)
    tap(qtbot, panel.keep)
    panel.open_for(shown())
    tap(qtbot, panel.same_vial)
    assert panel.vial.typed() == Vial(41.0, "42A", "2028-03-31", "")


def test_how_much_is_drawn_can_be_more_than_the_dose(qtbot, panel):
    tap(qtbot, panel.vial.drawn.more)
    assert panel.vial.mg == 45.0
    tap(qtbot, panel.vial.drawn.less)
    assert panel.vial.mg == 40.0


def test_what_was_drawn_so_far_is_said(panel):
    vial = VialView(10.0, 50.0, "42A", "", "2028-03", "Nurse 1")
    panel.show_view(shown(examples.giving(vials=(vial,), drawn_mg=50.0)))
    assert "50 mg of 42A" in words(panel)


def test_the_first_treatment_says_to_start_low(panel):
    first = replace(shown().opened, course=Course(1, 6))
    panel.open_for(shown(opened=first))
    assert say("plan-first") in words(panel)
    assert not panel.controls.as_last.isVisible()


def test_a_refusal_leaves_it_open(qtbot, panel):
    tap(qtbot, panel.controls.concentrations[10.0])
    tap(qtbot, panel.keep)
    panel.show_refusal("The treatment has begun and the plan stands.")
    panel.show_view(shown())
    assert panel.isVisible()
