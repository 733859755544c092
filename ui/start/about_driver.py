"""All there is to know of one monitor before it is trusted: cable, line, requests, quality.

Rule: what has not been done is said as plainly as what has; a mark never stands without words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.page_kit import HEADING_PX, SMALL_PX, STRONG, TEXT_PX, Button, label
from ui.requests import DriverChoice
from ui.start.devices import given, joined
from ui.words import say

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


def facts_of(choice: DriverChoice) -> list[tuple[str, str]]:
    """(what, value) in words."""
    sends = "\n".join(choice.sends) or say("about-sends-nothing")
    cuff = "about-cuff-can" if choice.can_start_cuff else "about-cuff-cannot"
    return [
        (say("about-gives"), joined(given(choice.signs))),
        (say("about-cable"), choice.cable),
        (say("about-line"), choice.line),
        (say("about-sends"), sends),
        (say("about-cuff"), say(cuff)),
    ]


def quality_of(choice: DriverChoice) -> list[tuple[str, str, str]]:
    """(mark, words, the same for a screen reader) of each row of the quality list."""
    rows = []
    for what, state, why in choice.quality:
        words = say("quality-why", what, why) if why else what
        rows.append((say(f"quality-{state}"), words, say(f"quality-said-{state}", words)))
    return rows


class AboutDriver(QWidget):
    """Stands where the choosing stands; `closed` asks for that again, `built` for its growth."""

    closed = Signal()
    built = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", HEADING_PX, weight=STRONG, wrap=True)
        self.back = Button(say("device-about-back"), "slim")
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self.back.clicked.connect(self.closed)

    def words(self) -> list[str]:
        """Everything that stands here, from top to bottom."""
        return [one.text() for one in self._body.findChildren(QLabel)]

    def show_driver(self, choice: DriverChoice) -> None:
        self.title.setText(choice.title)
        old, self._body = self._body, QWidget()
        self._column.replaceWidget(old, self._body)
        old.deleteLater()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        facts = [(what, value) for what, value in facts_of(choice) if value]
        for what, value in facts:
            self._line(grid, label(what, SMALL_PX, tone="second"), label(value, wrap=True))
        heading = label(say("about-quality"), TEXT_PX, weight=STRONG, wrap=True)
        heading.setContentsMargins(0, 8, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for mark, words, spoken in quality_of(choice):
            row = self._line(grid, label(mark, weight=STRONG), label(words, wrap=True))
            row.setAccessibleName(spoken)
        key = label(say("quality-key"), SMALL_PX, tone="second", wrap=True)
        grid.addWidget(key, grid.rowCount(), 0, 1, 2)
        self.built.emit()

    @staticmethod
    def _line(grid: QGridLayout, left: QLabel, right: QLabel) -> QLabel:
        at = grid.rowCount()
        left.setAlignment(TOP_LEFT)
        right.setAlignment(TOP_LEFT)
        grid.addWidget(left, at, 0)
        grid.addWidget(right, at, 1)
        return right
