"""Other limits for «what if»: a profile, and every single limit with a step down and a step up.

Rule 1: a profile with the same limits as another one is offered once: the route stays what it was.
Rule 2: a limit goes no further than its bounds; whether limits cross is found when it is judged.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from monitor.limits import PROFILES, LimitProfile, bounds_of
from monitor.what_if import Limits
from ui.page_kit import SMALL_PX, STRONG, Button, ChoiceRow, label, scrolling, set_tone
from ui.profiles import profile_label, profiles
from ui.requests import WrongEntry
from ui.view_state import limit_name
from ui.words import figure, say

OWN = "own"
STEPS = {"spo2": 1.0, "rr": 1.0, "shock": 0.1, "rpp": 500.0, "news2": 1.0, "hr": 5.0}
USUAL_STEP = 5.0
FINE = frozenset({"sbp-z-high", "sbp-trend-high"})
A_LINE = 2


def step_of(rule: str) -> float:
    if rule in FINE:
        return 1.0
    return STEPS.get(rule.split("-", maxsplit=1)[0], USUAL_STEP)


def offered(own: LimitProfile) -> dict[str, LimitProfile]:
    """The profiles with other limits than the session's own, each of a kind once."""
    try:
        known: Mapping[str, LimitProfile] = profiles()
    except WrongEntry:  # a mistake in the clinic's file is told where profiles are chosen
        known = PROFILES
    seen = [] if own.changed else [_numbers(own)]
    found: dict[str, LimitProfile] = {}
    for name, profile in known.items():
        if _numbers(profile) not in seen:
            seen.append(_numbers(profile))
            found[name] = profile
    return found


def _numbers(profile: LimitProfile) -> tuple[dict[str, float], frozenset[str]]:
    return {rule: profile.limit(rule) for rule in profile.own}, profile.switched_on


class LimitRow:
    """The widgets of one limit, in a line of a grid."""

    def __init__(self, rule: str, grid: QGridLayout, place: int) -> None:
        self.rule, name = rule, limit_name(rule)
        self.name = label(name, SMALL_PX + 1)
        self.value = label("", weight=STRONG)
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = Button("−", "slim"), Button("+", "slim")
        self.less.setAccessibleName(say("step-less", name))
        self.more.setAccessibleName(say("step-more", name))
        for column, widget in enumerate((self.name, self.less, self.value, self.more)):
            grid.addWidget(widget, place, column)
        for button in (self.less, self.more):
            button.setFixedWidth(48)

    def show(self, value: float, base: float) -> None:
        low, high = bounds_of(self.rule)
        self.value.setText(figure(f"{value:g}"))
        self.less.setEnabled(value > low)
        self.more.setEnabled(value < high)
        moved = value != base
        text = limit_name(self.rule)
        self.name.setText(say("what-if-limit-moved", text, figure(f"{base:g}")) if moved else text)
        set_tone(self.name, "" if moved else "second")


class LimitChoices(QWidget):
    """Emits `changed` with every step; `limits` is what is asked for now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bare")
        self._own = PROFILES["adult-iv"]
        self._offered: dict[str, LimitProfile] = {}
        self._single: dict[str, float] = {}
        self.rows: dict[str, LimitRow] = {}
        self.profile: ChoiceRow | None = None
        self.reset = Button(say("what-if-reset"), "slim")
        self.reset.clicked.connect(self._reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._inner: list[QWidget] = []

    @property
    def asked(self) -> bool:
        """Anything is asked for that the session did not have."""
        return bool(self._single) or self._base() is not self._own

    def limits(self) -> Limits:
        base = self._base()
        return Limits(None if base is self._own else base, dict(self._single))

    def show_own(self, own: LimitProfile) -> None:
        """The limits with which a session began; nothing is asked for yet."""
        self._own, self._offered, self._single = own, offered(own), {}
        for widget in self._inner:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._column.removeWidget(self.reset)
        names = [(OWN, say("what-if-own"))]
        names += [(name, profile_label(name)) for name in self._offered]
        self.profile = ChoiceRow(say("what-if-profile"), names, OWN, A_LINE)
        self.profile.changed.connect(self._other_profile)
        area = scrolling(self._limit_rows(own), say("what-if-profile"))
        self._inner = [self.profile, area]
        self._column.addWidget(self.profile)
        self._column.addWidget(area, 1)
        self._column.addWidget(self.reset)
        self._show_rows()

    def _limit_rows(self, own: LimitProfile) -> QWidget:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, 48)
        self.rows = {rule: LimitRow(rule, grid, place) for place, rule in enumerate(own.own)}
        for rule, row in self.rows.items():
            row.less.clicked.connect(lambda _on=False, rule=rule: self._step(rule, -1))
            row.more.clicked.connect(lambda _on=False, rule=rule: self._step(rule, 1))
        return inner

    # ---- what is chosen

    def _base(self) -> LimitProfile:
        key = OWN if self.profile is None else self.profile.key()
        return self._offered.get(key, self._own)

    def _limit(self, rule: str) -> float | None:
        """None = the profile that is chosen has no such row."""
        base = self._base()
        if rule in self._single:
            return self._single[rule]
        return base.limit(rule) if rule in base.own else None

    def _step(self, rule: str, way: int) -> None:
        value = self._limit(rule)
        if value is None:
            return
        low, high = bounds_of(rule)
        moved = min(high, max(low, round(value + way * step_of(rule), 6)))
        self._single = {**self._single, rule: moved}
        if moved == self._base().limit(rule):
            del self._single[rule]
        self._show_rows()
        self.changed.emit()

    def _other_profile(self, _name: str) -> None:
        self._single = {}
        self._show_rows()
        self.changed.emit()

    def _reset(self) -> None:
        self._single = {}
        if self.profile is not None and self.profile.key() != OWN:
            self.profile.choose(OWN)  # which says that something changed
            return
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        for rule, row in self.rows.items():
            value = self._limit(rule)
            for widget in (row.name, row.less, row.value, row.more):
                widget.setEnabled(value is not None)
            if value is not None:
                row.show(value, self._own.limit(rule))
        self.reset.setEnabled(self.asked)
