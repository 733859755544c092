"""``Cuff – which chair?``: asked on the wall, where an action has no chair of its own.

Rule 1: it lies above the six actions, so that the hand stays where it is, and covers no bar.
Rule 2: Esc closes it and does nothing else. A digit chooses a chair only where nothing happens
        before another tap: what a barcode scanner types pauses nothing and calls nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.chair.bottom_bar import Act
from ui.chair.side_panel import SidePanel
from ui.controls import Look, Tile
from ui.ink import Label, Scale
from ui.theme import Theme
from ui.words import say

BY_DIGIT = frozenset({Act.CUFF, Act.NOTE})
HEIGHT_PX, LEAST_HEIGHT_PX = 230, 150
WIDEST_TILE_PX = 260


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chair that may be meant: who is in it, and whether the action can be done there."""

    chair: int
    who: str
    able: bool = True


class WhichChair(SidePanel):
    """Emits the chair that was chosen, and the action for which."""

    chair_chosen = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.act = Act.CUFF
        self.candidates: tuple[Candidate, ...] = ()
        self.choices: dict[int, Tile] = {}
        super().__init__(theme, say("which-cuff"), parent)
        self.hide()

    def ask(self, act: Act, candidates: tuple[Candidate, ...]) -> None:
        """Asked again for the same action, the question goes away."""
        if not self.isHidden() and act is self.act:
            self.dismiss()
            return
        self.act, self.title = act, say(f"which-{act.value}")
        self.show_candidates(candidates)
        self.relayout()
        self.open()

    def show_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """What changed while it is asked."""
        if candidates == self.candidates:
            return
        self.candidates = candidates
        for chair in set(self.choices) - {one.chair for one in candidates}:
            gone = self.choices.pop(chair)
            self.tiles.remove(gone)
            gone.hide()
            gone.deleteLater()
        for one in candidates:
            tile = self.choices.get(one.chair) or self._choice(one.chair)
            tile.say(say("chair", one.chair), detail=one.who)
            tile.setEnabled(one.able)
        self.choices = {one.chair: self.choices[one.chair] for one in candidates}
        self.relayout()

    def _choice(self, chair: int) -> Tile:
        look = Look(ink=self.theme.text, fill=self.theme.raised, size=28, edge=self.theme.line)
        tile = self.tile(say("chair", chair), look)
        tile.clicked.connect(lambda: self._chosen(chair))
        tile.show()
        self.choices[chair] = tile
        return tile

    def _chosen(self, chair: int) -> None:
        self.dismiss()
        self.chair_chosen.emit(chair, self.act)

    def place(self, page: QRect, scale: Scale) -> None:
        """At the bottom of the page, as wide as it is."""
        high = scale.px(HEIGHT_PX, LEAST_HEIGHT_PX)
        pad = scale.px(32, 16)
        self.set_scale(scale)
        bottom = page.bottom() + 1
        self.setGeometry(page.left() + pad, bottom - high, page.width() - 2 * pad, high)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(26, 15)
        if not self.choices:
            return []
        room = (box.width() - gap * (len(self.choices) - 1)) // len(self.choices)
        wide = min(room, self.scale.px(WIDEST_TILE_PX, 120))
        for place, tile in enumerate(self.choices.values()):
            tile.setGeometry(box.left() + place * (wide + gap), box.top(), wide, box.height())
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        text = event.text()
        chair = int(text) if len(text) == 1 and text in "123456789" else 0
        tile = self.choices.get(chair)
        if tile is None:
            super().keyPressEvent(event)
        elif self.act in BY_DIGIT and tile.isEnabled():
            self._chosen(chair)
