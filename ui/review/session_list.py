"""The list of recorded sessions, newest first, as words and filters narrow it.

Rule 1: the list asks for a page at a time; what was typed is looked for when the fingers rest.
Rule 2: the number of all sessions always stands there, so that nobody takes a part for the whole.
Rule 3: what narrows it stands above it as chips; a session that is to be shown takes them off when
        they hide it.
Rule 4: Enter opens the session of the cursor at once, whatever the fingers do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from data.narrowing import EVERYTHING, Narrowing
from ui.page_growth import Growth
from ui.page_kit import SMALL_PX, Button, label
from ui.requests import Backend, LibraryPage, Refusal, SessionRow
from ui.review.chip_row import ChipRow
from ui.review.narrowed import chips
from ui.review.session_delegate import SessionDelegate
from ui.review.session_model import SessionModel
from ui.start.fields import Field
from ui.theme import Theme
from ui.words import grouped, say

SETTLE_MS = 60
"""A held arrow key runs through the list; the session it stops at is opened."""
TYPED_MS = 120
"""After so long without another key the filter is looked for."""
REACH = 2000
"""So far down a session is looked for that is to be marked: a few hundredths of a second."""


class Sessions(QListView):
    """`entered`: the session of the cursor is to be opened now. Letters look for nothing here."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class SessionList(QWidget):
    """`chosen` carries a session, `refused` why the record could not be asked.

    `entered`: somebody goes on to the session. `narrowed`: other sessions are looked for.
    """

    chosen = Signal(str)
    entered = Signal()
    refused = Signal(str)
    narrowed = Signal()

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self.filter = Field(
            say("review-filter"), placeholder=say("review-filter-example"), most=80
        )
        self.model = SessionModel(self._more)
        self.count = 0
        """Of all sessions in the record."""
        self.narrowing = EVERYTHING
        self.finder = Button(say("library-finder"))
        self.finder.setCheckable(True)
        self.chips = ChipRow()
        self.view = Sessions()
        self.view.setModel(self.model)
        self._delegate = SessionDelegate(theme, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(say("review-list"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.take = Button(say("hand-over-these", 0), "slim")
        self.torn = label("", SMALL_PX, tone="caution", wrap=True)
        self.empty = label("", tone="second", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.finder)
        column.addWidget(self.chips)
        column.addWidget(self.torn)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.take)
        self._settle, self._typed = self._timer(SETTLE_MS), self._timer(TYPED_MS)
        self._connect()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._open_current)
        self._typed.timeout.connect(self.look)
        self.filter.edited.connect(self._typed.start)
        self.filter.left.connect(self._look_if_typed)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._settle.start())
        self.view.entered.connect(self._enter)
        self.chips.taken_off.connect(lambda chip: self.narrow(chip.without))
        self.chips.all_off.connect(self.clear_filter)

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        return timer

    def grow(self, growth: Growth) -> None:
        self._delegate.growth = growth.type
        self.chips.grow(growth)
        self.view.scheduleDelayedItemsLayout()

    def reload(self) -> None:
        """Read from the newest on, as far as it fits what was typed. Raises `Refusal`."""
        self._typed.stop()
        self._show(self._backend.library(self.wanted, self.narrowing))

    def _look_if_typed(self) -> None:
        if self._typed.isActive():
            self.look()

    def look(self) -> None:
        """Look for what was typed, now."""
        try:
            self.reload()
        except Refusal as refusal:
            self.empty_out()
            self.refused.emit(str(refusal))
        self.narrowed.emit()

    def narrow(self, narrowing: Narrowing) -> None:
        """Leave only these, beside what was typed."""
        self.narrowing = narrowing
        self.look()

    def all_found(self, most: int) -> list[SessionRow]:
        """All that are looked for now, the newest first; at most so many. Raises `Refusal`."""
        rows = list(self._backend.library(self.wanted, self.narrowing).rows)
        while rows and len(rows) < most:
            more = self._backend.library_after(rows[-1], self.wanted, self.narrowing)
            if not more:
                break
            rows += more
        return rows[:most]

    def turn_unsigned(self) -> None:
        """Only those that nobody has signed, or all of them again."""
        self.narrow(replace(self.narrowing, unsigned=not self.narrowing.unsigned))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.wanted or self.narrowing)

    def stay(self) -> None:
        """Open nothing of where the cursor came by."""
        self._settle.stop()

    def empty_out(self) -> None:
        """Show nothing: the record cannot be read."""
        self._show(LibraryPage())

    def current(self) -> str:
        index = self.view.currentIndex()
        return self.model.rows[index.row()].session_id if index.isValid() else ""

    def choose(self, row: SessionRow) -> bool:
        """Mark this session without opening it; takes filters off that hide it.

        False when it is not in the list, or far down in it.
        """
        if not self._mark_far(row) and self.is_narrowed:
            self.clear_filter()
            self._mark_far(row)
        return self.current() == row.session_id

    def _mark_far(self, row: SessionRow) -> bool:
        if not self._mark(row.session_id):
            self.model.read_on_to(row, REACH)
        return self._mark(row.session_id)

    def clear_filter(self) -> None:
        """Take everything off, words and filters."""
        self.filter.clear()
        self.narrow(EVERYTHING)

    @property
    def wanted(self) -> str:
        """What was typed."""
        return self.filter.text().strip()

    def _more(self, last: SessionRow) -> Sequence[SessionRow]:
        try:
            return self._backend.library_after(last, self.wanted, self.narrowing)
        except Refusal as refusal:
            self.refused.emit(str(refusal))
            return ()

    def _show(self, page: LibraryPage) -> None:
        kept = self.current()
        self.count = page.count
        self.model.show_page(page)
        if not self._mark(kept):
            self.view.scrollToTop()
        self.view.setVisible(bool(page.rows))
        self.empty.setVisible(not page.rows)
        self._say_how_many(page)

    def _say_how_many(self, page: LibraryPage) -> None:
        wanted, count = self.wanted, grouped(page.count)
        whole = say("library-one") if page.count == 1 else say("library-count", count)
        part = say("library-found", grouped(page.found), count)
        self.filter.beside.setText((part if self.is_narrowed else whole) if page.count else "")
        self.chips.show_chips(chips(self.narrowing), typed=bool(wanted))
        self.take.say(say("hand-over-these", grouped(page.found)))
        self.take.setVisible(page.found > 1)
        self.torn.setText(page.torn)
        self.torn.setVisible(bool(page.torn))
        if self.narrowing:
            nothing = say("library-none-left", count)
        else:
            nothing = f"{say('review-no-match', wanted, count)}\n\n{say('library-look-again')}"
        self.empty.setText(nothing if page.count else "")

    def _mark(self, session_id: str) -> bool:
        place = self.model.place_of(session_id)
        if place is None:
            return False
        self.view.setCurrentIndex(self.model.index(place))
        self._settle.stop()
        return True

    def _open_current(self) -> None:
        session_id = self.current()
        if session_id:
            self.chosen.emit(session_id)

    def _enter(self) -> None:
        self._settle.stop()
        self._open_current()
        self.entered.emit()
