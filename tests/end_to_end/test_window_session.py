"""A session in the real window, over a real port, by keys and mouse on what can be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot
from real_program import needs_pty, simulated

from monitor.commands import Action, NoteKind
from monitor.events import Resumed
from monitor.phases import Phase
from monitor.picture import ChairPicture, Shown
from monitor.vitals import VitalSign
from ui.app import application, make_window
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.next_step import Next
from ui.page_kit import Button
from ui.panels import Panel
from ui.window import MainWindow
from ui.wiring import Program
from ui.words import say

pytestmark = needs_pty

PATIENCE_MS = 40_000
SPEED = 60
"""A cuff every five seconds."""


@dataclass(slots=True)
class Seat:
    """Somebody in front of the window."""

    window: MainWindow
    program: Program
    qtbot: QtBot

    @property
    def picture(self) -> ChairPicture:
        view = self.window.desk.view
        assert view is not None
        return view.picture

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def write(self, field: QWidget, text: str) -> None:
        assert field.isVisible()
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def choose(self, choices: QListWidget, words: str) -> None:
        self.until(choices.count)
        rows = [choices.item(row) for row in range(choices.count())]
        (item,) = [row for row in rows if words in row.text()]
        choices.scrollToItem(item)
        place = choices.visualItemRect(item).center()
        self.qtbot.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def phase_is(self, phase: Phase) -> Callable[[], bool]:
        return lambda: self.window.desk.view is not None and self.picture.phase is phase


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    with seated(qtbot, tmp_path / "record.db") as made:
        yield made


@contextmanager
def seated(qtbot: QtBot, db: Path) -> Iterator[Seat]:
    application()
    program = Program(db)
    program.start()
    window = make_window(program)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield Seat(window, program, qtbot)
    finally:
        window.go("quit")
        program.close()


def fill_in(seat: Seat, url: str) -> None:
    page = seat.window.shell.start
    for name, text in {
        "patient_id": "4711", "initials": "EE", "birth_year": "1980", "weight": "82", "by": "AK",
    }.items():  # fmt: skip
        seat.write(page.fields[name].line, text)
    seat.choose(page.device.editor.drivers, "Ivy")
    seat.choose(page.device.editor.ports, say("device-other-port"))
    seat.write(page.device.editor.url.line, url)


def test_a_whole_session_by_hand(seat: Seat, tmp_path: Path) -> None:
    shell = seat.window.shell
    with simulated("--pty", "--scenario", "S20", "--speed", SPEED) as (_, url):
        fill_in(seat, url)
        seat.click(shell.start.start)
        seat.until(lambda: shell.pages.currentWidget() is shell.live)
        it_is_screened_and_planned(seat)
        live_values(seat)
        an_alarm_is_acknowledged(seat)
        a_note_is_taken_back(seat)
        a_limit_is_moved(seat)
        it_is_ended(seat)
    it_is_reviewed_and_exported(seat, tmp_path / "session.csv")


def it_is_screened_and_planned(seat: Seat) -> None:
    """All clear, what is asked by itself, and the plan."""
    panels = seat.window.shell.panels
    screening, plan = panels.screening, panels.plan
    seat.until(screening.clear.isVisible)
    seat.click(screening.clear)
    for group, question, answer in (
        ("today", "pregnancy", "not-applicable"),
        ("today", "suicidality", "none"),
        ("arranged", "escort", "named"),
    ):
        seat.click(screening.tabs[group])
        seat.click(screening.rows[question].tiles[answer])
    seat.click(screening.naming.presets[0])
    seat.until(seat.phase_is(Phase.BASELINE))
    seat.click(screening.tabs["decision"])
    seat.until(lambda: screening.on.isVisible() or screening.sign.isVisible())
    if not screening.on.isVisible():
        it_is_signed(seat)
    seat.until(screening.on.isVisible)
    seat.click(screening.on)
    seat.click(plan.controls.concentrations[10.0])
    seat.click(plan.keep)
    seat.until(lambda: not panels.any_open)


def a_provider_takes_it_on(seat: Seat) -> None:
    """What is not a go by its numbers, or not measured yet, is signed with a reason."""
    panels, ribbon = seat.window.shell.panels, seat.window.shell.live.ribbon
    if ribbon.next.text() == say("step-start"):
        return
    seat.click(ribbon.next)
    seat.until(panels.screening.sign.isVisible)
    it_is_signed(seat)
    seat.until(lambda: ribbon.face is not None and ribbon.face.step is Next.START)
    seat.key(Qt.Key.Key_Escape)


def it_is_signed(seat: Seat) -> None:
    """With a reason, a provider and a second person, as far as they are asked for."""
    panels = seat.window.shell.panels
    seat.click(panels.screening.sign)
    if panels.screening.signing.why.isVisible():
        seat.click(panels.screening.signing.why.presets[0])
    for name in ("Provider 1", "Nurse 2"):
        if panels.screening.asking_person:
            seat.write(panels.screening.who.line, name)
            seat.click(panels.screening.who.ok)


def live_values(seat: Seat) -> None:
    seat.until(seat.phase_is(Phase.BASELINE))
    seat.until(lambda: seat.picture.numerals[VitalSign.HR].shown is Shown.LIVE)

    def shown() -> bool:
        value = seat.picture.numerals[VitalSign.HR].value
        texts = [label.text for label in seat.window.shell.live.heart.labels]
        return value is not None and f"{value:.0f}" in texts

    seat.until(shown)
    assert seat.picture.patient_id == "4711"
    assert seat.picture.dose_mg == pytest.approx(41)


def an_alarm_is_acknowledged(seat: Seat) -> None:
    shell = seat.window.shell
    a_provider_takes_it_on(seat)
    seat.click(shell.live.ribbon.next)
    seat.until(seat.phase_is(Phase.TREATING))
    seat.until(lambda: shell.bar.full)
    assert any(alarm.alarm == "sbp-high" for alarm in seat.picture.alarms)
    seat.key(KEYS[Act.ACKNOWLEDGE])
    seat.click(shell.panels.answer.verbs[Action.RATE_LOWERED])
    seat.until(lambda: not any(alarm.waits for alarm in seat.picture.alarms))


def a_note_is_taken_back(seat: Seat) -> None:
    panels = seat.window.shell.panels
    seat.key(KEYS[Act.NOTE])
    assert panels.is_open(Panel.NOTE)
    seat.click(panels.note.taps[NoteKind.NAUSEA])
    seat.until(lambda: [view.note.kind for view in seat.picture.notes] == [NoteKind.NAUSEA])
    seat.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seat.until(lambda: [view.undone for view in seat.picture.notes] == [True])


def a_limit_is_moved(seat: Seat) -> None:
    shell = seat.window.shell
    seat.click(shell.top.limits)
    assert shell.panels.is_open(Panel.LIMITS)
    row = next(row for row in shell.panels.limits.rows.values() if row.isVisible())
    seat.click(row.more)
    seat.until(lambda: [rule for rule, _, _ in seat.picture.deviations] == [row.rule])
    seat.key(Qt.Key.Key_Escape)


def it_is_ended(seat: Seat) -> None:
    """Stopped, and signed off against open lines: with a reason and a second person."""
    panels, ribbon = seat.window.shell.panels, seat.window.shell.live.ribbon
    seat.click(ribbon.next)
    seat.click(ribbon.yes)
    seat.until(seat.phase_is(Phase.RECOVERY))
    seat.click(ribbon.next)
    leaving, signoff = panels.leaving, panels.signoff
    seat.until(leaving.isVisible)
    if leaving.begin.isVisible():
        seat.click(leaving.begin)
    seat.until(leaving.sign.isVisible)
    seat.click(leaving.sign)
    seat.until(signoff.sign.isVisible)
    seat.click(signoff.sign)
    seat.click(signoff.why.presets[0])
    for name in ("Nurse 2", "Provider 1"):
        if signoff.asking_person:
            seat.write(signoff.who.line, name)
            seat.click(signoff.who.ok)
    seat.until(seat.phase_is(Phase.SIGNED))
    seat.key(Qt.Key.Key_Escape)


def it_is_reviewed_and_exported(seat: Seat, out: Path) -> None:
    shell = seat.window.shell
    seat.program.flush()
    session = seat.picture.session_id
    seat.click(shell.live.ribbon.next)
    assert shell.pages.currentWidget() is shell.review
    assert shell.review.list.current() == session
    page = shell.review.session
    assert "4711" in page.who.text()
    seat.click(page.export)
    seat.write(page.handing_over.path.line, str(out))
    seat.click(page.handing_over.save)
    seat.until(lambda: str(out) in page.outcome.text())
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "t_seconds,utc,sign,value,unit,source,quality"
    assert any(",sbp," in line for line in lines)


def test_a_refusal_loses_nothing_that_was_typed(seat: Seat, tmp_path: Path) -> None:
    page = seat.window.shell.start
    fill_in(seat, str(tmp_path / "ttyNOWHERE"))
    seat.click(page.start)
    assert "ttyNOWHERE" in page.outcome.text()
    assert page.fields["patient_id"].text() == "4711"
    seat.write(page.fields["weight"].line, "900")
    seat.click(page.start)
    assert "900" in page.outcome.text()
    assert seat.program.library().count == 0


def test_a_session_that_was_cut_off_goes_on_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    program = Path(__file__).with_name("sitting_program.py")
    with simulated("--pty", "--speed", 5) as (_, url):
        with subprocess.Popen(
            [sys.executable, str(program), str(db), url],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.PIPE,
            text=True,
        ) as sitting:
            assert sitting.stdout is not None
            assert sitting.stdout.readline() == "recorded\n"
            sitting.kill()
        with seated(qtbot, db) as seat:
            it_goes_on(seat, url)


def it_goes_on(seat: Seat, url: str) -> None:
    page = seat.window.shell.start
    seat.choose(page.device.editor.drivers, "Ivy")
    seat.choose(page.device.editor.ports, say("device-other-port"))
    seat.write(page.device.editor.url.line, url)
    (resume,) = [
        button
        for button in page.notices.findChildren(Button)
        if button.text() == say("cut-off-resume")
    ]
    seat.click(resume)
    seat.until(seat.phase_is(Phase.TREATING))
    seat.until(lambda: seat.picture.numerals[VitalSign.HR].shown is Shown.LIVE)
    assert seat.picture.deviations == (("sbp-high", 160, 170),)
    assert len(seat.picture.gaps) == 1
    assert seat.picture.mg_given is not None
    assert seat.picture.mg_given > 0
    seat.program.flush()
    entries = seat.program.record(seat.picture.session_id).entries
    assert len([entry for entry in entries if isinstance(entry.what, Resumed)]) == 1
