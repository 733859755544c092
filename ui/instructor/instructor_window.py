"""The instructor's window: the truth at the left, what can happen in the middle, the story right.

Rule 1: it is a window of its own, for another screen or beside the learner's, which shows nothing
        of it. Closing it does not end the lesson (`beside.py`).
Rule 2: it decides nothing and judges nothing; what is pressed goes to its desk.
Rule 3: it looks at the room a few times a second, and paints only what has changed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from monitor.entries import Published
from ui.chair.spans import clock_text
from ui.controls import Look, Tile
from ui.ink import Scale
from ui.instructor.alarms_board import AlarmsBoard, alarm_lines
from ui.instructor.boxes import boxes_in
from ui.instructor.facts_board import FactsBoard, facts_face
from ui.instructor.head_board import HeadBoard, head_face
from ui.instructor.instructor_desk import InstructorDesk, press_groups
from ui.instructor.lesson_room import LessonRoom
from ui.instructor.running_list import RunningBoard
from ui.instructor.segments import Segments, set_able
from ui.instructor.story_part import StoryPart
from ui.instructor.trigger_text import lack_text
from ui.instructor.trigger_wall import TriggerWall
from ui.instructor.truth_board import TruthBoard
from ui.instructor.truth_curve import TruthCurve
from ui.instructor.truth_rows import truth_rows
from ui.page_kit import style_sheet, tab_through
from ui.practice_chair import Glimpse
from ui.practice_pace import SPEEDS, Pace
from ui.scenario_title import title_of
from ui.theme import Theme, colour
from ui.words import say, say_or

LOOK_MS = 200
SMALLEST = (1024, 640)
FREEZE_KEY = "F9"
SURE_MS = 4000
"""So long a press of Finish waits for the second one."""
LINES_EVERY_S = 1.0


class InstructorWindow(QWidget):
    """`room` is the lesson's; it is watched as long as this window exists."""

    def __init__(self, room: LessonRoom, theme: Theme) -> None:
        super().__init__()
        self._room, self.theme = room, theme
        self.desk = InstructorDesk(room)
        self._heard: SimpleQueue[Published] = SimpleQueue()
        self._lines_of, self._lines_at = -1, float("-inf")
        self._scale = Scale()
        self.setWindowTitle(say("instructor-window"))
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("part", "page")
        self.setStyleSheet(style_sheet(theme))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, colour(theme.background))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._make_time(theme)
        self._make_parts(theme)
        self._connect()
        room.watch(self._heard.put)
        self.desk.open(time.monotonic(), room.pace().utc_s)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.turn)
        self._timer.start()
        self.setFocus()
        self.turn()

    def _make_time(self, theme: Theme) -> None:
        """What the time of the lesson is changed with."""
        self.head = HeadBoard(theme, self)
        self.freeze = Tile(theme, say("instructor-freeze"), self)
        self.freeze.say(say("instructor-freeze"), hint=FREEZE_KEY)
        speeds = [(f"{speed:g}", say("instructor-times", f"{speed:g}")) for speed in SPEEDS]
        self.speeds = Segments(theme, say("instructor-speed"), speeds, "1", self)
        self.finish = Tile(theme, say("instructor-finish"), self)
        self.finish.wear(Look(ink=theme.text, fill=theme.infusion, size=22))
        self.sure = QTimer(self)
        self.sure.setSingleShot(True)
        self.sure.setInterval(SURE_MS)
        self.sure.timeout.connect(lambda: self.finish.say(say("instructor-finish")))

    def _make_parts(self, theme: Theme) -> None:
        self.truth = TruthBoard(theme, self)
        self.curve = TruthCurve(theme, self.desk.course, self)
        self.facts = FactsBoard(theme, self)
        self.alarms = AlarmsBoard(theme, self)
        lacks = {key: lack_text(needs) for key, needs in self.desk.lacks.items()}
        self.wall = TriggerWall(theme, press_groups(), lacks, self)
        self.running = RunningBoard(theme, self)
        self.story = StoryPart(theme, self)
        tab_through(
            (
                self.freeze,
                *self.speeds.tiles.values(),
                *self.wall.parts.tiles.values(),
                *self.wall.strength.tiles.values(),
                *self.wall.lasting.tiles.values(),
                *self.wall.tiles.values(),
                *self.running.tiles,
                self.story.view,
                self.story.entry,
                self.story.add,
                self.finish,
            )
        )

    def _connect(self) -> None:
        self.freeze.clicked.connect(self._freeze)
        self.speeds.chosen.connect(lambda key: self._do(lambda: self.desk.go(float(key))))
        self.wall.pressed.connect(
            lambda key: self._do(lambda: self.desk.press(key, self.wall.chosen))
        )
        self.running.ended.connect(lambda number: self._do(lambda: self.desk.end(number)))
        self.story.noted.connect(lambda text: self._do(lambda: self.desk.note(text)))
        self.finish.clicked.connect(self._finish)
        QShortcut(QKeySequence(FREEZE_KEY), self).activated.connect(self._freeze)

    # ---- what is shown

    def turn(self) -> None:
        """Hear what the chair said, and show how everything is."""
        now, pace = time.monotonic(), self._room.pace()
        while True:
            try:
                self.desk.absorb(self._heard.get_nowait(), now, pace.utc_s)
            except Empty:
                break
        glimpse = self.desk.look()
        self.desk.course.look(glimpse.truth, glimpse.picture)
        if self.isVisible():
            self._show(now, pace, glimpse)

    def _show(self, now: float, pace: Pace, glimpse: Glimpse) -> None:
        room, desk = self._room, self.desk
        over = room.finished
        self.head.show_face(head_face(self._lesson, glimpse.picture, pace, over=over))
        self.freeze.say(say("instructor-go-on" if pace.frozen else "instructor-freeze"))
        self.speeds.choose(f"{pace.speed:g}")
        self.truth.show_rows(truth_rows(glimpse.truth, glimpse.displays, glimpse.picture))
        self.curve.look()
        cause = say_or(room.lesson.cause, room.lesson.cause)
        self.facts.show_face(facts_face(glimpse.truth, glimpse.given_mg, glimpse.picture, cause))
        self.alarms.show_lines(alarm_lines(desk.view))
        self._enable(frozen=pace.frozen, over=over)
        going = () if over else desk.running.at(glimpse.now_s)
        self.running.show_running(going, glimpse.now_s)
        self.story.tell(desk.told)
        if desk.story.news != self._lines_of and now - self._lines_at >= LINES_EVERY_S:
            self._lines_of, self._lines_at = desk.story.news, now
            zero_s = pace.utc_s - glimpse.now_s
            self.story.show_lines(desk.story.lines(), lambda at_s: clock_text(zero_s + at_s))
        if self.running.wanted_height() != self.running.height():
            self._place()

    def _enable(self, *, frozen: bool, over: bool) -> None:
        """While time stands nothing can happen; after the end nothing at all."""
        self.wall.set_able(able=not (frozen or over))
        set_able(self.running.tiles, able=not frozen)
        set_able((self.freeze, self.finish, *self.speeds.tiles.values()), able=not over)
        set_able((self.story.entry, self.story.add), able=not over)

    def read_anew(self) -> None:
        """Also what happened in the last second."""
        self._lines_at = float("-inf")
        self.turn()

    @property
    def _lesson(self) -> str:
        scenario = self._room.scenario
        return say("instructor-lesson", scenario.name, title_of(scenario), self._room.learner)

    # ---- what is pressed

    def _do(self, deed: Callable[[], None]) -> None:
        """And show at once what became of it."""
        deed()
        self.read_anew()

    def _freeze(self) -> None:
        if not self._room.finished:
            self._do(self.desk.freeze_or_go_on)

    def _finish(self) -> None:
        """Asked once, in its own place."""
        if self._room.finished:
            return
        if not self.sure.isActive():
            self.finish.say(say("instructor-finish-sure"))
            self.sure.start()
            return
        self.sure.stop()
        self.finish.say(say("instructor-finish"))
        self._do(self.desk.finish)

    # ---- where everything is

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        scale = Scale.of(self.width(), self.height())
        for board in (self.head, self.truth, self.facts, self.alarms, self.wall, self.running):
            board.set_scale(scale)
        for tile in (self.freeze, self.finish):
            tile.set_scale(scale)
        for part in (self.curve, self.speeds, self.story):
            part.set_scale(scale)
        self._scale = scale
        self._place()

    def _place(self) -> None:
        high = self.running.wanted_height()
        boxes = boxes_in(self.width(), self.height(), self._scale, high)
        for part, box in (
            (self.head, boxes.head),
            (self.freeze, boxes.freeze),
            (self.truth, boxes.truth),
            (self.curve, boxes.curve),
            (self.facts, boxes.facts),
            (self.alarms, boxes.alarms),
            (self.wall, boxes.wall),
            (self.running, boxes.running),
            (self.finish, boxes.finish),
        ):
            part.setGeometry(box)
        self.speeds.place(boxes.speeds)
        self.story.place(boxes.story)

    def let_go(self) -> None:
        """The lesson's window is gone: nothing is heard any more."""
        self._room.watch(None)
        self._timer.stop()
        self.close()
