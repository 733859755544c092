"""The alarm bar: always in the same place, one alarm in full, the others one tap away.

Rule 1: colour, shape, words and flash say the same thing. Flashing dims the bar; the words stay
        readable in both halves.
Rule 2: what nobody has answered is a full bar. What was answered, or only asks for a repeat, is
        a dark bar with an edge in its colour.
Rule 3: a paused sound is always said here, with the time that is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.events import AlarmPhase, Priority
from ui.chair.alarm_text import AlarmWords
from ui.chair.numerals import alarm_colour
from ui.controls import Look, Tile
from ui.icons import alarm_width, draw_alarm, draw_bell_paused, draw_tick
from ui.ink import (
    RIGHT,
    Board,
    Label,
    Scale,
    Weight,
    cap_height,
    fitted,
    middle,
    mixed,
    wrapped,
)
from ui.theme import Theme, colour
from ui.words import say

QUIET_STATES = frozenset({AlarmPhase.ACKNOWLEDGED, AlarmPhase.PENDING, AlarmPhase.WITHDRAWN})
DIMMED = 0.6
"""How much of the bar's colour is left in the dark half of a flash."""


@dataclass(frozen=True, slots=True)
class BarFace:
    """`alarm` None = a calm bar: `calm` and `detail`. `others` counts the alarms beside it."""

    alarm: AlarmWords | None
    calm: str
    detail: str
    others: int = 0
    worst_other: Priority | None = None
    audio_paused: str = ""
    emergency: str = ""


def bar_colours(theme: Theme, priority: Priority) -> tuple[str, str]:
    """(bar, words) of a full bar."""
    return {
        Priority.HIGH: (theme.high_bar, theme.on_high),
        Priority.MEDIUM: (theme.medium, theme.on_medium),
        Priority.LOW: (theme.low, theme.on_low),
    }[priority]


class AlarmBar(Board):
    """Emits `more_pressed` when the other alarms are asked for."""

    more_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = BarFace(None, say("bar-no-session"), "")
        self.bright = True
        super().__init__(theme, parent)
        self.more = Tile(theme, say("bar-more", 1), self)
        self.more.clicked.connect(self.more_pressed)
        self.more.hide()

    def show_face(self, face: BarFace, *, bright: bool) -> None:
        if bright != self.bright:
            self.bright = bright
            self._dress_more()
            self.update()
        if face != self.face:
            self.face = face
            self.relayout()

    def set_scale(self, scale: Scale) -> None:
        self.more.set_scale(scale)
        super().set_scale(scale)

    # ---- colours

    @property
    def full(self) -> bool:
        alarm = self.face.alarm
        return alarm is not None and alarm.state not in QUIET_STATES

    def colours(self) -> tuple[str, str]:
        """(bar, words) as they are painted now."""
        alarm = self.face.alarm
        if alarm is None or not self.full:
            return self.theme.panel, self.theme.text
        bar, words = bar_colours(self.theme, alarm.priority)
        return (bar if self.bright else mixed(bar, self.theme.background, DIMMED)), words

    def _dress_more(self) -> None:
        _, words = self.colours()
        self.more.wear(Look(ink=words, edge=mixed(words, self.colours()[0], 0.5), size=24))

    # ---- words

    def lay_out(self) -> list[Label]:
        self._place_more()
        self._dress_more()
        face, pad = self.face, self.scale.px(40, 20)
        right: float = self.width() - pad
        if face.others:
            right = self.more.x() - self.scale.px(24, 10)
        tag = self._tag(right)
        if tag is not None:
            right = tag.ink_left() - self._bell_side() * 1.4 - self.scale.px(28, 12)
        said = self._calm(pad, right)
        if face.alarm is not None:
            said = self._alarm(face.alarm, pad, right)
        return said if tag is None else [*said, tag]

    def _place_more(self) -> None:
        if self.face.others == 0:
            self.more.hide()
            return
        self.more.say(say("bar-more", self.face.others))
        width, high = self.scale.px(150, 92), self.height() - self.scale.px(24, 12)
        self.more.setGeometry(
            self.width() - self.scale.px(32, 16) - width, (self.height() - high) // 2, width, high
        )
        self.more.show()

    def _tag(self, right: float) -> Label | None:
        """Audio paused, or that an emergency was noted; the sound comes first."""
        text = self.face.audio_paused or self.face.emergency
        if not text:
            return None
        size = self.scale.type(24, 13)
        room = self.width() * 0.22
        base = middle(0, self.height(), size)
        label = Label(text, right - room, base, room, size, self._ink(), Weight.DemiBold, RIGHT)
        return fitted(label)

    def _ink(self) -> str:
        return self.colours()[1]

    def _bell_side(self) -> float:
        return self.height() * 0.44 if self.face.audio_paused else 0.0

    def _calm(self, left: float, right: float) -> list[Label]:
        big, small = self.scale.type(28, 15), self.scale.type(24, 13)
        base = middle(0, self.height(), big, Weight.Medium)
        head = Label(self.face.calm, left, base, right - left, big, self.theme.text, Weight.Medium)
        start = left + head.text_width() + self.scale.px(28, 12)
        detail = Label(self.face.detail, start, base, right - start, small, self.theme.text_2)
        return [fitted(head), fitted(detail)]

    def icon_box(self) -> QRectF:
        side = self.height() * 0.42
        return QRectF(self.scale.px(40, 20), (self.height() - side) / 2, side, side)

    def _alarm(self, words: AlarmWords, pad: float, right: float) -> list[Label]:
        icon = self.icon_box()
        left = pad + alarm_width(words.priority, icon.height()) + self.scale.px(26, 10)
        if not words.waits:
            left += icon.height() * 1.3
        head_size = self.scale.type(42, 21)
        base = middle(0, self.height(), head_size, Weight.Bold)
        ink = self._ink()
        head_ink = ink if self.full else alarm_colour(self.theme, words.priority)
        head = fitted(
            Label(
                words.headline, left, base, (right - left) * 0.5, head_size, head_ink, Weight.Bold
            )
        )
        since = Label(
            words.since, 0, base, right, self.scale.type(24, 13), self._quiet(ink), align=RIGHT
        )
        start = left + head.text_width() + self.scale.px(30, 12)
        end = since.ink_left() - self.scale.px(24, 10)
        return [head, *self._reasons(words.reasons, start, end, base), since]

    def _quiet(self, ink: str) -> str:
        return ink if self.full else self.theme.text_2

    def _reasons(self, text: str, left: float, right: float, base: float) -> list[Label]:
        """On one line if it fits, else on two smaller ones."""
        room, ink = right - left, self._ink()
        size = self.scale.type(28, 15)
        one = Label(text, left, base, room, size, ink)
        if one.text_width() <= room:
            return [one]
        size = self.scale.type(23, 12)
        while size > 11 and len(wrapped(text, room, size, Weight.Normal)) > 2:
            size -= 1
        lines = wrapped(text, room, size, Weight.Normal)
        lines = [lines[0], " ".join(lines[1:])]
        step = size * 1.3
        first = (self.height() + cap_height(size) - step) / 2
        return [
            fitted(replace(one, text=line, size_px=size, baseline=first + step * row), 11)
            for row, line in enumerate(lines)
        ]

    # ---- shapes

    def paint_under(self, painter: QPainter) -> None:
        bar, words = self.colours()
        painter.fillRect(self.rect(), colour(bar))
        alarm = self.face.alarm
        if alarm is not None:
            hue = alarm_colour(self.theme, alarm.priority)
            ink = colour(words) if self.full else colour(hue)
            box = self.icon_box()
            draw_alarm(painter, box, alarm.priority, ink)
            if not alarm.waits:
                at = box.left() + alarm_width(alarm.priority, box.height()) + box.height() * 0.15
                side = box.height()
                draw_tick(painter, QRectF(at, box.top(), side, side), colour(words))
            if not self.full:
                self._paint_edges(painter, hue)
        if self.face.audio_paused:
            self._paint_bell(painter)

    def _paint_edges(self, painter: QPainter, hue: str) -> None:
        thick = self.scale.px(4, 3)
        painter.fillRect(QRectF(0, 0, self.width(), thick), colour(hue))
        painter.fillRect(QRectF(0, self.height() - thick, self.width(), thick), colour(hue))

    def _paint_bell(self, painter: QPainter) -> None:
        tag = next(label for label in self.labels if label.text == self.face.audio_paused)
        side = self._bell_side()
        corner = QPointF(tag.ink_left() - side * 1.35, (self.height() - side) / 2)
        draw_bell_paused(painter, QRectF(corner.x(), corner.y(), side, side), colour(self._ink()))
