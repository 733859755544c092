"""Correcting in the window: the panel in the place of the curve, the PIN, what is shown then."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from corrected_examples import MANUAL, amended
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from data.manifest import verify
from data.store import SessionStore
from monitor.amendments import Addendum, Correct, NewValue
from monitor.entries import Anchor, AnchorReason, Entry
from tests.ui.page_examples import in_a_window
from tests.ui.page_sessions import OFFSET_MIN, OPENED_UTC_S
from ui.app import application
from ui.demo_backend import DemoBackend
from ui.demo_people import DEMO_STAFF
from ui.review.correction_panel import CorrectionPanel
from ui.review.line import Line
from ui.review.review_page import ReviewPage
from ui.theme import DARK
from ui.words import say

NURSE, PIN = "Nurse 1", DEMO_STAFF["Nurse 1"][1]
SIGNED_LINES = 2
"""The last ones of the example: without them it is a session that was cut off."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The record by whether it was signed; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("records")
    return {signed: recorded(folder / f"{signed}.db", signed=signed) for signed in (True, False)}


def recorded(path: Path, *, signed: bool) -> Path:
    entries = amended()[: None if signed else -SIGNED_LINES]
    with SessionStore.open(path) as store:
        anchor = Anchor("a", 0.0, OPENED_UTC_S, OFFSET_MIN, AnchorReason.START)
        store.write(entries, [anchor])
    return path


class Room:
    """The review of one real record in a window."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        application()
        self.path = path
        backend = DemoBackend(path)
        backend.staff().check("Nurse 2", DEMO_STAFF["Nurse 2"][1])
        backend.staff().sit("Nurse 2")
        self.page = ReviewPage(backend, DARK)
        self.window = in_a_window(self.page, 1280, 680)
        qtbot.addWidget(self.window)
        self.page.reload()
        self.page.show_session("a")

    @property
    def panel(self) -> CorrectionPanel:
        return self.page.session.correction

    @property
    def lines(self) -> list[Line]:
        return self.page.session.events.model.lines

    def choose(self, text: str) -> None:
        events = self.page.session.events
        place = next(n for n, line in enumerate(self.lines) if line.text == text)
        events.view.setCurrentIndex(events.model.index(place))

    def press(self, button: str) -> None:
        getattr(self.page.session.events, button).click()

    def sign(self, pin: str = PIN) -> None:
        self.panel.save.click()
        self.panel.pad.choose(NURSE)
        QTest.keyClicks(self.panel.pad, pin)
        QTest.keyClick(self.panel.pad, Qt.Key.Key_Return)

    def added(self) -> list[Entry]:
        with SessionStore.open(self.path, read_only=True) as store:
            told = list(store.entries("a"))
        return [one for one in told if isinstance(one.what, Correct | Addendum)]


@pytest.fixture
def cut_off(qtbot: QtBot, tmp_path: Path, records: dict[bool, Path]) -> Iterator[Room]:
    room = Room(qtbot, shutil.copy(records[False], tmp_path / "demo.db"))
    yield room
    assert verify(room.path, None) == []


@pytest.fixture
def signed(qtbot: QtBot, tmp_path: Path, records: dict[bool, Path]) -> Iterator[Room]:
    room = Room(qtbot, shutil.copy(records[True], tmp_path / "demo.db"))
    yield room
    assert verify(room.path, None) == []


def test_a_pressure_is_corrected_with_a_reason_and_a_pin(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("correct")
    panel = cut_off.panel
    assert panel.isVisible()
    assert [row.row.part for row in panel.rows] == ["sbp", "dbp", "at", "artefact"]
    panel.rows[0].more.click()
    panel.rows[0].more.click()
    panel.why.button("misread").click()
    cut_off.sign()
    (entry,) = cut_off.added()
    assert isinstance(entry.what, Correct)
    assert entry.what.values == (NewValue("sbp", 146.0),)
    assert (entry.what.line, entry.what.by, entry.what.reason) == (MANUAL, NURSE, "Read wrongly")
    assert not panel.isVisible()
    shown = [(line.text, line.struck) for line in cut_off.lines if line.seq == MANUAL]
    assert shown == [("Manual BP 144/88", True), ("Manual BP 146/88", False)]
    assert cut_off.page.session.outcome.text() == say("amend-done")


def test_without_a_reason_nobody_is_asked_for_a_pin(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("correct")
    panel = cut_off.panel
    panel.rows[0].more.click()
    panel.save.click()
    assert panel.outcome.text() == say("amend-no-reason")
    assert not panel.pad.isVisible()
    panel.why.button("own").click()
    assert panel.own.isVisible()
    panel.save.click()
    assert panel.outcome.text() == say("amend-no-reason")
    panel.own.line.setText("read from the wrong monitor")
    panel.save.click()
    assert panel.pad.isVisible()
    assert panel.rows[0].text() == "145"


def test_a_wrong_pin_adds_nothing_and_one_can_go_back(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("correct")
    cut_off.panel.rows[0].more.click()
    cut_off.panel.why.button("typed").click()
    cut_off.sign(pin="9999")
    assert cut_off.panel.pad.isVisible()
    assert cut_off.panel.pad.refusal
    cut_off.panel.pad.leave()
    assert cut_off.panel.rows[0].text() == "145"
    assert cut_off.added() == []
    QTest.keyClick(cut_off.panel, Qt.Key.Key_Escape)
    assert not cut_off.panel.isVisible()


def test_weight_and_dose_are_corrected_without_a_line_of_the_list(cut_off: Room) -> None:
    cut_off.choose("Infusion started")
    cut_off.press("correct")
    panel = cut_off.panel
    assert [row.row.part for row in panel.rows][:2] == ["weight_kg", "dose_mg"]
    field = panel.rows[0].field
    assert field is not None
    field.line.setText("80")
    panel.why.button("typed").click()
    cut_off.sign()
    assert [line.text for line in cut_off.lines][:2] == ["Weight: 82 kg", "Weight: 80 kg"]
    assert "0.51 mg/kg = 41 mg" in cut_off.page.session.plan.text()


def test_a_signed_session_takes_an_addendum_and_no_correction(signed: Room) -> None:
    assert not signed.page.session.events.correct.isEnabled()
    signed.choose("Manual BP 144/88")
    signed.press("addend")
    panel = signed.panel
    assert panel.sentence.text() == say("amend-signed-only")
    assert panel.rows == []
    assert not panel.why.isVisible()
    panel.text.setPlainText("It was the left arm.")
    signed.sign()
    (entry,) = signed.added()
    assert isinstance(entry.what, Addendum)
    assert (entry.what.text, entry.what.about) == ("It was the left arm.", MANUAL)
    (line,) = [one for one in signed.lines if one.seq == MANUAL]
    assert not line.struck
    assert "“It was the left arm.”" in line.detail


def test_what_another_seat_signed_meanwhile_is_refused_below_the_screen(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("correct")
    cut_off.panel.rows[0].more.click()
    cut_off.panel.why.button("typed").click()
    with SessionStore.open(cut_off.path) as store:
        store.write(amended()[-SIGNED_LINES:])
    cut_off.sign()
    assert cut_off.panel.outcome.text() == say("amend-signed")
    assert cut_off.panel.isVisible()
    assert cut_off.added() == []


def test_nothing_of_the_session_before_stays(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("addend")
    cut_off.panel.text.setPlainText("half a thought")
    cut_off.page.show_session("a")
    assert not cut_off.panel.isVisible()
    cut_off.press("addend")
    assert cut_off.panel.text.toPlainText() == ""


def test_everything_has_a_name_and_is_reached_by_the_keyboard(cut_off: Room) -> None:
    cut_off.choose("Manual BP 144/88")
    cut_off.press("correct")
    panel = cut_off.panel
    for row in panel.rows:
        if row.field is not None:
            assert row.field.line.accessibleName() == row.row.name
            assert row.less.accessibleName().startswith(row.row.name)
    first = panel.why.button("typed")
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in (panel.save, panel.cancel, first, panel.rows[0].more):
        assert button.height() >= 44
    panel.save.click()
    assert panel.outcome.text() == say("amend-no-value")
