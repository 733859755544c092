"""A small program behind the pages, and recorded sessions built by hand, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from data.capture_window import CaptureWindow, PlacedPiece
from data.courses import PatientCourse
from data.export.material import Material
from data.narrowing import EVERYTHING, Narrowing
from monitor.amendments import Addendum, Correct
from monitor.commands import (
    Command,
)
from monitor.entries import Entry
from tests.ui.backups_in_memory import BackupsInMemory
from tests.ui.comparing import Comparing
from tests.ui.day_in_memory import DayInMemory
from tests.ui.looked_for import matches
from tests.ui.scripted_trial import TALKING, WAITING, ScriptedTest
from ui.batch import Batch, Job
from ui.demo_people import StaffInMemory
from ui.doors import BackupDoor, DayDoor, KeyDoor, StaffDoor
from ui.gate import Gate
from ui.inbox import Inbox
from ui.key_desk import NoKey
from ui.post_desk import PostDesk
from ui.requests import (
    DeviceLine,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    DriverChoice,
    LibraryPage,
    PortChoice,
    Refusal,
    SessionRecord,
    SessionRequest,
    SessionRow,
)
from ui.theme import load_fonts

DRIVERS = [
    DriverChoice(
        "ivy-450c",
        "Ivy 450C",
        "RS-232, 9-pin null modem, 19200 baud",
        (
            ("manual cited", "done", ""),
            ("recorded bytes", "done", ""),
            ("tried on hardware", "todo", ""),
            ("waves", "exempt", "the monitor sends none"),
        ),
    ),
    DriverChoice(
        "dinamap",
        "GE Dinamap Pro",
        "RS-232, 15-pin host port, 9600 baud",
        (("manual cited", "done", ""), ("tried on hardware", "todo", "")),
    ),
    DriverChoice("nonin-df7", "Nonin 8600 (format 7)", "RS-232, 9600 baud", ()),
    DriverChoice("suntech-oem", "SunTech Advantage OEM", "TTL to USB, 9600 baud", ()),
]
PORTS = [
    PortChoice("/dev/ttyUSB0", "ttyUSB0 · FTDI FT232R · A10K2X7Q"),
    PortChoice("/dev/ttyUSB1", "ttyUSB1 · Prolific PL2303"),
]


def in_a_window(page: QWidget, width: int, height: int) -> QWidget:
    """The page inside a plain window, as the program shows it; close the window in the end."""
    load_fonts()
    window = QWidget()
    window.resize(width, height)
    page.setParent(window)
    page.setGeometry(0, 0, width, height)
    window.show()
    return window


class RecordingBackend(Comparing):
    """A program that keeps what it was asked. Set `refuses` to a sentence to be refused."""

    def __init__(self, records: Sequence[SessionRecord] = ()) -> None:
        super().__init__()
        self.inbox = Inbox()
        self.demo = False
        self.records = {record.row.session_id: record for record in records}
        self.waiting: list[SessionRow] = []
        self.drivers_there = list(DRIVERS)
        self.ports_there = list(PORTS)
        self.refuses = ""
        self.commands: list[tuple[int, Command]] = []
        self.opened: list[SessionRequest] = []
        self.printed: list[tuple[str, str]] = []
        self.resumed: list[tuple[str, tuple[DeviceRequest, ...]]] = []
        self.tests: list[ScriptedTest] = []
        self.exported: list[tuple[str, str]] = []
        self.sends = False
        """Also needs a receiver, and `CHAIRSIDE_HOME` at a place of its own."""
        self.taken_along: list[tuple[str, str, str]] = []
        self.deidentified: list[str] = []
        self.all_waves: list[Entry] = []
        self.all_bytes: list[PlacedPiece] = []
        self.bytes_asked: list[tuple[str, float, float]] = []
        self.amended: list[tuple[str, Correct | Addendum]] = []
        self.kept_waves: dict[tuple[str, float, float], tuple[Entry, ...]] = {}
        self.started = self.closed = False
        self.beats = 0
        self.the_day = DayInMemory()
        self.the_staff = StaffInMemory({})
        self.courses: dict[str, PatientCourse] = {}
        self.page_rows = 200
        self.the_keys: KeyDoor = NoKey()
        self.the_backups = BackupsInMemory()

    def start(self) -> None:
        self.started = True

    def screen_beat(self) -> None:
        self.beats += 1

    def send(self, chair: int, command: Command) -> None:
        self.commands.append((chair, command))

    def ports(self) -> list[PortChoice]:
        return list(self.ports_there)

    def drivers(self) -> list[DriverChoice]:
        return list(self.drivers_there)

    def driver(self, name: str) -> DriverChoice:
        for choice in self.drivers_there:
            if choice.name == name:
                return choice
        raise Refusal(f"there is no driver {name}")

    def test_device(self, device: DeviceRequest) -> DeviceTest:
        self._maybe_refuse()
        test = ScriptedTest(device, [WAITING, TALKING])
        self.tests.append(test)
        return test

    def open_session(self, request: SessionRequest) -> str:
        self._maybe_refuse()
        self.opened.append(request)
        return f"s-{len(self.opened)}"

    def unfinished(self) -> list[SessionRow]:
        return list(self.waiting)

    def find_monitor(self, url: str) -> DeviceSearch:
        raise Refusal(f"nothing to find on {url}")

    def device_lines(self, _chair: int) -> tuple[DeviceLine, ...]:
        return ()

    def accept_device(self, _chair: int, _source: str) -> None:
        self._maybe_refuse()

    def resume_session(self, session_id: str, devices: tuple[DeviceRequest, ...]) -> None:
        self._maybe_refuse()
        self.resumed.append((session_id, devices))

    def day(self) -> DayDoor:
        return self.the_day

    def backups(self) -> BackupDoor:
        return self.the_backups

    def keys(self) -> KeyDoor:
        return self.the_keys

    def staff(self) -> StaffDoor:
        return self.the_staff

    def course(self, patient_id: str) -> PatientCourse:
        return self.courses.get(patient_id, PatientCourse(patient_id))

    def library(self, wanted: str = "", _narrowing: Narrowing = EVERYTHING) -> LibraryPage:
        """It narrows nothing down: what does is the database (`tests/data/test_narrowing.py`)."""
        found = self._found(wanted)
        return LibraryPage(
            tuple(found[: self.page_rows]), len(found), len(self.records), self._cut_off()
        )

    def library_days(
        self, _first: date, _last: date, _wanted: str = "", _narrowing: Narrowing = EVERYTHING
    ) -> dict[date, int]:
        return {}

    def library_after(
        self, last: SessionRow, wanted: str = "", _narrowing: Narrowing = EVERYTHING
    ) -> tuple[SessionRow, ...]:
        found = self._found(wanted)
        begin = 1 + [row.session_id for row in found].index(last.session_id)
        return tuple(found[begin : begin + self.page_rows])

    def _found(self, wanted: str) -> list[SessionRow]:
        self._maybe_refuse()
        rows = [record.row for record in self.records.values()]
        fitting = [row for row in rows if matches(row, self._cut_off(), wanted)]
        return sorted(fitting, key=lambda row: -row.opened_utc_s)

    def _cut_off(self) -> frozenset[str]:
        return frozenset(row.session_id for row in self.waiting)

    def record(self, session_id: str) -> SessionRecord:
        if session_id not in self.records:
            raise Refusal(f"session {session_id} is not in the record")
        return self.records[session_id]

    def review(self, session_id: str) -> SessionRecord:
        return self.record(session_id)

    def want_print(self, what: str, session_id: str = "") -> None:
        self.printed.append((what, session_id))

    def correct(self, session_id: str, said: Correct) -> None:
        self._maybe_refuse()
        self.amended.append((session_id, said))

    def addend(self, session_id: str, said: Addendum) -> None:
        self._maybe_refuse()
        self.amended.append((session_id, said))

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        return self.kept_waves.get((session_id, from_s, to_s), ()) or tuple(
            entry for entry in self.all_waves if from_s <= entry.now_s <= to_s
        )

    def raw_bytes(self, session_id: str, from_s: float, to_s: float) -> CaptureWindow:
        self._maybe_refuse()
        self.bytes_asked.append((session_id, from_s, to_s))
        kept = [one for one in self.all_bytes if from_s <= one.piece.at <= to_s]
        return CaptureWindow(tuple(kept), 1000)

    def material(self, session_id: str, kind: str, to: str, **how: bool) -> Material:
        self._maybe_refuse()
        self.taken_along.append((session_id, kind, to))
        return Material(session_id, (), (), **how)

    def hand_over(self, jobs: Sequence[Job], kind: str, *_choices: object, **how: bool) -> Batch:
        def permit(_session_id: str) -> None:
            self._maybe_refuse()

        def write(made: Material, path: Path, *_through: object) -> None:
            self.export(made.session_id, kind, str(path), **how)

        return Batch(jobs, permit, lambda one: Material(one, (), ()), write)

    def post(self) -> PostDesk:
        return PostDesk(Gate(), simulated=not self.sends)

    def export(self, session_id: str, kind: str, path: str, **how: bool) -> None:
        self._maybe_refuse()
        Path(path).write_text("t_seconds\n", encoding="utf-8")
        self.taken_along.append((session_id, kind, "file"))
        self.exported.append((session_id, path))
        self.deidentified += [session_id] if how.get("deidentify") else []

    def record_place(self) -> str:
        return "Sessions are kept in /home/clinic/chairside.db, encrypted."

    def close(self) -> None:
        self.closed = True

    def _maybe_refuse(self) -> None:
        if self.refuses:
            raise Refusal(self.refuses)
