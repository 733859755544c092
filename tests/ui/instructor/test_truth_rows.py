"""The truth beside what is shown: a dash is no zero, and what is far from it is marked."""

from __future__ import annotations

from dataclasses import replace

import pictures
from pictures import numeral

from devices.simulated.body.patient import Vitals
from devices.simulated.sensors.shown import CuffShown, CuffValues, Shown
from monitor.picture import Shown as Drawn
from monitor.vitals import VitalSign
from ui.instructor.course import SPAN_S, TrueCourse
from ui.instructor.truth_rows import DASH, TruthRow, seen, truth_rows

TRUTH = Vitals(
    at_s=900.0,
    sbp=152.4,
    dbp=94.0,
    hr=88.0,
    pulse=88.0,
    spo2=97.0,
    rr=14.0,
    perfusion=3.0,
    effect=0.4,
)
CUFF = CuffShown(last=CuffValues(150, 92, 111, 88, 880.0))
DISPLAY = Shown(hr=88, rr=14, spo2=97, pulse=88, cuff=CUFF, truth=TRUTH)


def rows(
    truth: Vitals = TRUTH, *displays: Shown, sbp: float = 150.0, hr: float | None = 88.0
) -> dict[str, TruthRow]:
    shown = pictures.numerals(sbp, 92, 88, 97)
    lost = Drawn.LIVE if hr is not None else Drawn.BLANK
    shown[VitalSign.HR] = numeral(VitalSign.HR, hr, shown=lost)
    made = truth_rows(truth, displays or (DISPLAY,), pictures.picture(numerals=shown))
    return {row.name: row for row in made}


def test_a_patient_who_is_seen_as_she_is_has_nothing_marked() -> None:
    made = rows()
    assert list(made) == ["NIBP", "HR", "SpO₂", "RR"]
    assert not any(row.far for row in made.values())
    assert (made["NIBP"].truth, made["NIBP"].monitor, made["NIBP"].program) == (
        "152/94",
        "150/92",
        "150/92",
    )


def test_an_old_reading_that_is_far_from_the_truth_is_marked() -> None:
    assert rows(replace(TRUTH, sbp=165.0))["NIBP"].far
    assert not rows(replace(TRUTH, sbp=164.9))["NIBP"].far
    assert rows(replace(TRUTH, spo2=94.0))["SpO₂"].far


def test_what_is_not_there_is_a_dash_and_is_marked() -> None:
    made = rows(hr=None)["HR"]
    assert made.program == DASH
    assert made.far
    made = rows(TRUTH, replace(DISPLAY, hr=None, spo2=None))["SpO₂"]
    assert made.monitor == DASH


def test_a_sign_that_the_learner_never_has_is_not_missed() -> None:
    assert rows()["RR"].program == DASH
    assert not rows()["RR"].far


def test_a_second_monitor_shows_what_the_first_has_not() -> None:
    bare = replace(DISPLAY, hr=None, cuff=CuffShown())
    made = rows(TRUTH, bare, DISPLAY)
    assert (made["HR"].monitor, made["NIBP"].monitor) == ("88", "150/92")


def test_a_running_cuff_says_so() -> None:
    running = replace(DISPLAY, cuff=replace(CUFF, measuring=True))
    assert rows(TRUTH, running)["NIBP"].monitor == "measuring"


def test_nothing_is_seen_before_the_first_picture() -> None:
    assert seen(None, VitalSign.HR) is None
    assert {row.program for row in truth_rows(TRUTH, (DISPLAY,), None)} == {DASH}


def test_the_course_keeps_half_an_hour_however_long_a_lesson_is() -> None:
    course = TrueCourse()
    for second in range(4 * 3600):
        course.look(replace(TRUTH, at_s=float(second)), None)
    assert len(course.samples) <= SPAN_S / 2 + 1
    first_s, end_s = course.span()
    assert (end_s - first_s) == SPAN_S


def test_each_cuff_result_is_drawn_once_where_it_was_taken() -> None:
    course = TrueCourse()
    for age_s in (0.0, 20.0, 62.0):
        now = pictures.picture().now_s
        shown = pictures.numerals(150, 92, 88, 97, cuff_age_s=age_s)
        course.look(TRUTH, pictures.picture(numerals=shown, now_s=now + age_s))
    assert [(one.at_s, one.sbp) for one in course.readings] == [(pictures.picture().now_s, 150)]


def test_a_young_course_is_as_wide_as_five_minutes() -> None:
    course = TrueCourse()
    assert course.span() == (-300.0, 0.0)
    course.look(replace(TRUTH, at_s=60.0), None)
    assert course.span() == (-240.0, 60.0)
