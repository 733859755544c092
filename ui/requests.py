"""What a window asks of the program behind it; `ui/wiring.py` answers.

Rule 1: a window sends commands and asks questions; it never reaches a core, a link or a store.
Rule 2: a refusal is an exception with one sentence that names the thing, the value and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.entries import Anchor, Entry
from monitor.events import Command
from ui.inbox import Inbox


class Refusal(Exception):
    """The program cannot do what was asked; the text is the sentence for the person."""


class WrongEntry(Refusal):
    """What was typed cannot be; nothing outside the program has to change."""


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
    url: str
    driver: str
    by: str


@dataclass(frozen=True, slots=True)
class PortChoice:
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class DriverChoice:
    name: str
    title: str
    cable: str
    quality: tuple[tuple[str, str, str], ...]
    """(what, done | todo | exempt, why)."""


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


@dataclass(frozen=True, slots=True)
class SessionRecord:
    row: SessionRow
    entries: Sequence[Entry]
    anchors: Sequence[Anchor]


class Backend(Protocol):
    """The program behind the window."""

    inbox: Inbox
    demo: bool

    def start(self) -> None: ...

    def screen_beat(self) -> None:
        """The window has emptied its inbox: it lives."""
        ...

    def send(self, chair: int, command: Command) -> None: ...

    def ports(self) -> list[PortChoice]: ...

    def drivers(self) -> list[DriverChoice]: ...

    def test_device(self, url: str, driver: str) -> DeviceTest: ...

    def open_session(self, request: SessionRequest) -> str:
        """Start; the id of the session. Raises `Refusal`."""
        ...

    def unfinished(self) -> list[SessionRow]:
        """Sessions that were cut off and can be resumed, newest first."""
        ...

    def resume_session(self, session_id: str, url: str, driver: str) -> None:
        """Continue a session that was cut off. Raises `Refusal`."""
        ...

    def library(self) -> list[SessionRow]: ...

    def record(self, session_id: str) -> SessionRecord: ...

    def export_csv(self, session_id: str, path: str) -> None:
        """Raises `Refusal`."""
        ...

    def record_place(self) -> str:
        """Where the record is kept and whether it is encrypted: one sentence."""
        ...

    def close(self) -> None: ...
