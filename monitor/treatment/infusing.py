"""Start, pause, resume and stop, and the moment at which they really happened.

Rule 1: the phase changes when it is said; the arithmetic counts from the true moment (`ago_s`),
        which lies at most 15 min back and never before the last thing that was entered.
Rule 2: a drip is started, paused, resumed, stopped. By another route a dose is given (`GiveDose`),
        which cannot be paused; `StopInfusion` says then that the last dose is in. In a session
        without the steps of a treatment `StartInfusion` is the whole planned dose at once.
Rule 3: a resume against the rule after a very high pressure is refused where the session is taken
        through all its steps, unless a reason is given; elsewhere the rule is only shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.commands import PauseInfusion, ResumeInfusion, StartInfusion, StopInfusion
from monitor.outcomes import Outcome, Refused
from monitor.phases import TRANSITIONS, Step
from monitor.routes import Route
from monitor.treatment.late_entries import moment
from monitor.treatment.resume_rule import ResumeRule
from monitor.treatment.view import ResumeView

if TYPE_CHECKING:
    from monitor.core import MonitorCore

LATEST_S = 15 * 60.0
Handler = Callable[["MonitorCore", Any, float], list[Outcome]]


def late(core: MonitorCore, command: str, now: float, ago_s: float) -> Refused | None:
    """Why this cannot have happened so long ago; None = it can."""
    if not 0.0 <= ago_s <= LATEST_S:
        return Refused(command, "given-late-bounds", (f"{LATEST_S / 60:.0f}",))
    last_at = core.state.clock.last_at
    after = core.state.opened_at if last_at is None else last_at
    if moment(ago_s, now) >= after:
        return None
    reason = "given-before-session" if last_at is None else "given-before-last"
    return Refused(command, reason, (f"{(now - after) / 60.0:.1f}",))


def fits(core: MonitorCore, step: Step) -> bool:
    return step in TRANSITIONS[core.state.phase]


def done(said: list[Outcome]) -> bool:
    return not any(isinstance(one, Refused) for one in said)


def _start(core: MonitorCore, event: StartInfusion, now: float) -> list[Outcome]:
    state, route = core.state, core.state.profile.route
    if not fits(core, Step.START):
        return core.go(Step.START, now)
    if route is not Route.IV and core.treatment.flow:
        return [Refused("start", "start-is-a-dose", (route.value,))]
    refused = late(core, "start", now, event.ago_s)
    if refused is not None:
        return [refused]
    at = moment(event.ago_s, now)
    said = core.go(Step.START, now, at)
    if not done(said):
        return said
    if route is Route.IV:
        state.clock.run(at)
        core.treatment.giving.pump.started()
    else:
        core.treatment.giving.give(state.clock, at, state.clock.plan.dose_mg, event.by)
    return said


def _pause(core: MonitorCore, event: PauseInfusion, now: float) -> list[Outcome]:
    state, giving = core.state, core.treatment.giving
    if not fits(core, Step.PAUSE):
        return core.go(Step.PAUSE, now)
    if state.profile.route is not Route.IV:
        return [Refused("pause", "cannot-pause-route", (state.profile.route.value,))]
    refused = late(core, "pause", now, event.ago_s)
    if refused is not None:
        return [refused]
    at = moment(event.ago_s, now)
    rule = ResumeRule(state, core.judge.engine.views(now), at)
    said = core.go(Step.PAUSE, now)
    state.clock.hold(at)
    giving.rule = rule
    return said


def _resume(core: MonitorCore, event: ResumeInfusion, now: float) -> list[Outcome]:
    state, giving = core.state, core.treatment.giving
    if not fits(core, Step.RESUME):
        return core.go(Step.RESUME, now)
    refused = late(core, "resume", now, event.ago_s)
    if refused is None and core.treatment.flow and not event.reason.strip():
        refused = _against(giving.resume(core, now), event, now)
    if refused is not None:
        return [refused]
    said = core.go(Step.RESUME, now)
    state.clock.run(moment(event.ago_s, now))
    giving.pump.started()
    giving.rule = None
    return said


def _against(rule: ResumeView, event: ResumeInfusion, now: float) -> Refused | None:
    """What is missing before it may go on without a reason; None = nothing is."""
    if rule.terminate:
        return Refused("resume", "resume-terminate")
    if not rule.allowed:
        if rule.next_from_s is None:
            return Refused("resume", "resume-not-low")
        left_s = max(0.0, rule.next_from_s - now)
        return Refused("resume", "resume-once-more", (f"{left_s / 60.0:.1f}",))
    if rule.needed and not event.provider.strip():
        return Refused("resume", "resume-no-provider")
    return None


def _stop(core: MonitorCore, event: StopInfusion, now: float) -> list[Outcome]:
    if not fits(core, Step.STOP):
        return core.go(Step.STOP, now)
    refused = late(core, "stop", now, event.ago_s)
    if refused is not None:
        return [refused]
    return stopped(core, now, moment(event.ago_s, now))


def stopped(core: MonitorCore, now: float, at: float) -> list[Outcome]:
    """The treatment is over, the drip since `at`; a dose was over when it was given."""
    clock = core.state.clock
    said = core.go(Step.STOP, now)
    clock.end(at if clock.last_dose_at is None else clock.last_dose_at)
    core.treatment.giving.rule = None
    return said


INFUSED: dict[type, Handler] = {
    StartInfusion: _start,
    PauseInfusion: _pause,
    ResumeInfusion: _resume,
    StopInfusion: _stop,
}
