from collections.abc import Iterator

import pytest
from panel_desk import in_its_place, tap, words
from PySide6.QtCore import Qt

from monitor.phases import Phase
from monitor.treatment.view import DecisionView
from tests.ui.chair import treatment_examples as examples
from ui.chair.next_step import Next
from ui.chair.screening_panel import DECISION, ScreeningPanel
from ui.demo_people import StaffInMemory
from ui.people.asked import PinAnswer
from ui.requests import Refusal
from ui.theme import DARK

STAFF = StaffInMemory()


class Here:
    def members(self):
        return STAFF.members()

    def check(self, name: str, pin: str) -> PinAnswer:
        try:
            STAFF.check(name, pin)
        except Refusal as refusal:
            return PinAnswer(str(refusal))
        return PinAnswer()


@pytest.fixture
def panel(qtbot) -> Iterator[ScreeningPanel]:
    made = ScreeningPanel(DARK)
    made.people = Here()
    with in_its_place(qtbot, made):
        made.open_at("")
        made.show_view(examples.screening_view())
        yield made


@pytest.fixture
def answered(panel) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    panel.answered.connect(lambda *said: found.append(said))
    return found


def decide(panel: ScreeningPanel, decision: DecisionView) -> None:
    checked = examples.checks(*examples.clear(), decision=decision, readings=3)
    panel.show_view(examples.view_of(examples.picture(Phase.BASELINE, checked)))
    panel.choose(DECISION)


def sign_in(qtbot, panel: ScreeningPanel, name: str, pin: str) -> None:
    tap(qtbot, panel.who.people[name])
    for digit in pin:
        tap(qtbot, panel.who.keys[digit])
    tap(qtbot, panel.who.ok)


def test_one_tap_is_one_answer(qtbot, panel, answered):
    tap(qtbot, panel.rows["kidney-disease"].tiles["no"])
    assert answered == [("kidney-disease", "no", "")]


def test_all_clear_answers_the_rest_and_goes_to_what_is_asked_by_itself(qtbot, panel, answered):
    tap(qtbot, panel.clear)
    said = {question for question, _answer, _text in answered}
    assert len(answered) == len(said) == 13
    assert {"pregnancy", "suicidality", "escort"}.isdisjoint(said)
    assert panel.rows["pregnancy"].isVisible()


def test_what_goes_with_an_answer_is_typed_and_sent_with_it(qtbot, panel, answered):
    panel.choose("today")
    tap(qtbot, panel.rows["medication"].tiles["missed"])
    assert panel.words.isVisible()
    assert panel.words.hasFocus()
    given = (("medication", "missed"),)
    panel.show_view(examples.view_of(examples.picture(Phase.SCREENING, examples.checks(*given))))
    qtbot.keyClicks(panel.words, "the evening dose")
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    assert answered[-1] == ("medication", "missed", "the evening dose")
    assert not panel.words.isVisible()


def test_digits_of_a_scanner_stay_in_the_line(qtbot, panel, answered):
    panel.choose("today")
    tap(qtbot, panel.rows["medication"].tiles["missed"])
    qtbot.keyClicks(panel.words, "123")
    assert panel.words.text() == "123"


def test_the_last_answer_shows_the_decision(panel):
    checked = examples.checks(*examples.clear(), decision=examples.CAUTION)
    panel.show_view(examples.view_of(examples.picture(Phase.BASELINE, checked)))
    assert panel.group == DECISION
    assert panel.card.isVisible()
    assert "CAUTION" in words(panel.card)


def test_a_caution_is_signed_by_a_provider_with_a_pin(qtbot, panel):
    decide(panel, examples.CAUTION)
    tap(qtbot, panel.sign)
    assert list(panel.who.people) == ["Provider 1"]
    with qtbot.waitSignal(panel.signed) as said:
        sign_in(qtbot, panel, "Provider 1", "3333")
    assert said.args == ["Provider 1", "", ""]


def test_a_no_go_wants_a_reason_a_provider_and_a_second_person(qtbot, panel):
    decide(panel, examples.NO_GO)
    tap(qtbot, panel.sign)
    tap(qtbot, panel.signing.why.presets[1])
    sign_in(qtbot, panel, "Provider 1", "3333")
    assert "Provider 1" not in panel.who.people
    with qtbot.waitSignal(panel.signed) as said:
        sign_in(qtbot, panel, "Nurse 2", "2222")
    assert said.args == ["Provider 1", "Discussed with the patient", "Nurse 2"]


def test_what_is_missing_can_be_overridden_with_a_reason(qtbot, panel):
    decide(panel, DecisionView(missing=("baseline-readings",)))
    tap(qtbot, panel.sign)
    tap(qtbot, panel.signing.why.presets[2])
    with qtbot.waitSignal(panel.signed) as said:
        sign_in(qtbot, panel, "Provider 1", "3333")
    assert said.args[0] == "Provider 1"
    assert said.args[1]


def test_a_go_wants_nothing(panel):
    decide(panel, examples.GO)
    assert not panel.sign.isVisible()
    decide(panel, examples.SIGNED)
    assert not panel.sign.isVisible()
    assert "Provider 1" in words(panel.card)


def test_from_the_decision_it_goes_on_to_the_plan(qtbot, panel):
    decide(panel, examples.GO)
    with qtbot.waitSignal(panel.onward) as said:
        tap(qtbot, panel.on)
    assert said.args == [Next.PLAN]


def test_the_baseline_can_be_measured_before_everything_is_answered(qtbot, panel):
    panel.choose(DECISION)
    with qtbot.waitSignal(panel.baseline_asked):
        tap(qtbot, panel.to_baseline)
    decide(panel, examples.GO)
    assert not panel.to_baseline.isVisible()


def test_a_refusal_stands_in_its_head_until_something_changes(panel):
    panel.show_refusal("Not started: a provider must sign this caution first.")
    assert "a provider must sign" in words(panel)
    decide(panel, examples.CAUTION)
    assert "a provider must sign" not in words(panel)


def test_closing_it_ends_every_question(qtbot, panel):
    decide(panel, examples.CAUTION)
    tap(qtbot, panel.sign)
    panel.dismiss()
    assert not panel.asking_person
    panel.open_at(DECISION)
    panel.show_view(examples.screening_view())
    assert panel.card.isVisible()


def test_while_it_is_closed_nothing_is_worked_out(panel):
    panel.dismiss()
    before = panel.face
    decide(panel, examples.NO_GO)
    assert panel.face is before
