"""The vial on the plan: lot and expiry, typed or scanned, how much is drawn, and what was drawn.

Rule 1: an expired vial is never taken silently: another one is asked for, or a second person.
Rule 2: what was recorded is not recorded again: the fields are empty for the next vial.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QRect, Signal

from monitor.treatment.view import GivingView
from ui.chair.plan_draft import number_text
from ui.chair.side_panel import SidePanel
from ui.chair.stepper import Stepper
from ui.chair.text_line import TextLine
from ui.ink import Scale
from ui.theme import font
from ui.vial_code import VialCode, expired, typed_expiry, vial_code
from ui.words import say

DRAWN_STEP_MG = 5.0


@dataclass(frozen=True, slots=True)
class Vial:
    """What is to be recorded: `expiry` is ISO 8601, `serial` empty = it has no number."""

    mg: float
    lot: str
    expiry: str
    serial: str


class VialPart(QObject):
    """The fields of a vial inside a panel; `changed` when a person typed or scanned."""

    changed = Signal()

    def __init__(self, panel: SidePanel) -> None:
        super().__init__(panel)
        self.last: VialCode | None = None
        """The vial that was recorded last at this window; None = none yet."""
        self._serial = ""
        self._mg: float | None = None
        self._dose_mg: float | None = None
        theme = panel.theme
        self.lot = TextLine(theme, say("vial-lot"), say("vial-lot-hint"), panel)
        self.expiry = TextLine(theme, say("vial-expiry"), say("vial-expiry-hint"), panel)
        self.drawn = Stepper(theme, say("vial-drawn"), panel)
        self.drawn.stepped.connect(self._step)
        self.lot.returnPressed.connect(self._scanned)
        self.expiry.returnPressed.connect(self.changed)
        for line in (self.lot, self.expiry):
            line.textEdited.connect(lambda _text: self.changed.emit())

    def clear(self) -> None:
        self._serial, self._mg = "", None
        for line in (self.lot, self.expiry):
            line.clear()

    def propose(self, dose_mg: float | None) -> None:
        """As much as the dose is drawn, until somebody says otherwise."""
        self._dose_mg = dose_mg
        self.drawn.show_value("–" if self.mg is None else say("plan-mg", number_text(self.mg)))

    @property
    def mg(self) -> float | None:
        return self._dose_mg if self._mg is None else self._mg

    @property
    def named(self) -> bool:
        """Somebody said which vial it is."""
        return bool(self.lot.text().strip() or self.expiry.text().strip())

    def take_last(self) -> None:
        if self.last is not None:
            self._fill(self.last)

    def typed(self) -> Vial | str:
        """What stands here, or the sentence of what is missing."""
        lot, expiry = self.lot.text().strip(), typed_expiry(self.expiry.text())
        if not lot:
            return say("vial-no-lot")
        if expiry is None:
            return say("vial-no-expiry", self.expiry.text().strip() or "–")
        if not self.mg:
            return say("vial-no-mg")
        return Vial(self.mg, lot, expiry, self._serial)

    def recorded(self, vial: Vial) -> None:
        """It was sent; the next vial begins empty."""
        self.last = VialCode(vial.lot, vial.expiry, vial.serial)
        self.clear()
        self.propose(self._dose_mg)

    def _step(self, steps: int) -> None:
        """To the next whole step up or down."""
        least = DRAWN_STEP_MG
        whole = round((self.mg or 0.0) / least) * least
        self._mg = max(least, whole + steps * least)
        self.propose(self._dose_mg)
        self.changed.emit()

    def _scanned(self) -> None:
        """Enter in the field of the lot: a code is taken apart, a lot goes on to the expiry."""
        code = vial_code(self.lot.text())
        if code is not None:
            self._fill(code)
        elif self.lot.text().strip():
            self.expiry.setFocus()
        self.changed.emit()

    def take_scan(self, text: str) -> bool:
        """A code that was read while no field was typed into; False = it is no vial's."""
        code = vial_code(text)
        if code is not None:
            self._fill(code)
        return code is not None

    def _fill(self, code: VialCode) -> None:
        self.lot.setText(code.lot)
        self.expiry.setText(code.expiry)
        self._serial = code.serial
        self.changed.emit()

    # ---- places

    def set_scale(self, scale: Scale) -> None:
        self.drawn.set_scale(scale)

    def place(self, box: QRect, gap: int, scale: Scale) -> None:
        wide = (box.width() - 2 * gap) // 3
        for place, part in enumerate((self.lot, self.expiry, self.drawn)):
            part.setGeometry(box.left() + place * (wide + gap), box.top(), wide, box.height())
        for line in (self.lot, self.expiry):
            line.setFont(font(scale.type(24, 14)))


def drawn_text(giving: GivingView) -> str:
    """What was recorded of vials so far; empty = nothing."""
    drawn = [vial for vial in giving.vials if not vial.wasted]
    if not drawn:
        return ""
    lots = ", ".join(dict.fromkeys(vial.lot for vial in drawn))
    return say("vial-drawn-so-far", number_text(giving.drawn_mg), lots)


def is_expired(vial: Vial, today: date) -> bool:
    return expired(vial.expiry, today)
