"""A panel that can ask who takes something on, over its own content, and go on with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from data.accounts import StaffMember
from ui.chair.person_pad import PersonPad
from ui.chair.told_panel import ToldPanel
from ui.ink import Label, Scale
from ui.people.asked import RIGHT_PIN, Asked, PinAnswer
from ui.theme import Theme


class People(Protocol):
    """Who works here, for a panel."""

    @property
    def signed_in(self) -> str:
        """Empty = nobody is."""
        ...

    def members(self) -> tuple[StaffMember, ...]: ...

    def check(self, name: str, pin: str) -> PinAnswer: ...


class NobodyEnlisted:
    """Until a panel is told who works here: every name is typed."""

    signed_in = ""

    def members(self) -> tuple[StaffMember, ...]:
        return ()

    def check(self, _name: str, _pin: str) -> PinAnswer:
        return RIGHT_PIN


class AskingPanel(ToldPanel):
    """`people` is set by the window; `who` lies over the content while somebody is asked for."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        self.people: People = NobodyEnlisted()
        self._then: Callable[[str], None] | None = None
        self._who: PersonPad | None = None
        super().__init__(theme, title, parent)

    @property
    def who(self) -> PersonPad:
        """Made when somebody is asked for the first time: few panels ever ask."""
        if self._who is None:
            self._who = PersonPad(self.theme, self)
            self._who.set_scale(self.scale)
            self._who.named.connect(self._named)
            self._who.left.connect(self._nobody)
        return self._who

    def ask_person(self, asked: Asked, then: Callable[[str], None], name: str = "") -> None:
        """Ask, and go on with `then` once somebody was named; nobody = nothing happens.

        `name` is whose PIN is asked for first; empty = the names are shown.
        """
        self._then = then
        if asked.second:
            asked = replace(asked, but=asked.but | {self.people.signed_in})
        who = self.who
        self._place_pad()
        who.ask(asked, self.people.members(), self.people.check, name)
        self.relayout()

    @property
    def asking_person(self) -> bool:
        return self._who is not None and not self._who.isHidden()

    def take_scan(self, text: str) -> bool:
        """A badge, while somebody is asked for."""
        if self.asking_person:
            self.who.take_badge(text)
        return self.asking_person

    def dismiss(self) -> None:
        self._then = None
        if self._who is not None:
            self._who.hide()
        super().dismiss()

    def _named(self, name: str) -> None:
        then, self._then = self._then, None
        self.setFocus()
        self.relayout()
        if then is not None:
            then(name)

    def _nobody(self) -> None:
        self._then = None
        self.setFocus()
        self.relayout()

    def set_scale(self, scale: Scale) -> None:
        if self._who is not None:
            self._who.set_scale(scale)
        super().set_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place_pad()

    def _place_pad(self) -> None:
        if self._who is not None:
            self._who.setGeometry(self.content_box())
            self._who.raise_()

    def lay_out(self) -> list[Label]:
        """While somebody is asked for, the words of the panel are not painted below."""
        labels = super().lay_out()
        return labels[:1] if self.asking_person else labels
