"""The sessions that the list has read so far; more are read as somebody scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.requests import LibraryPage, SessionRow
from ui.review.session_line import row_sentence

SESSION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
More = Callable[[SessionRow], Sequence[SessionRow]]
"""The sessions behind this one; empty when there is none, or none can be read."""


class SessionModel(QAbstractListModel):
    def __init__(self, more: More) -> None:
        super().__init__()
        self._more = more
        self._found = 0
        self.rows: list[SessionRow] = []
        self.cut_off: frozenset[str] = frozenset()

    def show_page(self, page: LibraryPage) -> None:
        self.beginResetModel()
        self.rows, self.cut_off, self._found = list(page.rows), page.cut_off, page.found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        return not parent.isValid() and 0 < len(self.rows) < self._found

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 (Qt's name)
        if not self.canFetchMore(parent):
            return
        more = self._more(self.rows[-1])
        if not more:
            # Some were removed meanwhile, or the record cannot be read: this is all for now.
            self._found = len(self.rows)
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(more) - 1)
        self.rows += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == SESSION:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row_sentence(row, self.cut_off)
        return None

    def place_of(self, session_id: str) -> int | None:
        """Its row; None while it was not read."""
        return next((at for at, row in enumerate(self.rows) if row.session_id == session_id), None)

    def read_on_to(self, row: SessionRow, most: int) -> None:
        """Read until this session must have come, but no more than so many."""
        top = QModelIndex()
        while self.canFetchMore(top) and len(self.rows) < most:
            if self.rows[-1].opened_utc_s < row.opened_utc_s:
                return
            self.fetchMore(top)
