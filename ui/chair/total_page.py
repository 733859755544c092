"""A score as its total alone, by keys; of the PHQ-9 item 9 is asked beside it.

Rule: what cannot be a total of the scale is said before it is stored, with its bounds.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.treatment.commands import Scale, Score
from monitor.treatment.scales import SCALES, check
from ui.chair.number_pad import NumberPad
from ui.chair.score_choices import ITEM_9, band_words, over_the_course
from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import LEFT, Board, Label, Weight, fitted, wrapped
from ui.ink import Scale as Size
from ui.theme import Theme
from ui.words import say

POINTS = (0, 1, 2, 3)


class TotalPage(Board):
    """`stored` carries (total, items); items are empty, or item 9 alone."""

    stored = Signal(int, object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.subject = Scale.MADRS
        self.first: int | None = None
        self.ninth: int | None = None
        """The points of item 9; None = not asked yet."""
        super().__init__(theme, parent)
        self.pad = NumberPad(theme, say("score-total-typed"), self, digits=2)
        self.pad.changed.connect(self.relayout)
        self.ninths = {points: self._tile(str(points)) for points in POINTS}
        for points, tile in self.ninths.items():
            tile.say(f"{points}   {say(f'choice-{points}')}")
            tile.clicked.connect(lambda _checked=False, points=points: self._ninth(points))
        self.back = self._tile(say("pin-back"))
        self.back.clicked.connect(self.left)
        self.store = self._tile(say("cuff-store"))
        self.store.clicked.connect(self._store)

    def _tile(self, text: str) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        return tile

    def ask(self, scale: Scale, first: int | None) -> None:
        self.subject, self.first, self.ninth = scale, first, None
        self.pad.name = say(f"scale-{scale.value}")
        self.pad.show_number("")
        self.relayout()

    def _ninth(self, points: int) -> None:
        self.ninth = points
        self.relayout()

    @property
    def score(self) -> Score | None:
        """What would be stored; None = a number is missing."""
        if self.pad.value is None or (self._asks_ninth and self.ninth is None):
            return None
        items = () if self.ninth is None else (self.ninth,)
        return Score(self.subject, round(self.pad.value), "", items)

    @property
    def _asks_ninth(self) -> bool:
        return self.subject is Scale.PHQ9

    def message(self) -> str:
        facts, typed, score = SCALES[self.subject], self.pad.value, self.score
        if typed is None:
            return say("score-bounds", facts.low, facts.high)
        if score is None:
            return say("score-ninth-missing")
        reason = check(score)
        if reason is not None or score.total is None:
            name = say(f"scale-{self.subject.value}")
            return say(reason or "score-bounds", name, f"{typed:.0f}", facts.low, facts.high)
        total, scale = score.total, self.subject.value
        parts = (band_words(scale, total), over_the_course(scale, total, self.first))
        return " · ".join(part for part in parts if part)

    def _store(self) -> None:
        score = self.score
        if score is not None and score.total is not None:
            self.stored.emit(score.total, score.items)

    def take(self, event: QKeyEvent) -> bool:
        return self.pad.take(event)

    # ---- layout

    def set_scale(self, scale: Size) -> None:
        for tile in (*self.ninths.values(), self.back, self.store):
            tile.set_scale(scale)
        self.pad.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        gap, foot = self.scale.px(20, 10), self.scale.px(80, 48)
        wide = round((self.width() - gap) * 0.46)
        high = self.height() - foot - gap
        self.pad.setGeometry(0, 0, wide, high)
        top = self.height() - foot
        self.back.setGeometry(0, top, self.scale.px(200, 110), foot)
        store = self.scale.px(300, 160)
        self.store.setGeometry(self.width() - store, top, store, foot)
        score = self.score
        self.store.setEnabled(score is not None and check(score) is None)
        left = wide + gap
        return self._lay_out_beside(QRect(left, 0, self.width() - left, high), gap)

    def _lay_out_beside(self, box: QRect, gap: int) -> list[Label]:
        theme, size = self.theme, self.scale.type(26, 14)
        for tile in self.ninths.values():
            tile.setVisible(self._asks_ninth)
        labels: list[Label] = []
        base: float = box.top()
        if self._asks_ninth:
            words = say(f"item-phq-9-{ITEM_9}")
            for line in wrapped(words, box.width(), size, Weight.DemiBold):
                base += size * 1.35
                labels.append(
                    Label(line, box.left(), base, box.width(), size, theme.text, Weight.DemiBold)
                )
            for points, tile in self.ninths.items():
                chosen = points == self.ninth
                fill = theme.infusion if chosen else theme.raised
                edge = theme.text_2 if chosen else None
                tile.wear(Look(ink=theme.text, fill=fill, edge=edge, size=24, align=LEFT))
            top = round(base + size * 0.8)
            room = QRect(box.left(), top, box.width(), box.height() - top - round(size * 4))
            base = grid(tuple(self.ninths.values()), room, 1, gap // 2, self.scale.px(80, 48))
        base += size * 0.5
        for line in wrapped(self.message(), box.width(), size, Weight.Normal):
            base += size * 1.4
            labels.append(fitted(Label(line, box.left(), base, box.width(), size, theme.text)))
        return labels
