"""The course of a session second by second."""

from __future__ import annotations

from dataclasses import replace

from devices.simulated.population.course import END_S, Course, course_of
from devices.simulated.population.population import drawn


def test_few_are_severely_high_without_a_surge_and_many_with_one() -> None:
    def severe(course: Course) -> bool:
        return max(course.sbp) >= 180 or max(course.dbp) >= 110

    surging = [drawn(3, number, outliers=1.0) for number in range(30)]
    assert all(member.surge is not None for member in surging)
    courses = [course_of(member) for member in surging]
    assert sum(severe(course) for course in courses) >= 10
    assert any(max(course.sbp) >= 200 or max(course.dbp) >= 120 for course in courses)
    calm = [course_of(replace(member, surge=None)) for member in surging]
    assert sum(severe(course) for course in calm) <= 3


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
