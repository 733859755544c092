"""The alarm bar: always in the same place, one alarm in full, the others one glance away.

Rule 1: colour, shape, words and flash say the same thing. Flashing dims the bar; the words stay
        readable in both halves.
Rule 2: what holds and nobody has answered is a full bar. What is over, was answered, was taken
        back or only asks for a repeat is a dark bar with an edge in its colour.
Rule 3: a paused sound is always said here, with the time that is left and what ends it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.alarm_shapes import bar_colours, draw_shape, hue_of, shape_width
from ui.chair.alarm_text import AlarmWords, Manner
from ui.chair.others_tile import OthersTile
from ui.icons import draw_bell_paused
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
    text_width,
    wrapped,
)
from ui.theme import Theme, colour
from ui.words import say

DIMMED = 0.6
"""How much of the bar's colour is left in the dark half of a flash."""


@dataclass(frozen=True, slots=True)
class BarFace:
    """`alarm` None = a calm bar: `calm` and `detail`. `others` are the alarms beside it."""

    alarm: AlarmWords | None
    calm: str
    detail: str
    others: tuple[AlarmWords, ...] = ()
    audio_paused: str = ""
    emergency: str = ""


class AlarmBar(Board):
    """Emits `more_pressed` when the other alarms are asked for."""

    more_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = BarFace(None, say("bar-no-session"), "")
        self.bright = True
        self.bell = QRectF()
        super().__init__(theme, parent)
        self.more = OthersTile(theme, self)
        self.more.clicked.connect(self.more_pressed)
        self.more.hide()

    def show_face(self, face: BarFace, *, bright: bool) -> None:
        if bright != self.bright:
            self.bright = bright
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
        return self.face.alarm is not None and self.face.alarm.manner is Manner.OPEN

    def colours(self) -> tuple[str, str]:
        """(bar, words) as they are painted now."""
        alarm = self.face.alarm
        if alarm is None or not self.full:
            return self.theme.panel, self.theme.text
        bar, words = bar_colours(self.theme, alarm.priority)
        return (bar if self.bright else mixed(bar, self.theme.background, DIMMED)), words

    # ---- words

    def lay_out(self) -> list[Label]:
        self._place_more()
        face, pad = self.face, self.scale.px(32, 16)
        right: float = self.width() - pad
        if face.others:
            right = self.more.x() - self.scale.px(24, 10)
        tag = self._tag(right)
        if tag:
            bell = self.bell.left() if face.audio_paused else tag[0].ink_left()
            right = min(bell, *(label.ink_left() for label in tag)) - self.scale.px(28, 12)
        if face.alarm is None:
            return [*self._calm(pad, right), *tag]
        return [*self._alarm(face.alarm, pad, right), *tag]

    def _place_more(self) -> None:
        self.more.show_others(self.face.others)
        self.more.setVisible(bool(self.face.others))
        width, high = self.scale.px(400, 230), self.height() - self.scale.px(20, 10)
        left = self.width() - self.scale.px(32, 16) - width
        self.more.setGeometry(left, (self.height() - high) // 2, width, high)

    def _tag(self, right: float) -> list[Label]:
        """The sound is off, or an emergency was noted; the sound comes first."""
        text = self.face.audio_paused or self.face.emergency
        if not text:
            return []
        size, small = self.scale.type(27, 14), self.scale.type(18, 11)
        why = say("bar-audio-breaks") if self.face.audio_paused else ""
        width = max(
            text_width(text, size, Weight.Bold), text_width(why, small) if why else 0.0, 1.0
        )
        ink = self.colours()[1]
        base = middle(0, self.height(), size, Weight.Bold)
        if why:
            base = middle(self.height() * 0.12, self.height() * 0.46, size, Weight.Bold)
        left = right - width
        said = [Label(text, left, base, width + 1, size, ink, Weight.Bold)]
        if why:
            below = middle(self.height() * 0.54, self.height() * 0.34, small)
            said.append(Label(why, left, below, width + 1, small, self._quiet(ink)))
            side = self.height() * 0.5
            top = (self.height() - side) / 2
            self.bell = QRectF(left - side * 1.35, top, side, side)
        return said

    def _calm(self, left: float, right: float) -> list[Label]:
        big, small = self.scale.type(28, 15), self.scale.type(24, 13)
        base = middle(0, self.height(), big, Weight.Medium)
        head = Label(self.face.calm, left, base, right - left, big, self.theme.text, Weight.Medium)
        start = left + head.text_width() + self.scale.px(28, 12)
        detail = Label(self.face.detail, start, base, right - start, small, self.theme.text_2)
        return [fitted(head), fitted(detail)]

    def icon_box(self) -> QRectF:
        side = self.height() * 0.44
        return QRectF(self.scale.px(32, 16), (self.height() - side) / 2, side, side)

    def _alarm(self, words: AlarmWords, pad: float, right: float) -> list[Label]:
        icon, gap = self.icon_box(), self.scale.px(24, 10)
        left = pad + shape_width(words, icon.height()) + gap
        ink = self.colours()[1]
        size = self.scale.type(46, 23)
        base = middle(0, self.height(), size, Weight.Bold)
        small = self.scale.type(24, 13)
        where = self._where(words, left, self._quiet(ink))
        start = left + max(label.text_width() for label in where) + gap
        late = words.unanswered or words.since
        weight = Weight.Bold if words.unanswered else Weight.Normal
        shade = ink if words.unanswered else self._quiet(ink)
        since = Label(late, right - right / 3, base, right / 3, small, shade, weight, RIGHT)
        head_ink = ink if self.full else hue_of(self.theme, words)
        room = (since.ink_left() - gap - start) * (0.62 if words.reasons else 1.0)
        head = fitted(Label(words.headline, start, base, room, size, head_ink, Weight.Bold))
        why = start + head.text_width() + self.scale.px(28, 12)
        return [
            *where,
            head,
            *self._reasons(words.reasons, why, since.ink_left() - gap, base),
            since,
        ]

    def _where(self, words: AlarmWords, left: float, quiet: str) -> list[Label]:
        """The chair; above the word for what is about the equipment and not the patient."""
        size, small = self.scale.type(27, 14), self.scale.type(20, 12)
        chair = Label(words.chair, left, 0, self.width(), size, quiet, Weight.Medium)
        if not words.technical:
            base = middle(0, self.height(), self.scale.type(46, 23), Weight.Bold)
            return [replace(chair, baseline=base)]
        upper = middle(self.height() * 0.14, self.height() * 0.4, size, Weight.Medium)
        lower = middle(self.height() * 0.54, self.height() * 0.32, small)
        kind = Label(say("bar-technical"), left, lower, self.width(), small, quiet)
        return [replace(chair, baseline=upper), kind]

    def _quiet(self, ink: str) -> str:
        return ink if self.full else self.theme.text_2

    def _reasons(self, text: str, left: float, right: float, base: float) -> list[Label]:
        """On one line if it fits, else on two smaller ones."""
        room, ink = right - left, self.colours()[1]
        size = self.scale.type(29, 15)
        one = Label(text, left, base, room, size, ink, Weight.Medium)
        if not text or one.text_width() <= room:
            return [one]
        size = self.scale.type(24, 13)
        while size > 11 and len(wrapped(text, room, size, Weight.Medium)) > 2:
            size -= 1
        lines = wrapped(text, room, size, Weight.Medium)
        lines = [lines[0], " ".join(lines[1:])]
        step = size * 1.3
        first = (self.height() + cap_height(size) - step) / 2
        return [
            fitted(replace(one, text=line, size_px=size, baseline=first + step * row), 11)
            for row, line in enumerate(lines)
        ]

    # ---- shapes

    def paint_under(self, painter: QPainter) -> None:
        bar, ink = self.colours()
        painter.fillRect(self.rect(), colour(bar))
        alarm = self.face.alarm
        if alarm is not None:
            hue = ink if self.full else hue_of(self.theme, alarm)
            draw_shape(painter, self.icon_box(), alarm, colour(hue), ink)
            if not self.full:
                self._paint_edges(painter, hue)
        if self.face.audio_paused:
            draw_bell_paused(painter, self.bell, colour(ink))

    def _paint_edges(self, painter: QPainter, hue: str) -> None:
        thick = self.scale.px(4, 3)
        painter.fillRect(QRectF(0, 0, self.width(), thick), colour(hue))
        painter.fillRect(QRectF(0, self.height() - thick, self.width(), thick), colour(hue))
