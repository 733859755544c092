"""Who a recorded session is of, and what was planned and by whom. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.people import Course
from monitor.taken import accepted
from monitor.treatment.retold import GivenRetold
from ui.requests import SessionRow
from ui.review.drug_lines import plan_line
from ui.wall.course_text import session_text
from ui.words import say, say_or


def who_text(row: SessionRow, opened: SessionOpened | None) -> str:
    year = None if opened is None else opened.patient.birth_year
    parts = (
        row.initials,
        "" if year is None else str(year),
        say("review-patient", row.patient_id),
        session_text(None if opened is None else opened.course),
    )
    return " · ".join(part for part in parts if part)


def plan_text(opened: SessionOpened | None, entries: Sequence[Entry]) -> str:
    """Profile and dose as they were in the end, and who began the session."""
    if opened is None:
        return ""
    given = GivenRetold()
    for entry in accepted(entries):
        given.hear(entry.what, entry.now_s)
    dose = plan_line(given.plan, Course(), given.route)
    name = (given.profile or opened.profile).name
    started = say("review-started-by", opened.by) if opened.by else ""
    return " · ".join(part for part in (say_or(f"profile-{name}", name), dose, started) if part)
