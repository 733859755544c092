from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from data.courses import PatientCourse
from monitor.people import Risk
from monitor.routes import Route
from tests.ui.day_examples import example_course
from tests.ui.page_examples import in_a_window
from ui.start.form import SessionForm
from ui.words import say


@pytest.fixture
def form(qtbot) -> Iterator[SessionForm]:
    made = SessionForm()
    window = in_a_window(made, 800, 600)
    qtbot.addWidget(window)
    made.edited.connect(lambda: made.show_typed(made.typed(1, ())))
    yield made
    window.close()


def write(qtbot, form: SessionForm, name: str, text: str) -> None:
    line = form.fields[name].line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def texts(form: SessionForm, *names: str) -> list[str]:
    return [form.fields[name].text() for name in names]


def test_a_returning_patient_is_filled_in_as_last_time(qtbot, form):
    write(qtbot, form, "patient_id", "20417")
    form.know(example_course())
    assert texts(form, "initials", "birth_year", "weight") == ["J. M.", "1974", "82"]
    typed = form.typed(2, ())
    assert typed.risks == {Risk.HYPERTENSION}
    assert (typed.profile, typed.mounted.cuff_size) == ("elderly-iv", "large")
    assert (typed.course.number, typed.course.last_mg) == (3, 41.0)


def test_what_was_typed_goes_before_what_was_so_last_time(qtbot, form):
    write(qtbot, form, "weight", "84.5")
    write(qtbot, form, "patient_id", "20417")
    form.know(example_course())
    assert texts(form, "weight", "initials") == ["84.5", "J. M."]


def test_another_id_leaves_nothing_of_the_patient_before(qtbot, form):
    write(qtbot, form, "patient_id", "20417")
    form.know(example_course())
    write(qtbot, form, "patient_id", "20418")
    assert texts(form, "initials", "birth_year", "weight") == ["", "", ""]
    typed = form.typed(1, ())
    assert (typed.risks, typed.mounted.cuff_size, typed.profile) == (frozenset(), "", "adult-iv")
    assert typed.course.number is None


def test_a_patient_who_was_never_here_keeps_what_was_typed(qtbot, form):
    write(qtbot, form, "initials", "A. S.")
    write(qtbot, form, "patient_id", "20610")
    form.know(PatientCourse("20610"))
    assert texts(form, "initials", "weight") == ["A. S.", ""]
    assert form.typed(1, ()).course.number == 1


def test_a_weight_far_from_last_time_wants_one_tap(qtbot, form):
    write(qtbot, form, "patient_id", "20417")
    form.know(example_course())
    assert not form.patient.weight_ok.isVisible()
    write(qtbot, form, "weight", "92")
    assert form.patient.weight_ok.isVisible()
    assert "82 kg" in form.patient.doubt.text()
    qtbot.mouseClick(form.patient.weight_ok, Qt.MouseButton.LeftButton)
    assert not form.patient.weight_ok.isVisible()
    assert form.typed(1, ()).weight_confirmed
    write(qtbot, form, "weight", "95")
    assert form.patient.weight_ok.isVisible()


def test_the_birth_year_says_who_is_65(qtbot, form):
    write(qtbot, form, "birth_year", "1940")
    assert Risk.AGE_65 in form.typed(1, ()).risks
    write(qtbot, form, "birth_year", "1990")
    assert Risk.AGE_65 not in form.typed(1, ()).risks


def test_what_only_forms_need_is_folded_away(qtbot, form):
    assert not form.fields["name"].isVisible()
    qtbot.mouseClick(form.patient.more, Qt.MouseButton.LeftButton)
    assert form.fields["name"].isVisible()
    assert form.patient.more.text() == say("start-more-close")
    write(qtbot, form, "name", "A. Name")
    qtbot.mouseClick(form.patient.sex.buttons()[0], Qt.MouseButton.LeftButton)
    typed = form.typed(1, ())
    assert (typed.name, typed.sex) == ("A. Name", "female")


def test_the_route_is_that_of_the_last_treatment(form):
    course = example_course()
    nasal = replace(course.sessions[-1], route=Route.INTRANASAL)
    form.know(replace(course, sessions=(course.sessions[0], nasal)))
    assert (form.typed(1, ()).route, form.typed(1, ()).profile) == ("intranasal", "intranasal")


def test_nothing_of_a_patient_is_left_for_the_next_one(qtbot, form):
    write(qtbot, form, "by", "AK")
    write(qtbot, form, "patient_id", "20417")
    form.know(example_course())
    form.forget_patient()
    assert texts(form, "patient_id", "initials", "weight", "by") == ["", "", "", "AK"]
    assert form.typed(1, ()).risks == frozenset()
