"""A painted pane that stands over the same stretch of time as the curve, with its cursor.

Rule 1: what stands still is painted into a picture once for each stretch of time; the cursor
        moves over that picture and costs a copy.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.chair.trend_layout import SMALLEST_PX, XScale
from ui.theme import CORNER_PX, Theme, colour


class AxisPane(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.x_scale = XScale(0.0, 1.0, 0.0, 1.0)
        self.type_px = SMALLEST_PX
        self.cursor_s: float | None = None
        self._picture: QPixmap | None = None

    def follow(self, x: XScale, cursor_s: float | None, type_px: int) -> None:
        """Stand over this stretch of time, as the curve does."""
        if type_px != self.type_px:
            self.type_px = type_px
            self.fit()
        if x != self.x_scale:
            self.x_scale = x
            self.change()
        if cursor_s != self.cursor_s:
            self.cursor_s = cursor_s
            self.update()

    def change(self) -> None:
        """It looks different from now on."""
        self._picture = None
        self.update()

    def fit(self) -> None:
        """The type has another size."""
        self.change()

    def draw(self, painter: QPainter) -> None:
        """What stands still, on the ground of the pane."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        ratio = self.devicePixelRatioF()
        wanted = (self.size().toSizeF() * ratio).toSize()
        if self._picture is None or self._picture.size() != wanted:
            self._picture = self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self.cursor_s is not None and self.x_scale.shows(self.cursor_s):
            at = self.x_scale.px(self.cursor_s)
            painter.setPen(QPen(colour(self.theme.text, 0.75), 1.2))
            painter.drawLine(QLineF(at, 0, at, self.height()))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(self.theme.infusion_edge), 2))
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, CORNER_PX, CORNER_PX)
        painter.end()

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()), CORNER_PX, CORNER_PX)
        self.draw(painter)
        painter.end()
        return picture
