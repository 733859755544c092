"""The one line that says what to do next: the most urgent of all that waits, and how many more.

Rule 1: it is dark and steady; shouting is the bar's business.
Rule 2: in a session that is taken through all its steps its place is always there, so that
        nothing moves when something becomes due; elsewhere it is there when it has something to
        say.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.prompt_item import SOON_S, Answer, Item, Rank, items
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle, text_width
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

MOST_ANSWERS = 3


@dataclass(frozen=True, slots=True)
class InstructionFace:
    """`detail` is the second, quieter line; `more` is how many other things wait.

    `skip` is the prompt that may be skipped, empty = none. `urgent`: it has an edge. `quiet`:
    nothing has to be done now.
    """

    text: str
    detail: str = ""
    answers: tuple[Answer, ...] = ()
    skip: str = ""
    more: int = 0
    urgent: bool = False
    quiet: bool = False


def instruction_face(view: ChairView) -> InstructionFace | None:
    """What is to be done next; None = nothing beyond the rhythm, and no place is kept for it."""
    waiting, now_s = items(view), view.picture.now_s
    shown = [one for one in waiting if one.rank is not Rank.SOON or one.due_s - now_s <= SOON_S]
    if shown:
        return _face(shown[0], len(shown) - 1)
    treatment = view.picture.treatment
    if treatment is None or not treatment.flow or view.over:
        return None
    later = waiting[0].text if waiting else ""
    detail = say("wait-next", later) if later else ""
    return InstructionFace(say("wait-nothing"), detail, quiet=True)


def _face(item: Item, more: int) -> InstructionFace:
    return InstructionFace(
        item.text,
        item.detail,
        item.answers,
        item.skip,
        more,
        item.urgent,
        quiet=item.rank is Rank.SOON,
    )


class InstructionStrip(Board):
    """`answered` carries the `Answer` that was tapped, `skip_asked` the id of the prompt."""

    answered = Signal(object)
    skip_asked = Signal(str)
    list_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = InstructionFace("")
        self.answers: list[Tile] = []
        super().__init__(theme, parent)
        for place in range(MOST_ANSWERS):
            tile = self._tile(26)
            tile.clicked.connect(lambda _checked=False, place=place: self._answer(place))
            self.answers.append(tile)
        self.skip = self._tile(22)
        self.skip.say(say("wait-skip"))
        self.skip.clicked.connect(lambda: self.skip_asked.emit(self.face.skip))
        self.more = self._tile(22)
        self.more.clicked.connect(self.list_asked)
        self.hide()

    def _tile(self, size: float) -> Tile:
        tile = Tile(self.theme, say("ask-yes"), self)
        edge = self.theme.line if size > 24 else None
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, edge=edge, size=size))
        return tile

    def _answer(self, place: int) -> None:
        if place < len(self.face.answers):
            self.answered.emit(self.face.answers[place])

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.answers, self.skip, self.more):
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_face(self, face: InstructionFace | None) -> bool:
        """Whether its place was taken or given free by that."""
        before = self.isHidden()
        if face is not None and face != self.face:
            self.face = face
            self.relayout()
        self.setVisible(face is not None)
        return self.isHidden() is not before

    def lay_out(self) -> list[Label]:
        face, pad, gap = self.face, self.scale.px(26, 12), self.scale.px(14, 6)
        room = self._place_tiles(gap) - pad - gap
        size, small = self.scale.type(28, 15), self.scale.type(22, 12)
        first = middle(self.height() * 0.12, self.height() * 0.44, size, Weight.DemiBold)
        second = middle(self.height() * 0.56, self.height() * 0.32, small)
        if not face.detail:
            first = middle(0, self.height(), size, Weight.DemiBold)
        ink = self.theme.text_2 if face.quiet else self.theme.text
        weight = Weight.Medium if face.quiet else Weight.DemiBold
        return [
            fitted(Label(face.text, pad, first, room, size, ink, weight), 11),
            fitted(Label(face.detail, pad, second, room, small, self.theme.text_2), 10),
        ]

    def _place_tiles(self, gap: int) -> float:
        """From the right: how many more, the skip, the answers; where the words have to end."""
        face, right = self.face, self.width() - gap
        self.more.setVisible(face.more > 0)
        self.more.say(say("wait-more", face.more))
        self.more.setAccessibleName(say("wait-more-name", face.more))
        self.skip.setVisible(bool(face.skip))
        for tile, answer in zip(self.answers, face.answers, strict=False):
            tile.say(answer.words)
        for place, tile in enumerate(self.answers):
            tile.setVisible(place < len(face.answers))
        there = (self.more, self.skip, *reversed(self.answers))
        for tile in there:
            if not tile.isHidden():
                right = self._put(tile, right) - gap
        return right

    def _put(self, tile: Tile, right: int) -> int:
        size = self.scale.type(tile.look.size, 13)
        words = round(text_width(tile.text(), size, tile.look.weight)) + 2 * self.scale.px(22, 10)
        least = self.scale.px(132, 72) if tile in self.answers else self.scale.px(76, 48)
        width, inset = max(least, words), self.scale.px(8, 5)
        tile.setGeometry(right - width, inset, width, self.height() - 2 * inset)
        return right - width

    def paint_under(self, painter: QPainter) -> None:
        radius = self.scale.px(12, 6)
        fill_round(painter, QRectF(self.rect()), self.theme.panel, radius)
        edge = QRectF(0, 0, self.scale.px(8, 5), self.height())
        hue = self.theme.caution if self.face.urgent else self.theme.text_3
        fill_round(painter, edge, self.theme.line if self.face.quiet else hue, edge.width() / 2)
