"""From one session to many: the pages beside the review, and the ways there and back.

Rule: a page is made when it is visited first, and reads anew at each visit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.page_growth import Page
from ui.requests import Backend, SessionRecord
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.review.clinic_view import ClinicView
    from ui.review.compare_page import ComparePage
    from ui.review.review_page import ReviewPage


class ManyPages(QObject):
    """`add` takes a new page into the window, `turn_to` shows one."""

    def __init__(
        self,
        backend: Backend,
        theme: Theme,
        review: ReviewPage,
        add: Callable[[Page], None],
        turn_to: Callable[[Page], None],
    ) -> None:
        super().__init__(review)
        self._backend, self._theme, self._review = backend, theme, review
        self._add, self._turn_to = add, turn_to
        self.compare: ComparePage | None = None
        self.clinic: ClinicView | None = None
        review.session.compare_asked.connect(self.show_course)
        review.clinic_asked.connect(self.show_clinic)

    def show_course(self, record: SessionRecord) -> None:
        """The course of this session's patient."""
        if self.compare is None:
            from ui.review.compare_page import ComparePage  # noqa: PLC0415 -- see the rule above

            self.compare = ComparePage(self._backend, self._theme)
            self.compare.closed.connect(self._back)
            self._add(self.compare)
        row = record.row
        self.compare.show_patient(row.patient_id, row.session_id, simulated=row.simulated)
        self._turn_to(self.compare)

    def show_clinic(self) -> None:
        if self.clinic is None:
            from ui.review.clinic_view import ClinicView  # noqa: PLC0415 -- see the rule above

            self.clinic = ClinicView(self._backend, self._theme)
            self.clinic.closed.connect(self._back)
            self._add(self.clinic)
        self.clinic.reload()
        self._turn_to(self.clinic)

    def _back(self) -> None:
        self._turn_to(self._review)
