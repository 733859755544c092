"""What a screen is shown of one chair: a frozen picture, made by the core, free of decisions.

A face draws a picture and nothing else; whatever it would have to decide is decided here.
All times are session seconds; ages are seconds.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.events import AlarmPhase, BaselineAccepted, LinkChanged, Note, Priority
from monitor.phases import Phase
from monitor.vitals import VitalSign


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
    a `CuffFailure` or a `Quality`), "" otherwise.
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

    @property
    def waits(self) -> bool:
        """Somebody still has to acknowledge it."""
        return self.state is not AlarmPhase.ACKNOWLEDGED


@dataclass(frozen=True, slots=True)
class NoteView:
    at_s: float
    note: Note
    undone: bool


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
    high_limits: dict[VitalSign, float]
    low_limits: dict[VitalSign, float]
    recorded_at_s: float | None = None
    gaps: tuple[tuple[float, float], ...] = ()
    """Times when the program was away, (from, to)."""
