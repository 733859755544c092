"""A real window on a still clock with two chairs in it, and a tour of chair 2."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pictures
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from window_desk import WindowDesk

from monitor.picture import ChairPicture
from ui.tour.steps import STEPS
from ui.tour.tour_desk import TourDesk

CHAIR = 2
SIZES = [(1024, 640), (1280, 720), (1920, 1080)]


class TourStage:
    def __init__(self, desk: WindowDesk, home: Path) -> None:
        self.desk = desk
        self.window, self.shell = desk.window, desk.window.shell
        self.show(pictures.calm())
        desk.backend.publish(replace(pictures.calm(), chair=1, session_id="s-1"))
        desk.turn()
        self.window.state.pace = "×1"
        self.window.go("wall")
        desk.turn()
        self.tour = TourDesk(self.window, CHAIR, home)

    def show(self, picture: ChairPicture) -> None:
        """This is what the tour's chair shows from now on."""
        self.desk.show(replace(picture, chair=CHAIR))
        if hasattr(self, "tour"):
            self.tour.look()

    def to_step(self, name: str) -> None:
        """By hand, on or back: an alarm that waits has taken the tour to its own step."""
        self.window.show_chair(CHAIR)
        self.look()
        wanted = next(at for at, step in enumerate(STEPS) if step.name == name)
        while self.tour.tour.at < wanted:
            self.tour.on()
        while self.tour.tour.at > wanted:
            self.tour.back()

    def look(self) -> None:
        """No time goes by: a program of which nothing is heard for long covers everything."""
        self.desk.turn(0.0)
        self.tour.look()

    def looked(self) -> str:
        """What it says after another look; empty = it is not there."""
        self.look()
        return self.words if self.shown else ""

    @property
    def name(self) -> str:
        return "" if self.tour.tour.over else self.tour.tour.step.name

    @property
    def shown(self) -> bool:
        return self.tour.bubble.isVisible()

    @property
    def words(self) -> str:
        return self.tour.bubble.face.text

    def box(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.shell, widget.rect().topLeft()), widget.size())

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)
        self.desk.qtbot.waitUntil(lambda: not self.window.scans.waits)
        self.look()
