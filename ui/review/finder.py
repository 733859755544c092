"""Filter and calendar of the library, side by side; whatever is chosen narrows the list at once.

Rule 1: nothing has to be confirmed: the list beside it shows what is left, and how many.
Rule 2: what cannot be understood narrows nothing; it is said below its field and stays there.
Rule 3: it holds no filter of its own: it shows what narrows the list, wherever that came from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.narrowing import EVERYTHING, Alarms, DoseRange, DoseUnit, Narrowing
from monitor.routes import Route
from ui.page_growth import Growth
from ui.page_kit import SMALL_PX, Button, Card, ChoiceRow, label, tab_through
from ui.review.calendar import Calendar
from ui.review.finder_rows import ANY, choice, named, side_by_side
from ui.review.narrowed import WrongFigure, typed_day, typed_dose
from ui.start.fields import Field
from ui.theme import Theme
from ui.words import figure, say

PEAKS = (140, 160, 180)
"""mmHg; the steps at which time is counted in a session."""
SPANS_DAYS = (1, 7, 30)


class Finder(QWidget):
    """`changed` carries a `Narrowing`, `turned` that another month is in sight."""

    changed = Signal(object)
    turned = Signal()
    left = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._now = EVERYTHING
        self._showing = False
        self.setProperty("part", "bare")
        routes = [(route.value, say(f"route-{route.value}")) for route in Route]
        self.route = choice("filter-route", routes)
        peaks = [(str(peak), say("filter-peak-least", peak)) for peak in PEAKS]
        self.peak = choice("filter-peak", peaks)
        self.alarms = choice(
            "filter-alarms", [(one, say(f"filter-alarms-{one}")) for one in Alarms]
        )
        self.signed = choice("filter-signed", [("unsigned", say("filter-unsigned"))])
        self.least = Field(say("filter-dose-from"), most=12)
        self.most = Field(say("filter-dose-to"), most=12)
        units = [(unit.value, unit.value) for unit in DoseUnit]
        self.unit = ChoiceRow(say("filter-dose-unit"), units, DoseUnit.MG.value)
        self.patient = Field(say("filter-patient"), most=60)
        self.first = Field(say("filter-first"), placeholder=say("filter-day-example"), most=12)
        self.last = Field(say("filter-last"), placeholder=say("filter-day-example"), most=12)
        self.calendar = Calendar(theme, today())
        self.leave = Button(say("filter-close"))
        self.spans = {days: Button(say(f"filter-span-{days}"), "slim") for days in SPANS_DAYS}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._what(), 1)
        both.addWidget(self._when(), 1)
        column.addLayout(both)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(label(say("filter-keys"), SMALL_PX, tone="second", wrap=True), 1)
        below.addWidget(self.leave)
        column.addLayout(below)
        column.addStretch(1)
        self._order()

    def _order(self) -> None:
        """Tab goes as one reads."""
        calendar = self.calendar
        parts: list[QWidget] = [self.first.line, self.last.line]
        for row in (self.route, self.peak, self.alarms):
            parts += row.buttons()
        parts += [self.least.line, self.most.line, *self.unit.buttons(), self.patient.line]
        parts += [*self.signed.buttons(), calendar.back, calendar.on, calendar.view]
        tab_through([*parts, *self.spans.values(), self.leave])

    def _what(self) -> Card:
        card = Card()
        card.column.addLayout(side_by_side(self.first, self.last))
        rows = (
            ("filter-route", self.route),
            ("filter-peak", self.peak),
            ("filter-alarms", self.alarms),
        )
        for name, row in rows:
            card.column.addLayout(named(name, row))
        unit, signed = named("filter-dose-unit", self.unit), named("filter-signed", self.signed)
        card.column.addLayout(side_by_side(self.least, self.most, unit))
        card.column.addLayout(side_by_side(self.patient, signed))
        card.column.addStretch(1)
        return card

    def _when(self) -> Card:
        card = Card()
        card.column.addWidget(self.calendar)
        card.column.addLayout(side_by_side(*self.spans.values()))
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        self.leave.clicked.connect(self.left)
        for row in (self.route, self.peak, self.alarms, self.signed, self.unit):
            row.changed.connect(lambda _key: self._changed())
        for field in (self.least, self.most, self.patient, self.first, self.last):
            field.left.connect(self._changed)
        view = self.calendar.view
        view.chosen.connect(self._chosen)
        view.turned.connect(self.turned)
        for days, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, days=days: self._span(days))

    def grow(self, growth: Growth) -> None:
        self.calendar.view.grow(growth)

    # ---- what is shown

    def show_narrowing(self, now: Narrowing) -> None:
        """It narrows the list now; what was typed and not understood is forgotten."""
        self._now = now
        self._showing = True
        self.route.choose(_route_key(now))
        self.peak.choose(_peak_key(now))
        self.alarms.choose(now.alarms.value if now.alarms else ANY)
        self.signed.choose("unsigned" if now.unsigned else ANY)
        dose = now.dose or DoseRange(unit=DoseUnit(self.unit.key()))
        self.unit.choose(dose.unit.value)
        for field, bound in ((self.least, dose.least), (self.most, dose.most)):
            _fill(field, "" if bound is None else figure(f"{bound:g}"))
        for field, day in ((self.first, now.first), (self.last, now.last)):
            _fill(field, "" if day is None else day.isoformat())
        _fill(self.patient, now.patient_id)
        self._showing = False
        self.calendar.view.show_days(now.first, now.last)
        self.calendar.view.show_today(self._today())

    # ---- what is chosen

    def _chosen(self, day: date, other_end: bool) -> None:
        """A day; the one that is chosen already is taken off again."""
        now = self._now
        if other_end and now.first is not None:
            first, last = sorted((now.first, day))
            self._narrow(replace(now, first=first, last=last))
        elif (now.first, now.last) == (day, day):
            self._narrow(replace(now, first=None, last=None))
        else:
            self._narrow(replace(now, first=day, last=day))

    def _span(self, days: int) -> None:
        """The last so many days, today among them."""
        today = self._today()
        first = today - timedelta(days=days - 1)
        self.calendar.view.go(today)
        self._narrow(replace(self._now, first=first, last=today))

    def _narrow(self, wanted: Narrowing) -> None:
        self.show_narrowing(wanted)
        self.changed.emit(wanted)

    def _changed(self) -> None:
        if self._showing:
            return
        wanted = self._read()
        if wanted is not None and wanted != self._now:
            if wanted.first is not None and wanted.first != self._now.first:
                self.calendar.view.go(wanted.first)
            self._narrow(wanted)

    def _read(self) -> Narrowing | None:
        """What is chosen and typed; None when something of it is not understood."""
        try:
            first, last = _in_order(*(_asked(one, typed_day) for one in (self.first, self.last)))
            least, most = _in_order(*(_asked(one, typed_dose) for one in (self.least, self.most)))
        except WrongFigure:
            return None
        now, alarms = self._now, self.alarms.key()
        route, peak = self.route.key(), self.peak.key()
        dosed = least is not None or most is not None
        return Narrowing(
            first=first,
            last=last,
            patient_id=" ".join(self.patient.text().split()),
            routes=now.routes if route == _route_key(now) else _routes(route),
            dose=DoseRange(least, most, DoseUnit(self.unit.key())) if dosed else None,
            peak_sbp=now.peak_sbp if peak == _peak_key(now) else _peak(peak),
            alarms=None if alarms == ANY else Alarms(alarms),
            unsigned=self.signed.key() != ANY,
        )


_Bound = TypeVar("_Bound", date, float)


def _in_order(one: _Bound | None, other: _Bound | None) -> tuple[_Bound | None, _Bound | None]:
    if one is not None and other is not None and other < one:
        return other, one
    return one, other


def _asked(field: Field, understood: Callable[[str], _Bound | None]) -> _Bound | None:
    """What was typed there; a refusal stands below it. Raises `WrongFigure`."""
    try:
        found = understood(field.text())
    except WrongFigure as wrong:
        field.refuse(str(wrong))
        raise
    field.refuse("")
    return found


def _fill(field: Field, text: str) -> None:
    field.refuse("")
    if field.text() != text:
        field.line.setText(text)


def _route_key(now: Narrowing) -> str:
    """The button that is down; of several routes, which a page cannot ask for, the first."""
    return min(now.routes, default=ANY)


def _routes(key: str) -> frozenset[str]:
    return frozenset() if key == ANY else frozenset({key})


def _peak_key(now: Narrowing) -> str:
    return str(int(now.peak_sbp)) if now.peak_sbp in PEAKS else ANY


def _peak(key: str) -> float | None:
    return None if key == ANY else float(key)
