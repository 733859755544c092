"""The numbers of one session in a row of tiles; a tile that has a moment leads the curve there.

Rule: every tile can be reached by keyboard, and says what it means when it is pressed, when the
      keyboard comes to it, and when the pointer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
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

TILE_PX, LOW_TILE_PX = 84, 52
WIDE_PX = 1120
TILES = 8
MEANINGS = (
    "mean-baseline",
    "mean-peak-sbp",
    "mean-peak-dbp",
    "mean-peak-hr",
    "mean-lowest-spo2",
    "mean-above",
    "mean-alarms",
    "mean-given",
)
"""Of the values, in their order."""


@dataclass(frozen=True, slots=True)
class Number:
    """One tile. `role` is a sign's colour role or ""; `at_s` None = there is no such moment.

    `meaning` is its definition in a sentence.
    """

    name: str
    value: str
    rest: str = ""
    role: str = ""
    at_s: float | None = None
    meaning: str = ""


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
    shown = [
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
    return [replace(one, meaning=say(told)) for one, told in zip(shown, MEANINGS, strict=True)]


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
    looked_at = Signal(bool)
    """The pointer or the keyboard has come to it, or has left it."""

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
        self.setAccessibleDescription(number.meaning)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 (Qt's name)
        super().enterEvent(event)
        self.looked_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().leaveEvent(event)
        self.looked_at.emit(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusInEvent(event)
        self.looked_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        super().focusOutEvent(event)
        self.looked_at.emit(False)

    def labels(self) -> list[Label]:
        """The words where they are painted, before they grow.

        One below the other; in a low tile the rest stands beside the name, or beside the value
        if only there is room for it.
        """
        t, n, width = self._theme, self.number, self.width() / self.growth - 24.0
        ink = t.sign(n.role) if n.role else t.text
        if n.value in (say("stat-none"), say("stat-to-come")):
            ink = t.text_2
        bold = Weight.DemiBold
        if round(self.height() / self.growth) >= TILE_PX:
            return [
                fitted(Label(n.name, 12, 22, width, 14, t.text_2), 11),
                fitted(Label(n.value, 12, 50, width, 24, ink, bold), 13),
                fitted(Label(n.rest, 12, 72, width, 14, t.text_2), 11),
            ]
        name = fitted(Label(n.name, 12, 18, width, 13, t.text_2), 11)
        value = fitted(Label(n.value, 12, 42, width, 21, ink, bold), 13)
        places = ((22 + name.text_width(), 18.0), (22 + value.text_width(), 42.0))
        return [name, value, *self._beside(places, 12 + width)]

    def _beside(self, places: Sequence[tuple[float, float]], right: float) -> list[Label]:
        """The rest, or as many of its first parts as stand in one of these places uncut."""
        parts = self.number.rest.split(" · ")
        for count in range(len(parts), 0, -1):
            text = " · ".join(parts[:count])
            for left, base in places:
                told = Label(text, left, base, right - left, 13, self._theme.text_2, align=RIGHT)
                if told.width > 0.0 and not fitted(told, 11).shortened:
                    return [fitted(told, 11)]
        return []

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
    explained = Signal(str)
    """What the tile that is looked at means; empty = none is looked at any more."""

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
            tile.looked_at.connect(lambda come, tile=tile: self._explain(tile, come))

    def grow(self, growth: Growth) -> None:
        self._growth, self._columns = growth.type, 0
        for tile in self.tiles:
            tile.growth = growth.type
            tile.update()
        self._arrange(self._fitting())

    def show_numbers(self, shown: Sequence[Number]) -> None:
        for tile, number in zip(self.tiles, shown, strict=True):
            tile.show_number(number)

    def await_numbers(self) -> None:
        """They are being worked out; nothing of the session before is left."""
        for tile in self.tiles:
            tile.show_number(Number("", say("stat-to-come")))

    def numbers(self) -> list[Number]:
        return [tile.number for tile in self.tiles]

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
        self._explain(tile, come=True)

    def _explain(self, tile: NumberTile, come: bool) -> None:
        number = tile.number
        told = say("mean-of", number.name, number.meaning) if number.meaning else ""
        self.explained.emit(told if come else "")
