"""The report of a recorded session: on which paper, how much of it, and where it goes.

A line inside the page, never a dialog over the alarm bar.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.page_kit import Button, Card, ChoiceRow
from ui.report.desk import ReportDesk, usual_sheet
from ui.report.sheet import Sheet
from ui.requests import Backend, SessionRow
from ui.words import say

ONE_PAGE, ALL = "page", "detail"


class ReportLine(Card):
    """`done` carries the sentence of what became of it."""

    done = Signal(str)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self.desk = ReportDesk(backend)
        self._row: SessionRow | None = None
        self.extent = ChoiceRow(
            say("chart-extent"),
            ((ONE_PAGE, say("chart-one-page")), (ALL, say("chart-all-pages"))),
            ONE_PAGE,
        )
        self.sheet = ChoiceRow(
            say("chart-paper"),
            tuple((one.value, say(f"chart-paper-{one.value}")) for one in Sheet),
            usual_sheet().value,
        )
        self.save = Button(say("chart-save"), "primary")
        self.print = Button(say("chart-print"))
        self.copy = Button(say("chart-copy"))
        self.leave = Button(say("form-close"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self.extent, self.sheet):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.save, self.print, self.copy, self.leave):
            row.addWidget(button)
        self.column.addLayout(row)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def offer(self, row: SessionRow) -> None:
        """Open the line for this session."""
        self._row = row
        self.show()
        self.save.setFocus()

    @property
    def _detail(self) -> bool:
        return self.extent.key() == ALL

    @property
    def _paper(self) -> Sheet:
        return Sheet(self.sheet.key())

    def _save(self) -> None:
        if self._row is not None:
            self.done.emit(self.desk.save(self._row, self._paper, detail=self._detail))

    def _print(self) -> None:
        if self._row is not None:
            self.done.emit(self.desk.print(self._row, self._paper, detail=self._detail))

    def _copy(self) -> None:
        if self._row is not None:
            self.done.emit(self.desk.copy(self._row))
