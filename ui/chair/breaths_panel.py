"""Breaths by hand: tap at each one for half a minute, or type the number.

Rule: nothing is stored before somebody says so; closing the panel forgets the counting.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.chair.breath_count import BreathCount
from ui.chair.number_pad import NumberPad
from ui.chair.side_panel import SidePanel
from ui.controls import Look
from ui.ink import Label, Scale, fitted
from ui.theme import Theme
from ui.words import say

LOOK_EVERY_MS = 100


class BreathsPanel(SidePanel):
    """`counted` carries breaths a minute. `clock` is monotonic seconds."""

    counted = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.clock: Callable[[], float] = time.monotonic
        self.count = BreathCount()
        super().__init__(theme, say("breaths-title"), parent)
        self.beat = self.tile(say("breaths-start"))
        self.beat.pressed.connect(self._tap)
        self.anew = self.tile(say("breaths-anew"))
        self.anew.clicked.connect(self._start)
        self.keypad = NumberPad(theme, say("breaths-typed"), self, digits=2)
        self.keypad.unit = say("breaths-unit")
        self.keypad.changed.connect(self.relayout)
        self.store = self.tile(say("cuff-store"))
        self.store.clicked.connect(self._store)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def open(self) -> None:
        self.count = BreathCount()
        self.keypad.show_number("")
        super().open()
        self.relayout()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        self._timer.stop()
        super().hideEvent(event)

    # ---- counting

    @property
    def rate(self) -> float | None:
        """What would be stored: what was typed, else what was counted."""
        typed = self.keypad.value
        return self.count.rate(self.clock()) if typed is None else typed

    def _start(self) -> None:
        self.count = self.count.start(self.clock())
        self.keypad.show_number("")
        self._timer.start()
        self.relayout()

    def _tap(self) -> None:
        """On the finger's way down, so that quick breaths are not lost."""
        now = self.clock()
        if self.count.began is None:
            self._start()
        else:
            self.count = self.count.tap(now)
            self.relayout()

    def _look(self) -> None:
        if not self.count.counting(self.clock()):
            self._timer.stop()
        self.relayout()

    def _store(self) -> None:
        rate = self.rate
        if rate is not None:
            self.counted.emit(rate)
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if not self.keypad.take(event) and not event.text().isdigit():
            super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        self.keypad.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap, foot = self.content_box(), self.scale.px(20, 10), self.scale.px(92, 57)
        wide = round((box.width() - gap) * 0.52)
        high = box.height() - foot - gap
        self._say_beat()
        self.beat.setGeometry(box.left(), box.top(), wide, high)
        left = box.left() + wide + gap
        self.keypad.setGeometry(left, box.top(), box.right() + 1 - left, high)
        top = box.bottom() + 1 - foot
        self.anew.setGeometry(box.left(), top, self.scale.px(240, 130), foot)
        self.anew.setVisible(self.count.began is not None)
        store = self.scale.px(300, 170)
        self.store.setGeometry(box.right() + 1 - store, top, store, foot)
        rate = self.rate
        self.store.setEnabled(rate is not None)
        size = self.scale.type(26, 14)
        words = say("breaths-how") if rate is None else say("breaths-rate", f"{rate:.0f}")
        start = self.anew.geometry().right() + gap if not self.anew.isHidden() else box.left()
        room = self.store.x() - gap - start
        base = top + foot / 2 + size * 0.36
        ink = self.theme.text_2 if rate is None else self.theme.text
        return [fitted(Label(words, start, base, room, size, ink), 10)]

    def _say_beat(self) -> None:
        now, theme = self.clock(), self.theme
        count = self.count
        if count.began is None:
            self.beat.say(say("breaths-start"), detail=say("breaths-start-detail"))
        elif count.counting(now):
            left = f"{count.left_s(now):.0f}"
            self.beat.say(str(count.breaths), detail=say("breaths-tap", left))
        else:
            self.beat.say(str(count.breaths), detail=say("breaths-over"))
        look = Look(ink=theme.text, fill=theme.infusion, size=64)
        self.beat.wear(look if count.counting(now) else Look(theme.text, theme.raised, size=44))
