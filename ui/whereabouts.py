"""Which chair is chosen, and which page goes with it: one chair, or the wall with all of them.

Rule: on the wall no chair is chosen, so that nothing can be done to one by chance.
"""

from __future__ import annotations

from ui.desk import Desk
from ui.scene import Scene
from ui.shell import Shell
from ui.view_state import ViewState
from ui.wall.room import running

WALL_KEY = "0"
CHAIR_KEYS = frozenset("123456789")


class Whereabouts:
    def __init__(self, state: ViewState, desk: Desk, shell: Shell, scene: Scene) -> None:
        self._state, self._desk, self._shell, self._scene = state, desk, shell, scene
        self._at_home = False

    def settle(self) -> None:
        """Where the first session is found: at its chair, and from two on, at the wall."""
        if self._at_home or not self._state.chairs:
            return
        self._at_home = True
        chairs = running(self._state) or tuple(sorted(self._state.chairs))
        if self._desk.chair is not None:
            return
        if len(chairs) > 1:
            self.to_wall()
        else:
            self.to_chair(chairs[0])

    def to_chair(self, chair: int) -> None:
        self._desk.chair = chair
        self._leave()
        self._shell.pages.setCurrentWidget(self._shell.live)

    def to_wall(self) -> None:
        self._desk.chair = None
        self._leave()
        self._shell.pages.setCurrentWidget(self._shell.wall)

    def typed(self, character: str) -> None:
        """A digit leads to its chair, and 0 to the wall; anything else leads nowhere."""
        if character == WALL_KEY and self._state.chairs:
            self.to_wall()
        elif character in CHAIR_KEYS and int(character) in self._state.chairs:
            self.to_chair(int(character))

    def back(self) -> None:
        """To the chair that is chosen; without one to the wall, or to the start of a session."""
        shell = self._shell
        if not self._state.chairs:
            shell.pages.setCurrentWidget(shell.start)
        elif self._desk.chair is None:
            self.to_wall()
        else:
            shell.pages.setCurrentWidget(shell.live)

    def _leave(self) -> None:
        self._scene.forget()
        self._shell.panels.close_all()
        self._shell.which.hide()
        self._shell.alarm_list.hide()
