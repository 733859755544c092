"""The emergency view at the window: asked for, shown as long as it lasts, and ended.

Rule 1: it opens what shows the sessions that run here, and nothing else; every entry still asks
        for a PIN, but for what works behind the lock anyway.
Rule 2: its line of the audit trail is queued before anything is shown; it is never refused.
Rule 3: at its end everything that it opened is closed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.chair.side_panel import ChoicePanel
from ui.gate import Glass
from ui.panels import Panel
from ui.people.people_panel import PeoplePanel
from ui.requests import Backend
from ui.shell import Shell
from ui.words import say

PLACES = frozenset(
    {
        Panel.LIMITS,
        Panel.DEVICES,
        Panel.SCREENING,
        Panel.PLAN,
        Panel.DOSE,
        Panel.SCORES,
        Panel.PUMP,
        Panel.WAITING,
        Panel.LEAVING,
        Panel.MENU,
    }
)
"""Panels about a session that runs."""
PAGES = frozenset({"review", "review-this", "waves"})
NOT_IN_MENU = ("new", "day", "sound", "quiet", "clinic", "staff", "about", "end")
"""What only asks for a PIN; the rest of the menu then has room for a finger."""


class GlassDesk(QObject):
    """`over` is called when it has ended while nobody signed in."""

    def __init__(self, backend: Backend, shell: Shell, over: Callable[[], None]) -> None:
        super().__init__(shell)
        self._backend, self._shell, self._over = backend, shell, over
        self._name = ""
        self._then: Callable[[], None] | None = None
        panel = self._panel
        panel.who.without_pin.connect(self._ask)
        panel.glass.given.connect(self._begin)
        panel.glass.left.connect(panel.relayout)
        shell.glass.end_pressed.connect(self.end)

    @property
    def _panel(self) -> PeoplePanel:
        return self._shell.panels.people

    @property
    def on(self) -> bool:
        return bool(self._name) and self._backend.staff().glass_left_s() > 0

    def opens(self, panel: Panel) -> bool:
        return self.on and panel in PLACES

    def opens_page(self, name: str) -> bool:
        return self.on and name in PAGES

    def trim(self, menu: ChoicePanel, fill: Callable[[], None]) -> None:
        """The menu is about to be opened; `fill` offers what makes sense at this chair."""
        for name in NOT_IN_MENU:
            menu.offer(name, offered=True)
        fill()
        for name in NOT_IN_MENU if self.on else ():
            menu.offer(name, offered=False)
        menu.choices["review"].say(say("glass-review" if self.on else "menu-review"))

    def want(self, then: Callable[[], None] | None) -> None:
        """What is opened once somebody may look."""
        self._then = then

    def show(self) -> None:
        """To be called several times a second."""
        left_s = self._backend.staff().glass_left_s() if self._name else 0.0
        if self._shell.glass.show_left(left_s, self._name):
            self._shell.place()
        if self._name and left_s <= 0:
            self._name = ""
            self._over()

    def end(self) -> None:
        self._backend.staff().end_glass()
        self.show()

    def _ask(self) -> None:
        self._panel.ask_glass()

    def _begin(self, glass: Glass) -> None:
        self._backend.staff().break_glass(glass)
        self._name = glass.name
        then, self._then = self._then, None
        self._panel.dismiss()
        self.show()
        if then is not None:
            then()
