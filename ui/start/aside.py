"""The right half of the start page: today's list, the patient's course, or the monitors.

Rule 1: nothing that is missing hides here: who presses Start is taken to it.
Rule 2: which monitor was chosen stands on its button while something else is looked at.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from data.courses import PatientCourse
from data.day_book import TodayEntry
from ui.chair.device_text import maker
from ui.page_growth import Growth, grow
from ui.page_kit import ChoiceRow, scrolling
from ui.requests import Backend, DeviceRequest
from ui.start.course_card import CourseCard
from ui.start.device_panel import DevicePanel
from ui.start.today_list import TodayList
from ui.theme import Theme
from ui.words import say


class Side(enum.StrEnum):
    TODAY = "today"
    COURSE = "course"
    MONITORS = "monitors"


class Aside(QWidget):
    """`chosen` carries the `TodayEntry` that was tapped."""

    chosen = Signal(object)

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._growth = Growth()
        self.today = TodayList()
        self.course = CourseCard()
        self.device = DevicePanel(backend, theme)
        names = [(side.value, say(f"aside-{side.value}")) for side in Side]
        self.sides = ChoiceRow(say("aside"), names, Side.MONITORS.value)
        self._pages = QStackedWidget()
        self.areas: dict[Side, QScrollArea] = {
            Side.TODAY: scrolling(_filled(self.today), say("today-heading")),
            Side.COURSE: scrolling(_filled(self.course), say("aside-course")),
            Side.MONITORS: scrolling(_filled(self.device), say("device-heading")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sides)
        column.addWidget(self._pages, 1)
        for area in self.areas.values():
            self._pages.addWidget(area)
        self.sides.changed.connect(lambda name: self.show_side(Side(name)))
        self.today.chosen.connect(self.chosen)
        self.show_side(Side.MONITORS)
        self._offer()

    @property
    def side(self) -> Side:
        return Side(self.sides.key())

    def show_side(self, side: Side) -> None:
        self.sides.choose(side.value)
        self._pages.setCurrentWidget(self.areas[side])

    def grow(self, growth: Growth) -> None:
        self._growth = growth
        self.device.grow(growth)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*self.sides.buttons(), *self.today.lines, *self.device.stops()]

    def show_today(self, entries: Iterable[TodayEntry], *, look: bool) -> None:
        """The list as it is now; `look`: it is what somebody needs first, if there is one."""
        if self.today.fill(entries):
            grow(self.today, self._growth)
        self._offer()
        if look and self.today.lines:
            self.show_side(Side.TODAY)
        elif self.side is Side.TODAY and not self.today.lines:
            self.show_side(Side.MONITORS)

    def show_course(self, course: PatientCourse | None) -> None:
        """None, or a patient who was never here: there is nothing to look at."""
        if course is not None and course.sessions:
            self.course.show_course(course)
            grow(self.course, self._growth)
            self._offer(course=True)
            self.show_side(Side.COURSE)
            return
        self._offer()
        if self.side is Side.COURSE:
            self.show_side(Side.TODAY if self.today.lines else Side.MONITORS)

    def show_chosen(self, devices: Sequence[DeviceRequest]) -> None:
        """Which monitors were chosen, in short, on their button."""
        named = " + ".join(maker(one.driver) for one in devices if one.driver)
        text = say("aside-monitors-chosen", named) if named else say("aside-monitors")
        button = self.sides.button(Side.MONITORS.value)
        if button.text() != text:
            button.setText(text)

    def _offer(self, *, course: bool = False) -> None:
        today, earlier = self.today.lines, self.sides.button(Side.COURSE.value)
        button = self.sides.button(Side.TODAY.value)
        button.setText(say("aside-today-count", len(today)))
        button.setVisible(bool(today))
        earlier.setVisible(course)
        self.sides.setVisible(bool(today) or course)


def _filled(panel: QWidget) -> QWidget:
    """Around a panel, so that it keeps its own background where it scrolls."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    return around
