"""What the core answers. An outcome bears the session second at which it was due."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from monitor.phases import Phase
from monitor.vitals import VitalSign


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
    `alarm` is the id of its worst row at this moment. `value` and `limit` are None where no
    value is compared with a limit. `reasons` are the ids of all rows that hold, worst first.
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
class CuffUnconfirmed:
    """The repeat did not confirm the cuff result of session second `at_s`; both stay."""

    at_s: float


@dataclass(frozen=True, slots=True)
class CuffAsked:
    """The device is to start its cuff now; whoever holds its link passes it on."""

    source: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A command that does not fit; nothing happened. `reason` is an id of `ui/words.py`."""

    command: str
    reason: str
    arguments: tuple[str, ...] = field(default=())


Outcome = (
    AlarmChanged
    | PhaseChanged
    | BaselineAccepted
    | LimitChanged
    | CuffUnconfirmed
    | CuffAsked
    | Refused
)
