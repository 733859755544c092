"""What a person says about the drug, obeyed: plan, vials, doses, rate, and what the pump shows.

Rule 1: the plan may be changed until the first dose; after that the rate is changed, or another
        dose is given. Limits go with the route: a profile in a plan replaces the session's, and
        limits that were moved at the chair stay behind. What is known of the patient (its
        modifiers) is not forgotten by that.
Rule 2: a command that does not fit in order is refused with one sentence
        (`ui/treatment_refusals.py`) and changes nothing; so is a number that cannot be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from monitor.infusion import InfusionClock
from monitor.limits import LimitProfile
from monitor.outcomes import LimitChanged, Outcome, Refused
from monitor.people import ImpossibleEntry
from monitor.phases import AFTER_DRUG, BEFORE_DRUG, Phase, Step
from monitor.plan import FIXED_MG, RATE_MG_PER_MIN
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    SetPlan,
    WasteDrug,
)
from monitor.treatment.giving import should_stand
from monitor.treatment.infusing import done, fits, late
from monitor.treatment.late_entries import moment
from monitor.treatment.pump import VOLUME_ML
from monitor.treatment.vials import same_person

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]


def profile_after(before: LimitProfile, after: LimitProfile) -> LimitProfile:
    """The limits of a session whose plan brought another profile."""
    return replace(after, changed={}, modifiers=before.modifiers | after.modifiers)


def _set_plan(core: MonitorCore, event: SetPlan, now: float) -> list[Outcome]:
    state, giving = core.state, core.treatment.giving
    if state.phase not in BEFORE_DRUG:
        over = state.phase is Phase.SIGNED
        return [Refused("set-plan", "session-over" if over else "plan-stands")]
    if event.second.strip() and same_person(event.second, event.by):
        return [Refused("set-plan", "second-is-self", (event.by,))]
    route = state.profile.route if event.profile is None else event.profile.route
    try:
        event.plan.check(route)
    except ImpossibleEntry as error:
        numbers = (f"{error.value:g}", f"{error.low:g}", f"{error.high:g}", error.unit)
        return [Refused("set-plan", f"plan-impossible-{error.field}", numbers)]
    giving.replan(event, route)
    state.clock = InfusionClock(event.plan)
    if event.profile is None:
        return []
    before, state.profile = state.profile, profile_after(state.profile, event.profile)
    state.moved.clear()
    core.judge.profile_replaced(now)
    return _limits_changed(before, state.profile, event.by)


def _limits_changed(before: LimitProfile, after: LimitProfile, by: str) -> list[Outcome]:
    """Every limit that stands elsewhere now, so that the record says it."""
    both = [rule for rule in after.own if rule in before.own]
    return [
        LimitChanged(rule, before.limit(rule), after.limit(rule), by)
        for rule in both
        if before.limit(rule) != after.limit(rule)
    ]


def _give_dose(core: MonitorCore, event: GiveDose, now: float) -> list[Outcome]:
    state, giving = core.state, core.treatment.giving
    further = state.phase is Phase.TREATING
    if not further and not fits(core, Step.START):
        return _as_dose(core.go(Step.START, now))
    if state.profile.route is Route.IV:
        return [Refused("give-dose", "dose-is-a-drip")]
    low, high = 0.0, FIXED_MG[1]
    if not low < event.mg <= high:
        return [Refused("give-dose", "dose-impossible", (f"{event.mg:g}", f"{high:g}"))]
    refused = late(core, "give-dose", now, event.ago_s)
    if refused is not None:
        return [refused]
    at = moment(event.ago_s, now)
    said = [] if further else _as_dose(core.go(Step.START, now, at))
    if done(said):
        giving.give(state.clock, at, event.mg, event.by)
    return said


def _as_dose(said: list[Outcome]) -> list[Outcome]:
    """A refusal names the command that was given."""
    return [replace(one, command="give-dose") if isinstance(one, Refused) else one for one in said]


def _change_rate(core: MonitorCore, event: ChangeRate, now: float) -> list[Outcome]:
    state = core.state
    refused = _no_rate(state.phase, state.profile.route)
    low, high = RATE_MG_PER_MIN
    if refused:
        return [Refused("change-rate", refused)]
    if not low <= event.mg_per_min <= high:
        arguments = (f"{event.mg_per_min:g}", f"{low:g}", f"{high:g}")
        return [Refused("change-rate", "rate-impossible", arguments)]
    too_late = late(core, "change-rate", now, event.ago_s)
    if too_late is not None:
        return [too_late]
    state.clock.change(moment(event.ago_s, now), event.mg_per_min)
    core.treatment.giving.pump.started()
    return []


def _no_rate(phase: Phase, route: Route) -> str:
    """Why there is no rate to change; empty = there is one."""
    if phase is Phase.TREATING:
        return "" if route is Route.IV else "rate-is-a-dose"
    if phase is Phase.PAUSED:
        return "rate-while-paused"
    if phase is Phase.SIGNED:
        return "session-over"
    return "rate-before-start" if phase in BEFORE_DRUG else "rate-after-end"


def _pump_stopped(core: MonitorCore, event: PumpStopped, now: float) -> list[Outcome]:
    phase = core.state.phase
    if phase is Phase.SIGNED:
        return [Refused("pump-stopped", "session-over")]
    if core.state.profile.route is not Route.IV:
        return [Refused("pump-stopped", "pump-none")]
    if phase in BEFORE_DRUG:
        return [Refused("pump-stopped", "pump-before-start")]
    if not should_stand(core, now):
        return [Refused("pump-stopped", "pump-should-run")]
    core.treatment.giving.pump.seen(now, stopped=event.stopped)
    return []


def _pump_volume(core: MonitorCore, event: PumpVolume, _now: float) -> list[Outcome]:
    phase = core.state.phase
    low, high = VOLUME_ML
    if phase is Phase.SIGNED:
        return [Refused("pump-volume", "session-over")]
    if core.state.profile.route is not Route.IV:
        return [Refused("pump-volume", "pump-none")]
    if phase not in AFTER_DRUG:
        return [Refused("pump-volume", "volume-before-stop")]
    if not low <= event.ml <= high:
        return [Refused("pump-volume", "volume-impossible", (f"{event.ml:g}", f"{high:g}"))]
    core.treatment.giving.pump.volume_ml = event.ml
    return []


def _draw_drug(core: MonitorCore, event: DrawDrug, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("draw-drug", "session-over")]
    refused = core.treatment.giving.vials.draw(event, now)
    return [] if refused is None else [refused]


def _waste_drug(core: MonitorCore, event: WasteDrug, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("waste-drug", "session-over")]
    refused = core.treatment.giving.vials.waste(event, now)
    return [] if refused is None else [refused]


GIVEN: dict[type, Handler] = {
    SetPlan: _set_plan,
    DrawDrug: _draw_drug,
    WasteDrug: _waste_drug,
    GiveDose: _give_dose,
    ChangeRate: _change_rate,
    PumpStopped: _pump_stopped,
    PumpVolume: _pump_volume,
}
