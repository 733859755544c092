"""What a window asks of the program behind it; `ui/wiring.py` answers.

Rule 1: a window sends commands and asks questions; it never reaches a core, a link or a store.
Rule 2: a refusal is an exception with one sentence that names the thing, the value and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from data.narrowing import EVERYTHING, Narrowing
from monitor.commands import Command
from monitor.entries import Anchor, Entry
from monitor.people import Course
from monitor.sound_check import CheckKind
from monitor.vitals import VitalSign
from ui.compare_door import CompareDoor
from ui.inbox import Inbox
from ui.session_door import SessionDoor

if TYPE_CHECKING:
    from data.clinic_file import Clinic
    from data.courses import PatientCourse
    from ui.doors import BackupDoor, DayDoor, KeyDoor, QuietRoomDoor, SoundTrial, StaffDoor


class Refusal(Exception):
    """The program cannot do what was asked; the text is the sentence for the person."""


class WrongEntry(Refusal):
    """What was typed cannot be; nothing outside the program has to change."""


@dataclass(frozen=True, slots=True)
class DeviceRequest:
    """A monitor on a port; `may_start_cuff` only when a person switched it on for this device.

    `baud` None = the monitor's usual speed.
    """

    url: str
    driver: str
    may_start_cuff: bool = False
    baud: int | None = None


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """A session as it was typed in; `weight_kg`, `mg_per_kg` None = only watch, no infusion."""

    chair: int
    patient_id: str
    initials: str
    birth_year: int | None
    weight_kg: float | None
    mg_per_kg: float | None
    minutes: float
    profile: str
    nibp_interval_min: float
    devices: tuple[DeviceRequest, ...]
    """The first that has a sign is the one it is taken from, while it has a value."""
    by: str
    modifiers: frozenset[str] = frozenset()
    """What is known of the patient that moves limits: names of `monitor.limits.Modifier`."""
    flow: bool = False
    """Take the treatment through all its steps: screening, plan, scores, leaving."""
    course: Course = Course()
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    risks: frozenset[str] = frozenset()
    """Names of `monitor.people.Risk`."""
    fixed_mg: float | None = None
    """A dose in mg instead of mg/kg: nasal, oral."""
    concentration_mg_per_ml: float | None = None
    drug: str = "ketamine"
    """A name of `monitor.plan.Drug`."""


@dataclass(frozen=True, slots=True)
class PortChoice:
    """`facts` are (what, value) in words: maker, product, serial number, what is known of it."""

    url: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DriverChoice:
    name: str
    title: str
    cable: str
    quality: tuple[tuple[str, str, str], ...]
    """(what, done | todo | exempt, why)."""
    line: str = ""
    """The settings of the line in words: 9600 baud, 8N1 ..."""
    sends: tuple[str, ...] = ()
    """What is sent to the monitor without being asked for, in words."""
    can_start_cuff: bool = False
    signs: frozenset[VitalSign] = frozenset()


@dataclass(frozen=True, slots=True)
class DeviceCheck:
    """What a connection test has heard so far."""

    state: str
    """``waiting``, ``talking``, ``silent``, ``wrong-driver`` or ``failed``."""
    sentence: str
    bytes_count: int
    frames: int
    errors: int
    values: tuple[tuple[str, str, str], ...]
    """(label, value, unit) of the latest values."""
    lines: tuple[RawLine, ...] = ()
    """The latest lines, only of a monitor that a file describes."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """One raw line of a monitor described by a file, beside what was understood of it."""

    raw: str
    understood: str
    good: bool


@dataclass(frozen=True, slots=True)
class SearchState:
    """How far the search for a monitor on a port has come; `done` lies in 0..1.

    `proposed` is the name of a driver, None while there is none; `evidence` says in a sentence
    what was heard; `over` that nothing more will come; `trouble` why the port does not open;
    `baud` is the speed at which it was understood, None where a port has none.
    """

    done: float
    trying: str
    proposed: str | None
    evidence: str
    over: bool
    trouble: str = ""
    baud: int | None = None


class DeviceSearch(Protocol):
    """A running search for the monitor on one port; ask `state` on a timer."""

    def state(self) -> SearchState: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device of a chair as its panel shows it. Seconds; None = not known.

    `tail` is the raw bytes of late, oldest first, each with its direction (``rx`` or ``tx``);
    `signs` are the signs it gives and whether each is now taken from this device.
    """

    source: str
    title: str
    url: str
    state: str
    """``up``, ``silent``, ``down`` or ``waiting``."""
    sentence: str
    bytes_count: int
    frames: int
    errors: int
    last_error: str
    last_frame_age_s: float | None
    round_trip_s: float | None
    clock_skew_s: float | None
    """The monitor's own clock minus ours; None = it does not tell its time."""
    signs: tuple[tuple[VitalSign, bool], ...]
    tail: tuple[tuple[str, bytes], ...]
    can_start_cuff: bool
    may_start_cuff: bool
    stranger: bool = False
    """Another unit sits on the port and is not let in before a person says that it may be."""


class DeviceTest(Protocol):
    """A running connection test; ask `check` on a timer, `stop` when the dialog closes."""

    def check(self) -> DeviceCheck: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One line of the library."""

    session_id: str
    patient_id: str
    initials: str
    opened_utc_s: float
    offset_min: int
    duration_s: float
    ended: bool
    phase: str
    dose_mg: float | None
    mg_per_kg: float | None
    minutes: float
    peak_sbp: float | None
    peak_dbp: float | None
    alarms_high: int
    alarms_medium: int
    cuff_count: int
    driver: str
    simulated: bool
    signed: bool = False
    """Somebody signed it; one that was only cut off, or ended without, is not."""
    profile: str = ""
    """The name of the limits it was opened with."""
    n: int = 0
    """Its number in the record: of two that were opened at one moment, the higher comes first."""
    route: str = ""
    """A name of `monitor.routes.Route`; empty = the record does not tell it."""


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """The newest sessions of those that were looked for.

    `found` is how many of them there are, `count` how many sessions in all; `cut_off` are the ids
    of those that can be resumed.
    """

    rows: tuple[SessionRow, ...] = ()
    found: int = 0
    count: int = 0
    cut_off: frozenset[str] = frozenset()
    torn: str = ""
    """What is wrong with the list itself, one sentence; it is whole then, whatever narrows it."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    row: SessionRow
    entries: Sequence[Entry]
    anchors: Sequence[Anchor]
    missing: str = ""
    """What of it cannot be read any more, one sentence; empty = it is whole."""


class Backend(CompareDoor, SessionDoor, Protocol):
    """The program behind the window."""

    inbox: Inbox
    demo: bool

    def start(self) -> None: ...

    def screen_beat(self) -> None:
        """The window has emptied its inbox: it lives."""
        ...

    def send(self, chair: int, command: Command) -> None:
        """Raises `Refusal` when whoever gave it may not; it is not sent then."""
        ...

    def ports(self) -> list[PortChoice]: ...

    def drivers(self) -> list[DriverChoice]: ...

    def driver(self, name: str) -> DriverChoice:
        """One monitor; also ``line:FILE.toml``, which that file describes. Raises `Refusal`."""
        ...

    def test_device(self, device: DeviceRequest) -> DeviceTest:
        """Listen to this device, and ask it as its driver does. Raises `Refusal`."""
        ...

    def find_monitor(self, url: str) -> DeviceSearch:
        """Listen on this port, then ask with harmless requests, until a monitor is understood."""
        ...

    def device_lines(self, chair: int) -> tuple[DeviceLine, ...]:
        """The devices of the session on this chair; empty when there is none."""
        ...

    def accept_device(self, chair: int, source: str) -> None:
        """A person says that the other unit on this device's port is the same monitor."""
        ...

    def open_session(self, request: SessionRequest) -> str:
        """Start; the id of the session. Raises `Refusal`."""
        ...

    def unfinished(self) -> list[SessionRow]:
        """Sessions that were cut off and can be resumed, newest first."""
        ...

    def resume_session(self, session_id: str, devices: tuple[DeviceRequest, ...]) -> None:
        """Continue a session that was cut off. Raises `Refusal`."""
        ...

    def sound_check_due(self, session_since_utc_s: float | None) -> CheckKind | None:
        """Which sound check is due at this seat; None = none.

        `session_since_utc_s` is when the session began, or its preparation; None = none begins.
        """
        ...

    def begin_sound_check(self, kind: CheckKind, by: str) -> SoundTrial:
        """Raises `Refusal`."""
        ...

    def sound_note(self) -> str:
        """What must always stand on the screen about the sound; empty = nothing."""
        ...

    def quiet_room(self) -> QuietRoomDoor: ...

    def keys(self) -> KeyDoor:
        """Whether the record is encrypted, and its recovery code."""
        ...

    def backups(self) -> BackupDoor: ...

    def staff(self) -> StaffDoor:
        """Who works here, and who is signed in at this seat."""
        ...

    def course(self, patient_id: str) -> PatientCourse:
        """The earlier sessions of this patient; empty for one who was never here."""
        ...

    def day(self) -> DayDoor:
        """Today's list, and what is to be done when a day opens and closes."""
        ...

    def clinic(self) -> Clinic:
        """What the clinic says of itself in an emergency."""
        ...

    def keep_clinic(self, clinic: Clinic) -> None:
        """Raises `Refusal`."""
        ...

    def library(self, wanted: str = "", narrowing: Narrowing = EVERYTHING) -> LibraryPage:
        """The first page of the recorded sessions, newest first.

        With what somebody typed, of those in whose line every word of it stands; and of those that
        `narrowing` leaves. Raises `Refusal`.
        """
        ...

    def library_after(
        self, last: SessionRow, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> tuple[SessionRow, ...]:
        """The page after this session; empty behind the oldest one. Raises `Refusal`."""
        ...

    def library_days(
        self, first: date, last: date, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> dict[date, int]:
        """How many of these sessions were opened on each day; one without any is left out.

        The days that `narrowing` names do not matter here. Raises `Refusal`.
        """
        ...

    def record(self, session_id: str) -> SessionRecord:
        """For the program itself, or for a page on which it is only named. Raises `Refusal`."""
        ...

    def review(self, session_id: str) -> SessionRecord:
        """Opened by a person, which is a line of the audit trail. Raises `Refusal`."""
        ...

    def record_place(self) -> str:
        """Where the record is kept and whether it is encrypted: one sentence."""
        ...

    def close(self) -> None: ...
