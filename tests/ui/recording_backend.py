"""A program behind the window that keeps what it was asked, and a clock that stands still."""

from __future__ import annotations

from pictures import said, story

from monitor.entries import Entry
from monitor.events import Command
from monitor.picture import ChairPicture
from ui.inbox import Inbox
from ui.requests import (
    DeviceTest,
    DriverChoice,
    PortChoice,
    Refusal,
    SessionRecord,
    SessionRequest,
    SessionRow,
)


class StillClock:
    """Monotonic seconds that go on only when they are told to."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


class RecordingBackend:
    def __init__(self, *, demo: bool = False, entries: tuple[Entry, ...] = ()) -> None:
        self.inbox = Inbox()
        self.demo = demo
        self.entries = entries
        self.sent: list[tuple[int, Command]] = []
        self.beats = 0
        self.looked_up: list[str] = []
        self.closed = False

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

    def test_device(self, url: str, driver: str) -> DeviceTest:
        raise Refusal(f"no devices here: {driver} at {url}")

    def open_session(self, request: SessionRequest) -> str:
        raise Refusal(f"no devices here: {request.driver}")

    def resume_session(self, session_id: str, url: str, driver: str) -> None:
        raise Refusal(f"{session_id}: no devices here: {driver} at {url}")

    def unfinished(self) -> list[SessionRow]:
        return []

    def library(self) -> list[SessionRow]:
        return []

    def record(self, session_id: str) -> SessionRecord:
        self.looked_up.append(session_id)
        if not self.entries:
            raise Refusal(f"session {session_id} is not known")
        return SessionRecord(ROW, self.entries, ())

    def export_csv(self, session_id: str, path: str) -> None:
        raise Refusal(f"nothing of {session_id} to put into {path}")

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
