"""Today's list, to be typed, changed, scanned or brought from a file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.day_book import TodayEntry
from ui.clinic_day.file_card import FileCard
from ui.clinic_day.line_form import LineForm
from ui.start.today_list import TodayList


class TodayPart(QWidget):
    """The list on the left, one of its lines and the files on the right."""

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list, self.form, self.file = TodayList(), LineForm(), FileCard()
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        right.setSpacing(12)
        right.addWidget(self.form)
        right.addWidget(self.file)
        right.addStretch(1)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.list.chosen.connect(self.form.show_line)
        self.file.grown.connect(self.grown)

    def show_entries(self, entries: Iterable[TodayEntry]) -> None:
        there = list(entries)
        if self.list.fill(there):
            self.grown.emit()
        if self.form.edited and self.list.named(self.form.edited) is None:
            self.form.show_line(None)

    def scan(self, patient_id: str) -> bool:
        """A label was read: her line is shown, or a new one begun; False = a new one."""
        known = self.list.named(patient_id)
        if known is None:
            self.form.name_patient(patient_id)
        else:
            self.form.show_line(known)
        return known is not None
