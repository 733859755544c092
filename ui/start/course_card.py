"""The course of the patient who was chosen: which session this is, and how the earlier ones went.

Rule 1: newest first; what is not known is a dash and never a zero.
Rule 2: a last peak that was very high stands above everything else, in words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from data.courses import PastSession, PatientCourse
from monitor.people import Course
from monitor.proposal import warns_of_peak
from ui.page_kit import HEADING_PX, MEDIUM, SMALL_PX, STRONG, Card, label
from ui.review.moments import local_time
from ui.start.entry import tidy
from ui.words import figure, say

SHOWN = 8
"""Earlier sessions that are shown; of those before them only how many there are is said."""
COLUMNS = ("date", "dose", "per-kg", "peak", "dissociation", "mood")
MOOD = ("phq-9", "madrs")
DASH = "–"


class CourseCard(Card):
    def __init__(self) -> None:
        super().__init__(part="card")
        self.heading = label("", HEADING_PX, weight=STRONG)
        self.banner = Card(part="notice")
        self.warning = label("", weight=MEDIUM, tone="caution", wrap=True)
        self.banner.column.setContentsMargins(16, 10, 16, 10)
        self.banner.column.addWidget(self.warning)
        self.older = label("", SMALL_PX, tone="second")
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(14)
        self._table.setVerticalSpacing(8)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.banner)
        self.column.addLayout(self._table)
        self.column.addWidget(self.older)
        self.column.addStretch(1)
        self.banner.hide()

    def show_course(self, course: PatientCourse) -> None:
        self.heading.setText(course_text(course.next))
        warning = peak_warning(course)
        self.warning.setText(warning)
        self.banner.setVisible(bool(warning))
        self._empty()
        newest = course.sessions[::-1]
        if newest:
            for column, name in enumerate(COLUMNS):
                self._put(say(f"course-{name}"), 0, column, head=True)
        for line, past in enumerate(newest[:SHOWN], start=1):
            for column, text in enumerate(past_texts(past)):
                self._put(text, line, column)
        self.older.setText(beyond_text(course))
        self.older.setVisible(bool(self.older.text()))

    def texts(self) -> list[str]:
        """The table as it stands, line after line."""
        items = [self._table.itemAt(place) for place in range(self._table.count())]
        found = [None if item is None else item.widget() for item in items]
        return [one.accessibleName() for one in found if one is not None]

    def _put(self, text: str, line: int, column: int, *, head: bool = False) -> None:
        words = label(text, SMALL_PX, tone="second") if head else label(text, weight=MEDIUM)
        words.setAccessibleName(text)
        if column:
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._table.addWidget(words, line, column)
        self._table.setColumnStretch(column, 0 if column == 0 else 1)

    def _empty(self) -> None:
        while self._table.count():
            item = self._table.takeAt(0)
            old = None if item is None else item.widget()
            if old is not None:
                old.deleteLater()


def course_text(course: Course) -> str:
    """Where this session stands; empty = not known."""
    if course.number is None:
        return ""
    if course.of is None:
        return say("course-maintenance", course.number)
    return say("course-induction", course.number, course.of)


def peak_warning(course: PatientCourse) -> str:
    """What is to be known before anything else; empty = nothing."""
    treated = [past for past in course.sessions if past.treated]
    if not treated or not warns_of_peak(treated[-1].peak_sbp):
        return ""
    return say("course-peak-warning", pressure_text(treated[-1]))


def beyond_text(course: PatientCourse) -> str:
    """What is not in the table: older sessions, and those that cannot be read; empty = nothing."""
    more, lost = len(course.sessions) - SHOWN, len(course.unreadable)
    parts = [
        say("course-older", more) if more > 0 else "",
        say("course-unreadable", lost) if lost else "",
    ]
    return " · ".join(part for part in parts if part)


def past_texts(past: PastSession) -> tuple[str, ...]:
    """One line of the table, in the order of `COLUMNS`."""
    mg = past.given_mg if past.given_mg is not None else past.plan.dose_mg
    kg = past.plan.weight_kg
    per_kg = figure(f"{mg / kg:.2f}") if mg is not None and kg else DASH
    worst = DASH if past.worst_dissociation is None else str(past.worst_dissociation)
    scores = dict(past.scores)
    mood = " / ".join(str(scores[name]) if name in scores else DASH for name in MOOD)
    if not past.treated:
        return (day_text(past), say("course-not-given"), DASH, pressure_text(past), worst, mood)
    dose = DASH if mg is None else tidy(mg)
    return (day_text(past), dose, per_kg, pressure_text(past), worst, mood)


def pressure_text(past: PastSession) -> str:
    if past.peak_sbp is None or past.peak_dbp is None:
        return DASH
    return f"{past.peak_sbp:.0f}/{past.peak_dbp:.0f}"


def day_text(past: PastSession) -> str:
    """The day where it was recorded."""
    return f"{local_time(past.opened_utc_s, past.offset_min):%Y-%m-%d}"
