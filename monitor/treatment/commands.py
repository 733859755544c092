"""What a person says about the treatment, each with who said it (`by`).

Rule 1: as in `monitor/commands.py`: what was said is followed, never changed; a correction is a
        line of its own.
Rule 2: `ago_s` is how long before the command something happened, seconds; 0 = just now. What
        happened then is recorded with that moment, and judged by the rules on late entries.
Rule 3: `by` is `UNCLAIMED` for what was entered behind a locked screen; `Claim` says who it was.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.limits import LimitProfile
from monitor.plan import Plan

UNCLAIMED = "unclaimed"
"""The `by` of an entry of which nobody has said yet that it was she."""


# ---- who and what is in the chair ---------------------------------------------------------------


class Side(enum.StrEnum):
    LEFT = "left"
    RIGHT = "right"


class CuffSize(enum.StrEnum):
    SMALL = "small"
    ADULT = "adult"
    LARGE = "large"
    THIGH = "thigh"


@dataclass(frozen=True, slots=True)
class Mount:
    """Where the cuff, the probe and the drip sit; None = not said.

    A change of the cuff's size or arm after the baseline asks for a new baseline.
    """

    cuff_size: CuffSize | None
    cuff_arm: Side | None
    spo2_arm: Side | None
    iv_arm: Side | None
    by: str


# ---- screening and the decision -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """One answer of the screening: `question` and `answer` are ids of `screening.QUESTIONS`.

    `text` is what goes with it (the name of the escort, the drug that was missed). Answered
    again, the newest counts and the older stays in the record.
    """

    question: str
    answer: str
    by: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class MeasureBaseline:
    """The screening is left for the baseline, answered or not."""

    by: str


@dataclass(frozen=True, slots=True)
class SignDecision:
    """A caution signed by a provider, or a no-go overridden with a reason.

    `provider` is who takes it on, `reason` why (needed for a no-go), `second` the second person.
    """

    provider: str
    reason: str
    by: str
    second: str = ""


# ---- plan and drug ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetPlan:
    """What is to be given; until the first dose. `profile` None = the limits stay.

    `second` is the second person, where the rules want one.
    """

    plan: Plan
    by: str
    profile: LimitProfile | None = None
    second: str = ""


@dataclass(frozen=True, slots=True)
class DrawDrug:
    """Drug taken from a vial (or a spray device): `mg` mg, of lot `lot`, good until `expiry`.

    `expiry` is ISO 8601, a day or a month; `vial` the vial's own number, empty = it has none.
    `second` is who agreed that a vial is used although its expiry is past; empty = it is not.
    """

    mg: float
    lot: str
    expiry: str
    by: str
    vial: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class WasteDrug:
    """Drug thrown away, mg, before the eyes of `witness`."""

    mg: float
    lot: str
    witness: str
    by: str
    vial: str = ""


@dataclass(frozen=True, slots=True)
class GiveDose:
    """A dose by another route than the drip, mg; the first one begins the treatment."""

    mg: float
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class ChangeRate:
    """The pump runs at another rate from now on, mg/min, as entered on it."""

    mg_per_min: float
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class PumpStopped:
    """Somebody looked: the pump stands (`stopped`), or it does not."""

    stopped: bool
    by: str


@dataclass(frozen=True, slots=True)
class PumpVolume:
    """The volume that the pump says it gave, mL; it is the record."""

    ml: float
    by: str


# ---- what happens meanwhile ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EndNote:
    """What a note names is over."""

    note_id: str
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class StillPresent:
    """The answer to "is it still there?" about an older symptom entered late."""

    note_id: str
    still: bool
    by: str


@dataclass(frozen=True, slots=True)
class GiveDrug:
    """Another drug that was given, for the record only: `dose` and `unit` as it was said."""

    drug: str
    dose: str
    unit: str
    route: str
    ordered_by: str
    by: str
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Distress:
    """The patient is frightened: what the rules ask then is asked (`over`: she is calm again)."""

    by: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class OffMonitor:
    """Escorted away from the monitor, to the toilet, or (`back`) at the chair again."""

    by: str
    back: bool = False


# ---- scores -------------------------------------------------------------------------------------


class Scale(enum.StrEnum):
    """Scores beside MOAA/S, which is `Sedation`."""

    DISSOCIATION = "dissociation"
    """One tap, 0 none to 4 extreme."""
    CADSS = "cadss"
    ALDRETE = "aldrete"
    PADSS = "padss"
    PAIN = "pain"
    NAUSEA = "nausea"
    PHQ9 = "phq-9"
    GAD7 = "gad-7"
    MADRS = "madrs"
    CSSRS = "c-ssrs"


@dataclass(frozen=True, slots=True)
class Score:
    """A score somebody gave. `items` in the order of the scale; empty = only the total.

    `total` None = a scale with a result in a word only (`result`, an id of `scales.py`).
    """

    scale: Scale
    total: int | None
    by: str
    items: tuple[int, ...] = ()
    result: str = ""
    ago_s: float = 0.0


@dataclass(frozen=True, slots=True)
class CountBreaths:
    """Breaths counted by a person, 1/min."""

    rr: float
    by: str


@dataclass(frozen=True, slots=True)
class StandingCuff:
    """A pressure measured standing, mmHg, `minute` 1 or 3 after getting up."""

    sbp: float
    dbp: float
    minute: int
    symptoms: bool
    by: str


@dataclass(frozen=True, slots=True)
class SkipPrompt:
    """What was asked for is not done this time; `reason` in words or an id of the screen."""

    prompt: str
    reason: str
    by: str


# ---- leaving ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TickCriterion:
    """A criterion of leaving that a person sees and no record shows; `text` goes with it."""

    criterion: str
    met: bool
    by: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class OverrideCriterion:
    """Let go although this criterion is not met, because of `reason`."""

    criterion: str
    reason: str
    by: str
    second: str = ""


# ---- people -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claim:
    """What was entered on this chair behind a locked screen was entered by `by`."""

    by: str


@dataclass(frozen=True, slots=True)
class Cover:
    """`by` looks after this chair for so long; whose chair it is does not change. 0 s ends it."""

    by: str
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class HandOver:
    """From now on this chair is `to`'s."""

    to: str
    by: str


TreatmentCommand = (
    Mount
    | AnswerQuestion
    | MeasureBaseline
    | SignDecision
    | SetPlan
    | DrawDrug
    | WasteDrug
    | GiveDose
    | ChangeRate
    | PumpStopped
    | PumpVolume
    | EndNote
    | StillPresent
    | GiveDrug
    | Distress
    | OffMonitor
    | Score
    | CountBreaths
    | StandingCuff
    | SkipPrompt
    | TickCriterion
    | OverrideCriterion
    | Claim
    | Cover
    | HandOver
)
