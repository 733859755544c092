"""A pressure that a person measured: two numbers, a keypad, Enter stores.

Rule 1: a value is never refused for being unusual; it is asked about once, and then stored. What
        cannot be stored is a missing number.
Rule 2: digits go to the field that is marked; a systolic that a further digit would make
        impossible passes the mark on.
Rule 3: where a person allowed that a monitor's cuff is started from here, it is offered above.
Rule 4: standing pressures are a kind of their own: after one or three minutes, with the question
        about symptoms answered. They are never the current value.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.vitals import SIGNS, VitalSign
from ui.chair.device_text import maker
from ui.chair.side_panel import SidePanel, grid
from ui.chair.when_step import WhenStep
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted
from ui.requests import DeviceLine
from ui.theme import Theme
from ui.words import say

FIELDS = (VitalSign.SBP, VitalSign.DBP)
DIGITS = 3
EMPTY = "–"
STANDING = (1, 3)
"""Minutes after getting up."""


class CuffPanel(SidePanel):
    """What is emitted: a pressure in mmHg, or whose cuff is to be started.

    `stored` carries (systolic, diastolic, s ago), `stood` (systolic, diastolic, minutes of
    standing, whether there were symptoms).
    """

    stored = Signal(float, float, float)
    stood = Signal(float, float, int, bool)
    start_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.typed = dict.fromkeys(FIELDS, "")
        self.active = VitalSign.SBP
        self.asked_for_more = False
        self.asked_odd = False
        """The pressure is unusual, and that was said once."""
        self.minute: int | None = None
        """After how many minutes of standing; None = not standing."""
        self.symptoms: bool | None = None
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
        self.when = WhenStep(theme, self)
        self.minutes = {minute: self.tile(say("cuff-standing", minute)) for minute in STANDING}
        for minute, tile in self.minutes.items():
            tile.clicked.connect(lambda _checked=False, minute=minute: self.stand(minute))
        self.answers = {False: self.tile(say("cuff-well")), True: self.tile(say("cuff-dizzy"))}
        for dizzy, tile in self.answers.items():
            tile.clicked.connect(lambda _checked=False, dizzy=dizzy: self._answer(dizzy=dizzy))

    def open(self) -> None:
        self.typed = dict.fromkeys(FIELDS, "")
        self.asked_for_more = self.asked_odd = False
        self.minute = self.symptoms = None
        self.title = say("cuff-title")
        self.when.reset()
        self.mark(VitalSign.SBP)
        super().open()

    def stand(self, minute: int) -> None:
        """From now on it is a standing pressure, so many minutes after getting up."""
        self.minute, self.symptoms = minute, None
        self.title = say("cuff-title-standing")
        self.when.reset()
        self.relayout()

    def _answer(self, *, dizzy: bool) -> None:
        self.symptoms = dizzy
        self.relayout()

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
        self.asked_for_more = self.asked_odd = False
        if self.active is VitalSign.SBP and _complete(text):
            self.active = VitalSign.DBP
        self.relayout()

    def delete(self) -> None:
        if not self.typed[self.active] and self.active is VitalSign.DBP:
            self.active = VitalSign.SBP
        self.typed[self.active] = self.typed[self.active][:-1]
        self.asked_odd = False
        self.relayout()

    def enter(self) -> None:
        """To the field that is still empty; with both typed, store."""
        missing = next((sign for sign in FIELDS if not self.typed[sign]), None)
        if missing is not None:
            self.asked_for_more = bool(self.typed[self.active]) is False
            self.mark(missing)
            return
        if self.minute is not None and self.symptoms is None:
            self.asked_for_more = True
        elif not self.likely and not self.asked_odd:
            self.asked_odd = True
        else:
            self._send()
            return
        self.relayout()

    def _send(self) -> None:
        sbp, dbp = (float(self.typed[sign]) for sign in FIELDS)
        if self.minute is None:
            self.stored.emit(sbp, dbp, self.when.ago_s)
        else:
            self.stood.emit(sbp, dbp, self.minute, bool(self.symptoms))
        self.dismiss()

    @property
    def likely(self) -> bool:
        """Both numbers can be a pressure; False also while one is missing."""
        if not all(self.typed.values()):
            return False
        sbp, dbp = (float(self.typed[sign]) for sign in FIELDS)
        plausible = SIGNS[VitalSign.SBP].plausible(sbp) and SIGNS[VitalSign.DBP].plausible(dbp)
        return plausible and sbp > dbp

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
        if self.minute is not None and self.symptoms is None:
            return say("cuff-symptoms")
        if not self.likely:
            return say("cuff-odd")
        return say("cuff-ready", self.when.words.lower())

    def set_scale(self, scale: Scale) -> None:
        self.when.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        self._lay_out_head()
        if self.starts:
            row = QRect(box.left(), box.top(), box.width(), self.scale.px(84, 48))
            box.setTop(grid(tuple(self.starts.values()), row, len(self.starts), gap) + gap)
        standing = self.minute is not None
        for tile in (*self.minutes.values(), *self.answers.values()):
            tile.setVisible(standing)
        if standing:
            box.setTop(self._lay_out_standing(box, gap))
        self._lay_out_fields(box, gap)
        theme, size = self.theme, self.scale.type(24, 13)
        base = box.top() + self._field_height() + gap + size * 1.1
        strong = self.asked_for_more or self.asked_odd
        hue = theme.text if strong else theme.text_2
        weight = Weight.DemiBold if strong else Weight.Normal
        hint = fitted(Label(self.hint(), box.left(), base, box.width(), size, hue, weight))
        top = int(base + gap + size * 0.3)
        pad = QRect(box.left(), top, box.width(), box.bottom() - top)
        digits = (self.keys[digit] for digit in "123456789")
        order = (*digits, self.back, self.keys["0"], self.store)
        self.store.say(say("cuff-store-odd" if self.asked_odd else "cuff-store"))
        grid(order, pad, 3, gap, self.scale.px(112, 400))
        return [hint]

    def _lay_out_head(self) -> None:
        """Beside the title: when it was measured; a standing pressure is of now."""
        close, wide = self.close_tile.geometry(), self.scale.px(400, 224)
        left = close.left() - self.scale.px(14, 6) - wide
        self.when.setGeometry(left, close.top(), wide, close.height())
        self.when.setVisible(self.minute is None)

    def _lay_out_standing(self, box: QRect, gap: int) -> int:
        """How she stands, and whether she is well; where the rest begins."""
        theme = self.theme
        chosen = Look(ink=theme.text, fill=theme.infusion, edge=theme.text_2, size=24)
        plain = Look(ink=theme.text_2, fill=theme.raised, size=24)
        row = QRect(box.left(), box.top(), box.width(), self.scale.px(84, 48))
        for minute, tile in self.minutes.items():
            tile.wear(chosen if minute == self.minute else plain)
        for dizzy, tile in self.answers.items():
            tile.wear(chosen if dizzy is self.symptoms else plain)
        return grid((*self.minutes.values(), *self.answers.values()), row, 4, gap) + gap

    def _field_height(self) -> int:
        return self.scale.px(150, 84) if self.minute is None else self.scale.px(130, 70)

    def _lay_out_fields(self, box: QRect, gap: int) -> None:
        theme, high = self.theme, self._field_height()
        size = 64 if self.minute is None else 54
        for sign, tile in self.fields.items():
            name = say("cuff-sbp" if sign is VitalSign.SBP else "cuff-dbp")
            tile.say(self.typed[sign] or EMPTY, detail=f"{name} · {say('cuff-unit')}")
            edge = theme.text if sign is self.active else theme.line
            tile.wear(Look(ink=theme.nibp, fill=theme.background, edge=edge, edge_px=3, size=size))
        fields = QRect(box.left(), box.top(), box.width(), high)
        grid(tuple(self.fields.values()), fields, 2, gap)


def _complete(systolic: str) -> bool:
    """A further digit would make no systolic pressure of it."""
    return len(systolic) == DIGITS or int(systolic or 0) * 10 > SIGNS[VitalSign.SBP].high
