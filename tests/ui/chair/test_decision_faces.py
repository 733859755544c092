from dataclasses import replace

import pytest

from monitor.phases import Phase
from monitor.treatment.view import DecisionView, Go, GoReason
from tests.ui.chair import treatment_examples as examples
from ui.chair.decision_card import DecisionCard
from ui.chair.decision_faces import decision_face, reason_words
from ui.theme import DARK


def face(decision: DecisionView, readings: int = 3):
    checked = examples.checks(*examples.clear(), decision=decision, readings=readings)
    return decision_face(examples.view_of(examples.picture(Phase.BASELINE, checked)))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (GoReason("sbp", "152", Go.CAUTION), "SBP 152 mmHg"),
        (GoReason("kidney-disease", "yes", Go.CAUTION), "Kidney disease: Yes"),
        (GoReason("pregnancy", "positive", Go.NO_GO), "Pregnancy test: Positive"),
        (GoReason("sleep-apnoea", "yes", Go.CAUTION), "Sleep apnoea"),
        (GoReason("moaa-s", "4", Go.NO_GO), "MOAA/S before the drug: 4"),
        (GoReason("weight", "missing", Go.CAUTION), "Weight for a dose per kg: missing"),
    ],
)
def test_a_reason_is_said_in_plain_words(reason, words):
    assert reason_words(reason) == words


def test_go_caution_and_no_go_say_what_they_want():
    assert (face(examples.GO).word, face(examples.GO).open) == ("GO", True)
    caution = face(examples.CAUTION)
    assert (caution.word, caution.wants_reason, caution.wants_second) == ("CAUTION", False, False)
    no_go = face(examples.NO_GO)
    assert (no_go.word, no_go.wants_reason, no_go.wants_second) == ("NO-GO", True, True)


def test_what_is_missing_is_counted():
    missing = face(
        DecisionView(Go.UNKNOWN, (), ("escort", "consent", "baseline-readings", "hr")), readings=2
    ).missing
    assert missing == (
        "Not answered: 2 questions",
        "Baseline: 2 of 3 readings",
        "HR: no value yet",
    )
    one = face(DecisionView(Go.UNKNOWN, (), ("escort", "baseline-agreement"))).missing
    assert one[0] == "Not answered: Escort"
    assert "15 mmHg" in one[1]


def test_who_took_it_on_is_said_with_the_reason():
    signed = face(replace(examples.SIGNED, second="Nurse 2"))
    assert signed.open
    assert all(part in signed.signed for part in ("Provider 1", "Known and stable", "Nurse 2"))


def test_nothing_of_many_reasons_is_lost_without_a_word(qtbot):
    many = tuple(GoReason("sbp", str(152 + at), Go.CAUTION) for at in range(40))
    card = DecisionCard(DARK)
    qtbot.addWidget(card)
    card.resize(700, 300)
    card.show_face(face(DecisionView(Go.CAUTION, many)))
    shown = [label.text for label in card.labels]
    said = [text for text in shown if text.startswith("SBP")]
    assert shown[-1] == f"and {40 - len(said)} more"
    card.grab()


@pytest.mark.parametrize(
    "decision", [examples.GO, examples.CAUTION, examples.NO_GO, DecisionView()]
)
def test_the_word_is_read_aloud(qtbot, decision):
    card = DecisionCard(DARK)
    qtbot.addWidget(card)
    card.resize(700, 300)
    card.show_face(face(decision))
    card.grab()
    assert card.accessibleName().startswith(face(decision).word)
