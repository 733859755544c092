"""Today's list from a file: one tap on a file that was found, or its path typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.clinic_day.list_files import files_in
from ui.page_kit import SMALL_PX, Button, Card, label
from ui.start.fields import Input
from ui.words import say


class FileCard(Card):
    """`taken` carries the path of a file that is to be read."""

    taken = Signal(str)
    wrong = Signal(str)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__(say("day-bring"))
        self.folders: Sequence[Path] | None = None
        """None = downloads, documents and desktop of who uses this computer."""
        self.path = Input(say("day-bring-path"), say("day-bring-path"))
        self.path.last = True
        self.take = Button(say("day-bring-take"))
        self.look = Button(say("day-bring-look"))
        self.found: list[Button] = []
        self.none = label("", SMALL_PX, tone="second", wrap=True)
        self._files = QVBoxLayout()
        self._files.setSpacing(6)
        self.column.addWidget(label(say("day-bring-how"), SMALL_PX, tone="second", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.path, 1)
        line.addWidget(self.take)
        line.addWidget(self.look)
        self.column.addLayout(line)
        self.column.addWidget(self.none)
        self.column.addLayout(self._files)
        self.none.hide()
        self.take.clicked.connect(self._take)
        self.look.clicked.connect(self.show_files)

    def show_files(self) -> None:
        """Look for files now."""
        usual = (user_downloads_path(), user_documents_path(), user_desktop_path())
        folders = usual if self.folders is None else self.folders
        for button in self.found:
            self._files.removeWidget(button)
            button.deleteLater()
        self.found = [self._file(path) for path in files_in(folders)]
        self.none.setText(say("day-bring-none", ", ".join(str(folder) for folder in folders)))
        self.none.setVisible(not self.found)
        self.grown.emit()

    def _file(self, path: Path) -> Button:
        button = Button(f"{path.name}  ·  {path.parent.name}", "slim")
        button.clicked.connect(lambda: self.taken.emit(str(path)))
        self._files.addWidget(button)
        return button

    def _take(self) -> None:
        path = self.path.text().strip()
        if path:
            self.taken.emit(path)
        else:
            self.wrong.emit(say("day-bring-no-path"))
            self.path.setFocus()
