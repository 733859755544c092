"""Rows of the filter: choices with "any" first, their names above them, parts side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.page_kit import SMALL_PX, ChoiceRow, label
from ui.words import say

ANY = "any"
"""The key of the choice that leaves everything."""


def named(name: str, row: ChoiceRow) -> QBoxLayout:
    """A row of choices below what it chooses."""
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(label(say(name), SMALL_PX, tone="second"))
    column.addWidget(row)
    column.addStretch(1)
    return column


def side_by_side(*parts: QWidget | QBoxLayout) -> QBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for part in parts:
        if isinstance(part, QWidget):
            row.addWidget(part, 1)
        else:
            row.addLayout(part, 1)
    return row


def choice(name: str, choices: list[tuple[str, str]]) -> ChoiceRow:
    return ChoiceRow(say(name), [(ANY, say("filter-any")), *choices], ANY)
