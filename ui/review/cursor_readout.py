"""The line of values at the cursor; while a number is looked at, what that number means.

Rule 1: it always takes the same room, so that nothing on the page moves when it changes.
Rule 2: values flow into the lines there are; what does not fit is left out from the end, whole,
        and is still told to a screen reader. A meaning is set smaller until all of it fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.ink import Label, Weight, draw_label, text_width, wrapped
from ui.page_growth import Growth
from ui.review.cursor_values import Fact
from ui.theme import Theme
from ui.words import say

HIGH_PX = 48
TEXT_PX, SMALLEST_PX = 15, 11
WAYS = ((15, 2), (14, 2), (13, 2), (12, 3), (11, 3))
"""Sizes of the type, each with the lines for which there is room, in the order of trying."""
BETWEEN_PX = 18
LINE = 1.26


class CursorReadout(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._growth = 1.0
        self._facts: tuple[Fact, ...] = ()
        self._meaning = ""
        self.labels: tuple[Label, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grow(Growth())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(260, round(HIGH_PX * self._growth))

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        self.setFixedHeight(round(HIGH_PX * growth.type))
        self._lay_out()

    def show_values(self, facts: Sequence[Fact]) -> None:
        """Empty = there is no cursor. A number that is still looked at keeps its meaning there."""
        self._facts = tuple(facts)
        self._lay_out()

    def explain(self, meaning: str) -> None:
        """Empty = the values again."""
        if meaning != self._meaning:
            self._meaning = meaning
            self._lay_out()

    @property
    def text(self) -> str:
        """All of it, whether there is room for it or not."""
        if self._meaning:
            return self._meaning
        if not self._facts:
            return say("cursor-none")
        return " · ".join(" ".join(part for part in fact if part) for fact in self._facts)

    # ---- layout, in the measures of code

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.width() / self._growth
        plain = self._meaning or ("" if self._facts else say("cursor-none"))
        self.labels = tuple(self._sentence(plain, width) if plain else self._flow(width))
        self.setAccessibleName(say("cursor-name"))
        self.setAccessibleDescription(self.text)
        self.update()

    def _sentence(self, text: str, width: float) -> list[Label]:
        size = TEXT_PX - 1
        lines = wrapped(text, width, size, Weight.Normal)
        while size > SMALLEST_PX and len(lines) * size * LINE > HIGH_PX:
            size -= 1
            lines = wrapped(text, width, size, Weight.Normal)
        step = min(size * LINE, HIGH_PX / max(1, len(lines)))
        top = (HIGH_PX - step * len(lines)) / 2
        ink = self._theme.text if self._meaning else self._theme.text_2
        return [
            Label(line, 0, top + step * place + size, width, size, ink)
            for place, line in enumerate(lines)
        ]

    def _flow(self, width: float) -> list[Label]:
        size, lines = next(
            (way for way in WAYS if len(self._rows(width, way[0])) <= way[1]), WAYS[-1]
        )
        rows = self._rows(width, size)[:lines]
        step = HIGH_PX / 3 if lines == 3 else size * 1.45
        top = (HIGH_PX - step * len(rows)) / 2
        made: list[Label] = []
        for place, row in enumerate(rows):
            base = top + step * place + size * 1.1
            for left, (name, value) in row:
                wide = text_width(name, size - 1) + 6 if name else 0.0
                t = self._theme
                if name:
                    made.append(Label(name, left, base, wide, size - 1, t.text_2))
                room = text_width(value, size, Weight.DemiBold)
                made.append(Label(value, left + wide, base, room, size, t.text, Weight.DemiBold))
        return made

    def _rows(self, width: float, size: int) -> list[list[tuple[float, Fact]]]:
        rows: list[list[tuple[float, Fact]]] = [[]]
        left = 0.0
        for name, value in self._facts:
            wide = text_width(value, size, Weight.DemiBold)
            wide += text_width(name, size - 1) + 6 if name else 0.0
            if rows[-1] and left + wide > width:
                rows.append([])
                left = 0.0
            rows[-1].append((left, (name, value)))
            left += wide + BETWEEN_PX
        return rows

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._growth, self._growth)
        for one in self.labels:
            draw_label(painter, one)
        painter.end()
