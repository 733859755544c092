"""An item of a graphics scene that is painted in pixels inside one box.

Rule 1: what is drawn is kept as a picture and shown again until `changed` is said. A curve that
        moves below or beside it then costs a copy, not a drawing.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class Painted(QGraphicsItem):
    def __init__(self, z: float, ground: QColor | None = None) -> None:
        """`ground`: what the whole box is filled with; None = what is below shows through."""
        super().__init__()
        self._ground = QColor(Qt.GlobalColor.transparent) if ground is None else ground
        self._box = QRectF()
        self._picture: QPixmap | None = None
        self.setZValue(z)

    @property
    def box(self) -> QRectF:
        return self._box

    def set_box(self, box: QRectF) -> None:
        if box != self._box:
            self.prepareGeometryChange()
            self._box = QRectF(box)
            self._picture = None

    def changed(self) -> None:
        """It looks different from now on."""
        self._picture = None
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 -- Qt's name
        return self._box

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if self._box.isEmpty():
            return
        ratio = painter.device().devicePixelRatioF()
        picture = self._picture
        if picture is None or picture.devicePixelRatioF() != ratio:
            picture = self._picture = self._pictured(ratio)
        painter.drawPixmap(self._whole().topLeft(), picture)

    def draw(self, painter: QPainter) -> None:
        """What is seen, in the coordinates of the box; nothing by itself."""

    def _whole(self) -> QRectF:
        """The box in whole pixels, so that the picture is copied and not blended."""
        return QRectF(self._box.toAlignedRect())

    def _pictured(self, ratio: float) -> QPixmap:
        whole = self._whole()
        picture = QPixmap((whole.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ground)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-whole.topLeft())
        painter.setClipRect(self._box)
        self.draw(painter)
        painter.end()
        return picture
