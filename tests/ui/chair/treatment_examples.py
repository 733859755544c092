"""Hand-made pictures of a treatment between the door and the start, for tests and screenshots."""

from __future__ import annotations

from dataclasses import replace

import pictures

from monitor.limits import PROFILES
from monitor.people import Course
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.plan import Plan
from monitor.treatment.commands import AnswerQuestion
from monitor.treatment.dose import dose_line
from monitor.treatment.screening import QUESTIONS, Answers, clear_answers
from monitor.treatment.view import (
    ChecksView,
    DecisionView,
    GivingView,
    Go,
    GoReason,
    TreatmentView,
)
from ui.view_state import ChairView

WALL_S = 1_790_000_000.0
COURSE = Course(3, 6, 38.0, 82.0, 168.0)
UNPLANNED = Plan(None, 82.0, 40.0)
PLANNED = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0)
BY = "Nurse 1"


def answers_of(*given: tuple[str, str], text: str = "") -> Answers:
    made = Answers(COURSE)
    for question, answer in given:
        made.take(AnswerQuestion(question, answer, BY, text), 60.0)
    return made


def checks(
    *given: tuple[str, str], decision: DecisionView | None = None, readings: int = 0
) -> ChecksView:
    answers = answers_of(*given)
    usual = DecisionView(Go.UNKNOWN, (), (*answers.open(), "baseline-readings"))
    return ChecksView(
        answers=answers.views(), decision=decision or usual, baseline_readings=readings
    )


def giving(plan: Plan = UNPLANNED, profile: str = "adult-iv", **changes: object) -> GivingView:
    made = GivingView(plan, line=dose_line(plan, COURSE, PROFILES[profile].route))
    return replace(made, **changes)  # type: ignore[arg-type]


def picture(
    phase: Phase,
    checked: ChecksView | None = None,
    given: GivingView | None = None,
    **changes: object,
) -> ChairPicture:
    return replace(
        pictures.baseline(),
        phase=phase,
        treatment=TreatmentView(
            flow=True, giving=given or giving(), checks=checked or ChecksView()
        ),
        **changes,  # type: ignore[arg-type]
    )


def view_of(shown: ChairPicture) -> ChairView:
    opened = replace(
        pictures.opened(chair=shown.chair),
        plan=UNPLANNED,
        profile=PROFILES[shown.profile],
        flow=True,
        course=COURSE,
        by=BY,
    )
    return ChairView(shown, heard_at=0.0, wall_s=WALL_S, opened=opened)


def screening_view() -> ChairView:
    """Nothing is answered yet."""
    return view_of(picture(Phase.SCREENING, checks()))


def clear() -> tuple[tuple[str, str], ...]:
    """Everything answered so that nothing speaks against it."""
    asked = answers_of().open()
    by_itself = [(one.id, one.clear) for one in QUESTIONS.values() if one.by_itself]
    return tuple(pair for pair in (*clear_answers(), *by_itself) if pair[0] in asked)


CAUTION = DecisionView(
    Go.CAUTION,
    (
        GoReason("kidney-disease", "yes", Go.CAUTION),
        GoReason("sbp", "152", Go.CAUTION),
        GoReason("sleep-apnoea", "yes", Go.CAUTION),
    ),
)
NO_GO = DecisionView(
    Go.NO_GO,
    (GoReason("pregnancy", "positive", Go.NO_GO), *CAUTION.reasons),
    ("escort", "baseline-readings"),
)
GO = DecisionView(Go.GO)
SIGNED = replace(
    CAUTION, signed_by=BY, provider="Provider 1", reason="Known and stable", signed_at_s=120.0
)


def answered() -> ChairView:
    """Some answers, a positive one among them, and a no-go."""
    given = (
        ("kidney-disease", "yes"),
        ("pregnancy", "positive"),
        ("psychosis-history", "no"),
        ("medication", "missed"),
        ("interacting-drug", "benzodiazepine"),
    )
    return view_of(picture(Phase.SCREENING, checks(*given, decision=NO_GO, readings=2)))
