"""The panes of one session over one axis of time: flags, drug, and the curves.

Rule 1: the curve holds the axis and the cursor; the other panes follow it, within one frame, and
        work nothing out of the session while they do.
Rule 2: a cursor that a person puts anywhere on them is the curve's own cursor.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.chair.trend_layout import SMALLEST_PX
from ui.chair.trend_view import TrendView
from ui.page_growth import Growth
from ui.review.course_facts import CourseFacts
from ui.review.dose_pane import DosePane
from ui.review.flag_strip import FlagStrip
from ui.theme import Theme
from ui.trend_model import TrendModel

DOSE_PX, LOW_DOSE_PX = 64, 34
LOW_PX = 330
"""Below this height the pane of the drug is a low one."""
LOWEST_PX = 190
"""Below this one it gives its place to the curves."""


class LinkedPanes(QWidget):
    cursor_moved = Signal(float)
    """A person put the cursor there; session seconds."""
    cursor_placed = Signal()
    """The cursor stands elsewhere now, or is gone, whoever did it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._growth = 1.0
        self._told: float | None = None
        self.flags = FlagStrip(theme)
        self.dose = DosePane(theme)
        self.curve = TrendView(theme, live=False, lane=False)
        self.curve.setMinimumSize(260, 120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.flags)
        column.addWidget(self.dose)
        column.addWidget(self.curve, 1)
        self.curve.moved.connect(self._follow)
        self.curve.cursor_moved.connect(self.cursor_moved)
        self.flags.went.connect(self.curve.take_cursor)
        self._fit()

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        self.curve.set_least_type(round(SMALLEST_PX * growth.type))
        self._fit()

    def show_session(self, model: TrendModel, facts: CourseFacts) -> None:
        """Another session; nothing of the one before is left."""
        self.show_facts(facts, model)
        self.curve.show_model(model)
        self._follow()

    def show_facts(self, facts: CourseFacts, model: TrendModel) -> None:
        self.flags.show_lines(facts.lines, facts.phases)
        self.dose.show_drug(facts.drug, model.last_s)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < LOW_PX * self._growth
        self.dose.setVisible(self.height() >= LOWEST_PX * self._growth)
        self.dose.setFixedHeight(round((LOW_DOSE_PX if low else DOSE_PX) * self._growth))

    def _follow(self) -> None:
        x, at_s = self.curve.x_scale(), self.curve.cursor_s
        self.flags.follow(x, at_s, self.curve.type_px)
        self.dose.follow(x, at_s, self.curve.type_px)
        if at_s != self._told:
            self._told = at_s
            self.cursor_placed.emit()
