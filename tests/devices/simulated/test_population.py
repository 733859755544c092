"""The simulated population meets the published figures, and its errors are as they are said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.population import (
    END_S,
    START_S,
    Bursts,
    Course,
    CuffErrors,
    Member,
    Surge,
    course_of,
    cuff_reading,
    drawn,
    shown,
)

PEOPLE = 160
NO_ERRORS = CuffErrors(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
ROUTINE = replace(CuffErrors(), outliers=0.0, failures=0.0)


@pytest.fixture(scope="module")
def sessions() -> list[tuple[Member, Course]]:
    members = [drawn(3, number) for number in range(PEOPLE)]
    return [(member, course_of(member)) for member in members]


def rises(
    sessions: list[tuple[Member, Course]], minute: float
) -> Iterator[tuple[float, float, float]]:
    """From the last reading at rest to this minute of the infusion: SBP, DBP, heart rate."""
    for member, course in sessions:
        before = cuff_reading(member, course, START_S - 60.0, ROUTINE)
        after = cuff_reading(member, course, START_S + minute * 60.0, ROUTINE)
        assert before is not None
        assert after is not None
        at = int(START_S + minute * 60.0)
        hr = course.hr[at] - course.hr[int(START_S) - 60]
        yield after[0] - before[0], after[1] - before[1], hr


def test_the_resting_values_are_those_of_the_published_groups(
    sessions: list[tuple[Member, Course]],
) -> None:
    sbp = [member.rest_sbp for member, _ in sessions]
    dbp = [member.rest_dbp for member, _ in sessions]
    hr = [member.rest_hr for member, _ in sessions]
    assert 120 <= fmean(sbp) <= 127
    assert 74 <= fmean(dbp) <= 79
    assert 72 <= fmean(hr) <= 78
    assert 11 <= pstdev(sbp) <= 16
    assert 7 <= pstdev(dbp) <= 10
    assert 10 <= pstdev(hr) <= 13


def test_the_rise_at_forty_minutes_is_the_published_one(
    sessions: list[tuple[Member, Course]],
) -> None:
    sbp, dbp, hr = zip(*rises(sessions, 40.0), strict=True)
    assert 10.4 <= fmean(sbp) <= 16.0
    assert 10.0 <= pstdev(sbp) <= 14.5
    assert 6.9 <= fmean(dbp) <= 11.0
    assert 0.6 <= fmean(hr) <= 7.6
    assert 0.15 <= sum(change < 0 for change in hr) / PEOPLE <= 0.35
    assert 0.05 <= sum(change < 0 for change in sbp) / PEOPLE <= 0.20


def test_an_hour_later_little_of_it_is_left(sessions: list[tuple[Member, Course]]) -> None:
    sbp, _dbp, _hr = zip(*rises(sessions, 100.0), strict=True)
    assert -2.0 <= fmean(sbp) <= 3.0


def test_few_are_severely_high_without_a_surge_and_most_with_one(
    sessions: list[tuple[Member, Course]],
) -> None:
    def severe(course: Course) -> bool:
        return max(course.sbp) >= 180 or max(course.dbp) >= 110

    assert sum(severe(course) for _, course in sessions) <= 0.08 * PEOPLE
    surging = [drawn(3, number, outliers=1.0) for number in range(30)]
    assert all(member.surge is not None for member in surging)
    courses = [course_of(member) for member in surging]
    assert sum(severe(course) for course in courses) >= 10
    assert any(max(course.sbp) >= 200 or max(course.dbp) >= 120 for course in courses)


def test_the_old_answer_more_strongly() -> None:
    old = [drawn(3, number, age=70.0) for number in range(60)]
    assert fmean(member.age for member in old) == pytest.approx(70, abs=2)
    courses = [(member, course_of(member)) for member in old]
    sbp, _dbp, _hr = zip(*rises(courses, 40.0), strict=True)
    assert 13.0 <= fmean(sbp) <= 22.0


def test_the_same_person_and_day_is_the_same_course_and_another_day_is_not() -> None:
    assert course_of(drawn(5, 7)) == course_of(drawn(5, 7))
    monday, tuesday = drawn(5, 7), drawn(5, 7, visit=1)
    assert (monday.age, monday.body) == (tuesday.age, tuesday.body)
    assert monday.rest_sbp != tuesday.rest_sbp
    assert drawn(6, 7).age != monday.age


def test_a_course_has_a_value_for_each_second() -> None:
    course = course_of(drawn(5, 8))
    lengths = {len(values) for values in (course.sbp, course.dbp, course.hr, course.spo2)}
    assert lengths == {int(END_S) + 1}
    assert all(sbp > dbp for sbp, dbp in zip(course.sbp, course.dbp, strict=True))
    assert max(course.spo2) <= 100.0


def test_a_reading_depends_on_its_moment_only() -> None:
    member = drawn(5, 9)
    course = course_of(member)
    assert cuff_reading(member, course, 1020.0) == cuff_reading(member, course, 1020.0)
    exact = cuff_reading(member, course, 1020.0, NO_ERRORS)
    assert exact == (round(course.sbp[1020]), round(course.dbp[1020]))


def test_the_errors_of_the_cuff_are_as_large_as_they_are_said() -> None:
    member = drawn(5, 10)
    course = course_of(member)
    moments = range(0, int(END_S), 10)
    no_bias = replace(ROUTINE, bias_sbp=0.0, bias_dbp=0.0)
    errors = [
        reading[0] - course.sbp[at]
        for at in moments
        if (reading := cuff_reading(member, course, float(at), no_bias)) is not None
    ]
    assert abs(fmean(errors)) < 1.0
    assert 4.4 < pstdev(errors) < 5.6
    failed = [cuff_reading(member, course, float(at)) is None for at in moments]
    assert 0.01 < fmean(failed) < 0.06
    failed = [cuff_reading(member, course, float(at), again=True) is None for at in moments]
    assert 0.19 < fmean(failed) < 0.32


def test_without_bursts_the_sensors_show_the_patient() -> None:
    member = drawn(5, 11)
    course = course_of(member)
    hr, spo2 = shown(member, course, Bursts(0.0, 0.0))
    assert len(hr) == len(spo2) == len(course.hr)
    assert max(abs(one - true) for one, true in zip(hr, course.hr, strict=True)) < 12
    assert max(abs(one - true) for one, true in zip(spo2, course.spo2, strict=True)) < 4


def test_a_burst_shows_what_is_not_there() -> None:
    member = drawn(5, 12)
    course = course_of(member)
    _hr, spo2 = shown(member, course, Bursts(0.0, 20.0))
    assert min(spo2) < 92 < min(course.spo2)


@given(st.floats(0, 200), st.floats(0.5, 20), st.floats(0.5, 20), st.floats(0.5, 20))
def test_a_surge_rises_stays_and_goes(
    minute: float, rise: float, hold: float, fall: float
) -> None:
    surge = Surge(10.0, rise, hold, fall, 60.0, 30.0)
    share = surge.share(minute)
    assert 0.0 <= share <= 1.0
    if minute <= 10.0 or minute >= 10.0 + rise + hold + fall + 1e-9:
        assert share == pytest.approx(0.0, abs=1e-6)
    assert surge.share(10.0 + rise + hold / 2) == 1.0
