"""The course as a table: a line for each session, oldest first.

Rule: what is not known is a dash. A difference stands behind its peak, from the resting value of
that session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from monitor.commands import Action
from ui.page_growth import Growth
from ui.page_kit import MEDIUM, SMALL_PX
from ui.review.compared import Compared, Sign
from ui.review.measures import Extreme
from ui.review.number_strip import signed
from ui.start.entry import tidy
from ui.theme import Theme, font
from ui.words import figure, say

LINE_PX, HEAD_PX = 34, 32
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def _whole(value: float | None) -> str:
    return say("stat-none") if value is None else f"{value:.0f}"


def _tidied(value: float | None) -> str:
    return say("stat-none") if value is None else tidy(value)


def _by_weight(value: float | None) -> str:
    return say("stat-none") if value is None else figure(f"{value:.2f}")


def _rest(one: Compared) -> str:
    rest = one.resting
    if rest[Sign.SBP] is None:
        return say("stat-none")
    return say("review-peak", _whole(rest[Sign.SBP]), _whole(rest[Sign.DBP]))


def _peak(found: Extreme | None) -> str:
    if found is None:
        return say("stat-none")
    if found.change is None:
        return f"{found.value:.0f}"
    return say("compare-peak-change", f"{found.value:.0f}", signed(found.change))


def _pressure(one: Compared) -> str:
    answers = {Action.PAUSED: "compare-paused", Action.RATE_LOWERED: "compare-rate-lowered"}
    told = [say(answers[done]) if isinstance(done, Action) else done for done in one.for_pressure]
    return " · ".join(told) or say("stat-none")


COLUMNS: dict[str, Callable[[Compared], str]] = {
    "number": lambda one: say("stat-none") if one.number is None else str(one.number),
    "day": lambda one: one.day,
    "route": lambda one: say("compare-watched" if one.route is None else f"route-{one.route}"),
    "mg": lambda one: _tidied(one.mg),
    "mg-per-kg": lambda one: _by_weight(one.mg_per_kg),
    "rest": _rest,
    "sbp": lambda one: _peak(one.peaks[Sign.SBP]),
    "dbp": lambda one: _peak(one.peaks[Sign.DBP]),
    "hr": lambda one: _peak(one.peaks[Sign.HR]),
    "dissociation": lambda one: _whole(one.dissociation),
    "phq9": lambda one: _whole(one.phq9),
    "madrs": lambda one: _whole(one.madrs),
    "pressure": _pressure,
}
"""The last one takes what room is left."""


class CourseModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.sessions: tuple[Compared, ...] = ()

    def show_course(self, sessions: Sequence[Compared]) -> None:
        self.beginResetModel()
        self.sessions = tuple(sessions)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.sessions)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = list(COLUMNS)[index.column()]
        text = COLUMNS[name](self.sessions[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(f'compare-column-{name}')} {text}"
        return None

    def headerData(  # noqa: N802 (Qt's name)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return say(f"compare-column-{list(COLUMNS)[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class CourseTable(QTableView):
    """`chosen` carries the id of a session when a person goes to its line."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._quiet = False
        self.course = CourseModel()
        self.setModel(self.course)
        self.setAccessibleName(say("compare-table"))
        self.setFont(font(SMALL_PX))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setFont(font(SMALL_PX, MEDIUM))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.setStyleSheet(_style(theme))
        self.grow(Growth())
        self.selectionModel().currentRowChanged.connect(self._went)

    def grow(self, growth: Growth) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(LINE_PX * growth.control))
        self.horizontalHeader().setFixedHeight(round(HEAD_PX * growth.control))
        self.horizontalHeader().setFont(font(round(SMALL_PX * growth.type), MEDIUM))

    def show_course(self, sessions: Sequence[Compared], strong: str) -> None:
        self._quiet = True
        self.course.show_course(sessions)
        for row, one in enumerate(sessions):
            if one.session_id == strong:
                self.selectRow(row)
                self.scrollTo(self.course.index(row, 0))
        self._quiet = False

    def _went(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.chosen.emit(self.course.sessions[now.row()].session_id)


def _style(t: Theme) -> str:
    return f"""
    QTableView {{ background: {t.panel}; color: {t.text}; border: 2px solid {t.panel};
        border-radius: 12px; outline: 0; padding: 4px; selection-background-color: {t.infusion};
        selection-color: {t.text}; }}
    QTableView:focus {{ border-color: {t.infusion_edge}; }}
    QTableView::item {{ padding: 0 9px; border: 0; }}
    QHeaderView {{ background: {t.panel}; }}
    QHeaderView::section {{ background: {t.panel}; color: {t.text_2}; border: 0;
        padding: 0 12px; }}
    QTableCornerButton::section {{ background: {t.panel}; border: 0; }}
    """
