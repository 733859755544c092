from __future__ import annotations

from dataclasses import replace

from monitor.limits import PROFILES
from monitor.people import Course
from monitor.treatment.commands import SetPlan
from tests.ui.page_sessions import row
from tests.ui.past_examples import NURSE, SPRAY, Recorded, treatment
from ui.review.heading import plan_text, who_text


def test_the_course_is_named_where_it_is_known() -> None:
    opened = treatment()
    assert who_text(row(), opened) == "J. M. · 1974 · #20417 · session 3 of 6"
    later = replace(opened, course=Course(9, None))
    assert who_text(row(), later).endswith("session 9")
    unknown = replace(opened, course=Course())
    assert who_text(row(), unknown) == "J. M. · 1974 · #20417"
    assert who_text(row(), None) == "J. M. · #20417"


def test_the_plan_is_the_one_that_was_in_force_in_the_end() -> None:
    record, opened = Recorded(), treatment()
    assert plan_text(opened, record.entries) == (
        "Adult IV · 0.5 mg/kg = 41 mg = 4.1 mL over 40 min · started by Nurse 1"
    )
    record.say(30.0, SetPlan(SPRAY, NURSE, PROFILES["intranasal"]))
    assert plan_text(opened, record.entries) == (
        "Intranasal · Esketamine 0.68 mg/kg = 56 mg · started by Nurse 1"
    )


def test_a_record_without_its_beginning_says_nothing_of_a_plan() -> None:
    assert plan_text(None, ()) == ""
