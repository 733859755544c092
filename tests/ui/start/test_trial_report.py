import pytest
from PySide6.QtCore import Qt

from tests.ui.page_examples import in_a_window
from tests.ui.scripted_trial import TALKING
from tests.ui.start.device_examples import (
    FOUND,
    NOTHING,
    READING,
    SEARCHING,
    TROUBLE,
    DeviceBackend,
)
from ui.requests import DeviceCheck, SearchState
from ui.start.trial import Trial
from ui.start.trial_report import TrialReport
from ui.theme import DARK
from ui.words import say

STRANGER = DeviceCheck("wrong-driver", "Something else sends.", 4096, 0, 77, ())


@pytest.fixture
def report(qtbot):
    made = TrialReport(DARK)
    window = in_a_window(made, 600, 500)
    qtbot.addWidget(window)
    yield made
    window.hide()


@pytest.fixture
def trial() -> Trial:
    return Trial(DeviceBackend())


def test_before_anything_was_tried_it_says_what_a_test_does(report, trial):
    report.show_trial(trial, "", has_lines=False)
    assert report.sentence.text() == say("test-idle")
    shown = (report.bar, report.counts, report.heard, report.proposal, report.lines)
    assert not any(part.isVisible() for part in shown)


def test_values_stand_in_the_colours_of_their_signs_and_go_when_the_test_does(report, trial):
    trial.check = TALKING
    report.show_trial(trial, "", has_lines=False)
    assert report.values() == ["SBP 128 mmHg", "DBP 79 mmHg", "HR 72 1/min", "SpO₂ 98 %"]
    assert f"color:{DARK.hr}" in report.heard.text()
    assert "96 frames" in report.counts.text()
    trial.check = None
    report.show_trial(trial, "", has_lines=False)
    assert report.values() == []
    assert not report.heard.isVisible()


def test_what_is_not_right_is_said_in_the_colour_of_caution(report, trial):
    trial.check = STRANGER
    report.show_trial(trial, "", has_lines=False)
    assert (report.sentence.text(), report.sentence.property("tone")) == (
        STRANGER.sentence,
        "caution",
    )
    assert "77 bad frames" in report.counts.text()


def test_a_search_shows_how_far_it_is_and_what_is_tried(report, trial):
    trial.choose_port("COM3")
    trial._backend.finds = (SEARCHING,)
    trial.begin_search()
    report.show_trial(trial, "", has_lines=False)
    assert report.bar.isVisible()
    assert report.bar.value() == 400
    assert report.sentence.text() == SEARCHING.trying


@pytest.mark.parametrize("done", [-1.0, 0.0, 1.0, 7.0])
def test_progress_stays_in_its_bar(report, trial, done):
    trial.found = SearchState(done, "", None, "", over=True)
    report.show_trial(trial, "", has_lines=False)
    assert 0 <= report.bar.value() <= report.bar.maximum()


def test_a_proposal_asks_with_its_evidence(qtbot, report, trial):
    trial.found = FOUND
    report.show_trial(trial, "GE DINAMAP / CARESCAPE V100", has_lines=False)
    assert report.proposal.isVisible()
    assert report.proposed.text() == "This looks like: GE DINAMAP / CARESCAPE V100."
    assert report.evidence.text() == FOUND.evidence
    assert report.use.text() == "Use GE DINAMAP"
    with qtbot.waitSignal(report.accepted):
        qtbot.mouseClick(report.use, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(report.declined):
        qtbot.mouseClick(report.decline, Qt.MouseButton.LeftButton)


def test_a_search_without_an_answer_says_what_to_check_and_what_it_did(report, trial):
    trial.found = NOTHING
    report.show_trial(trial, "", has_lines=False)
    assert report.sentence.text() == f"{say('find-nothing')}\n{NOTHING.evidence}"
    assert "null modem" in report.sentence.text()


def test_a_port_that_does_not_open_says_why_and_nothing_else(report, trial):
    trial.found = SearchState(1.0, "", None, "", over=True, trouble=TROUBLE)
    report.show_trial(trial, "", has_lines=False)
    assert report.sentence.text() == TROUBLE


def test_lines_are_shown_of_a_monitor_that_a_file_describes(report, trial):
    trial.check = READING
    report.show_trial(trial, "", has_lines=True)
    assert report.lines.isVisible()
    assert report.lines.lines == READING.lines
    report.show_trial(trial, "", has_lines=False)
    assert not report.lines.isVisible()
