"""The first line of the review: its title, and what can be done with the session that is shown.

Rule: no word is cut. Where it gets narrow, type and edges of the buttons become smaller first;
      where that is not enough, the title gives way: the list below says what the page is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.ink import text_width
from ui.page_growth import Growth
from ui.page_kit import MEDIUM, TEXT_PX, Button
from ui.theme import font

TIGHT_PX, TIGHT_PAD_PX = 14, 6
GAP_PX = 8
EDGE_PX = 3
"""The border of a button, and what rounding takes."""


class TopRow(QWidget):
    """`parts` stand at the right, each a button or a row of them; hidden ones take no room."""

    def __init__(self, title: QLabel, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self.title, self._parts = title, tuple(parts)
        self._growth = Growth()
        self.tight = False
        """The buttons are smaller than elsewhere."""
        self.setProperty("part", "bare")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(title)
        row.addStretch(1)
        for part in self._parts:
            row.addWidget(part)

    def grow(self, growth: Growth) -> None:
        """After the page has given every button its usual size."""
        self._growth = growth
        self.tight = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A button came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def buttons(self, *, shown: bool) -> list[Button]:
        """All of them, or those that are not hidden."""
        found: list[Button] = []
        for part in self._parts:
            inside = [part] if isinstance(part, Button) else part.findChildren(Button)
            found += [one for one in inside if not (shown and (part.isHidden() or one.isHidden()))]
        return found

    def _fit(self) -> None:
        whole, named = self._needed(tight=False), self.title.sizeHint().width() + GAP_PX
        tight = whole + named > self.width()
        self.title.setVisible(not tight or self._needed(tight=True) + named <= self.width())
        if tight is not self.tight:
            self.tight = tight
            for button in self.buttons(shown=False):
                button.setFont(font(self._type_px(tight=tight), MEDIUM))
                button.setStyleSheet(f"padding: 0 {TIGHT_PAD_PX}px;" if tight else "")

    def _type_px(self, *, tight: bool) -> int:
        return TIGHT_PX if tight else round(TEXT_PX * self._growth.type)

    def _needed(self, *, tight: bool) -> float:
        """So wide are the buttons that are shown."""
        size = self._type_px(tight=tight)
        wide = 0.0
        for button in self.buttons(shown=True):
            usual = 12 if button.property("part") == "slim" else 18
            pad = TIGHT_PAD_PX if tight else usual
            wide += text_width(button.text(), size, MEDIUM) + 2 * (pad + EDGE_PX) + GAP_PX
        return wide
