"""Another drug that was given: from the clinic's list or typed, dose, route, who ordered it, when.

Rule 1: for the record only. Nothing is advised, proposed or computed from it here.
Rule 2: only the name is needed; whatever else is missing stays empty in the record.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor.rights import Role
from ui.chair.asking_panel import AskingPanel
from ui.chair.drug_preset import ROUTES, UNITS, Preset, preset
from ui.chair.number_pad import NumberPad
from ui.chair.side_panel import grid
from ui.chair.text_line import TextLine
from ui.chair.when_step import WhenStep
from ui.controls import Look, Tile
from ui.ink import Label, Scale, Weight, fitted
from ui.people.asked import Asked
from ui.theme import Theme, font
from ui.words import say


class DrugPanel(AskingPanel):
    """`given` carries (drug, dose, unit, route, ordered by, s ago); `noted` only that one was."""

    given = Signal(str, str, str, str, str, float)
    noted = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.drug = ""
        self.unit, self.route, self.ordered_by = UNITS[0], "", ""
        self.presets: dict[str, Tile] = {}
        super().__init__(theme, say("drug-title"), parent)
        self.when = WhenStep(theme, self)
        self.name = TextLine(theme, say("drug-name"), say("drug-name-hint"), self)
        self.name.returnPressed.connect(self._typed)
        self.onward = self.tile(say("drug-onward"))
        self.onward.clicked.connect(self._typed)
        self.only = self.tile(say("drug-only"))
        self.only.clicked.connect(self._only)
        self.keypad = NumberPad(theme, say("drug-dose"), self, digits=5, decimal=True)
        self.units = {unit: self._choice(unit) for unit in UNITS}
        for unit, tile in self.units.items():
            tile.clicked.connect(lambda _checked=False, unit=unit: self._choose(unit=unit))
        self.routes = {route: self._choice(route) for route in ROUTES}
        for route, tile in self.routes.items():
            tile.clicked.connect(lambda _checked=False, route=route: self._choose(route=route))
        self.ordered = self.tile(say("drug-ordered"))
        self.ordered.clicked.connect(self._ask_orderer)
        self.back = self.tile(say("pin-back"))
        self.back.clicked.connect(lambda: self._take(""))
        self.store = self.tile(say("drug-store"))
        self.store.clicked.connect(self._store)

    def _choice(self, text: str) -> Tile:
        return self.tile(text, Look(ink=self.theme.text_2, fill=self.theme.raised, size=24))

    # ---- which drug

    def offer(self, drugs: Sequence[str]) -> None:
        """The clinic's list, as it was written."""
        if list(drugs) == list(self.presets):
            return
        for tile in self.presets.values():
            self.tiles.remove(tile)
            tile.hide()
            tile.deleteLater()
        self.presets = {}
        for written in drugs:
            self.presets[written] = self._offered(written)
        self.relayout()

    def _offered(self, written: str) -> Tile:
        tile, one = self.tile(written), preset(written)
        tile.clicked.connect(lambda: self._take(one.drug, one))
        return tile

    def open(self) -> None:
        self.name.clear()
        self.when.reset()
        self.ordered_by = ""
        self._take("")
        super().open()

    def _typed(self) -> None:
        text = self.name.text().strip()
        if text:
            one = preset(text)
            self._take(one.drug, one)
        else:
            self.name.setFocus()

    def _take(self, drug: str, one: Preset | None = None) -> None:
        """From the name on to the dose; empty = back to the names."""
        self.drug = drug
        dose = "" if one is None else one.dose
        self.unit = (one.unit if one is not None else "") or UNITS[0]
        self.route = "" if one is None else one.route
        self.keypad.show_number(dose, self.unit)
        self.setFocus()
        self.relayout()

    # ---- how much, how, by whose order

    def _choose(self, *, unit: str = "", route: str = "") -> None:
        self.unit = unit or self.unit
        self.route = route or self.route
        self.keypad.show_number(self.keypad.text, self.unit)
        self.relayout()

    def _ask_orderer(self) -> None:
        asked = Asked(say("drug-orderer"), "", frozenset({Role.PROVIDER}))
        self.ask_person(asked, self._ordered)

    def _ordered(self, name: str) -> None:
        self.ordered_by = name
        self.relayout()

    def _store(self) -> None:
        dose = self.keypad.text if self.keypad.value else ""
        unit = self.unit if dose else ""
        self.given.emit(self.drug, dose, unit, self.route, self.ordered_by, self.when.ago_s)
        self.dismiss()

    def _only(self) -> None:
        self.noted.emit(self.when.ago_s)
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if self.drug and self.keypad.take(event):
            return
        if not event.text().isdigit():
            super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        self.when.set_scale(scale)
        self.keypad.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        naming = not self.drug
        for tile in (*self.presets.values(), self.name, self.onward, self.only):
            tile.setVisible(naming)
        dosing: tuple[QWidget, ...] = (
            *self.units.values(),
            *self.routes.values(),
            self.keypad,
            self.ordered,
        )
        for part in (*dosing, self.back, self.store):
            part.setVisible(not naming)
        close, wide = self.close_tile.geometry(), self.scale.px(400, 224)
        left = close.left() - self.scale.px(14, 6) - wide
        self.when.setGeometry(left, close.top(), wide, close.height())
        return self._lay_out_names() if naming else self._lay_out_dose()

    def _lay_out_names(self) -> list[Label]:
        box, gap, high = self.content_box(), self.scale.px(16, 8), self.scale.px(84, 52)
        size, theme = self.scale.type(23, 13), self.theme
        base = box.top() + size
        told = Label(say("drug-told"), box.left(), base, box.width(), size, theme.text_2)
        top = round(base + size)
        foot = box.bottom() + 1 - high
        if self.presets:
            room = QRect(box.left(), top, box.width(), foot - high - 2 * gap - top)
            top = grid(tuple(self.presets.values()), room, 2, gap, self.scale.px(112, 80)) + gap
        onward = self.scale.px(220, 120)
        self.name.setFont(font(self.scale.type(26, 15)))
        self.name.setGeometry(box.left(), top, box.width() - onward - gap, high)
        self.onward.setGeometry(box.right() + 1 - onward, top, onward, high)
        self.only.setGeometry(box.left(), foot, self.scale.px(560, 320), high)
        return [fitted(told, 11)]

    def _lay_out_dose(self) -> list[Label]:
        box, gap, foot = self.content_box(), self.scale.px(16, 8), self.scale.px(88, 52)
        size, theme = self.scale.type(30, 17), self.theme
        named = Label(
            self.drug, box.left(), box.top() + size, box.width(), size, theme.text, Weight.DemiBold
        )
        top = box.top() + round(size * 1.5)
        wide = round((box.width() - gap) * 0.46)
        high = box.bottom() + 1 - foot - gap - top
        self.keypad.setGeometry(box.left(), top, wide, high)
        right = QRect(box.left() + wide + gap, top, box.width() - wide - gap, high)
        self._lay_out_choices(right, gap)
        below = box.bottom() + 1 - foot
        self.back.setGeometry(box.left(), below, self.scale.px(200, 110), foot)
        store = self.scale.px(340, 190)
        self.store.setGeometry(box.right() + 1 - store, below, store, foot)
        return [fitted(named, 12)]

    def _lay_out_choices(self, box: QRect, gap: int) -> None:
        theme = self.theme
        chosen = Look(ink=theme.text, fill=theme.infusion, edge=theme.text_2, size=24)
        plain = Look(ink=theme.text_2, fill=theme.raised, size=24)
        for tiles, mark in ((self.units, self.unit), (self.routes, self.route)):
            for name, tile in tiles.items():
                tile.wear(chosen if name == mark else plain)
        row = min(self.scale.px(104, 57), (box.height() - 3 * gap) // 4)
        grid(tuple(self.units.values()), QRect(box.left(), box.top(), box.width(), row), 3, gap)
        top = box.top() + row + gap
        room = QRect(box.left(), top, box.width(), 2 * row + gap)
        grid(tuple(self.routes.values()), room, 3, gap)
        self.ordered.say(say("drug-ordered"), detail=self.ordered_by or say("drug-ordered-nobody"))
        self.ordered.setGeometry(box.left(), top + 2 * (row + gap), box.width(), row)
