"""The questions of the screening, and the way from the door to the baseline."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff
from treated import BY, Treated

from monitor.commands import StartInfusion
from monitor.outcomes import BaselineAccepted, PhaseChanged
from monitor.people import Course
from monitor.phases import Phase
from monitor.treatment.commands import AnswerQuestion, MeasureBaseline
from monitor.treatment.screening import QUESTIONS, asked, clear_answers
from monitor.treatment.view import Go

FORCES_A_PROVIDER = (
    "uncontrolled-hypertension",
    "unstable-heart-disease",
    "psychosis-history",
    "kidney-disease",
    "substance-use",
)


def test_the_clear_answer_of_every_question_speaks_against_nothing() -> None:
    for name, question in QUESTIONS.items():
        assert question.id == name
        assert question.answers[question.clear] is Go.GO
        assert question.text_with <= set(question.answers)


@pytest.mark.parametrize("question", FORCES_A_PROVIDER)
def test_a_yes_about_the_past_asks_for_a_provider_and_for_no_more(question: str) -> None:
    assert QUESTIONS[question].answers["yes"] is Go.CAUTION


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("aneurysm-avm-bleed", "yes"),
        ("acute-symptoms", "yes"),
        ("pregnancy", "positive"),
        ("intoxicated", "yes"),
        ("consent", "no"),
    ],
)
def test_what_rules_a_treatment_out(question: str, answer: str) -> None:
    assert QUESTIONS[question].answers[answer] is Go.NO_GO


def test_one_tap_clears_what_need_not_be_asked_by_itself() -> None:
    cleared = dict(clear_answers())
    assert set(QUESTIONS) - set(cleared) == {"pregnancy", "suicidality", "escort"}
    assert cleared["consent"] == "yes"


def test_bladder_symptoms_are_asked_once_in_a_course() -> None:
    for first in (Course(), Course(number=1, of=6)):
        assert asked(first) == tuple(QUESTIONS)
    assert set(QUESTIONS) - set(asked(Course(number=2, of=6))) == {"bladder-symptoms"}


def test_a_session_with_all_steps_opens_in_the_screening_and_others_in_the_baseline() -> None:
    assert Treated().phases() == [Phase.SCREENING]
    plain = Bench(treating=False).of(PhaseChanged)
    assert plain == [PhaseChanged(Phase.PLANNED, Phase.BASELINE)]


def test_the_answer_that_leaves_nothing_open_begins_the_baseline_in_the_same_step() -> None:
    chair = Treated()
    for n, question in enumerate(QUESTIONS.values()):
        assert chair.phase is Phase.SCREENING
        chair.feed(10.0 + n, AnswerQuestion(question.id, question.clear, BY))
    last = 10.0 + len(QUESTIONS) - 1
    assert chair.said[-1] == (last, PhaseChanged(Phase.SCREENING, Phase.BASELINE))


def test_what_is_asked_once_a_course_is_not_waited_for_in_its_second_session() -> None:
    chair = Treated(course=Course(number=2, of=6))
    for question in QUESTIONS.values():
        if not question.once:
            chair.feed(10.0, AnswerQuestion(question.id, question.clear, BY))
    assert chair.phase is Phase.BASELINE


def test_the_baseline_can_be_begun_with_questions_open_and_only_once() -> None:
    chair = Treated()
    chair.feed(20.0, MeasureBaseline(BY))
    assert chair.phase is Phase.BASELINE
    assert chair.checks().decision.go is Go.UNKNOWN
    chair.feed(21.0, MeasureBaseline(BY))
    assert chair.refused() == ["baseline-under-way"]
    late = Treated().started()
    late.feed(400.0, MeasureBaseline(BY))
    assert late.refused() == ["baseline-too-late"]


def test_the_newest_answer_counts_and_bears_who_and_when() -> None:
    chair = Treated()
    chair.feed(10.0, AnswerQuestion("kidney-disease", "no", "Nurse 1"))
    chair.feed(30.0, AnswerQuestion("kidney-disease", "yes", "Nurse 2", " stage 2 "))
    [shown] = chair.checks().answers
    assert (shown.answer, shown.by, shown.at_s, shown.text) == ("yes", "Nurse 2", 30.0, "stage 2")
    assert shown.go is Go.CAUTION
    assert len(chair.core.treatment.checks.answers.to("kidney-disease")) == 2


def test_answers_are_shown_in_the_order_of_the_questions() -> None:
    chair = Treated()
    for name in reversed(QUESTIONS):
        chair.feed(10.0, AnswerQuestion(name, QUESTIONS[name].clear, BY))
    assert [one.question for one in chair.checks().answers] == list(QUESTIONS)


def test_a_question_or_an_answer_that_there_is_not_is_refused() -> None:
    chair = Treated()
    chair.feed(10.0, AnswerQuestion("shoe-size", "42", BY), AnswerQuestion("fasting", "half", BY))
    assert chair.refused() == ["question-unknown", "answer-unknown"]
    assert chair.checks().answers == ()


def test_nothing_can_be_given_while_the_screening_is_open() -> None:
    chair = Treated()
    chair.feed(10.0, StartInfusion(BY))
    assert chair.refused() == ["start-before-baseline"]
    assert chair.phase is Phase.SCREENING


def test_what_is_measured_while_the_questions_are_asked_counts_for_the_baseline() -> None:
    chair = Treated()
    for n in range(3):
        chair.feed(10.0 + 60.0 * n, cuff(122, 74))
    chair.stream(170.0, 200.0, hr=70, spo2=97)
    chair.all_clear(200.0)
    assert chair.checks().decision.go is Go.GO
    chair.feed(210.0, StartInfusion(BY))
    assert BaselineAccepted(122.0, 74.0, 70.0, 97.0) in chair.of(BaselineAccepted)


def test_the_cuff_is_not_overdue_because_the_screening_took_long() -> None:
    chair = Treated(technical=True)
    chair.feed(60.0, cuff(122, 74))
    chair.all_clear(1800.0)
    chair.wait(1800.0 + 299.0)
    assert not [one for one in chair.alarms() if one[1] == "bp-overdue"]
    chair.wait(1800.0 + 300.0 + 121.0)
    assert [one[0] for one in chair.alarms() if one[1] == "bp-overdue"] == [1800.0 + 300.0 + 120.0]
