from __future__ import annotations

from monitor.treatment.commands import AnswerQuestion, MeasureBaseline, SignDecision
from monitor.treatment.screening import QUESTIONS, clear_answers
from monitor.treatment.view import Go
from tests.ui.past_examples import NURSE, OTHER, PROVIDER, Recorded
from ui.review.screening_lines import unclear


def answers(record: Recorded, at_s: float, *given: AnswerQuestion) -> Recorded:
    for place, (question, answer) in enumerate(clear_answers()):
        record.say(at_s + place, AnswerQuestion(question, answer, NURSE))
    return record.say(at_s + 30.0, *given)


def test_the_answers_of_one_round_are_one_line_with_what_speaks_against() -> None:
    record = answers(
        Recorded(),
        10.0,
        AnswerQuestion("escort", "none", OTHER),
        AnswerQuestion("pregnancy", "negative", NURSE, "today"),
        AnswerQuestion("suicidality", "ideation", NURSE),
    )
    assert not record.refusals()
    (line,) = (one for one in record.lines() if "Screening:" in one.text)
    assert (line.at_s, line.until_s) == (10.0, 40.0)
    count = len(clear_answers()) + 3
    assert line.text == f"Screening: {count} answers, 1 not clear"
    assert line.detail == (
        "escort: None · pregnancy test: Negative (today) · thoughts of suicide: Thoughts"
        " · by Nurse 1 · by Nurse 2"
    )


def test_when_all_is_clear_nothing_more_is_said() -> None:
    record = answers(Recorded(), 10.0)
    (line,) = (one for one in record.told() if "Screening:" in one[1])
    assert line[1:] == (f"Screening: {len(clear_answers())} answers", "by Nurse 1")


def test_an_answer_that_was_changed_says_what_it_was() -> None:
    changed = AnswerQuestion("fasting", "no", NURSE), AnswerQuestion("fasting", "yes", NURSE)
    record = answers(Recorded(), 10.0, *changed)
    (line,) = (one for one in record.told() if "Screening:" in one[1])
    assert "fasting: Yes, was No" in line[2]
    assert "not clear" not in line[1]


def test_an_answer_in_a_later_phase_stands_by_itself() -> None:
    record = answers(Recorded(), 10.0, AnswerQuestion("escort", "none", NURSE))
    record.say(60.0, MeasureBaseline(NURSE))
    record.say(90.0, AnswerQuestion("escort", "named", OTHER, "a brother"))
    assert not record.refusals()
    assert record.told()[-1] == (
        90.0,
        "Screening, escort: Named (a brother), was None",
        "by Nurse 2",
    )


def test_a_decision_names_who_takes_it_on_and_why() -> None:
    record = answers(Recorded(), 10.0, AnswerQuestion("consent", "no", NURSE))
    record.say(60.0, MeasureBaseline(NURSE))
    record.say(70.0, SignDecision(PROVIDER, "consent is on paper", NURSE, OTHER))
    assert not record.refusals()
    assert record.told()[-1] == (
        70.0,
        "Start decided by Provider 1",
        "“consent is on paper” · by Nurse 1 · second: Nurse 2",
    )


def test_only_an_answer_that_is_a_go_is_clear() -> None:
    for question in QUESTIONS.values():
        for answer, go in question.answers.items():
            told = AnswerQuestion(question.id, answer, NURSE)
            assert unclear(told) is not (go is Go.GO)
    assert unclear(AnswerQuestion("from a newer version", "yes", NURSE))
