from collections.abc import Iterator
from dataclasses import replace

import pytest

from data.courses import PatientCourse
from monitor.people import Course
from tests.ui.day_examples import example_course, past
from tests.ui.page_examples import in_a_window
from ui.start.course_card import COLUMNS, CourseCard, course_text, past_texts, peak_warning
from ui.words import say


@pytest.fixture
def card(qtbot) -> Iterator[CourseCard]:
    made = CourseCard()
    window = in_a_window(made, 800, 600)
    qtbot.addWidget(window)
    yield made
    window.close()


def test_session_three_of_six_is_said_and_then_maintenance():
    assert course_text(Course(3, 6)) == "Session 3 of 6"
    assert course_text(Course(9, None)) == "Session 9 · maintenance"
    assert course_text(Course()) == ""


def test_the_newest_session_comes_first(card):
    card.show_course(example_course())
    rows = [card.texts()[at : at + len(COLUMNS)] for at in range(0, 18, len(COLUMNS))]
    assert rows[1] == ["2026-09-18", "41", "0.50", "168/102", "2", "12 / –"]
    assert rows[2] == ["2026-09-14", "38", "0.46", "152/86", "2", "15 / –"]


def test_a_last_peak_of_160_stands_above_everything(card):
    card.show_course(example_course(last_peak=168.0))
    assert card.banner.isVisible()
    assert "168/102" in card.warning.text()
    card.show_course(example_course(last_peak=158.0))
    assert not card.banner.isVisible()


def test_a_session_without_a_drug_is_no_peak_of_the_drug():
    untreated = replace(past(3, 190.0), treated=False)
    course = example_course(last_peak=150.0)
    assert peak_warning(replace(course, sessions=(*course.sessions, untreated))) == ""
    assert say("course-not-given") in past_texts(untreated)


def test_what_is_not_known_is_a_dash_and_never_a_zero():
    bare = replace(past(1, 150.0, dissociation=None), given_mg=None, peak_sbp=None, scores=())
    bare = replace(bare, plan=replace(bare.plan, mg_per_kg=None))
    assert past_texts(bare)[1:] == ("–", "–", "–", "–", "– / –")


def test_only_the_last_eight_are_shown_and_the_others_counted(card):
    many = tuple(past(number, 140.0) for number in range(1, 13))
    card.show_course(PatientCourse("1", many))
    assert len(card.texts()) == 9 * len(COLUMNS)
    assert card.older.text() == say("course-older", 4)
    card.show_course(example_course())
    assert not card.older.isVisible()
    assert len(card.texts()) == 3 * len(COLUMNS)


def test_a_session_that_cannot_be_read_is_not_passed_over_in_silence(card):
    card.show_course(replace(example_course(), unreadable=("s-9",)))
    assert card.older.text() == say("course-unreadable", 1)
