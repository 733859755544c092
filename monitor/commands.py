"""What a person says to a chair, each with who said it (`by`).

Rule: what a person said is never changed, only followed: a note is undone, not deleted.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.treatment.commands import TreatmentCommand
from monitor.vitals import VitalSign


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
    """`ago_s`: the pump was started so long before this was said, seconds."""

    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class PauseInfusion:
    """`ago_s`: the pump was paused so long before this was said, seconds."""

    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class ResumeInfusion:
    """`provider`: who allowed it, `reason`: why against the rules; empty = neither was needed.

    `ago_s`: the pump was started again so long before this was said, seconds.
    """

    by: str
    provider: str = ""
    reason: str = ""
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class StopInfusion:
    """`ago_s`: the pump was stopped so long before this was said, seconds."""

    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class BeginDischarge:
    by: str


@dataclass(frozen=True, slots=True)
class EndSession:
    """The end, signed by `by`.

    `reason`: why the patient leaves although a criterion is not met, or why nothing was given;
    empty = nothing has to be explained. `second`: the second person.
    """

    by: str
    reason: str = ""
    second: str = ""


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
    DYSPNOEA = "dyspnoea"
    SEVERE_HEADACHE = "severe-headache"
    NEUROLOGICAL_SIGN = "neurological-sign"
    SEIZURE = "seizure"
    UNRESPONSIVE = "unresponsive"
    DRUG_GIVEN = "drug-given"
    FREE_TEXT = "free-text"


EMERGENCY_NOTES = frozenset(
    {
        NoteKind.CHEST_PAIN,
        NoteKind.VISUAL_SIGN,
        NoteKind.DYSPNOEA,
        NoteKind.SEVERE_HEADACHE,
        NoteKind.NEUROLOGICAL_SIGN,
        NoteKind.SEIZURE,
        NoteKind.UNRESPONSIVE,
    }
)
"""At any pressure these are an alarm of their own."""


@dataclass(frozen=True, slots=True)
class Note:
    """`note_id` is made by the screen, so that it can be undone before it was stored.

    `ago_s`: what it names began so long before it was entered, seconds.
    """

    note_id: str
    kind: NoteKind
    text: str
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class UndoNote:
    """The note stays in the record, struck through."""

    note_id: str
    by: str


@dataclass(frozen=True, slots=True)
class ManualCuff:
    """A pressure that a person measured, mmHg; never refused for its value.

    `ago_s`: it was measured so long before it was entered, seconds. One older than a minute is
    recorded with its moment, and is never the current value.
    """

    sbp: float
    dbp: float
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Sedation:
    """A sedation score somebody gave just now: MOAA/S, 5 (awake) to 0 (no response to pain)."""

    score: int
    by: str


@dataclass(frozen=True, slots=True)
class ConfirmMonitor:
    """Whether the device is the monitor in front of the nurse; a no puts it aside."""

    source: str
    same: bool
    by: str


@dataclass(frozen=True, slots=True)
class ChangeLimit:
    """Move the threshold of one row of the alarm table; None = back to the profile's own."""

    rule: str
    value: float | None
    by: str


@dataclass(frozen=True, slots=True)
class AllowCuff:
    """Let the program start this device's cuff, or no longer; off until somebody allows it."""

    source: str
    allowed: bool
    by: str


@dataclass(frozen=True, slots=True)
class StartCuff:
    """Start a cuff measurement now, where that was allowed and the last one is long enough ago."""

    source: str
    by: str


@dataclass(frozen=True, slots=True)
class PreferSource:
    """Take this sign from this device while it has a value; the others stand behind it."""

    sign: VitalSign
    source: str
    by: str


@dataclass(frozen=True, slots=True)
class SoundChecked:
    """Somebody listened to the alarm bursts at a seat: all of them (`full`), or a medium one."""

    seat: str
    full: bool
    heard: bool
    by: str


class StampKind(enum.StrEnum):
    """What was done in an emergency."""

    CALL = "emergency-call"
    OXYGEN = "oxygen"
    BAG_MASK = "bag-valve-mask"
    COMPRESSIONS = "compressions"
    SHOCK = "shock"
    DRUG = "drug"
    TEAM = "team-arrived"


@dataclass(frozen=True, slots=True)
class BeginEmergency:
    """Every seat rings and the code clock starts; said again, every seat rings again."""

    by: str


@dataclass(frozen=True, slots=True)
class AnswerEmergency:
    """Somebody came: the ringing ends, the code clock goes on."""

    by: str


@dataclass(frozen=True, slots=True)
class EmergencyStamp:
    """Something was done just now; `stamp_id` is made by the screen, so that it can be undone."""

    stamp_id: str
    kind: StampKind
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class UndoStamp:
    """The stamp stays in the record, struck through; only for a moment after it was set."""

    stamp_id: str
    by: str


@dataclass(frozen=True, slots=True)
class EndEmergency:
    by: str


@dataclass(frozen=True, slots=True)
class QuietRoom:
    """The alarms of this seat are heard at `output` only, or (`on` False) in the room again.

    `why` it ended is an id of `ui/words.py`; empty = a person asked for it.
    """

    on: bool
    output: str
    by: str
    why: str = ""


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
    | Sedation
    | ConfirmMonitor
    | ChangeLimit
    | AllowCuff
    | StartCuff
    | PreferSource
    | SoundChecked
    | BeginEmergency
    | AnswerEmergency
    | EmergencyStamp
    | UndoStamp
    | EndEmergency
    | QuietRoom
    | TreatmentCommand
)
