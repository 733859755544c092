"""Downtime sheets: for whom, as a PDF or on the printer. What became of it is said in the card.

Rule: the PDF goes where the person's documents are, under a name that sorts by time; a file that
      exists is never replaced, and no dialog is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QHBoxLayout

from data.day_book import TodayEntry
from ui.clinic_day.downtime_sheet import paint_sheets
from ui.clinic_day.downtime_text import DowntimeSheet, downtime_sheet
from ui.page_kit import Button, Card, ChoiceRow, label
from ui.paper import lay_out_page
from ui.paper_file import UnwritablePage, save_pdf
from ui.requests import Backend, Refusal
from ui.words import say

LIST, BLANK = "list", "blank"


class PaperCard(Card):
    """`local_now` is the local time of day; `folder` None = the person's documents."""

    def __init__(self, backend: Backend, local_now: Callable[[], datetime]) -> None:
        super().__init__(say("day-paper-title"))
        self.folder: Path | None = None
        self._backend, self._now = backend, local_now
        self._entries: tuple[TodayEntry, ...] = ()
        choices = [(LIST, say("day-paper-list", 0)), (BLANK, say("day-paper-blank"))]
        self.whom = ChoiceRow(say("day-paper-for"), choices, BLANK)
        self.save = Button(say("day-paper-save"), "primary")
        self.print = Button(say("day-paper-print"))
        self.message = label("", wrap=True)
        self.column.addWidget(label(say("day-paper-what"), tone="second", wrap=True))
        self.column.addWidget(self.whom)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.save)
        line.addWidget(self.print)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.message)
        self.column.addWidget(label(say("disclaimer"), tone="second", wrap=True))
        self.message.hide()
        self.save.clicked.connect(lambda: self._say(self._saved()))
        self.print.clicked.connect(self._print)

    def show_entries(self, entries: Sequence[TodayEntry]) -> None:
        """Today's list as it is now; an empty one leaves the blank sheet."""
        if not self._entries and entries:
            self.whom.choose(LIST)
        elif not entries:
            self.whom.choose(BLANK)
        self._entries = tuple(entries)
        listed = self.whom.button(LIST)
        listed.say(say("day-paper-list", len(self._entries)))
        listed.setEnabled(bool(self._entries))

    def sheets(self) -> list[DowntimeSheet]:
        """Raises `Refusal` when the record cannot be read."""
        if self.whom.key() == BLANK:
            return [self._sheet(None)]
        return [self._sheet(entry) for entry in self._entries]

    def _sheet(self, entry: TodayEntry | None) -> DowntimeSheet:
        now = self._now()
        return downtime_sheet(
            entry,
            None if entry is None else self._backend.course(entry.patient_id),
            clinic=self._backend.clinic().name,
            date=now.strftime("%Y-%m-%d"),
            made=now.strftime("%Y-%m-%d %H:%M"),
            practice=self._backend.demo,
        )

    def _print(self) -> None:
        """On the usual printer; without one they are saved instead."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 -- it is rare

        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            self._say(say("day-paper-no-printer", self._saved()))
            return
        printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
        try:
            done = self._paint(printer)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        words = "day-paper-printed" if done else "day-paper-failed"
        self._say(say(words, usual.printerName()))

    def _saved(self) -> str:
        stem = f"chairside-downtime-{self._now().strftime('%Y-%m-%d')}"
        try:
            path = save_pdf(self.folder, stem, say("downtime-title"), self._paint)
        except Refusal as refusal:
            return str(refusal)
        except UnwritablePage as error:
            return say("day-paper-failed", error.path)
        return say("day-paper-saved", path)

    def _paint(self, device: QPagedPaintDevice) -> bool:
        """Raises `Refusal`: who may have them is asked before anything is painted."""
        self._backend.want_print("downtime")
        sheets = self.sheets()
        lay_out_page(device)
        return paint_sheets(device, sheets)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()
