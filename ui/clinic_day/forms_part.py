"""The monitoring forms that are due, late or sent, over all days, with the way to each session.

Rule 1: one press says that a form was sent, one takes that back; both bear the name at the top of
        the page and are lines that stay.
Rule 2: what is late stands first and says so in words; it is no alarm.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.closing import form_item
from data.forms import FormOf
from ui.clinic_day.forms_facts import state_text
from ui.page_kit import SMALL_PX, STRONG, Button, Card, label, set_tone
from ui.words import say


class FormRow(QWidget):
    """One form; `turn` says that it was sent, or takes that back; `go` leads to its session."""

    def __init__(self, one: FormOf) -> None:
        super().__init__()
        self.one = one
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        who = say("forms-row", one.patient_id, one.day.isoformat())
        words.addWidget(label(who, weight=STRONG))
        self.state = label(state_text(one), SMALL_PX, wrap=True)
        set_tone(self.state, "caution" if one.late else "second")
        words.addWidget(self.state)
        row.addLayout(words, 1)
        self.turn = Button(say("day-form-sent" if one.sent is None else "forms-not-sent"), "slim")
        self.go = Button(say("day-go-there"), "slim")
        for button in (self.turn, self.go):
            button.setAccessibleName(f"{button.text()}: {who}, {self.state.text()}")
            row.addWidget(button)


class FormsPart(QWidget):
    """`asked` carries (item, done, text), `place_asked` a session."""

    asked = Signal(str, bool, str)
    place_asked = Signal(str)
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FormRow] = []
        self._forms: tuple[FormOf, ...] | None = None
        self.nothing = label(say("forms-nothing"), tone="second", wrap=True)
        self.waiting, self.sent = Card(say("forms-waiting")), Card(say("forms-sent"))
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        self._lists: list[QVBoxLayout] = []
        for card in (self.waiting, self.sent):
            half, rows = QVBoxLayout(), QVBoxLayout()
            rows.setSpacing(8)
            card.column.addLayout(rows)
            half.addWidget(card)
            half.addStretch(1)
            both.addLayout(half, 1)
            self._lists.append(rows)
        self.waiting.column.addWidget(self.nothing)
        self.no_sent = label(say("forms-none-sent"), tone="second", wrap=True)
        self.sent.column.addWidget(self.no_sent)

    @property
    def open(self) -> int:
        return sum(row.one.sent is None for row in self.rows)

    def show_forms(self, forms: tuple[FormOf, ...]) -> None:
        if forms == self._forms:
            return
        self._forms = forms
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in forms]
        self.nothing.setHidden(bool(self.open))
        self.no_sent.setHidden(self.open < len(self.rows))
        self.grown.emit()

    def _row(self, one: FormOf) -> FormRow:
        row = FormRow(one)
        item, done = form_item(one.session_id), one.sent is None
        row.turn.clicked.connect(lambda: self.asked.emit(item, done, ""))
        row.go.clicked.connect(lambda: self.place_asked.emit(one.session_id))
        self._lists[0 if one.sent is None else 1].addWidget(row)
        return row
