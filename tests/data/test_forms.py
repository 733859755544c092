"""Which monitoring forms are due, late or sent over all days, from the record of real sessions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from data.audit import Audit, AuditKind
from data.closing import form_item
from data.day_book import DayBook, Moment
from data.forms import SENT_SHOWN_DAYS, forms
from data.store import SessionStore
from data.vault import connect
from monitor.plan import Plan
from tests.data.past_treatments import (
    BASELINE,
    DAY_S,
    IV_PLAN,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
)


def after(days: float) -> Moment:
    return Moment(NOON_UTC_S + days * DAY_S, 0)


TODAY = after(0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    SessionStore.open(place).close()
    return place


def treat(path: Path, name: str, days_ago: float) -> None:
    at_s = NOON_UTC_S - days_ago * DAY_S
    keep(path, opened(name, "intranasal"), nasal_treatment(), utc_s=at_s)


def told(path: Path, now: Moment = TODAY) -> list[tuple[str, int, str]]:
    return [
        (one.session_id, one.left_days, one.sent.by if one.sent else "")
        for one in forms(path, None, now)
    ]


def test_a_form_is_due_in_a_week_and_stays_open_however_late_it_is(path: Path) -> None:
    treat(path, "new", 0)
    treat(path, "old", 400)
    treat(path, "week", 7)
    assert told(path) == [("old", -393, ""), ("week", 0, ""), ("new", 7, "")]
    found = {one.session_id: one for one in forms(path, None, TODAY)}
    assert [found[name].late for name in ("old", "week", "new")] == [True, False, False]
    assert found["new"].patient_id == PATIENT
    assert found["new"].due == TODAY.day + timedelta(days=7)
    assert found["new"].day == TODAY.day


def test_one_that_was_sent_is_shown_for_a_month_with_who_said_so(path: Path) -> None:
    treat(path, "s-1", 3)
    treat(path, "s-2", 5)
    DayBook(path, None).tick(form_item("s-1"), True, "", NURSE, TODAY)
    assert told(path) == [("s-2", 2, ""), ("s-1", 4, NURSE)]
    later = after(SENT_SHOWN_DAYS - 1)
    assert [name for name, _left, _by in told(path, later)] == ["s-2", "s-1"]
    assert [name for name, _left, _by in told(path, after(SENT_SHOWN_DAYS + 1))] == ["s-2"]


def test_one_that_was_taken_back_is_open_again_and_both_are_lines_of_the_audit(path: Path) -> None:
    treat(path, "s-1", 3)
    book = DayBook(path, None)
    book.tick(form_item("s-1"), True, "", NURSE, TODAY)
    book.tick(form_item("s-1"), False, "", "Nurse 2", after(1))
    book.tick("emergency-drugs", True, f"as {form_item('s-1')}", NURSE, after(1))
    assert told(path, after(1)) == [("s-1", 3, "")]
    lines = [line for line in Audit(path, None).lines() if line.kind == AuditKind.DAY]
    assert [line.by for line in lines] == [NURSE, "Nurse 2", NURSE]


def test_no_form_is_due_for_an_infusion_for_ketamine_by_the_nose_or_for_nothing_given(
    path: Path,
) -> None:
    plain = Plan(None, 80.0, 40.0, fixed_mg=50.0)
    keep(path, opened("s-1", "intranasal", plan=plain), nasal_treatment())
    keep(path, opened("s-2", "intranasal"), [(5.0, BASELINE)])
    keep(path, opened("s-3", plan=IV_PLAN), iv_treatment())
    assert told(path) == []


def test_a_simulated_session_is_due_in_the_demo_only(path: Path) -> None:
    keep(path, opened("s-1", "intranasal", simulated=True), nasal_treatment())
    assert told(path) == []
    assert [one.session_id for one in forms(path, None, TODAY, simulated=True)] == ["s-1"]


def test_a_session_that_cannot_be_read_stays_open(path: Path) -> None:
    treat(path, "s-1", 3)
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE events SET body = '{' WHERE kind = 'give-dose'")
    connection.close()
    assert told(path) == [("s-1", 4, "")]
