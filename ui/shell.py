"""The parts of the window and where they are: the same places on every page, at every size."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.about_page import AboutPage
from ui.chair.alarm_bar import AlarmBar
from ui.chair.alarm_list import AlarmList
from ui.chair.bottom_bar import BottomBar
from ui.chair.cover import Cover
from ui.chair.live_view import LiveView
from ui.chair.toast import Toast
from ui.chair.top_line import TopLine
from ui.ink import Scale
from ui.panels import Panels
from ui.requests import Backend
from ui.review.review_page import ReviewPage
from ui.start.start_page import StartPage
from ui.theme import Theme

TOP_PX, BAR_PX, ACTIONS_PX = 64, 88, 104
"""Heights in a window of 1920 x 1080, and below the smallest they may get."""
TOP_LEAST_PX, BAR_LEAST_PX, ACTIONS_LEAST_PX = 46, 60, 70


class Shell(QWidget):
    """From above: the top line, the alarm bar, one of the pages, the six actions."""

    def __init__(self, backend: Backend, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.background))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.scale = Scale()
        self.top = TopLine(theme, self)
        self.bar = AlarmBar(theme, self)
        self.pages = QStackedWidget(self)
        self.bottom = BottomBar(theme, self)
        self.live = LiveView(theme)
        self.start = StartPage(backend, theme)
        self.review = ReviewPage(backend, theme)
        self.about = AboutPage(backend, theme)
        for page in (self.start, self.live, self.review, self.about):
            self.pages.addWidget(page)
        self.panels = Panels(theme, self)
        self.toast = Toast(theme, self)
        self.broken = Cover(theme, self)
        self.alarm_list = AlarmList(theme, self)
        self.alarm_list.hide()
        self.stalled = Cover(theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        width, high = self.width(), self.height()
        scale = self.scale = Scale.of(width, high)
        for part in (self.top, self.bar, self.bottom, self.live, self.toast):
            part.set_scale(scale)
        for other in (self.broken, self.stalled, self.alarm_list):
            other.set_scale(scale)
        top = scale.px(TOP_PX, TOP_LEAST_PX)
        bar = scale.px(BAR_PX, BAR_LEAST_PX)
        actions = scale.px(ACTIONS_PX, ACTIONS_LEAST_PX)
        self.top.setGeometry(0, 0, width, top)
        self.bar.setGeometry(0, top, width, bar)
        page = QRect(0, top + bar, width, high - top - bar - actions)
        self.pages.setGeometry(page)
        self.bottom.setGeometry(0, high - actions, width, actions)
        self.broken.setGeometry(page)
        self.stalled.setGeometry(self.rect())
        self.live.resize(page.size())
        curves = self.live.curve_box().translated(page.topLeft())
        self.panels.place(curves, scale)
        strip = scale.px(68, 48)
        self.toast.setGeometry(curves.left(), curves.bottom() + 1 - strip, curves.width(), strip)
        self.place_list()

    def place_list(self) -> None:
        """The list hangs below the bar, as long as it is, and leaves the numerals free."""
        box = self.live.curve_box().translated(self.pages.geometry().topLeft())
        box.setHeight(min(box.height(), self.alarm_list.wanted_height()))
        self.alarm_list.setGeometry(box)
