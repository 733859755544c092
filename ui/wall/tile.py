"""One chair on the wall: a button as large as its tile, with a border that says its need.

Rule 1: the border has the colour of the most urgent alarm and flashes as the alarm bar does; the
        tile itself never does, and its words stay readable in both halves.
Rule 2: a tile is painted anew when its face changed, and only its border when it flashes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from monitor.outcomes import Priority
from ui.chair.alarm_bar import DIMMED
from ui.chair.alarm_shapes import draw_shape, hue_of
from ui.chair.alarm_text import Manner
from ui.chair.numerals import alarm_colour
from ui.controls import PRESSING_KEYS
from ui.ink import Scale, draw_label, fill_round, mixed
from ui.theme import Theme, colour
from ui.wall.faces import TileFace, Use, spoken
from ui.wall.tile_layout import lay_out

RADIUS = 12
BORDER, LEAST_BORDER = 7, 4
QUIET_BORDER, LEAST_QUIET_BORDER = 4, 2
"""Of an alarm that was answered, is over, or only asks for a repeat."""


class ChairTile(QAbstractButton):
    """A tap, Space or Enter goes to the chair; on a free one, to the start of a session there."""

    def __init__(self, theme: Theme, chair: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = Scale()
        self.face = TileFace(chair, Use.FREE)
        self.bright = True
        self.sheet = lay_out(self.face, 1, 1, self.scale, theme)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.relayout()

    def set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.relayout()

    def show_face(self, face: TileFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def flash(self, *, bright: bool) -> None:
        if bright != self.bright:
            self.bright = bright
            self.update(self.rim())

    def relayout(self) -> None:
        self.sheet = lay_out(self.face, self.width(), self.height(), self.scale, self.theme)
        self.setAccessibleName(spoken(self.face))
        self.update()

    def border(self) -> tuple[str, int]:
        """Colour and thickness as they are painted now."""
        words = self.face.alarm
        if words is None:
            return self.theme.line, 1
        hue = hue_of(self.theme, words)
        if words.manner is not Manner.OPEN:
            return hue, self.scale.px(QUIET_BORDER, LEAST_QUIET_BORDER)
        hue = hue if self.bright else mixed(hue, self.theme.background, DIMMED)
        return hue, self.scale.px(BORDER, LEAST_BORDER)

    def rim(self) -> QRegion:
        """Where the border is painted; no word and no mark lies there."""
        box, thick = self.rect(), self.border()[1] + 1
        corner = thick + self.scale.px(RADIUS, 6)
        cross = QRegion(box.adjusted(corner, thick, -corner, -thick))
        cross += QRegion(box.adjusted(thick, corner, -thick, -corner))
        return QRegion(box) - cross

    def marks(self) -> list[tuple[QRectF, Priority]]:
        """Of numbers in breach, as they are painted: one at the edge stands inside the border."""
        beside = self.border()[1] + 3
        return [
            (box.translated(beside if box.left() == 0 else 0, 0), priority)
            for box, priority in self.sheet.edges
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() not in PRESSING_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if not event.region().subtracted(self.rim()).isEmpty():
            self._paint_words(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self.theme
        painter.fillRect(self.rect(), colour(theme.background))
        free = self.face.use in {Use.FREE, Use.ENDED}
        fill = theme.background if free else theme.panel
        if self.isDown():
            fill = mixed(theme.text, fill, 0.12)
        hue, thick = self.border()
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        radius = self.scale.px(RADIUS, 6)
        pen = QPen(colour(hue), thick)
        if free:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            inset = thick + 4.0
            painter.setPen(QPen(colour(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            focus = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(focus, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        made, words = self.sheet, self.face.alarm
        for box, priority in self.marks():
            fill_round(painter, box, alarm_colour(self.theme, priority), box.width() / 2)
        if made.shape is not None and words is not None:
            hue = colour(hue_of(self.theme, words))
            draw_shape(painter, made.shape, words, hue, self.theme.text)
        for label in made.labels:
            draw_label(painter, label)
