"""The alarms as the learner has them before her, and how long each has waited for an answer.

Rule: what nobody has answered is amber; what was answered is dull.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.alarm_shapes import draw_shape, hue_of, shape_width
from ui.chair.alarm_text import AlarmWords, alarm_words
from ui.chair.spans import minutes_text
from ui.ink import RIGHT, Board, Label, Weight, fill_round, fitted, middle
from ui.theme import Theme, colour
from ui.view_state import ChairView
from ui.words import say


@dataclass(frozen=True, slots=True)
class AlarmLine:
    words: AlarmWords
    since: str
    """How long it has been there; of what waits, that nobody answered."""


def alarm_lines(view: ChairView | None) -> tuple[AlarmLine, ...]:
    """In the learner's own order."""
    if view is None:
        return ()
    made = []
    for alarm in view.picture.alarms:
        words = alarm_words(alarm, view)
        for_s = minutes_text(view.picture.now_s - alarm.since_s)
        since = say("learner-unanswered" if words.waits else "learner-for", for_s)
        made.append(AlarmLine(replace(words, since=""), since))
    return tuple(made)


class AlarmsBoard(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.lines: tuple[AlarmLine, ...] = ()
        super().__init__(theme, parent)

    def show_lines(self, lines: tuple[AlarmLine, ...]) -> None:
        if lines != self.lines:
            self.lines = lines
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, scale, pad = self.theme, self.scale, self._pad()
        size, head = scale.type(20, 13), self._head()
        room = self.width() - 2 * pad
        base = middle(0, head, size, Weight.DemiBold)
        title = say("learner-alarms")
        made = [fitted(Label(title, pad, base, room, size, theme.text, Weight.DemiBold))]
        if not self.lines:
            small = scale.type(18, 12)
            base = middle(head, self._row(), small)
            return [*made, Label(say("learner-no-alarms"), pad, base, room, small, theme.text_2)]
        for place, line in enumerate(self.seen()):
            made += self._line(line, head + place * self._row())
        return made

    def seen(self) -> tuple[AlarmLine, ...]:
        """As many as there is room for."""
        return self.lines[: max(1, int((self.height() - self._head()) / self._row()))]

    def _line(self, line: AlarmLine, top: float) -> list[Label]:
        theme, scale, pad = self.theme, self.scale, self._pad()
        size, small = scale.type(20, 13), scale.type(17, 12)
        high = self._row()
        left = pad + shape_width(line.words, self._side()) + scale.px(14, 7)
        late = theme.medium if line.words.waits else theme.text_2
        room = self.width() - pad - left
        since = Label(line.since, left, 0, room, small, late, Weight.Medium, RIGHT)
        since = replace(since, baseline=middle(top, high, size))
        wide = since.ink_left() - scale.px(12, 6) - left
        ink = theme.text if line.words.waits else theme.text_2
        name = Label(line.words.headline, left, 0, wide, size, ink, Weight.DemiBold)
        return [replace(fitted(name), baseline=middle(top, high, size, Weight.DemiBold)), since]

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
        for place, line in enumerate(self.seen() if self.lines else ()):
            top = self._head() + place * self._row()
            side = self._side()
            box = QRectF(self._pad(), top + (self._row() - side) / 2, side, side)
            ink = colour(hue_of(self.theme, line.words))
            draw_shape(painter, box, line.words, ink, self.theme.text)

    def _pad(self) -> int:
        return self.scale.px(22, 12)

    def _head(self) -> int:
        return self.scale.px(48, 30)

    def _row(self) -> int:
        return self.scale.px(46, 30)

    def _side(self) -> float:
        return self._row() * 0.46
