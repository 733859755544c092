"""From one session to many in the window, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_record
from ui.review.clinic_view import ClinicView
from ui.review.compare_page import ComparePage
from ui.shell import Shell
from ui.theme import DARK


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    backend = RecordingBackend([example_record("a", patient_id="P-1")])
    made = Shell(backend, DARK)
    window = in_a_window(made, 1920, 1080)
    qtbot.addWidget(window)
    made.review.reload()
    made.review.show_session("a")
    made.pages.setCurrentWidget(made.review)
    yield made
    window.hide()


def escape(qtbot: QtBot, page: QWidget) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_compare_leads_to_the_course_of_this_patient_and_escape_back(
    qtbot: QtBot, shell: Shell
) -> None:
    qtbot.mouseClick(shell.review.session.compare, Qt.MouseButton.LeftButton)
    page = shell.pages.currentWidget()
    assert isinstance(page, ComparePage)
    assert "P-1" in page.message.text()
    assert page.growth.type > 1.0  # it is as large as the window is
    escape(qtbot, page)
    assert shell.pages.currentWidget() is shell.review
    qtbot.mouseClick(shell.review.session.compare, Qt.MouseButton.LeftButton)
    assert shell.pages.currentWidget() is page


def test_clinic_leads_to_all_sessions_and_reads_them_at_each_visit(
    qtbot: QtBot, shell: Shell
) -> None:
    backend = shell.review._backend
    assert isinstance(backend, RecordingBackend)
    for visit in (1, 2):
        qtbot.mouseClick(shell.review.clinic, Qt.MouseButton.LeftButton)
        page = shell.pages.currentWidget()
        assert isinstance(page, ClinicView)
        assert len(backend.looked_at) == visit
        escape(qtbot, page)
        assert shell.pages.currentWidget() is shell.review
