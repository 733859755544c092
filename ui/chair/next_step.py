"""The one thing that comes next in a session, by its phase and by what is known. Pure, no Qt.

Rule: it is an offer, never a lock: whatever else may be done is done in its own place, and what
      does not fit in order is refused by the core with its sentence.
"""

from __future__ import annotations

import enum

from monitor.phases import Phase, Step
from monitor.routes import Route
from monitor.treatment.view import DecisionView, GivingView, Go, TreatmentView
from ui.view_state import ChairView


class Next(enum.StrEnum):
    SCREENING = "screening"
    DECISION = "decision"
    PLAN = "plan"
    START = "start"
    DOSE = "dose"
    STOP = "stop"
    DISCHARGE = "discharge"
    LEAVING = "leaving"
    SIGN = "sign"
    END = "end"
    REVIEW = "review"


STEPS: dict[Next, Step] = {
    Next.START: Step.START,
    Next.STOP: Step.STOP,
    Next.DISCHARGE: Step.DISCHARGE,
    Next.END: Step.END,
}
"""What is said to the core at once; the others open a place where more is asked."""
_UNTREATED: dict[Phase, Next | None] = {
    Phase.PLANNED: None,
    Phase.SCREENING: None,
    Phase.BASELINE: Next.START,
    Phase.TREATING: Next.STOP,
    Phase.PAUSED: Next.STOP,
    Phase.RECOVERY: Next.END,
    Phase.DISCHARGE: Next.END,
    Phase.SIGNED: Next.REVIEW,
}
"""Of a session that is not taken through all its steps."""


def next_of(view: ChairView, *, watch_only: bool) -> Next | None:
    """None = nothing is to be pressed. `watch_only`: nothing will be given in this session."""
    picture = view.picture
    treatment = picture.treatment
    if treatment is None or not treatment.flow:
        found = _UNTREATED[picture.phase]
        return Next.END if watch_only and found is Next.START else found
    return _in_flow(picture.phase, treatment, view.profile.route)


def _in_flow(phase: Phase, treatment: TreatmentView, route: Route) -> Next | None:
    if phase is Phase.SCREENING:
        return Next.SCREENING
    if phase is Phase.BASELINE:
        return _before_start(treatment, route)
    if phase is Phase.TREATING and route is not Route.IV and not is_given(treatment.giving):
        return Next.DOSE
    if phase is Phase.DISCHARGE:
        return Next.SIGN if treatment.checks.may_leave else Next.LEAVING
    return Next.DISCHARGE if phase is Phase.RECOVERY else _UNTREATED[phase]


def _before_start(treatment: TreatmentView, route: Route) -> Next:
    """What speaks against it is looked at before anything is drawn."""
    decision, plan = treatment.checks.decision, treatment.giving.plan
    if _against(decision):
        return Next.DECISION
    if plan.dose_mg is None:
        return Next.PLAN
    if not decision.open:
        return Next.DECISION
    return Next.START if route is Route.IV else Next.DOSE


def _against(decision: DecisionView) -> bool:
    return decision.go is Go.NO_GO and not decision.open


def is_given(giving: GivingView) -> bool:
    """By another route than the drip: all that was planned has been given."""
    planned = giving.plan.dose_mg
    given = sum(dose.mg for dose in giving.doses)
    return planned is not None and given >= planned - 0.01
