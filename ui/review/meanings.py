"""What every number of a session means: one list, group by group, in the place of the curve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.page_kit import SMALL_PX, label, scrolling
from ui.review.number_strip import Number
from ui.words import say


class Meanings(QWidget):
    """Reached and scrolled by keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", SMALL_PX, tone="second", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setMargin(8)
        self.area = scrolling(self.words, say("review-definitions"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_numbers(self, groups: Sequence[Sequence[Number]]) -> None:
        paragraphs = []
        for group in groups:
            told = [
                say("mean-of", number.name, number.meaning) for number in group if number.meaning
            ]
            paragraphs.append("\n".join(told))
        self.words.setText("\n\n".join(paragraphs))
