"""What is measured of a course: errors as they are said, bursts that show what is not there."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean, pstdev

from devices.simulated.population.course import END_S, course_of
from devices.simulated.population.measured import Bursts, CuffErrors, cuff_reading, shown
from devices.simulated.population.population import drawn

NO_ERRORS = CuffErrors(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
ROUTINE = replace(CuffErrors(), outliers=0.0, failures=0.0)


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
