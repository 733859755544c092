"""The buttons that let something happen, in groups; each says what it would do now.

Rule 1: one press is enough. How strong and how long is chosen before, for all of them.
Rule 2: all of them are in sight. Where a window is too small for that, they are on pages: the
        patient, the monitor, the bedside; buttons above turn them.
Rule 3: what would befall no monitor of this chair is dim and says what they lack.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
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

COLUMNS, NARROW_COLUMNS = 4, 3
NARROW_PX = 540
"""A wall less wide than this has fewer columns."""
LEAST_PX, MOST_PX = 44, 76
"""How high a button is."""


class Part(enum.StrEnum):
    """What a button is about, and the page on which it is."""

    PATIENT = "patient"
    MONITOR = "monitor"
    BEDSIDE = "bedside"


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
    part: Part


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is in sight; `paged`: the rest is a page away; `named`: the choices have headings."""

    groups: tuple[PressGroup, ...]
    paged: bool
    named: bool


class Lacking(Tile):
    """One that can never be pressed here; why, can be read all the same."""

    def labels(self) -> list[Label]:
        return [replace(one, colour=self.theme.text_3) for one in super().labels()]


class TriggerWall(Board):
    """Emits the key of what was pressed. `chosen` is how strong and how long it is to be.

    `lacks`: keys of what cannot be let happen here, and why, in a word.
    """

    pressed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        groups: tuple[PressGroup, ...],
        lacks: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        self.groups, self.chosen, self._lacks = groups, Chosen(), lacks
        self._heads: list[tuple[str, float]] = []
        super().__init__(theme, parent)
        parts = [(part.value, say(f"trigger-part-{part}")) for part in Part]
        self.parts = Segments(theme, say("trigger-parts"), parts, Part.PATIENT, self)
        self.strength = self._segments("trigger-strength", Strength, self.chosen.strength)
        self.lasting = self._segments("trigger-lasting", Lasting, self.chosen.lasting)
        self.parts.chosen.connect(lambda _key: self.relayout())
        self.strength.chosen.connect(self._choose)
        self.lasting.chosen.connect(self._choose)
        self.tiles: dict[str, Tile] = {}
        for group in groups:
            for press in group.presses:
                lacking = press.key in lacks
                tile = (Lacking if lacking else Tile)(theme, press.words, self)
                tile.wear(Look(ink=theme.text, fill=theme.raised, size=20))
                tile.say(press.words, detail=lacks.get(press.key, press.detail))
                tile.setEnabled(not lacking)
                tile.clicked.connect(lambda _checked=False, key=press.key: self.pressed.emit(key))
                self.tiles[press.key] = tile
        self._tell()

    def _segments(self, name: str, kind: type[Strength] | type[Lasting], key: str) -> Segments:
        choices = [(one.value, say(f"trigger-{one.value}")) for one in kind]
        return Segments(self.theme, say(name), choices, key, self)

    def set_able(self, *, able: bool) -> None:
        """Nothing can be let happen while time stands or the lesson is over."""
        tiles = [tile for key, tile in self.tiles.items() if key not in self._lacks]
        chosen = (*self.strength.tiles.values(), *self.lasting.tiles.values())
        set_able((*tiles, *chosen), able=able)

    def set_scale(self, scale: Scale) -> None:
        for segments in (self.parts, self.strength, self.lasting):
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
            if tile is not None and trigger.name not in self._lacks:
                tile.say(tile.text(), detail=figures_text(trigger.make(self.chosen)))

    # ---- where everything is

    def lay_out(self) -> list[Label]:
        theme, scale = self.theme, self.scale
        pad, size = scale.px(20, 10), scale.type(17, 12)
        plan = self._plan()
        self._place(plan)
        whole = self.width() - 2 * pad
        made = []
        for words, segments in (
            ("trigger-strength", self.strength),
            ("trigger-lasting", self.lasting),
        ):
            base = middle(segments.y() - self._head(), self._head(), size)
            name = Label(say(words), segments.x(), base, segments.width(), size, theme.text_2)
            made += [name] if plan.named else []
        for heading, top in self._heads:
            base = middle(top, self._head(), size, Weight.DemiBold)
            made.append(
                fitted(Label(heading, pad, base, whole, size, theme.text_2, Weight.DemiBold))
            )
        return made

    def _top(self) -> int:
        return self.scale.px(8, 4)

    def _head(self) -> int:
        return self.scale.px(30, 20)

    def _gap(self) -> int:
        return self.scale.px(6, 4)

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW_PX

    @property
    def _columns(self) -> int:
        return NARROW_COLUMNS if self._narrow else COLUMNS

    def _rows(self, presses: Sequence[Press]) -> int:
        return -(-len(presses) // self._columns)

    def _plan(self) -> _Plan:
        """As much as there is room for; on a page the choices are named only where it fits."""
        one = tuple(group for group in self.groups if group.part == self.parts.key)
        plans = [
            _Plan(groups, paged, named)
            for groups, paged in ((self.groups, False), (one, True))
            for named in (True, False)
        ]
        return next((plan for plan in plans if self._high(plan) >= LEAST_PX), plans[-1])

    def _high(self, plan: _Plan) -> int:
        """The rows share what the headings leave."""
        rows = plan.paged + (2 if self._narrow else 1)
        rows += sum(self._rows(group.presses) for group in plan.groups)
        heads = (plan.named * (2 if self._narrow else 1) + len(plan.groups)) * self._head()
        room = self.height() - 2 * self._top() - heads - rows * self._gap()
        return min(self.scale.px(MOST_PX, LEAST_PX), room // rows)

    def _place(self, plan: _Plan) -> None:
        pad, gap = self.scale.px(20, 10), self._gap()
        high, wide = max(LEAST_PX, self._high(plan)), self.width() - 2 * pad
        top = self._top()
        self.parts.setVisible(plan.paged)
        if plan.paged:
            self.parts.place(QRect(pad, top, wide, high))
            top += high + gap
        top = self._place_choices(plan, QRect(pad, top, wide, high), gap)
        self._heads = []
        for group in self.groups:
            shown = group in plan.groups
            for press in group.presses:
                self.tiles[press.key].setVisible(shown)
            if shown:
                self._heads.append((group.heading, top))
                top = self._place_group(group, QRect(pad, top + self._head(), wide, high), gap)

    def _place_choices(self, plan: _Plan, box: QRect, gap: int) -> int:
        """Side by side, or one below the other; where the first group begins."""
        top = box.top() + (self._head() if plan.named else 0)
        half = box.width() if self._narrow else (box.width() - 3 * gap) // 2
        self.strength.place(QRect(box.left(), top, half, box.height()))
        if self._narrow:
            top += box.height() + gap + (self._head() if plan.named else 0)
        self.lasting.place(QRect(box.right() + 1 - half, top, half, box.height()))
        return top + box.height() + gap

    def _place_group(self, group: PressGroup, box: QRect, gap: int) -> int:
        """Where the next group begins; the box is that of the first row."""
        columns = self._columns
        wide = (box.width() + gap) / columns
        for place, press in enumerate(group.presses):
            row, column = divmod(place, columns)
            left = box.left() + round(column * wide)
            right = box.left() + round((column + 1) * wide) - gap
            top = box.top() + row * (box.height() + gap)
            self.tiles[press.key].setGeometry(left, top, right - left, box.height())
        return box.top() + self._rows(group.presses) * (box.height() + gap)

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
