"""A program behind the window that keeps what it was asked, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backups_in_memory import BackupsInMemory
from comparing import Comparing
from day_in_memory import DayInMemory
from pictures import said, story

from data.capture_window import CaptureWindow
from data.clinic_file import Clinic
from data.courses import PatientCourse
from data.export.material import Material
from data.narrowing import EVERYTHING, Narrowing
from monitor.amendments import Addendum, Correct
from monitor.commands import Command
from monitor.entries import Entry
from monitor.picture import ChairPicture
from monitor.sound_check import CheckKind
from ui.batch import Batch, Job
from ui.demo_people import StaffInMemory
from ui.doors import BackupDoor, DayDoor, KeyDoor, QuietRoomDoor, SoundTrial, StaffDoor
from ui.gate import Gate
from ui.inbox import Inbox
from ui.key_desk import NoKey
from ui.post_desk import PostDesk
from ui.quiet_room import NoQuietRoom
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
from ui.sound_check import SoundChecks


class StillClock:
    """Monotonic seconds that go on only when they are told to."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


class RecordingBackend(Comparing):
    def __init__(self, *, demo: bool = False, entries: tuple[Entry, ...] = ()) -> None:
        super().__init__()
        self.inbox = Inbox()
        self.demo = demo
        self.entries = entries
        self.sent: list[tuple[int, Command]] = []
        self.beats = 0
        self.lines: tuple[DeviceLine, ...] = ()
        self.lines_asked = 0
        self.accepted: list[tuple[int, str]] = []
        self.looked_up: list[str] = []
        self.closed = False
        self.printed: list[tuple[str, str]] = []
        self.known_clinic = Clinic()
        self.quiet: QuietRoomDoor = NoQuietRoom("no loudspeaker here")
        self.noted = ""
        self.the_keys: KeyDoor = NoKey()
        self.the_backups = BackupsInMemory()
        self.people = StaffInMemory({})
        """Nobody; `StaffInMemory()` are the four of the demo."""
        self.days = DayInMemory()
        self.courses: dict[str, PatientCourse] = {}
        self.check_due: CheckKind | None = None
        self.due_since: list[float | None] = []
        self.sounds: SoundChecks | None = None

    @property
    def commands(self) -> list[Command]:
        return [command for _, command in self.sent]

    def publish(self, picture: ChairPicture) -> None:
        self.inbox.put(said(picture))

    def tell(self, picture: ChairPicture) -> None:
        """The whole course up to this picture."""
        for message in story(picture):
            self.inbox.put(message)

    # ---- the protocol

    def start(self) -> None:
        return

    def screen_beat(self) -> None:
        self.beats += 1

    def send(self, chair: int, command: Command) -> None:
        self.sent.append((chair, command))

    def ports(self) -> list[PortChoice]:
        return []

    def drivers(self) -> list[DriverChoice]:
        return []

    def driver(self, name: str) -> DriverChoice:
        raise Refusal(f"no devices here: {name}")

    def test_device(self, device: DeviceRequest) -> DeviceTest:
        raise Refusal(f"no devices here: {device}")

    def find_monitor(self, url: str) -> DeviceSearch:
        raise Refusal(f"no devices here: {url}")

    def device_lines(self, _chair: int) -> tuple[DeviceLine, ...]:
        self.lines_asked += 1
        return self.lines

    def accept_device(self, chair: int, source: str) -> None:
        self.accepted.append((chair, source))

    def open_session(self, request: SessionRequest) -> str:
        raise Refusal(f"no devices here: {request.devices}")

    def resume_session(self, session_id: str, devices: tuple[DeviceRequest, ...]) -> None:
        raise Refusal(f"{session_id}: no devices here: {devices}")

    def unfinished(self) -> list[SessionRow]:
        return []

    def sound_check_due(self, session_since_utc_s: float | None) -> CheckKind | None:
        self.due_since.append(session_since_utc_s)
        return self.check_due

    def begin_sound_check(self, kind: CheckKind, by: str) -> SoundTrial:
        if self.sounds is None:
            raise Refusal(f"no loudspeaker here for the {kind.value} check of {by}")
        return self.sounds.begin(kind, by)

    def sound_note(self) -> str:
        return self.noted

    def quiet_room(self) -> QuietRoomDoor:
        return self.quiet

    def backups(self) -> BackupDoor:
        return self.the_backups

    def keys(self) -> KeyDoor:
        return self.the_keys

    def staff(self) -> StaffDoor:
        return self.people

    def day(self) -> DayDoor:
        return self.days

    def course(self, patient_id: str) -> PatientCourse:
        return self.courses.get(patient_id, PatientCourse(patient_id))

    def clinic(self) -> Clinic:
        return self.known_clinic

    def keep_clinic(self, clinic: Clinic) -> None:
        if clinic.name == "nowhere":
            raise Refusal("It could not be kept.")
        self.known_clinic = clinic

    def library(self, _wanted: str = "", _narrowing: Narrowing = EVERYTHING) -> LibraryPage:
        return LibraryPage()

    def library_after(
        self, _last: SessionRow, _wanted: str = "", _narrowing: Narrowing = EVERYTHING
    ) -> tuple[SessionRow, ...]:
        return ()

    def library_days(
        self, _first: date, _last: date, _wanted: str = "", _narrowing: Narrowing = EVERYTHING
    ) -> dict[date, int]:
        return {}

    def record(self, session_id: str) -> SessionRecord:
        self.looked_up.append(session_id)
        if not self.entries:
            raise Refusal(f"session {session_id} is not known")
        return SessionRecord(ROW, self.entries, ())

    def review(self, session_id: str) -> SessionRecord:
        return self.record(session_id)

    def want_print(self, what: str, session_id: str = "") -> None:
        self.printed.append((what, session_id))

    def correct(self, session_id: str, said: Correct) -> None:
        raise Refusal(f"{said.by} corrects nothing of {session_id}")

    def addend(self, session_id: str, said: Addendum) -> None:
        raise Refusal(f"{said.by} adds nothing to {session_id}")

    def waves(self, session_id: str, *_between_s: float) -> tuple[Entry, ...]:
        raise Refusal(f"no waves of {session_id}")

    def raw_bytes(self, session_id: str, *_between_s: float) -> CaptureWindow:
        raise Refusal(f"no raw bytes of {session_id}")

    def material(self, session_id: str, kind: str, to: str, **_how: bool) -> Material:
        raise Refusal(f"nothing of {session_id} to put as {kind} into the {to}")

    def hand_over(self, jobs: Sequence[Job], kind: str, *_choices: object, **_how: bool) -> Batch:
        def permit(session_id: str) -> None:
            raise Refusal(f"nothing of {session_id} in {kind}")

        return Batch(jobs, permit, lambda _id: Material("", (), ()), lambda *_of: None)

    def post(self) -> PostDesk:
        return PostDesk(Gate(), simulated=True)

    def export(self, session_id: str, kind: str, path: str, **_how: bool) -> None:
        raise Refusal(f"nothing of {session_id} to put as {kind} into {path}")

    def record_place(self) -> str:
        return "The record is kept nowhere."

    def close(self) -> None:
        self.closed = True


ROW = SessionRow(
    session_id="20260101-0001",
    patient_id="20417",
    initials="J. M.",
    opened_utc_s=1_790_000_000.0,
    offset_min=0,
    duration_s=60.0,
    ended=False,
    phase="baseline",
    dose_mg=41.0,
    mg_per_kg=0.5,
    minutes=40.0,
    peak_sbp=None,
    peak_dbp=None,
    alarms_high=0,
    alarms_medium=0,
    cuff_count=0,
    driver="simulated",
    simulated=True,
)
