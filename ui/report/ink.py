"""Strokes of a report: words that fit, wrapped and cut, and small shapes that grey paper can tell.

Rule 1: nothing is told by colour alone.
Rule 2: where every word was put is kept (`written`), so that a test can see that none lies on
        another one or outside the page.
Rule 3: a silent ink puts nothing on paper; it measures.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.paper import BLACK, GREY, Paper

WHITE = QColor("#ffffff")
PALE = QColor("#e6e9ed")
RULE = QColor("#9aa0a6")
UP, DOWN = 0.78, 0.24
"""How far letters reach over and under their baseline, in parts of their size."""
ELLIPSIS = "…"
PARTS = " · "


class Ink(Paper):
    """A page under a painter whose unit is a millimetre."""

    def __init__(self, painter: QPainter, *, silent: bool = False) -> None:
        super().__init__(painter)
        self.silent = silent
        self.written: list[tuple[QRectF, str]] = []
        self._widths: dict[tuple[str, float, bool], float] = {}

    def hushed(self) -> Ink:
        """The same pen over the same paper; it only measures."""
        made = Ink(self.painter, silent=True)
        made._widths = self._widths
        return made

    # ---- words

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        known = (text, size, bold)
        if known not in self._widths:
            self._widths[known] = super().width(text, size, bold=bold)
        return self._widths[known]

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
        if self.silent or not text.strip():
            return
        wide = self.width(text, size, bold=bold)
        self.written.append((QRectF(left, y - UP * size, wide, (UP + DOWN) * size), text))
        super().write(left, y, text, size, bold=bold, ink=ink)

    def right(
        self,
        edge: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: QColor = BLACK,
    ) -> None:
        """It ends at `edge`."""
        self.write(edge - self.width(text, size, bold=bold), y, text, size, bold=bold, ink=ink)

    def middle(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        ink: QColor = BLACK,
    ) -> None:
        half = self.width(text, size, bold=bold) / 2.0
        self.write(x - half, y, text, size, bold=bold, ink=ink)

    def fitted(self, text: str, room: float, size: float, *, bold: bool = False) -> str:
        """Shortened to what fits; a line break is a space."""
        plain = " ".join(text.split())
        if room <= 0.0:
            return ""
        return (
            plain
            if self.width(plain, size, bold=bold) <= room
            else self._cut(plain, room, size, bold=bold)
        )

    def _cut(self, text: str, room: float, size: float, *, bold: bool) -> str:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS if low else ""

    def wrapped(
        self, text: str, room: float, size: float, most: int, *, bold: bool = False
    ) -> list[str]:
        """In at most so many lines, parted between its parts where that can be.

        The last one is cut where more does not fit.
        """
        lines: list[str] = []
        rest = " ".join(text.split())
        while rest and len(lines) < most - 1:
            line, rest = self._line_of(rest, room, size, bold=bold)
            lines.append(line)
        return [*lines, self.fitted(rest, room, size, bold=bold)] if rest else lines

    def _line_of(self, text: str, room: float, size: float, *, bold: bool) -> tuple[str, str]:
        """The first line, and what is left: between parts, else between words, else anywhere."""
        if self.width(text, size, bold=bold) <= room:
            return text, ""
        whole = self._cut(text, room, size, bold=bold).removesuffix(ELLIPSIS) or text[:1]
        for joint, least in ((PARTS, 0.5 * room), (" ", 0.0)):
            head, found, _ = whole.rpartition(joint)
            if text[len(whole) :].startswith(joint):
                head, found = whole, joint
            if found and self.width(head, size, bold=bold) > least:
                return head, text[len(head) + len(joint) :]
        return whole, text[len(whole) :]

    # ---- shapes

    def rule(self, left: float, right: float, y: float, *, heavy: bool = False) -> None:
        self.stroke([(left, y), (right, y)], BLACK if heavy else RULE, 0.35 if heavy else 0.15)

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        ink: QColor = BLACK,
        wide: float = 0.25,
        dashes: Sequence[float] = (),
    ) -> None:
        """A line through the points; `dashes` in mm."""
        if self.silent or len(points) < 2:
            return
        pen = QPen(ink, wide)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes:
            pen.setDashPattern([one / wide for one in dashes])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def area(self, box: QRectF, fill: QColor | None, edge: QColor | None = None) -> None:
        if self.silent:
            return
        self.painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 0.2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        self.painter.drawRect(box)

    def shape(
        self, points: Sequence[tuple[float, float]], fill: QColor | None = BLACK, wide: float = 0.2
    ) -> None:
        """A closed shape with a black edge."""
        if self.silent:
            return
        self.painter.setPen(QPen(BLACK, wide))
        self.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def disc(self, x: float, y: float, radius: float, fill: QColor | None = WHITE) -> None:
        if self.silent:
            return
        self.painter.setPen(QPen(BLACK, 0.2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def heading(self, left: float, right: float, y: float, text: str, beside: str = "") -> float:
        """A heading over its rule; where what follows may begin."""
        base = y + 4.2
        self.write(left, base, text, 3.1, bold=True)
        begins = left + self.width(text, 3.1, bold=True) + 2.5
        self.write(begins, base, self.fitted(beside, right - begins, 2.7), 2.7, ink=GREY)
        self.rule(left, right, base + 1.2)
        return base + 1.5
