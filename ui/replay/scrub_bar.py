"""Where a replay is: the phases of the session, its alarms, and a handle that can be moved.

Rule 1: the handle moves at once and the replay follows: what is shown says which moment it is of.
Rule 2: the colours of alarms stand for the alarms of the record, and for nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.alarm_spans import AlarmSpan
from monitor.outcomes import Priority
from monitor.phases import Phase
from ui.chair.spans import minutes_text
from ui.ink import RIGHT, Board, Label, Weight, fill_round, middle
from ui.replay.player import Stretch
from ui.theme import Theme, colour
from ui.words import say

STEP_S, STRIDE_S = 10.0, 300.0
"""What an arrow key, and Page Up or Down, moves the handle."""
_STEPS = {
    Qt.Key.Key_Left: -STEP_S,
    Qt.Key.Key_Right: STEP_S,
    Qt.Key.Key_PageUp: -STRIDE_S,
    Qt.Key.Key_PageDown: STRIDE_S,
}
_GIVEN = frozenset({Phase.TREATING, Phase.PAUSED})


@dataclass(frozen=True, slots=True)
class Track:
    """What is marked on the bar; session seconds."""

    begin_s: float = 0.0
    end_s: float = 1.0
    stretches: tuple[Stretch, ...] = ()
    alarms: Sequence[AlarmSpan] = ()

    @property
    def length_s(self) -> float:
        return max(1e-3, self.end_s - self.begin_s)


class ScrubBar(Board):
    """Emits the session second to which the replay is to go."""

    sought = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.track = Track()
        self.now_s = self.target_s = 0.0
        self.clock = ""
        self._held_s: float | None = None
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_track(self, track: Track) -> None:
        self.track = track
        self.now_s = self.target_s = track.begin_s
        self._held_s = None
        self.relayout()

    def show_place(self, now_s: float, target_s: float, clock: str) -> None:
        """`clock` is the time of day of the moment that is shown."""
        if (int(now_s), int(target_s), clock) != (int(self.now_s), int(self.target_s), self.clock):
            self.now_s, self.target_s, self.clock = now_s, target_s, clock
            self.relayout()

    # ---- where things are

    def groove(self) -> QRectF:
        pad, high = self.scale.px(14, 9), self.scale.px(16, 10)
        return QRectF(pad, self.height() * 0.68 - high / 2, self.width() - 2 * pad, high)

    def x_of(self, at_s: float) -> float:
        box = self.groove()
        return box.left() + box.width() * (at_s - self.track.begin_s) / self.track.length_s

    def at(self, x: float) -> float:
        """The session second at a place of the bar, within the session."""
        box = self.groove()
        share = min(1.0, max(0.0, (x - box.left()) / max(1.0, box.width())))
        return self.track.begin_s + share * self.track.length_s

    @property
    def handle_s(self) -> float:
        return self.target_s if self._held_s is None else self._held_s

    # ---- words

    def lay_out(self) -> list[Label]:
        size, pad = self.scale.type(22, 13), self.scale.px(14, 9)
        base = middle(0, self.height() * 0.5, size)
        done, whole = self._done(self.handle_s), minutes_text(self.track.length_s)
        shown = say("replay-place", done, whole)
        if self.now_s < self.target_s and self._held_s is None:
            shown = say("replay-jumping", done)
        room = (self.width() - 2 * pad) / 2
        theme = self.theme
        return [
            Label(self.clock, pad, base, room, size, theme.text, Weight.DemiBold),
            Label(shown, pad + room, base, room, size, theme.text_2, align=RIGHT),
        ]

    def _done(self, at_s: float) -> str:
        return minutes_text(at_s - self.track.begin_s)

    def spoken(self) -> str:
        whole = minutes_text(self.track.length_s)
        return say("replay-scrub", self._done(self.handle_s), whole, self.clock)

    # ---- the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        if self._held_s is not None:
            self._hold(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        held, self._held_s = self._held_s, None
        if held is not None:
            self._seek(held)

    def _hold(self, x: float) -> None:
        self._held_s = self.at(x)
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._seek(self.target_s + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._seek(self.track.begin_s)
        elif key == Qt.Key.Key_End:
            self._seek(self.track.end_s)
        else:
            super().keyPressEvent(event)

    def _seek(self, at_s: float) -> None:
        self.sought.emit(min(max(at_s, self.track.begin_s), self.track.end_s))

    # ---- shapes

    def paint_under(self, painter: QPainter) -> None:
        box, theme = self.groove(), self.theme
        fill_round(painter, box, theme.raised, box.height() / 2)
        for stretch in self.track.stretches:
            if stretch.phase in _GIVEN:
                left, right = self.x_of(stretch.from_s), self.x_of(stretch.to_s)
                lit = 0.55 if stretch.phase is Phase.TREATING else 0.3
                painter.fillRect(
                    QRectF(left, box.top(), right - left, box.height()),
                    colour(theme.infusion_edge, lit),
                )
        for alarm in self.track.alarms:
            self._paint_alarm(painter, alarm, box)
        self._paint_handle(painter, box)

    def _paint_alarm(self, painter: QPainter, alarm: AlarmSpan, box: QRectF) -> None:
        """The higher its priority, the taller its mark: not by colour alone."""
        priority = alarm.worst.priority
        tall = box.height() * {Priority.HIGH: 0.9, Priority.MEDIUM: 0.65}.get(priority, 0.4)
        left, right = self.x_of(alarm.began_s), self.x_of(alarm.until_s(self.track.end_s))
        mark = QRectF(left, box.top() - tall - 1, max(2.0, right - left), tall)
        painter.fillRect(mark, colour(alarm_hue(self.theme, priority)))

    def _paint_handle(self, painter: QPainter, box: QRectF) -> None:
        x = self.x_of(self.handle_s)
        if self.now_s < self.target_s:
            painter.setPen(QPen(colour(self.theme.text_2), 2))
            here = self.x_of(self.now_s)
            painter.drawLine(QPointF(here, box.top()), QPointF(here, box.bottom()))
        side = box.height() * 1.7
        painter.setPen(QPen(colour(self.theme.background), 2))
        painter.setBrush(colour(self.theme.text))
        painter.drawEllipse(QPointF(x, box.center().y()), side / 2, side / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(self.theme.infusion_edge), 2))
            painter.drawEllipse(QPointF(x, box.center().y()), side / 2 + 3, side / 2 + 3)


def alarm_hue(theme: Theme, priority: Priority) -> str:
    return {Priority.HIGH: theme.high, Priority.MEDIUM: theme.medium}.get(priority, theme.low)
