"""A list of which one line is chosen; one click or the arrow keys choose."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from ui.page_kit import TEXT_PX
from ui.theme import font

ROW_PX, FRAME_PX = 38, 8
CHOOSING_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space})
NAME = Qt.ItemDataRole.UserRole


class Choices(QListWidget):
    """Each line has a name, which is what is chosen, and words, which is what is read."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font(TEXT_PX))
        self.setUniformItemSizes(True)
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """So high that `rows` lines are whole."""
        high = max(ROW_PX * self._rows, self.sizeHintForRow(0) * self._rows)
        return QSize(240, high + FRAME_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The first key in a list without a choice chooses where the keyboard stands."""
        if event.key() in CHOOSING_KEYS and not self.selectedItems() and self.count():
            self.setCurrentRow(max(0, self.currentRow()))
            return
        super().keyPressEvent(event)

    def fill(self, pairs: Iterable[tuple[str, str]], chosen: str) -> None:
        """Show (name, words) of each; keep the choice if it is still there."""
        self.blockSignals(True)
        self.clear()
        for name, words in pairs:
            item = QListWidgetItem(words)
            item.setData(NAME, name)
            self.addItem(item)
        self._set_current(chosen)
        self.blockSignals(False)
        self.updateGeometry()

    def chosen(self) -> str:
        found = self.selectedItems()
        return str(found[0].data(NAME)) if found else ""

    def choose(self, name: str) -> bool:
        """Choose the line of this name; False if there is none, and then none is chosen."""
        return self._set_current(name)

    def show_chosen(self, name: str) -> None:
        """The same, without a word to anybody."""
        self.blockSignals(True)
        self._set_current(name)
        self.blockSignals(False)

    def _set_current(self, name: str) -> bool:
        for row in range(self.count()):
            if self.item(row).data(NAME) == name:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))
                return True
        self.setCurrentRow(-1)
        return False
