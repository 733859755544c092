"""A lesson: what hides behind a simulated patient, and what is wanted of whoever sits there.

Rule 1: there is no prose here. A cause, a cue and a reason are ids of the screen's sentences.
Rule 2: a lesson is kept whole in the record of its session, so that a score can be made again
        from the record alone, whatever becomes of the lesson's file.
Rule 3: everything is wanted after a moment that the record shows: an alarm, a phase, a cue. Where
        that moment never comes, nothing was wanted.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

LONGEST_S = 4 * 3600.0
HEAVIEST = 10


class Deed(enum.StrEnum):
    """What somebody can do that a record shows."""

    ANSWER = "answer"
    """An acknowledgement of the alarm of its moment."""
    REMEASURE = "re-measure"
    """A result of the cuff, or one measured by hand."""
    START = "start"
    PAUSE = "pause"
    """On the pump; a stop is one, too."""
    RESUME = "resume"
    STOP = "stop"
    LOWER_RATE = "lower-rate"
    """A lower rate of the pump, or a pause, or a stop."""
    CALL_PROVIDER = "call-provider"
    """An alarm answered so, or an emergency begun: every seat rings then."""
    EMERGENCY = "emergency"
    NOTE_SYMPTOM = "note-symptom"
    """A note of the kind that is named with it; without one, of any symptom."""
    MARK_ARTEFACT = "mark-artefact"
    """An alarm answered so."""
    RECORD_DRUG = "record-drug"
    OXYGEN = "oxygen"
    """A stamp of the emergency, a drug of this name, or a hand at the bedside."""
    STIMULATE = "stimulate"
    """A hand at the bedside: the patient is spoken to and touched."""
    CHECK_PROBE = "check-probe"
    """A hand at the bedside: the probe sits, or sits again."""
    CHECK_CABLE = "check-cable"
    """A hand at the bedside: the cable is in, or in again."""
    CHECK_CUFF = "check-cuff"
    """A hand at the bedside: the cuff sits, or sits again."""
    ASK_PATIENT = "ask-patient"
    """A hand at the bedside: the patient is asked how it is."""
    SCORE_SEDATION = "score-sedation"
    COUNT_BREATHS = "count-breaths"
    OVERRIDE = "override"
    """A no-go that was overridden."""
    CALL_OFF = "call-off"
    """The session was signed and nothing was given."""
    DISCHARGE = "discharge"
    """The patient goes: the session was signed after a treatment."""


HANDS = frozenset(
    {
        Deed.OXYGEN,
        Deed.STIMULATE,
        Deed.CHECK_PROBE,
        Deed.CHECK_CABLE,
        Deed.CHECK_CUFF,
        Deed.ASK_PATIENT,
        Deed.REMEASURE,
    }
)
"""What is done at the bedside, where no program sees it: the training room offers these."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One of these is given: the first time that it is so counts, and `plus_s` seconds later.

    `alarm`: one of these alarms sounds, alone or among others of its sign; with `card`, already
    its silent card. `phase`: the treatment comes there. `cue`: the patient said or showed this.
    `befell`: this was staged.
    """

    alarm: tuple[str, ...] = ()
    card: bool = False
    phase: str = ""
    cue: str = ""
    befell: str = ""
    plus_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Cue:
    """What the patient says or shows then, and no monitor does; `cue` is the id of a sentence.

    `given`: what somebody else gives then, as drug, dose, unit and route in four words; it acts
    whether or not the learner enters it. Empty = nothing.
    `over_by`: the hand that ends what was shown, `lasts_s`: when it is over by itself; who looks
    later sees the sentence `CUE-over`. Both None = it stays so.
    """

    cue: str
    after: Moment
    given: str = ""
    over_by: Deed | None = None
    lasts_s: float | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that is wanted, or (`never`) must not happen, within so long after the moment.

    `within_s` None = until the end of the lesson, and only what must never happen has none.
    `weight` is in points; `why` the id of a sentence. `kind`: which note, empty = any.
    """

    deed: Deed
    after: Moment
    why: str
    within_s: float | None = None
    weight: int = 1
    never: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """`cause` is what hides behind it, the id of a sentence.

    `ends_after_s`: when the lesson ends by itself, counted from the start of the treatment, or
    from its opening while nothing was given.
    """

    cause: str
    wanted: tuple[Wanted, ...]
    cue: tuple[Cue, ...] = ()
    ends_after_s: float = 2 * 3600.0
