"""A score by its items: the items above with their points, one of them asked in large words.

Rule: the next item is asked by itself; nothing is stored before somebody says so.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.treatment.commands import Scale
from ui.chair.score_choices import BY_TOTAL, Sheet, band_words, over_the_course
from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import LEFT, Board, Label, Weight, fitted
from ui.ink import Scale as Size
from ui.theme import Theme
from ui.words import say

MOST_ITEMS, MOST_ANSWERS = 9, 4
ONE_ROW = 5
"""More items than that stand in two rows."""


class ItemsPage(Board):
    """`stored` carries (total, items)."""

    stored = Signal(int, object)
    total_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.sheet = Sheet.of(Scale.ALDRETE)
        self.first: int | None = None
        """The first total of the course; None = not known."""
        super().__init__(theme, parent)
        self.items = [self._tile() for _place in range(MOST_ITEMS)]
        for place, tile in enumerate(self.items):
            tile.clicked.connect(
                lambda _checked=False, place=place: self._show(self.sheet.ask(place))
            )
        self.answers = [self._tile() for _place in range(MOST_ANSWERS)]
        for place, tile in enumerate(self.answers):
            tile.clicked.connect(lambda _checked=False, place=place: self._give(place))
        self.back = self._tile(say("pin-back"))
        self.back.clicked.connect(self.left)
        self.only = self._tile(say("score-only-total"))
        self.only.clicked.connect(self.total_asked)
        self.store = self._tile(say("cuff-store"))
        self.store.clicked.connect(self._store)

    def _tile(self, text: str = "–") -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        return tile

    def ask(self, scale: str, first: int | None) -> None:
        """A fresh sheet of this scale."""
        self.first = first
        self._show(Sheet.of(scale))

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.relayout()

    def _give(self, place: int) -> None:
        self._show(self.sheet.give(self.sheet.answers()[place][0]))

    def _store(self) -> None:
        items = self.sheet.answered
        if items is not None:
            self.stored.emit(sum(items), items)

    def result(self) -> str:
        """The total in words; while items are missing, how many are answered."""
        sheet = self.sheet
        if sheet.answered is None:
            done = sum(point is not None for point in sheet.points)
            return say("score-so-far", done, len(sheet.points), sheet.total)
        whole = say("score-total", sheet.total, band_words(sheet.scale, sheet.total))
        course = over_the_course(sheet.scale, sheet.total, self.first)
        return " · ".join(part for part in (whole, course) if part)

    # ---- layout

    def set_scale(self, scale: Size) -> None:
        for tile in (*self.items, *self.answers, self.back, self.only, self.store):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        sheet, gap = self.sheet, self.scale.px(12, 6)
        foot, width = self.scale.px(80, 48), self.width()
        top = self._lay_out_items(gap)
        size = self.scale.type(30, 16)
        base = top + size * 1.2
        asked = say(f"item-{sheet.scale}-{sheet.item}")
        labels = [fitted(Label(asked, 0, base, width, size, self.theme.text, Weight.DemiBold))]
        answers = round(base + size * 0.7)
        room = QRect(0, answers, width, self.height() - foot - gap - answers)
        self._lay_out_answers(room, gap)
        return [*labels, *self._lay_out_foot(foot, gap)]

    def _lay_out_items(self, gap: int) -> int:
        sheet, theme = self.sheet, self.theme
        shown = len(sheet.items)
        rows = 1 if shown <= ONE_ROW else 2
        high = self.scale.px(76, 42)
        for place, tile in enumerate(self.items):
            tile.setVisible(place < shown)
            if place < shown:
                points = sheet.points[place]
                name = say(f"item-short-{sheet.scale}-{sheet.items[place]}")
                tile.say(name, detail="–" if points is None else str(points))
                edge = theme.text if place == sheet.at else None
                ink = theme.text_2 if points is None else theme.text
                tile.wear(Look(ink=ink, fill=theme.raised, edge=edge, edge_px=3, size=22))
        columns = -(-shown // rows)
        room = QRect(0, 0, self.width(), rows * high + (rows - 1) * gap)
        return grid(self.items[:shown], room, columns, gap, high) + gap

    def _lay_out_answers(self, room: QRect, gap: int) -> None:
        sheet, theme = self.sheet, self.theme
        answers = sheet.answers()
        for place, tile in enumerate(self.answers):
            tile.setVisible(place < len(answers))
        for tile, (points, words) in zip(self.answers, answers, strict=False):
            tile.say(f"{points}   {words}")
            chosen = sheet.points[sheet.at] == points
            fill = theme.infusion if chosen else theme.raised
            edge = theme.text_2 if chosen else None
            tile.wear(Look(ink=theme.text, fill=fill, edge=edge, size=26, align=LEFT))
        grid(self.answers[: len(answers)], room, 1, gap, self.scale.px(88, 57))

    def _lay_out_foot(self, foot: int, gap: int) -> list[Label]:
        top, wide = self.height() - foot, self.scale.px(200, 100)
        self.back.setGeometry(0, top, wide, foot)
        left = wide + gap
        self.only.setVisible(self.sheet.scale in BY_TOTAL)
        if self.sheet.scale in BY_TOTAL:
            only = self.scale.px(270, 140)
            self.only.setGeometry(left, top, only, foot)
            left += only + gap
        store = self.scale.px(220, 110)
        self.store.setGeometry(self.width() - store, top, store, foot)
        self.store.setEnabled(self.sheet.answered is not None)
        size = self.scale.type(24, 13)
        room = self.width() - store - gap - left
        base = top + foot / 2 + size * 0.36
        return [fitted(Label(self.result(), left, base, room, size, self.theme.text), 10)]
