"""The page on which a session is begun.

Rule 1: what was typed is never lost by a refusal; after a session has been opened nothing of its
        patient is left for the next one.
Rule 2: Start can always be pressed: it begins, or says what is missing and goes there.
Rule 3: that this program is no medical device stands beside the Start button, always.
Rule 4: the page is painted before the monitors are listed: every driver has to be loaded for
        its line, which takes longer than all the rest of the page.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.first_paint import FirstPaint
from ui.page_growth import Page, grow
from ui.page_kit import (
    HEADING_PX,
    SMALL_PX,
    STRONG,
    TITLE_PX,
    Button,
    ChoiceRow,
    label,
    scrolling,
    style_sheet,
    tab_through,
)
from ui.requests import Backend, Refusal, SessionRow
from ui.start.cut_off import CutOffNotices
from ui.start.device_panel import DevicePanel
from ui.start.entry import Typed, problems, request
from ui.start.form import SessionForm
from ui.theme import Theme
from ui.words import say

CHAIRS = 4


class StartPage(Page):
    opened = Signal(str, int)
    cancelled = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self._visited: set[str] = set()
        self._cut_off: list[SessionRow] = []
        self.setStyleSheet(style_sheet(theme))
        self._make_controls()
        self._lay_out()
        tab_through(
            [
                *self.chair.buttons(),
                *self.form.stops(),
                *self.device.stops(),
                self.cancel,
                self.start,
            ]
        )
        self._connect()
        self._edited()
        self._listed = False
        FirstPaint(self).passed.connect(self.list_monitors)

    def choose_chair(self, chair: int) -> None:
        self.chair.choose(str(chair))

    def reload(self) -> None:
        """Ask again for ports and cut-off sessions, and monitors; what was typed stays."""
        self.device.look_for_ports()
        self._cut_off = self.notices.reload()
        grow(self.notices, self.growth)
        if self._listed:
            self.list_monitors()

    def list_monitors(self) -> None:
        """Show which monitors there are; the one of a session that waits is chosen already."""
        self._listed = True
        self.device.list_monitors()
        if self._cut_off and not self.device.driver():
            self.device.choose_driver(self._cut_off[0].driver)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()
            self.fields["patient_id"].line.setFocus()

    # ---- how it is made

    def _make_controls(self) -> None:
        chairs = [(str(n), str(n)) for n in range(1, CHAIRS + 1)]
        self.chair = ChoiceRow(say("start-chair"), chairs, "1")
        self.notices = CutOffNotices(self._backend)
        self.form = SessionForm()
        self.fields = self.form.fields
        self.device = DevicePanel(self._backend)
        self.outcome = label("", wrap=True)
        self.cancel = Button(say("start-cancel"))
        self.start = Button(say("start-go"), "primary", HEADING_PX)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(label(say("start-title"), TITLE_PX, weight=STRONG))
        top.addStretch(1)
        top.addWidget(label(say("start-chair"), tone="second"))
        top.addWidget(self.chair)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._foot())

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        both = QHBoxLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.form, 1)
        both.addWidget(self.device, 1)
        self._area = scrolling(inner, say("start-title"))
        return self._area

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        self.disclaimer = label(say("disclaimer"), SMALL_PX, tone="second", wrap=True)
        words.addWidget(self.outcome)
        words.addWidget(self.disclaimer)
        self.outcome.hide()
        foot.addLayout(words, 1)
        self.start.setMinimumHeight(56)
        self.cancel.setMinimumHeight(56)
        self.start.setMinimumWidth(220)
        foot.addWidget(self.cancel)
        foot.addWidget(self.start)
        return foot

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._left)
        self.device.edited.connect(self._edited)
        self.device.test.clicked.connect(
            lambda: self._area.ensureWidgetVisible(self.device.report, 0, 8)
        )
        self.cancel.clicked.connect(self._cancel)
        self.start.clicked.connect(self._start)
        self.notices.resume.connect(self._resume)

    # ---- what happens on it

    def typed(self) -> Typed:
        return Typed(
            chair=int(self.chair.key()),
            infusion=self.form.infusion,
            profile=self.form.profile.key(),
            interval_min=float(self.form.interval.key()),
            driver=self.device.driver(),
            url=self.device.url.text(),
            **self.form.texts(),
        )

    def _edited(self) -> None:
        typed = self.typed()
        self.form.show_typed(typed)
        self._show_problems(typed)

    def _left(self, name: str) -> None:
        """A field was left with something in it: from here on it is checked as it is typed."""
        if self.fields[name].text().strip():
            self._visited.add(name)
            self._show_problems(self.typed())

    def _show_problems(self, typed: Typed) -> dict[str, str]:
        found = problems(typed)
        for name, field in self.fields.items():
            field.refuse(found.get(name, "") if name in self._visited else "")
        at_device = self._visited & {"driver", "url"}
        self.device.driver_message.refuse(found.get("driver", "") if at_device else "")
        self.device.url.refuse(found.get("url", "") if at_device else "")
        if self._visited and not found:
            self._say("")
        return found

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def _start(self) -> None:
        self._visited = {*self.fields, "driver", "url"}
        typed = self.typed()
        found = self._show_problems(typed)
        if found:
            first, sentence = next(iter(found.items()))
            more = len(found) - 1
            self._say(
                say("start-incomplete-more", sentence, more)
                if more
                else say("start-incomplete", sentence)
            )
            self._go_to(first)
            return
        self.device.stop_test()
        try:
            session_id = self._backend.open_session(request(typed))
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._forget_patient()
        self.opened.emit(session_id, typed.chair)

    def _go_to(self, name: str) -> None:
        where = {"driver": self.device.drivers, "url": self.device.url.line}
        target = where[name] if name in where else self.fields[name].line
        target.setFocus()
        self._area.ensureWidgetVisible(target, 0, 60)

    def _forget_patient(self) -> None:
        self._visited = set()
        self.form.forget_patient()
        self._say("")
        self._edited()

    def _cancel(self) -> None:
        self.device.stop_test()
        self.cancelled.emit()

    def _resume(self, session_id: str, chair: int) -> None:
        url, driver = self.device.url.text().strip(), self.device.driver()
        if not url or not driver:
            self._say(say("cut-off-device"))
            self._go_to("url" if driver else "driver")
            return
        self.device.stop_test()
        try:
            self._backend.resume_session(session_id, url, driver)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._say("")
        self.opened.emit(session_id, chair)
