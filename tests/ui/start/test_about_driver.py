import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.page_examples import in_a_window
from tests.ui.start.device_examples import DINAMAP, IVY
from ui.device_choices import driver_choices
from ui.start.about_driver import AboutDriver, facts_of, quality_of
from ui.words import say


@pytest.fixture
def about(qtbot):
    made = AboutDriver()
    window = in_a_window(made, 600, 700)
    qtbot.addWidget(window)
    yield made
    window.hide()


def test_it_says_cable_line_and_what_is_sent(about):
    about.show_driver(DINAMAP)
    words = "\n".join(about.words())
    assert about.title.text() == DINAMAP.title
    for told in (DINAMAP.cable, DINAMAP.line, *DINAMAP.sends, say("about-cuff-can")):
        assert told in words
    assert "blood pressure, heart rate and SpO₂" in words


def test_a_monitor_that_is_asked_nothing_says_so():
    facts = dict(facts_of(IVY))
    assert facts[say("about-sends")] == say("about-sends-nothing")
    assert facts[say("about-cuff")] == say("about-cuff-cannot")


def test_what_was_not_done_is_said_as_plainly_as_what_was():
    rows = quality_of(IVY)
    assert rows[0] == (
        "✓", "manual cited · Ivy 2849-00-06", "done: manual cited · Ivy 2849-00-06",
    )  # fmt: skip
    assert rows[3] == ("○", "tried on hardware", "not yet: tried on hardware")
    assert rows[4][0] == "–"
    assert rows[4][2] == "not needed: waves · the monitor sends none"


def test_another_monitor_leaves_nothing_of_the_last_one(qtbot, about):
    about.show_driver(IVY)
    with qtbot.waitSignal(about.built):
        about.show_driver(DINAMAP)
    assert IVY.cable not in about.words()
    assert about.words().count(DINAMAP.cable) == 1


def test_a_screen_reader_hears_the_mark_with_its_words(about):
    about.show_driver(IVY)
    spoken = {one.accessibleName() for one in about.findChildren(QLabel)}
    assert "not yet: tried on hardware" in spoken


def test_back_goes_back(qtbot, about):
    with qtbot.waitSignal(about.closed):
        qtbot.mouseClick(about.back, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("choice", driver_choices(), ids=lambda choice: choice.name)
def test_every_driver_can_be_read_about(about, choice):
    about.show_driver(choice)
    marks = [mark for mark, _, _ in quality_of(choice)]
    assert len(marks) == len(choice.quality) > 0
    assert set(marks) <= {"✓", "○", "–"}
    assert choice.line in about.words()
