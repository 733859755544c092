"""What makes a window a learner's: the strip, the instructor's window beside it, the debrief.

Rule 1: the lesson ends for the window when the room says so, whoever ended it; its debrief is
        shown once, by itself, and afterwards whenever it is asked for.
Rule 2: while time stands, whatever the room would refuse is dimmed, and the strip says why.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from monitor.training.lesson import Deed
from monitor.training.staged import StagedKind
from ui.debrief.debrief_page import DebriefPage
from ui.debrief.past_desk import PastDesk
from ui.instructor.beside import Beside
from ui.pace_desk import PaceDesk
from ui.requests import Refusal
from ui.training import TrainingRoom
from ui.training_strip import HIGH_PX, LEAST_PX, OVER_LEAST_PX, OVER_PX, TrainingStrip
from ui.window import MainWindow
from ui.words import say, say_or

LOOK_MS = 250


class TrainingDesk(QObject):
    """Of one window over one training room; lives as long as the window.

    `folder` is where files are put; None = the person's documents.
    """

    def __init__(
        self,
        window: MainWindow,
        room: TrainingRoom,
        *,
        instructor: bool,
        folder: Path | None = None,
    ) -> None:
        super().__init__(window)
        self._window, self._room = window, room
        self._told, self._over, self._held = 0, False, False
        self._past_desk = PastDesk(window, room.db, folder)
        PaceDesk(window, room, only_tells=instructor)
        shell = window.shell
        lesson = say("lesson-strip", room.scenario.name, room.learner)
        self.strip = TrainingStrip(shell.theme, lesson, shell)
        self.strip.tell("", say("lesson-strip-task"))
        self.strip.hand_pressed.connect(self.hand)
        self.strip.finish_pressed.connect(lambda: room.finish("learner"))
        self.strip.debrief_pressed.connect(self.show_debrief)
        shell.show_strip(self.strip, HIGH_PX, LEAST_PX)
        self.instructor = Beside(room, window, shell.theme) if instructor else None
        if self.instructor is not None:
            self.instructor.show()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def page(self) -> DebriefPage:
        return self._past_desk.page

    def look(self) -> None:
        """What is new in the lesson."""
        staged = self._room.staged
        cues = [one.staged for one in staged[self._told :] if one.staged.kind is StagedKind.CUE]
        self._told = len(staged)
        for cue in cues:
            self.strip.tell(say("lesson-patient"), cue.text or say_or(cue.what, cue.what))
        self._hold(frozen=self._room.frozen)
        if self._room.finished and not self._over:
            self._over = True
            self.strip.tell("", say("lesson-finished"))
            self.strip.show_over()
            self._window.shell.show_strip(self.strip, OVER_PX, OVER_LEAST_PX)
            self.show_debrief()

    def _hold(self, *, frozen: bool) -> None:
        if frozen is self._held:
            return
        self._held = frozen
        shell = self._window.shell
        self.strip.hold(say("practice-frozen") if frozen else "")
        if frozen:
            shell.panels.close_all()
        for part in (shell.bottom, shell.live, shell.alarm_list):
            part.setEnabled(not frozen)

    def hand(self, deed: str) -> None:
        """Something is done at the bedside; what is found there stands on the strip."""
        try:
            found = self._room.hand(Deed(deed))
        except Refusal as refusal:
            self.strip.tell("", str(refusal))
            return
        asked = deed == Deed.ASK_PATIENT
        self.strip.tell(say("lesson-patient" if asked else "lesson-found"), found)

    def show_debrief(self) -> None:
        self._room.settle()
        self._past_desk.show(self._room.session_id)
