"""Between the drug and the door: the checklist, the signature, and the form that goes with it.

Rule 1: nothing is decided here; what is pressed becomes a command of whoever is signed in, and a
        signature one of whoever gave her PIN for it.
Rule 2: only a session that is taken through all its steps ends on the page of the signature; any
        other one ends as the ribbon asks.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from monitor.phases import Step
from monitor.treatment.commands import UNCLAIMED, OverrideCriterion, Scale, TickCriterion
from ui.chair.next_step import Next
from ui.chair.prompt_item import Place
from ui.chair.signoff_faces import signoff_face
from ui.courses import Courses
from ui.desk import Desk
from ui.panels import Panel
from ui.people.people_here import PeopleHere
from ui.rems_desk import RemsDesk
from ui.requests import Backend
from ui.shell import Shell
from ui.view_state import ChairView

SCORED = {"aldrete-padss": Scale.ALDRETE, "suicidality": Scale.CSSRS}
"""Lines whose score is asked on a page of its own; the others stand on the first page."""
ENTERED_IN = {
    "bp": Place.CUFF,
    "standing": Place.STANDING,
    "sedation": Place.SEDATION,
    "dissociation": Place.DISSOCIATION,
    "aldrete-padss": Place.SEDATION,
    "suicidality": Place.SEDATION,
    "pump-volume": Place.VOLUME,
    "waste": Place.PUMP,
}
OPENED = {"symptoms": Panel.NOTE, "alarms": Panel.ANSWER}


class LeavingDesk(QObject):
    """`toggled` asks the window for a panel, `page_asked` for a page.

    `enter` opens the place where something is measured, scored or entered.
    """

    toggled = Signal(object)
    page_asked = Signal(str)

    def __init__(
        self,
        backend: Backend,
        desk: Desk,
        shell: Shell,
        courses: Courses,
        enter: Callable[[Place], None],
        folder: Path | None = None,
    ) -> None:
        panels = shell.panels
        super().__init__(panels)
        self._desk, self._panels, self._courses = desk, panels, courses
        self._enter = enter
        self._entered_in: tuple[Panel, int | None] | None = None
        """What was opened from the checklist, at which chair; None = nothing was."""
        self.rems = RemsDesk(backend, folder)
        shell.step_asked.connect(self.stepped)
        shell.place_asked.connect(self.go)
        leaving, signoff = panels.leaving, panels.signoff
        leaving.people = signoff.people = PeopleHere(backend, desk.seat)
        leaving.ticked.connect(self.tick)
        leaving.let_go.connect(self.let_go)
        leaving.place_asked.connect(self.enter)
        leaving.begin_asked.connect(lambda: self._desk.step(Step.DISCHARGE))
        leaving.sign_asked.connect(lambda: self._open(Panel.SIGNOFF))
        signoff.signed.connect(self.sign)
        signoff.form_asked.connect(self.form)
        signoff.review_asked.connect(lambda: self.page_asked.emit("review-this"))
        signoff.new_asked.connect(lambda: self.page_asked.emit("new"))

    # ---- what is shown

    def show(self) -> None:
        """To be called with every picture; costs next to nothing while the panels are closed."""
        view, panels = self._desk.view, self._panels
        if view is None:
            return
        by = self._desk.by
        panels.leaving.by = panels.signoff.by = "" if by == UNCLAIMED else by
        self._come_back()
        panels.leaving.show_view(view)
        if not panels.signoff.isHidden():
            panels.signoff.show_face(signoff_face(view, self._courses.of(view)))

    def go(self, step: Next) -> None:
        """To the place of one step, where it is one of these."""
        if step is Next.LEAVING:
            self.open(Panel.LEAVING)
        elif step is Next.SIGN:
            self.open(Panel.SIGNOFF)

    def stepped(self, step: Step) -> None:
        """The discharge has begun: its checklist comes to the screen."""
        view = self._desk.view
        if step is Step.DISCHARGE and view is not None and in_flow(view):
            self._open(Panel.LEAVING)

    def open(self, panel: Panel) -> None:
        """Opened again, it is closed."""
        if self._panels.is_open(panel):
            self._panels.close_all()
        else:
            self._open(panel)

    def ends(self) -> bool:
        """Whether the end of this session is asked here; then it is."""
        view = self._desk.view
        if view is None or not in_flow(view):
            return False
        self._open(Panel.SIGNOFF)
        return True

    def _open(self, panel: Panel) -> None:
        if not self._panels.is_open(panel):
            self.toggled.emit(panel)
        self.show()

    # ---- what is said

    def tick(self, criterion: str, met: bool, text: str) -> None:
        self._desk.treat(TickCriterion(criterion, met, self._desk.by, text))

    def let_go(self, criterion: str, reason: str, second: str) -> None:
        self._desk.treat(OverrideCriterion(criterion, reason, self._desk.by, second))

    def enter(self, criterion: str) -> None:
        """Where what is missing of this line is entered."""
        view, panels = self._desk.view, self._panels
        if view is None:
            return
        if criterion in OPENED:
            panels.answer.ask(self._desk.asked_key() or "", view)
            self.toggled.emit(OPENED[criterion])
        elif criterion in ENTERED_IN:
            self._enter(ENTERED_IN[criterion])
        if criterion in SCORED:
            panels.scores.turn(SCORED[criterion])
        opened = next((one for one in Panel if panels.is_open(one)), None)
        if opened is not None and opened is not Panel.LEAVING:
            self._entered_in = opened, self._desk.chair

    def _come_back(self) -> None:
        """What was entered for the checklist, or left, leads back to it.

        Another panel that somebody opened meanwhile, or another chair, does not.
        """
        if self._entered_in is None:
            return
        panel, chair = self._entered_in
        if self._panels.is_open(panel) and chair == self._desk.chair:
            return
        self._entered_in = None
        if chair == self._desk.chair and not self._panels.any_open:
            self.toggled.emit(Panel.LEAVING)

    def sign(self, by: str, reason: str, second: str) -> None:
        self._desk.sign(by, reason, second)

    def form(self, what: str) -> None:
        view = self._desk.view
        if view is not None:
            done = self.rems.do(what, view.picture.session_id, self._desk.by)
            self._panels.signoff.say_below(done)


def in_flow(view: ChairView) -> bool:
    treatment = view.picture.treatment
    return treatment is not None and treatment.flow
