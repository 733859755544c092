"""All cuff readings in one item: a stem from systolic to diastolic, with a caret at each end.

Rule 1: readings are never joined to each other.
Rule 2: the worst alarm that named a reading gives it colour and weight; a reading that is not
        this session's, or was not confirmed, is grey; one measured by hand has open carets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from monitor.events import Priority
from monitor.vitals import Quality
from ui.chair.painted import Painted
from ui.chair.trend_layout import XScale, YScale
from ui.theme import Theme, colour
from ui.trend_cuffs import Cuff

PLAIN = frozenset({Quality.GOOD, Quality.DEMO})


@dataclass(frozen=True, slots=True)
class Look:
    ink: str
    width: float
    order: int


class _Group:
    """Everything of one look, as one list of lines and two paths."""

    def __init__(self) -> None:
        self.stems: list[QLineF] = []
        self.carets = QPainterPath()
        self.open_carets = QPainterPath()


class CuffItem(Painted):
    def __init__(self, theme: Theme) -> None:
        super().__init__(z=10)
        self._theme = theme
        self._groups: list[tuple[Look, _Group]] = []
        self._low: dict[Priority, str] = {
            Priority.LOW: theme.low,
            Priority.MEDIUM: theme.medium,
            Priority.HIGH: theme.high,
        }

    def show_cuffs(
        self, cuffs: Iterable[Cuff], x: XScale, y: YScale, box: QRectF, type_px: int
    ) -> None:
        groups: dict[Look, _Group] = {}
        half = max(4.0, type_px * 0.42)
        for cuff in cuffs:
            if not x.shows(cuff.at_s):
                continue
            group = groups.setdefault(self._look(cuff, type_px), _Group())
            at = x.px(cuff.at_s)
            top, bottom = y.px(cuff.sbp), y.px(cuff.dbp)
            group.stems.append(QLineF(at, top, at, bottom))
            carets = group.open_carets if cuff.manual else group.carets
            _caret(carets, at, top, half, half * 1.05)
            _caret(carets, at, bottom, half, -half * 1.05)
        self._groups = sorted(groups.items(), key=lambda pair: pair[0].order)
        self.set_box(box.adjusted(-half, 0, half, 0))
        self.changed()

    @property
    def drawn(self) -> dict[str, int]:
        """How many readings are drawn in each colour."""
        found: dict[str, int] = {}
        for look, group in self._groups:
            found[look.ink] = found.get(look.ink, 0) + len(group.stems)
        return found

    def draw(self, painter: QPainter) -> None:
        for look, group in self._groups:
            pen = QPen(colour(look.ink), look.width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines(group.stems)
            painter.setPen(QPen(colour(look.ink), 1.4))
            painter.setBrush(colour(self._theme.panel))
            painter.drawPath(group.open_carets)
            painter.fillPath(group.carets, colour(look.ink))

    def _look(self, cuff: Cuff, type_px: int) -> Look:
        width = max(1.6, type_px * 0.14)
        priority = cuff.priority
        if priority is not None:
            return Look(self._low[priority], width * (1 + 0.25 * priority), 2 + priority)
        if cuff.quality not in PLAIN:
            return Look(self._theme.text_3, width, 1)
        return Look(self._theme.nibp, width, 2)


def _caret(path: QPainterPath, at: float, tip: float, half: float, rise: float) -> None:
    """A triangle whose tip touches the value and whose body points into the stem.

    Above the systolic it stands on its tip; below the diastolic it hangs from it.
    """
    path.moveTo(QPointF(at - half, tip - rise))
    path.lineTo(QPointF(at + half, tip - rise))
    path.lineTo(QPointF(at, tip))
    path.closeSubpath()
