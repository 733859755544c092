"""Between the door and the start: what is pressed on its panels, and which of them comes next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from monitor.limits import PROFILES, LimitProfile
from monitor.proposal import proposed_profile
from monitor.treatment.commands import (
    AnswerQuestion,
    DrawDrug,
    GiveDose,
    MeasureBaseline,
    SetPlan,
    SignDecision,
)
from ui.chair.next_step import STEPS, Next, next_of
from ui.chair.plan_draft import PlanDraft
from ui.chair.screening_panel import DECISION
from ui.chair.vial_part import Vial
from ui.desk import Desk
from ui.panels import Panel, Panels
from ui.people.people_here import PeopleHere
from ui.requests import Backend
from ui.view_state import ChairView

PANEL_OF = {
    Next.SCREENING: Panel.SCREENING,
    Next.DECISION: Panel.SCREENING,
    Next.PLAN: Panel.PLAN,
    Next.DOSE: Panel.DOSE,
}


class TreatmentDesk(QObject):
    """`toggled` asks the window for one of its panels."""

    toggled = Signal(object)

    def __init__(self, backend: Backend, desk: Desk, panels: Panels) -> None:
        super().__init__(panels)
        self._desk, self._panels = desk, panels
        self._fresh = ""
        people = PeopleHere(backend, desk.seat)
        panels.screening.people = people
        panels.plan.people = people
        panels.screening.answered.connect(self.answer)
        panels.screening.signed.connect(self.sign)
        panels.screening.baseline_asked.connect(self.measure_baseline)
        panels.screening.onward.connect(self.go)
        panels.plan.planned.connect(self.plan)
        panels.plan.drawn.connect(self.draw)
        panels.dose.given.connect(self.give)
        panels.dose.over.connect(lambda: self._desk.stop(0.0))
        panels.pump.dose_asked.connect(lambda: self.open(Next.DOSE))

    # ---- what is shown

    def show(self) -> None:
        """To be called with every picture; costs next to nothing while the panels are closed."""
        view = self._desk.view
        if view is None:
            return
        self._welcome(view)
        for panel in (self._panels.screening, self._panels.plan, self._panels.dose):
            panel.show_view(view)

    def go(self, step: Next) -> None:
        """To the place of one step, or say it where it has none."""
        if step in PANEL_OF:
            self.open(step)
        elif step in STEPS:
            self._panels.close_all()
            self._desk.step(STEPS[step])

    def open(self, step: Next) -> None:
        """The place of one step; opened again, it is closed."""
        view, panel = self._desk.view, PANEL_OF.get(step)
        if view is None or panel is None:
            return
        was_open = self._panels.is_open(panel)
        self._panels.close_all()
        if was_open:
            return
        self.toggled.emit(panel)
        if panel is Panel.SCREENING:
            self._panels.screening.open_at(DECISION if step is Next.DECISION else "")
        elif panel is Panel.PLAN:
            self._panels.plan.open_for(view)
        self.show()

    def begin(self, session_id: str) -> None:
        """It was opened just now: its screening comes to the screen by itself, once."""
        self._fresh = session_id

    def _welcome(self, view: ChairView) -> None:
        if view.picture.session_id != self._fresh:
            return
        self._fresh = ""
        asks = next_of(view, watch_only=False) is Next.SCREENING
        if asks and not self._panels.any_open:
            self.open(Next.SCREENING)

    # ---- what is said

    @property
    def _by(self) -> str:
        return self._desk.by

    def answer(self, question: str, answer: str, text: str) -> None:
        self._desk.treat(AnswerQuestion(question, answer, self._by, text))

    def measure_baseline(self) -> None:
        self._desk.treat(MeasureBaseline(self._by))

    def sign(self, provider: str, reason: str, second: str) -> None:
        self._desk.treat(SignDecision(provider, reason, self._by, second))

    def plan(self, draft: PlanDraft, second: str) -> None:
        view = self._desk.view
        if view is not None:
            profile = profile_for(draft, view)
            self._desk.treat(SetPlan(draft.plan(), self._by, profile, second))

    def draw(self, vial: Vial, second: str) -> None:
        said = DrawDrug(vial.mg, vial.lot, vial.expiry, self._by, vial.serial, second)
        self._desk.treat(said)

    def give(self, mg: float, ago_s: float) -> None:
        self._desk.treat(GiveDose(mg, self._by, ago_s))


def profile_for(draft: PlanDraft, view: ChairView) -> LimitProfile | None:
    """The proposed limits of another route, with what is known of the patient; None = as now."""
    if draft.route is view.profile.route:
        return None
    risks = frozenset[str]() if view.opened is None else view.opened.patient.risks
    made = PROFILES[proposed_profile(draft.route, risks)]
    return replace(made, modifiers=view.picture.modifiers)
