"""Where the menu, the keys and the pages lead: a name, and what is shown then.

Rule: behind the lock only the chairs themselves are shown; every other road asks for a PIN first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from monitor.phases import Step
from ui.panels import Panel
from ui.words import say

if TYPE_CHECKING:
    from ui.window import MainWindow

OPENED_BY_MENU = {
    "devices": Panel.DEVICES,
    "sound": Panel.SOUND,
    "quiet": Panel.QUIET,
    "clinic": Panel.CLINIC,
    "people": Panel.PEOPLE,
    "scores": Panel.SCORES,
    "pump": Panel.PUMP,
    "leaving": Panel.LEAVING,
}


class Roads:
    def __init__(self, window: MainWindow) -> None:
        self._window, self._shell, self._state = window, window.shell, window.state
        self._places = self._named()

    def go(self, name: str) -> None:
        """To a page, or do what the menu and the question before closing offer."""
        self._shell.which.hide()
        if self._window.people.stops_page(name):
            return
        if name in OPENED_BY_MENU:
            self._window.toggle(OPENED_BY_MENU[name])
        elif name in self._places:
            self._places[name]()

    def _named(self) -> dict[str, Callable[[], None]]:
        shell, window = self._shell, self._window
        return {
            "live": window.where.back,
            "wall": window.where.to_wall,
            "new": self._new,
            "review": self._review,
            "review-this": self._review_this,
            "day": window.day.open,
            "about": lambda: shell.pages.setCurrentWidget(shell.about),
            "trainings": shell.trainings_asked.emit,
            "staff": window.people.show_staff,
            "end": self._ask_end,
            "waves": self._turn_waves,
            "quit": window.leave,
        }

    def _new(self) -> None:
        running = [chair for chair, view in self._state.chairs.items() if not view.over]
        self._shell.start.know_chairs(running)
        self._shell.pages.setCurrentWidget(self._shell.start)

    def _review(self) -> None:
        if self._window.people.seat.locked:
            self._review_alone()
            return
        self._shell.review.session.form_line.by = self._window.desk.by
        self._shell.review.reload()
        self._shell.pages.setCurrentWidget(self._shell.review)

    def _review_alone(self) -> None:
        """In the emergency view: the session of the chair that is shown, and no other."""
        view = self._window.desk.view
        if view is None:
            self._window.people.ask_sign_in(say("right-emergency-only"))
            return
        self._shell.review.show_alone(view.picture.session_id)
        self._shell.pages.setCurrentWidget(self._shell.review)

    def _review_this(self) -> None:
        """The session of the chair that is shown."""
        view = self._window.desk.view
        self._review()
        if view is not None and not self._window.people.seat.locked:
            self._shell.review.show_session(view.picture.session_id)

    def _ask_end(self) -> None:
        self._shell.pages.setCurrentWidget(self._shell.live)
        if not self._window.leaving.ends():
            self._shell.live.ask(Step.END)

    def _turn_waves(self) -> None:
        self._shell.pages.setCurrentWidget(self._shell.live)
        self._state.show_waves(shown=not self._state.waves_shown)
