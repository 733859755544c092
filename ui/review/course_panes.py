"""The course from session to session in four small panes: dose, pressure, dissociation, mood.

Rule: the sessions stand side by side in their order, at the same distance; the chosen one is
bright. What was not recorded is a gap, and never a zero.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.ink import CENTRE, RIGHT, Label, Weight, draw_label, fill_round, fitted, mixed
from ui.review.compared import Compared, Sign
from ui.theme import Theme, colour
from ui.words import figure, say

GAP, PAD = 10.0, 16.0
TITLE_BASE, PLOT_TOP, PLOT_BELOW = 23.0, 36.0, 24.0
TYPE_PX, NUMBER_PX = 13, 11
Value = float | None
Value_of = Callable[[Compared], Value]


@dataclass(frozen=True, slots=True)
class Pane:
    """`tops` are its values; `bottoms` where a value is a distance from another one.

    `seconds` are a second row of values, drawn hollow. `high` is the least upper end of its axis.
    """

    title: str
    tops: tuple[Value, ...]
    bottoms: tuple[Value, ...] = ()
    seconds: tuple[Value, ...] = ()
    high: float = 1.0
    digits: int = 0
    from_zero: bool = True

    @property
    def known(self) -> list[float]:
        every = (*self.tops, *self.bottoms, *self.seconds)
        return [value for value in every if value is not None]

    def told(self, place: int) -> str:
        """The figures of one session, from where to where, or one beside the other."""
        if self.bottoms:
            return f"{self._text(self.bottoms[place])} → {self._text(self.tops[place])}"
        if self.seconds:
            return f"{self._text(self.tops[place])} · {self._text(self.seconds[place])}"
        return self._text(self.tops[place])

    def _text(self, value: Value) -> str:
        return say("stat-none") if value is None else figure(f"{value:.{self.digits}f}")


def panes_of(sessions: Sequence[Compared]) -> tuple[Pane, ...]:
    """Of the sessions with a treatment, in their order."""

    def each(of: Value_of) -> tuple[Value, ...]:
        return tuple(of(one) for one in sessions)

    return (
        Pane(say("compare-pane-dose"), each(lambda one: one.mg_per_kg), digits=2),
        Pane(
            say("compare-pane-peak"),
            each(_peak),
            each(lambda one: one.resting[Sign.SBP]),
            high=160.0,
            from_zero=False,
        ),
        Pane(say("compare-pane-dissociation"), each(lambda one: one.dissociation), high=4.0),
        Pane(
            say("compare-pane-mood"),
            each(lambda one: one.phq9),
            seconds=each(lambda one: one.madrs),
            high=27.0,
        ),
    )


def _peak(one: Compared) -> Value:
    found = one.peaks[Sign.SBP]
    return None if found is None else found.value


class CoursePanes(QWidget):
    """Two above two, or four beside each other where it is low."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.growth = 1.0
        self._sessions: tuple[Compared, ...] = ()
        self._strong = ""
        self.panes: tuple[Pane, ...] = ()
        self.setMinimumSize(240, 180)
        self.setAccessibleName(say("compare-panes"))

    def show_course(self, sessions: Sequence[Compared], strong: str) -> None:
        self._sessions = tuple(one for one in sessions if one.number is not None)
        self._strong = strong
        self.panes = panes_of(self._sessions)
        self.update()

    def told(self, pane: Pane) -> str:
        """What it says of the chosen session; empty where that was no treatment."""
        ids = [one.session_id for one in self._sessions]
        return pane.told(ids.index(self._strong)) if self._strong in ids else ""

    def boxes(self) -> list[QRectF]:
        wide, high = self.width() / self.growth, self.height() / self.growth
        across, down = (wide - GAP) / 2, (high - GAP) / 2
        return [
            QRectF(column * (across + GAP), row * (down + GAP), across, down)
            for row in range(2)
            for column in range(2)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        for pane, box in zip(self.panes, self.boxes(), strict=True):
            self._paint_pane(painter, pane, box)
        painter.end()

    def _paint_pane(self, painter: QPainter, pane: Pane, box: QRectF) -> None:
        t = self._theme
        fill_round(painter, box, t.panel, 10)
        width = box.width() - 2 * PAD
        left, base = box.left() + PAD, box.top() + TITLE_BASE
        told = Label(self.told(pane), left, base, width, 15, t.text, Weight.DemiBold, RIGHT)
        draw_label(painter, told)
        room = width - told.text_width() - 14
        draw_label(painter, fitted(Label(pane.title, left, base, room, TYPE_PX, t.text_2), 11))
        known = pane.known
        if not known:
            base, none = box.center().y() + 8, say("compare-pane-nothing")
            words = Label(none, left, base, width, TYPE_PX, t.text_3, align=CENTRE)
            draw_label(painter, fitted(words))
            return
        told = Label(
            self.told(pane), box.left() + PAD, base, width, 15, t.text, Weight.DemiBold, RIGHT
        )
        draw_label(painter, told)
        low = 0.0 if pane.from_zero else min(known) - 10
        scale = _Scale(box, low, max([pane.high, *known]), len(self._sessions))
        painter.setPen(QPen(colour(t.line), 1))
        painter.drawLine(QLineF(box.left() + PAD, scale.bottom, box.right() - PAD, scale.bottom))
        for place, one in enumerate(self._sessions):
            self._paint_session(painter, pane, scale, place, one)

    def _paint_session(
        self, painter: QPainter, pane: Pane, scale: _Scale, place: int, one: Compared
    ) -> None:
        t, chosen = self._theme, one.session_id == self._strong
        ink = t.text if chosen else mixed(t.text, t.panel, 0.5)
        x = scale.x(place)
        if chosen or scale.step >= 16:
            painter_label = Label(
                f"{one.number}", x - 20, scale.bottom + 15, 40, NUMBER_PX,
                t.text if chosen else t.text_3, align=CENTRE,
            )  # fmt: skip
            draw_label(painter, painter_label)
        top = pane.tops[place]
        second = pane.seconds[place] if pane.seconds else None
        if top is not None:
            y = scale.y(top)
            begin = pane.bottoms[place] if pane.bottoms else None
            if pane.bottoms:
                from_y = y if begin is None else scale.y(begin)
                painter.setPen(QPen(colour(ink), 3.0, c=Qt.PenCapStyle.RoundCap))
                painter.drawLine(QLineF(x, from_y, x, y))
            elif not pane.seconds:
                painter.setPen(QPen(colour(ink, 0.35), 2.0))
                painter.drawLine(QLineF(x, scale.bottom, x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ink))
            painter.drawEllipse(QPointF(x, y), 4.2, 4.2)
        if second is not None:
            painter.setPen(QPen(colour(ink), 1.6))
            painter.setBrush(colour(t.panel))
            painter.drawEllipse(QPointF(x, scale.y(second)), 3.6, 3.6)
        painter.setBrush(Qt.BrushStyle.NoBrush)


class _Scale:
    def __init__(self, box: QRectF, low: float, high: float, sessions: int) -> None:
        self._low, self._high = low, high
        self._top, self.bottom = box.top() + PLOT_TOP, box.bottom() - PLOT_BELOW
        room = box.width() - 2 * PAD
        self.step = min(44.0, room / max(1, sessions))
        self._left = box.left() + PAD + (room - self.step * sessions) / 2 + self.step / 2

    def x(self, place: int) -> float:
        return self._left + place * self.step

    def y(self, value: float) -> float:
        share = (value - self._low) / ((self._high - self._low) or 1.0)
        return self.bottom - share * (self.bottom - self._top)
