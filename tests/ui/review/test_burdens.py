"""Burden, return, answers, and what was left out: worked out of records made by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from monitor.commands import Acknowledge
from monitor.events import Event, Numerics
from monitor.outcomes import (
    AlarmPhase,
    BaselineAccepted,
    CuffUnconfirmed,
    LimitChanged,
    Outcome,
    Priority,
)
from monitor.vitals import CuffResult, Quality, Reading, VitalSign
from tests.ui.page_sessions import IVY, Pen, alarm, cuff, example_entries, opening
from ui.review.burdens import Burdens, Returned, burdens
from ui.review.statistics import statistics

REST = BaselineAccepted(120.0, 75.0, 70.0, 98.0)


def found_in(*script: tuple[float, Event | Outcome]) -> Burdens:
    pen = Pen("a")
    pen.write(0.0, opening())
    for now_s, what in script:
        pen.write(now_s, what)
    return burdens(pen.entries, statistics(pen.entries))


def over(found: Burdens, limit: float) -> tuple[float, float, float]:
    one = dict(found.over)[limit]
    assert one is not None
    return one.area, one.above_s, one.longest_s


def test_time_area_and_longest_stretch_over_each_limit() -> None:
    found = found_in((0.0, cuff(140, 80)), (300.0, cuff(180, 90)), (600.0, cuff(140, 80)))
    assert over(found, 140.0) == (pytest.approx(200.0), 600.0, 600.0)
    assert over(found, 160.0) == (pytest.approx(50.0), 300.0, 300.0)
    assert over(found, 180.0) == (0.0, 0.0, 0.0)


def test_two_stretches_have_a_longest_one() -> None:
    found = found_in(
        (0.0, cuff(150, 80)),
        (300.0, cuff(130, 80)),
        (900.0, cuff(150, 80)),
        (1500.0, cuff(150, 80)),
    )
    area, above_s, longest_s = over(found, 140.0)
    assert above_s == pytest.approx(150.0 + 300.0 + 600.0)
    assert longest_s == pytest.approx(900.0)
    assert area > 0


def test_a_gap_of_more_than_a_quarter_of_an_hour_counts_nothing() -> None:
    found = found_in((0.0, cuff(190, 80)), (901.0, cuff(190, 80)))
    assert over(found, 140.0) == (0.0, 0.0, 0.0)


def test_one_value_alone_says_nothing_about_a_burden() -> None:
    found = found_in((0.0, cuff(190, 80)))
    assert [one for _limit, one in found.over] == [None, None, None]
    assert found.active is None


def test_the_active_limit_counts_from_the_moment_on_which_it_was_set() -> None:
    steady = ((0.0, cuff(165, 80)), (600.0, cuff(165, 80)))
    same = found_in(*steady).active
    moved = found_in(steady[0], (300.0, LimitChanged("sbp-high", 160, 170, "Nurse 1")), steady[1])
    assert same is not None
    assert (same.lasted_s, same.sbp_area) == (600.0, pytest.approx(50.0))
    assert moved.active is not None
    assert (moved.active.lasted_s, moved.active.sbp_area) == (300.0, pytest.approx(25.0))


def test_it_is_back_with_the_first_of_two_values_near_the_baseline() -> None:
    found = found_in(
        (60.0, REST),
        (300.0, cuff(160, 95)),
        (600.0, cuff(131, 80)),
        (900.0, cuff(140, 80)),
        (1200.0, cuff(132, 85)),
        (1500.0, cuff(118, 74)),
    )
    assert found.returned == Returned(1200.0, 900.0)


def test_both_pressures_have_to_be_back() -> None:
    found = found_in(
        (60.0, REST), (300.0, cuff(160, 95)), (600.0, cuff(125, 92)), (900.0, cuff(124, 91))
    )
    assert found.returned == Returned(None, None)


def test_a_pressure_that_never_left_the_baseline_did_not_return() -> None:
    found = found_in((60.0, REST), (300.0, cuff(126, 80)), (600.0, cuff(124, 78)))
    assert found.returned == Returned(None, None, never_left=True)
    assert found_in((300.0, cuff(160, 95))).returned is None


def test_answers_are_told_by_priority_with_the_median_and_the_worst() -> None:
    script: list[tuple[float, Event | Outcome]] = []
    for at_s, after_s in ((100.0, 10.0), (200.0, 30.0), (300.0, 80.0)):
        script += [
            (at_s, alarm(AlarmPhase.SOUNDING, priority=Priority.HIGH)),
            (at_s + after_s, Acknowledge("bp/high", "Nurse 1")),
            (at_s + after_s, alarm(AlarmPhase.ACKNOWLEDGED, priority=Priority.HIGH)),
            (at_s + after_s + 1, alarm(AlarmPhase.CLEARED, priority=Priority.HIGH)),
        ]
    answers = found_in(*script).answers
    assert set(answers) == {Priority.HIGH}
    found = answers[Priority.HIGH]
    assert (found.median_s, found.worst_s, found.count) == (30.0, 80.0, 3)


def test_what_is_in_no_number_is_counted_by_its_reason() -> None:
    def of(quality: Quality) -> CuffResult:
        return replace(cuff(200, 120), quality=quality)

    poor = Numerics((Reading(VitalSign.SPO2, 60.0, IVY, Quality.POOR),))
    found = found_in(
        (100.0, of(Quality.ARTEFACT)),
        (200.0, of(Quality.ARTEFACT)),
        (300.0, of(Quality.BEFORE_SESSION)),
        (400.0, cuff(150, 90)),
        (460.0, CuffUnconfirmed(400.0)),
        (500.0, poor),
        (501.0, poor),
        (700.0, cuff(120, 75)),
    )
    assert found.left_out.cuffs == Counter(
        {Quality.ARTEFACT: 2, Quality.BEFORE_SESSION: 1, Quality.UNCONFIRMED: 1}
    )
    assert found.left_out.poor_s == 2
    assert found.left_out.anything


def test_a_calm_record_leaves_nothing_out() -> None:
    found = burdens(example_entries(), statistics(example_entries()))
    assert not found.left_out.anything
    assert found.returned is not None
    assert found.returned.at_s is not None
    assert found.returned.at_s > 1800.0
