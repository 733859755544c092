"""Which days the clinic's figures are about."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.review.clinic_span import AT_ONCE, MOST_DAYS, Span, around, moved, pieces, title, typed

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
KINDS = st.sampled_from([Span.WEEK, Span.MONTH, Span.QUARTER])


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.WEEK, "2026-11-16", "2026-11-22"),
        (Span.MONTH, "2026-11-01", "2026-11-30"),
        (Span.QUARTER, "2026-10-01", "2026-12-31"),
        (Span.DAYS, "2026-11-22", "2026-11-22"),
    ],
)
def test_around_a_day(span: Span, first: str, last: str) -> None:
    found = around(span, date(2026, 11, 22))
    assert [day.isoformat() for day in found] == [first, last]


@given(KINDS, DAYS)
def test_a_day_lies_in_its_period_and_no_day_in_two(span: Span, day: date) -> None:
    first, last = around(span, day)
    assert first <= day <= last
    assert around(span, first) == around(span, last) == (first, last)
    after = moved(span, (first, last), 1)
    assert after[0] == last + timedelta(days=1)
    assert moved(span, after, -1) == (first, last)


@given(DAYS, st.integers(0, 400))
def test_days_that_were_chosen_move_by_their_own_length(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    before = moved(Span.DAYS, (first, last), -1)
    assert before[1] == first - timedelta(days=1)
    assert before[1] - before[0] == last - first
    assert moved(Span.DAYS, before, 1) == (first, last)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.WEEK, "Week 47, 2026  ·  2026-11-16 – 2026-11-22"),
        (Span.MONTH, "2026-11  ·  2026-11-01 – 2026-11-30"),
        (Span.QUARTER, "Quarter 4, 2026  ·  2026-10-01 – 2026-12-31"),
        (Span.DAYS, "2026-11-22 – 2026-11-22"),
    ],
)
def test_a_period_says_which_it_is(span: Span, words: str) -> None:
    assert title(span, around(span, date(2026, 11, 22))) == words


def test_the_first_days_of_a_year_may_be_in_the_last_week_of_the_one_before() -> None:
    assert title(Span.WEEK, around(Span.WEEK, date(2027, 1, 2))).startswith("Week 53, 2026")


@given(DAYS, st.integers(0, MOST_DAYS - 1))
def test_long_times_are_read_in_parts(first: date, more: int) -> None:
    days = (first, first + timedelta(days=more))
    found = pieces(days)
    assert (found[0][0], found[-1][1]) == days
    for begin, end in found:
        assert 1 <= (end - begin).days + 1 <= AT_ONCE
    for before, after in itertools.pairwise(found):
        assert after[0] == before[1] + timedelta(days=1)


@given(DAYS, st.integers(0, MOST_DAYS - 1))
def test_days_are_typed_as_they_are_written(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    assert typed(f" {first}", f"{last} ") == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("22.11.2026", "2026-11-23", "First day is “22.11.2026”; expected a day such as"),
        ("2026-11-22", "", "Last day is “”; expected a day such as 2026-09-30"),
        ("2026-02-30", "2026-03-01", "First day is “2026-02-30”"),
        ("2026-11-22", "2026-11-21", "2026-11-21 lies before the first day 2026-11-22"),
        ("2020-01-01", "2026-01-01", "are 2193 days; at most 731"),
    ],
)
def test_what_cannot_be_is_said(first: str, last: str, words: str) -> None:
    found = typed(first, last)
    assert isinstance(found, str)
    assert words in found
