"""From an empty window to a running clinic and its tour, in the window of `chairside demo`.

Rule: the window is there at once and answers; the clinic appears in it when its past is lived.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ui.clinic_past import RISING
from ui.pace_desk import PaceDesk
from ui.running_clinic import RunningClinic
from ui.tour.setting_up import SettingUp
from ui.tour.tour_desk import TourDesk
from ui.window import MainWindow

LOOK_MS = 100


class FirstMinutes(QObject):
    """Of one window; lives as long as it. `home`: where what the tour keeps is kept."""

    def __init__(self, window: MainWindow, clinic: RunningClinic, home: Path) -> None:
        super().__init__(window)
        self._window, self._clinic = window, clinic
        self.tour = TourDesk(window, RISING.chair, home)
        self.page = SettingUp(window.shell.theme)
        window.shell.add(self.page)
        window.shell.pages.setCurrentWidget(self.page)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Until the chairs are there."""
        self.page.show_done(self._clinic.lived, self._clinic.trouble)
        if not self._clinic.ready or RISING.chair not in self._window.state.chairs:
            return
        self._timer.stop()
        PaceDesk(self._window, self._clinic)
        pages = self._window.shell.pages
        if pages.currentWidget() is self.page:
            self._window.go("wall")
        pages.removeWidget(self.page)
        self.tour.begin()
