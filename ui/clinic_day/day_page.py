"""The page of the day: opening, today's list, closing, and paper for when the computer fails.

Rule 1: what is open and what is done stands on the buttons of the parts, whichever is shown.
Rule 2: everything that is changed here bears the name of who did it; without one nothing is.
Rule 3: a refusal is one sentence at the top, and what was typed stays.
"""

from __future__ import annotations

import enum
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout

from data.day_book import DayTick, TodayEntry
from data.day_list import LONGEST
from monitor.rights import Role
from ui.clinic_day.closing_list import ClosingList
from ui.clinic_day.forms_facts import part_text
from ui.clinic_day.forms_part import FormsPart
from ui.clinic_day.opening_facts import ChairLook, chairs_in_use, newest, opening_face
from ui.clinic_day.opening_list import OpeningList
from ui.clinic_day.paper_card import PaperCard
from ui.clinic_day.sending_desk import SendingDesk
from ui.clinic_day.sending_facts import is_wanted
from ui.clinic_day.sending_facts import part_text as sending_text
from ui.clinic_day.sending_part import SendingPart
from ui.clinic_day.today_part import TodayPart
from ui.page_growth import Page, grow
from ui.page_kit import (
    STRONG,
    TITLE_PX,
    Button,
    Card,
    ChoiceRow,
    label,
    scrolling,
    style_sheet,
)
from ui.requests import Backend, Refusal
from ui.start.fields import Input
from ui.theme import Theme
from ui.vial_code import vial_code
from ui.words import say

WHO_PX = 150
PARTS_AT = 2
"""Behind the title and a space."""


class Part(enum.StrEnum):
    OPENING = "opening"
    LIST = "list"
    CLOSING = "closing"
    FORMS = "forms"
    SENDING = "sending"
    PAPER = "paper"


class DayPage(Page):
    """`begun` carries the `TodayEntry` of a session that is to begin, `place_asked` a session."""

    closed = Signal()
    sound_asked = Signal()
    begun = Signal(object)
    place_asked = Signal(str)

    def __init__(
        self, backend: Backend, theme: Theme, wall: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self._backend, self._wall = backend, wall
        self._ticks: dict[str, DayTick] = {}
        self._entries: tuple[TodayEntry, ...] = ()
        self._looks: dict[int, ChairLook] = {}
        self._sound_due: bool | None = None
        self._known = ""
        self.setStyleSheet(style_sheet(theme))
        self.opening, self.today = OpeningList(theme), TodayPart()
        self.closing, self.paper = ClosingList(theme), PaperCard(backend, self._local)
        self.forms, self.sending = FormsPart(), SendingPart()
        self._post = SendingDesk(
            backend, self.sending, self.closing.receiver, self._say, self._look_at_post
        )
        names = [(part.value, say(f"day-{part.value}")) for part in Part]
        self.parts = ChoiceRow(say("day-part"), names, Part.OPENING.value)
        self.who = Input(say("day-who"), say("day-who"))
        self.who.last = True
        self.leave = Button(say("day-leave"))
        self._title = label(say("day-title"), TITLE_PX, weight=STRONG)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        self.message = label("", wrap=True)
        self._notice = Card(part="notice")
        self._pages = QStackedWidget()
        self._areas: dict[Part, QScrollArea] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        top = self._top
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addSpacing(8)
        top.addWidget(self.parts)
        top.addStretch(1)
        self.who.setMaxLength(40)
        self.who.setMinimumWidth(WHO_PX)
        self.who.setMaximumWidth(round(WHO_PX * 1.6))
        top.addWidget(self.who)
        top.addWidget(self.leave)
        column.addLayout(top)
        self._below.addStretch(1)
        column.addLayout(self._below)
        self._notice.column.setContentsMargins(18, 10, 18, 10)
        self._notice.column.addWidget(self.message)
        self._notice.hide()
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        shown = {
            Part.OPENING: self.opening,
            Part.LIST: self.today,
            Part.CLOSING: self.closing,
            Part.FORMS: self.forms,
            Part.SENDING: self.sending,
            Part.PAPER: self.paper,
        }
        for part, widget in shown.items():
            around = Card(part="bare")
            around.column.setContentsMargins(0, 0, 0, 0)
            around.column.addWidget(widget)
            around.column.addStretch(1)
            self._areas[part] = scrolling(around, say(f"day-{part.value}"))
            self._pages.addWidget(self._areas[part])

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.parts.changed.connect(lambda name: self.show_part(Part(name)))
        self.opening.sound_asked.connect(self.sound_asked)
        for asking in (self.opening, self.closing, self.forms):
            asking.asked.connect(self._tick)
        for part in (self.opening, self.closing, self.today.file):
            part.wrong.connect(self._say)
        for grows in (self.opening, self.closing, self.today, self.forms, self.sending):
            grows.grown.connect(lambda grows=grows: grow(grows, self.growth))
        form = self.today.form
        form.put.connect(self._put)
        form.dropped.connect(self._drop)
        form.begun.connect(self.begun)
        self.today.file.taken.connect(self._bring)
        for leading in (self.closing, self.forms, self.sending):
            leading.place_asked.connect(self.place_asked)
        self.closing.backup.asked.connect(lambda: self._back_up(None))
        self.closing.receiver.opened.connect(
            lambda: QTimer.singleShot(0, self, self._bring_receiver_in_sight)
        )
        self.closing.backup.folder_asked.connect(self._back_up)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        if not event.spontaneous():
            self.reload()
            self.parts.button(self.parts.key()).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._place_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # ---- what is shown

    @property
    def part(self) -> Part:
        return Part(self.parts.key())

    def show_part(self, part: Part) -> None:
        self._say("")
        self.parts.choose(part.value)
        self._pages.setCurrentWidget(self._areas[part])

    def reload(self) -> None:
        """Read the day again; what was typed stays."""
        self._say("")
        self._look_at_post()
        self._read()
        try:
            members = self._backend.staff().members()
        except Refusal as refusal:
            self._say(str(refusal))
            return
        named = [one.name for one in members if one.role is Role.PROVIDER]
        self.opening.name_providers(named)

    def know(self, by: str) -> None:
        """Who is at this computer, as far as it is known; a name that was typed stays."""
        if by and self.who.text() in {"", self._known}:
            self.who.setText(by)
            self._known = by

    def show_looks(self, looks: Sequence[ChairLook], *, sound_due: bool | None) -> None:
        """What devices and chairs say now; to be called about once a second."""
        self._looks, self._sound_due = {look.chair: look for look in looks}, sound_due
        if self.closing.backup.show_view(self._backend.backups().view()):
            self._read()
        self._look_at_post()
        self._show()

    def _read(self) -> None:
        day = self._backend.day()
        try:
            self._ticks, self._entries = newest(day.ticks()), day.today()
            view, forms = day.closing(), day.forms()
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self.closing.show_view(view, self._ticks)
        self.forms.show_forms(forms)
        self._rename(Part.FORMS, part_text(forms))
        # A clinic that gives no esketamine has nothing to do with forms.
        self.parts.button(Part.FORMS.value).setVisible(bool(forms) or self.part is Part.FORMS)
        self.today.show_entries(self._entries)
        self.paper.show_entries(self._entries)
        self._show()

    def _look_at_post(self) -> None:
        view = self._post.look()
        self._rename(Part.SENDING, sending_text(view))
        shown = is_wanted(view) or self.part is Part.SENDING
        self.parts.button(Part.SENDING.value).setVisible(shown)
        self._place_parts()

    def _bring_receiver_in_sight(self) -> None:
        """Its last button first, then where one types."""
        area, card = self._areas[Part.CLOSING], self.closing.receiver
        for widget in (card.form, card.where):
            area.ensureWidgetVisible(widget, 0, 20)

    def _place_parts(self) -> None:
        """A line of their own where they have too little room beside the title."""
        margins, gaps = self._column.contentsMargins(), 6 * self._top.spacing()
        beside = sum(one.sizeHint().width() for one in (self._title, self.leave))
        beside += margins.left() + margins.right() + gaps + self.who.minimumWidth()
        alone = beside + self.parts.sizeHint().width() > self.width()
        if alone != (self._below.indexOf(self.parts) >= 0):
            before, after = (self._top, self._below) if alone else (self._below, self._top)
            before.removeWidget(self.parts)
            after.insertWidget(0 if alone else PARTS_AT, self.parts)

    def _show(self) -> None:
        count = chairs_in_use(self._ticks, self._entries, self._looks)
        looks = [self._looks.get(chair, ChairLook(chair)) for chair in range(1, count + 1)]
        face = opening_face(self._ticks, looks, sound_due=self._sound_due)
        self.opening.show_face(face)
        self._name(Part.OPENING, face.open)
        self._name(Part.CLOSING, self.closing.open)
        listed = say("day-list-count", len(self._entries)) if self._entries else say("day-list")
        self._rename(Part.LIST, listed)

    def _name(self, part: Part, count: int) -> None:
        word = f"day-{part.value}-open" if count else f"day-{part.value}-done"
        self._rename(part, say(word, count))

    def _rename(self, part: Part, text: str) -> None:
        button = self.parts.button(part.value)
        if button.text() != text:
            button.say(text)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 26)
            self._place_parts()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._notice.setVisible(bool(sentence))

    # ---- what is done

    def _do(self, change: Callable[[str], str]) -> None:
        """`change` gets who does it, and gives the sentence that it is done."""
        by = " ".join(self.who.text().split())
        if not by:
            self._say(say("day-who-missing"))
            self.who.setFocus()
            return
        try:
            sentence = change(by)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._read()
        self._say(sentence)

    def _back_up(self, folder: str | None) -> None:
        """None = now, into the folder that was chosen."""
        self._say("")
        backups = self._backend.backups()
        try:
            if folder is None:
                backups.back_up()
            else:
                backups.keep_folder(folder)
        except Refusal as refusal:
            self._say(str(refusal))
        self.closing.backup.show_view(backups.view())

    def _tick(self, item: str, done: bool, text: str) -> None:
        def change(by: str) -> str:
            self._backend.day().tick(item, done, text, by)
            return ""

        self._do(change)

    def _put(self, entry: TodayEntry) -> None:
        def change(by: str) -> str:
            day, before = self._backend.day(), self.today.form.edited
            day.plan(entry, by)
            tidy = " ".join(entry.patient_id.split())
            if before and before != tidy:
                day.drop(before, by)
            self.today.form.show_line(None)
            return say("day-kept", tidy)

        self._do(change)

    def _drop(self, patient_id: str) -> None:
        def change(by: str) -> str:
            self._backend.day().drop(patient_id, by)
            return say("day-dropped", patient_id)

        self._do(change)

    def _bring(self, path: str) -> None:
        def change(by: str) -> str:
            return say("day-brought", self._backend.day().bring(path, by), path)

        self._do(change)

    def take_scan(self, text: str) -> bool:
        """A label was read: it is a patient of today's list, known or new."""
        patient_id = text.strip()
        fits = 0 < len(patient_id) <= LONGEST["patient_id"] and vial_code(text) is None
        if not fits or self.part not in {Part.LIST, Part.OPENING}:
            return False
        self.show_part(Part.LIST)
        if not self.today.scan(patient_id):
            self._say(say("day-scanned-new", patient_id))
        return True

    def _local(self) -> datetime:
        return datetime.fromtimestamp(self._wall(), tz=UTC).astimezone()
