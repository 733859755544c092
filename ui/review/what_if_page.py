"""«What if»: the session that is reviewed, judged anew under other limits, alarms side by side.

Rule 1: what is judged is `monitor/what_if.py`; here it is asked for in pieces, so that the window
        stays alive, and shown.
Rule 2: nothing is changed by it: no limit of any chair, no profile, no record.
Rule 3: while it judges, what stands there is of the limits before, and it says so.
Rule 4: Esc or Back leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from monitor.entries import Entry
from monitor.limits import LimitRefused
from monitor.what_if import Comparing, Comparison, Rejudging
from ui.ink import Scale
from ui.page_growth import Page
from ui.page_kit import (
    MEDIUM,
    SMALL_PX,
    STRONG,
    TITLE_PX,
    Button,
    Card,
    label,
    scrolling,
    style_sheet,
    tag,
)
from ui.replay.player import playable
from ui.requests import SessionRecord
from ui.review.heading import who_text
from ui.review.limit_choices import LimitChoices
from ui.review.moments import clock_at, date_text, opened_text
from ui.review.what_if_chart import WhatIfChart
from ui.review.what_if_list import PairList
from ui.review.what_if_text import caution_lines, count_line, outcome_lines
from ui.theme import Theme
from ui.view_state import limit_name
from ui.words import say

JUDGED_AT_ONCE = 120
"""Entries of one piece: some hundredths of a second."""
SETTLE_MS = 250
"""So long nothing is pressed before it is judged."""
CHOICES_PX = 372
CHART_PX = 250
HEADS = ("high", "medium", "low", "technical", "hour")


class WhatIfPage(Page):
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.found: Comparison | None = None
        self._record: SessionRecord | None = None
        self._entries: Sequence[Entry] = ()
        self._was: Rejudging | None = None
        self._comparing: Comparing | None = None
        self.setStyleSheet(style_sheet(theme))
        self.setAccessibleName(say("what-if-page"))
        self.who = label("", tone="second")
        self.simulated = tag(say("simulated"))
        self.leave = Button(say("what-if-back"))
        self.choices = LimitChoices()
        self.told = label("", weight=STRONG, wrap=True)
        self.counted = label("", SMALL_PX, tone="second", wrap=True)
        self.cautions = label("", SMALL_PX, tone="second", wrap=True)
        self.figures: dict[tuple[int, int], QLabel] = {}
        self.chart = WhatIfChart(theme)
        self.list = PairList(theme)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._piece = QTimer(self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.choices.changed.connect(self._settle.start)
        self._settle.timeout.connect(self._begin)
        self._piece.timeout.connect(self._go_on)
        self.list.went.connect(self.chart.choose)

    # ---- where things are

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(label(say("what-if-title"), TITLE_PX, weight=STRONG))
        top.addWidget(self.who)
        top.addWidget(self.simulated)
        top.addStretch(1)
        top.addWidget(self.leave)
        column.addLayout(top)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.choices)
        both.addLayout(self._results(), 1)
        column.addLayout(both, 1)
        self.choices.setFixedWidth(CHOICES_PX)

    def _results(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self._table())
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in (self.told, self.counted, self.cautions):
            words.addWidget(line)
        words.addStretch(1)
        head.addLayout(words, 1)
        right.addLayout(head)
        self._chart_area = scrolling(self.chart, say("what-if-chart"))
        right.addWidget(self._chart_area)
        right.addLayout(self._column_heads())
        right.addWidget(self.list, 1)
        return right

    def _table(self) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(4)
        for column, head in enumerate(HEADS, start=1):
            made = label(say(f"what-if-head-{head}"), SMALL_PX, tone="second")
            grid.addWidget(made, 0, column, Qt.AlignmentFlag.AlignRight)
        for side, name in enumerate(("what-if-was", "what-if-then")):
            grid.addWidget(label(say(name), weight=MEDIUM), side + 1, 0)
            for column in range(len(HEADS)):
                figure = self.figures[side, column] = label("–", 18, weight=STRONG)
                grid.addWidget(figure, side + 1, column + 1, Qt.AlignmentFlag.AlignRight)
        card.column.addLayout(grid)
        return card

    def _column_heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setContentsMargins(16, 0, 16, 0)
        for name in ("what-if-was", "what-if-then", ""):
            heads.addWidget(label(say(name) if name else "", SMALL_PX, tone="second"), 1)
        return heads

    def set_scale(self, scale: Scale) -> None:
        self.chart.set_scale(scale)
        super().set_scale(scale)

    def grow(self) -> None:
        super().grow()
        self.list.set_growth(self.growth.type)
        self.choices.setFixedWidth(round(CHOICES_PX * self.growth.type))
        self._fit_chart()

    def _fit_chart(self) -> None:
        """As high as it is, up to a share of the page; beyond, it scrolls."""
        most = round(CHART_PX * self.growth.control)
        self._chart_area.setFixedHeight(min(most, self.chart.wanted_height() + 2))

    # ---- what is judged

    def open(self, record: SessionRecord) -> None:
        """Raises `Refusal` when the record cannot be judged anew."""
        opened, entries = playable(record)
        self._stop()
        self._record, self._entries, self.found = record, entries, None
        self._was = Rejudging(entries)
        row = record.row
        self.who.setText(f"{date_text(row)} {opened_text(row)} · {who_text(row, opened)}")
        self.simulated.setVisible(row.simulated)
        self.choices.show_own(opened.profile)
        self.grow()
        self._begin()

    def _begin(self) -> None:
        if self._was is None:
            return
        try:
            self._comparing = Comparing(self._entries, self.choices.limits(), self._was)
        except LimitRefused as refused:
            self._stop()
            words = [limit_name(word) for word in refused.arguments]
            self.told.setText(say(refused.reason, *words))
            self.counted.setText("")
            return
        self._was = self._comparing.was
        self._piece.start(0)
        self._go_on()

    def _go_on(self) -> None:
        comparing = self._comparing
        if comparing is None:
            self._piece.stop()
        elif comparing.go_on(JUDGED_AT_ONCE):
            self._stop()
            self._show(comparing.comparison())
        else:
            self.told.setText(say("what-if-judging", round(comparing.share * 100)))

    def _stop(self) -> None:
        self._settle.stop()
        self._piece.stop()
        self._comparing = None

    def _show(self, found: Comparison) -> None:
        self.found = found
        for side, report in enumerate((found.was.report, found.then.report)):
            for column, text in enumerate(count_line(report)):
                self.figures[side, column].setText(text)
        first, *others = outcome_lines(found, self._clock)
        self.told.setText(first if self.choices.asked else say("what-if-same-limits"))
        self.counted.setText(" ".join(others))
        self.cautions.setText(" ".join(caution_lines(found)))
        self.chart.show_found(found)
        self._fit_chart()
        self.list.show_found(found, self._clock)

    def _clock(self, at_s: float) -> str:
        record = self._record
        return "" if record is None else clock_at(at_s, record.anchors, record.row)

    # ---- the window

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self._stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
