"""The report taken out of the window: saved, printed, copied; asked for each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from data.export.material import Material
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_record, row
from tests.ui.report.report_examples import calm
from ui.report.desk import ReportDesk, usual_sheet
from ui.report.report_line import ALL, ReportLine
from ui.report.sheet import Sheet
from ui.review.session_page import SessionPage
from ui.theme import DARK
from ui.words import say


class Archive(RecordingBackend):
    """Has the calm treatment for whoever may have it."""

    def material(self, session_id: str, kind: str, to: str, **how: bool) -> Material:
        super().material(session_id, kind, to, **how)
        return calm()


@pytest.fixture
def backend() -> Archive:
    return Archive([example_record()])


@pytest.fixture
def desk(backend: Archive, tmp_path: Path) -> ReportDesk:
    return ReportDesk(backend, tmp_path / "documents")


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "documents").glob("*"))


def test_it_is_saved_under_a_name_that_says_nothing_of_the_patient(
    qtbot: QtBot, desk: ReportDesk, backend: Archive, tmp_path: Path
) -> None:
    assert qtbot
    sentences = [desk.save(row(), Sheet.LETTER, detail=True) for _again in range(2)]
    one, other = files(tmp_path)
    assert sentences == [say("chart-saved", other), say("chart-saved", one)]
    assert one.name == "chairside-report-2026-09-21-1613-a-2.pdf"
    assert len(PdfReader(other).pages) > 1
    assert backend.taken_along == [("a", "pdf", "file")] * 2


def test_who_may_not_have_it_gets_a_sentence_and_no_file(
    desk: ReportDesk, backend: Archive, tmp_path: Path
) -> None:
    backend.refuses = "Only who treats may take a session along."
    assert desk.save(row(), Sheet.A4, detail=False) == backend.refuses
    assert desk.copy(row()) == backend.refuses
    assert files(tmp_path) == []


def test_without_a_printer_it_is_saved(
    qtbot: QtBot, desk: ReportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    said = desk.print(row(), Sheet.A4, detail=False)
    (saved,) = files(tmp_path)
    assert said == say("chart-no-printer", say("chart-saved", saved))


def test_a_folder_that_cannot_be_is_named(qtbot: QtBot, backend: Archive, tmp_path: Path) -> None:
    assert qtbot
    (tmp_path / "file").touch()
    desk = ReportDesk(backend, tmp_path / "file" / "below")
    assert "below" in desk.save(row(), Sheet.A4, detail=False)


@pytest.fixture
def page(qtbot: QtBot, backend: Archive) -> Iterator[SessionPage]:
    made = SessionPage(backend, DARK)
    window = in_a_window(made, 1500, 900)
    qtbot.addWidget(window)
    made.show_record(example_record())
    yield made
    window.close()


def test_from_the_page_of_a_session_it_goes_into_the_clipboard(
    page: SessionPage, backend: Archive
) -> None:
    line = page.report_line
    assert not line.isVisible()
    page.report.click()
    assert line.isVisible()
    line.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Ketamine treatment, session 3 of 6")
    assert page.outcome.text() == say("chart-copied", len(copied))
    assert backend.taken_along == [("a", "text", "clipboard")]


def test_from_the_page_of_a_session_it_is_saved_with_all_its_pages(
    page: SessionPage, tmp_path: Path, backend: Archive
) -> None:
    line = page.report_line
    line.desk = ReportDesk(backend, tmp_path / "documents")
    page.report.click()
    line.extent.choose(ALL)
    line.sheet.choose(Sheet.LETTER.value)
    line.save.click()
    (saved,) = files(tmp_path)
    reader = PdfReader(saved)
    assert len(reader.pages) > 1
    assert abs(float(reader.pages[0].mediabox.height) - 792.0) < 1.0
    assert page.outcome.text() == say("chart-saved", saved)


def test_the_line_is_closed_with_another_session(page: SessionPage) -> None:
    page.report.click()
    page.show_record(example_record())
    assert not page.report_line.isVisible()


def test_without_a_session_the_line_does_nothing(qtbot: QtBot, backend: Archive) -> None:
    line = ReportLine(backend)
    qtbot.addWidget(line)
    line.save.click()
    line.print.click()
    line.copy.click()
    assert backend.taken_along == []
    assert usual_sheet() in Sheet
