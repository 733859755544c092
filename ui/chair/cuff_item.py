"""All cuff readings in one item: a stem from systolic to diastolic, with a caret at each end.

Rule 1: readings are never joined to each other.
Rule 2: the worst alarm that named a reading gives it colour and weight; a reading that is not
        this session's is grey; one measured by hand has open carets.
Rule 3: a reading that a repeat did not confirm is hollow: grey, open carets, a broken stem, and
        a small question mark above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from monitor.outcomes import Priority
from monitor.vitals import Quality
from ui.chair.painted import Painted
from ui.chair.trend_layout import XScale, YScale
from ui.theme import Theme, colour, font
from ui.trend_cuffs import Cuff

MARK = "?"
PLAIN = frozenset({Quality.GOOD, Quality.DEMO})


@dataclass(frozen=True, slots=True)
class Look:
    ink: str
    width: float
    order: int
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """When, and from where to where in pixels."""

    at_s: float
    top: float
    bottom: float
    open: bool
    doubted: bool


class _Group:
    """Everything of one look in sight, as one list of lines and two paths."""

    def __init__(self) -> None:
        self.readings: list[_Reading] = []
        self._empty()

    def _empty(self) -> None:
        self.stems: list[QLineF] = []
        self.carets = QPainterPath()
        self.open_carets = QPainterPath()
        self.questions: list[QPointF] = []

    def move(self, x: XScale, half: float) -> None:
        self._empty()
        from_s, to_s, rise = x.from_s, x.to_s, half * 1.05
        per_s = x.width / (to_s - from_s)
        for one in self.readings:
            if from_s <= one.at_s <= to_s:
                at, top, bottom = x.left + (one.at_s - from_s) * per_s, one.top, one.bottom
                self.stems.append(QLineF(at, top, at, bottom))
                carets = self.open_carets if one.open else self.carets
                _caret(carets, at, top, half, rise)
                _caret(carets, at, bottom, half, -rise)
                if one.doubted:
                    self.questions.append(QPointF(at, top - half * 1.6))


class CuffItem(Painted):
    def __init__(self, theme: Theme) -> None:
        super().__init__(z=10)
        self._theme = theme
        self._groups: list[tuple[Look, _Group]] = []
        self._placed_for: tuple[tuple[Cuff, ...], YScale, int] | None = None
        self._half = 0.0
        """Of the width of a caret, in pixels."""
        self._question = font(12, QFont.Weight.DemiBold)
        self._low: dict[Priority, str] = {
            Priority.LOW: theme.low,
            Priority.MEDIUM: theme.medium,
            Priority.HIGH: theme.high,
        }

    def show_cuffs(
        self, cuffs: Iterable[Cuff], x: XScale, y: YScale, box: QRectF, type_px: int
    ) -> None:
        wanted = tuple(cuffs)
        if (wanted, y, type_px) != self._placed_for:
            self._placed_for = (wanted, y, type_px)
            self._place(wanted, y, type_px)
        half = self._half
        for _look, group in self._groups:
            group.move(x, half)
        self.set_box(box.adjusted(-half, -2 * half, half, 0))
        self.changed()

    def _place(self, cuffs: Sequence[Cuff], y: YScale, type_px: int) -> None:
        """What does not change while time is moved and stretched."""
        self._question = font(max(11, round(type_px * 0.9)), QFont.Weight.DemiBold)
        self._half = max(4.0, type_px * 0.42)
        groups: dict[Look, _Group] = {}
        for cuff in cuffs:
            group = groups.setdefault(self._look(cuff, type_px), _Group())
            doubted = cuff.quality is Quality.UNCONFIRMED
            group.readings.append(
                _Reading(
                    cuff.at_s, y.px(cuff.sbp), y.px(cuff.dbp), cuff.manual or doubted, doubted
                )
            )
        self._groups = sorted(groups.items(), key=lambda pair: pair[0].order)

    @property
    def drawn(self) -> dict[str, int]:
        """How many readings are drawn in each colour."""
        found: dict[str, int] = {}
        for look, group in self._groups:
            if group.stems:
                found[look.ink] = found.get(look.ink, 0) + len(group.stems)
        return found

    @property
    def questions(self) -> int:
        """How many readings are drawn as not confirmed."""
        return sum(len(group.questions) for _look, group in self._groups)

    def draw(self, painter: QPainter) -> None:
        for look, group in self._groups:
            if not group.stems:
                continue
            pen = QPen(colour(look.ink), look.width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if look.hollow:
                pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawLines(group.stems)
            painter.setPen(QPen(colour(look.ink), 1.4))
            painter.setBrush(colour(self._theme.panel))
            painter.drawPath(group.open_carets)
            painter.fillPath(group.carets, colour(look.ink))
            self._draw_questions(painter, group, look)

    def _draw_questions(self, painter: QPainter, group: _Group, look: Look) -> None:
        if group.questions:
            painter.setFont(self._question)
            painter.setPen(colour(look.ink))
            wide = painter.fontMetrics().horizontalAdvance(MARK) / 2
            for at in group.questions:
                painter.drawText(QPointF(at.x() - wide, at.y()), MARK)

    def _look(self, cuff: Cuff, type_px: int) -> Look:
        width = max(1.6, type_px * 0.14)
        priority = cuff.priority
        if priority is not None:
            return Look(self._low[priority], width * (1 + 0.25 * priority), 2 + priority)
        if cuff.quality is Quality.UNCONFIRMED:
            return Look(self._theme.text_2, width, 1, hollow=True)
        if cuff.quality not in PLAIN:
            return Look(self._theme.text_3, width, 1)
        return Look(self._theme.nibp, width, 2)


def _caret(path: QPainterPath, at: float, tip: float, half: float, rise: float) -> None:
    """A triangle whose tip touches the value and whose body points into the stem.

    Above the systolic it stands on its tip; below the diastolic it hangs from it.
    """
    path.moveTo(at - half, tip - rise)
    path.lineTo(at + half, tip - rise)
    path.lineTo(at, tip)
    path.closeSubpath()
