"""What a locked window shows while no session runs: the way in, and nothing of any patient."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from ui.chair.person_pad import PersonPad
from ui.ink import Label, Scale, draw_label
from ui.page_growth import Page
from ui.theme import Theme, colour
from ui.words import say

WIDEST = (1100, 780)


class LockPage(Page):
    """`pad` asks who it is; it stays there until somebody has signed in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.scale = theme, Scale()
        self.pad = PersonPad(theme, self)
        self.pad.stays = True
        self.setAccessibleName(say("lock-title"))

    def take_scan(self, text: str) -> bool:
        """A badge."""
        self.pad.take_badge(text)
        return True

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        self.pad.set_scale(scale)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def _frame(self) -> QRect:
        beside = self.scale.px(64, 32)
        wide = min(self.scale.px(WIDEST[0], 560), self.width() - 2 * beside)
        high = min(self.scale.px(WIDEST[1], 420), self.height() - beside)
        return QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)

    def _place(self) -> None:
        frame, pad = self._frame(), self.scale.px(40, 20)
        head = self.scale.px(84, 48)
        self.pad.setGeometry(frame.adjusted(pad, head, -pad, -pad))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, frame, pad = self.theme, self._frame(), self.scale.px(40, 20)
        painter.fillRect(self.rect(), colour(theme.background))
        painter.setBrush(colour(theme.panel))
        painter.setPen(colour(theme.line))
        radius = self.scale.px(12, 6)
        painter.drawRoundedRect(frame, radius, radius)
        size = self.scale.type(26, 15)
        base = frame.top() + self.scale.px(56, 32)
        left, wide = frame.left() + pad, frame.width() - 2 * pad
        draw_label(painter, Label(say("lock-title"), left, base, wide, size, theme.text_2))
        painter.end()
