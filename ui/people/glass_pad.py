"""The emergency view is asked for: a name that is typed, a reason, own words if needed.

Rule 1: a name and a reason are always asked; neither is checked, and both go into the audit trail.
Rule 2: nothing here looks for a patient, and no patient is to be named here.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from data.accounts import AccountRefused, checked_name
from ui.chair.side_panel import grid
from ui.chair.text_line import TextLine
from ui.controls import Look, Tile
from ui.gate import GLASS_S, Glass
from ui.ink import Board, Label, Scale, Weight, fitted, wrapped
from ui.theme import Theme, colour, font
from ui.words import say

REASONS = ("patient", "staff", "technical")
LONGEST_TEXT = 120


class GlassPad(Board):
    """`given` carries a `Glass`; `left` that nobody wants it any more."""

    given = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.reason = self.refusal = ""
        super().__init__(theme, parent)
        self.name = TextLine(theme, say("glass-name"), say("glass-name-hint"), self)
        self.reasons = {one: self._tile(say(f"glass-reason-{one}")) for one in REASONS}
        for one, tile in self.reasons.items():
            tile.clicked.connect(lambda _checked=False, one=one: self.choose(one))
        self.text = TextLine(theme, say("glass-text"), say("glass-text-hint"), self)
        self.text.setMaxLength(LONGEST_TEXT)
        self.back = self._tile(say("pin-back"))
        self.back.clicked.connect(self.go_back)
        self.begin = self._tile(say("glass-begin"))
        self.begin.clicked.connect(self.give)
        self.name.returnPressed.connect(self._on_to_reason)
        self.hide()

    def _tile(self, text: str) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        return tile

    def ask(self) -> None:
        self.reason = self.refusal = ""
        self.name.clear()
        self.text.clear()
        self.show()
        self.raise_()
        self.relayout()
        self.name.setFocus()

    def choose(self, reason: str) -> None:
        self.reason, self.refusal = reason, ""
        self.relayout()

    def _on_to_reason(self) -> None:
        """Enter begins nothing: a scanner types it, too."""
        self.reasons[REASONS[0]].setFocus()

    def give(self) -> None:
        try:
            name = checked_name(self.name.text())
        except AccountRefused:
            typed = bool(self.name.text().strip())
            self._refuse("glass-name-wrong" if typed else "glass-name-missing")
            self.name.setFocus()
            return
        if not self.reason:
            self._refuse("glass-reason-missing")
            return
        self.hide()
        self.given.emit(Glass(name, self.reason, " ".join(self.text.text().split())))

    def _refuse(self, words: str) -> None:
        self.refusal = say(words)
        self.relayout()

    def go_back(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.reasons.values(), self.back, self.begin):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        theme, width, gap = self.theme, self.width(), self.scale.px(16, 8)
        size, small = self.scale.type(30, 17), self.scale.type(23, 13)
        top = size * 1.1
        labels = [
            fitted(Label(say("glass-title"), 0, top, width, size, theme.text, Weight.DemiBold))
        ]
        told = Weight.DemiBold if self.refusal else Weight.Normal
        ink = theme.text if self.refusal else theme.text_2
        for line in wrapped(
            self.refusal or say("glass-why", round(GLASS_S / 60)), width, small, told
        ):
            top += small * 1.5
            labels.append(fitted(Label(line, 0, top, width, small, ink, told)))
        foot, line_px = self.scale.px(76, 57), self.scale.px(72, 46)
        self._lay_out_foot(foot)
        above = round(top + small)
        room = QRect(0, above, width, self.height() - foot - gap - above)
        self._lay_out_fields(room, gap, line_px)
        return labels

    def _lay_out_foot(self, foot: int) -> None:
        theme, wide = self.theme, self.scale.px(230, 120)
        self.back.setGeometry(0, self.height() - foot, wide, foot)
        main = min(self.scale.px(560, 330), self.width() - wide - self.scale.px(16, 8))
        self.begin.setGeometry(self.width() - main, self.height() - foot, main, foot)
        self.begin.wear(Look(ink=theme.text, fill=theme.infusion, size=25))

    def _lay_out_fields(self, room: QRect, gap: int, line: int) -> None:
        """Name, reasons, own words: one below the other, as far up as they go."""
        theme = self.theme
        tall = min(self.scale.px(96, 57), room.height() - 2 * (line + gap))
        for entry in (self.name, self.text):
            entry.setFont(font(self.scale.type(25, 14)))
        self.name.setGeometry(0, room.top(), room.width(), line)
        box = QRect(0, room.top() + line + gap, room.width(), tall)
        for one, tile in self.reasons.items():
            edge = theme.text if one == self.reason else None
            fill = theme.infusion if one == self.reason else theme.raised
            tile.wear(Look(ink=theme.text, fill=fill, edge=edge, edge_px=3, size=25))
        grid(tuple(self.reasons.values()), box, len(REASONS), gap)
        self.text.setGeometry(0, box.bottom() + 1 + gap, room.width(), line)

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
