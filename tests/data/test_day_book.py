"""The day of a clinic: lines that are only added, and what they come to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.day_book import DayBook, Moment, TodayEntry, ticked
from data.errors import StoreDamaged
from data.record_file import reading, writing
from data.store import SessionStore

NOW = Moment(1_790_000_000.0, 120)
DAY_S = 86400.0
TOMORROW = Moment(NOW.utc_s + DAY_S, 120)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    SessionStore.open(place).close()
    return place


@pytest.fixture
def book(path: Path) -> DayBook:
    return DayBook(path, None)


def test_a_day_is_the_local_one() -> None:
    before_midnight = 1_767_225_600.0 - 1800.0  # 23:30 UTC on the last day of 2025
    assert Moment(before_midnight, 0).day == date(2025, 12, 31)
    assert Moment(before_midnight, 60).day == date(2026, 1, 1)
    assert Moment(before_midnight, -300).day == date(2025, 12, 31)


def test_the_list_is_in_the_order_of_its_times_and_what_has_none_comes_last(book: DayBook) -> None:
    names = {"1": "", "2": "11:00", "3": "09:30", "4": ""}
    book.plan([TodayEntry(name, at=at) for name, at in names.items()], "Nurse 1", NOW)
    assert [entry.patient_id for entry in book.today(NOW)] == ["3", "2", "1", "4"]


def test_a_newer_line_about_a_patient_replaces_the_older_one(book: DayBook) -> None:
    first = TodayEntry("20417", "J. M.", "09:30", 2, "adult-iv", "=1+1")
    book.plan([first], "Nurse 1", NOW)
    assert book.today(NOW) == (first,)
    book.plan([TodayEntry("20417", chair=3)], "Nurse 1", NOW)
    assert book.today(NOW) == (TodayEntry("20417", chair=3),)
    book.drop("20417", "Nurse 2", NOW)
    assert book.today(NOW) == ()


def test_another_day_has_another_list_and_other_ticks(book: DayBook) -> None:
    book.plan([TodayEntry("20417")], "Nurse 1", NOW)
    book.tick("oxygen", True, "", "Nurse 1", NOW)
    assert book.today(TOMORROW) == ()
    assert book.ticks(TOMORROW) == ()


def test_ticks_are_told_oldest_first_and_a_tick_can_be_taken_back(
    book: DayBook, path: Path
) -> None:
    book.tick("oxygen", True, "3 bottles", "Nurse 1", NOW)
    book.tick("oxygen", False, "valve leaks", "Nurse 2", NOW)
    ticks = book.ticks(NOW)
    assert [(one.item, one.done, one.text, one.by) for one in ticks] == [
        ("oxygen", True, "3 bottles", "Nurse 1"),
        ("oxygen", False, "valve leaks", "Nurse 2"),
    ]
    assert ticks[0].utc_s == NOW.utc_s
    with reading(path, None) as connection:
        assert ticked(connection, NOW.day, NOW.day) == {"oxygen": ticks[1]}
        assert ticked(connection, TOMORROW.day, TOMORROW.day) == {}


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(
    st.lists(
        st.builds(
            TodayEntry,
            texts.filter(bool), texts, st.sampled_from(["", "08:00"]),
            st.none() | st.integers(1, 8), texts, texts,
        ),
        max_size=6,
        unique_by=lambda entry: entry.patient_id,
    )
)  # fmt: skip
def test_what_is_put_on_the_list_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, entries: list[TodayEntry]
) -> None:
    book = DayBook(tmp_path_factory.mktemp("day") / "record.db", None)
    book.plan(entries, "Nurse 1", NOW)
    assert set(book.today(NOW)) == set(entries)


def add(path: Path, kind: str, body: str) -> None:
    with writing(path, None) as connection:
        connection.execute(
            "INSERT INTO day_lines (day, kind, body, by, utc) VALUES (?, ?, ?, 'x', 0)",
            (NOW.day.isoformat(), kind, body),
        )


def test_what_a_newer_version_adds_is_passed_over(book: DayBook, path: Path) -> None:
    add(path, "plan", '{"patient_id": "1", "mood": "calm"}')
    add(path, "weather", '{"sky": "blue"}')
    assert book.today(NOW) == (TodayEntry("1"),)


@pytest.mark.parametrize("body", ["x", "[1]", "{}"])
def test_a_line_that_cannot_be_read_is_said_to_be_damaged(
    book: DayBook, path: Path, body: str
) -> None:
    add(path, "plan", body)
    with pytest.raises(StoreDamaged, match="restore"):
        book.today(NOW)
