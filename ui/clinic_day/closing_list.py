"""The evening: what is not finished, with the way there; vials, pumps, backup, receiver.

Rule 1: nothing is decided here; what is unfinished comes from the record.
Rule 2: a mass that is missing is said in words beside the table, and is no alarm.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.closing import BACKUP, CLOSED, form_item
from data.day_book import ClosingView, DayTick, Unfinished
from ui.clinic_day.backup_card import BackupCard
from ui.clinic_day.closing_facts import LEDGER_HEADS, PUMP_HEADS, ledger_rows, ledger_words
from ui.clinic_day.closing_facts import pump_rows as rows_of_pumps
from ui.clinic_day.opening_facts import ItemFace, item_face
from ui.clinic_day.receiver_card import ReceiverCard
from ui.clinic_day.tick_button import TickButton
from ui.day import unfinished_text
from ui.page_kit import SMALL_PX, STRONG, Button, Card, label
from ui.theme import Theme
from ui.words import say

_FORMS = frozenset({"form", "form-late"})


class UnfinishedRow(QWidget):
    """One thing that is not done; `go` leads there, `sent` is there for a form only."""

    def __init__(self, one: Unfinished) -> None:
        super().__init__()
        self.one = one
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(f"#{one.patient_id}", weight=STRONG))
        words.addWidget(label(unfinished_text(one), SMALL_PX, tone="second", wrap=True))
        row.addLayout(words, 1)
        self.sent = Button(say("day-form-sent"), "slim")
        self.go = Button(say("day-go-there"), "slim")
        for button in (self.sent, self.go):
            button.setAccessibleName(f"{button.text()}: #{one.patient_id}, {unfinished_text(one)}")
            row.addWidget(button)
        self.sent.setVisible(one.what in _FORMS)


class ClosingList(QWidget):
    """`asked` carries (item, done, text), `place_asked` a session, `wrong` a sentence."""

    asked = Signal(str, bool, str)
    place_asked = Signal(str)
    wrong = Signal(str)
    grown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view = ClosingView()
        self.rows: list[UnfinishedRow] = []
        self.nothing = label(say("day-nothing-unfinished"), tone="second", wrap=True)
        self.ledger, self.pumps = Table(LEDGER_HEADS), Table(PUMP_HEADS)
        self.account = label("", weight=STRONG, wrap=True)
        self.no_ledger = label(say("day-no-ledger"), tone="second")
        self.no_pumps = label(say("day-no-pumps"), tone="second")
        self.backup = BackupCard()
        self.receiver = ReceiverCard()
        self.close_day = TickButton(theme, item_face({}, CLOSED, say("day-item-closed")))
        self._open = QVBoxLayout()
        self._lay_out()
        for card in (self.backup, self.receiver):
            card.grown.connect(self.grown)
        self.close_day.turned.connect(self._close)

    def _lay_out(self) -> None:
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half in (left, right):
            half.setSpacing(12)
            both.addLayout(half, 1)
        unfinished = Card(say("day-unfinished"))
        unfinished.column.addWidget(self.nothing)
        self._open.setSpacing(8)
        unfinished.column.addLayout(self._open)
        left.addWidget(unfinished)
        left.addWidget(self.backup)
        left.addWidget(self.receiver)
        left.addStretch(1)
        vials = Card(say("day-ledger"))
        for part in (self.no_ledger, self.ledger, self.account):
            vials.column.addWidget(part)
        right.addWidget(vials)
        pumps = Card(say("day-pumps"))
        pumps.column.addWidget(self.no_pumps)
        pumps.column.addWidget(self.pumps)
        right.addWidget(pumps)
        right.addWidget(self.close_day)
        right.addStretch(1)

    @property
    def open(self) -> int:
        return len(self._view.unfinished)

    def show_view(self, view: ClosingView, ticks: dict[str, DayTick]) -> None:
        if view.unfinished != self._view.unfinished or not self.rows:
            self._show_unfinished(view.unfinished)
        self._view = view
        self.ledger.show_rows(ledger_rows(view.ledger))
        self.account.setText(ledger_words(view.ledger))
        self.pumps.show_rows(rows_of_pumps(view.pumps))
        for empty, table in ((self.no_ledger, self.ledger), (self.no_pumps, self.pumps)):
            empty.setHidden(bool(table.lines))
            table.setVisible(bool(table.lines))
        self.account.setVisible(bool(view.ledger))
        self.close_day.show_face(item_face(ticks, CLOSED, say("day-item-closed")))
        self.grown.emit()

    def _show_unfinished(self, unfinished: tuple[Unfinished, ...]) -> None:
        for row in self.rows:
            self._open.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in unfinished if one.what != BACKUP]
        self.nothing.setHidden(bool(self.rows))

    def _row(self, one: Unfinished) -> UnfinishedRow:
        row = UnfinishedRow(one)
        row.go.clicked.connect(lambda: self.place_asked.emit(one.session_id))
        row.sent.clicked.connect(lambda: self.asked.emit(form_item(one.session_id), True, ""))
        self._open.addWidget(row)
        return row

    def _close(self, face: ItemFace) -> None:
        """Also with something open: what was open then is kept with it."""
        left = say("day-closed-open", self.open) if self.open else say("day-closed-clean")
        self.asked.emit(CLOSED, not face.done, "" if face.done else left)


class Table(QWidget):
    """Words in columns: the first to the left, figures to the right."""

    def __init__(self, heads: tuple[str, ...]) -> None:
        super().__init__()
        self.lines: tuple[tuple[str, ...], ...] = ()
        self._heads = tuple(say(head) for head in heads)
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        if rows == self.lines:
            return
        self.lines = rows
        for shown in self._labels:
            self._grid.removeWidget(shown)
            shown.deleteLater()
        self._labels = []
        for row, texts in enumerate((self._heads, *rows)):
            for column, text in enumerate(texts):
                self._put(text, row, column)
        spoken = "; ".join(", ".join(texts) for texts in (self._heads, *rows))
        self.setAccessibleName(spoken)

    def _put(self, text: str, row: int, column: int) -> None:
        head = row == 0
        shown = label(text, SMALL_PX, tone="second") if head else label(text)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        shown.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._labels.append(shown)
        self._grid.addWidget(shown, row, column)
