"""The alarms side by side: a line each, as it was on the left, what if on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from monitor.alarm_spans import AlarmSpan
from monitor.side_by_side import Change, Pair
from monitor.what_if import Comparison
from ui.icons import alarm_width, draw_alarm
from ui.ink import Label, Weight, draw_label, fill_round, fitted
from ui.page_growth import in_code
from ui.replay.scrub_bar import alarm_hue
from ui.review.what_if_text import Clock, cell, change_text, pair_sentence
from ui.theme import Theme, colour
from ui.words import say

ROW_PX = 58
Index = QModelIndex | QPersistentModelIndex


class PairModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.pairs: Sequence[Pair] = ()
        self.end_s = 0.0
        self.clock: Clock = str

    def show_found(self, found: Comparison, clock: Clock) -> None:
        self.beginResetModel()
        self.pairs, self.end_s, self.clock = found.pairs, found.end_s, clock
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return pair_sentence(self.pairs[index.row()], self.end_s, self.clock)
        return None


class PairDelegate(QStyledItemDelegate):
    """As it was, what if, and how they differ."""

    def __init__(self, theme: Theme, model: PairModel) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.growth = 1.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(300, round(ROW_PX * self.growth))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, pair = self._theme, self._model.pairs[index.row()]
        box = in_code(option.rect, self.growth).adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, box, theme.infusion, 8)
        third = (box.width() - 24) / 3
        for place, alarm in enumerate((pair.was, pair.then)):
            left = box.left() + 12 + place * third
            self._paint_side(painter, alarm, QRectF(left, box.top(), third - 10, box.height()))
        same = pair.change is Change.SAME
        ink, weight = (theme.text_2, Weight.Normal) if same else (theme.text, Weight.DemiBold)
        left = box.left() + 12 + 2 * third
        text = change_text(pair, self._model.end_s)
        words = Label(text, left, box.center().y() + 6, third, 16, ink, weight)
        draw_label(painter, fitted(words, 12))
        painter.restore()

    def _paint_side(self, painter: QPainter, alarm: AlarmSpan | None, box: QRectF) -> None:
        theme, words = self._theme, cell(alarm, self._model.end_s, self._model.clock)
        left = box.left()
        if alarm is not None:
            priority = alarm.worst.priority
            hue = colour(alarm_hue(theme, priority))
            draw_alarm(painter, QRectF(left, box.top() + 11, 15, 15), priority, hue)
            left += alarm_width(priority, 15) + 8
        room = box.right() - left
        ink = theme.text_3 if alarm is None else theme.text
        title = Label(words.title, left, box.top() + 24, room, 16, ink, Weight.Medium)
        when = Label(words.when, left, box.top() + 45, room, 14, theme.text_2)
        draw_label(painter, fitted(title, 12))
        draw_label(painter, fitted(when, 12))


class PairList(QListView):
    """Emits the session second at which the chosen pair begins."""

    went = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pairs = PairModel()
        self._delegate = PairDelegate(theme, self.pairs)
        self.setModel(self.pairs)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(say("what-if-list"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._chosen)

    def show_found(self, found: Comparison, clock: Clock) -> None:
        self.pairs.show_found(found, clock)

    def set_growth(self, growth: float) -> None:
        self._delegate.growth = growth
        self.pairs.layoutChanged.emit()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(self.pairs.pairs[index.row()].at_s)
