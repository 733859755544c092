"""The clinic's sessions of some days together: by route, how spread, and what alarms were worth.

Rule 1: nothing here is about a single patient (`clinic_figures.py`).
Rule 2: it reads the record and never changes it. Esc goes back to the list of sessions.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from data.period import Period, SessionFigures
from ui.page_growth import Page, grow
from ui.page_kit import (
    SMALL_PX,
    STRONG,
    TITLE_PX,
    Button,
    ChoiceRow,
    label,
    style_sheet,
    tag,
)
from ui.requests import Backend, Refusal
from ui.review.alarm_figures import alarm_figures
from ui.review.clinic_figures import ALL, LEAST, WATCHED, Measure, groups, spread_of
from ui.review.clinic_span import Days, pieces
from ui.review.day_choice import DayChoice
from ui.review.figure_row import FigureRow
from ui.review.histogram import Histogram
from ui.review.take_line import TakeLine
from ui.theme import Theme
from ui.words import grouped, say

COLUMNS = 3


class ClinicView(Page):
    """`wall` is Unix seconds: the period around today is shown first."""

    closed = Signal()

    def __init__(
        self, backend: Backend, theme: Theme, wall: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self._backend, self._wall = backend, wall
        self.period: Period | None = None
        self._left: list[Days] = []
        """What is still to be read."""
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._group = ALL
        self.setStyleSheet(style_sheet(theme))
        self.choice = DayChoice(self._today)
        self.take = Button(say("figures-take"))
        self.leave = Button(say("figures-back"))
        self.simulated = tag(say("simulated"))
        self.simulated.setVisible(backend.demo)
        self.take_line = TakeLine(backend)
        self.outcome = label("", wrap=True)
        self.message = label("", tone="second", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = label("", SMALL_PX, tone="second", wrap=True)
        self.routes: ChoiceRow | None = None
        self.figures = FigureRow(theme)
        self.histograms = [Histogram(theme, measure) for measure in Measure]
        self._lay_out()
        self._connect()

    # ---- how it is laid out

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addLayout(self._top())
        column.addWidget(self.choice)
        for widget in (self.take_line, self.outcome):
            column.addWidget(widget)
        self.outcome.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self._numbers())
        column.addWidget(self._stack, 1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(label(say("figures-title"), TITLE_PX, weight=STRONG))
        top.addWidget(self.simulated)
        top.addStretch(1)
        top.addWidget(self.take)
        top.addWidget(self.leave)
        return top

    def _numbers(self) -> QWidget:
        made = QWidget()
        made.setProperty("part", "bare")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._route_place = QHBoxLayout()
        self._route_place.setSpacing(16)
        column.addLayout(self._route_place)
        column.addWidget(self.figures)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, histogram in enumerate(self.histograms):
            grid.addWidget(histogram, *divmod(place, COLUMNS))
        column.addLayout(grid, 1)
        self._route_place.addWidget(self.note, 1)
        return made

    def _connect(self) -> None:
        self._next.timeout.connect(self._go_on)
        self.choice.changed.connect(self.reload)
        self.choice.wrong.connect(self._say)
        self.take.clicked.connect(self._offer)
        self.take_line.done.connect(self._say)
        self.take_line.gone.connect(self._make_room)
        self.leave.clicked.connect(self.closed)

    def grow(self) -> None:
        super().grow()
        self.figures.grow(self.growth.type)
        for histogram in self.histograms:
            histogram.growth = self.growth.type

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            self.choice.focus()

    def _today(self) -> date:
        return datetime.fromtimestamp(self._wall(), UTC).astimezone().date()

    # ---- what is shown

    def reload(self) -> None:
        """Read these days anew, a month at a time; between two the window lives on."""
        self._say("")
        self.take_line.leave()
        self.period = None
        first, last = self.choice.days
        self._left = pieces(self.choice.days)
        self._read = Period(first, last)
        self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            return
        try:
            found = self._backend.period(*self._left.pop(0))
        except Refusal as refusal:
            self._left = []
            self._tell(str(refusal))
            return
        self._read = replace(
            self._read,
            sessions=self._read.sessions + found.sessions,
            unreadable=self._read.unreadable + found.unreadable,
        )
        if self._left:
            self._tell(say("figures-reading", grouped(len(self._read.sessions))))
            self._next.start()
        else:
            self._show(self._read)

    def _show(self, found: Period) -> None:
        self.period = found
        if not found.sessions and not found.unreadable:
            self._tell(say("figures-none"))
            return
        self._offer_groups(found)
        self._show_group(self._group)
        self.take.setEnabled(True)
        self._stack.setCurrentIndex(1)

    def _offer_groups(self, found: Period) -> None:
        known = groups(found)
        if self._group not in known:
            self._group = ALL
        choices = [(name, _group_text(name, len(chosen))) for name, chosen in known.items()]
        if self.routes is not None:
            self._route_place.removeWidget(self.routes)
            self.routes.deleteLater()
        self.routes = ChoiceRow(say("figures-route"), choices, self._group)
        self.routes.changed.connect(self._show_group)
        self._route_place.insertWidget(0, self.routes)
        grow(self.routes, self.growth)
        QWidget.setTabOrder(self.choice.show_days, self.routes)

    def _show_group(self, name: str) -> None:
        if self.period is None:
            return
        self._group = name
        chosen = groups(self.period)[name]
        self.figures.show_figures(alarm_figures(chosen))
        for histogram in self.histograms:
            histogram.show_spread(spread_of(histogram.measure, chosen))
        self.note.setText(self._note_about(chosen, self.period))

    @staticmethod
    def _note_about(chosen: tuple[SessionFigures, ...], period: Period) -> str:
        told = [say("figures-nobody", LEAST)] if len(chosen) < LEAST else []
        if period.unreadable == 1:
            told.append(say("figures-unreadable-one"))
        elif period.unreadable:
            told.append(say("figures-unreadable", period.unreadable))
        return " ".join(told)

    def _tell(self, sentence: str) -> None:
        self.take.setEnabled(False)
        self.message.setText(sentence)
        self._stack.setCurrentIndex(0)

    def _offer(self) -> None:
        self._say("")
        self.take_line.offer(self.choice.days)
        self._make_room()

    def _make_room(self) -> None:
        """On a low page the line and the figures have the same place."""
        self.figures.setVisible(self.take_line.isHidden())

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.take_line.isHidden():
            self.take_line.leave()
            self.take.setFocus()
        else:
            self.closed.emit()


def _group_text(name: str, many: int) -> str:
    if name == ALL:
        return say("figures-all", grouped(many))
    if name == WATCHED:
        return say("figures-watched", grouped(many))
    return say("figures-route-count", say(f"route-{name}"), grouped(many))
