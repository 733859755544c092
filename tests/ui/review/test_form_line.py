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
