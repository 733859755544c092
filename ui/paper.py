"""What goes on paper: words, rules and boxes at millimetres of an A4 page within its margins.

The same strokes go to a PDF, a printer, or a picture in a test; they shrink on narrower paper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from ui.theme import FAMILY

WIDE_MM, HIGH_MM, MARGIN_MM = 180.0, 267.0, 15.0
BLACK, GREY = QColor("#111111"), QColor("#555555")
_SET_PX = 20
"""Words are set in this size and scaled, so that a printer and a screen set them alike."""


def lay_out_page(device: QPagedPaintDevice) -> None:
    """A4, upright, with a margin that every printer can keep."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )


def put_page(device: QPagedPaintDevice, draw: Callable[[QPainter], bool]) -> bool:
    """Draw on the device; False when it cannot be written to, or `draw` says so."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        done = draw(painter)
    finally:
        ended = painter.end()  # a device that is let go while it is painted on ends the process
    return done and ended


def free_pdf(folder: Path, stem: str) -> Path:
    """A name that no file has yet."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path


def paper_font(pixels: int = _SET_PX, *, bold: bool = False) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setBold(bold)
    # A character that a feature of the font replaces by another shape (1:1 of «tnum», the higher
    # colon and plus of «calt») cannot be found or copied in a PDF: Qt tells it no meaning.
    for feature in ("calt", "tnum", "ccmp", "liga"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


class Paper:
    """A page under a painter whose unit is a millimetre. Sizes of type are in mm too."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def write(
        self,
        left: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: QColor = BLACK,
    ) -> None:
        """One line of words on the baseline `y`."""
        painter = self.painter
        painter.setFont(paper_font(bold=bold))
        painter.setPen(ink)
        painter.save()
        painter.translate(left, y)
        painter.scale(size / _SET_PX, size / _SET_PX)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        self.painter.setFont(paper_font(bold=bold))
        return self.painter.fontMetrics().horizontalAdvance(text) * size / _SET_PX

    def cut(self, text: str, width: float, size: float, *, bold: bool = False) -> str:
        """Shortened to what fits."""
        self.painter.setFont(paper_font(bold=bold))
        room = int(width * _SET_PX / size)
        return self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def line(self, left: float, right: float, y: float, *, heavy: bool = False) -> None:
        self.painter.setPen(QPen(BLACK if heavy else GREY, 0.4 if heavy else 0.2))
        self.painter.drawLine(QPointF(left, y), QPointF(right, y))

    def upright(self, x: float, top: float, bottom: float) -> None:
        self.painter.setPen(QPen(GREY, 0.2))
        self.painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def box(self, left: float, y: float, side: float) -> None:
        """An empty square to be ticked by hand; it stands on the baseline."""
        self.painter.setPen(QPen(BLACK, 0.25))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(QRectF(left, y - side, side, side))
