"""Today's list: one tap on a line, and the patient and the chair are filled in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout

from data.day_book import TodayEntry
from ui.page_kit import MEDIUM, SMALL_PX, STRONG, Button, Card, label
from ui.profiles import profile_label
from ui.words import say

LINE_PX = 64


class TodayLine(Button):
    """One expected patient; the words are labels that let the tap through."""

    def __init__(self, entry: TodayEntry) -> None:
        super().__init__("", "slim")
        self.entry = entry
        self.setMinimumHeight(LINE_PX)
        self._words = QGridLayout(self)
        self._words.setContentsMargins(14, 6, 14, 6)
        self._words.setHorizontalSpacing(14)
        self._words.setVerticalSpacing(0)
        self._words.setColumnStretch(1, 1)
        chair = "" if entry.chair is None else say("today-chair", entry.chair)
        below = " · ".join(
            part for part in (entry.profile and profile_label(entry.profile), entry.note) if part
        )
        self._put(label(entry.at or say("today-no-time"), weight=MEDIUM), 0, 0, rows=2)
        self._put(label(who(entry), weight=STRONG), 0, 1, rows=1 if below else 2)
        self._put(label(chair, tone="second"), 0, 2, rows=2)
        if below:
            self._put(label(below, SMALL_PX, tone="second"), 1, 1)
        spoken = (entry.at, who(entry), chair, below)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def _put(self, words: QLabel, line: int, column: int, rows: int = 1) -> None:
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.addWidget(words, line, column, rows, 1)


class TodayList(Card):
    """`chosen` carries the `TodayEntry` that was tapped."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("today-heading"))
        self.lines: list[TodayLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.empty = label(say("today-empty"), tone="second", wrap=True)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def fill(self, entries: Iterable[TodayEntry]) -> bool:
        """Show these in order of their times; True if there is a change in what is shown."""
        wanted = sorted(entries, key=lambda one: (one.at or "99", one.patient_id))
        if wanted == [line.entry for line in self.lines]:
            return False
        for line in self.lines:
            self._rows.removeWidget(line)
            line.deleteLater()
        self.lines = [self._line(entry) for entry in wanted]
        self.empty.setVisible(not wanted)
        return True

    def named(self, patient_id: str) -> TodayEntry | None:
        """The line of this patient; None = she is not on the list."""
        return next((one.entry for one in self.lines if one.entry.patient_id == patient_id), None)

    def _line(self, entry: TodayEntry) -> TodayLine:
        line = TodayLine(entry)
        line.clicked.connect(lambda: self.chosen.emit(entry))
        self._rows.addWidget(line)
        return line


def who(entry: TodayEntry) -> str:
    return " · ".join(part for part in (f"#{entry.patient_id}", entry.initials) if part)
