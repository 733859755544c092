"""The card of the backup: when the last one was verified, where they go, and one button.

Rule 1: it says what is true of the folder now; nobody ticks a backup by hand.
Rule 2: while one is being made the button says how far it has got; nothing waits for it.
Rule 3: a folder counts when it was put in place with its own button, not while it is typed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from monitor.station import utc_offset_min
from ui.backup_text import moment_text, sessions_text, size_text
from ui.doors import BackupView
from ui.page_kit import SMALL_PX, STRONG, Button, Card, label, set_tone
from ui.start.fields import Input
from ui.words import say


class BackupCard(Card):
    """`asked` = back up now, `folder_asked` carries what was typed; `grown` after new words."""

    asked = Signal()
    folder_asked = Signal(str)
    grown = Signal()

    def __init__(self, offset_min: Callable[[float], int] = utc_offset_min) -> None:
        super().__init__(say("backup-title"))
        self._offset_min = offset_min
        self._view: BackupView | None = None
        self.state = label("", weight=STRONG, wrap=True)
        self.trouble = label("", SMALL_PX, wrap=True, tone="caution")
        self.beside = label("", SMALL_PX, wrap=True, tone="second")
        self.folder = Input(say("backup-folder"), say("backup-folder"))
        self.folder.last = True
        self.keep = Button(say("backup-keep-folder"), "slim")
        self.now = Button(say("backup-now"))
        self.where = label(say("backup-folder"), SMALL_PX, tone="second")
        self._lay_out()
        self.now.clicked.connect(self.asked)
        self.keep.clicked.connect(lambda: self.folder_asked.emit(self.folder.text()))
        self.folder.textEdited.connect(self._offer)
        self.show_view(BackupView())

    def _lay_out(self) -> None:
        for part in (self.state, self.trouble, self.beside):
            self.column.addWidget(part)
        self.column.addSpacing(4)
        self.column.addWidget(self.where)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.folder, 1)
        row.addWidget(self.keep)
        self.column.addLayout(row)
        self.column.addWidget(self.now)

    def show_view(self, view: BackupView) -> bool:
        """True when another backup is the last one now."""
        before, self._view = self._view, view
        if view == before:
            return False
        if before is None or view.folder != before.folder:
            self.folder.setText(view.folder)
        set_tone(self.state, "" if view.last is not None and not view.overdue else "second")
        self.state.setText(_state(view, self._offset_min))
        for part, text in ((self.trouble, _trouble(view)), (self.beside, _beside(view))):
            part.setText(text)
            part.setVisible(bool(text))
        self.now.say(say(f"backup-stage-{view.stage}") if view.stage else say("backup-now"))
        self.now.setEnabled(not view.stage)
        for shown in (self.state, self.folder, self.now, self.where):
            shown.setVisible(view.possible)
        self._offer()
        self.grown.emit()
        return before is not None and view.last != before.last

    def _offer(self) -> None:
        """The button beside the folder is there while it would change something."""
        view = self._view
        typed = self.folder.text().strip()
        self.keep.setVisible(view is not None and view.possible and typed != view.folder)


def _state(view: BackupView, offset_min: Callable[[float], int]) -> str:
    last = view.last
    if last is None:
        return say("backup-never")
    at = moment_text(last.at_utc_s, offset_min(last.at_utc_s))
    if last.sessions is None:
        return say("backup-last-bare", at, size_text(last.size))
    return say("backup-last", at, sessions_text(last.sessions), size_text(last.size))


def _trouble(view: BackupView) -> str:
    if view.failure:
        return view.failure[:1].upper() + view.failure[1:]
    if view.last is not None and view.overdue:
        return say("backup-overdue", f"{view.every_h:g}")
    return ""


def _beside(view: BackupView) -> str:
    """What else is to be known: where it lies, and that it is made by itself."""
    if not view.possible:
        return ""
    same = view.last is not None and view.last.same_disk
    parts = [say("backup-same-disk")] if same else []
    if view.by_itself:
        parts.append(say("backup-by-itself"))
    return " ".join(parts)
