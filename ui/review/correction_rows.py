"""What a correction is filled in with: a row for each value, room for own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from monitor.amendments import LONGEST_TEXT
from ui.page_kit import SMALL_PX, Button, ChoiceRow, label
from ui.review.correction_draft import Row, stepped
from ui.start.fields import INPUT_PX, Field
from ui.theme import Theme, font
from ui.words import say

STEP_PX, WORDS_PX = 48, 110


class ValueRow(QWidget):
    """One value: what is recorded, and what is to count; a number has a step up and down."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.setProperty("part", "bare")
        self.row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.choice: ChoiceRow | None = None
        self.field: Field | None = None
        self.less, self.more = Button("−"), Button("+")
        if row.choices:
            self.choice = ChoiceRow(row.name, row.choices, row.text)
            above = QVBoxLayout()
            above.setSpacing(5)
            above.addWidget(label(row.name, SMALL_PX, tone="second"))
            above.addWidget(self.choice)
            above.addStretch(1)
            line.addLayout(above, 1)
            return
        self.field = Field(row.name, value=row.text, unit=row.unit, most=LONGEST_TEXT)
        self.field.beside.setText(f"{say('amend-recorded')}: {row.text or '–'}")
        line.addWidget(self.field, 1)
        if row.step is not None:
            for button, words, steps in ((self.less, "less", -1), (self.more, "more", 1)):
                button.setAccessibleName(f"{row.name}: {say(f'amend-{words}')}")
                button.clicked.connect(lambda _checked=False, steps=steps: self._go(steps))
                button.setFixedWidth(STEP_PX)
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)

    def text(self) -> str:
        if self.choice is not None:
            return self.choice.key()
        return "" if self.field is None else self.field.text()

    def _go(self, steps: int) -> None:
        if self.field is not None:
            self.field.line.setText(stepped(self.row, self.field.text(), steps))


class Whys(ChoiceRow):
    """Usual reasons of which none is down until one is pressed: a reason is never a default."""

    def open(self) -> None:
        """None is down."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        next(iter(self._buttons.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def key(self) -> str:
        """Empty = none is down."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")


class Words(QPlainTextEdit):
    """Several lines of own words; Tab leaves them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setFont(font(INPUT_PX))
        self.setMinimumHeight(WORDS_PX)
        self.setMaximumHeight(2 * WORDS_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 10px; padding: 6px 8px;"
            f" selection-background-color: {theme.infusion}; }}"
            f" QPlainTextEdit:focus {{ border-color: {theme.infusion_edge}; }}"
        )


def column() -> QWidget:
    """Room for widgets that come and go."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return made


def add(room: QWidget, *widgets: QWidget) -> None:
    """One below the other; without any it takes no room."""
    layout = room.layout()
    assert layout is not None, "made with one"
    for widget in widgets:
        layout.addWidget(widget)
    room.setVisible(bool(widgets))


def add_pairs(room: QWidget, rows: Sequence[QWidget]) -> None:
    """Two in a line; a single one has the line for itself."""
    layout = room.layout()
    assert isinstance(layout, QVBoxLayout), "made as one"
    for place in range(0, len(rows), 2):
        line = QHBoxLayout()
        line.setSpacing(16)
        for row in rows[place : place + 2]:
            line.addWidget(row, 1)
        layout.addLayout(line)
    room.setVisible(bool(rows))


def clear(layout: QLayout | None) -> None:
    """Nothing that was filled in before stays."""
    while layout is not None and (item := layout.takeAt(0)) is not None:
        clear(item.layout())
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
