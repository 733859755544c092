"""Who works here: enlisting, retiring, a new PIN, and when a window locks by itself.

Rule 1: what may not be done is refused by the program behind it with its sentence; the page only
        says beforehand who may.
Rule 2: a PIN is typed twice, shown as dots, and gone from the page as soon as it was used.
Rule 3: the first member is signed in at once: from then on the window can lock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.accounts import LONGEST_NAME, PIN_DIGITS, StaffMember
from data.seat_file import LONGEST_MIN, SHORTEST_MIN
from monitor.rights import Role
from ui.page_growth import Page, grow
from ui.page_kit import (
    CONTROL_PX,
    SMALL_PX,
    STRONG,
    TEXT_PX,
    TITLE_PX,
    Button,
    Card,
    ChoiceRow,
    label,
    scrolling,
    style_sheet,
)
from ui.requests import Backend, Refusal
from ui.seat import Seat
from ui.theme import Theme, font
from ui.words import say


class StaffPage(Page):
    """`changed`: staff or lock are not what they were; `signed_in` carries the first member."""

    closed = Signal()
    changed = Signal()
    signed_in = Signal(object)

    def __init__(self, backend: Backend, theme: Theme, seat: Seat) -> None:
        super().__init__()
        self._backend, self._seat = backend, seat
        self._minutes = 0
        self._of: StaffMember | None = None
        """Whose PIN is being renewed; None = somebody is being enlisted."""
        self._sure = ""
        self.rows: dict[str, tuple[Button, Button]] = {}
        """New PIN and Retire, by name."""
        self.setStyleSheet(style_sheet(theme))
        self._make_form()
        self._make_lock()
        self._lay_out()
        self._connect()

    # ---- how it is made

    def _make_form(self) -> None:
        self.heading = label(say("staff-new"), TEXT_PX, weight=STRONG)
        self.name = _line(say("staff-name"), LONGEST_NAME)
        roles = [(role.value, say(f"role-{role.value}")) for role in Role]
        self.role = ChoiceRow(say("staff-role"), roles, Role.NURSE.value, a_line=4)
        self.pin = _line(say("staff-pin"), PIN_DIGITS[1], secret=True)
        self.again = _line(say("staff-pin-again"), PIN_DIGITS[1], secret=True)
        self.add = Button(say("staff-add"), "primary")
        self.cancel = Button(say("staff-cancel"))
        self.outcome = label("", wrap=True)

    def _make_lock(self) -> None:
        self.shorter, self.longer = Button("−", "slim"), Button("+", "slim")
        self.shorter.setAccessibleName(say("step-less", say("staff-lock")))
        self.longer.setAccessibleName(say("step-more", say("staff-lock")))
        for button in (self.shorter, self.longer):
            button.setMinimumWidth(CONTROL_PX + 12)
        self.minutes = label("", weight=STRONG)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(label(say("staff-title"), TITLE_PX, weight=STRONG))
        top.addStretch(1)
        self.leave = Button(say("staff-close"))
        top.addWidget(self.leave)
        column.addLayout(top)
        both = QHBoxLayout()
        both.setSpacing(16)
        self.here = Card(say("staff-here"))
        self.hint = label("", SMALL_PX, tone="second", wrap=True)
        self.here.column.addWidget(self.hint)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.here.column.addWidget(self._table)
        self.here.column.addStretch(1)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.here)
        both.addWidget(scrolling(left, say("staff-here")), 3)
        both.addWidget(scrolling(self._form(), say("staff-new")), 2)
        column.addLayout(both, 1)

    def _form(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        card = Card()
        self._name_label = label(say("staff-name"), SMALL_PX, tone="second")
        self._role_label = label(say("staff-role"), SMALL_PX, tone="second")
        asked: tuple[QWidget, ...] = (self.name, self._role_label, self.role)
        for part in (self.heading, self._name_label, *asked):
            card.column.addWidget(part)
        twice = QGridLayout()
        for at, line in enumerate((self.pin, self.again)):
            twice.addWidget(label(line.accessibleName(), SMALL_PX, tone="second"), 0, at)
            twice.addWidget(line, 1, at)
        card.column.addLayout(twice)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add, 1)
        card.column.addLayout(buttons)
        card.column.addWidget(self.outcome)
        column.addWidget(card)
        lock = Card()
        row = QHBoxLayout()
        row.addWidget(label(say("staff-lock")), 1)
        for stepped in (self.shorter, self.minutes, self.longer):
            row.addWidget(stepped)
        lock.column.addLayout(row)
        column.addWidget(lock)
        column.addStretch(1)
        return inner

    def _connect(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.add.clicked.connect(self._keep)
        self.cancel.clicked.connect(lambda: self._renew(None))
        self.again.returnPressed.connect(self._keep)
        self.shorter.clicked.connect(lambda: self._step(-1))
        self.longer.clicked.connect(lambda: self._step(1))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        super().showEvent(event)
        if not event.spontaneous():
            self._renew(None)
            self._say("")
            self.reload()

    # ---- what is shown

    def reload(self) -> None:
        try:
            members = self._backend.staff().members()
        except Refusal as refusal:
            self._say(str(refusal))
            members = self._seat.members
        self._show_lock()
        hint = say("staff-only-look") if members else say("staff-empty")
        self.hint.setText(hint)
        for gone in self._table.findChildren(QWidget):
            gone.hide()
            gone.deleteLater()
        self.rows = {}
        for place, member in enumerate(members):
            self._show_member(place, member)
        grow(self._table, self.growth)

    def _show_member(self, place: int, member: StaffMember) -> None:
        new_pin = Button(say("staff-new-pin"), "slim")
        new_pin.setAccessibleName(say("staff-new-pin-name", member.name))
        new_pin.clicked.connect(lambda: self._renew(member))
        retire = Button(say("staff-retire"), "slim")
        retire.setAccessibleName(say("staff-retire-name", member.name))
        retire.clicked.connect(lambda: self._retire(member.name))
        self.rows[member.name] = (new_pin, retire)
        name = label(member.name, TEXT_PX, weight=STRONG)
        role = label(say(f"role-{member.role.value}"), TEXT_PX, tone="second")
        for at, part in enumerate((name, role, new_pin, retire)):
            self._grid.addWidget(part, place, at)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    def _show_lock(self) -> None:
        self._minutes = self._backend.staff().lock_after_min()
        self.minutes.setText(say("staff-lock-min", self._minutes))
        self.shorter.setEnabled(self._minutes > SHORTEST_MIN)
        self.longer.setEnabled(self._minutes < LONGEST_MIN)

    def _renew(self, member: StaffMember | None) -> None:
        """The form is about a new PIN of this one; None = about a new member."""
        self._of, self._sure = member, ""
        new = member is None
        for part in (self._name_label, self.name, self._role_label, self.role):
            part.setVisible(new)
        self.cancel.setVisible(not new)
        title = say("staff-new") if member is None else say("staff-new-pin-title", member.name)
        self.heading.setText(title)
        self.add.say(say("staff-add" if new else "staff-keep-pin"))
        for line in (self.name, self.pin, self.again):
            line.clear()
        (self.name if new else self.pin).setFocus()

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    # ---- what is pressed

    def _keep(self) -> None:
        pin, again = self.pin.text(), self.again.text()
        self.pin.clear()
        self.again.clear()
        if pin != again:
            self._say(say("staff-pins-differ"))
            self.pin.setFocus()
            return
        if self._of is not None:
            self._keep_pin(self._of, pin)
        else:
            self._enlist(self.name.text().strip(), Role(self.role.key()), pin)

    def _enlist(self, name: str, role: Role, pin: str) -> None:
        first = not self._seat.enlisted

        def enlist() -> None:
            staff = self._backend.staff()
            staff.enlist(name, role, pin, self._seat.name or name)
            if first:
                self.signed_in.emit(staff.check(name, pin))

        self._try(enlist, say("staff-enlisted", name, say(f"role-{role.value}").lower()))

    def _keep_pin(self, member: StaffMember, pin: str) -> None:
        def keep() -> None:
            self._backend.staff().enlist(member.name, member.role, pin, self._seat.name)

        self._try(keep, say("staff-pin-kept", member.name))

    def _retire(self, name: str) -> None:
        """Asked for twice: the second tap does it."""
        if self._sure != name:
            for _new_pin, button in self.rows.values():
                button.setText(say("staff-retire"))
            self._sure = name
            self.rows[name][1].setText(say("staff-retire-sure", name))
            return

        self._try(
            lambda: self._backend.staff().retire(name, self._seat.name),
            say("staff-retired", name),
        )

    def _step(self, step: int) -> None:
        minutes = self._minutes + step
        self._try(lambda: self._backend.staff().keep_lock_after(minutes, self._seat.name), "")

    def _try(self, act: Callable[[], None], done: str) -> None:
        try:
            act()
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._renew(None)
        self._say(done)
        self.reload()
        self.changed.emit()


def _line(name: str, most: int, *, secret: bool = False) -> QLineEdit:
    made = QLineEdit()
    made.setFont(font(TEXT_PX))
    made.setMinimumHeight(CONTROL_PX)
    made.setMaxLength(most)
    made.setAccessibleName(name)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
