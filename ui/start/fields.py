"""One field to type into: its name above, its unit beside, what is wrong with it below.

Rule 1: what was typed stays as it was typed; a refusal changes nothing but the line below.
Rule 2: Enter goes on to the next field and never does anything else, so neither a habit nor a
        barcode scanner starts a session.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.page_kit import CONTROL_PX, MEDIUM, SMALL_PX, label, restyle, set_tone
from ui.theme import font

INPUT_PX = 19
HINT_GAP_PX = 24


class Input(QLineEdit):
    """A line to type into, in the page's look."""

    left = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setFont(font(INPUT_PX))
        self.setMinimumHeight(CONTROL_PX)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.editingFinished.connect(self.left)
        self.last = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            if not self.last and not event.isAutoRepeat():
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def mark(self, refused: bool) -> None:
        if bool(self.property("refused") == "true") != refused:
            self.setProperty("refused", "true" if refused else "false")
            restyle(self)


class Message(QWidget):
    """The line below a control: a hint, or the sentence of a refusal."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self._refused = ""
        self._label = label(hint, SMALL_PX, tone="second", wrap=True)
        row = QVBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(self._label)
        if not hint:
            self.hide()
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def give_hint(self, hint: str) -> None:
        """What stands here while nothing is wrong."""
        if hint != self._hint:
            self._hint = hint
            self.refuse(self._refused)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence goes back to the hint."""
        self._refused = sentence
        self._label.setText(f"{sentence[:1].upper()}{sentence[1:]}" or self._hint)
        self.setVisible(bool(sentence or self._hint))
        weight = self._label.font()
        weight.setWeight(MEDIUM if sentence else QFont.Weight.Normal)
        self._label.setFont(weight)
        set_tone(self._label, "" if sentence else "second")

    def text(self) -> str:
        """As it was given; on the screen it begins with a capital."""
        return self._refused or self._hint


class Field(QWidget):
    """A named `Input` with a unit and room for one sentence."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        *,
        value: str = "",
        unit: str = "",
        placeholder: str = "",
        hint: str = "",
        most: int = 60,
    ) -> None:
        super().__init__()
        self._usual = value
        self.line = Input(name, placeholder)
        self.line.setText(value)
        self.line.setMaxLength(most)
        self._hint = hint
        self._message = Message(hint)
        self._name = label(name, SMALL_PX, tone="second")
        self._aside = label("", SMALL_PX, tone="hint")
        self.beside: QLabel = label("", SMALL_PX, tone="second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._name)
        above.addWidget(self._aside)
        above.addStretch(1)
        above.addWidget(self.beside)
        column.addLayout(above)
        column.addWidget(self.line)
        column.addWidget(self._message)
        column.addStretch(1)
        if unit:
            self._put_unit(unit)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.left.connect(self.left)

    def rename(self, name: str) -> None:
        """What is asked for has another name from now on."""
        self._name.setText(name)
        self.line.setAccessibleName(name)

    def _put_unit(self, unit: str) -> None:
        """The unit stands inside the line, at its right end."""
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addStretch(1)
        shown = label(unit, tone="second")
        shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(shown)
        width = shown.fontMetrics().horizontalAdvance(unit)
        self.line.setTextMargins(0, 0, width + 8, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if self._hint:
            self._place_hint()

    def _place_hint(self) -> None:
        """Beside the name where there is room, which saves a line of the page; else below."""
        metrics = self._aside.fontMetrics()
        needed = self._name.sizeHint().width() + metrics.horizontalAdvance(self._hint)
        fits = needed + HINT_GAP_PX <= self.width()
        self._aside.setText(self._hint if fits else "")
        self._message.give_hint("" if fits else self._hint)

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        """Back to the usual value; nothing of the last patient stays."""
        self.line.setText(self._usual)
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        self._message.refuse(sentence)
        self.line.mark(bool(sentence))

    def message(self) -> str:
        """What stands below the line now."""
        return self._message.text()
