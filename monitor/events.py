"""The closed union of everything that enters and leaves the core.

Rule 1: a session is its list of `Event`s. Each is stored with ``(seq, now)``; feeding them to a
        fresh core gives the same `Outcome`s at the same times.
Rule 2: an event carries no clock. `now`, in session seconds, travels beside it.
Rule 3: commands say who gave them (`by`); what a person said is never changed, only followed.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard, get_args

from monitor.limits import LimitProfile
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
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


# ---- what a person says -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What the core must know about a connected device; all of it from its driver."""

    name: str
    source: str
    fresh_for_s: float
    link_lost_after_s: float
    signs: frozenset[VitalSign]


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


@dataclass(frozen=True, slots=True)
class SetBaseline:
    """A resting value given by hand; a None keeps what the record gives."""

    sbp: float | None
    dbp: float | None
    hr: float | None
    spo2: float | None
    by: str


@dataclass(frozen=True, slots=True)
class StartInfusion:
    by: str


@dataclass(frozen=True, slots=True)
class PauseInfusion:
    by: str


@dataclass(frozen=True, slots=True)
class ResumeInfusion:
    by: str


@dataclass(frozen=True, slots=True)
class StopInfusion:
    by: str


@dataclass(frozen=True, slots=True)
class BeginDischarge:
    by: str


@dataclass(frozen=True, slots=True)
class EndSession:
    by: str


class Action(enum.StrEnum):
    """What was done about an alarm."""

    REMEASURED = "re-measured"
    PAUSED = "paused"
    RATE_LOWERED = "rate-lowered"
    DRUG_GIVEN = "drug-given"
    PROVIDER_CALLED = "provider-called"
    ARTEFACT = "artefact"


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Acknowledge one alarm, named by its `key` (see `AlarmChanged`), never all at once."""

    key: str
    by: str
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class PauseAudio:
    by: str
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class ResumeAudio:
    by: str


class NoteKind(enum.StrEnum):
    DISSOCIATION = "dissociation"
    NAUSEA = "nausea"
    VOMITING = "vomiting"
    DIZZINESS = "dizziness"
    HEADACHE = "headache"
    ANXIETY = "anxiety"
    CHEST_PAIN = "chest-pain"
    VISUAL_SIGN = "visual-sign"
    DRUG_GIVEN = "drug-given"
    FREE_TEXT = "free-text"


@dataclass(frozen=True, slots=True)
class Note:
    """`note_id` is made by the screen, so that it can be undone before it was stored."""

    note_id: str
    kind: NoteKind
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class UndoNote:
    """The note stays in the record, struck through."""

    note_id: str
    by: str


@dataclass(frozen=True, slots=True)
class ManualCuff:
    """A pressure that a person measured just now, mmHg; never refused for its value."""

    sbp: float
    dbp: float
    by: str


@dataclass(frozen=True, slots=True)
class ChangeLimit:
    """Move the threshold of one row of the alarm table; None = back to the profile's own."""

    rule: str
    value: float | None
    by: str


Command = (
    SetBaseline
    | StartInfusion
    | PauseInfusion
    | ResumeInfusion
    | StopInfusion
    | BeginDischarge
    | EndSession
    | Acknowledge
    | PauseAudio
    | ResumeAudio
    | Note
    | UndoNote
    | ManualCuff
    | ChangeLimit
)
SelfReport = PartFailed | PartRecovered | Resumed | ClockJumped
Heard = Numerics | CuffResult | CuffFailed | SignalLost | WaveChunk | DeviceNote | LinkChanged
Event = SessionOpened | Heard | SelfReport | Command
_EVENT_TYPES: tuple[type, ...] = get_args(Event)

# ---- what the core answers ----------------------------------------------------------------------


class Priority(enum.IntEnum):
    """Ordered: a higher number is more urgent."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class AlarmPhase(enum.StrEnum):
    """The word that is printed, stored and exported for a change in an alarm's life."""

    PENDING = "pending"
    SOUNDING = "sounding"
    ACKNOWLEDGED = "acknowledged"
    LATCHED = "latched"
    WITHDRAWN = "withdrawn"
    CLEARED = "cleared"
    REMINDED = "reminded"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True)
class AlarmChanged:
    """One step in the life of one alarm.

    `key` names the alarm for its whole life (a sign and a side, or a technical condition);
    `alarm` is the id of its worst row at this moment. `value` and `limit` are None for technical
    conditions. `reasons` are the ids of all rows that hold, worst first.
    """

    key: str
    alarm: str
    sign: VitalSign | None
    priority: Priority
    state: AlarmPhase
    value: float | None
    limit: float | None
    reasons: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    before: Phase
    after: Phase


@dataclass(frozen=True, slots=True)
class BaselineAccepted:
    """The resting values that relative limits follow; None = no value was there."""

    sbp: float | None
    dbp: float | None
    hr: float | None
    spo2: float | None


@dataclass(frozen=True, slots=True)
class LimitChanged:
    rule: str
    before: float
    after: float
    by: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A command that does not fit; nothing happened. `reason` is an id of `ui/words.py`."""

    command: str
    reason: str
    arguments: tuple[str, ...] = field(default=())


Outcome = AlarmChanged | PhaseChanged | BaselineAccepted | LimitChanged | Refused


def is_event(what: Event | Outcome) -> TypeGuard[Event]:
    """It entered the core; the rest of a record is what the core answered."""
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
