"""A pressure that a person measured: two numbers, a keypad, Enter stores.

Rule 1: a value is never refused for being unusual; it is only pointed out. What cannot be stored
        is a missing number.
Rule 2: digits go to the field that is marked; a systolic that can take no further digit passes
        the mark on.
Rule 3: where a person allowed that a monitor's cuff is started from here, it is offered above.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.vitals import SIGNS, VitalSign
from ui.chair.device_text import maker
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.ink import Label, Weight, fitted
from ui.requests import DeviceLine
from ui.theme import Theme
from ui.words import say

FIELDS = (VitalSign.SBP, VitalSign.DBP)
DIGITS = 3
EMPTY = "–"


class CuffPanel(SidePanel):
    """`stored` says (systolic, diastolic) in mmHg; `start_asked` whose cuff is to be started."""

    stored = Signal(float, float)
    start_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.typed = dict.fromkeys(FIELDS, "")
        self.active = VitalSign.SBP
        self.asked_for_more = False
        self.fields: dict[VitalSign, Tile] = {}
        self.keys: dict[str, Tile] = {}
        self.starts: dict[str, Tile] = {}
        super().__init__(theme, say("cuff-title"), parent)
        for sign, name in zip(FIELDS, ("cuff-sbp", "cuff-dbp"), strict=True):
            tile = self.tile(EMPTY)
            tile.say(EMPTY, detail=say(name))
            tile.clicked.connect(lambda _checked=False, sign=sign: self.mark(sign))
            self.fields[sign] = tile
        for digit in "1234567890":
            tile = self.tile(digit, Look(ink=theme.text, fill=theme.raised, size=34))
            tile.setAccessibleName(say("cuff-digit", digit))
            tile.clicked.connect(lambda _checked=False, digit=digit: self.type(digit))
            self.keys[digit] = tile
        self.back = self.tile(say("cuff-back"))
        self.back.clicked.connect(self.delete)
        self.store = self.tile(say("cuff-store"))
        self.store.clicked.connect(self.enter)

    def open(self) -> None:
        self.typed = dict.fromkeys(FIELDS, "")
        self.asked_for_more = False
        self.mark(VitalSign.SBP)
        super().open()

    def show_lines(self, lines: Sequence[DeviceLine]) -> None:
        """The devices of this chair: those whose cuff may be started are offered."""
        offered = [line.source for line in lines if line.may_start_cuff]
        if offered == list(self.starts):
            return
        for tile in self.starts.values():
            self.tiles.remove(tile)
            tile.deleteLater()
        self.starts = {source: self._start_tile(source) for source in offered}
        self.relayout()

    def _start_tile(self, source: str) -> Tile:
        tile = self.tile(say("cuff-start", maker(source)))
        tile.clicked.connect(lambda: self._start(source))
        tile.show()
        return tile

    def _start(self, source: str) -> None:
        self.start_asked.emit(source)
        self.dismiss()

    # ---- typing

    def mark(self, sign: VitalSign) -> None:
        self.active = sign
        self.relayout()

    def type(self, digit: str) -> None:
        text = (self.typed[self.active] + digit).lstrip("0")[:DIGITS]
        self.typed[self.active] = text
        self.asked_for_more = False
        if self.active is VitalSign.SBP and len(text) == DIGITS:
            self.active = VitalSign.DBP
        self.relayout()

    def delete(self) -> None:
        if not self.typed[self.active] and self.active is VitalSign.DBP:
            self.active = VitalSign.SBP
        self.typed[self.active] = self.typed[self.active][:-1]
        self.relayout()

    def enter(self) -> None:
        """To the field that is still empty; with both typed, store."""
        missing = next((sign for sign in FIELDS if not self.typed[sign]), None)
        if missing is not None:
            self.asked_for_more = bool(self.typed[self.active]) is False
            self.mark(missing)
            return
        self.stored.emit(float(self.typed[VitalSign.SBP]), float(self.typed[VitalSign.DBP]))
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.text() in self.keys:
            self.type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.delete()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.mark(FIELDS[event.key() == Qt.Key.Key_Right])
        else:
            super().keyPressEvent(event)

    # ---- words and places

    def hint(self) -> str:
        if not all(self.typed.values()):
            return say("cuff-missing")
        sbp, dbp = (float(self.typed[sign]) for sign in FIELDS)
        likely = SIGNS[VitalSign.SBP].plausible(sbp) and SIGNS[VitalSign.DBP].plausible(dbp)
        return say("cuff-ready" if likely and sbp > dbp else "cuff-odd")

    def lay_out_content(self) -> list[Label]:
        theme, box, gap = self.theme, self.content_box(), self.scale.px(16, 8)
        if self.starts:
            row = QRect(box.left(), box.top(), box.width(), self.scale.px(84, 48))
            box.setTop(grid(tuple(self.starts.values()), row, len(self.starts), gap) + gap)
        for sign, tile in self.fields.items():
            name = say("cuff-sbp" if sign is VitalSign.SBP else "cuff-dbp")
            tile.say(self.typed[sign] or EMPTY, detail=f"{name} · {say('cuff-unit')}")
            edge = theme.text if sign is self.active else theme.line
            tile.wear(Look(ink=theme.nibp, fill=theme.background, edge=edge, edge_px=3, size=64))
        field_high = self.scale.px(150, 84)
        fields = QRect(box.left(), box.top(), box.width(), field_high)
        grid(tuple(self.fields.values()), fields, 2, gap)
        size = self.scale.type(24, 13)
        base = box.top() + field_high + gap + size * 1.1
        weight = Weight.DemiBold if self.asked_for_more else Weight.Normal
        hue = theme.text if self.asked_for_more else theme.text_2
        hint = fitted(Label(self.hint(), box.left(), base, box.width(), size, hue, weight))
        top = int(base + gap + size * 0.3)
        pad = QRect(box.left(), top, box.width(), box.bottom() - top)
        order = (
            *(self.keys[digit] for digit in "123456789"),
            self.back,
            self.keys["0"],
            self.store,
        )
        grid(order, pad, 3, gap, self.scale.px(112, 400))
        return [hint]
