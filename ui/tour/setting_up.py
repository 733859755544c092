"""What is seen while the running clinic lives through its past: calm words, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.ink import Board, Label, Scale, Weight, fill_round, wrapped
from ui.page_growth import Page
from ui.theme import Theme
from ui.words import say

WIDE_PX, LEAST_WIDE_PX = 900, 560
BAR_PX = 12


class SettingCard(Board):
    """`trouble`: why there will be no clinic; empty = there will be one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.share, self.trouble = 0.0, ""
        self._bar_top = 0.0
        super().__init__(theme, parent)

    def show_done(self, share: float, trouble: str) -> None:
        if (share, trouble) != (self.share, self.trouble):
            self.share, self.trouble = share, trouble
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, scale = self.theme, self.scale
        pad, big, size = scale.px(48, 28), scale.type(40, 24), scale.type(27, 17)
        room = self.width() - 2 * pad
        base: float = pad + big * 0.75
        made = [Label(say("setup-title"), pad, base, room, big, theme.text, Weight.DemiBold)]
        base += big * 0.4
        for line in wrapped(self.trouble or say("setup-what"), room, size, Weight.Normal):
            base += size * 1.45
            made.append(Label(line, pad, base, room, size, theme.text))
        self._bar_top = base + size * 1.1
        base = self._bar_top + scale.px(BAR_PX, 8) + size * 0.5
        for line in wrapped(say("setup-keys"), room, size, Weight.Normal):
            base += size * 1.45
            made.append(Label(line, pad, base, room, size, theme.text_2))
        return made

    def wanted_height(self) -> int:
        return round(self.labels[-1].baseline + self.scale.px(48, 28)) if self.labels else 0

    def paint_under(self, painter: QPainter) -> None:
        theme, scale = self.theme, self.scale
        pad, thick = scale.px(48, 28), scale.px(BAR_PX, 8)
        fill_round(painter, QRectF(self.rect()), theme.panel, scale.px(14, 8))
        whole = QRectF(pad, self._bar_top, self.width() - 2 * pad, thick)
        fill_round(painter, whole, theme.background, thick / 2)
        done = QRectF(whole)
        done.setWidth(max(thick, whole.width() * self.share))
        fill_round(painter, done, theme.infusion_edge, thick / 2)


class SettingUp(Page):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.background))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setAccessibleName(say("setup-title"))
        self.card = SettingCard(theme, self)

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        self.card.set_scale(scale)
        self._place()

    def show_done(self, share: float, trouble: str = "") -> None:
        """`share` in 0..1."""
        self.card.show_done(share, trouble)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """In the middle, a little above it."""
        wide = min(self.width() - 32, self.card.scale.px(WIDE_PX, LEAST_WIDE_PX))
        self.card.resize(wide, self.card.height())
        high = self.card.wanted_height()
        top = max(0, round((self.height() - high) * 0.42))
        self.card.setGeometry((self.width() - wide) // 2, top, wide, high)
