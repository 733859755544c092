"""The closed union of everything that enters and leaves the core.

Rule 1: a session is its list of `Event`s. Each is stored with ``(seq, now)``; feeding them to a
        fresh core gives the same `Outcome`s at the same times.
Rule 2: an event carries no clock. `now`, in session seconds, travels beside it.
Rule 3: what a person says is in `commands.py`, what the core answers in `outcomes.py`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeGuard, get_args

from monitor.amendments import Amendment
from monitor.commands import Command
from monitor.limits import LimitProfile
from monitor.outcomes import Outcome
from monitor.people import Course, Patient
from monitor.plan import Plan
from monitor.training.staged import Training
from monitor.vitals import (
    CuffFailed,
    CuffResult,
    DeviceNote,
    Observation,
    Reading,
    SignalLost,
    VitalSign,
    WaveChunk,
)

# ---- what the devices say ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numerics:
    """Continuous values that arrived together; each sign at most once."""

    readings: tuple[Reading, ...]


class LinkState(enum.StrEnum):
    UP = "up"
    """Whole frames arrive."""
    SILENT = "silent"
    """The port is open, but no whole frame came for longer than the device's rhythm allows."""
    DOWN = "down"
    """There is no port."""


class LinkReason(enum.StrEnum):
    CONNECTED = "connected"
    NO_DATA = "no-data"
    WRONG_DRIVER = "wrong-driver"
    """Bytes come, but for 10 s not one whole frame of this driver."""
    PORT_ABSENT = "port-absent"
    PORT_IN_USE = "port-in-use"
    PORT_DENIED = "port-denied"
    PORT_BROKE = "port-broke"
    STRANGER = "stranger"
    """Another unit sits on the port; it was not let in."""
    DRIVER_BUG = "driver-bug"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """Said once when a link goes and once when it comes back.

    `quiet_s` is how long ago the last whole frame came; None = there never was one.
    """

    state: LinkState
    reason: LinkReason
    source: str
    quiet_s: float | None = None


# ---- what the program notices about itself ------------------------------------------------------


class Part(enum.StrEnum):
    STORE = "store"
    SOUND = "sound"
    SCREEN = "screen"
    AWAKE = "awake"


@dataclass(frozen=True, slots=True)
class PartFailed:
    """A part of the program stopped doing its work; `text` says how, for a person."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class PartRecovered:
    part: Part


@dataclass(frozen=True, slots=True)
class Resumed:
    """The program was away (crash, power cut) from `gap_from_s` until now, in session seconds."""

    gap_from_s: float


@dataclass(frozen=True, slots=True)
class ClockJumped:
    """The computer's clock of the day was stepped by `seconds` against the monotonic one."""

    seconds: float


# ---- how a session begins -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What the core must know about a connected device; all of it from its driver."""

    name: str
    source: str
    fresh_for_s: float
    link_lost_after_s: float | None
    """No data for so long is a lost link; None = it speaks only when it has measured, so that
    only a port that fails is one."""
    signs: frozenset[VitalSign]
    can_start_cuff: bool = False
    may_start_cuff: bool = False
    """A person allowed it when the session was opened."""

    @property
    def label(self) -> str:
        """What it is called among the devices of its session: the second of a kind is NAME#2."""
        nth = self.source.removeprefix(f"device:{self.name}")
        return self.name + nth if nth.startswith("#") else self.name


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """The first event of every session, from which a core is built."""

    session_id: str
    chair: int
    patient: Patient
    plan: Plan
    profile: LimitProfile
    devices: tuple[DeviceFacts, ...]
    nibp_interval_s: float
    simulated: bool
    by: str
    technical_alarms: bool = True
    """False only when a recording without a device is judged: no overdue, link or sensor alarm."""
    arterial_judged: bool = False
    """Judge a continuous arterial pressure by the rows of the cuff, with a delay of 10 s."""
    flow: bool = False
    """The treatment is taken through all its steps: screening, plan, scores, leaving."""
    course: Course = Course()


SelfReport = PartFailed | PartRecovered | Resumed | ClockJumped
Heard = Numerics | CuffResult | CuffFailed | SignalLost | WaveChunk | DeviceNote | LinkChanged
Event = SessionOpened | Heard | SelfReport | Command | Training
Recorded = Event | Outcome | Amendment
"""What a line of a record can be."""
_EVENT_TYPES: tuple[type, ...] = get_args(Event)


def is_event(what: Recorded) -> TypeGuard[Event]:
    """It entered the core; the rest is what the core answered, and what was added afterwards."""
    return isinstance(what, _EVENT_TYPES)


def gather(observations: Iterable[Observation]) -> Iterator[Heard]:
    """Put readings that arrived together into one `Numerics`; keep the order of all else."""
    waiting: list[Reading] = []
    for observation in observations:
        if isinstance(observation, Reading):
            if any(reading.sign is observation.sign for reading in waiting):
                yield Numerics(tuple(waiting))
                waiting = []
            waiting.append(observation)
            continue
        if waiting:
            yield Numerics(tuple(waiting))
            waiting = []
        yield observation
    if waiting:
        yield Numerics(tuple(waiting))
