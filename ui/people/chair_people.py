"""Whose chair it is: what is pressed about covers, handovers and entries without a name.

Rule 1: a handover names all its chairs in one action; a chair the newcomer has already stays hers.
Rule 2: whoever takes a chair on, or an entry, gives her PIN, or is the one who is signed in.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.panels import Panel, Panels
from ui.people.asked import Asked
from ui.people.faces import Unclaimed, chairs_text, people_of, unclaimed
from ui.people.handover_text import handover_face
from ui.people.people_here import PeopleHere
from ui.view_state import ChairView, ViewState
from ui.words import say


class ChairPeople(QObject):
    """`toggled` asks the window for a panel; `told` is what was done; `taken_on` who is here."""

    toggled = Signal(object)
    told = Signal(str)
    taken_on = Signal()

    def __init__(self, desk: Desk, state: ViewState, panels: Panels, here: PeopleHere) -> None:
        super().__init__(panels)
        self._desk, self._state, self._panels, self._here = desk, state, panels, here
        self._ending: int | None = None
        self._then: Callable[[], None] | None = None
        panels.claim.people = panels.handover.people = here
        panels.claim.mine.connect(lambda: self._claim(desk.by))
        panels.claim.others.connect(self._ask_whose)
        panels.claim.left.connect(self._leave)
        panels.handover.to_asked.connect(self._ask_to)

    def show(self) -> None:
        """To be called with every picture; costs next to nothing while the panels are closed."""
        if self._panels.is_open(Panel.CLAIM):
            self._panels.claim.show_lines(self._lines(), self._ending)
        if self._panels.is_open(Panel.HANDOVER):
            self._panels.handover.show_faces(tuple(map(handover_face, self.going())))

    def going(self) -> tuple[ChairView, ...]:
        """The sessions that are not over, in the order of their chairs."""
        views = sorted(self._state.chairs.items())
        return tuple(view for _chair, view in views if not view.over)

    # ---- covering

    def cover(self) -> None:
        """Whoever is signed in looks after the chair that is shown."""
        self._desk.cover(self._desk.by)

    def end_cover(self) -> None:
        self._desk.cover(self._desk.by, 0.0)

    def cover_question(self) -> Asked | None:
        """Who looks after it instead of its owner? None = no chair is shown."""
        view = self._desk.view
        if view is None:
            return None
        owner, chair = people_of(view).owner, view.picture.chair
        sentence = say("cover-why", chair, owner)
        return Asked(say("cover-who", chair), sentence, but=frozenset({owner}))

    def cover_by(self, name: str) -> None:
        self._desk.cover(name)

    # ---- handing over

    def hand_over(self) -> None:
        self._open(Panel.HANDOVER)

    def _ask_to(self) -> None:
        panel = self._panels.handover
        chairs = panel.taken
        owners = {people_of(view).owner for view in self.going() if view.picture.chair in chairs}
        but = frozenset(owners) if len(owners) == 1 else frozenset()
        asked = Asked(say("handover-who", chairs_text(chairs)), say("handover-pin"), but=but)
        panel.ask_person(asked, lambda to: self._hand_over(chairs, to))

    def _hand_over(self, chairs: tuple[int, ...], to: str) -> None:
        for view in self.going():
            if view.picture.chair in chairs and people_of(view).owner != to:
                self._desk.at(view.picture.chair).hand_over(to)
        self._panels.handover.dismiss()
        self.taken_on.emit()
        self.told.emit(say("handover-done", chairs_text(chairs), to))

    # ---- entries without a name

    def ask_claim(self, ending: int | None = None, then: Callable[[], None] | None = None) -> None:
        """`ending` is the chair whose session is about to end; `then` goes on afterwards."""
        self._ending, self._then = ending, then
        if not self._lines():
            self._go_on()
            return
        self._open(Panel.CLAIM)

    def _lines(self) -> tuple[Unclaimed, ...]:
        every = unclaimed(self._state, self._desk.seat)
        return tuple(one for one in every if self._ending in {None, one.chair})

    def _ask_whose(self) -> None:
        asked = Asked(say("claim-whose"), but=frozenset({self._desk.by}))
        self._panels.claim.ask_person(asked, self._claim)

    def _claim(self, by: str) -> None:
        for line in self._lines():
            self._desk.at(line.chair).claim(by)
        self._leave()

    def _leave(self) -> None:
        if self._ending is not None:
            self._desk.at(self._ending).end_unnamed()
        self._go_on()

    def _go_on(self) -> None:
        self._ending, then, self._then = None, self._then, None
        if self._panels.is_open(Panel.CLAIM):
            self._panels.claim.dismiss()
        if then is not None:
            then()

    def _open(self, panel: Panel) -> None:
        if not self._panels.is_open(panel):
            self.toggled.emit(panel)
        self.show()
