"""A real window with a real core behind it: what is tapped is judged, and what comes is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend, StillClock

from monitor.chair import Chair
from monitor.commands import Command
from monitor.entries import Entry
from monitor.events import Event, Numerics
from monitor.picture import ChairPicture
from monitor.treatment.view import TreatmentView
from monitor.vitals import CuffResult, Reading, VitalSign
from tests.ui.day_examples import LIST, example_course
from tests.ui.page_examples import DRIVERS, PORTS
from ui.app import application
from ui.demo_people import StaffInMemory
from ui.opening import opening
from ui.requests import DriverChoice, PortChoice, SessionRequest
from ui.theme import DARK
from ui.window import MainWindow

V = VitalSign
SOURCE = "device:ivy-450c"
WALL_S = 1_790_000_000.0
"""2026-09-21."""


class TreatedBackend(RecordingBackend):
    """Opens sessions in memory; every command goes to the core of its chair at once."""

    def __init__(self, clock: StillClock) -> None:
        super().__init__()
        self._clock = clock
        self.chairs: dict[int, Chair] = {}
        self.kept: list[Entry] = []
        self._origin: dict[int, float] = {}

    def drivers(self) -> list[DriverChoice]:
        return list(DRIVERS)

    def ports(self) -> list[PortChoice]:
        return list(PORTS)

    def open_session(self, request: SessionRequest) -> str:
        session_id = f"s-{request.chair}-{len(self.chairs)}"
        opened = opening(request, (), session_id, simulated=False)
        chair = Chair(opened, self.kept.append, self.inbox.put)
        self.chairs[request.chair] = chair
        self._origin[request.chair] = self._clock.now_s
        chair.begin()
        return session_id

    def send(self, chair: int, command: Command) -> None:
        super().send(chair, command)
        self.hear(chair, command)

    def hear(self, chair: int, event: Event | None) -> None:
        now_s = self._clock.now_s - self._origin[chair]
        self.chairs[chair].take(event, now_s)


class TreatedDesk:
    """Somebody in front of it; `taps` counts what she pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        application()
        self.qtbot = qtbot
        self.clock = StillClock()
        self.backend = TreatedBackend(self.clock)
        self.backend.days.entries = {entry.patient_id: entry for entry in LIST}
        self.backend.courses = {"20417": example_course()}
        self.window = MainWindow(
            self.backend, DARK, clock=self.clock, wall=self._wall, hand=self.clock
        )
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.shell.complete()
        page = self.window.shell.start
        qtbot.waitUntil(lambda: page.device.editor.drivers.count() > 0)
        page.device.editor.drivers.choose("ivy-450c")
        page.device.editor.ports.choose("/dev/ttyUSB0")
        page.fields["by"].line.setText("Nurse 1")
        self.taps = 0

    def _wall(self) -> float:
        return WALL_S + self.clock.now_s

    @property
    def picture(self) -> ChairPicture:
        view = self.window.desk.view
        assert view is not None
        return view.picture

    @property
    def treatment(self) -> TreatmentView:
        assert self.picture.treatment is not None
        return self.picture.treatment

    def enlist(self) -> None:
        """From now on four people work here; Nurse 1 is signed in."""
        self.backend.people = StaffInMemory()
        self.window.desk.seat.know(self.backend.people.members())
        self.window.desk.seat.sign_in(self.backend.people.check("Nurse 1", "1111"), self.clock())

    def turn(self, seconds: float = 0.3) -> None:
        self.clock.now_s += seconds
        for number in self.backend.chairs:
            self.backend.hear(number, None)
        self.window.turn()

    def tap(self, tile: QAbstractButton) -> None:
        assert tile.isVisible(), tile.accessibleName()
        assert tile.isEnabled()
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        self.taps += 1
        self.turn()

    def scan(self, text: str) -> None:
        """A scanner types into whatever has the keyboard, and ends with Enter."""
        where: QWidget = self.window.focusWidget() or self.window
        self.qtbot.keyClicks(where, text)
        self.qtbot.keyClick(where, Qt.Key.Key_Return)
        self.turn()

    def measure(self, sbp: float, dbp: float, hr: float = 74.0) -> None:
        """A cuff result, and the continuous signs."""
        readings = (Reading(V.HR, hr, SOURCE), Reading(V.SPO2, 98.0, SOURCE))
        chair = self.window.desk.chair
        assert chair is not None
        self.backend.hear(chair, Numerics(readings))
        self.backend.hear(chair, CuffResult(sbp, dbp, None, None, SOURCE))
        self.turn(90.0)

    def close(self) -> None:
        self.window.go("quit")
