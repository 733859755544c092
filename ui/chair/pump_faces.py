"""What the pump's panel says: what was given, what the rules want, and what does not add up. Pure.

Rule 1: the pump is not read; what is calculated says so, what the pump said does too.
Rule 2: whether an infusion may go on is the core's to say; here it is put into words.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.phases import AFTER_DRUG, Phase
from monitor.routes import Route
from monitor.treatment.pump import Pump
from monitor.treatment.view import GivingView, PromptKind, TreatmentView, VialView
from ui.chair.plan_draft import number_text
from ui.chair.prompt_item import resume_line
from ui.chair.rate_draft import RateDraft
from ui.chair.spans import clock_text, minutes_text
from ui.view_state import ChairView
from ui.words import say


class State(enum.Enum):
    """What can be done with the pump now."""

    NONE = "none"
    """Nothing was started yet, or no dose is known of."""
    DOSES = "doses"
    """Another route than the drip: nothing runs, nothing can be paused."""
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


class Resume(enum.Enum):
    """What has to be asked before an infusion goes on."""

    FREE = "free"
    PROVIDER = "provider"
    AGAINST = "against"
    """The rules are against it: a reason and a provider."""


@dataclass(frozen=True, slots=True)
class VialLeft:
    """A vial of which something may be thrown away."""

    lot: str
    vial: str


@dataclass(frozen=True, slots=True)
class PumpFace:
    """`lines` are what is known, one below the other; `balance` the ledger of the drug.

    `asks`: "is the pump stopped?" waits. `volume`: the pump's figure can be entered;
    `calculated_ml` is what stands beside it, None = not known. `call` is the key of the alarm for
    which the provider is to be called, empty = none. `left_mg` is what is not accounted for.
    """

    state: State = State.NONE
    lines: tuple[str, ...] = ()
    rules: str = ""
    resume: Resume = Resume.FREE
    draft: RateDraft | None = None
    planned: RateDraft | None = None
    asks: str = ""
    volume: bool = False
    wants_volume: bool = False
    calculated_ml: float | None = None
    call: str = ""
    drawn: bool = False
    balance: tuple[str, ...] = ()
    left_mg: float | None = None
    lots: tuple[VialLeft, ...] = ()


def pump_face(view: ChairView) -> PumpFace:
    treatment = view.picture.treatment
    if treatment is None:
        return PumpFace(lines=(say("pump-nothing"),))
    giving, state = treatment.giving, _state(view)
    drip = state in {State.RUNNING, State.PAUSED, State.OVER} and giving.can_pause
    return PumpFace(
        state=state,
        lines=_lines(state, treatment, view),
        rules=_rules(giving, view) if state is State.PAUSED else "",
        resume=_resume(giving),
        draft=_rate(giving, giving.set_mg_per_min),
        planned=_rate(giving, giving.plan.mg_per_min),
        asks=say("wait-pump") if giving.asks_pump else "",
        volume=drip and state is State.OVER,
        wants_volume=giving.asks_volume,
        calculated_ml=giving.ml_calculated,
        call=_call(treatment),
        drawn=bool(giving.vials),
        balance=balance_lines(giving),
        left_mg=giving.unaccounted_mg,
        lots=_lots(giving.vials),
    )


def _state(view: ChairView) -> State:
    treatment, phase = view.picture.treatment, view.picture.phase
    if phase in AFTER_DRUG:
        return State.OVER
    if phase not in {Phase.TREATING, Phase.PAUSED}:
        return State.NONE
    if view.profile.route is not Route.IV or (treatment and not treatment.giving.can_pause):
        return State.DOSES
    return State.PAUSED if phase is Phase.PAUSED else State.RUNNING


def _lines(state: State, treatment: TreatmentView, view: ChairView) -> tuple[str, ...]:
    giving = treatment.giving
    lines = [given_line(giving)]
    if state is State.NONE:
        lines = [say("pump-not-begun")]
    elif state is State.DOSES:
        lines += [
            say("pump-dose", number_text(dose.mg), clock_text(view.wall_of(dose.at_s)))
            for dose in giving.doses
        ]
    elif state is State.RUNNING:
        rate = _rate(giving, giving.set_mg_per_min)
        if rate is not None:
            lines.append(say("pump-set", " = ".join(part for part in rate.lines() if part)))
        if giving.runs_out_s is not None:
            lines.append(say("pump-runs-out", clock_text(view.wall_of(giving.runs_out_s))))
    elif state is State.PAUSED:
        lines.append(say("pump-paused", minutes_text(giving.paused_s), giving.pauses))
    elif giving.pump_flagged and giving.pump_ml is not None:
        gap = "–" if giving.pump_gap is None else f"{abs(giving.pump_gap) * 100:.0f}"
        ml = number_text(giving.pump_ml, 2)
        lines.append(say("pump-gap", ml, gap, number_text(giving.ml_calculated or 0.0, 2)))
    return tuple(line for line in lines if line)


def given_line(giving: GivingView) -> str:
    """What was given so far, and whether the pump or a calculation says so."""
    parts = [
        None if giving.mg_given is None else say("plan-mg", number_text(giving.mg_given)),
        None if giving.ml_given is None else say("plan-ml", number_text(giving.ml_given, 2)),
    ]
    known = " = ".join(part for part in parts if part)
    if not known:
        return ""
    return say("pump-given-by-pump" if giving.pump_ml is not None else "pump-given", known)


def _rate(giving: GivingView, rate: float | None) -> RateDraft | None:
    if rate is None:
        return None
    return RateDraft.of(rate, giving.plan.concentration_mg_per_ml)


def _rules(giving: GivingView, view: ChairView) -> str:
    if giving.resume.terminate:
        return say("resume-stop")
    return resume_line(giving, view)


def _resume(giving: GivingView) -> Resume:
    rule = giving.resume
    if rule.terminate or not rule.allowed:
        return Resume.AGAINST
    return Resume.PROVIDER if rule.needed else Resume.FREE


def _call(treatment: TreatmentView) -> str:
    return next((p.about for p in treatment.prompts if p.kind is PromptKind.CALL_PROVIDER), "")


# ---- what adds up, and what does not


def balance_lines(giving: GivingView) -> tuple[str, ...]:
    """Drawn, given, wasted; what is not accounted for comes last, once it is known."""
    given, left = giving.mg_given, giving.unaccounted_mg
    lines = (
        say("balance-drawn", number_text(giving.drawn_mg)),
        say("balance-given", "–" if given is None else number_text(given)),
        say("balance-wasted", number_text(giving.wasted_mg)),
    )
    return lines if left is None else (*lines, say("balance-left", number_text(left, 2)))


def _lots(vials: tuple[VialView, ...]) -> tuple[VialLeft, ...]:
    """The vials that something was taken from, the newest first, each once."""
    drawn = [VialLeft(one.lot, one.vial) for one in reversed(vials) if not one.wasted]
    return tuple(dict.fromkeys(drawn))


def gap_line(typed_ml: float | None, calculated_ml: float | None) -> tuple[str, bool]:
    """What the pump's figure means beside the calculated one, and whether it is far off."""
    calculated = "–" if calculated_ml is None else number_text(calculated_ml, 2)
    beside = say("volume-calculated", calculated)
    if typed_ml is None or calculated_ml is None:
        return beside, False
    pump = Pump(volume_ml=typed_ml)
    gap, flagged = pump.gap(calculated_ml), pump.flagged(calculated_ml)
    if not flagged:
        return say("volume-fits", calculated), False
    if gap is None:
        return say("volume-none-calculated"), True
    return say(
        "volume-more" if gap > 0 else "volume-less", f"{abs(gap) * 100:.0f}", calculated
    ), True
