"""From a demo's menu to the trainings of this computer: the newest first, the others beside.

Rule: only read; a training that goes on in another window is shown as far as it is on the disk.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ui.debrief.debrief_page import DebriefPage
from ui.debrief.past import PastTrainings
from ui.window import MainWindow


class PastDesk(QObject):
    """Of one window; lives as long as it. `path` is the record of the trainings."""

    def __init__(self, window: MainWindow, path: Path, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._past, self._folder = window, PastTrainings(path), folder
        self._page: DebriefPage | None = None
        window.shell.trainings_offered = True
        window.shell.trainings_asked.connect(self.show_newest)

    @property
    def page(self) -> DebriefPage:
        """Made when it is looked at first."""
        if self._page is None:
            self._page = DebriefPage(self._past, self._window.shell.theme)
            self._page.closed.connect(self._window.shell.page_left)
            self._page.print_asked.connect(self.print)
            self._window.shell.add(self._page)
        return self._page

    def show(self, session_id: str | None) -> None:
        """The training of this id; None = the newest one."""
        self.page.show_training(session_id)
        self._window.shell.panels.close_all()
        self._window.shell.pages.setCurrentWidget(self.page)

    def show_newest(self) -> None:
        self.show(None)

    def print(self) -> None:
        """As a file; the page says where it is."""
        from ui.debrief.paper import save_debrief  # noqa: PLC0415 -- only who prints needs it

        if self.page.shown is not None:
            self.page.tell(save_debrief(self.page.shown, self._folder))
