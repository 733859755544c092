"""The recorded sessions, for the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from record_examples import course, start_anchor
from trend_examples import opened
from wave_examples import chunks

from data.courses import PatientCourse
from data.store import SessionStore
from monitor.commands import ManualCuff
from monitor.entries import Entry
from tests.data.past_treatments import BASELINE, NOON_UTC_S, PATIENT, iv_treatment, keep
from tests.data.past_treatments import opened as session
from tests.data.test_partial import KEY, tear
from ui.handing_over import hand_over
from ui.library import PAGE, Library
from ui.places import open_record
from ui.requests import Refusal


@pytest.fixture
def library(tmp_path: Path) -> Library:
    path = tmp_path / "record.db"
    with open_record(path) as store:
        store.write([Entry(session, 0, 0.0, opened()) for session in ("first", "second")])
    return Library(path, None)


def test_before_the_first_session_it_is_empty(tmp_path: Path) -> None:
    assert Library(tmp_path / "none.db", None).page().count == 0
    assert Library(tmp_path / "none.db", None).unfinished() == []


def test_it_lists_the_newest_first_and_what_was_cut_off(library: Library) -> None:
    assert [row.session_id for row in library.page().rows] == ["second", "first"]
    assert [row.ended for row in library.unfinished()] == [False, False]


def test_the_library_comes_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    sessions = PAGE + 3
    with open_record(path) as store:
        store.write([Entry(f"s-{n:03}", 0, 0.0, opened()) for n in range(sessions)])
    library = Library(path, None)
    for wanted in ("", ":"):
        page = library.page(wanted)
        assert (len(page.rows), page.found, page.count) == (PAGE, sessions, sessions)
        rest = library.page_after(page.rows[-1], wanted)
        names = [row.session_id for row in (*page.rows, *rest)]
        assert names == [f"s-{n:03}" for n in reversed(range(sessions))]
        assert library.page_after(rest[-1], wanted) == ()
    assert library.page("nowhere").found == 0


def test_a_line_that_has_changed_is_found_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, session("s-1"), [(5.0, BASELINE)])
    library = Library(path, None)
    assert (library.page("open").found, library.page("186/99").found) == (1, 0)
    with open_record(path) as store:
        last = list(store.entries("s-1"))[-1]
        peak = ManualCuff(186.0, 99.0, "Nurse 1")
        store.write([Entry("s-1", last.seq + 1, last.now_s + 1.0, peak)])
    assert library.page("186/99").found == 1
    assert library.page("cut off", frozenset({"s-1"})).found == 1
    assert library.page("cut off").found == 0


def test_a_session_is_its_row_and_its_entries(library: Library) -> None:
    record = library.record("first")
    assert record.row.session_id == "first"
    assert [entry.what for entry in record.entries] == [opened()]


def test_a_session_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(Refusal, match="third"):
        library.record("third")


def test_a_record_that_cannot_be_read_is_a_refusal_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_text("milk, bread\n" * 100, encoding="utf-8")
    library = Library(path, None)
    first, course = lambda: library.record("first"), lambda: library.course("4711")
    for question in (library.page, library.unfinished, first, course):
        with pytest.raises(Refusal, match=r"record\.db"):
            question()


def test_a_session_that_was_signed_is_told_from_one_that_only_ended(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, session("s-1"), iv_treatment())
    keep(path, session("s-2"), [(5.0, BASELINE)], utc_s=NOON_UTC_S + 1.0)
    rows = Library(path, None).page().rows
    assert [(row.signed, row.profile) for row in rows] == [(False, "adult-iv"), (True, "adult-iv")]


def test_the_course_of_a_patient_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    assert Library(path, None).course(" 4711 ") == PatientCourse("4711")
    keep(path, session(), iv_treatment())
    assert [one.given_mg for one in Library(path, None).course(PATIENT).sessions] == [40.0]
    keep(path, session("s-2", simulated=True), iv_treatment())
    assert len(Library(path, None).course(PATIENT).sessions) == 1
    assert len(Library(path, None).course(PATIENT, simulated=True).sessions) == 2


def test_it_exports_or_says_why_not(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "first.csv"
    hand_over(library.material("first"), "csv", out)
    assert out.read_text(encoding="utf-8").startswith("t_seconds,utc,sign")
    with pytest.raises(Refusal, match="nowhere"):
        hand_over(library.material("first"), "csv", tmp_path / "nowhere" / "first.csv")


def test_whoever_goes_on_with_a_session_knows_every_number_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    entries = course("s-1", 20, ended=False)
    after = entries[-1].seq + 1
    waves = [replace(one, seq=after + n, now_s=30.0 + n) for n, one in enumerate(chunks(3))]
    with SessionStore.open(path) as store:
        store.write([*entries, *waves], [start_anchor("s-1")])
    library = Library(path, None)
    assert library.record("s-1").entries[-1].seq == entries[-1].seq
    assert library.to_go_on("s-1").entries[-1].seq == waves[-1].seq


def test_a_damaged_list_hides_no_session_and_says_that_it_is(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        for n in range(3):
            name = f"s-{n}"
            store.write(course(name, 20), [start_anchor(name, utc_s=1_760_000_000.0 + n)])
    library = Library(path, KEY)
    assert not library.page().torn
    tear(path, "UPDATE sessions SET opened_utc = -1e300, chair = NULL WHERE n = 2")
    page = library.page("no such word")
    assert [row.session_id for row in page.rows] == ["s-2", "s-1", "s-0"]
    assert (page.found, page.count) == (3, 3)
    assert "damaged" in page.torn
    assert library.record("s-1").entries == tuple(course("s-1", 20))
