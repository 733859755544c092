"""Go, caution or no-go, large: a shape, a word, a colour, and below it why.

Rule: the colours of alarms stay with the alarms; the shapes are those of no alarm either.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from monitor.treatment.view import Go
from ui.chair.decision_faces import DecisionFace
from ui.ink import Board, Label, Weight, fill_round, fitted
from ui.theme import Theme, colour
from ui.words import say


class DecisionCard(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face: DecisionFace | None = None
        self._badge = QRectF()
        super().__init__(theme, parent)

    def show_face(self, face: DecisionFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def hue(self, go: Go) -> str:
        theme = self.theme
        return {
            Go.GO: theme.hr,
            Go.CAUTION: theme.caution,
            Go.NO_GO: theme.emergency_edge,
            Go.UNKNOWN: theme.text_3,
        }[go]

    def head_height(self) -> int:
        return self.scale.px(190, 104)

    def lay_out(self) -> list[Label]:
        face, theme = self.face, self.theme
        if face is None:
            return []
        high, pad = self.head_height(), self.scale.px(28, 14)
        side = high - 2 * pad
        self._badge = QRectF(pad, pad, side, side)
        left = self._badge.right() + pad
        room = self.width() - left - pad
        big, small = self.scale.type(76, 38), self.scale.type(25, 14)
        bold = Weight.DemiBold
        labels = [
            fitted(Label(face.word, left, high * 0.56, room, big, theme.text, bold)),
            fitted(Label(face.headline, left, high * 0.83, room, small, theme.text)),
        ]
        return labels + self._lines(face, high, pad)

    def _lines(self, face: DecisionFace, top: float, pad: int) -> list[Label]:
        """Who took it on, reasons, what is missing; what has no room is counted at the end."""
        theme, size = self.theme, self.scale.type(26, 14)
        step = size * 1.62
        lines = [(words, theme.text, _weight(go)) for words, go in face.reasons]
        lines += [(words, theme.text_2, Weight.Normal) for words in face.missing]
        if face.signed:
            lines.insert(0, (face.signed, theme.text, Weight.DemiBold))
        rows = max(1, int((self.height() - top - pad * 0.5) / step))
        columns = 1 if len(lines) <= rows else 2
        fits = rows * columns
        if len(lines) > fits:
            more = say("decision-more", len(lines) - fits + 1)
            lines = [*lines[: fits - 1], (more, theme.text_2, Weight.Normal)]
        wide = (self.width() - pad * (columns + 1)) / columns
        return [
            fitted(
                Label(
                    words,
                    pad + (place // rows) * (wide + pad),
                    top + step * (place % rows + 0.9),
                    wide,
                    size,
                    ink,
                    weight,
                )
            )
            for place, (words, ink, weight) in enumerate(lines)
        ]

    # ---- the shape

    def paint_under(self, painter: QPainter) -> None:
        face = self.face
        if face is None:
            return
        box, go = self._badge, face.go
        head = QRectF(0, 0, self.width(), self.head_height())
        fill_round(painter, head, self.theme.background, self.scale.px(10, 5))
        painter.setPen(QPen(colour(self.hue(go)), self.scale.px(6, 3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if go is Go.CAUTION:
            centre = box.center()
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(centre.x(), box.top()),
                        QPointF(box.right(), centre.y()),
                        QPointF(centre.x(), box.bottom()),
                        QPointF(box.left(), centre.y()),
                    ]
                )
            )
        elif go is Go.NO_GO:
            painter.setBrush(colour(self.theme.emergency))
            painter.drawPolygon(_octagon(box))
        else:
            painter.drawEllipse(box)
        self._mark(painter, box, go)

    def _mark(self, painter: QPainter, box: QRectF, go: Go) -> None:
        """Drawn, not written: it has to be exact at every size."""
        pen = QPen(colour(self.theme.text), self.scale.px(10, 5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        at = _inside(box)
        match go:
            case Go.GO:
                painter.drawPolyline([at(0.30, 0.52), at(0.45, 0.67), at(0.71, 0.36)])
            case Go.CAUTION:
                painter.drawLine(at(0.5, 0.28), at(0.5, 0.56))
                painter.drawPoint(at(0.5, 0.71))
            case Go.NO_GO:
                painter.drawLine(at(0.28, 0.5), at(0.72, 0.5))
            case Go.UNKNOWN:
                for x in (0.32, 0.5, 0.68):
                    painter.drawPoint(at(x, 0.5))


def _weight(go: Go) -> Weight:
    return Weight.DemiBold if go is Go.NO_GO else Weight.Medium


def _octagon(box: QRectF) -> QPolygonF:
    at = _inside(box)
    cut = 0.293
    places = ((cut, 0), (1 - cut, 0), (1, cut), (1, 1 - cut))
    half = [at(x, y) for x, y in places]
    return QPolygonF([*half, *(at(1 - x, 1 - y) for x, y in places)])


def _inside(box: QRectF) -> Callable[[float, float], QPointF]:
    """Where a share of the width and of the height is."""
    return lambda x, y: QPointF(box.left() + x * box.width(), box.top() + y * box.height())
