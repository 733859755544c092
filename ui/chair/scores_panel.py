"""Scores: the usual ones in one tap, the long ones by their items or their totals.

Rule 1: a score is chosen by its words; the number stands beside them.
Rule 2: digits of a scanner choose no score; they are taken only where a total is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.alarm_table import DEEP_AT_MOST
from monitor.treatment.commands import Scale
from monitor.treatment.scales import MOAAS
from ui.chair.items_page import ItemsPage
from ui.chair.score_choices import (
    BY_ITEMS,
    BY_TOTAL,
    OTHERS,
    QUICK,
    Choice,
    choices,
    last_scores,
)
from ui.chair.side_panel import SidePanel, grid
from ui.chair.total_page import TotalPage
from ui.controls import Look, Tile
from ui.ink import LEFT, Label, Weight, fitted
from ui.ink import Scale as Size
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

OVERVIEW = ""
NAME_SHARE = 0.21
"""Of a row of the first page, so much is the name of its scale."""


def _no_first(_scale: str) -> int | None:
    return None


class ScoresPanel(SidePanel):
    """`sedated` carries a MOAA/S; `scored` (scale, total or None, items, result)."""

    sedated = Signal(int)
    scored = Signal(object, object, object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.page = OVERVIEW
        """The scale that is asked; `OVERVIEW` = all of them."""
        self.only_total = False
        self.first: Callable[[str], int | None] = _no_first
        """The first total of a scale in this course; the window sets it."""
        self.quick: dict[tuple[str, str], Tile] = {}
        self.names: dict[str, Tile] = {}
        self.single: list[tuple[Choice, Tile]] = []
        self.last: Mapping[str, str] = {}
        super().__init__(theme, say("scores-title"), parent)
        for scale in (*QUICK, *OTHERS):
            self.names[scale] = self.tile(say(f"scale-{scale}"))
            self.names[scale].clicked.connect(lambda _checked=False, scale=scale: self.turn(scale))
        for scale in QUICK:
            for choice in choices(scale):
                self.quick[scale, choice.mark] = self._choice(scale, choice)
        self.back = self.tile(say("pin-back"))
        self.back.clicked.connect(lambda: self.turn(OVERVIEW))
        self.items = ItemsPage(theme, self)
        self.items.stored.connect(self._store)
        self.items.left.connect(lambda: self.turn(OVERVIEW))
        self.items.total_asked.connect(lambda: self.turn(self.page, only_total=True))
        self.total = TotalPage(theme, self)
        self.total.stored.connect(self._store)
        self.total.left.connect(lambda: self.turn(OVERVIEW))

    def _choice(self, scale: str, choice: Choice) -> Tile:
        deep = scale == MOAAS and choice.total is not None and choice.total <= DEEP_AT_MOST
        edge = self.theme.emergency_edge if deep else None
        tile = self.tile(choice.mark)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, edge=edge, size=28))
        tile.say(choice.mark, detail=choice.short if choice.total is not None else "")
        name = say(f"scale-{scale}")
        tile.setAccessibleName(say("score-name", name, choice.mark, choice.text))
        tile.clicked.connect(lambda: self._give(scale, choice))
        return tile

    # ---- what is shown

    def open(self) -> None:
        self.turn(OVERVIEW)
        super().open()

    def open_at(self, scale: str) -> None:
        """Open with this scale asked."""
        self.turn(scale)

    def turn(self, scale: str, *, only_total: bool = False) -> None:
        self.page = scale
        self.only_total = only_total or scale in BY_TOTAL - BY_ITEMS
        if scale in BY_TOTAL and self.only_total:
            self.total.ask(Scale(scale), self.first(scale))
        elif scale in BY_ITEMS:
            self.items.ask(scale, self.first(scale))
        self._make_single(scale)
        self.title = say(f"scale-{scale}") if scale else say("scores-title")
        if scale in BY_ITEMS & BY_TOTAL and not self.only_total:
            self.title = say("score-asked", self.title, say("choice-asked"))
        self.setFocus()
        self.relayout()

    def _make_single(self, scale: str) -> None:
        for _choice, tile in self.single:
            self.tiles.remove(tile)
            tile.hide()
            tile.deleteLater()
        self.single = []
        for choice in choices(scale) if scale else ():
            tile = self._choice(scale, choice)
            if choice.total is not None:
                tile.say(f"{choice.total}   {choice.text}", detail="")
            tile.wear(self._wide(tile.look.edge))
            tile.show()
            self.single.append((choice, tile))

    def _wide(self, edge: str | None) -> Look:
        theme = self.theme
        return Look(
            ink=theme.text, fill=theme.raised, edge=edge, size=28, weight=Weight.Medium, align=LEFT
        )

    def show_view(self, view: ChairView) -> None:
        if self.isHidden():
            return
        last = last_scores(view)
        if last != self.last:
            self.last = last
            self.relayout()

    # ---- what is given

    def _give(self, scale: str, choice: Choice) -> None:
        if scale == MOAAS and choice.total is not None:
            self.sedated.emit(choice.total)
        else:
            self.scored.emit(Scale(scale), choice.total, (), choice.result)
        self.dismiss()

    def _store(self, total: int, items: tuple[int, ...]) -> None:
        self.scored.emit(Scale(self.page), total, items, "")
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if not self.total.isHidden() and self.total.take(event):
            return
        if not event.text().isdigit():
            super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Size) -> None:
        self.items.set_scale(scale)
        self.total.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, overview = self.content_box(), self.page == OVERVIEW
        for tile in (*self.names.values(), *self.quick.values()):
            tile.setVisible(overview)
        by_total = self.page in BY_TOTAL and self.only_total
        self.total.setVisible(by_total)
        self.items.setVisible(self.page in BY_ITEMS and not by_total)
        self.back.setVisible(bool(self.single))
        self.items.setGeometry(box)
        self.total.setGeometry(box)
        if overview:
            return self._lay_out_overview(box)
        return self._lay_out_single(box) if self.single else []

    def _lay_out_overview(self, box: QRect) -> list[Label]:
        gap = self.scale.px(14, 6)
        rows = len(QUICK) + 2
        between = self.scale.px(24, 8)
        high = min(self.scale.px(120, 400), (box.height() - between) // rows - gap)
        name_px = round(box.width() * NAME_SHARE)
        top = box.top()
        for scale in QUICK:
            name = self.names[scale]
            name.say(name.text(), detail=self.last.get(scale, ""))
            name.wear(Look(ink=self.theme.text, fill=None, edge=self.theme.line, size=24))
            name.setGeometry(box.left(), top, name_px, high)
            tiles = [tile for (of, _mark), tile in self.quick.items() if of == scale]
            left = box.left() + name_px + gap
            grid(tiles, QRect(left, top, box.right() + 1 - left, high), len(tiles), gap)
            top += high + gap
        for scale in OTHERS:
            self.names[scale].say(say(f"scale-{scale}"), detail=self.last.get(scale, ""))
        rest = QRect(box.left(), top + between, box.width(), 2 * high + gap)
        grid([self.names[scale] for scale in OTHERS], rest, 4, gap)
        return []

    def _lay_out_single(self, box: QRect) -> list[Label]:
        gap, high = self.scale.px(14, 6), self.scale.px(72, 48)
        rest = QRect(box.left(), box.top(), box.width(), box.height() - high - 2 * gap)
        columns = 1 if len(self.single) <= 6 else 2
        grid([tile for _choice, tile in self.single], rest, columns, gap, self.scale.px(100, 62))
        top, wide = box.bottom() + 1 - high, self.scale.px(200, 110)
        self.back.setGeometry(box.left(), top, wide, high)
        if self.page != MOAAS:
            return []
        size = self.scale.type(23, 13)
        left = box.left() + wide + 2 * gap
        words = say("sedation-told", DEEP_AT_MOST)
        base = top + high / 2 + size * 0.36
        room = box.right() - left
        return [fitted(Label(words, left, base, room, size, self.theme.text_2), 11)]
