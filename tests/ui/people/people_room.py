"""Somebody in front of a real window, with staff enlisted and real cores behind it."""

from __future__ import annotations

from collections.abc import Mapping

from noted_trail import NotedTrail
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recording_backend import StillClock
from treated_desk import TreatedBackend

from monitor.commands import Command
from monitor.rights import Role
from monitor.treatment.view import PeopleView
from ui.app import application
from ui.chair.person_pad import PersonPad
from ui.demo_people import DEMO_STAFF, StaffInMemory
from ui.gate import Gate
from ui.panels import Panel
from ui.requests import SessionRequest
from ui.theme import DARK
from ui.window import MainWindow

PIN = {name: pin for name, (_role, pin) in DEMO_STAFF.items()}


def request(chair: int, by: str) -> SessionRequest:
    return SessionRequest(
        chair=chair,
        patient_id=f"P-{chair}",
        initials="",
        birth_year=None,
        weight_kg=80.0,
        mg_per_kg=0.5,
        minutes=40.0,
        profile="adult-iv",
        nibp_interval_min=5.0,
        devices=(),
        by=by,
    )


class PeopleRoom:
    """A window on a still clock; `open` begins a session by hand, without the start page."""

    def __init__(
        self,
        qtbot: QtBot,
        staff: Mapping[str, tuple[Role, str]] = DEMO_STAFF,
        *,
        demo: bool = False,
    ) -> None:
        application()
        self.qtbot = qtbot
        self.clock = StillClock()
        self.backend = TreatedBackend(self.clock)
        self.trail = NotedTrail()
        gate = Gate(self.trail, trusting=True, clock=self.clock)
        self.backend.people, self.backend.demo = StaffInMemory(staff, gate), demo
        self.window = MainWindow(
            self.backend, DARK, clock=self.clock, wall=lambda: 1_790_000_000.0, hand=self.clock
        )
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.shell.complete()
        self.turn()

    # ---- what happens

    def open(self, *chairs: int, by: str = "Nurse 1") -> None:
        for chair in chairs:
            self.backend.open_session(request(chair, by))
        self.turn()
        self.window.show_chair(chairs[0])
        self.turn()

    def turn(self, seconds: float = 0.3) -> None:
        self.clock.now_s += seconds
        for number in self.backend.chairs:
            self.backend.hear(number, None)
        self.window.turn()

    def tap(self, tile: QAbstractButton) -> None:
        self.qtbot.waitUntil(tile.isVisible)  # what was made just now comes with the next events
        assert tile.isEnabled(), tile.accessibleName()
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        self.turn()

    def key(self, key: Qt.Key, *with_: Qt.KeyboardModifier) -> None:
        where = self.window.focusWidget() or self.window
        modifier = with_[0] if with_ else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(where, key, modifier)
        self.turn()

    def pin(self, pad: PersonPad, pin: str) -> None:
        for digit in pin:
            self.tap(pad.keys[digit])
        self.tap(pad.ok)

    def lock(self) -> None:
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def sign_in(self, name: str) -> None:
        """In the panel or on the page that asks for it; behind the lock, from the top line."""
        pad = self.pad
        if not pad.isVisible():
            self.tap(self.window.shell.top.who)
            if not pad.isVisible():
                self.tap(self.window.shell.panels.people.names[name])
        if pad.name and pad.name != name:
            self.tap(pad.back)
        if not pad.name:
            self.tap(pad.people[name])
        self.pin(pad, PIN[name])

    # ---- what is there

    @property
    def pad(self) -> PersonPad:
        page = self.window.people.lock_page
        if page is not None and page.isVisible():
            return page.pad
        return self.window.shell.panels.people.who

    @property
    def commands(self) -> list[Command]:
        return self.backend.commands

    def is_open(self, panel: Panel) -> bool:
        return self.window.shell.panels.is_open(panel)

    def people_of(self, chair: int) -> PeopleView:
        treatment = self.window.state.chairs[chair].picture.treatment
        assert treatment is not None
        return treatment.people

    def close(self) -> None:
        self.window.go("quit")
