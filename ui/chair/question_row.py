"""One question of the screening: its words, who answered when, and a tile for each answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from monitor.treatment.view import Go
from ui.chair.screening_faces import QuestionFace
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, middle
from ui.theme import Theme
from ui.words import say

WORDS_SHARE = 0.40
"""Of the row, so much is the question's; the rest is shared by its answers."""


class QuestionRow(Board):
    """Emits (question, answer)."""

    answered = Signal(str, str)

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        self.question = question
        self.face: QuestionFace | None = None
        self.tiles: dict[str, Tile] = {}
        super().__init__(theme, parent)

    def show_face(self, face: QuestionFace) -> None:
        if face == self.face:
            return
        self.face = face
        for answer, words, _go in face.answers:
            if answer not in self.tiles:
                self.tiles[answer] = self._tile(answer, words)
        for answer, words, go in face.answers:
            chosen = answer == face.chosen
            self.tiles[answer].wear(self._look(go, chosen=chosen))
            spoken = f"{face.words}: {words}"
            self.tiles[answer].setAccessibleName(
                say("screening-chosen", spoken) if chosen else spoken
            )
        self.relayout()

    def _tile(self, answer: str, words: str) -> Tile:
        tile = Tile(self.theme, words, self)
        tile.set_scale(self.scale)
        tile.clicked.connect(lambda: self.answered.emit(self.question, answer))
        tile.show()
        return tile

    def _look(self, go: Go, *, chosen: bool) -> Look:
        """What was chosen is filled; what speaks against a start has an edge of its weight."""
        theme = self.theme
        if not chosen:
            return Look(ink=theme.text_2, fill=theme.raised, size=22, weight=Weight.Medium)
        edge = {Go.CAUTION: theme.caution, Go.NO_GO: theme.emergency_edge}.get(go)
        fill = theme.emergency if go is Go.NO_GO else theme.infusion
        return Look(ink=theme.text, fill=fill, edge=edge, edge_px=3, size=22)

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles.values():
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        face, high = self.face, self.height()
        if face is None:
            return []
        gap, theme = self.scale.px(8, 4), self.theme
        room = self.width() * WORDS_SHARE
        wide = (self.width() - room - gap * len(self.tiles)) / max(1, len(self.tiles))
        left = room
        for tile in self.tiles.values():
            left += gap
            tile.setGeometry(round(left), 0, round(wide), high)
            left += wide
        size, small = self.scale.type(24, 14), self.scale.type(19, 11)
        words = Label(face.words, 0, 0, room, size, theme.text, Weight.Medium)
        if not face.told:
            return [_at(fitted(words, 11), middle(0, high, size))]
        told = Label(face.told, 0, high * 0.82, room, small, theme.text_2)
        return [_at(fitted(words, 11), high * 0.46), fitted(told, 9)]


def _at(label: Label, baseline: float) -> Label:
    return replace(label, baseline=baseline)
