"""What a person asks, answers, scores, measures and signs around a treatment: one function each.

Rule 1: a command that does not fit is refused with one sentence (`ui/check_refusals.py`), and
        nothing happened. After the end nothing is entered any more.
Rule 2: the answer that leaves no question open begins the baseline, in the same step.
Rule 3: counted breaths are judged at once, by the same limits as a device's: the counting was the
        delay. They are shown for a minute; an alarm they raised stands until breaths are counted
        again, or a device gives the rate.
Rule 4: a session that is taken through all its steps ends with its checklist: what is not met is
        named, and signed with a reason. Where nothing was given, the reason is why. While an
        emergency goes on it does not end: its clock and its ringing would end with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.commands import BeginDischarge, EndSession, Sedation
from monitor.latest import MANUAL
from monitor.outcomes import Outcome, Refused
from monitor.phases import TRANSITIONS, Phase, Step
from monitor.treatment import scales
from monitor.treatment.checklist import end_refused
from monitor.treatment.commands import (
    UNCLAIMED,
    AnswerQuestion,
    CountBreaths,
    MeasureBaseline,
    Mount,
    OverrideCriterion,
    Score,
    SignDecision,
    StandingCuff,
    TickCriterion,
)
from monitor.treatment.late_entries import moment
from monitor.treatment.late_entries import refused as late_refused
from monitor.treatment.leaving import Pressure
from monitor.treatment.leaving_scores import STANDING_MINUTES
from monitor.treatment.read_only import Handler, while_open
from monitor.treatment.vials import same_person
from monitor.treatment.view import ScoreView, SignedView
from monitor.vitals import SIGNS, Reading, VitalSign

if TYPE_CHECKING:
    from monitor.core import MonitorCore

_NAMELESS = Refused("sign", "signature-needs-name")
"""A signature is not one of the things that can be done behind a locked screen."""
SITTING_S = 30 * 60.0
"""A pressure older than this says nothing of the one before getting up, seconds."""


def _mount(core: MonitorCore, event: Mount, _now: float) -> list[Outcome]:
    state, checks = core.state, core.treatment.checks
    begun = state.clock.started_at is not None
    measured = begun or bool(state.resting_cuffs()) or state.baseline is not None
    if checks.mounting.take(event, measured=measured) and not begun:
        state.baseline_from = len(state.latest.cuffs)
    state.same_arm = checks.mounting.same_arm
    return []


def _answer(core: MonitorCore, event: AnswerQuestion, now: float) -> list[Outcome]:
    answers = core.treatment.checks.answers
    refused = answers.take(event, now)
    if refused is not None:
        return [refused]
    if core.state.phase is Phase.SCREENING and not answers.open():
        return core.go(Step.MEASURE_BASELINE, now)
    return []


def _measure_baseline(core: MonitorCore, _event: MeasureBaseline, now: float) -> list[Outcome]:
    return core.go(Step.MEASURE_BASELINE, now)


def _sign(core: MonitorCore, event: SignDecision, now: float) -> list[Outcome]:
    if event.by == UNCLAIMED:
        return [_NAMELESS]
    refused = core.treatment.checks.sign(core, event, now)
    return [] if refused is None else [refused]


def _score(core: MonitorCore, event: Score, now: float) -> list[Outcome]:
    why = scales.check(event)
    if why is not None:
        return [Refused("score", why, _bounds(event))]
    late = late_refused("score", event.ago_s, now, core.state.opened_at)
    if late is not None:
        return [late]
    core.treatment.checks.score(
        ScoreView(
            event.scale.value,
            moment(event.ago_s, now),
            event.total,
            event.items,
            event.result,
            event.by,
        )
    )
    return []


def _bounds(event: Score) -> tuple[str, ...]:
    facts = scales.SCALES[event.scale]
    return (
        f"scale-{event.scale.value}",
        "–" if event.total is None else str(event.total),
        str(facts.low),
        str(facts.high),
        str(len(facts.items)),
        str(facts.item_high),
    )


def sedation(core: MonitorCore, event: Sedation, now: float) -> Refused | None:
    """Keep a sedation score among the scores; None = kept."""
    low, high = scales.MOAAS_RANGE
    if not low <= event.score <= high:
        said = (f"scale-{scales.MOAAS}", str(event.score), str(low), str(high))
        return Refused("sedation", "score-out-of-range", said)
    kept = ScoreView(scales.MOAAS, now, event.score, (), "", event.by)
    core.treatment.checks.score(kept)
    return None


def _count_breaths(core: MonitorCore, event: CountBreaths, now: float) -> list[Outcome]:
    facts = SIGNS[VitalSign.RR]
    if not facts.plausible(event.rr):
        said = (f"{event.rr:g}", f"{facts.low:g}", f"{facts.high:g}")
        return [Refused("count-breaths", "breaths-impossible", said)]
    core.treatment.checks.count(event, now)
    core.state.latest.take(Reading(VitalSign.RR, event.rr, MANUAL), now)
    core.judge.counted(VitalSign.RR, event.rr, now)
    return []


def _standing_cuff(core: MonitorCore, event: StandingCuff, now: float) -> list[Outcome]:
    """It is no value of the schedule and no alarm: she lies down again, and the cuff goes on."""
    if event.minute not in STANDING_MINUTES:
        said = (str(event.minute), ", ".join(str(one) for one in STANDING_MINUTES))
        return [Refused("standing", "standing-minute-unknown", said)]
    judged = [
        one for one in core.state.latest.cuffs if one.judgeable and now - one.at <= SITTING_S
    ]
    sitting = None
    if judged:
        last = judged[-1]
        sitting = Pressure(last.at, last.result.sbp, last.result.dbp)
    core.treatment.checks.stand(event, sitting, now)
    return []


def _tick(core: MonitorCore, event: TickCriterion, now: float) -> list[Outcome]:
    checks = core.treatment.checks
    refused = checks.checklist.tick(event, checks.lines(core, now))
    return [] if refused is None else [refused]


def _override(core: MonitorCore, event: OverrideCriterion, now: float) -> list[Outcome]:
    if event.by == UNCLAIMED:
        return [_NAMELESS]
    checks = core.treatment.checks
    refused = checks.checklist.override(event, checks.lines(core, now))
    return [] if refused is None else [refused]


def begin_discharge(core: MonitorCore, _event: BeginDischarge, now: float) -> list[Outcome]:
    return core.go(Step.DISCHARGE, now)


def end_session(core: MonitorCore, event: EndSession, now: float) -> list[Outcome]:
    state, checks = core.state, core.treatment.checks
    if Step.END not in TRANSITIONS[state.phase]:
        return core.go(Step.END, now)
    reason = event.reason.strip()
    refused = _not_signed(core, event) if checks.flow else None
    if refused is not None:
        return [refused]
    lines = checks.lines(core, now)
    refused = end_refused(checks.checklist.shown(lines))
    if refused is not None and not reason:
        return [refused]
    checks.checklist.sign(lines, event.by, reason, event.second)
    checks.ended = SignedView(event.by, now, reason, event.second)
    return core.go(Step.END, now)


def _not_signed(core: MonitorCore, event: EndSession) -> Refused | None:
    """Why a session of all steps does not end, whatever its checklist says; None = it may."""
    emergency = core.emergency.view
    if event.by == UNCLAIMED:
        return _NAMELESS
    if emergency is not None and emergency.going:
        return Refused("end", "end-in-emergency")
    if event.second.strip() and same_person(event.second, event.by):
        return Refused("end", "second-is-self", (event.by,))
    if core.state.clock.started_at is None and not event.reason.strip():
        return Refused("end", "end-wants-why-nothing")
    return None


CHECKED: dict[type, Handler] = {
    Mount: while_open("mount", _mount),
    AnswerQuestion: while_open("answer", _answer),
    MeasureBaseline: while_open("measure-baseline", _measure_baseline),
    SignDecision: while_open("sign", _sign),
    Score: while_open("score", _score),
    CountBreaths: while_open("count-breaths", _count_breaths),
    StandingCuff: while_open("standing", _standing_cuff),
    TickCriterion: while_open("tick", _tick),
    OverrideCriterion: while_open("override", _override),
}
"""`Sedation`, `BeginDischarge` and `EndSession` are older than the treatment: they stand in
`OBEYED`."""
