"""What every demo answers to a window: a library to look at; nothing begins in earnest."""

from __future__ import annotations

from pathlib import Path

from data.clinic_file import Clinic
from data.courses import PatientCourse
from data.vault import key_for
from monitor.commands import Command
from monitor.sound_check import CheckKind
from ui.cables import known_driver
from ui.clinic import keep_clinic, known_clinic
from ui.day import DayDesk
from ui.demo_people import StaffInMemory
from ui.device_choices import driver_choice, driver_choices
from ui.doors import DayDoor, QuietRoomDoor, StaffDoor
from ui.inbox import Inbox
from ui.library import Library
from ui.quiet_room import NoQuietRoom
from ui.requests import (
    DeviceLine,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    DriverChoice,
    PortChoice,
    Refusal,
    SearchState,
    SessionRecord,
    SessionRequest,
    SessionRow,
    SoundTrial,
)
from ui.words import say


class NothingToFind:
    """The search of a demo is over at once, and says why."""

    def __init__(self, url: str) -> None:
        self._url = url

    def state(self) -> SearchState:
        trouble = say("demo-no-devices")
        return SearchState(1.0, self._url, None, "", over=True, trouble=trouble)

    def stop(self) -> None:
        """Nothing runs."""


class DemoBackend:
    """`Backend` of a window in which nobody is a patient."""

    demo = True

    def __init__(self, db: Path) -> None:
        self.inbox = Inbox()
        self._key = key_for(db)
        self._library = Library(db, self._key)
        self._staff = StaffInMemory()
        self._day = DayDesk(db, self._key, lambda _by: None, simulated=True)

    def start(self) -> None:
        """Nothing runs behind a picture."""

    def close(self) -> None:
        """Nothing runs behind a picture."""

    def screen_beat(self) -> None:
        """Nobody depends on the screen of a demo."""

    def send(self, _chair: int, _command: Command) -> None:
        """A picture is not operated."""

    def ports(self) -> list[PortChoice]:
        return []

    def drivers(self) -> list[DriverChoice]:
        return driver_choices()

    def driver(self, name: str) -> DriverChoice:
        return driver_choice(known_driver(name))

    def test_device(self, _device: DeviceRequest) -> DeviceTest:  # noqa: PT019 -- not a test
        raise Refusal(say("demo-no-devices"))

    def find_monitor(self, url: str) -> DeviceSearch:
        return NothingToFind(url)

    def device_lines(self, _chair: int) -> tuple[DeviceLine, ...]:
        """Nothing is plugged into a picture."""
        return ()

    def accept_device(self, _chair: int, _source: str) -> None:
        """Nobody can plug another unit into a simulated port."""

    def open_session(self, _request: SessionRequest) -> str:
        raise Refusal(say("demo-no-devices"))

    def resume_session(self, _session_id: str, _devices: tuple[DeviceRequest, ...]) -> None:
        raise Refusal(say("demo-no-devices"))

    def unfinished(self) -> list[SessionRow]:
        """A demo that was closed is not continued."""
        return []

    def sound_check_due(self, _session_since_utc_s: float | None) -> CheckKind | None:
        """Nobody depends on the sound of a demo."""
        return None

    def begin_sound_check(self, _kind: CheckKind, _by: str) -> SoundTrial:
        raise Refusal(say("demo-no-sound-check"))

    def sound_note(self) -> str:
        """A picture makes no sound, and nobody expects one."""
        return ""

    def quiet_room(self) -> QuietRoomDoor:
        return NoQuietRoom(say("quiet-demo"))

    def staff(self) -> StaffDoor:
        """Four people who are nobody; the sign-in says their PINs."""
        return self._staff

    def day(self) -> DayDoor:
        """A day in the demo's own record: nothing of it is planned for a patient."""
        return self._day

    def course(self, patient_id: str) -> PatientCourse:
        return self._library.course(patient_id, simulated=True)

    def clinic(self) -> Clinic:
        """The real one: an emergency is practised where it would be."""
        return known_clinic()

    def keep_clinic(self, clinic: Clinic) -> None:
        keep_clinic(clinic)

    def library(self) -> list[SessionRow]:
        return self._library.rows()

    def record(self, session_id: str) -> SessionRecord:
        return self._library.record(session_id)

    def export_csv(self, session_id: str, path: str) -> None:
        self._library.export_csv(session_id, path)

    def record_place(self) -> str:
        return self._library.place()
