"""After the first word about a pressure: one alarm a side, new evidence, what is left to be seen.

The baseline is 124/76: a rise begins at 161 (systolic) and at 101 (diastolic).
"""

from __future__ import annotations

import pytest
from chairs import BASELINE, SOURCE, Bench, cuff

from monitor.commands import (
    Acknowledge,
    ChangeLimit,
    Note,
    NoteKind,
    SetBaseline,
    StartInfusion,
)
from monitor.outcomes import AlarmChanged, CuffUnconfirmed, Priority, Refused
from monitor.picture import AlarmView
from monitor.vitals import CuffFailed, CuffFailure, Quality

ACK = Acknowledge("bp/high", "AK")


def told(bench: Bench) -> list[tuple[float, str, str, str]]:
    """What was said of the pressure."""
    return [line for line in bench.alarms() if line[1].startswith(("sbp", "dbp"))]


def states(bench: Bench) -> list[str]:
    return [state for *_rest, state in told(bench)]


def seen(bench: Bench) -> tuple[AlarmView, ...]:
    return bench.core.judge.engine.views(bench.core.now)


def without_baseline() -> Bench:
    bench = Bench(treating=False)
    bench.feed(0.0, StartInfusion("AK"))
    return bench


# ---- rows marked "repeat"


@pytest.mark.parametrize(
    ("sbp", "dbp", "alarm", "by"),
    [
        (85, 60, "sbp-low", 360.0),
        (120, 45, "dbp-low", 660.0),
        (158, 80, "sbp-rise", 660.0),
        (124, 96, "dbp-rise", 660.0),
    ],
)
def test_a_row_that_repeats_waits_for_a_second_reading_or_for_its_time(
    sbp: int, dbp: int, alarm: str, by: float
) -> None:
    resting = SetBaseline(116.0, 70.0, None, None, "AK")
    silent, agreed, not_confirmed = Bench(), Bench(), Bench()
    for bench in (silent, agreed, not_confirmed):
        bench.feed(0.0, resting)
        bench.feed(300.0, cuff(sbp, dbp))
        assert [line[1:2] + line[3:] for line in told(bench)] == [(alarm, "pending")]
        bench.wait(by)
        assert states(bench) == ["pending"]
    silent.wait(by + 0.001)
    assert told(silent)[1][::3] == (by, "sounding")
    agreed.feed(by, cuff(sbp, dbp))
    assert told(agreed)[1][::3] == (by, "sounding")
    not_confirmed.feed(by, cuff(124, 70))
    assert states(not_confirmed) == ["pending", "withdrawn"]
    assert not_confirmed.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0)]


def test_a_very_low_pressure_asks_for_no_repeat_and_is_not_withdrawn() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(79, 60))
    assert told(bench) == [(300.0, "sbp-very-low", "high", "sounding")]
    bench.feed(360.0, cuff(120, 76))
    assert states(bench)[1:] == ["latched"]
    assert bench.of(CuffUnconfirmed) == []


def test_another_row_of_the_side_does_not_confirm_the_first() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(85, 60))
    bench.feed(330.0, cuff(120, 45))
    bench.feed(335.0, cuff(120, 76))
    assert [state for state in states(bench) if state == "sounding"] == []


def test_a_rise_that_two_readings_show_is_an_alarm_though_the_high_one_was_not_repeated() -> None:
    bench = Bench()
    bench.feed(0.0, SetBaseline(110.0, 76.0, None, None, "AK"))
    bench.feed(300.0, cuff(165, 90))
    bench.feed(360.0, cuff(155, 90))
    assert told(bench)[1:] == [(360.0, "sbp-rise", "medium", "sounding")]
    assert (seen(bench)[0].text, bench.of(CuffUnconfirmed)) == ("", [])


def test_of_an_extreme_that_is_taken_back_the_rise_that_stands_goes_on() -> None:
    bench = Bench()
    bench.feed(0.0, SetBaseline(110.0, 76.0, None, None, "AK"))
    bench.feed(300.0, cuff(206, 90))
    bench.feed(360.0, cuff(155, 90))
    assert bench.core.sound(360.0) is Priority.MEDIUM
    [view] = seen(bench)
    assert (view.alarm, view.state, view.text) == ("sbp-rise", "sounding", "206/90 155/90")


def test_a_confirmed_extreme_is_not_taken_back_by_a_rise_either() -> None:
    bench = Bench()
    bench.feed(0.0, SetBaseline(110.0, 76.0, None, None, "AK"))
    bench.feed(300.0, cuff(206, 90), cuff(206, 90), cuff(155, 90))
    bench.feed(600.0, cuff(208, 90))
    bench.feed(660.0, cuff(155, 90))
    assert (bench.core.sound(660.0), seen(bench)[0].alarm) == (Priority.HIGH, "sbp-extreme")


def test_a_confirmed_alarm_that_is_over_is_no_withdrawn_one_whatever_else_was_asked() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90), cuff(166, 90))
    bench.feed(600.0, cuff(166, 103))
    bench.feed(900.0, cuff(120, 80))
    assert states(bench)[-1] == "latched"
    assert bench.of(CuffUnconfirmed) == []


# ---- one cuff result is one alarm a side


def test_one_result_bears_the_id_of_its_worst_reason_and_lists_them_all() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 102), cuff(166, 112))
    change = bench.of(AlarmChanged)[-1]
    assert isinstance(change, AlarmChanged)
    assert (change.alarm, change.priority.word) == ("dbp-very-high", "high")
    assert change.reasons == ("dbp-very-high", "sbp-high", "dbp-high", "sbp-rise", "dbp-rise")
    bench.feed(310.0, ACK)
    assert bench.core.sound(310.0) is None, "one acknowledge for all reasons"


def test_the_sides_are_independent() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 45))
    assert {line[1:] for line in told(bench)} == {
        ("sbp-very-high", "medium", "sounding"),
        ("dbp-low", "medium", "pending"),
    }
    bench.feed(360.0, cuff(140, 46))
    assert {line[1:] for line in told(bench)[2:]} == {
        ("sbp-very-high", "medium", "withdrawn"),
        ("dbp-low", "medium", "sounding"),
    }
    bench.feed(361.0, ACK, Acknowledge("bp/low", "AK"))
    assert bench.of(Refused) == []


# ---- it speaks again on new evidence


@pytest.mark.parametrize(
    ("sbp", "dbp", "reminded"),
    [
        (190, 90, True),
        (186, 90, True),
        (182, 90, True),
        (181, 90, False),
        (165, 90, False),
        (181, 101, True),
    ],
)
def test_a_next_reading_that_is_not_five_better_speaks_again(
    sbp: int, dbp: int, reminded: bool
) -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(186, 90), cuff(186, 90))
    bench.feed(310.0, ACK)
    bench.feed(400.0, cuff(sbp, dbp))
    assert ("reminded" in states(bench)) is reminded
    assert bench.core.sound(400.0) is (Priority.HIGH if reminded else None)


def test_an_extreme_of_the_other_pressure_is_news() -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(206, 90), cuff(206, 90))
    bench.feed(310.0, ACK)
    bench.feed(400.0, cuff(150, 124))
    assert told(bench)[-1] == (400.0, "dbp-extreme", "high", "reminded")


def test_better_counts_from_the_reading_that_stood_when_it_was_acknowledged() -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(206, 90), cuff(166, 90))
    bench.feed(310.0, ACK)
    bench.feed(400.0, cuff(168, 90))
    assert told(bench)[-1] == (400.0, "sbp-high", "medium", "reminded")


def test_a_symptom_and_an_overdue_cuff_speak_again() -> None:
    bench = Bench(technical=True)
    bench.feed(300.0, cuff(170, 90), cuff(170, 90))
    bench.feed(310.0, ACK)
    bench.feed(320.0, Note("n1", NoteKind.CHEST_PAIN, "", "AK"))
    assert told(bench)[-1] == (320.0, "sbp-high", "medium", "reminded")
    bench.feed(450.0, ACK)
    bench.wait(659.0)
    assert states(bench)[-1] == "acknowledged"
    bench.wait(660.0)
    assert told(bench)[-1] == (660.0, "sbp-high", "medium", "reminded")


@pytest.mark.parametrize(("sbp", "after_s"), [(170, 300.0), (186, 180.0)])
def test_at_the_latest_after_five_minutes_it_speaks_again(sbp: int, after_s: float) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(sbp, 90), cuff(sbp, 90))
    bench.feed(310.0, ACK)
    bench.wait(310.0 + after_s)
    assert told(bench)[-1][::3] == (310.0 + after_s, "reminded")


# ---- what is left on the screen


def test_a_note_that_waits_stays_what_it_is_while_a_card_is_seen_beside_it() -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(360.0, cuff(142, 88))
    bench.feed(660.0, cuff(165, 90))
    assert [(view.key, view.alarm, view.state, view.text) for view in seen(bench)] == [
        ("bp/high/card", "sbp-high", "pending", ""),
        ("bp/high", "sbp-extreme", "withdrawn", "206/124 142/88"),
    ]
    bench.feed(720.0, cuff(140, 80))
    assert [(view.state, view.value, view.text) for view in seen(bench)] == [
        ("withdrawn", 206, "206/124 142/88")
    ]
    last = bench.of(AlarmChanged)[-1]
    assert isinstance(last, AlarmChanged)
    assert (last.alarm, last.state, last.text) == ("sbp-high", "withdrawn", "165/90 140/80")


def test_an_extreme_that_waits_is_never_hidden_by_a_silent_card() -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(206, 90), cuff(206, 90), cuff(140, 80))
    bench.feed(600.0, cuff(165, 90))
    assert [view.state for view in seen(bench) if view.key == "bp/high"] == ["sounding"]
    assert bench.core.sound(600.0) is Priority.HIGH
    bench.feed(610.0, ACK)
    [card] = seen(bench)
    assert (card.key, card.state, card.alarm) == ("bp/high", "pending", "sbp-high")
    assert bench.core.sound(610.0) is None


def test_a_latched_message_stays_while_a_new_card_is_answered() -> None:
    bench = without_baseline()
    bench.feed(300.0, cuff(165, 90), cuff(165, 90), cuff(150, 90))
    bench.feed(600.0, cuff(164, 90))
    assert {view.state for view in seen(bench)} == {"latched", "pending"}
    bench.feed(660.0, cuff(163, 90))
    assert [(view.state, view.value) for view in seen(bench)] == [("sounding", 163)]


# ---- what is unknown, and limits that move


@pytest.mark.parametrize(
    "quality", [Quality.POOR, Quality.ARTEFACT, Quality.DEMO, Quality.AGE_UNKNOWN]
)
def test_what_is_not_a_valid_reading_answers_nothing(quality: Quality) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(330.0, cuff(120, 80, quality), CuffFailed(CuffFailure.LEAK, SOURCE))
    assert states(bench) == ["sounding"]
    bench.wait(421.0)
    assert states(bench) == ["sounding", "escalated"]


def test_an_accepted_baseline_can_end_an_alarm_and_never_makes_one() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(150, 101), cuff(150, 101))
    assert states(bench) == ["pending", "sounding"]
    bench.feed(310.0, SetBaseline(130.0, 96.0, None, None, "AK"))
    assert states(bench)[2:] == ["latched"]
    bench.feed(320.0, BASELINE, SetBaseline(100.0, 60.0, None, None, "AK"))
    bench.wait(900.0)
    assert states(bench)[3:] == []


def test_a_limit_that_comes_nearer_asks_and_one_of_another_sign_changes_nothing() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(175, 90), cuff(175, 90))
    bench.feed(310.0, ChangeLimit("sbp-very-high", 172.0, "AK"))
    assert told(bench)[2:] == [(310.0, "sbp-very-high", "medium", "escalated")]
    bench.feed(320.0, ChangeLimit("sbp-extreme", 174.0, "AK"))
    assert told(bench)[3:] == [(320.0, "sbp-extreme", "high", "escalated")]
    third = Bench()
    third.feed(300.0, cuff(186, 90), cuff(165, 90), cuff(171, 90))
    third.feed(310.0, ChangeLimit("hr-high", 120.0, "AK"), BASELINE)
    assert third.core.judge.engine.level() == 3, "it was confirmed, and no limit of it moved"
