"""Hand-made pictures of a patient about to leave, for the tests of the faces and panels."""

from __future__ import annotations

from monitor.outcomes import BaselineAccepted
from monitor.phases import Phase
from monitor.treatment.leaving import moment
from monitor.treatment.view import AnswerView, ChecksView, CriterionView, Go, SignedView
from tests.ui.chair.treatment_examples import BY, PLANNED, giving, picture, view_of
from ui.view_state import ChairView

NOW_S = 7200.0
TIME = CriterionView("time", False, (("leave-time-from", moment(NOW_S + 600)),))
PRESSURE = CriterionView("bp", True, (("leave-bp-is", "126/80", moment(NOW_S - 60)),))
SEDATION = CriterionView("sedation", None, (("leave-no-score",),))
ESCORT = CriterionView("escort", None, (("leave-escort-named", "Escort 1"),), by_hand=True)
DATE = CriterionView("next-date", None, by_hand=True)
LET_GO = CriterionView("hr", False, (), False, "", "known", BY, "Nurse 2")
NAMED = AnswerView("escort", "named", "Escort 1", BY, 60.0, Go.GO)


def leaving_view(
    *lines: CriterionView,
    phase: Phase = Phase.DISCHARGE,
    signed: SignedView | None = None,
    answers: tuple[AnswerView, ...] = (NAMED,),
    given: bool = True,
) -> ChairView:
    checks = ChecksView(answers=answers, leaving=lines, leave_from_s=NOW_S + 600, signed=signed)
    return view_of(
        picture(
            phase,
            checks,
            giving(PLANNED, mg_given=40.5, mg_calculated=41.0, pump_ml=4.05),
            now_s=NOW_S,
            baseline=BaselineAccepted(124.0, 78.0, 74.0, 98.0),
            infusion_started_s=600.0 if given else None,
            infusion_ended_s=3000.0 if given else None,
        )
    )
