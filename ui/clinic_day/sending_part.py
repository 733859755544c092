"""What is on its way to a record system: what wants a person, what waits, what was sent lately.

Rule 1: what was refused stands first, with the sentence of the refusal; it is no alarm.
Rule 2: what was not sent is taken off the list by a second press only.
Rule 3: a row stays the same widget as long as its letter is listed, so that what is read or
        pressed does not jump when something else changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.outbox import SENT_KEPT_DAYS, Fate, Letter
from monitor.station import utc_offset_min
from ui.clinic_day.sending_facts import letter_text, sent, still_open, where_text
from ui.page_kit import SMALL_PX, STRONG, Button, Card, label, set_tone
from ui.post_desk import PostView
from ui.words import say

MOST_ROWS = 30
"""Of each list; a clinic that has more has one cause for all of them."""


class LetterRow(QWidget):
    """One letter. `again` sends it, `drop` forgets it, `go` leads to its session."""

    dropped = Signal()

    def __init__(self, offset_min: Callable[[float], int]) -> None:
        super().__init__()
        self._offset_min = offset_min
        self.letter: Letter | None = None
        self._sure = False
        self.who = label("", weight=STRONG)
        self.state = label("", SMALL_PX, wrap=True)
        self.again = Button(say("post-again"), "slim")
        self.drop = Button(say("post-drop"), "slim")
        self.go = Button(say("day-go-there"), "slim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(3)
        column.addWidget(self.who)
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.again, self.drop, self.go):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.drop.clicked.connect(self._drop)

    def show_letter(self, letter: Letter) -> None:
        if letter == self.letter:
            return
        self.letter, self._sure = letter, False
        self.who.setText(say("post-row", letter.session_id))
        self.state.setText(letter_text(letter, self._offset_min))
        set_tone(self.state, "caution" if letter.fate is Fate.REFUSED else "second")
        self.again.setText(say("post-once-more" if letter.fate is Fate.SENT else "post-again"))
        self._name()

    def _name(self) -> None:
        self.drop.setText(say("post-drop-sure" if self._sure else "post-drop"))
        about = f"{self.who.text()}, {self.state.text()}"
        for button in (self.again, self.drop, self.go):
            button.setAccessibleName(f"{button.text()}: {about}")

    def _drop(self) -> None:
        known = self.letter is not None and self.letter.fate is Fate.SENT
        if known or self._sure:
            self.dropped.emit()
        else:
            self._sure = True
            self._name()


class LetterList(Card):
    """Rows of letters below a heading, `empty` where there are none."""

    again_asked = Signal(object)
    drop_asked = Signal(object)
    place_asked = Signal(str)

    def __init__(self, heading: str, empty: str, offset_min: Callable[[float], int]) -> None:
        super().__init__(heading)
        self._offset_min = offset_min
        self.rows: dict[str, LetterRow] = {}
        self.empty = label(empty, tone="second", wrap=True)
        self.more = label("", SMALL_PX, tone="second", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.column.addWidget(self.empty)
        self.column.addLayout(self._column)
        self.column.addWidget(self.more)

    def show_letters(self, letters: Sequence[Letter]) -> None:
        listed = {one.name: one for one in letters[:MOST_ROWS]}
        for name in self.rows.keys() - listed.keys():
            row = self.rows.pop(name)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (name, letter) in enumerate(listed.items()):
            row = self.rows[name] if name in self.rows else self._row(name)
            row.show_letter(letter)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
        self.empty.setHidden(bool(listed))
        self.more.setText(say("post-more", len(letters) - len(listed)))
        self.more.setVisible(len(letters) > len(listed))

    @property
    def shown(self) -> list[LetterRow]:
        """From the top down."""
        return sorted(self.rows.values(), key=self._column.indexOf)

    def _row(self, name: str) -> LetterRow:
        made = self.rows[name] = LetterRow(self._offset_min)
        made.again.clicked.connect(lambda: self.again_asked.emit(made.letter))
        made.dropped.connect(lambda: self.drop_asked.emit(made.letter))
        made.go.clicked.connect(lambda: self._go(made))
        return made

    def _go(self, row: LetterRow) -> None:
        if row.letter is not None:
            self.place_asked.emit(row.letter.session_id)


class SendingPart(QWidget):
    """`again_asked` carries a list of letters, `drop_asked` one, `place_asked` a session."""

    again_asked = Signal(object)
    drop_asked = Signal(object)
    place_asked = Signal(str)
    grown = Signal()

    def __init__(self, offset_min: Callable[[float], int] = utc_offset_min) -> None:
        super().__init__()
        self._view: PostView | None = None
        self.where = label("", tone="second", wrap=True)
        self.trouble = label("", tone="caution", wrap=True)
        self.all_again = Button(say("post-all-again"))
        self.open = LetterList(say("post-open"), say("post-nothing-open"), offset_min)
        lately = say("post-lately", SENT_KEPT_DAYS)
        self.sent = LetterList(lately, say("post-nothing-sent"), offset_min)
        self._lay_out()
        self.all_again.clicked.connect(lambda: self.again_asked.emit(self._refused()))
        for shown in (self.open, self.sent):
            shown.again_asked.connect(lambda letter: self.again_asked.emit([letter]))
            shown.drop_asked.connect(self.drop_asked)
            shown.place_asked.connect(self.place_asked)
        self.show_view(PostView())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        said = QVBoxLayout()
        said.setContentsMargins(20, 4, 20, 0)  # in line with the words in the cards
        said.addWidget(self.where)
        said.addWidget(self.trouble)
        column.addLayout(said)
        both = QHBoxLayout()
        both.setSpacing(16)
        for card in (self.open, self.sent):
            half = QVBoxLayout()
            half.addWidget(card)
            half.addStretch(1)
            both.addLayout(half, 1)
        self.open.column.addWidget(self.all_again)
        column.addLayout(both)

    def show_view(self, view: PostView) -> None:
        if view == self._view:
            return
        self._view = view
        self.where.setText(where_text(view))
        clear = view.receiver is not None and not view.receiver.tls
        set_tone(self.where, "caution" if clear else "second")
        self.trouble.setText(view.trouble)
        self.trouble.setVisible(bool(view.trouble))
        self.open.show_letters(still_open(view.letters))
        self.sent.show_letters(sent(view.letters))
        self.all_again.setVisible(len(self._refused()) > 1)
        self.grown.emit()

    def _refused(self) -> list[Letter]:
        letters = () if self._view is None else self._view.letters
        return [one for one in letters if one.fate is Fate.REFUSED]
