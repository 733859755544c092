"""The curves of several sessions laid over one another, from the first dose on.

Rule 1: it draws the lines of `overlay_lines.py`; each is labelled at its end, by number and day.
Rule 2: a press or the arrow keys set a cursor; the labels then carry the values that stood there.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from monitor.vitals import SIGNS
from ui.chair.trend_layout import XScale, YScale, spread, x_ticks, y_ticks
from ui.ink import CENTRE, LEFT, RIGHT, Label, Weight, draw_label, fill_round, fitted
from ui.review.compared import Compared, Sign
from ui.review.number_strip import signed
from ui.review.overlay_lines import Asked, Line, labelled, lines_of, span_of
from ui.theme import Theme, colour
from ui.trend_text import MINUS
from ui.words import say, sign_label

TYPE_PX, SMALL_PX = 14, 13
BESIDE_LEFT, BESIDE_RIGHT, ABOVE, BELOW = 52.0, 196.0, 38.0, 30.0
LABEL_APART, LEAST_APART = 19.0, 15.0
STEP_S, FAR_STEP_S = 60.0, 600.0
Y_STEPS = (5, 10, 20, 40)


class Overlay(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.growth = 1.0
        self._sessions: tuple[Compared, ...] = ()
        self._asked = Asked()
        self.lines: tuple[Line, ...] = ()
        self._cursor_s: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 180)
        self._speak()

    # ---- what is shown

    def show_course(
        self, sessions: Sequence[Compared], strong: str, sign: Sign, *, change: bool
    ) -> None:
        self._sessions, self._asked = tuple(sessions), Asked(sign, change)
        ink = self._theme.sign(SIGNS[sign.vital].colour_role)
        self.lines = lines_of(sessions, strong, self._asked, ink, self._theme.panel)
        self._speak()
        self.update()

    @property
    def cursor_s(self) -> float | None:
        """Seconds from the first dose; None = nobody has set it."""
        return self._cursor_s

    def set_cursor(self, at_s: float | None) -> None:
        if at_s is not None:
            from_s, to_s = self.span()
            at_s = min(max(at_s, from_s), to_s)
        self._cursor_s = at_s
        self._speak()
        self.update()

    def span(self) -> tuple[float, float]:
        """Of the axis, seconds from the first dose."""
        return span_of(self.lines)

    def words(self) -> str:
        """Why nothing is drawn; empty = something is."""
        if self.lines:
            return ""
        plain = any(one.curves[self._asked.sign] for one in self._sessions)
        return say("compare-no-baseline" if plain and self._asked.change else "compare-no-curve")

    def unit(self) -> str:
        words = "compare-unit-change" if self._asked.change else "compare-unit"
        sign = self._asked.sign.vital
        return say(words, sign_label(sign), SIGNS[sign].unit)

    def text_of(self, line: Line) -> str:
        """Its label: by number and day, and with a cursor the value that stood there."""
        if self._cursor_s is None:
            return line.name
        value = self._asked.value_at(line.session, self._cursor_s)
        told = say("stat-none") if value is None else self.figure(value)
        return say("compare-label-value", line.session.number, line.session.day, told)

    def figure(self, value: float) -> str:
        return signed(value) if self._asked.change else f"{value:.0f}"

    def _speak(self) -> None:
        words = say("compare-plot")
        if self._cursor_s is not None:
            told = ", ".join(
                say("compare-plot-value", line.session.number, self.figure(value))
                for line in self.lines
                if (value := self._value(line)) is not None
            )
            words = say("compare-plot-at", round(self._cursor_s / 60), told)
        self.setAccessibleName(words)

    def _value(self, line: Line) -> float | None:
        if self._cursor_s is None:
            return None
        return self._asked.value_at(line.session, self._cursor_s)

    # ---- painting

    def axes(self) -> tuple[QRectF, XScale, YScale]:
        """The box of the curves and its scales, in the measures of the code."""
        wide, high = self.width() / self.growth, self.height() / self.growth
        box = QRectF(BESIDE_LEFT, ABOVE, wide - BESIDE_LEFT - BESIDE_RIGHT, high - ABOVE - BELOW)
        from_s, to_s = self.span()
        values = [value for line in self.lines for _at, value in line.points]
        low, high_value = min(values, default=0.0), max(values, default=1.0)
        if self._asked.change:
            low, high_value = min(low, 0.0), max(high_value, 0.0)
        margin = max(4.0, (high_value - low) * 0.08)
        y = YScale(low - margin, high_value + margin, box.top(), box.height())
        return box, XScale(from_s, to_s, box.left(), box.width()), y

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_round(painter, QRectF(self.rect()), self._theme.panel, 12 * self.growth)
        if self.hasFocus():
            painter.setPen(QPen(colour(self._theme.infusion_edge), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.scale(self.growth, self.growth)
        box, x, y = self.axes()
        t = self._theme
        title = Label(self.unit(), 18, 25, box.right() - 18, TYPE_PX, t.text_2, Weight.Medium)
        draw_label(painter, fitted(title))
        if words := self.words():
            middle = box.top() + box.height() / 2
            wide = self.width() / self.growth - 36
            draw_label(painter, fitted(Label(words, 18, middle, wide, 16, t.text_2, align=CENTRE)))
        else:
            self._paint_grid(painter, box, x, y)
            for line in self.lines:
                self._paint_line(painter, line, x, y)
            self._paint_cursor(painter, box, x)
            self._paint_labels(painter, box, y)
        painter.end()

    def _paint_grid(self, painter: QPainter, box: QRectF, x: XScale, y: YScale) -> None:
        t = self._theme
        strong = next((line.session for line in self.lines if line.strong), None)
        if strong is not None and strong.over_s is not None:
            left, right = x.px(0.0), x.px(max(0.0, min(strong.over_s, x.to_s)))
            band = QRectF(left, box.top(), max(2.0, right - left), box.height())
            painter.fillRect(band, colour(t.infusion, 0.42))
        painter.setPen(QPen(colour(t.line), 1))
        for value in y_ticks(y, Y_STEPS, 30.0):
            at = y.px(value)
            zero = self._asked.change and value == 0
            painter.setPen(QPen(colour(t.text_3 if zero else t.line), 1))
            painter.drawLine(QLineF(box.left(), at, box.right(), at))
            text = signed(value) if self._asked.change else f"{value:.0f}"
            draw_label(painter, Label(text, 0, at + 5, 44, SMALL_PX, t.text_2, align=RIGHT))
        ticks = x_ticks(x, 0.0, 64.0)
        for at_s in ticks:
            at = x.px(at_s)
            painter.setPen(QPen(colour(t.text_3 if at_s == 0 else t.line), 1))
            painter.drawLine(QLineF(at, box.top(), at, box.bottom()))
            text = say("compare-start") if at_s == 0 else f"{at_s / 60:.0f}".replace("-", MINUS)
            base = box.bottom() + 20
            draw_label(painter, Label(text, at - 40, base, 80, SMALL_PX, t.text_2, align=CENTRE))
        unit = Label(
            say("compare-minutes"), box.right() + 12, box.bottom() + 20, 60, SMALL_PX, t.text_3
        )
        draw_label(painter, unit)

    def _paint_line(self, painter: QPainter, line: Line, x: XScale, y: YScale) -> None:
        pen = QPen(colour(line.ink), 3.0 if line.strong else 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in line.runs:
            painter.setPen(pen)
            places = [QPointF(x.px(at), y.px(value)) for at, value in run]
            painter.drawPolyline(places)
            if self._asked.sign.is_pressure or len(places) == 1:
                radius = 3.6 if line.strong else 2.0
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(line.ink))
                for place in places:
                    painter.drawEllipse(place, radius, radius)
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_cursor(self, painter: QPainter, box: QRectF, x: XScale) -> None:
        if self._cursor_s is None:
            return
        t, at = self._theme, x.px(self._cursor_s)
        painter.setPen(QPen(colour(t.text, 0.8), 1.2))
        painter.drawLine(QLineF(at, box.top() - 6, at, box.bottom()))
        text = f"{self._cursor_s / 60:.0f} {say('compare-minutes')}".replace("-", MINUS)
        left = min(max(at - 40, box.left()), box.right() - 80)
        draw_label(painter, Label(text, left, ABOVE - 12, 80, TYPE_PX, t.text, align=CENTRE))

    def label_bases(self, box: QRectF, y: YScale) -> list[tuple[Line, float]]:
        """Where the labels stand: at the end of their curves, never over one another.

        Where not all have room, the older ones go without.
        """
        fitting = int((box.height() + 8) // LEAST_APART)
        ends = sorted(
            labelled(self.lines, fitting),
            key=lambda line: (round(y.px(line.points[-1][1]) / 4), line.session.number),
        )
        wanted = [y.px(line.points[-1][1]) + 5 for line in ends]
        apart = min(LABEL_APART, (box.height() + 8) / max(1, len(ends)))
        bases = spread(wanted, apart, box.top() + 6, box.bottom() + 4)
        return list(zip(ends, bases, strict=True))

    def _paint_labels(self, painter: QPainter, box: QRectF, y: YScale) -> None:
        left = box.right() + 18
        _box, x, _y = self.axes()
        for line, base in self.label_bases(box, y):
            end_s, value = line.points[-1]
            ink = self._theme.text if line.strong else self._theme.text_2
            painter.setPen(QPen(colour(line.ink, 0.55), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x.px(end_s) + 5, y.px(value), left - 5, base - 5))
            weight = Weight.DemiBold if line.strong else Weight.Normal
            text = Label(
                self.text_of(line), left, base, BESIDE_RIGHT - 26, SMALL_PX, ink, weight, LEFT
            )
            draw_label(painter, fitted(text, 11))

    # ---- the cursor

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if not self.lines:
            return
        box, x, _y = self.axes()
        place = event.position().x() / self.growth
        if place > box.right() + 8:
            self.set_cursor(None)
            return
        self.set_cursor(x.from_s + (place - x.left) / x.width * (x.to_s - x.from_s))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step_s = FAR_STEP_S if far else STEP_S
        if not self.lines:
            super().keyPressEvent(event)
        elif event.key() in keys:
            now_s = self._cursor_s
            moved = keys[Qt.Key(event.key())] * step_s
            self.set_cursor(0.0 if now_s is None else round(now_s / step_s) * step_s + moved)
        elif event.key() == Qt.Key.Key_Home:
            self.set_cursor(self.span()[0])
        elif event.key() == Qt.Key.Key_End:
            self.set_cursor(self.span()[1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.update()
