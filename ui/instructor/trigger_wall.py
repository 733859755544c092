"""The buttons that let something happen, in groups; each says what it would do now.

Rule: one press is enough. How strong and how long is chosen before, for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.instructor.segments import Segments, set_able
from ui.instructor.trigger_text import figures_text
from ui.instructor.triggers import TRIGGERS, Chosen, Lasting, Strength
from ui.theme import Theme
from ui.words import say

COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Press:
    """One button: what is emitted when it is pressed, and what stands on it."""

    key: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PressGroup:
    heading: str
    presses: tuple[Press, ...]


class TriggerWall(Board):
    """Emits the key of what was pressed. `chosen` is how strong and how long it is to be."""

    pressed = Signal(str)

    def __init__(
        self, theme: Theme, groups: tuple[PressGroup, ...], parent: QWidget | None = None
    ) -> None:
        self.groups, self.chosen = groups, Chosen()
        self._heads: list[tuple[str, float]] = []
        super().__init__(theme, parent)
        self.strength = self._segments("trigger-strength", Strength, self.chosen.strength)
        self.lasting = self._segments("trigger-lasting", Lasting, self.chosen.lasting)
        self.strength.chosen.connect(self._choose)
        self.lasting.chosen.connect(self._choose)
        self.tiles: dict[str, Tile] = {}
        for group in groups:
            for press in group.presses:
                tile = Tile(theme, press.words, self)
                tile.wear(Look(ink=theme.text, fill=theme.raised, size=20))
                tile.say(press.words, detail=press.detail)
                tile.clicked.connect(lambda _checked=False, key=press.key: self.pressed.emit(key))
                self.tiles[press.key] = tile
        self._tell()

    def _segments(self, name: str, kind: type[Strength] | type[Lasting], key: str) -> Segments:
        choices = [(one.value, say(f"trigger-{one.value}")) for one in kind]
        return Segments(self.theme, say(name), choices, key, self)

    def set_able(self, *, able: bool) -> None:
        """Nothing can be let happen while time stands or the lesson is over."""
        chosen = (*self.strength.tiles.values(), *self.lasting.tiles.values())
        set_able((*self.tiles.values(), *chosen), able=able)

    def set_scale(self, scale: Scale) -> None:
        for segments in (self.strength, self.lasting):
            segments.set_scale(scale)
        for tile in self.tiles.values():
            tile.set_scale(scale)
        super().set_scale(scale)

    def _choose(self, _key: str) -> None:
        self.chosen = Chosen(Strength(self.strength.key), Lasting(self.lasting.key))
        self._tell()

    def _tell(self) -> None:
        for trigger in TRIGGERS:
            tile = self.tiles.get(trigger.name)
            if tile is not None:
                tile.say(tile.text(), detail=figures_text(trigger.make(self.chosen)))

    # ---- where everything is

    def lay_out(self) -> list[Label]:
        theme, scale = self.theme, self.scale
        pad, size = scale.px(20, 10), scale.type(17, 12)
        self._place()
        whole = self.width() - 2 * pad
        made = [
            Label(say(words), segments.x(), 0, segments.width(), size, theme.text_2)
            for words, segments in (
                ("trigger-strength", self.strength),
                ("trigger-lasting", self.lasting),
            )
        ]
        made = [replace(one, baseline=middle(self._top(), self._head(), size)) for one in made]
        for heading, top in self._heads:
            base = middle(top, self._head(), size, Weight.DemiBold)
            made.append(
                fitted(Label(heading, pad, base, whole, size, theme.text_2, Weight.DemiBold))
            )
        return made

    def _top(self) -> int:
        return self.scale.px(8, 4)

    def _head(self) -> int:
        return self.scale.px(34, 22)

    def _place(self) -> None:
        """The rows share what the headings leave."""
        scale, pad, gap = self.scale, self.scale.px(20, 10), self.scale.px(8, 5)
        rows = 1 + sum(-(-len(group.presses) // COLUMNS) for group in self.groups)
        heads = (1 + len(self.groups)) * self._head()
        room = self.height() - 2 * self._top() - heads - rows * gap
        high = max(44, min(scale.px(76, 44), room // max(1, rows)))
        half = (self.width() - 2 * pad - 3 * gap) // 2
        top = self._top() + self._head()
        self.strength.place(QRect(pad, top, half, high))
        self.lasting.place(QRect(self.width() - pad - half, top, half, high))
        top += high + gap
        self._heads = []
        for group in self.groups:
            self._heads.append((group.heading, top))
            top += self._head()
            top = self._place_group(group, QRect(pad, top, self.width() - 2 * pad, high), gap)

    def _place_group(self, group: PressGroup, box: QRect, gap: int) -> int:
        """Where the next group begins; the box is that of the first row."""
        wide = (box.width() + gap) / COLUMNS
        for place, press in enumerate(group.presses):
            row, column = divmod(place, COLUMNS)
            left = box.left() + round(column * wide)
            right = box.left() + round((column + 1) * wide) - gap
            top = box.top() + row * (box.height() + gap)
            self.tiles[press.key].setGeometry(left, top, right - left, box.height())
        rows = -(-len(group.presses) // COLUMNS)
        return box.top() + rows * (box.height() + gap)

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
