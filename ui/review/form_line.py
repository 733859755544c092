"""The monitoring form of a recorded session: what is missing in it, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.page_kit import Button, Card, label
from ui.rems_desk import RemsDesk
from ui.rems_form import Form
from ui.requests import Backend
from ui.words import say


class FormLine(Card):
    """`done` carries the sentence of what became of it. `by` is who is signed in."""

    done = Signal(str)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self.rems = RemsDesk(backend)
        self.by = ""
        self._form: Form | None = None
        self.told = label("", wrap=True)
        self.nameless = Button(say("hand-over-nameless"), "choice")
        self.nameless.setCheckable(True)
        self.nameless.toggled.connect(self._tell)
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.told, 1)
        row.addWidget(self.nameless)
        for what in ("save", "print", "sent"):
            button = Button(say(f"form-{what}"), "primary" if what == "save" else "plain")
            button.clicked.connect(lambda _checked=False, what=what: self._do(what))
            row.addWidget(button)
            self.buttons[what] = button
        self.leave = Button(say("form-close"))
        self.leave.clicked.connect(self.hide)
        row.addWidget(self.leave)
        self.column.addLayout(row)
        self.hide()

    def offer(self, form: Form) -> None:
        """Open the line for this form."""
        self._form = form
        self.nameless.setChecked(False)
        self._tell()
        self.show()
        self.buttons["save"].setFocus()

    def _tell(self) -> None:
        """What is missing, or that one without names is made; that one is sent to nobody."""
        form, nameless = self._form, self.nameless.isChecked()
        if form is None:
            return
        missing = form.missing
        told = say("form-missing", len(missing), ", ".join(missing))
        words = f"{told if missing else say('form-complete')} {say('form-due', form.due)}"
        self.told.setText(say("form-nameless-why") if nameless else words)
        self.buttons["sent"].setEnabled(not nameless)

    def _do(self, what: str) -> None:
        if self._form is not None:
            nameless = self.nameless.isChecked()
            self.done.emit(self.rems.do(what, self._form.session_id, self.by, nameless=nameless))
