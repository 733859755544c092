"""All open alarms, opened below the bar; each has its own Acknowledge, and names its chair.

Each sign and side is a line of its own; what is about the equipment comes after the patient.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from monitor.outcomes import Priority
from ui.chair.alarm_shapes import draw_shape, hue_of, shape_width
from ui.chair.alarm_text import AlarmWords, Manner
from ui.controls import Look, Tile
from ui.icons import alarm_width
from ui.ink import RIGHT, Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme, colour
from ui.words import say


class AlarmRow(Board):
    """Emits the chair and the key of the alarm."""

    answer_asked = Signal(int, str)

    def __init__(self, theme: Theme, words: AlarmWords, parent: QWidget | None = None) -> None:
        self.words = words
        super().__init__(theme, parent)
        self.answer = Tile(theme, say("do-acknowledge"), self, guarded=True)
        self.answer.wear(Look(ink=theme.text, fill=theme.raised, size=22))
        self.answer.setAccessibleName(f"{say('do-acknowledge')} {words.title}")
        self.answer.clicked.connect(self._asked)

    def _asked(self) -> None:
        self.answer_asked.emit(self.words.number, self.words.key)

    def set_scale(self, scale: Scale) -> None:
        self.answer.set_scale(scale)
        super().set_scale(scale)

    def show_words(self, words: AlarmWords) -> None:
        if words != self.words:
            self.words = words
            self.relayout()

    def lay_out(self) -> list[Label]:
        words, theme, pad = self.words, self.theme, self.scale.px(24, 12)
        width = self.scale.px(220, 132)
        self.answer.setVisible(words.waits)
        self.answer.setGeometry(
            self.width() - width - self.scale.px(12, 6),
            self.scale.px(8, 4),
            width,
            self.height() - 2 * self.scale.px(8, 4),
        )
        left = pad + alarm_width(Priority.HIGH, self._side()) + self.scale.px(20, 10)
        if words.manner is Manner.ANSWERED:
            left = pad + shape_width(words, self._side()) + self.scale.px(20, 10)
        end = self.answer.x() - self.scale.px(20, 10) if words.waits else self.width() - pad
        head_size, size = self.scale.type(30, 16), self.scale.type(22, 12)
        upper, lower = self.height() * 0.44, self.height() * 0.80
        if not words.detail:
            upper = middle(0, self.height(), head_size, Weight.DemiBold)
        hue = hue_of(theme, words)
        late = words.unanswered or words.since
        if words.technical:
            late = f"{say('bar-technical')} · {late}"
        since = Label(late, left, upper, end - left, size, theme.text_2, align=RIGHT)
        room = since.ink_left() - self.scale.px(20, 8) - left
        head = Label(words.title, left, upper, room, head_size, hue, Weight.DemiBold)
        why = Label(words.detail, left, lower, end - left, size, theme.text)
        return [fitted(head), since, fitted(why, 11)]

    def _side(self) -> float:
        return self.height() * 0.36

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(10, 5))
        side = self._side()
        box = QRectF(self.scale.px(24, 12), (self.height() - side) / 2, side, side)
        hue = hue_of(self.theme, self.words)
        draw_shape(painter, box, self.words, colour(hue), self.theme.text)


class AlarmList(QScrollArea):
    """A row is kept as long as its alarm, so that a press is never lost between two pictures."""

    answer_asked = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = Scale()
        self.rows: dict[str, AlarmRow] = {}
        self._inside = QWidget()
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(f"background: {theme.background};")
        self.setAccessibleName(say("bar-more", ""))

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        for row in self.rows.values():
            row.set_scale(scale)
        self._place()

    def show_alarms(self, alarms: tuple[AlarmWords, ...]) -> None:
        alarms = tuple(sorted(alarms, key=lambda words: words.technical))
        keys = [words.place for words in alarms]
        for key in [key for key in self.rows if key not in keys]:
            gone = self.rows.pop(key)
            gone.hide()
            gone.deleteLater()
        moved = list(self.rows) != keys
        for words in alarms:
            row = self.rows.get(words.place)
            if row is None:
                row = AlarmRow(self.theme, words, self._inside)
                row.set_scale(self.scale)
                row.answer_asked.connect(self.answer_asked)
                row.show()
            row.show_words(words)
            self.rows[words.place] = row
        if moved:
            self.rows = {key: self.rows[key] for key in keys}
            self._place()

    def wanted_height(self) -> int:
        return len(self.rows) * (self._row_height() + self._gap()) + self._gap()

    def _row_height(self) -> int:
        return self.scale.px(96, 62)

    def _gap(self) -> int:
        return self.scale.px(10, 6)

    def _place(self) -> None:
        high, gap, width = self._row_height(), self._gap(), self.viewport().width()
        self._inside.resize(width, self.wanted_height())
        for place, row in enumerate(self.rows.values()):
            row.setGeometry(gap, gap + place * (high + gap), width - 2 * gap, high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
