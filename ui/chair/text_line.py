"""A line of own words inside a panel, in the panel's look; Enter is taken by the panel alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme

MOST = 200
TAKEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextLine(QLineEdit):
    """What is typed or scanned here goes nowhere else: a digit chooses no chair."""

    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(MOST)
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 12px; }}"
            f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter says that the line is finished, and is not passed on to what lies below."""
        super().keyPressEvent(event)
        if event.key() in TAKEN:
            event.accept()
