"""The devices of the session to be: one line each, the preferred one first.

Rule 1: the order is moved by buttons and never by dragging.
Rule 2: there is always one line, and the last one cannot be removed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.ink import RIGHT, Label, Weight, draw_label, fill_round, fitted, text_width
from ui.page_growth import Growth, in_code
from ui.page_kit import HEADING_PX, SMALL_PX, STRONG, Button, label
from ui.start.device_row import DeviceRow
from ui.theme import Theme
from ui.words import say

LINE_PX, FRAME_PX, MOST_LINES = 60, 8, 4
Index = QModelIndex | QPersistentModelIndex


class DeviceModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[DeviceRow, ...] = ()

    def show_rows(self, rows: tuple[DeviceRow, ...]) -> None:
        """Only what has changed is told; the choice stays while the number of lines does."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [place for place, row in enumerate(rows) if row != self.rows[place]]
        self.rows = rows
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()].sentence()
        return None


class DeviceDelegate(QStyledItemDelegate):
    """Paints one device: its name and how far it is above, where and what below."""

    def __init__(self, theme: Theme, model: DeviceModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.growth = 1.0

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, round(LINE_PX * self.growth))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, row = self._theme, self._model.rows[index.row()]
        box = in_code(option.rect, self.growth).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.growth, self.growth)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, box, t.infusion, 8)
        left, width = box.left() + 12, box.width() - 24
        upper, lower = box.top() + 24, box.top() + 46
        numbered = len(self._model.rows) > 1
        if numbered:
            number = str(index.row() + 1)
            draw_label(painter, Label(number, left, upper, 16, 16, t.text_2, Weight.DemiBold))
            left, width = left + 22, width - 22
        ink = t.caution if row.wrong else t.text
        self._pair(
            painter,
            Label(row.title, left, upper, width, 16, t.text, Weight.DemiBold),
            Label(row.state, left, upper, width, 15, ink, align=RIGHT),
        )
        self._pair(
            painter,
            Label(row.place, left, lower, width, 14, t.text_2),
            Label(row.values, left, lower, width, 14, t.text, Weight.Medium, RIGHT),
        )
        painter.restore()

    @staticmethod
    def _pair(painter: QPainter, first: Label, last: Label) -> None:
        """Two on one line: the right one is whole, the left one gets the rest."""
        taken = text_width(last.text, last.size_px, last.weight) + 14 if last.text else 0
        draw_label(painter, last)
        rest = Label(
            first.text,
            first.left,
            first.baseline,
            max(1.0, first.width - taken),
            first.size_px,
            first.colour,
            first.weight,
        )
        draw_label(painter, fitted(rest, 13))


class Lines(QListView):
    """As high as it has lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = DeviceModel()
        self.delegate = DeviceDelegate(theme, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("device-list"))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        shown = min(MOST_LINES, max(1, len(self.rows.rows)))
        return QSize(240, round(shown * LINE_PX * self.delegate.growth) + FRAME_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, self.sizeHint().height())


class DeviceList(QWidget):
    """Says which line was chosen, and what was asked for that line."""

    chosen = Signal(int)
    added = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.view = Lines(theme)
        self.add = Button(say("device-add"), "slim")
        self.up = Button(say("device-up"), "slim")
        self.down = Button(say("device-down"), "slim")
        self.remove = Button(say("device-remove"), "slim")
        self.sources = label("", SMALL_PX, tone="second", wrap=True)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.add.clicked.connect(self.added)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(label(say("device-heading"), HEADING_PX, weight=STRONG), 1)
        top.addWidget(self.add)
        column.addLayout(top)
        column.addWidget(self.view)
        order = QHBoxLayout()
        order.setSpacing(8)
        for button in (self.up, self.down, self.remove):
            order.addWidget(button)
        order.addWidget(self.sources, 1)
        column.addLayout(order)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.add, self.view, self.up, self.down, self.remove]

    def grow(self, growth: Growth) -> None:
        self.view.delegate.growth = growth.type
        self.view.updateGeometry()
        self.view.scheduleDelayedItemsLayout()

    def show_devices(self, rows: Sequence[DeviceRow], at: int, sources: str) -> None:
        """All lines, of which line `at` is chosen, and what is taken from where."""
        before = len(self.view.rows.rows)
        self.view.rows.show_rows(tuple(rows))
        if len(rows) != before:
            self.view.updateGeometry()
        if self.view.currentIndex().row() != at:
            self.view.selectionModel().blockSignals(True)
            self.view.setCurrentIndex(self.view.rows.index(at))
            self.view.selectionModel().blockSignals(False)
            self.view.viewport().update()
        for button in (self.up, self.down, self.remove):
            button.setVisible(len(rows) > 1)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < len(rows) - 1)
        if sources != self.sources.text():
            self.sources.setText(sources)
        self.sources.setVisible(bool(sources))

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())
