"""The card of the receiver: where sessions are sent, and how they travel. A supervisor changes it.

Rule 1: closed it is one sentence that is true now; its fields come when somebody wants them, and
        what is typed there stays until it was taken or given up.
Rule 2: TLS is what is chosen already. Without it the card says what that means, before and after.
Rule 3: where a session waits for the receiver that is to be left, what becomes of it is said.
Rule 4: to send nothing any more takes a second press.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.mllp import Receiver
from data.outbox import Fate
from data.receiver_file import receiver_of
from ui.clinic_day.sending_facts import typed_text, where_text
from ui.page_kit import SMALL_PX, Button, Card, ChoiceRow, label, set_tone
from ui.post_desk import PostView, receiver_typed
from ui.requests import WrongEntry
from ui.start.fields import Field
from ui.words import say

TLS, CLEAR = "tls", "clear"


class ReceiverCard(Card):
    """`chosen` carries a `Receiver`; `stopped`: nothing is to be sent any more.

    `opened`: there are fields now, which may lie outside of what is seen.
    """

    opened = Signal()
    chosen = Signal(object)
    stopped = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__(say("post-title"))
        self._view: PostView | None = None
        self._sure = False
        self.state = label("", wrap=True)
        self.change = Button(say("post-choose"))
        self.where = Field(say("post-where"), placeholder=say("post-where-hint"), most=260)
        ways = [(TLS, say("post-by-tls")), (CLEAR, say("post-by-clear"))]
        self.way = ChoiceRow(say("post-by"), ways, TLS)
        self.means = label("", SMALL_PX, wrap=True)
        hint = say("post-authority-hint")
        self.authority = Field(say("post-authority"), placeholder=hint, most=400)
        self.authority.line.last = True
        self.left_behind = label("", SMALL_PX, tone="caution", wrap=True)
        self.keep = Button(say("post-keep"), "primary")
        self.stop = Button(say("post-stop"))
        self.not_now = Button(say("post-not-now"))
        self.form = QWidget()
        self._lay_out()
        self._connect()
        self.leave()
        self.show_view(PostView())

    def _lay_out(self) -> None:
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self.where)
        form.addWidget(label(say("post-by"), SMALL_PX, tone="second"))
        parts: tuple[QWidget, ...] = (self.way, self.means, self.authority, self.left_behind)
        for part in parts:
            form.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.keep, 1)
        row.addWidget(self.not_now)
        form.addLayout(row)
        form.addWidget(self.stop)
        now = QHBoxLayout()
        now.setSpacing(12)
        now.addWidget(self.state, 1)
        now.addWidget(self.change)
        self.column.addLayout(now)
        self.column.addWidget(self.form)

    def _connect(self) -> None:
        self.change.clicked.connect(self.offer)
        self.not_now.clicked.connect(self._give_up)
        self.keep.clicked.connect(self._keep)
        self.stop.clicked.connect(self._stop)
        self.way.changed.connect(lambda _way: self._explain())
        for field in (self.where, self.authority):
            field.edited.connect(self._edited)

    # ---- what is shown

    def show_view(self, view: PostView) -> None:
        if view == self._view:
            return
        self._view = view
        clear = view.receiver is not None and not view.receiver.tls
        self.state.setText(where_text(view))
        set_tone(self.state, "caution" if clear else "" if view.receiver else "second")
        self.change.say(say("post-change" if view.receiver else "post-choose"))
        self.stop.setVisible(view.receiver is not None)
        if not view.possible:
            self.hide()
        self._explain()

    @property
    def _now(self) -> Receiver | None:
        return None if self._view is None else self._view.receiver

    def _explain(self) -> None:
        """What the choice means, and what would be left behind."""
        clear = self.way.key() == CLEAR
        self.means.setText(say("post-clear-does" if clear else "post-tls-does"))
        set_tone(self.means, "caution" if clear else "second")
        self.authority.setVisible(not clear)
        left = self._left_behind()
        self.left_behind.setText(say("post-left-behind", left) if left else "")
        self.left_behind.setVisible(bool(left))
        self.grown.emit()

    def _left_behind(self) -> str:
        """The receiver for which a session waits, and which another one is to follow."""
        view = self._view
        if view is None or view.receiver is None:
            return ""
        name, typed = view.receiver.name, receiver_of(self.where.text().strip())
        waits = any(one.fate is Fate.WAITING and one.receiver == name for one in view.letters)
        other = typed is not None and typed.name != name
        return name if waits and (self._sure or other) else ""

    # ---- what is pressed

    def offer(self) -> None:
        """Open the fields with what is so now."""
        now = self._now
        self._doubt(sure=False)
        self.where.line.setText(typed_text(now))
        known = None if now is None else now.authority
        self.authority.line.setText("" if known is None else str(known))
        self.way.choose(CLEAR if now is not None and not now.tls else TLS)
        self._edited()
        self.form.show()
        self.change.hide()
        self.grown.emit()
        self.where.line.setFocus()
        self.opened.emit()

    def leave(self) -> None:
        """Close the fields."""
        self.form.hide()
        self.change.show()
        self.grown.emit()

    def _give_up(self) -> None:
        self.leave()
        self.change.setFocus()

    def _edited(self) -> None:
        self.where.refuse("")
        self.authority.refuse("")
        self._explain()

    def _keep(self) -> None:
        typed, authority = self.where.text(), self.authority.text()
        try:
            receiver = receiver_typed(typed, "", tls=self.way.key() == TLS)
        except WrongEntry as wrong:
            self.where.refuse(str(wrong))
            self.where.line.setFocus()
            return
        if receiver.tls and authority.strip():
            try:
                receiver = receiver_typed(typed, authority, tls=True)
            except WrongEntry as wrong:
                self.authority.refuse(str(wrong))
                self.authority.line.setFocus()
                return
        self.chosen.emit(receiver)

    def _stop(self) -> None:
        if self._sure:
            self.stopped.emit()
        else:
            self._doubt(sure=True)

    def _doubt(self, *, sure: bool) -> None:
        self._sure = sure
        self.stop.say(say("post-stop-sure" if sure else "post-stop"))
        self._explain()
