"""What the pump says it gave, and what is thrown away: a number by keys, with what it means."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.chair.number_pad import NumberPad
from ui.chair.plan_draft import number_text
from ui.chair.pump_faces import PumpFace, VialLeft, gap_line
from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, wrapped
from ui.theme import Theme
from ui.words import say

MOST_LOTS = 4


class Amount(Board):
    """A number at the left, words and one tile at the right."""

    def __init__(self, theme: Theme, name: str, unit: str, parent: QWidget | None = None) -> None:
        self.face = PumpFace()
        super().__init__(theme, parent)
        self.pad = NumberPad(theme, name, self, digits=5, decimal=True)
        self.pad.unit = unit
        self.pad.changed.connect(self.relayout)
        self.store = self._tile(say("cuff-store"))

    def _tile(self, text: str) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        tile.set_scale(self.scale)
        return tile

    def show_face(self, face: PumpFace, *, anew: bool) -> None:
        """`anew`: what was being typed is forgotten."""
        self.face = face
        if anew:
            self.pad.show_number(self.proposed())
        self.relayout()

    def proposed(self) -> str:
        """What stands in the field at first."""
        return ""

    def said(self) -> list[tuple[str, Weight]]:
        """What stands beside the keys, one paragraph each."""
        return []

    def set_scale(self, scale: Scale) -> None:
        self.pad.set_scale(scale)
        for tile in self.findChildren(Tile):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        gap, foot = self.scale.px(20, 10), self.scale.px(92, 57)
        wide = round((self.width() - gap) * 0.46)
        self.pad.setGeometry(0, 0, wide, self.height())
        left = wide + gap
        room = self.width() - left
        self.store.setGeometry(left, self.height() - foot, room, foot)
        size = self.scale.type(26, 14)
        base = 0.0
        labels: list[Label] = []
        for words, weight in self.said():
            for line in wrapped(words, room, size, weight):
                base += size * 1.45
                labels.append(Label(line, left, base, room, size, self.theme.text, weight))
        top = round(base + size * 0.8)
        below = QRect(left, top, room, self.height() - foot - gap - top)
        return [*(fitted(label, 11) for label in labels), *self.lay_out_more(below)]

    def lay_out_more(self, _box: QRect) -> list[Label]:
        return []


class VolumePage(Amount):
    """`stored` carries what the pump says it gave, mL."""

    stored = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, say("volume-name"), say("volume-unit"), parent)
        self.store.clicked.connect(self._store)

    def said(self) -> list[tuple[str, Weight]]:
        line, flagged = gap_line(self.pad.value, self.face.calculated_ml)
        return [
            (say("volume-how"), Weight.Normal),
            (line, Weight.DemiBold if flagged else Weight.Normal),
        ]

    def lay_out_more(self, _box: QRect) -> list[Label]:
        self.store.setEnabled(self.pad.value is not None)
        return []

    def _store(self) -> None:
        if self.pad.value is not None:
            self.stored.emit(self.pad.value)


class WastePage(Amount):
    """`asked` carries (mg, `VialLeft`): a witness is to be named for it."""

    asked = Signal(float, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.chosen = VialLeft("", "")
        super().__init__(theme, say("waste-name"), say("waste-unit"), parent)
        self.lots = [self._tile("–") for _place in range(MOST_LOTS)]
        for place, tile in enumerate(self.lots):
            tile.clicked.connect(lambda _checked=False, place=place: self._choose(place))
        self.store.say(say("waste-store"))
        self.store.clicked.connect(self._ask)

    def show_face(self, face: PumpFace, *, anew: bool) -> None:
        if self.chosen not in face.lots:
            self.chosen = face.lots[0] if face.lots else VialLeft("", "")
        super().show_face(face, anew=anew)

    def proposed(self) -> str:
        left = self.face.left_mg
        return number_text(left, 2) if left is not None and left > 0 else ""

    def said(self) -> list[tuple[str, Weight]]:
        lines, known = self.face.balance, self.face.left_mg is not None
        if not self.face.drawn:
            return [(say("waste-nothing-drawn"), Weight.Normal)]
        said = [(line, Weight.Normal) for line in lines]
        return [*said[:-1], (lines[-1], Weight.DemiBold)] if known else said

    def lay_out_more(self, box: QRect) -> list[Label]:
        lots, theme = self.face.lots[:MOST_LOTS], self.theme
        several = len(lots) > 1
        for place, tile in enumerate(self.lots):
            tile.setVisible(several and place < len(lots))
        if several:
            for tile, lot in zip(self.lots, lots, strict=False):
                chosen = lot == self.chosen
                fill = theme.infusion if chosen else theme.raised
                edge = theme.text_2 if chosen else None
                tile.wear(Look(ink=theme.text, fill=fill, edge=edge, size=23))
                tile.say(say("waste-lot", lot.lot or "–"), detail=lot.vial)
            grid(self.lots[: len(lots)], box, 2, self.scale.px(12, 6), self.scale.px(84, 52))
        self.store.setEnabled(bool(self.pad.value))
        return []

    def _choose(self, place: int) -> None:
        if place < len(self.face.lots):
            self.chosen = self.face.lots[place]
            self.relayout()

    def _ask(self) -> None:
        if self.pad.value:
            self.asked.emit(self.pad.value, self.chosen)
