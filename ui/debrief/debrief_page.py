"""The debrief: the score, the course, what was wanted, the alarms, on one page that scrolls.

Rule 1: nothing is decided here; `ui/debrief/past.py` reads, `ui/debrief/facts.py` says.
Rule 2: it is simulated from head to foot, and says so in its first line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.debrief.alarms_board import AlarmsBoard
from ui.debrief.course import course_of
from ui.debrief.course_chart import CourseChart
from ui.debrief.past import Past, PastTrainings
from ui.debrief.score_board import ScoreBoard
from ui.debrief.wanted_board import WantedBoard
from ui.ink import Scale
from ui.page_growth import Page
from ui.page_kit import SMALL_PX, STRONG, TITLE_PX, Button, label, scrolling, style_sheet, tag
from ui.requests import Refusal
from ui.theme import Theme
from ui.words import say

GAP_PX = 14
OLDER, NEWER = "‹", "›"
SCORE_SHARE, WANTED_SHARE = 0.25, 0.58


class DebriefPage(Page):
    closed = Signal()
    print_asked = Signal()

    def __init__(self, past: PastTrainings, theme: Theme) -> None:
        super().__init__()
        self._past = past
        self._scale = Scale()
        self._ids: tuple[str, ...] = ()
        self._at = 0
        self.shown: Past | None = None
        """The training on the page; None = there is none."""
        self.setStyleSheet(style_sheet(theme))
        self.score, self.chart = ScoreBoard(theme), CourseChart(theme)
        self.wanted, self.alarms = WantedBoard(theme), AlarmsBoard(theme)
        self._inner = QWidget()
        self._boards = (self.score, self.chart, self.wanted, self.alarms)
        for board in self._boards:
            board.setParent(self._inner)
        self.area = scrolling(self._inner, say("debrief-title"))
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.viewport().installEventFilter(self)
        self.told = label("", SMALL_PX, tone="second", wrap=True)
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.area, 1)

    def _head(self) -> QHBoxLayout:
        self.title = label(say("debrief-title"), TITLE_PX, weight=STRONG)
        self.older, self.newer = Button(OLDER, "slim"), Button(NEWER, "slim")
        self.older.setAccessibleName(say("debrief-older"))
        self.newer.setAccessibleName(say("debrief-newer"))
        self.place = label("", tone="second")
        self.print, self.leave = Button(say("debrief-print")), Button(say("debrief-close"))
        self.older.clicked.connect(lambda: self._step(1))
        self.newer.clicked.connect(lambda: self._step(-1))
        self.print.clicked.connect(self.print_asked)
        self.leave.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(tag(say("simulated")))
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self.told)
        row.addLayout(words, 1)
        for widget in (self.older, self.place, self.newer, self.print, self.leave):
            row.addWidget(widget)
        return row

    # ---- what is shown

    def show_training(self, session_id: str | None = None) -> None:
        """The training of this id; None = the newest one."""
        try:
            self._ids = self._past.ids()
        except Refusal as refusal:
            self._show(None, str(refusal))
            return
        known = session_id is not None and session_id in self._ids
        self._at = self._ids.index(session_id) if known and session_id is not None else 0
        self._read()

    def tell(self, sentence: str) -> None:
        """What became of what was asked, in the place of the head's words."""
        self.told.setText(sentence)

    def _step(self, older: int) -> None:
        self._at = min(max(0, self._at + older), max(0, len(self._ids) - 1))
        self._read()

    def _read(self) -> None:
        if not self._ids:
            self._show(None, say("debrief-none"))
            return
        try:
            self._show(self._past.one(self._ids[self._at]), "")
        except Refusal as refusal:
            self._show(None, str(refusal))

    def _show(self, past: Past | None, why: str) -> None:
        self.shown = past
        self.older.setEnabled(self._at + 1 < len(self._ids))
        self.newer.setEnabled(self._at > 0)
        self.print.setEnabled(past is not None)
        many = len(self._ids) > 1
        for widget in (self.older, self.place, self.newer):
            widget.setVisible(many)
        self.place.setText(say("debrief-place", self._at + 1, len(self._ids)))
        self.told.setText(why if past is None else " · ".join(past.words.head))
        self._inner.setVisible(past is not None)
        if past is not None:
            self.score.show_words(past.words)
            self.wanted.show_words(past.words)
            self.alarms.show_words(past.words)
            self.chart.show_course(course_of(past.debrief, past.entries))
            self.area.verticalScrollBar().setValue(0)
            self._place()

    # ---- where everything is

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for board in self._boards:
            board.set_scale(scale)
        super().set_scale(scale)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """The area is laid out after the page, when the page was made out of sight."""
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Two rows of two; each row as high as its higher one."""
        gap = self._scale.px(GAP_PX, 8)
        width = self.area.viewport().width() - gap
        left = round(width * SCORE_SHARE)
        right = width - left - gap
        self.score.setGeometry(0, 0, left, self.score.height())
        first = max(self.score.wanted_height(left), self.chart.wanted_height(right))
        self.score.setGeometry(0, 0, left, first)
        self.chart.setGeometry(left + gap, 0, right, first)
        left = round(width * WANTED_SHARE)
        right = width - left - gap
        second = max(self.wanted.wanted_height(left), self.alarms.wanted_height(right))
        self.wanted.setGeometry(0, first + gap, left, second)
        self.alarms.setGeometry(left + gap, first + gap, right, second)
        self._inner.setMinimumHeight(first + gap + second)
