"""The quiet room's panel: choose the desk's loudspeaker, hear a burst there, and turn it on.

Rule: what is allowed is decided behind `Backend.quiet_room`; a refusal is its sentence.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.chair.side_panel import SidePanel, grid
from ui.controls import Tile
from ui.doors import QuietView
from ui.ink import Label, Weight, fitted, wrapped
from ui.theme import Theme
from ui.words import say

MOST_OUTPUTS = 6


class QuietPanel(SidePanel):
    try_asked = Signal(str)
    answered = Signal(bool)
    end_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.view = QuietView()
        self.refused = ""
        self.outputs: list[Tile] = []
        super().__init__(theme, say("quiet-title"), parent)
        for place in range(MOST_OUTPUTS):
            tile = self.tile("")
            tile.clicked.connect(lambda _checked=False, place=place: self._try(place))
            self.outputs.append(tile)
        self.heard = self.tile(say("quiet-heard"))
        self.heard.clicked.connect(lambda: self.answered.emit(True))
        self.not_heard = self.tile(say("quiet-not-heard-tile"))
        self.not_heard.clicked.connect(lambda: self.answered.emit(False))
        self.end = self.tile(say("quiet-end"))
        self.end.clicked.connect(self.end_asked)

    def show_view(self, view: QuietView, refused: str = "") -> None:
        if (view, refused) != (self.view, self.refused):
            self.view, self.refused = view, refused
            self.relayout()

    @property
    def choices(self) -> tuple[str, ...]:
        """The loudspeakers that may be the desk's: none when there is only the room's."""
        return tuple(name for name in self.view.outputs if name not in self.view.usual)

    def _try(self, place: int) -> None:
        self.try_asked.emit(self.choices[place])

    def _sentences(self) -> list[str]:
        view = self.view
        if view.on:
            return [say("quiet-is-on-at", view.output), say("quiet-explained")]
        if view.checking:
            asks = "quiet-asks" if view.began else "quiet-plays"
            return [say(asks, view.output)]
        said = [say("quiet-explained")]
        if view.why:
            said.insert(0, say(view.why))
        if not view.known:
            return [*said, say("quiet-looks")]
        return [*said, say("quiet-choose" if self.choices else "quiet-one-output", "")]

    def lay_out_content(self) -> list[Label]:
        box, gap, view = self.content_box(), self.scale.px(16, 8), self.view
        size = self.scale.type(26, 14)
        base = float(box.top())
        made: list[Label] = []
        for sentence in [*self._sentences(), *([self.refused] if self.refused else [])]:
            weight = Weight.DemiBold if sentence == self.refused else Weight.Normal
            for line in wrapped(sentence, box.width(), size, weight):
                base += size * 1.4
                label = Label(line, box.left(), base, box.width(), size, self.theme.text, weight)
                made.append(fitted(label))
            base += size * 0.5
        choosing = not (view.on or view.checking)
        for place, tile in enumerate(self.outputs):
            shown = choosing and place < len(self.choices)
            tile.setVisible(shown)
            tile.say(say("quiet-try", self.choices[place]) if shown else say("quiet-title"))
        self.heard.setVisible(view.checking)
        self.heard.setEnabled(view.began)
        self.not_heard.setVisible(view.checking)
        self.end.setVisible(view.on)
        tiles = [*self.outputs, self.heard, self.not_heard, self.end]
        there = [tile for tile in tiles if not tile.isHidden()]
        if there:
            top = int(base + size)
            rest = QRect(box.left(), top, box.width(), box.bottom() + 1 - top)
            grid(there, rest, 1, gap, self.scale.px(84, 57))
        return made
