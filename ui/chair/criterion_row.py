"""One line of the checklist before leaving: a shape, its words, and what can be done about it.

Rule: the state is told by a shape and a word; the colours of alarms are not used.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.chair.leaving_faces import Does, LineFace, LineState
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, wrapped
from ui.theme import Theme, colour
from ui.words import say

SMALLEST_PX = 11


class CriterionRow(Board):
    """`done` and `let_go` carry the id of the line."""

    done = Signal(str)
    let_go = Signal(str)

    def __init__(self, theme: Theme, criterion: str, parent: QWidget | None = None) -> None:
        self.criterion = criterion
        self.face: LineFace | None = None
        super().__init__(theme, parent)
        self.act = Tile(theme, say("line-tick"), self)
        self.act.clicked.connect(lambda: self.done.emit(criterion))
        self.leave = Tile(theme, say("line-let-go"), self)
        self.leave.wear(Look(ink=theme.text_2, fill=None, edge=theme.line, size=21))
        self.leave.clicked.connect(lambda: self.let_go.emit(criterion))

    def show_face(self, face: LineFace) -> None:
        if face == self.face:
            return
        self.face = face
        theme = self.theme
        ticked = face.does is Does.UNTICK
        fill = theme.infusion if ticked else theme.raised
        self.act.wear(Look(ink=theme.text, fill=fill, size=22))
        known = face.does is Does.TICK and bool(face.text)
        words = "line-tick-found" if known else f"line-{face.does.value or 'tick'}"
        self.act.say(say(words))
        self.act.setAccessibleName(say("leaving-do", face.name, say(words)))
        self.leave.setAccessibleName(say("leaving-do", face.name, say("line-let-go")))
        self.relayout()

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.act, self.leave):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        face, high, theme = self.face, self.height(), self.theme
        if face is None:
            return []
        gap, wide = self.scale.px(10, 5), self.scale.px(150, 92)
        self.act.setVisible(face.does is not Does.NOTHING)
        self.leave.setVisible(not face.done)
        right = self.width()
        for tile in (self.leave, self.act):
            tile.setGeometry(right - wide, 0, wide, high)
            if tile is self.act or not tile.isHidden():
                right -= wide + gap
        left = self._badge().right() + self.scale.px(20, 10)
        room = (self.act.x() if not self.act.isHidden() else right) - gap - left
        size, small = self.scale.type(24, 14), self.scale.type(20, SMALLEST_PX)
        name = Label(face.name, left, high * 0.41, room, size, theme.text, Weight.Medium)
        return [fitted(name, 12), *self._told(face, left, room, small)]

    def _told(self, face: LineFace, left: float, room: float, small: int) -> list[Label]:
        """In one line, or in two where the row is high enough."""
        high, theme = self.height(), self.theme
        ink = theme.caution if face.state is LineState.NOT_MET else theme.text_2
        lines = wrapped(face.told, room, small, Weight.Normal)
        if len(lines) > 1 and high >= small * 4.4:
            both = [lines[0], " ".join(lines[1:])]
            return [
                fitted(Label(words, left, high * base, room, small, ink), SMALLEST_PX)
                for words, base in zip(both, (0.66, 0.90), strict=True)
            ]
        return [fitted(Label(face.told, left, high * 0.83, room, small, ink), SMALLEST_PX)]

    # ---- the shape

    def _badge(self) -> QRectF:
        side = min(self.height() * 0.62, self.scale.px(44, 26))
        return QRectF(self.scale.px(6, 3), (self.height() - side) / 2, side, side)

    def paint_under(self, painter: QPainter) -> None:
        face = self.face
        if face is None:
            return
        theme, box = self.theme, self._badge()
        thin = self.scale.px(4, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match face.state:
            case LineState.MET:
                painter.setPen(QPen(colour(theme.hr), thin))
                painter.drawEllipse(box)
            case LineState.NOT_YET:
                painter.setPen(QPen(colour(theme.text_3), thin))
                painter.drawEllipse(box)
            case LineState.NOT_MET:
                painter.setPen(QPen(colour(theme.caution), thin))
                painter.drawPolygon(_diamond(box))
            case LineState.LET_GO:
                painter.setPen(QPen(colour(theme.text_2), thin))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), thin * 2, thin * 2)
        self._mark(painter, box, face.state)
        if not self.isHidden():
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, colour(theme.grid))

    def _mark(self, painter: QPainter, box: QRectF, state: LineState) -> None:
        pen = QPen(colour(self.theme.text), self.scale.px(5, 3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)

        def at(x: float, y: float) -> QPointF:
            return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

        match state:
            case LineState.MET:
                painter.drawPolyline([at(0.29, 0.52), at(0.44, 0.67), at(0.71, 0.36)])
            case LineState.NOT_YET:
                for x in (0.3, 0.5, 0.7):
                    painter.drawPoint(at(x, 0.5))
            case LineState.NOT_MET:
                painter.drawLine(at(0.5, 0.28), at(0.5, 0.54))
                painter.drawPoint(at(0.5, 0.72))
            case LineState.LET_GO:
                painter.drawLine(at(0.3, 0.5), at(0.7, 0.5))


def _diamond(box: QRectF) -> QPolygonF:
    centre = box.center()
    return QPolygonF(
        [
            QPointF(centre.x(), box.top()),
            QPointF(box.right(), centre.y()),
            QPointF(centre.x(), box.bottom()),
            QPointF(box.left(), centre.y()),
        ]
    )
