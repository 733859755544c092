"""What every demo answers to a window: a library to look at; nothing begins in earnest."""

from __future__ import annotations

from pathlib import Path

from data.vault import key_for
from monitor.commands import Command
from monitor.sound_check import CheckKind
from ui.answers import Answers
from ui.backup_desk import NoBackup
from ui.day import DayDesk
from ui.demo_people import StaffInMemory
from ui.doors import BackupDoor, DayDoor, KeyDoor, QuietRoomDoor, SoundTrial, StaffDoor
from ui.gate import Gate
from ui.inbox import Inbox
from ui.key_desk import NoKey
from ui.library import Library
from ui.quiet_room import NoQuietRoom
from ui.requests import (
    DeviceLine,
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    PortChoice,
    Refusal,
    SearchState,
    SessionRequest,
    SessionRow,
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


class DemoBackend(Answers):
    """`Backend` of a window in which nobody is a patient."""

    demo = True

    def __init__(self, db: Path) -> None:
        self.inbox = Inbox()
        self._key = key_for(db)
        gate = Gate(trusting=True)
        super().__init__(Library(db, self._key), gate, self._running, simulated=True)
        self._staff = StaffInMemory(gate=self._gate)
        self._day = DayDesk(db, self._key, self._want_day, simulated=True)

    def _running(self) -> frozenset[str]:
        """The ids of the sessions that go on; nothing runs behind a picture."""
        return frozenset()

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

    def keys(self) -> KeyDoor:
        return NoKey()

    def backups(self) -> BackupDoor:
        return NoBackup()

    def staff(self) -> StaffDoor:
        """Four people who are nobody; the sign-in says their PINs."""
        return self._staff

    def day(self) -> DayDoor:
        """A day in the demo's own record: nothing of it is planned for a patient."""
        return self._day
