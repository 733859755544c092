"""``Next: Chair 2 cuff 1:40``: what comes next in the whole room; a tap goes to that chair.

Rule 1: as many as there is room for in whole words; the first is bright, what follows is quieter.
Rule 2: beside its alarm a chair is named once, with what comes first there.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import LEFT, Board, Label, Scale, Weight, middle, text_width
from ui.theme import Theme, colour
from ui.wall.duties import TIMED, Duty
from ui.words import say

MOST = 6
ALARMS = 2
"""So many alarms at most: they are in the bar too, and what is due is nowhere else."""


class NextStrip(Board):
    """Emits the number of the chair whose duty was tapped."""

    chair_pressed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.duties: tuple[Duty, ...] = ()
        self._texts: tuple[str, ...] = ()
        super().__init__(theme, parent)
        self.tiles = [self._tile(place) for place in range(MOST)]

    def _tile(self, place: int) -> Tile:
        tile = Tile(self.theme, say("wall-next"), self)
        ink, weight = (
            (self.theme.text, Weight.DemiBold)
            if place == 0
            else (self.theme.text_2, Weight.Normal)
        )
        tile.wear(Look(ink=ink, size=26, weight=weight, align=LEFT))
        tile.clicked.connect(lambda: self._pressed(place))
        tile.hide()
        return tile

    def _pressed(self, place: int) -> None:
        if place < len(self.duties):
            self.chair_pressed.emit(self.duties[place].chair)

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles:
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_duties(self, duties: tuple[Duty, ...]) -> None:
        first = [duty for duty in duties if duty.rank < TIMED][:ALARMS]
        of_chair = {duty.chair: duty for duty in reversed(duties) if duty.rank == TIMED}
        timed = sorted(of_chair.values(), key=lambda duty: duty.order)
        self.duties = (*first, *timed)[:MOST]
        texts = tuple(duty.named for duty in self.duties)
        if texts != self._texts:
            self._texts = texts
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, pad = self.theme, self.scale.px(32, 16)
        size = self.scale.type(22, 12)
        text = say("wall-next") if self._texts else say("wall-nothing-next")
        base = middle(0, self.height(), self.scale.type(26, 13))
        title = Label(text, pad, base, self.width() - 2 * pad, size, theme.text_2)
        self._place_tiles(pad + title.text_width() + self.scale.px(14, 6))
        return [title]

    def _place_tiles(self, left: float) -> None:
        inset, gap = self.scale.px(18, 8), self.scale.px(22, 6)
        full = False
        for place, tile in enumerate(self.tiles):
            text = self._texts[place] if place < len(self._texts) else ""
            size = self.scale.type(tile.look.size, 13)
            wide = text_width(text, size, tile.look.weight) + 2 * inset + 2
            full = full or not text or left + wide > self.width()
            tile.setVisible(not full)
            if full:
                continue
            tile.say(text)
            tile.setGeometry(int(left), 1, int(wide) + 1, self.height() - 2)
            left += wide + gap

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
