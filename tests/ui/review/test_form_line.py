"""The form of a recorded session, offered in the review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from tests.ui.rems_record import BY, entries, record, usual
from ui.app import application
from ui.rems_desk import RemsDesk
from ui.rems_form import form_of
from ui.review.form_line import FormLine
from ui.review.session_page import SessionPage
from ui.theme import DARK
from ui.words import say


def test_it_names_what_is_missing_and_saves_it(qtbot: QtBot, tmp_path: Path) -> None:
    application()
    backend = RecordingBackend(entries=entries(*usual()))
    line = FormLine(backend)
    place = QWidget()
    line.setParent(place)
    qtbot.addWidget(place)
    line.rems, line.by = RemsDesk(backend, tmp_path), BY
    said: list[str] = []
    line.done.connect(said.append)
    form = form_of(record(*usual()), "")
    assert form is not None
    line.offer(form)
    assert "Healthcare setting" in line.told.text()
    for what in ("save", "sent"):
        line.buttons[what].click()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert said[-1] == "Noted: the form was sent."
    line.leave.click()
    assert line.isHidden()


class Noting(RemsDesk):
    """What was asked of it, and whether without names."""

    def __init__(self, backend: RecordingBackend) -> None:
        super().__init__(backend)
        self.asked: list[tuple[str, bool]] = []

    def do(self, what: str, session_id: str, by: str, *, nameless: bool = False) -> str:
        self.asked.append((what, nameless))
        return f"{session_id} by {by}"


def test_without_names_it_is_made_and_never_sent(qtbot: QtBot) -> None:
    application()
    backend = RecordingBackend(entries=entries(*usual()))
    line, desk = FormLine(backend), Noting(backend)
    place = QWidget()
    line.setParent(place)
    qtbot.addWidget(place)
    line.rems = desk
    form = form_of(record(*usual()), "")
    assert form is not None
    line.offer(form)
    named = line.told.text()
    line.nameless.click()
    assert line.told.text() == say("form-nameless-why")
    assert not line.buttons["sent"].isEnabled()
    line.buttons["save"].click()
    line.buttons["print"].click()
    line.nameless.click()
    assert line.told.text() == named
    line.buttons["save"].click()
    assert desk.asked == [("save", True), ("print", True), ("save", False)]
    line.nameless.click()
    line.offer(form)  # of the next session nobody chose it
    assert not line.nameless.isChecked()
    assert line.buttons["sent"].isEnabled()


def test_a_session_shows_its_signature_and_offers_its_form(qtbot: QtBot) -> None:
    application()
    page = SessionPage(RecordingBackend(), DARK)
    row = page.button_row()
    qtbot.addWidget(page)
    qtbot.addWidget(row)
    page.show_record(record(*usual()))
    assert page.signed.text() == "not signed"
    assert "56 mg" in page.plan.text()
    assert not page.form.isHidden()
    page.form.click()
    assert not page.form_line.isHidden()
    page.show_record(record(*usual()[:4]))
    assert page.form.isHidden()
    assert page.form_line.isHidden()
