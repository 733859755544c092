"""When a cuff result is wanted sooner than its rhythm: each reason, and what answers it."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff, numerics

from monitor.commands import Acknowledge, Action, Note, NoteKind, UndoNote
from monitor.outcomes import Priority
from monitor.phases import Phase
from monitor.vitals import Quality, VitalSign
from monitor.wishes import CuffWish, Why, Wishes


def wish(bench: Bench, at: float) -> CuffWish | None:
    return bench.core.state.wish(at, bench.core.judge.cuffs.repeat_by())


def next_at(wishes: Wishes) -> float | None:
    """When the next result is wanted because of a high alarm."""
    return wishes.turns_at(0.0)


def test_without_a_reason_the_rhythm_is_enough() -> None:
    assert Wishes().current(100.0, None) is None


def test_a_repeat_that_is_asked_for_comes_before_everything_else() -> None:
    wishes = Wishes()
    wishes.symptom("n", 100.0)
    assert wishes.current(100.0, 220.0) == CuffWish(Why.REPEAT, 0.0)
    assert wishes.current(100.0, None) == CuffWish(Why.SYMPTOM, 100.0)


@pytest.mark.parametrize(
    ("sign", "value", "why"),
    [
        (VitalSign.HR, 44.0, Why.HEART),
        (VitalSign.HR, 131.0, Why.HEART),
        (VitalSign.SPO2, 87.0, Why.OXYGEN),
    ],
)
def test_a_value_asks_for_a_cuff_when_it_has_lasted_ten_seconds(
    sign: VitalSign, value: float, why: Why
) -> None:
    wishes = Wishes()
    for second in range(10):
        wishes.value(sign, value, float(second))
        assert wishes.current(float(second), None) is None
    wishes.value(sign, value, 10.0)
    assert wishes.current(10.0, None) == CuffWish(why, 10.0)


@pytest.mark.parametrize(
    ("sign", "value"), [(VitalSign.HR, 45.0), (VitalSign.HR, 130.0), (VitalSign.SPO2, 88.0)]
)
def test_the_limits_themselves_ask_for_nothing(sign: VitalSign, value: float) -> None:
    wishes = Wishes()
    for second in range(60):
        wishes.value(sign, value, float(second))
    assert wishes.current(60.0, None) is None


def test_unknown_seconds_do_not_count_towards_the_ten() -> None:
    wishes = Wishes()
    for second in range(6):
        wishes.value(VitalSign.SPO2, 80.0, float(second))
    wishes.unknown(VitalSign.SPO2, 6.0)
    wishes.value(VitalSign.SPO2, 80.0, 20.0)
    assert wishes.current(20.0, None) is None


def test_the_next_valid_result_answers_a_wish() -> None:
    wishes = Wishes()
    wishes.symptom("n", 100.0)
    wishes.result(130.0, below_high=True)
    assert wishes.current(131.0, None) is None


def test_a_high_alarm_wants_a_result_every_two_and_a_half_minutes() -> None:
    wishes = Wishes()
    wishes.result(100.0, below_high=False)
    wishes.level(Priority.HIGH, 100.0)
    assert next_at(wishes) == 250.0
    assert wishes.current(249.999, None) is None
    assert wishes.current(250.0, None) == CuffWish(Why.OFTEN, 250.0)
    wishes.result(260.0, below_high=False)
    assert wishes.current(300.0, None) is None
    assert next_at(wishes) == 410.0


def test_two_results_below_the_high_limits_end_it_and_one_does_not() -> None:
    wishes = Wishes()
    wishes.level(Priority.HIGH, 100.0)
    wishes.result(110.0, below_high=True)
    assert next_at(wishes) == 260.0
    wishes.result(120.0, below_high=False)
    wishes.result(130.0, below_high=True)
    assert next_at(wishes) == 280.0
    wishes.result(140.0, below_high=True)
    assert next_at(wishes) is None


def test_calm_results_before_the_alarm_do_not_count() -> None:
    wishes = Wishes()
    for at in (10.0, 310.0, 610.0):
        wishes.result(at, below_high=True)
        wishes.level(Priority.LOW, at)
    wishes.level(Priority.HIGH, 700.0)  # a heart rate, say
    assert next_at(wishes) == 760.0
    wishes.result(760.0, below_high=True)
    wishes.level(Priority.HIGH, 760.0)
    assert next_at(wishes) == 910.0


def test_a_calmer_level_does_not_end_it_before_two_calm_results() -> None:
    wishes = Wishes()
    wishes.level(Priority.HIGH, 100.0)
    wishes.level(Priority.MEDIUM, 200.0)
    assert next_at(wishes) == 250.0
    wishes.level(Priority.HIGH, 240.0)  # the same trouble again: the quarter of an hour is new
    wishes.result(900.0, below_high=False)
    assert next_at(wishes) == 1050.0


def test_after_a_quarter_of_an_hour_it_ends() -> None:
    wishes = Wishes()
    wishes.level(Priority.HIGH, 100.0)
    wishes.result(849.0, below_high=False)
    assert wishes.turns_at(850.0) == 999.0
    assert wishes.current(999.0, None) == CuffWish(Why.OFTEN, 999.0)
    wishes.result(999.0, below_high=False)
    assert wishes.turns_at(999.0) == 1000.0, "then it is over, 900 s after 100 s"
    assert wishes.current(1149.0, None) is None


def test_it_ends_after_a_quarter_of_an_hour_also_when_nobody_meets_it() -> None:
    wishes = Wishes()
    wishes.level(Priority.HIGH, 100.0)
    assert wishes.current(999.9, None) == CuffWish(Why.OFTEN, 250.0)
    assert wishes.current(1000.0, None) is None
    assert wishes.turns_at(1000.0) is None


# ---- at the chair


def test_an_emergency_symptom_wants_a_cuff_at_once_and_any_other_note_does_not() -> None:
    bench = Bench()
    bench.feed(60.0, Note("n1", NoteKind.NAUSEA, "", "AK"))
    assert wish(bench, 60.0) is None
    bench.feed(70.0, Note("n2", NoteKind.SEIZURE, "", "AK"))
    assert wish(bench, 70.0) == CuffWish(Why.SYMPTOM, 70.0)
    bench.feed(90.0, cuff(128, 79))
    assert wish(bench, 90.0) is None


def test_a_note_that_is_taken_back_wants_nothing_any_more() -> None:
    bench = Bench()
    bench.feed(70.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.feed(80.0, UndoNote("n", "AK"))
    assert wish(bench, 80.0) is None
    assert wish(bench, 300.0) is None, "nor is one wanted every 2.5 min"
    assert bench.core.sound(80.0) is Priority.HIGH, "undo never clears a latched alarm"


def test_what_others_want_is_wanted_still_when_a_note_is_taken_back() -> None:
    bench = Bench()
    bench.stream(0.0, 12.0, hr=40.0)
    bench.feed(12.0, Note("n1", NoteKind.CHEST_PAIN, "", "AK"))
    bench.feed(13.0, Note("n2", NoteKind.SEIZURE, "", "AK"), Note("n3", NoteKind.NAUSEA, "", "AK"))
    bench.feed(14.0, UndoNote("n2", "AK"), UndoNote("n3", "AK"))
    assert wish(bench, 14.0) == CuffWish(Why.SYMPTOM, 12.0)
    bench.feed(15.0, UndoNote("n1", "AK"))
    assert wish(bench, 15.0) == CuffWish(Why.HEART, 10.0)


def test_a_high_pressure_wants_results_often_also_when_a_note_is_taken_back() -> None:
    bench = Bench()
    bench.feed(70.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.feed(90.0, cuff(206, 120))
    bench.feed(100.0, UndoNote("n", "AK"))
    bench.feed(130.0, cuff(206, 120))
    assert wish(bench, 279.9) is None
    assert wish(bench, 280.0) == CuffWish(Why.OFTEN, 280.0)


def test_a_symptom_wants_results_often_until_two_are_calm() -> None:
    bench = Bench()
    bench.feed(70.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.feed(90.0, cuff(128, 79))
    assert wish(bench, 240.0) == CuffWish(Why.OFTEN, 240.0)
    bench.feed(250.0, cuff(128, 79))
    assert wish(bench, 500.0) is None


def test_a_result_that_says_nothing_answers_no_wish() -> None:
    bench = Bench()
    bench.feed(70.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    wanted = wish(bench, 70.0)
    bench.feed(80.0, cuff(128, 79, Quality.ARTEFACT))
    assert wanted is not None
    assert wish(bench, 80.0) == wanted


def test_the_repeat_of_the_ladder_is_wanted_until_its_time() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 112))
    wanted = wish(bench, 300.0)
    assert wanted is not None
    assert (wanted.why, wanted.since_s) == (Why.REPEAT, 300.0)


def test_the_heart_rate_is_watched_as_the_chair_takes_it() -> None:
    bench = Bench()
    bench.stream(0.0, 12.0, hr=40.0)
    assert wish(bench, 12.0) == CuffWish(Why.HEART, 10.0)


def test_who_takes_a_result_for_an_artefact_wants_another_one() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(310.0, cuff(206, 90))
    assert wish(bench, 310.0) is None
    bench.feed(320.0, Acknowledge("bp/high", "AK", Action.ARTEFACT))
    wanted = wish(bench, 320.0)
    assert wanted is not None
    assert wanted.why is Why.REPEAT


def test_an_artefact_speaks_again_after_two_minutes_unless_a_repeat_says_otherwise() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90), cuff(206, 90))
    bench.feed(320.0, Acknowledge("bp/high", "AK", Action.ARTEFACT))
    bench.wait(439.9)
    assert bench.core.sound(439.9) is None
    bench.wait(440.0)
    assert bench.alarms()[-1] == (440.0, "sbp-extreme", "high", "reminded")
    better = Bench()
    better.feed(300.0, cuff(206, 90), cuff(206, 90))
    better.feed(320.0, Acknowledge("bp/high", "AK", Action.ARTEFACT))
    better.feed(380.0, cuff(130, 80))
    better.wait(500.0)
    assert better.core.sound(500.0) is None


def test_any_other_answer_wants_nothing() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90), cuff(206, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK", Action.DRUG_GIVEN))
    assert wish(bench, 310.0) is None


def test_an_ended_session_wants_nothing() -> None:
    bench = Bench()
    bench.feed(70.0, Note("n", NoteKind.CHEST_PAIN, "", "AK"))
    bench.core.state.phase = Phase.SIGNED
    assert wish(bench, 70.0) is None


def test_a_rate_of_poor_quality_asks_for_nothing() -> None:
    bench = Bench()
    for second in range(15):
        bench.feed(float(second), numerics(Quality.POOR, hr=40.0))
    assert wish(bench, 15.0) is None
