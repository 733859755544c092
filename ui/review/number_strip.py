"""The numbers of one session in a row of tiles; a tile that has a moment leads the curve there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from monitor.outcomes import Priority
from ui.chair.spans import minutes_text, span_text
from ui.ink import RIGHT, Label, Weight, draw_label, fill_round, fitted
from ui.page_growth import Growth
from ui.review.measures import Extreme
from ui.review.statistics import GivenBy, SessionStatistics
from ui.start.entry import tidy
from ui.theme import Theme, colour
from ui.words import figure, say

TILE_PX, LOW_TILE_PX = 84, 58
WIDE_PX = 1120
TILES = 8


@dataclass(frozen=True, slots=True)
class Number:
    """One tile. `role` is a sign's colour role or ""; `at_s` None = there is no such moment."""

    name: str
    value: str
    rest: str = ""
    role: str = ""
    at_s: float | None = None


def numbers(found: SessionStatistics) -> list[Number]:
    """What the strip says, in its order."""
    zero_s = found.infusion_started_s or 0.0
    high, medium = found.alarms[Priority.HIGH], found.alarms[Priority.MEDIUM]
    rate = (
        say("stat-none")
        if found.alarms_per_hour is None
        else figure(f"{found.alarms_per_hour:.1f}")
    )
    gap = found.longest_without_cuff_s
    return [
        _baseline(found),
        _extreme("stat-peak-sbp", found.peak_sbp, "nibp", zero_s),
        _extreme("stat-peak-dbp", found.peak_dbp, "nibp", zero_s),
        _extreme("stat-peak-hr", found.peak_hr, "hr", zero_s),
        _extreme("stat-lowest-spo2", found.lowest_spo2, "spo2", zero_s),
        Number(
            say("stat-above"),
            span_text(found.bp_above_s),
            "" if gap is None else say("stat-longest-gap", span_text(gap)),
        ),
        Number(
            say("stat-alarms"),
            say("stat-alarms-value", high, medium),
            say("stat-alarms-rate", rate, found.alarms[Priority.LOW]),
        ),
        _given(found),
    ]


def _baseline(found: SessionStatistics) -> Number:
    rest = found.baseline
    if rest is None:
        return Number(say("stat-baseline"), say("stat-none"))
    sbp, dbp, hr, spo2 = (
        say("stat-none") if value is None else f"{value:.0f}"
        for value in (rest.sbp, rest.dbp, rest.hr, rest.spo2)
    )
    value = say("review-peak", sbp, dbp)
    return Number(say("stat-baseline"), value, say("stat-baseline-rest", hr, spo2), "nibp")


def _extreme(name: str, found: Extreme | None, role: str, zero_s: float) -> Number:
    if found is None:
        return Number(say(name), say("stat-none"), role=role)
    when = minutes_text(found.at_s - zero_s)
    change = "" if found.change is None else signed(found.change)
    rest = say("stat-at", when, change) if change else say("stat-at-only", when)
    return Number(say(name), f"{found.value:.0f}", rest, role, found.at_s)


def _given(found: SessionStatistics) -> Number:
    if found.infusion_started_s is None:
        return Number(say("stat-dose"), say("stat-none"), say("review-watch"))
    ran = minutes_text(found.infusion_ran_s)
    if found.mg_given is None or found.dose_mg is None:
        return Number(say("stat-dose"), ran)
    value = say("stat-dose-value", tidy(found.mg_given), tidy(found.dose_mg))
    if found.given_by is GivenBy.DOSES:
        return Number(say("stat-dose"), value)
    by_pump = found.given_by is GivenBy.PUMP
    rest = say("stat-dose-pump" if by_pump else "stat-dose-rest", ran)
    return Number(say("stat-dose"), value, rest)


def signed(value: float) -> str:
    """``+44``, ``−1``, ``0``: a true minus, and no sign before nothing."""
    whole = round(value)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


class NumberTile(QAbstractButton):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.growth = 1.0
        self.number = Number("", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(110, round(TILE_PX * self.growth))

    def show_number(self, number: Number) -> None:
        self.number = number
        self.setAccessibleName(" ".join((number.name, number.value, number.rest)).strip())
        leads = number.at_s is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.update()

    def labels(self) -> list[Label]:
        """The words where they are painted, before they grow.

        One below the other; in a low tile the rest stands beside the name, or beside the value
        if only there is room for it.
        """
        t, n, width = self._theme, self.number, self.width() / self.growth - 24.0
        ink = t.sign(n.role) if n.role else t.text
        if n.value == say("stat-none"):
            ink = t.text_2
        bold = Weight.DemiBold
        if round(self.height() / self.growth) >= TILE_PX:
            return [
                fitted(Label(n.name, 12, 22, width, 14, t.text_2), 11),
                fitted(Label(n.value, 12, 50, width, 24, ink, bold), 13),
                fitted(Label(n.rest, 12, 72, width, 14, t.text_2), 11),
            ]
        name = fitted(Label(n.name, 12, 21, width, 13, t.text_2), 11)
        value = fitted(Label(n.value, 12, 47, width, 21, ink, bold), 13)
        beside = [
            fitted(Label(n.rest, left, base, 12 + width - left, 13, t.text_2, align=RIGHT), 11)
            for left, base in ((22 + name.text_width(), 21), (22 + value.text_width(), 47))
        ]
        return [name, value, min(beside, key=lambda label: label.shortened)]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        fill_round(painter, box, self._theme.raised if self.isDown() else self._theme.panel, 10)
        if self.hasFocus():
            painter.setPen(QPen(colour(self._theme.infusion_edge), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 10, 10)
        painter.scale(self.growth, self.growth)
        for label in self.labels():
            draw_label(painter, label)
        painter.end()


class NumberStrip(QWidget):
    went = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tiles = [NumberTile(theme) for _ in range(TILES)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self._growth = 1.0
        self._arrange(TILES)
        for tile in self.tiles:
            tile.clicked.connect(lambda _down=False, tile=tile: self._go(tile))

    def grow(self, growth: Growth) -> None:
        self._growth, self._columns = growth.type, 0
        for tile in self.tiles:
            tile.growth = growth.type
            tile.update()
        self._arrange(self._fitting())

    def show_numbers(self, shown: Sequence[Number]) -> None:
        for tile, number in zip(self.tiles, shown, strict=True):
            tile.show_number(number)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange(self._fitting())

    def _fitting(self) -> int:
        return TILES if self.width() >= WIDE_PX * self._growth else TILES // 2

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        low = columns < TILES
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.setFixedHeight(round((LOW_TILE_PX if low else TILE_PX) * self._growth))
        for column in range(TILES):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _go(self, tile: NumberTile) -> None:
        if tile.number.at_s is not None:
            self.went.emit(tile.number.at_s)
