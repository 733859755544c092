"""The notes of a session: what is open now, since when, and one tap that says that it is over.

Rule: what was undone stays to be seen, struck through; what is over says from when to when.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.commands import NoteKind
from monitor.picture import NoteView
from ui.chair.spans import clock_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme, colour
from ui.view_state import ChairView
from ui.words import say

MOMENTS = frozenset({NoteKind.FREE_TEXT, NoteKind.DRUG_GIVEN})
"""Kinds that have no end."""
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class NoteLine:
    """`open`: it was not said to be over. `when` is its time of day, or from when to when."""

    note_id: str
    kind: NoteKind
    text: str
    when: str
    open: bool
    undone: bool = False


def note_lines(view: ChairView) -> tuple[NoteLine, ...]:
    """What is open first, then the rest; of each the newest first."""
    lines = [_line(one, view) for one in reversed(view.picture.notes)]
    return tuple(sorted(lines, key=lambda line: not line.open))


def _line(one: NoteView, view: ChairView) -> NoteLine:
    kind = one.note.kind
    text = say(f"note-{kind.value}")
    if one.note.text:
        text = one.note.text if kind is NoteKind.FREE_TEXT else f"{text} · {one.note.text}"
    began = clock_text(view.wall_of(one.at_s))
    is_open = one.ended_s is None and not one.undone and kind not in MOMENTS
    when = say("note-since", began) if is_open else began
    if one.ended_s is not None:
        when = say("note-from-to", began, clock_text(view.wall_of(one.ended_s)))
    return NoteLine(one.note.note_id, kind, text, when, is_open, one.undone)


class NotesList(Board):
    """`over` carries the id of the note that is said to be over."""

    over = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.lines: tuple[NoteLine, ...] = ()
        self.tiles: list[Tile] = []
        self._struck: list[Label] = []
        self._strips: list[QRectF] = []
        super().__init__(theme, parent)
        for place in range(MOST_ROWS):
            tile = Tile(theme, say("note-over"), self)
            tile.wear(Look(ink=theme.text, fill=theme.raised, edge=theme.line, size=23))
            tile.clicked.connect(lambda _checked=False, place=place: self._over(place))
            self.tiles.append(tile)

    def show_lines(self, lines: tuple[NoteLine, ...]) -> None:
        if lines != self.lines:
            self.lines = lines
            self.relayout()

    def _over(self, place: int) -> None:
        if place < len(self.lines) and self.lines[place].open:
            self.over.emit(self.lines[place].note_id)

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles:
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        high, gap = self.scale.px(76, 48), self.scale.px(8, 4)
        rows = min(MOST_ROWS, (self.height() + gap) // (high + gap))
        self._struck, self._strips = [], []
        labels: list[Label] = []
        for place, tile in enumerate(self.tiles):
            shown = place < min(rows, len(self.lines))
            tile.setVisible(shown and self.lines[place].open)
            if shown:
                labels += self._row(self.lines[place], tile, place * (high + gap), high)
        if not self.lines:
            size = self.scale.type(26, 14)
            words = say("notes-none")
            labels.append(Label(words, 0, size * 1.4, self.width(), size, self.theme.text_2))
        return labels

    def _row(self, line: NoteLine, tile: Tile, top: int, high: int) -> list[Label]:
        wide, pad, theme = self.scale.px(180, 96), self.scale.px(20, 10), self.theme
        tile.setAccessibleName(say("note-over-name", line.text))
        tile.setGeometry(self.width() - wide, top, wide, high)
        self._strips.append(QRectF(0, top, self.width(), high))
        size, small = self.scale.type(25, 14), self.scale.type(22, 12)
        base = middle(top, high, size, Weight.Medium)
        room = self.width() - wide - 2 * pad
        when_px = self.scale.px(260, 124)
        ink = theme.text if line.open else theme.text_2
        weight = Weight.DemiBold if line.open else Weight.Normal
        name = fitted(Label(line.text, pad, base, room - when_px, size, ink, weight), 10)
        when = Label(line.when, pad + room - when_px, base, when_px, small, theme.text_2)
        if line.undone:
            self._struck.append(name)
        return [name, fitted(when, 10)]

    def paint_under(self, painter: QPainter) -> None:
        for strip in self._strips:
            fill_round(painter, strip, self.theme.background, self.scale.px(10, 5))
        painter.setPen(QPen(colour(self.theme.text_2), 2, Qt.PenStyle.SolidLine))
        for label in self._struck:
            level = round(label.baseline - label.size_px * 0.33)
            painter.drawLine(
                round(label.left), level, round(label.left + label.text_width()), level
            )
