"""How fast the time of a virtual room goes: said below the clock, and changed there or by keys.

Rule 1: what is shown is what the room says of itself; it is asked several times a second.
Rule 2: where an instructor has the time in hand, this window says how it goes, and no more.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from ui.chair.pace_panel import FREEZE, times_text
from ui.panels import Panel
from ui.practice_clock import RoomClock
from ui.practice_pace import SPEEDS, Pace
from ui.window import MainWindow
from ui.words import say

LOOK_MS = 250


class PaceDesk(QObject):
    """Of one window over one room; lives as long as the window.

    `only_tells`: nothing can be changed from this window.
    """

    def __init__(self, window: MainWindow, room: RoomClock, *, only_tells: bool = False) -> None:
        super().__init__(window)
        self._window, self._room = window, room
        self._panel = window.shell.panels.pace
        if only_tells:
            window.shell.top.only_tell_pace()
        else:
            self._bind()
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()
        self.look()

    def _bind(self) -> None:
        window = self._window
        window.shell.top.pace_pressed.connect(lambda: window.toggle(Panel.PACE))
        self._panel.chosen.connect(self.choose)
        for keys, step in (
            (QKeySequence.StandardKey.ZoomIn, 1),
            (QKeySequence.StandardKey.ZoomOut, -1),
        ):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(lambda step=step: self.change(step))

    def look(self) -> None:
        pace = self._room.pace()
        self._window.state.pace = pace_text(pace)
        if self._window.shell.panels.is_open(Panel.PACE):
            self._panel.show_pace(pace)

    def choose(self, name: str) -> None:
        """What was pressed in the panel."""
        if name == FREEZE:
            self._room.unfreeze() if self._room.frozen else self._room.freeze()
        else:
            self._room.speed = float(name)
            self._room.unfreeze()
        self.look()

    def change(self, step: int) -> None:
        """To the next faster or slower of the speeds."""
        beyond = [one for one in SPEEDS if (one - self._room.speed) * step > 0]
        if beyond:
            self._room.speed = min(beyond) if step > 0 else max(beyond)
        self.look()


def pace_text(pace: Pace) -> str:
    """In a word or two; what is reached, where that is less than what is wanted."""
    if pace.frozen:
        return say("pace-frozen")
    reached = pace.reached if pace.behind else None
    return times_text(pace.speed if reached is None else float(round(reached)))
