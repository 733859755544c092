"""Backups that are only talked of."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.doors import BackupView
from ui.requests import Refusal


@dataclass
class BackupsInMemory:
    """`BackupDoor`. Set `now` for what is shown; `refused` is what every wish is refused with."""

    now: BackupView = field(default_factory=lambda: BackupView(folder="/media/backup"))
    asked: list[str] = field(default_factory=list)
    refused: str = ""

    def view(self) -> BackupView:
        return self.now

    def back_up(self) -> None:
        self._ask("now")

    def keep_folder(self, folder: str) -> None:
        self._ask(folder)

    def _ask(self, what: str) -> None:
        if self.refused:
            raise Refusal(self.refused)
        self.asked.append(what)
