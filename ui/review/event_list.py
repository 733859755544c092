"""The alarms and events of one session; choosing one leads the curve there, and back.

Rule 1: one click or an arrow key goes to the moment; the curve's own cursor marks the line that
        was last before it, without moving anything.
Rule 2: an alarm shows its priority by shape and colour; what was taken back is struck through.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from monitor.outcomes import Priority
from ui.chair.spans import minutes_text
from ui.icons import alarm_width, draw_alarm
from ui.ink import Label, Ruler, Weight, draw_label, fill_round, text_width
from ui.page_growth import Growth, in_code
from ui.page_kit import HEADING_PX, STRONG, Button, label
from ui.review.line import Kind, Line
from ui.theme import Theme, colour
from ui.words import say

AT_ONCE = 60
"""Rows; more than a high window shows."""
TIME_PX = 70
TEXT_PX, SMALL_PX = 16, 14
Index = QModelIndex | QPersistentModelIndex


class EventModel(QAbstractListModel):
    """`clock_of` tells the local time of a session second."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.zero_s = 0.0
        self.clock_of: Callable[[float], str] = minutes_text

    def show_lines(
        self, lines: Sequence[Line], zero_s: float, clock_of: Callable[[float], str]
    ) -> None:
        self.beginResetModel()
        self.lines, self.zero_s, self.clock_of = list(lines), zero_s, clock_of
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        line = self.lines[index.row()]
        text = say("review-struck", line.text) if line.struck else line.text
        return say("review-event-row", self.clock_of(line.at_s), text, line.detail).strip()


class EventDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: EventModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.growth = 1.0
        self._rulers = {
            weight: Ruler(TEXT_PX, weight) for weight in (Weight.Normal, Weight.DemiBold)
        }
        self._small = Ruler(SMALL_PX, Weight.Normal)
        self._measured: list[Line] = []
        self._heights: dict[tuple[int, float], int] = {}
        """By row and width."""
        self._inks = {
            Priority.HIGH: theme.high,
            Priority.MEDIUM: theme.medium,
            Priority.LOW: theme.low,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Asked for every row whenever anything moves: worked out once for each width."""
        width, lines = option.rect.width() / self.growth, self._model.lines
        if lines is not self._measured:
            self._measured, self._heights = lines, {}
        asked = (index.row(), width)
        high = self._heights.get(asked)
        if high is None:
            high = self._heights[asked] = self._height(lines[asked[0]], width)
        return QSize(120, round(high * self.growth))

    def _height(self, line: Line, width: float) -> int:
        words, details = self._wrapped(line, width)
        return 20 + 22 * len(words) + 18 * len(details)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, line = self._theme, self._model.lines[index.row()]
        whole = in_code(option.rect, self.growth)
        box = whole.adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, box, t.infusion, 8)
        left, base = box.left() + 8, box.top() + 26
        words, details = self._wrapped(line, whole.width())
        minutes = minutes_text(line.at_s - self._model.zero_s)
        draw_label(painter, Label(minutes, left, base, TIME_PX, TEXT_PX, t.text))
        if len(words) + len(details) > 1:
            clock = self._model.clock_of(line.at_s)
            draw_label(painter, Label(clock, left, base + 20, TIME_PX, SMALL_PX, t.text_2))
        at = left + TIME_PX
        if line.priority is not None:
            ink = colour(self._inks[line.priority])
            draw_alarm(painter, QRectF(at, base - 13, 14, 14), line.priority, ink)
        for place, text in enumerate(words):
            self._paint_text(painter, line, text, at + self._shape_px(line), base + 22 * place)
        base += 22 * (len(words) - 1)
        for place, text in enumerate(details):
            below = base + 20 + 18 * place
            draw_label(painter, Label(text, at, below, box.right() - at, SMALL_PX, t.text_2))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, line: Line, text: str, left: float, base: float
    ) -> None:
        t = self._theme
        ink = t.text_2 if line.struck or line.kind is Kind.GAP else t.text
        weight = _weight(line)
        width = text_width(text, TEXT_PX, weight)
        draw_label(painter, Label(text, left, base, width, TEXT_PX, ink, weight))
        if line.struck:
            painter.setPen(QPen(colour(ink), 1.4))
            painter.drawLine(int(left), int(base - 5), int(left + width), int(base - 5))

    def _wrapped(self, line: Line, row_px: float) -> tuple[list[str], list[str]]:
        """The words and the details in lines that fit the row."""
        width = max(60, row_px - TIME_PX - 24)
        words = self._rulers[_weight(line)].wrapped(line.text, width - self._shape_px(line))
        return words, self._small.wrapped(line.detail, width)

    @staticmethod
    def _shape_px(line: Line) -> float:
        return 0.0 if line.priority is None else alarm_width(line.priority, 14) + 6


def _weight(line: Line) -> Weight:
    return Weight.DemiBold if line.kind in (Kind.ALARM, Kind.COURSE, Kind.DRUG) else Weight.Normal


class Rows(QListView):
    """Lays its rows out again when it gets narrower: what wraps needs more height then.

    The first ones are there at once, the others follow in the next turns; whoever wants to see one
    of these does not wait for its turn.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)

    def scrollTo(  # noqa: N802 (Qt's name)
        self,
        index: Index,
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        if not self.visualRect(index).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class EventList(QWidget):
    went = Signal(float)
    amending = Signal(bool)
    """The chosen line is to be corrected (False), or added to (True)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = EventModel()
        self.view = Rows()
        self.view.setModel(self.model)
        self._delegate = EventDelegate(theme, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(say("review-events"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.empty = label(say("review-no-events"), tone="second", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(say("review-events"), HEADING_PX, weight=STRONG))
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.correct = Button(say("amend-open"), "slim")
        self.addend = Button(say("amend-open-addendum"), "slim")
        below = QHBoxLayout()
        below.setSpacing(8)
        for button, adds in ((self.correct, False), (self.addend, True)):
            button.clicked.connect(lambda _checked=False, adds=adds: self.amending.emit(adds))
            below.addWidget(button)
        column.addLayout(below)
        self.held = label("", SMALL_PX, tone="second", wrap=True)
        self.held.hide()
        column.addWidget(self.held)
        self._marking = False
        self.view.clicked.connect(self._chosen)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._chosen(now))

    def grow(self, growth: Growth) -> None:
        self._delegate.growth = growth.type
        self.view.scheduleDelayedItemsLayout()

    def offer(self, *, corrections: bool, why_not: str = "") -> None:
        """What can be added to what is shown; `why_not`: nothing, and this is why."""
        self.correct.setEnabled(corrections)
        for button in (self.correct, self.addend):
            button.setVisible(not why_not)
        self.held.setText(why_not)
        self.held.setVisible(bool(why_not))

    def show_lines(
        self, lines: Sequence[Line], zero_s: float, clock_of: Callable[[float], str]
    ) -> None:
        self.model.show_lines(lines, zero_s, clock_of)
        self.view.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.view.scrollToTop()

    def mark(self, at_s: float) -> None:
        """Show which line was the last one at this moment; nothing else moves."""
        place = bisect_right([line.at_s for line in self.model.lines], at_s) - 1
        self._marking = True
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
        self._marking = False

    def mark_line(self, line: Line) -> None:
        """Show this very line; nothing else moves."""
        if line in self.model.lines:
            self._marking = True
            self.view.setCurrentIndex(self.model.index(self.model.lines.index(line)))
            self._marking = False

    def current(self) -> Line | None:
        index = self.view.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self._marking:
            self.went.emit(self.model.lines[index.row()].at_s)
