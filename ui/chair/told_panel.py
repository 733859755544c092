"""A panel that says in its own head why something was refused: nothing of it is covered then."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.chair.side_panel import SidePanel
from ui.ink import Label, Weight, fitted, wrapped
from ui.theme import Theme

LINES = 2


class ToldPanel(SidePanel):
    """`refusal` stands beside the title until something is done or the panel is opened anew."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        self.refusal = ""
        super().__init__(theme, title, parent)

    def open(self) -> None:
        self.refusal = ""
        super().open()

    def show_refusal(self, sentence: str) -> None:
        """Empty = there is nothing to say any more."""
        if sentence != self.refusal:
            self.refusal = sentence
            self.relayout()

    def lay_out(self) -> list[Label]:
        labels = super().lay_out()
        return [*labels[:1], *self._told(labels[0]), *labels[1:]] if self.refusal else labels

    def _told(self, title: Label) -> list[Label]:
        gap, size = self.scale.px(28, 14), self.scale.type(23, 13)
        left = title.left + title.text_width() + gap
        room = self.close_tile.x() - gap - left
        lines = wrapped(self.refusal, room, size, Weight.Medium)
        rest = " ".join(lines[LINES - 1 :])
        shown = [*lines[: LINES - 1], *([rest] if rest else [])]
        middle = self.head_height() / 2 + size * 0.36
        first = middle - (len(shown) - 1) * size * 0.65
        return [
            fitted(Label(words, left, first + at * size * 1.3, room, size, self.theme.text), 10)
            for at, words in enumerate(shown)
        ]
