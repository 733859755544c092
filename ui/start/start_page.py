"""The page on which a session is begun.

Rule 1: what was typed is never lost by a refusal; after a session has been opened nothing of its
        patient is left for the next one.
Rule 2: Start can always be pressed: it begins, or says what is missing and goes there.
Rule 3: that this program is no medical device stands beside the Start button, always.
Rule 4: one tap on today's list, or a scan into the patient's field, fills in what is known.
Rule 5: the page is painted before the monitors are listed: every driver has to be loaded for
        its line, which takes longer than all the rest of the page.
Rule 6: a chair and its monitors are chosen beforehand, and never over what a hand chose; a chair
        or a port on which a session runs never is.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from data.day_book import TodayEntry
from ui.backup_text import overdue_text
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
from ui.start.aside import Aside, Side
from ui.start.beforehand import Beforehand
from ui.start.cut_off import CutOffNotices
from ui.start.entry import (
    Typed,
    mount_of,
    problems,
    request,
    without_driver,
    without_port,
)
from ui.start.form import SessionForm
from ui.start.sound_card import SoundCard
from ui.theme import Theme
from ui.vial_code import vial_code
from ui.words import say

CHAIRS = 8
LAID_OUT_MS = 30
"""By then a change of words has become a change of sizes."""


class StartPage(Page):
    opened = Signal(str, int)
    cancelled = Signal()

    def __init__(self, backend: Backend, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._visited: set[str] = set()
        self._cut_off: list[SessionRow] = []
        self._make_controls(theme)
        self._lay_out()
        # Once for all that is there: a widget that joins a dressed page is styled by itself.
        self.setStyleSheet(style_sheet(theme))
        tab_through(
            [
                *self.chair.buttons(),
                self.sound.check,
                *self.form.stops(),
                *self.aside.stops(),
                self.cancel,
                self.start,
            ]
        )
        self._connect()
        self._looked_at: QWidget = self.device
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LAID_OUT_MS)
        self._soon.timeout.connect(self._bring_in_sight)
        self._edited()
        chairs = range(1, CHAIRS + 1)
        self._beforehand = Beforehand(backend, self.chair, chairs, self.device)
        self._listed = False
        FirstPaint(self).passed.connect(self.list_monitors)

    def choose_chair(self, chair: int) -> None:
        self.chair.choose(str(chair))

    def know_chairs(self, busy: Iterable[int]) -> None:
        """On which chairs a session runs; for a new patient the first free one is chosen."""
        nobody = not self.fields["patient_id"].text().strip()
        self._beforehand.know_chairs(busy, nobody=nobody)

    def reload(self) -> None:
        """Ask again for ports, cut-off sessions, the day and monitors; what was typed stays."""
        self.device.look_for_ports()
        self._beforehand.offer()
        nobody = not self.fields["patient_id"].text().strip()
        try:
            self.aside.show_today(self._backend.day().today(), look=nobody)
        except Refusal as refusal:
            self._say(str(refusal))
        overdue = overdue_text(self._backend.backups().view())
        self.overdue.setText(overdue)
        self.overdue.setVisible(bool(overdue))
        self._cut_off = self.notices.reload()
        grow(self.notices, self.growth)
        if self._listed:
            self.list_monitors()

    def tell(self, sentence: str) -> None:
        """Something about the record that a person should know before she begins."""
        self.notices.tell(sentence)
        grow(self.notices, self.growth)

    def list_monitors(self) -> None:
        """Show which monitors there are; the one of a session that waits is chosen already."""
        self._listed = True
        self.device.list_monitors()
        for row in self._cut_off[:1]:
            self.device.prefer(self.notices.devices.get(row.session_id, ()))

    def grow(self) -> None:
        super().grow()
        self.aside.grow(self.growth)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()
            self.fields["patient_id"].line.setFocus()

    # ---- how it is made

    def _make_controls(self, theme: Theme) -> None:
        chairs = [(str(n), str(n)) for n in range(1, CHAIRS + 1)]
        self.chair = ChoiceRow(say("start-chair"), chairs, "1")
        self.notices = CutOffNotices(self._backend)
        self.sound = SoundCard()
        self.form = SessionForm()
        self.fields = self.form.fields
        self.aside = Aside(self._backend, theme)
        self.device = self.aside.device
        self.outcome = label("", wrap=True)
        self.overdue = label("", SMALL_PX, tone="caution", wrap=True)
        self.cancel = Button(say("start-cancel"))
        self.start = Button(say("start-go"), "primary", HEADING_PX)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 6)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(label(say("start-title"), TITLE_PX, weight=STRONG))
        top.addStretch(1)
        top.addWidget(label(say("start-chair"), tone="second"))
        top.addWidget(self.chair)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self.sound)
        column.addLayout(self._beside(), 1)
        column.addLayout(self._foot())

    def _beside(self) -> QHBoxLayout:
        """Each half scrolls by itself: what is looked at on one side stays on the other."""
        both = QHBoxLayout()
        both.setSpacing(16)
        self._form_area = scrolling(self.form, say("start-title"))
        self._device_area = self.aside.areas[Side.MONITORS]
        both.addWidget(self._form_area, 1)
        both.addWidget(self.aside, 1)
        return both

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        self.disclaimer = label(say("disclaimer"), SMALL_PX, tone="second", wrap=True)
        words.addWidget(self.outcome)
        words.addWidget(self.overdue)
        words.addWidget(self.disclaimer)
        self.outcome.hide()
        self.overdue.hide()
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
        self.aside.chosen.connect(self.choose_today)
        self.device.look_at.connect(self._look_at)
        self.device.about.built.connect(lambda: grow(self.device.about, self.growth))
        self.cancel.clicked.connect(self._cancel)
        self.start.clicked.connect(self._start)
        self.notices.resume.connect(self._resume)

    def _look_at(self, part: QWidget) -> None:
        """Bring it in sight, once everything has the size that goes with what it shows."""
        self._looked_at = part
        self._soon.start()

    def _bring_in_sight(self) -> None:
        self._device_area.ensureWidgetVisible(self._looked_at, 0, 8)

    # ---- what happens on it

    def typed(self) -> Typed:
        return self.form.typed(int(self.chair.key()), self.device.requests())

    @property
    def listener(self) -> str:
        """Who is at this computer, as far as it was typed."""
        return self.fields["by"].text().strip()

    def _edited(self) -> None:
        typed = self.typed()
        self.form.show_typed(typed)
        self.aside.show_chosen(typed.devices)
        if self.form.known is None:
            self.aside.show_course(None)
        self._show_problems(typed)

    def _left(self, name: str) -> None:
        """A field was left with something in it: from here on it is checked as it is typed."""
        if name == "patient_id":
            self._identify()
        if self.fields[name].text().strip():
            self._visited.add(name)
            self._show_problems(self.typed())

    def _identify(self) -> None:
        """The patient's id was typed or scanned to its end: what is known of her is shown."""
        patient_id = self.fields["patient_id"].text().strip()
        known = self.form.known
        if not patient_id or (known is not None and known.patient_id == patient_id):
            return
        entry = self.aside.today.named(patient_id)
        if entry is not None:
            self._take_line(entry)
        try:
            course = self._backend.course(patient_id)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self.form.know(course)
        self.aside.show_course(course)

    def take_scan(self, text: str) -> bool:
        """A label that was read while no field was typed into: it is the patient's.

        Nothing of another patient stays, and a vial is nobody.
        """
        line, scanned = self.fields["patient_id"].line, text.strip()
        if vial_code(text) is not None or not 0 < len(scanned) <= line.maxLength():
            return False
        if scanned != line.text().strip():
            self._forget_patient()
            line.setText(scanned)
        self._identify()
        self._edited()
        return True

    def choose_today(self, entry: TodayEntry) -> None:
        """One tap on today's list."""
        self._forget_patient()
        self.fields["patient_id"].line.setText(entry.patient_id)
        self._identify()
        self._take_line(entry)
        self._edited()
        if not self.form.known or not self.form.known.sessions:
            self.aside.show_side(Side.MONITORS)
        _show(self._form_area, self.fields["weight"].line)

    def _take_line(self, entry: TodayEntry) -> None:
        """What today's list says goes before what was so last time."""
        if entry.chair is not None:
            self.chair.choose(str(entry.chair))
        if entry.initials and not self.fields["initials"].text().strip():
            self.fields["initials"].line.setText(entry.initials)
        if entry.profile:
            self.form.limits.show_profile(entry.profile)

    def _show_problems(self, typed: Typed) -> dict[str, str]:
        found = problems(typed)
        for name, field in self.fields.items():
            field.refuse(found.get(name, "") if name in self._visited else "")
        at_device = self._visited & {"driver", "url"}
        editor = self.device.editor
        editor.driver_message.refuse(found.get("driver", "") if at_device else "")
        editor.port_message.refuse(found.get("url", "") if at_device else "")
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
        self.device.stop_tests()
        try:
            session_id = self._backend.open_session(request(typed))
        except Refusal as refusal:
            self._say(str(refusal))
            return
        mount = mount_of(typed)
        if mount is not None:
            self._backend.send(typed.chair, mount)
        self._forget_patient()
        self._beforehand.begun(typed.chair, typed.devices)
        self.opened.emit(session_id, typed.chair)

    def _go_to(self, name: str) -> None:
        editor, devices = self.device.editor, self.device.requests()
        if name in {"driver", "url"}:
            self.aside.show_side(Side.MONITORS)
        if name == "driver":
            self.device.select(without_driver(devices) or 0)
            _show(self._device_area, editor.drivers)
        elif name == "url":
            self.device.select(without_port(devices) or 0)
            _show(self._device_area, editor.ports)
        else:
            if name == "birth_date":
                self.form.patient.unfold(unfolded=True)
            _show(self._form_area, self.fields[name].line)

    def _forget_patient(self) -> None:
        self._visited = set()
        self.form.forget_patient()
        self._say("")
        self._edited()

    def _cancel(self) -> None:
        self.device.stop_tests()
        self.cancelled.emit()

    def _resume(self, session_id: str, chair: int) -> None:
        self.device.prefer(self.notices.devices.get(session_id, ()))
        devices = self.device.requests()
        missing = {"driver": without_driver(devices), "url": without_port(devices)}
        for name, at in missing.items():
            if at is not None:
                self._say(say("cut-off-device"))
                self._go_to(name)
                return
        self.device.stop_tests()
        try:
            self._backend.resume_session(session_id, devices)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._say("")
        self._beforehand.begun(chair, devices)
        self.opened.emit(session_id, chair)


def _show(area: QScrollArea, control: QWidget) -> None:
    control.setFocus()
    area.ensureWidgetVisible(control, 0, 60)
