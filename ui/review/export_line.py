"""Where to save a session as CSV: a line inside the page, never a dialog over the alarm bar.

Rule 1: an existing file is replaced only when Save is pressed a second time for the same path.
"""

from __future__ import annotations

import re
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.page_kit import Button, Card
from ui.requests import Backend, Refusal, SessionRow
from ui.review.moments import date_text, opened_text
from ui.start.fields import Field
from ui.words import say


def usual_path(row: SessionRow) -> Path:
    """A name that sorts by date, in the person's documents folder; it does not say who it was."""
    which = re.sub(r"[^A-Za-z0-9_-]+", "-", row.session_id).strip("-")[-8:] or "session"
    when = f"{date_text(row)}-{opened_text(row).replace(':', '')}"
    return user_documents_path() / f"chairside-{when}-{which}.csv"


class ExportLine(Card):
    """`done` carries the sentence of what became of it."""

    done = Signal(str)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._session_id = ""
        self._confirmed = ""
        self.path = Field(say("export-path"), most=400)
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
        self.not_now.clicked.connect(self.hide)
        self.hide()

    def offer(self, row: SessionRow) -> None:
        """Open the line for this session."""
        self._session_id = row.session_id
        self._confirmed = ""
        self.path.line.setText(str(usual_path(row)))
        self.path.refuse("")
        self.show()
        self.path.line.setFocus()

    def _edited(self) -> None:
        self._confirmed = ""
        self.path.refuse("")

    def _save(self) -> None:
        path = self.path.text().strip()
        if not path:
            self.path.refuse(say("export-no-path"))
            return
        if path != self._confirmed and Path(path).exists():
            self._confirmed = path
            self.path.refuse(say("export-exists", path))
            return
        try:
            self._backend.export(self._session_id, "csv", path)
        except Refusal as refusal:
            self.path.refuse(str(refusal))
            return
        self.hide()
        self.done.emit(say("export-done", path))
