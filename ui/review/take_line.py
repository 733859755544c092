"""Where to save the table of some days as CSV: a line inside the page.

Rule 1: an existing file is replaced only when Save is pressed a second time for the same path.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.page_kit import Button, Card
from ui.requests import Backend, Refusal
from ui.review.clinic_span import Days
from ui.start.fields import Field
from ui.words import say


def usual_path(days: Days) -> Path:
    """A name that sorts by date, in the person's documents folder."""
    first, last = days
    return user_documents_path() / f"chairside-clinic-{first}-{last}.csv"


class TakeLine(Card):
    """`done` carries the sentence of what became of it; `gone`: the line is closed."""

    done = Signal(str)
    gone = Signal()

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._days: Days | None = None
        self._confirmed = ""
        self.path = Field(say("figures-take-path"), most=400)
        self.path.line.last = True
        self.save = Button(say("export-save"), "primary")
        self.not_now = Button(say("export-cancel"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.path, 1)
        row.addWidget(self.save)
        row.addWidget(self.not_now)
        self.column.addLayout(row)
        self.path.edited.connect(self._edited)
        self.save.clicked.connect(self._save)
        self.not_now.clicked.connect(self.leave)
        self.hide()

    def offer(self, days: Days) -> None:
        """Open the line for these days."""
        self._days, self._confirmed = days, ""
        self.path.line.setText(str(usual_path(days)))
        self.path.refuse("")
        self.show()
        self.path.line.setFocus()

    def leave(self) -> None:
        self.hide()
        self.gone.emit()

    def _edited(self) -> None:
        self._confirmed = ""
        self.path.refuse("")

    def _save(self) -> None:
        path = self.path.text().strip()
        if self._days is None:
            return
        if not path:
            self.path.refuse(say("export-no-path"))
            return
        if path != self._confirmed and Path(path).expanduser().exists():
            self._confirmed = path
            self.path.refuse(say("export-exists", path))
            return
        try:
            self._backend.take_period(*self._days, path)
        except Refusal as refusal:
            self.path.refuse(str(refusal))
            return
        self.leave()
        self.done.emit(say("figures-taken", path))
