"""What is pressed while no chair is chosen: every command names its chair.

Rule: Silence acts at once, on the chair that its tile names. Everything else first goes to the
      chair it is about, so that whoever acts has that chair, and no other, before her.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.chair.bottom_bar import Act
from ui.desk import Desk
from ui.start.start_page import CHAIRS
from ui.wall.bars import candidates
from ui.wall.wall_scene import WallScene

if TYPE_CHECKING:
    from ui.shell import Shell
    from ui.view_state import ViewState


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the window goes from the wall: to a chair, to do something there or to begin."""

    to_chair: Callable[[int], None]
    to_act: Callable[[int, Act], None]
    to_answer: Callable[[int, str], None]
    to_begin: Callable[[], None]


class WallDesk:
    def __init__(
        self, desk: Desk, state: ViewState, shell: Shell, scene: WallScene, ways: Ways
    ) -> None:
        self._desk, self._state, self._shell = desk, state, shell
        self._scene, self._ways = scene, ways
        shell.chair_pressed.connect(ways.to_chair)
        shell.begin_pressed.connect(self.begin)
        shell.which.chair_chosen.connect(ways.to_act)

    def act(self, act: Act) -> None:
        """One of the six actions, by its tile or by its key."""
        meant = self._scene.meant
        if act is Act.SILENCE:
            if meant.silence is not None:
                self._desk.at(meant.silence).silence()
        elif act is Act.ACKNOWLEDGE:
            if meant.asked is not None:
                self._ways.to_answer(meant.asked.number, meant.asked.key)
        else:
            self._go_and(act)

    def _go_and(self, act: Act) -> None:
        """Where only one chair can be meant, nobody is asked which."""
        able = [one.chair for one in candidates(self._state, act) if one.able]
        if len(able) == 1:
            self._ways.to_act(able[0], act)
        else:
            self._scene.ask_chair(act)

    def begin(self, chair: int) -> None:
        """The page on which a session begins, with this chair chosen."""
        if chair <= CHAIRS:
            self._shell.start.choose_chair(chair)
        self._ways.to_begin()
