"""When a cuff result of an S/5 is new, and when the monitor only shows it again."""

from __future__ import annotations

import pytest
from ge_s5_bench import SOURCE, Bench, outcomes
from ge_s5_wire import (
    CALIBRATING,
    CLOCK,
    MEASURING,
    OLD,
    STASIS,
    Screen,
    auxiliary,
    displayed,
)
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.ge_s5.cuff import FIRST_TIME_WITHIN_S, TIME_WITHIN_S
from monitor.vitals import CuffFailed, CuffFailure, CuffResult, Quality

FAILED = CuffFailed(CuffFailure.FAILED, SOURCE)


def result(
    pressures: str, quality: Quality, age_s: float | None = None, time: str | None = None
) -> CuffResult:
    numbers = [None if one == "-" else float(one) for one in pressures.split("/")]
    sbp, dbp, mean, pulse = numbers
    assert sbp is not None
    assert dbp is not None
    return CuffResult(sbp, dbp, mean, pulse, SOURCE, quality, age_s, time)


def watching(pressures: str = "") -> Bench:
    """A monitor that was looked at for a while and has told its time."""
    bench = Bench()
    for at in (0.0, 5.0, 10.0):
        bench.shows(at, pressures=pressures)
        bench.says_time(at + 0.1, -300.0)
    return bench


def test_a_result_from_before_we_connected_is_told_once_and_is_before_session() -> None:
    bench = Bench()
    said = []
    for at in range(0, 60, 5):
        said += bench.shows(float(at), flags=OLD)
        said += bench.says_time(at + 0.1, -300.0)
    before = result("128/79/95/86", Quality.BEFORE_SESSION, 300.0, "2026-01-15T10:27:07")
    assert said == [before]


def test_a_new_time_makes_even_the_same_pressures_a_new_result() -> None:
    bench = watching("128/79/95/86")
    assert bench.says_time(40.0, 38.0) == []
    assert bench.shows(41.0) == [result("128/79/95/86", Quality.GOOD, 3.0, "2026-01-15T10:32:45")]
    assert bench.says_time(50.0, 38.0) + bench.shows(51.0) + bench.shows(90.0) == []


def test_new_pressures_wait_for_their_time() -> None:
    bench = watching()
    assert bench.shows(35.0, flags=MEASURING) == []
    assert bench.shows(40.0, pressures="141/88/106/90") == []
    assert bench.says_time(44.0, 38.0) == [
        result("141/88/106/90", Quality.GOOD, 2.0, "2026-01-15T10:32:45")
    ]


def test_a_new_time_never_goes_with_the_old_pressures() -> None:
    bench = watching("128/79/95/86")
    bench.shows(35.0)
    assert bench.says_time(39.0, 38.0) == []
    said = bench.shows(40.0, pressures="141/88/106/90")
    assert said == [result("141/88/106/90", Quality.GOOD, 2.0, "2026-01-15T10:32:45")]


def test_a_record_of_the_same_second_may_still_show_the_old_pressures() -> None:
    bench = watching("128/79/95/86")
    bench.shows(38.0)
    assert bench.says_time(38.9, 38.0) == []
    assert bench.shows(43.0, pressures="141/88/106/90") != []


def test_while_the_cuff_measures_there_are_no_pressures() -> None:
    bench = watching()
    said = [bench.shows(float(at), flags=MEASURING) for at in range(15, 60, 5)]
    assert not any(said)


def test_a_partial_triple_waits_until_it_is_whole() -> None:
    bench = watching()
    bench.says_time(40.0, 38.0)
    assert bench.shows(41.0, pressures="141/-/-/-") == []
    assert bench.shows(46.0, pressures="141/88/-/-") == []
    assert bench.shows(51.0, pressures="141/88/106/-") == [
        result("141/88/106/-", Quality.GOOD, 13.0, "2026-01-15T10:32:45")
    ]
    assert bench.shows(56.0, pressures="141/88/106/90") + bench.shows(90.0) == []


def test_a_mean_that_never_comes_is_done_without() -> None:
    bench = watching()
    bench.says_time(40.0, 38.0)
    said = [bench.shows(at, pressures="141/88/-/90") for at in (41.0, 46.0, 51.0, 56.0, 61.0)]
    told = result("141/88/-/90", Quality.GOOD, 18.0, "2026-01-15T10:32:45")
    assert said == [[], [], [], [told], []]


def test_a_calibrating_cuff_has_no_result() -> None:
    bench = Bench(asks=False)
    assert bench.shows(0.0, flags=CALIBRATING) == []
    assert bench.shows(5.0, flags=CALIBRATING, pressures="150/90/110/80") == []


def test_after_a_failed_measurement_empty_pressures_are_one_failure() -> None:
    bench = watching("128/79/95/86")
    bench.shows(20.0, flags=MEASURING)
    said = [bench.shows(at, pressures="") for at in (25.0, 30.0, 35.0, 40.0)]
    assert said == [[], [FAILED], [], []]


def test_after_a_cancelled_measurement_the_old_result_is_a_failure_and_not_a_result() -> None:
    bench = watching("128/79/95/86")
    bench.shows(20.0, flags=MEASURING)
    said = []
    for at in range(25, 60, 5):
        said += bench.shows(float(at))
        said += bench.says_time(at + 0.1, -300.0)
    assert said == [FAILED]


def test_venous_stasis_is_no_failed_measurement() -> None:
    bench = watching("128/79/95/86")
    bench.shows(20.0, flags=MEASURING | STASIS)
    said = [bench.shows(float(at), pressures="") for at in range(25, 60, 5)]
    assert not any(said)


def test_a_result_after_a_failure_is_told() -> None:
    bench = watching()
    bench.shows(20.0, flags=MEASURING)
    assert bench.shows(25.0, pressures="") + bench.shows(30.0, pressures="") == [FAILED]
    bench.shows(60.0, flags=MEASURING)
    bench.shows(65.0)
    assert bench.says_time(66.0, 64.0) == [
        result("128/79/95/86", Quality.GOOD, 1.0, "2026-01-15T10:33:11")
    ]


def test_without_any_time_what_is_shown_at_first_has_an_unknown_age() -> None:
    bench = Bench(asks=False)
    assert bench.shows(0.0) == [result("128/79/95/86", Quality.AGE_UNKNOWN)]
    assert bench.shows(5.0) + bench.shows(100.0) == []


def test_without_any_time_the_flag_says_that_it_was_before_we_connected() -> None:
    bench = Bench(asks=False)
    assert bench.shows(0.0, flags=OLD) == [result("128/79/95/86", Quality.BEFORE_SESSION)]


def test_a_monitor_without_times_is_given_a_moment_to_say_one() -> None:
    bench = Bench()
    assert bench.shows(0.0) == []
    assert bench.shows(FIRST_TIME_WITHIN_S) == [result("128/79/95/86", Quality.AGE_UNKNOWN)]


def test_a_time_that_comes_late_is_that_of_the_result_already_told() -> None:
    bench = Bench(asks=False)
    assert len(bench.shows(0.0)) == 1
    assert bench.says_time(1.0, -20.0) + bench.shows(5.0) + bench.says_time(11.0, -20.0) == []
    assert bench.says_time(61.0, 58.0) == []
    assert [one.device_time for one in bench.shows(62.0) if isinstance(one, CuffResult)] == [
        "2026-01-15T10:33:05"
    ]


def test_without_times_new_pressures_that_we_saw_come_are_good() -> None:
    bench = Bench(asks=False)
    bench.shows(0.0, pressures="")
    assert bench.shows(5.0, flags=MEASURING) == []
    assert bench.shows(30.0) == [result("128/79/95/86", Quality.GOOD)]
    assert bench.shows(35.0, pressures="141/88/106/90") == [result("141/88/106/90", Quality.GOOD)]


def test_without_times_a_measurement_may_give_the_same_pressures_again() -> None:
    bench = Bench(asks=False)
    bench.shows(0.0)
    bench.shows(60.0, flags=MEASURING)
    assert bench.shows(90.0) == [result("128/79/95/86", Quality.GOOD)]


def test_without_times_an_old_result_after_a_measurement_is_a_failure() -> None:
    bench = Bench(asks=False)
    bench.shows(0.0)
    bench.shows(60.0, flags=MEASURING)
    assert bench.shows(90.0, flags=OLD) == [FAILED]


def test_without_times_a_result_that_changed_while_nobody_looked_has_an_unknown_age() -> None:
    bench = Bench(asks=False)
    bench.shows(0.0, pressures="")
    assert bench.shows(300.0) == [result("128/79/95/86", Quality.AGE_UNKNOWN)]


def test_a_monitor_whose_time_stands_still_is_believed_by_its_pressures() -> None:
    bench = watching("128/79/95/86")
    told_at = []
    for at in range(20, 60, 5):
        if bench.shows(float(at), pressures="141/88/106/90"):
            told_at.append(at)
        assert bench.says_time(at + 0.1, -300.0) == []
    assert told_at == [20 + TIME_WITHIN_S]


def test_a_result_measured_while_the_line_was_away_has_its_true_age() -> None:
    bench = watching("128/79/95/86")
    bench.session.opened(600.0)
    bench.session.due(600.0)
    bench.shows(601.0, pressures="141/88/106/90")
    assert bench.says_time(601.2, 300.0) == [
        result("141/88/106/90", Quality.GOOD, 301.0, "2026-01-15T10:37:07")
    ]


def test_a_result_that_was_told_is_not_told_again_when_the_line_comes_back() -> None:
    bench = watching("128/79/95/86")
    bench.session.opened(600.0)
    bench.session.due(600.0)
    said = [*bench.shows(601.0, flags=OLD), *bench.says_time(601.2, -300.0)]
    assert said + bench.shows(630.0, flags=OLD) == []


@pytest.mark.parametrize("shown", ["79/128/95/86", "95/95/95/86", "2/1/1/86", "327/300/310/86"])
def test_impossible_pressures_are_one_error_and_no_result(shown: str) -> None:
    bench = watching()
    bench.says_time(40.0, 38.0)
    assert [bench.shows(at, pressures=shown) for at in (41.0, 46.0, 51.0)] == [[], [], []]
    bench.says_time(55.0, 54.0)
    assert len(bench.shows(56.0)) == 1


@given(st.lists(st.sampled_from(["old", "measuring", "new", "time", "empty", "gap"])))
def test_a_result_is_never_told_twice(happenings: list[str]) -> None:
    """Whatever the order of its records: each measurement has its own pressures here."""
    bench, at, measured, number = Bench(), 0.0, -300.0, 100
    told = []
    for happening in happenings:
        at += 5.0
        match happening:
            case "measuring":
                told += bench.shows(at, flags=MEASURING)
                measured, number = at, number + 1
            case "new" | "old":
                told += bench.shows(at, pressures=f"{number}/79/95/86")
            case "time":
                told += bench.says_time(at, measured)
            case "empty":
                told += bench.shows(at, pressures="")
            case _:
                at += 70.0
    pressures = [one.sbp for one in told if isinstance(one, CuffResult)]
    assert len(pressures) == len(set(pressures))


def test_a_cuff_time_of_another_time_zone_still_tells_new_from_old() -> None:
    """An hour ahead of the clock of the records: order of arrival decides then."""
    bench = watching("128/79/95/86")
    assert bench.says_time(40.0, 3638.0) == []
    (told,) = bench.shows(41.0, pressures="141/88/106/90")
    assert isinstance(told, CuffResult)
    assert told.sbp == 141.0
    assert bench.says_time(50.0, 3638.0) + bench.shows(51.0, pressures="141/88/106/90") == []


def test_a_clock_that_stands_still_does_not_hide_a_result() -> None:
    bench = Bench(asks=False)
    for number, pressures in enumerate(["128/79/95/86", "141/88/106/90", "119/70/85/80"]):
        bench.hear(auxiliary(CLOCK - 100 + 10 * number), 5.0 * number)
        numbers = [int(one) for one in pressures.split("/")]
        cuff = (8, *(100 * one for one in numbers[:3]), numbers[3])
        told = outcomes(bench.hear(displayed(Screen(cuff=cuff)), 5.0 * number))
        assert [one.sbp for one in told if isinstance(one, CuffResult)] == [numbers[0]]
