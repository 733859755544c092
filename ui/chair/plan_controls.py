"""Route, dose, duration and concentration by tiles and steps, and the whole line below them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from monitor.people import Course
from monitor.routes import Route
from ui.chair.plan_draft import (
    CONCENTRATIONS,
    DEVICE_MG,
    IN_A_LIQUID,
    NASAL_MG,
    PlanDraft,
    knows_last,
    last_mg_per_kg,
    line_text,
    number_text,
    rate_text,
)
from ui.chair.side_panel import grid
from ui.chair.stepper import Stepper
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted
from ui.theme import Theme
from ui.words import say


class PlanControls(Board):
    """`changed` carries the `PlanDraft` that a tap made of the one that is shown."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.draft = PlanDraft(Route.IV, None)
        self.course = Course()
        super().__init__(theme, parent)
        self.routes = {route: self._tile(say(f"route-{route.value}")) for route in Route}
        self.nasal = {mg: self._tile(say("plan-mg", number_text(mg))) for mg in NASAL_MG}
        self.concentrations = {
            value: self._tile(say("plan-concentration", number_text(value)))
            for value in CONCENTRATIONS
        }
        self.as_last = self._tile(say("plan-as-last", "–"))
        self.dose = Stepper(theme, say("plan-dose"), self)
        self.duration = Stepper(theme, say("plan-duration"), self)
        self._connect()

    def _tile(self, text: str) -> Tile:
        return Tile(self.theme, text, self)

    def _connect(self) -> None:
        for route, tile in self.routes.items():
            tile.clicked.connect(
                lambda _checked=False, route=route: self._change(self.draft.by(route))
            )
        for mg, tile in self.nasal.items():
            tile.say(tile.text(), detail=say("plan-devices", round(mg / DEVICE_MG)))
            tile.clicked.connect(lambda _checked=False, mg=mg: self._fix(mg))
        for value, tile in self.concentrations.items():
            tile.clicked.connect(lambda _checked=False, value=value: self._concentrate(value))
        self.as_last.clicked.connect(lambda: self._change(self.draft.as_last(self.course)))
        self.dose.stepped.connect(lambda by: self._change(self.draft.stepped(by, self.course)))
        self.duration.stepped.connect(lambda by: self._change(self.draft.lasting(by)))

    def _change(self, draft: PlanDraft) -> None:
        self.changed.emit(draft)

    def _fix(self, mg: float) -> None:
        self._change(replace(self.draft, fixed_mg=mg))

    def _concentrate(self, value: float) -> None:
        self._change(replace(self.draft, concentration_mg_per_ml=value))

    def show_draft(self, draft: PlanDraft, course: Course) -> None:
        self.draft, self.course = draft, course
        self.relayout()

    # ---- words

    def dose_text(self) -> str:
        draft = self.draft
        if draft.by_weight:
            return say("plan-per-kg", number_text(draft.mg_per_kg or 0.0, 2))
        if draft.fixed_mg is None:
            return "–"
        return say("plan-mg", number_text(draft.fixed_mg))

    def last_text(self) -> str:
        """What the dose of last time would be today; empty = there was none."""
        if not knows_last(self.course, self.draft.route):
            return ""
        share = last_mg_per_kg(self.course, self.draft.weight_kg)
        if self.draft.by_weight:
            return "" if share is None else say("plan-per-kg", number_text(share, 2))
        last = self.course.last_mg
        return "" if last is None else say("plan-mg", number_text(last))

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        tiles = (self.as_last, *self.routes.values(), *self.nasal.values())
        for tile in (*tiles, *self.concentrations.values()):
            tile.set_scale(scale)
        self.dose.set_scale(scale)
        self.duration.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        gap, size = self.scale.px(14, 6), self.scale.type(38, 19)
        small = self.scale.type(24, 13)
        words = round(size * 1.5 + small * 1.5)
        runs = self.draft.route is Route.IV
        liquid = self.draft.route in IN_A_LIQUID
        rows = 2 + (runs or liquid)
        high = min(self.scale.px(92, 60), (self.height() - words - gap * rows) // rows)
        self._wear()
        wide = self.width()
        grid(tuple(self.routes.values()), QRect(0, 0, wide, high), len(self.routes), gap)
        self._lay_out_dose(QRect(0, high + gap, wide, high), gap)
        third = QRect(0, 2 * (high + gap), wide, high)
        self._lay_out_third(third, gap, runs=runs, liquid=liquid)
        return self._line(rows * (high + gap), size, small)

    def _lay_out_dose(self, row: QRect, gap: int) -> None:
        nasal = self.draft.route is Route.INTRANASAL
        self.dose.setVisible(not nasal)
        self.dose.show_value(self.dose_text())
        for tile in self.nasal.values():
            tile.setVisible(nasal)
        last = self.last_text()
        self.as_last.setVisible(bool(last))
        self.as_last.say(say("plan-as-last", last))
        half = (row.width() - gap) // 2
        left = QRect(row.left(), row.top(), half, row.height())
        grid(tuple(self.nasal.values()), left, len(self.nasal), gap)
        self.dose.setGeometry(left)
        self.as_last.setGeometry(row.left() + half + gap, row.top(), half, row.height())

    def _lay_out_third(self, row: QRect, gap: int, *, runs: bool, liquid: bool) -> None:
        self.duration.setVisible(runs)
        self.duration.show_value(say("plan-minutes", number_text(self.draft.minutes)))
        for tile in self.concentrations.values():
            tile.setVisible(liquid)
        half = (row.width() - gap) // 2
        self.duration.setGeometry(row.left(), row.top(), half, row.height())
        left = row.left() + half + gap if runs else row.left()
        right = QRect(left, row.top(), row.right() + 1 - left, row.height())
        grid(tuple(self.concentrations.values()), right, len(self.concentrations), gap)

    def _wear(self) -> None:
        """What is chosen is filled."""
        draft, theme = self.draft, self.theme
        chosen = [
            *((tile, route is draft.route) for route, tile in self.routes.items()),
            *((tile, mg == draft.fixed_mg) for mg, tile in self.nasal.items()),
            *(
                (tile, value == draft.concentration_mg_per_ml)
                for value, tile in self.concentrations.items()
            ),
        ]
        for tile, down in chosen:
            fill = theme.infusion if down else theme.raised
            tile.wear(Look(ink=theme.text if down else theme.text_2, fill=fill, size=25))
        self.as_last.wear(Look(ink=theme.text, fill=theme.raised, size=23))

    def _line(self, top: float, size: int, small: int) -> list[Label]:
        line, width, theme = self.draft.line(self.course), self.width(), self.theme
        if line is None:
            words = self.draft.missing()
            return [fitted(Label(words, 0, top + size, width, small, theme.text_2))]
        whole = Label(line_text(line), 0, top + size, width, size, theme.text, Weight.DemiBold)
        rate = Label(rate_text(line), 0, top + size * 1.4 + small, width, small, theme.text_2)
        return [fitted(whole), fitted(rate)]
