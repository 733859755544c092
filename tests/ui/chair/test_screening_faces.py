from dataclasses import replace

from monitor.people import Course
from monitor.phases import Phase
from monitor.treatment.screening import QUESTIONS
from tests.ui.chair import treatment_examples as examples
from ui.chair.question_row import QuestionRow
from ui.chair.screening_faces import (
    GROUPS,
    group_of,
    question_words,
    screening_face,
    text_hint,
)
from ui.theme import DARK
from ui.words import SENTENCES


def test_every_question_and_every_answer_has_words_and_a_group():
    for question in QUESTIONS.values():
        assert question_words(question.id) != question.id
        assert group_of(question.id) in GROUPS
        for answer in question.answers:
            assert f"short-{answer}" in SENTENCES or f"reply-{answer}" in SENTENCES
        if question.text_with:
            assert text_hint(question.id)


def test_no_group_is_longer_than_a_small_window():
    by_group = [group_of(question) for question in QUESTIONS]
    assert max(by_group.count(group) for group in GROUPS) <= 6


def test_what_was_answered_says_by_whom_and_when():
    face = screening_face(examples.answered())
    rows = {row.id: row for group in face.rows.values() for row in group}
    assert rows["kidney-disease"].chosen == "yes"
    assert rows["kidney-disease"].told.startswith("Nurse 1 ")
    assert rows["kidney-disease"].wants_text
    assert not rows["psychosis-history"].wants_text
    assert (rows["fasting"].chosen, rows["fasting"].told) == ("", "")
    assert face.answered == 5


def test_all_clear_leaves_out_what_was_answered_and_what_is_asked_by_itself():
    face = screening_face(examples.answered())
    left = {question for question, _answer in face.clear}
    assert left.isdisjoint({"kidney-disease", "medication", "pregnancy", "suicidality", "escort"})
    assert "consent" in left


def test_bladder_symptoms_are_asked_once_in_a_course():
    view = examples.screening_view()
    first = replace(view.opened, course=Course(1, 6))
    assert screening_face(replace(view, opened=first)).of == screening_face(view).of + 1


def test_the_next_open_group_is_the_first_in_order():
    assert screening_face(examples.screening_view()).next_open == "history"
    done = examples.view_of(examples.picture(Phase.BASELINE, examples.checks(*examples.clear())))
    assert screening_face(done).next_open == ""


def test_a_row_shows_the_chosen_answer_to_a_screen_reader(qtbot):
    face = screening_face(examples.answered())
    (kidney,) = [row for row in face.rows["history"] if row.id == "kidney-disease"]
    row = QuestionRow(DARK, "kidney-disease")
    qtbot.addWidget(row)
    row.resize(700, 60)
    row.show_face(kidney)
    assert row.tiles["yes"].accessibleName().endswith("chosen")
    assert not row.tiles["no"].accessibleName().endswith("chosen")
    with qtbot.waitSignal(row.answered) as said:
        row.tiles["no"].click()
    assert said.args == ["kidney-disease", "no"]
