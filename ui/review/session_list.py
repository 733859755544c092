"""The list of recorded sessions, newest first, with a filter.

Rule 1: the list asks for a page at a time; what was typed is looked for when the fingers rest.
Rule 2: the number of all sessions always stands there, so that nobody takes a part for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ui.page_growth import Growth
from ui.page_kit import label
from ui.requests import Backend, LibraryPage, Refusal, SessionRow
from ui.review.session_delegate import SessionDelegate
from ui.review.session_line import matches
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


class SessionList(QWidget):
    chosen = Signal(str)
    refused = Signal(str)
    """The record could not be asked; why, in a sentence."""

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self.filter = Field(
            say("review-filter"), placeholder=say("review-filter-example"), most=80
        )
        self.model = SessionModel(self._more)
        self.count = 0
        """Of all sessions in the record."""
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = SessionDelegate(theme, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(say("review-list"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.empty = label("", tone="second", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self._settle = self._timer(SETTLE_MS)
        self._settle.timeout.connect(self._open_current)
        self._typed = self._timer(TYPED_MS)
        self._typed.timeout.connect(self.look)
        self.filter.edited.connect(self._typed.start)
        self.filter.left.connect(self._look_if_typed)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._settle.start())

    def _timer(self, after_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        return timer

    def grow(self, growth: Growth) -> None:
        self._delegate.growth = growth.type
        self.view.scheduleDelayedItemsLayout()

    def reload(self) -> None:
        """Read from the newest on, as far as it fits what was typed. Raises `Refusal`."""
        self._typed.stop()
        self._show(self._backend.library(self._wanted()))

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

    def empty_out(self) -> None:
        """Show nothing: the record cannot be read."""
        self._show(LibraryPage())

    def current(self) -> str:
        index = self.view.currentIndex()
        return self.model.rows[index.row()].session_id if index.isValid() else ""

    def choose(self, row: SessionRow) -> bool:
        """Mark this session without opening it; clears a filter that hides it.

        False when it is not in the list, or far down in it.
        """
        if not self._mark(row.session_id):
            if not matches(row, self.model.cut_off, self._wanted()):
                self.clear_filter()
            self.model.read_on_to(row, REACH)
            self._mark(row.session_id)
        return self.current() == row.session_id

    def clear_filter(self) -> None:
        self.filter.clear()
        self.look()

    def _wanted(self) -> str:
        return self.filter.text().strip()

    def _more(self, last: SessionRow) -> Sequence[SessionRow]:
        try:
            return self._backend.library_after(last, self._wanted())
        except Refusal as refusal:
            self.refused.emit(str(refusal))
            return ()

    def _show(self, page: LibraryPage) -> None:
        kept = self.current()
        self.count = page.count
        self.model.show_page(page)
        self._mark(kept)
        self.view.setVisible(bool(page.rows))
        self.empty.setVisible(not page.rows)
        self._say_how_many(page)

    def _say_how_many(self, page: LibraryPage) -> None:
        wanted, count = self._wanted(), grouped(page.count)
        whole = say("library-one") if page.count == 1 else say("library-count", count)
        part = say("library-found", grouped(page.found), count)
        self.filter.beside.setText((part if wanted else whole) if page.count else "")
        nothing = say("review-no-match", wanted, count)
        self.empty.setText(f"{nothing}\n\n{say('library-look-again')}" if page.count else "")

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
