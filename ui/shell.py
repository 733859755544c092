"""The parts of the window and where they are: the same places on every page, at every size.

Rule: the window is painted first, and what its first page does not need comes after. The live
      view, whose curves take longer to load than everything else, is made soon after the first
      paint, so that it is there before anybody can have begun a session; review and about are
      made when they are visited.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.chair.alarm_bar import AlarmBar
from ui.chair.alarm_list import AlarmList
from ui.chair.bottom_bar import BottomBar
from ui.chair.cover import Cover
from ui.chair.quiet_strip import QuietStrip
from ui.chair.toast import Toast
from ui.chair.top_line import TopLine
from ui.first_paint import FirstPaint
from ui.ink import Scale
from ui.page_growth import Page
from ui.panels import Panels
from ui.people.glass_strip import GlassStrip
from ui.requests import Backend
from ui.start.start_page import StartPage
from ui.theme import Theme
from ui.wall.which_chair import WhichChair

if TYPE_CHECKING:
    from ui.about_page import AboutPage
    from ui.chair.live_view import LiveView
    from ui.clinic_day.day_page import DayPage
    from ui.review.review_page import ReviewPage
    from ui.training_strip import TrainingStrip
    from ui.wall.wall_page import WallPage

    Strip = QuietStrip | GlassStrip | TrainingStrip

TOP_PX, BAR_PX, ACTIONS_PX = 64, 88, 104
"""Heights in a window of 1920 x 1080, and below the smallest they may get."""
STRIP_PX, STRIP_LEAST_PX = 64, 48
LIVE_AFTER_MS = 300
TOP_LEAST_PX, BAR_LEAST_PX, ACTIONS_LEAST_PX = 46, 60, 70


class Shell(QWidget):
    """From above: the top line, the alarm bar, one of the pages, the six actions."""

    step_asked = Signal(object)
    review_pressed = Signal()
    place_asked = Signal(object)
    waiting_answered = Signal(object)
    waiting_skipped = Signal(str)
    waiting_asked = Signal()
    page_left = Signal()
    chair_pressed = Signal(int)
    begin_pressed = Signal(int)
    replay_asked = Signal(object)
    what_if_asked = Signal(object)
    tour_asked = Signal()
    trainings_asked = Signal()

    def __init__(self, backend: Backend, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend, self.theme = backend, theme
        self._live: LiveView | None = None
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.background))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.scale = Scale()
        self.tour_offered = False
        """There is a tour that can be begun again."""
        self.trainings_offered = False
        """Somebody shows the trainings of this computer; only where nobody is a patient."""
        self.top = TopLine(theme, self)
        self.bar = AlarmBar(theme, self)
        self.quiet = QuietStrip(theme, self)
        self.glass = GlassStrip(theme, self)
        high = (STRIP_PX, STRIP_LEAST_PX)
        self._strips: list[tuple[Strip, int, int]] = [(self.quiet, *high), (self.glass, *high)]
        """Below the alarm bar, those that are not hidden, with their heights."""
        self.pages = QStackedWidget(self)
        self.bottom = BottomBar(theme, self)
        # Where it belongs from the beginning: every widget that changes hands is styled again.
        self.start = StartPage(backend, theme, self.pages)
        self.start.cancelled.connect(self.page_left)
        self.pages.addWidget(self.start)
        self.panels = Panels(theme, self)
        self.which = WhichChair(theme, self)
        self.toast = Toast(theme, self)
        self.broken = Cover(theme, self)
        self.alarm_list = AlarmList(theme, self)
        self.alarm_list.hide()
        self.stalled = Cover(theme, self)
        FirstPaint(self, LIVE_AFTER_MS).passed.connect(self.complete)

    @property
    def live(self) -> LiveView:
        """The live view; made at its first use."""
        if self._live is None:
            from ui.chair.live_view import LiveView  # noqa: PLC0415 -- see the rule above

            self._live = LiveView(self.theme)
            self._live.step_asked.connect(self.step_asked)
            self._live.review_pressed.connect(self.review_pressed)
            self._live.place_asked.connect(self.place_asked)
            self._live.instruction.answered.connect(self.waiting_answered)
            self._live.instruction.skip_asked.connect(self.waiting_skipped)
            self._live.instruction.list_asked.connect(self.waiting_asked)
            self.pages.addWidget(self._live)
            self._place_live(self._live)
        return self._live

    def complete(self) -> None:
        """Make the live view, if it is not there yet: panels lie over its curves.

        The code of the review is loaded then, too: that is half of the time of its first visit.
        """
        from ui.review.review_page import ReviewPage  # noqa: F401, PLC0415 -- see the rule above

        self.live.ensurePolished()

    @cached_property
    def review(self) -> ReviewPage:
        from ui.review.many_pages import ManyPages  # noqa: PLC0415 -- see the rule above
        from ui.review.review_page import ReviewPage  # noqa: PLC0415 -- the same

        made = ReviewPage(self._backend, self.theme, parent=self.pages)
        made.closed.connect(self.page_left)
        made.session.replay_asked.connect(self.replay_asked)
        made.session.what_if_asked.connect(self.what_if_asked)
        self.many = ManyPages(
            self._backend, self.theme, made, self.add, self.pages.setCurrentWidget
        )
        made.set_scale(self.scale)
        self.pages.addWidget(made)
        return made

    @cached_property
    def wall(self) -> WallPage:
        from ui.wall.wall_page import WallPage  # noqa: PLC0415 -- see the rule above

        made = WallPage(self.theme)
        made.chair_pressed.connect(self.chair_pressed)
        made.begin_pressed.connect(self.begin_pressed)
        made.set_scale(self.scale)
        self.pages.addWidget(made)
        return made

    @cached_property
    def day(self) -> DayPage:
        from ui.clinic_day.day_page import DayPage  # noqa: PLC0415 -- see the rule above

        made = DayPage(self._backend, self.theme)
        made.closed.connect(self.page_left)
        made.set_scale(self.scale)
        self.pages.addWidget(made)
        return made

    @cached_property
    def about(self) -> AboutPage:
        from ui.about_page import AboutPage  # noqa: PLC0415 -- see the rule above

        made = AboutPage(self._backend, self.theme)
        made.closed.connect(self.page_left)
        made.tour.setVisible(self.tour_offered)
        made.tour_begin.clicked.connect(self.tour_asked)
        made.set_scale(self.scale)
        self.pages.addWidget(made)
        return made

    def show_strip(self, strip: Strip, high_px: int, least_px: int) -> None:
        """One more below the alarm bar, made by somebody else; said again, its new height."""
        self._strips = [known for known in self._strips if known[0] is not strip]
        self._strips.append((strip, high_px, least_px))
        strip.show()
        self.place()

    def add(self, page: Page) -> None:
        """A page that somebody else makes."""
        page.set_scale(self.scale)
        self.pages.addWidget(page)

    @property
    def shows_chairs(self) -> bool:
        """One chair or all of them are on the screen, and no other page."""
        shown = self.pages.currentWidget()
        return shown is self._live or shown is self.__dict__.get("wall")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        width, high = self.width(), self.height()
        scale = self.scale = Scale.of(width, high)
        for part in (self.top, self.bar, self.bottom, self.toast):
            part.set_scale(scale)
        for other in (self.broken, self.stalled, self.alarm_list):
            other.set_scale(scale)
        top = scale.px(TOP_PX, TOP_LEAST_PX)
        bar = scale.px(BAR_PX, BAR_LEAST_PX)
        actions = scale.px(ACTIONS_PX, ACTIONS_LEAST_PX)
        self.top.setGeometry(0, 0, width, top)
        self.bar.setGeometry(0, top, width, bar)
        above = top + bar
        for strip, high_px, least_px in self._strips:
            strip.set_scale(scale)
            if not strip.isHidden():
                strip_px = scale.px(high_px, least_px)
                strip.setGeometry(0, above, width, strip_px)
                above += strip_px
        page = QRect(0, above, width, high - above - actions)
        self.pages.setGeometry(page)
        self.bottom.setGeometry(0, high - actions, width, actions)
        self.which.place(page, scale)
        self.broken.setGeometry(page)
        self.stalled.setGeometry(self.rect())
        if self._live is not None:
            self._place_live(self._live)
        for place in range(self.pages.count()):
            shown = self.pages.widget(place)
            if isinstance(shown, Page):
                shown.set_scale(scale)

    def _place_live(self, live: LiveView) -> None:
        """The live view, and what lies over its curves."""
        page, scale = self.pages.geometry(), self.scale
        live.set_scale(scale)
        live.resize(page.size())
        curves = live.curve_box().translated(page.topLeft())
        self.panels.place(curves, scale)
        strip = scale.px(68, 48)
        self.toast.setGeometry(curves.left(), curves.bottom() + 1 - strip, curves.width(), strip)
        self.place_list()

    def place_list(self) -> None:
        """The list hangs below the bar, as long as it is, and leaves the numerals free."""
        box = self.live.curve_box().translated(self.pages.geometry().topLeft())
        box.setHeight(min(box.height(), self.alarm_list.wanted_height()))
        self.alarm_list.setGeometry(box)
