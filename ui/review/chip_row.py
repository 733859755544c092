"""What narrows the list, as chips in a row: one press takes one off, the last takes all off.

Rule: the row is as high as its chips need at the width that it has, and gone when there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.page_growth import Growth, grow
from ui.page_kit import SMALL_PX, Button
from ui.review.narrowed import Chip
from ui.words import say

CHIP_PX, GAP_PX = 48, 6


class ChipRow(QWidget):
    """`taken_off` carries a `Chip`."""

    taken_off = Signal(object)
    all_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[Button] = []
        self._shown: tuple[Chip, ...] = ()
        self._growth = Growth()
        self.clear = Button(say("filter-all-off"), "slim", SMALL_PX)
        self.clear.setParent(self)
        self.clear.setMinimumHeight(CHIP_PX)
        self.clear.clicked.connect(self.all_off)
        self.setAccessibleName(say("filter-chips"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def grow(self, growth: Growth) -> None:
        self._growth = growth
        self._place()

    def show_chips(self, chips: Sequence[Chip], *, typed: bool) -> None:
        """`typed`: words narrow the list too; then all can be taken off with one press here."""
        if tuple(chips) != self._shown:
            self._shown = tuple(chips)
            self._make()
        self.setVisible(bool(chips) or typed)
        self._place()

    def _make(self) -> None:
        focused = any(chip.hasFocus() for chip in self.chips)
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.chips = []
        for chip in self._shown:
            button = Button(say("filter-chip", chip.text), "slim", SMALL_PX)
            button.setAccessibleName(say("filter-take-off", chip.text))
            button.setMinimumHeight(CHIP_PX)
            button.setParent(self)
            button.clicked.connect(lambda _checked=False, chip=chip: self.taken_off.emit(chip))
            grow(button, self._growth)
            button.show()
            self.chips.append(button)
        before: QWidget = self
        for after in (*self.chips, self.clear):
            QWidget.setTabOrder(before, after)
            before = after
        if focused:
            (self.chips[0] if self.chips else self.clear).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """One after another, and below where there is no room."""
        gap, left, top, high = GAP_PX, 0, 0, 0
        for button in (*self.chips, self.clear):
            wanted = button.sizeHint().expandedTo(button.minimumSize())
            wide = min(wanted.width(), max(1, self.width()))
            if left and left + wide > self.width():
                left, top = 0, top + high + gap
            high = max(high, wanted.height()) if left else wanted.height()
            button.setGeometry(left, top, wide, wanted.height())
            left += wide + gap
        if self.height() != top + high:
            self.setFixedHeight(top + high)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, self.height())
