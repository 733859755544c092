"""From what the window knows to the screen, while no chair is chosen. Parts compare themselves.

Rule: nothing is decided here. Whom Silence and Acknowledge are about is kept as it was shown, so
      that what is pressed is what was seen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.chair.alarm_text import AlarmWords, bright
from ui.chair.bottom_bar import Act
from ui.chair.spans import clock_text
from ui.chair.toast import Receipt
from ui.view_state import ViewState
from ui.wall.bars import Meant, candidates, meant_of, room_actions, room_bar, room_top
from ui.wall.faces import room_face
from ui.wall.room import alarms_of_room
from ui.words import say

if TYPE_CHECKING:
    from ui.shell import Shell


class WallScene:
    """`meant` is what was shown last; `receipt` a refusal, as long as it is shown."""

    def __init__(self, shell: Shell, state: ViewState) -> None:
        self._shell, self._state = shell, state
        self._refusals: dict[str, int] = {}
        self.alarms: tuple[AlarmWords, ...] = ()
        self.meant = Meant(None, None)
        self.receipt: Receipt | None = None

    def enter(self) -> None:
        """No chair is chosen from now on; what was refused before is no news."""
        self._refusals = self._counts()
        self.receipt = None

    def show(self, now: float, wall_s: float, sound_note: str, kept: str) -> None:
        shell, state = self._shell, self._state
        self.alarms = alarms_of_room(state, now)
        self.meant = meant_of(state, self.alarms)
        on_wall = shell.pages.currentWidget() is shell.wall
        clock = clock_text(wall_s)
        face = room_top(state, self.alarms, clock, sound_note, on_wall=on_wall)
        shell.top.show_face(replace(face, kept=kept, pace=state.pace))
        shell.bottom.show_face(room_actions(state, self.meant))
        if on_wall:
            shell.wall.show_room(room_face(state, now))
        if not shell.which.isHidden():
            shell.which.show_candidates(candidates(state, shell.which.act))
        self._show_refusal(now)

    def flash(self, now: float) -> None:
        first = self.alarms[0] if self.alarms else None
        lit = first is None or bright(first.priority, first.state, now)
        self._shell.bar.show_face(room_bar(self._state, self.alarms), bright=lit)
        if self._shell.pages.currentWidget() is self._shell.wall:
            self._shell.wall.flash(now)

    def ask_chair(self, act: Act) -> None:
        self._shell.which.ask(act, candidates(self._state, act))

    def _counts(self) -> dict[str, int]:
        views = self._state.chairs.values()
        return {view.picture.session_id: view.refusal_count for view in views}

    def _show_refusal(self, now: float) -> None:
        """What was refused at any chair, named by its chair."""
        counts = self._counts()
        for chair, view in self._state.chairs.items():
            session_id = view.picture.session_id
            if view.refusals and counts[session_id] > self._refusals.get(session_id, 0):
                sentence = f"{say('chair', chair)}: {view.refusals[-1]}"
                self.receipt = Receipt("", 0.0, now, sentence=sentence)
        self._refusals = counts
        if self.receipt is not None and self.receipt.shown(now):
            self._shell.toast.show_text(self.receipt.sentence, undo=False)
        else:
            self.receipt = None
            self._shell.toast.hide()
