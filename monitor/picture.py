"""What a screen is shown of one chair: a frozen picture, made by the core, free of decisions.

A face draws a picture and nothing else; whatever it would have to decide is decided here.
All times are session seconds; ages are seconds.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.commands import Note
from monitor.emergency import EmergencyView
from monitor.events import LinkChanged
from monitor.handshake import Question
from monitor.limits import Modifier
from monitor.outcomes import AlarmPhase, BaselineAccepted, Priority
from monitor.phases import Phase
from monitor.treatment.view import TreatmentView
from monitor.vitals import VitalSign
from monitor.wishes import CuffWish


class Shown(enum.StrEnum):
    """How a numeral is to be drawn."""

    LIVE = "live"
    AGED = "aged"
    """Still shown, greyed: older than 1.25 x its interval, or not this session's (see `note`)."""
    DASHES = "dashes"
    """Too old: dashes, the last value small beside its time."""
    BLANK = "blank"
    """No value: lost, or older than the device's freshness."""
    NEVER = "never"
    """This device has no such sign, or nothing was measured yet."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number on the screen.

    `low` and `high` are the nearest active limits, None = no limit on that side. `delta` is the
    change from baseline, None without one. `breach` is the priority of the open alarm on this
    sign. `why` is the id of the reason when there is no value (a `LostReason`, a `LinkReason`,
    a `CuffFailure` or a `Quality`, or "session-over" once it is signed), "" otherwise.
    """

    sign: VitalSign
    shown: Shown
    value: float | None
    age_s: float | None
    low: float | None = None
    high: float | None = None
    delta: float | None = None
    baseline: float | None = None
    breach: Priority | None = None
    why: str = ""
    source: str = ""
    """The device it is taken from; only where there is more than one."""


@dataclass(frozen=True, slots=True)
class AlarmView:
    """One open alarm (or a note that waits to be acknowledged); worst and newest first."""

    key: str
    alarm: str
    sign: VitalSign | None
    priority: Priority
    state: AlarmPhase
    value: float | None
    limit: float | None
    since_s: float
    reasons: tuple[str, ...]
    technical: bool
    text: str
    reminds_in_s: float | None = None
    """Seconds until an acknowledged alarm speaks again; None otherwise."""
    repeat_by_s: float | None = None
    """When a repeated cuff reading must have come, session seconds; None = none is asked for."""
    readings: int = 0
    """How many cuff readings in a row it rests on; 0 = it is not about a cuff."""

    @property
    def waits(self) -> bool:
        """Somebody still has to acknowledge it; a card waits for a reading and not for a hand."""
        return self.state not in {AlarmPhase.ACKNOWLEDGED, AlarmPhase.PENDING}


@dataclass(frozen=True, slots=True)
class NoteView:
    """`at_s` is when it began; `ended_s` None = it was not said to be over.

    `said_s` is when somebody last said of an emergency symptom that it is there; None = nobody
    did. `asks`: it was entered so late that it is asked whether it is still there.
    """

    at_s: float
    note: Note
    undone: bool
    ended_s: float | None = None
    said_s: float | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class MovedLimit:
    """Who moved a limit last, and when; also when it went back to the profile's own."""

    rule: str
    by: str
    at_s: float


@dataclass(frozen=True, slots=True)
class ChairPicture:
    """Everything a live view of one chair shows, at session second `now_s`.

    `sound` is the priority that is audible now (None = silence), `audio_pause_left_s` is None when
    sound is on. `mg_given` and `dose_mg` are None without a dose; both are *calculated*.
    `next_cuff_at_s` is None when no cuff is due in this phase. `recorded_at_s` is the moment up to
    which everything is on the disk; None = nothing yet.
    """

    chair: int
    session_id: str
    now_s: float
    patient_id: str
    initials: str
    simulated: bool
    phase: Phase
    phase_since_s: float
    infusion_started_s: float | None
    infusion_ended_s: float | None
    infusion_running: bool
    infusion_ran_s: float
    planned_s: float
    mg_given: float | None
    dose_mg: float | None
    numerals: dict[VitalSign, Numeral]
    cuff_measuring: bool
    baseline: BaselineAccepted | None
    alarms: tuple[AlarmView, ...]
    sound: Priority | None
    audio_pause_left_s: float | None
    notes: tuple[NoteView, ...]
    next_cuff_at_s: float | None
    nibp_interval_s: float
    link: LinkChanged | None
    profile: str
    deviations: tuple[tuple[str, float, float], ...]
    """Each moved limit: row, the profile's own value, the active value."""
    recorded_at_s: float | None = None
    wish: CuffWish | None = None
    """Why a cuff result is wanted sooner than its rhythm; None = it is not."""
    question: Question | None = None
    """A cuff result that somebody should find on the monitor in front of her."""
    auto_cycle_off: bool = False
    """The monitor seems to measure on no cycle of its own."""
    starts_cuff: bool = False
    """Somebody allowed that a cuff of this chair is started from here."""
    put_aside: frozenset[str] = frozenset()
    """The devices of which somebody said that they are not the monitor in front of her."""
    modifiers: frozenset[Modifier] = frozenset()
    limits_moved: tuple[MovedLimit, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    """Times when the program was away, (from, to)."""
    emergency: EmergencyView | None = None
    """The one under way, or the last one; None = there was none."""
    unanswered_s: float | None = None
    """How long a high alarm has sounded without an answer; None for less than 60 s."""
    demo_data: bool = False
    """A monitor of this session said that it was in a demonstration or test mode."""
    bedside_alarm_off: str = ""
    """Why a bedside monitor's own alarm makes no sound, in its words; empty = it sounds, or its
    protocol does not tell."""
    treatment: TreatmentView | None = None
    """None only in pictures that were made by hand."""
