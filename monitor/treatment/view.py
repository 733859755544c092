"""What a screen is shown of a treatment: frozen, made by the core, free of decisions.

All moments are session seconds, all masses mg, all volumes mL.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.plan import Plan
from monitor.treatment.commands import GiveDrug, Mount, Scale
from monitor.treatment.dose import DoseLine

# ---- the drug -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DoseView:
    at_s: float
    mg: float
    by: str


@dataclass(frozen=True, slots=True)
class VialView:
    """`wasted` False: taken from a vial; True: thrown away before `witness`."""

    at_s: float
    mg: float
    lot: str
    vial: str
    expiry: str
    by: str
    wasted: bool = False
    witness: str = ""


@dataclass(frozen=True, slots=True)
class ResumeView:
    """What the rules want before an infusion goes on that was paused at a very high pressure.

    `needed` False: it may go on at any time. `good` of 2 readings are low enough; `next_from_s` is
    from when the second one counts, None = no first one yet. `terminate`: more than 20 min of
    pause, or the second pause: the rules say to stop.
    """

    needed: bool = False
    good: int = 0
    next_from_s: float | None = None
    terminate: bool = False

    @property
    def allowed(self) -> bool:
        return not self.needed or self.good >= 2


@dataclass(frozen=True, slots=True)
class GivingView:
    """Everything *calculated* but `pump_ml`, which the pump says. None = not known.

    `mg_given` and `ml_given` are the record: what the pump says as soon as it was entered (mg only
    where the concentration is known), else what was calculated; `mg_calculated` and
    `ml_calculated` stay what was calculated. `mg_per_min` is 0 while the pump stands.
    `wants_second` are the ids of why a second person is wanted for the plan; `second` who it was.
    `asks_pump`: "is the pump stopped?" waits for an answer; `asks_volume`: the pump's figure does.
    `pump_gap` is (pump - calculated) / calculated; `pump_flagged`: it is more than 5 %.
    `can_pause` False: this route cannot be paused; call the provider.
    """

    plan: Plan
    mg_given: float | None = None
    ml_given: float | None = None
    mg_per_min: float | None = None
    doses: tuple[DoseView, ...] = ()
    vials: tuple[VialView, ...] = ()
    drawn_mg: float = 0.0
    wasted_mg: float = 0.0
    unaccounted_mg: float | None = None
    wants_second: tuple[str, ...] = ()
    second: str = ""
    asks_pump: bool = False
    asks_volume: bool = False
    pump_ml: float | None = None
    pump_gap: float | None = None
    pump_flagged: bool = False
    can_pause: bool = True
    pauses: int = 0
    paused_s: float = 0.0
    resume: ResumeView = ResumeView()
    line: DoseLine | None = None
    """The planned dose in every unit; None = no dose, or no weight for it."""
    wants_confirm: tuple[str, ...] = ()
    """What the screen asks "is that right?" about: ids, so far ``weight-differs``."""
    mg_calculated: float | None = None
    ml_calculated: float | None = None
    set_mg_per_min: float | None = None
    """What the pump is set to, also while it stands: an infusion goes on at this rate."""
    runs_out_s: float | None = None
    """When all that was planned is in, if nothing changes; None while nothing runs."""
    pump_runs_on_s: float | None = None
    """When somebody last saw the pump running although it should stand; None = nobody did."""


# ---- screening, decision, scores, leaving -------------------------------------------------------


class Go(enum.StrEnum):
    UNKNOWN = "unknown"
    """Something is not answered or not measured yet, and nothing speaks against it so far."""
    GO = "go"
    CAUTION = "caution"
    NO_GO = "no-go"


@dataclass(frozen=True, slots=True)
class AnswerView:
    question: str
    answer: str
    text: str
    by: str
    at_s: float
    go: Go


@dataclass(frozen=True, slots=True)
class GoReason:
    """Why it is not a go: `what` is a question or a sign, `value` its answer or number."""

    what: str
    value: str
    go: Go


@dataclass(frozen=True, slots=True)
class DecisionView:
    """`signed_by` empty = nobody signed; it counts only while nothing became worse since."""

    go: Go = Go.UNKNOWN
    reasons: tuple[GoReason, ...] = ()
    missing: tuple[str, ...] = ()
    signed_by: str = ""
    provider: str = ""
    reason: str = ""
    signed_at_s: float | None = None
    second: str = ""

    @property
    def open(self) -> bool:
        """The treatment may begin as far as the rules are concerned."""
        return self.go is Go.GO or bool(self.signed_by)


@dataclass(frozen=True, slots=True)
class ScoreView:
    """`scale` is a `Scale`, or ``moaa-s``."""

    scale: str
    at_s: float
    total: int | None
    items: tuple[int, ...]
    result: str
    by: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One line of the checklist of leaving.

    `met` None = not known yet. `evidence` are (id of a sentence, its arguments...) lines.
    `by_hand` True: a person ticks it. `override` is the reason with which it was let go, by
    `override_by`.
    """

    id: str
    met: bool | None
    evidence: tuple[tuple[str, ...], ...] = ()
    by_hand: bool = False
    text: str = ""
    override: str = ""
    override_by: str = ""
    override_second: str = ""

    @property
    def done(self) -> bool:
        return self.met is True or bool(self.override)


@dataclass(frozen=True, slots=True)
class SignedView:
    """Who ended the session, and when.

    `reason` is why it ended although something was open, or nothing had been given; `second` the
    second person; both may be empty.
    """

    by: str
    at_s: float
    reason: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class ChecksView:
    answers: tuple[AnswerView, ...] = ()
    decision: DecisionView = DecisionView()
    scores: tuple[ScoreView, ...] = ()
    leaving: tuple[CriterionView, ...] = ()
    """Empty before the drug was given."""
    leave_from_s: float | None = None
    """The earliest moment of leaving by the clock; None = not known yet."""
    mount: Mount | None = None
    baseline_anew: bool = False
    """The cuff was put elsewhere since the baseline, or its readings differ by more than 15."""
    baseline_readings: int = 0
    signed: SignedView | None = None
    """None = the session has not ended."""

    @property
    def may_leave(self) -> bool:
        return bool(self.leaving) and all(one.done for one in self.leaving)


# ---- what is to be done, and who is there -------------------------------------------------------


class PromptKind(enum.StrEnum):
    SEDATION = "sedation"
    DISSOCIATION = "dissociation"
    BREATHS = "breaths"
    PAUSED = "paused"
    """The infusion is paused: a reminder every 5 min."""
    STILL_PRESENT = "still-present"
    OFF_MONITOR = "off-monitor"
    DISTRESS = "distress"
    """Chest pain? Breathless?"""
    BASELINE = "baseline"
    CALL_PROVIDER = "call-provider"
    """A level that would ask for a pause, with a route that cannot be paused."""
    PAUSE_AND_CALL = "pause-and-call"
    """The same level while an infusion runs."""
    TERMINATE = "terminate"
    BP_AT_40 = "bp-at-40"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class PromptView:
    """Something the nurse is asked for. `id` names it for `SkipPrompt`; `about` is a note's id.

    `due_s` may lie before or after now. `can_skip` False: it goes away only when it is done.
    """

    id: str
    kind: PromptKind
    due_s: float
    about: str = ""
    can_skip: bool = True


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Whose chair it is, who looks after it meanwhile (empty = nobody else), what is unclaimed."""

    owner: str = ""
    cover: str = ""
    cover_until_s: float | None = None
    unclaimed: int = 0


@dataclass(frozen=True, slots=True)
class DrugView:
    """Another drug that was given, and the pressure before and after, mmHg as text ids free."""

    at_s: float
    given: GiveDrug


@dataclass(frozen=True, slots=True)
class TreatmentView:
    """`flow`: the session is taken through all its steps; False for `record` and the demo."""

    flow: bool
    giving: GivingView
    checks: ChecksView = ChecksView()
    prompts: tuple[PromptView, ...] = ()
    people: PeopleView = PeopleView()
    drugs: tuple[DrugView, ...] = ()
    off_monitor_since_s: float | None = None
    distress_since_s: float | None = None


def worst_of(scores: tuple[ScoreView, ...], scale: Scale | str) -> int | None:
    """The highest total of one scale; None = it was never given."""
    return max((s.total for s in scores if s.scale == scale and s.total is not None), default=None)
