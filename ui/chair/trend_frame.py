"""What stands still behind the curves, as one comparable value, and how it is painted.

Rule 1: two equal frames look the same, so a frame is painted into a picture once and that picture
        is shown until the frame differs.
Rule 2: the words of limits stand in the margin at the right, where no value is ever drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.chair.painted import Painted
from ui.chair.trend_layout import Boxes, XScale, YScale, spread, x_ticks, y_ticks
from ui.theme import CORNER_PX, Theme, colour, font
from ui.trend_text import minutes
from ui.words import say

Weight = QFont.Weight


@dataclass(frozen=True, slots=True)
class Line:
    """A dotted line with its words; `alarm` = a limit, else a resting value."""

    value: float
    text: str
    alarm: bool


@dataclass(frozen=True, slots=True)
class PanelFrame:
    title: str
    role: str
    low: float
    high: float
    steps: tuple[float, ...]
    lines: tuple[Line, ...]
    tint_above: float | None = None
    bands: tuple[tuple[float, float], ...] = ()
    """Raised, and no alarm: a breath of colour from the one value to the other."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`windows` are the times of the infusion, those that are planned included."""

    panels: tuple[PanelFrame, ...]
    from_s: float
    to_s: float
    zero_s: float
    windows: tuple[tuple[float, float], ...]

    def x(self, boxes: Boxes) -> XScale:
        return XScale(self.from_s, self.to_s, boxes.first.left(), boxes.first.width())

    def y(self, boxes: Boxes, index: int) -> YScale:
        panel, plot = self.panels[index], boxes.plots[index]
        return YScale(panel.low, panel.high, plot.top(), plot.height())


class Backdrop(Painted):
    """Shows the picture of the present frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(z=-200, ground=colour(theme.background))
        self._theme = theme
        self._shown: tuple[Frame, Boxes] | None = None
        self.painted = 0
        """How often a frame had to be painted anew."""

    def show_frame(self, frame: Frame, boxes: Boxes) -> bool:
        """True when it differs from what was shown."""
        if self._shown == (frame, boxes):
            return False
        self._shown = (frame, boxes)
        self.set_box(QRectF(0, 0, boxes.panels[0].width(), boxes.axis.bottom()))
        self.changed()
        self.painted += 1
        return True

    def draw(self, painter: QPainter) -> None:
        if self._shown is not None:
            FramePainter(painter, *self._shown, self._theme).paint()


class FramePainter:
    def __init__(self, painter: QPainter, frame: Frame, boxes: Boxes, theme: Theme) -> None:
        self._painter = painter
        self._frame = frame
        self._boxes = boxes
        self._theme = theme
        self._x = frame.x(boxes)
        self._size = boxes.type_px

    def paint(self) -> None:
        for index in range(len(self._frame.panels)):
            self._panel(index)
        self._round(self._boxes.lane)
        self._axis()

    def _panel(self, index: int) -> None:
        panel, plot = self._frame.panels[index], self._boxes.plots[index]
        scale = self._frame.y(self._boxes, index)
        self._round(self._boxes.panels[index])
        self._painter.save()
        self._painter.setClipRect(plot)
        self._windows(plot)
        for low, high in panel.bands:
            below, above = scale.px(low), scale.px(high)
            raised = QRectF(plot.left(), above, plot.width(), below - above)
            self._painter.fillRect(raised, colour(self._theme.medium, 0.035))
        if panel.tint_above is not None:
            tint = colour(self._theme.medium, 0.07)
            top = plot.top()
            self._painter.fillRect(
                QRectF(plot.left(), top, plot.width(), scale.px(panel.tint_above) - top), tint
            )
        self._painter.restore()
        self._values(panel, plot, scale)
        self._lines(panel, plot, scale)
        self._title(panel, index)

    def _windows(self, plot: QRectF) -> None:
        for from_s, to_s in self._frame.windows:
            left, right = self._x.px(from_s), self._x.px(to_s)
            window = QRectF(left, plot.top(), right - left, plot.height())
            self._painter.fillRect(window, colour(self._theme.infusion, 0.55))

    def _values(self, panel: PanelFrame, plot: QRectF, scale: YScale) -> None:
        below_title = plot.top() + self._size * 2.7
        for value in y_ticks(scale, panel.steps, self._size * 1.5):
            y = round(scale.px(value)) + 0.5
            self._painter.setPen(QPen(colour(self._theme.line, 0.55), 1.0))
            self._painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if below_title <= y <= plot.bottom() - self._size * 0.6:
                text = f"{value:g}"
                right = plot.left() - self._size * 0.7
                self._right_of(text, right, y, self._theme.text_2)

    def _lines(self, panel: PanelFrame, plot: QRectF, scale: YScale) -> None:
        lines = sorted(
            (line for line in panel.lines if panel.low < line.value < panel.high),
            key=lambda line: -line.value,
        )
        for line in lines:
            pen = QPen(self._line_colour(line), 1.4 if line.alarm else 1.1)
            pen.setDashPattern([1.5, 4.0])
            self._painter.setPen(pen)
            level = round(scale.px(line.value)) + 0.5
            self._painter.drawLine(QPointF(plot.left(), level), QPointF(plot.right(), level))
        half = self._size * 0.75
        named = named_lines(lines, int((plot.height() - 2 * half) / (self._size * 1.3)) + 1)
        wanted = [scale.px(line.value) for line in named]
        places = spread(wanted, self._size * 1.3, plot.top() + half, plot.bottom() - half)
        for line, place in zip(named, places, strict=True):
            self._words(line.text, plot.right() + self._size * 0.6, place, self._theme.text_2)

    def _line_colour(self, line: Line) -> QColor:
        return colour(self._theme.medium, 0.6) if line.alarm else colour(self._theme.text_2, 0.6)

    def _title(self, panel: PanelFrame, index: int) -> None:
        box = self._boxes.panels[index]
        x = box.left() + self._size * 0.7
        y = box.top() + min(self._size * 1.25, box.height() / 2)
        self._words(panel.title, x, y, self._theme.sign(panel.role), Weight.DemiBold)

    def _axis(self) -> None:
        axis = self._boxes.axis
        y = axis.top() + self._size * 0.95
        self._painter.setFont(font(self._size))
        for at_s in x_ticks(self._x, self._frame.zero_s, self._size * 4.0):
            text = minutes(at_s - self._frame.zero_s)
            self._centred(text, self._x.px(at_s), y, self._theme.text_2)
        x = self._boxes.first.right() + self._size * 1.4
        self._words(say("trend-minutes"), x, y, self._theme.text_3)

    def _round(self, box: QRectF) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour(self._theme.panel))
        self._painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)

    def _words(
        self, text: str, x: float, middle: float, ink: str, weight: Weight = Weight.Normal
    ) -> None:
        set_in = font(self._size, weight)
        self._painter.setFont(set_in)
        self._painter.setPen(colour(ink))
        rise = QFontMetricsF(set_in).capHeight() / 2
        self._painter.drawText(QPointF(x, middle + rise), text)

    def _right_of(self, text: str, right: float, middle: float, ink: str) -> None:
        wide = QFontMetricsF(font(self._size)).horizontalAdvance(text)
        self._words(text, right - wide, middle, ink)

    def _centred(self, text: str, x: float, middle: float, ink: str) -> None:
        wide = QFontMetricsF(font(self._size)).horizontalAdvance(text)
        self._words(text, x - wide / 2, middle, ink)


def named_lines(lines: Sequence[Line], room: int) -> list[Line]:
    """The lines that get their words where only `room` of them fit: limits come first."""
    kept = sorted(lines, key=lambda line: not line.alarm)[: max(1, room)]
    return [line for line in lines if line in kept]


def windows_of(
    spans: Sequence[tuple[float, float | None]], planned_end_s: float | None, now_s: float
) -> tuple[tuple[float, float], ...]:
    """When the infusion ran and, from now on, when it will run."""
    found = [(from_s, now_s if to_s is None else to_s) for from_s, to_s in spans]
    if planned_end_s is not None and spans:
        last_from, last_to = spans[-1]
        if last_to is None:
            found[-1] = (last_from, planned_end_s)
        else:
            found.append((now_s, planned_end_s))
    return tuple(found)
