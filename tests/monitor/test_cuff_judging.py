"""The repeat-reading ladder at a chair, sentence by sentence: what is said, when, how loudly.

The limits are 160/100, 180/110 and 200/120; the cuff is due every 5 min. The baseline is 124/76,
so that a rise begins at 161 and 101.
"""

from __future__ import annotations

import pytest
from chairs import SOURCE, Bench, cuff

from monitor.commands import (
    Acknowledge,
    ManualCuff,
    Note,
    NoteKind,
    StartInfusion,
    UndoNote,
)
from monitor.cuff_judging import SIDES, recheck_by
from monitor.outcomes import CuffUnconfirmed, Priority, Refused
from monitor.picture import AlarmView
from monitor.vitals import CuffFailed, CuffFailure

FAILED = CuffFailed(CuffFailure.LEAK, SOURCE)
CHEST_PAIN = Note("n1", NoteKind.CHEST_PAIN, "", "AK")
HIGH, MEDIUM = Priority.HIGH, Priority.MEDIUM


def told(bench: Bench) -> list[tuple[float, str, str, str]]:
    """What was said of the pressure."""
    return [line for line in bench.alarms() if line[1].startswith(("sbp", "dbp"))]


def states(bench: Bench) -> list[str]:
    return [state for *_rest, state in told(bench)]


def note_of(bench: Bench) -> AlarmView:
    [view] = [view for view in bench.core.judge.engine.views(bench.core.now) if view.waits]
    return view


# ---- 1: at or above 200/120


@pytest.mark.parametrize(
    ("sbp", "dbp", "alarm"), [(200, 90, "sbp-extreme"), (150, 120, "dbp-extreme")]
)
def test_an_extreme_value_sounds_high_at_once(sbp: int, dbp: int, alarm: str) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(sbp, dbp))
    assert told(bench) == [(300.0, alarm, "high", "sounding")]
    assert bench.core.sound(300.0) is HIGH


@pytest.mark.parametrize("at", [301.0, 420.0])
def test_one_repeat_below_the_high_limits_in_time_stops_the_sound(at: float) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(at, cuff(142, 88))
    assert told(bench)[1:] == [(at, "sbp-extreme", "high", "withdrawn")]
    assert bench.core.sound(at) is None
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0)]


def test_the_message_stays_until_acknowledged_and_names_both_readings() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(360.0, cuff(142, 88))
    bench.feed(660.0, cuff(130, 80))
    note = note_of(bench)
    assert (note.alarm, note.state, note.value, note.text) == (
        "sbp-extreme",
        "withdrawn",
        206,
        "206/124 142/88",
    )
    bench.feed(700.0, Acknowledge("bp/high", "AK"))
    assert states(bench)[-2:] == ["acknowledged", "cleared"]
    assert bench.core.judge.engine.views(700.0) == ()


def test_an_extreme_that_was_acknowledged_is_withdrawn_all_the_same() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    bench.feed(360.0, cuff(142, 88))
    assert states(bench) == ["sounding", "acknowledged", "withdrawn"]
    assert note_of(bench).text == "206/124 142/88"


def test_a_low_repeat_that_comes_too_late_silences_nothing() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(420.001, cuff(142, 88))
    assert states(bench) == ["sounding"]
    assert bench.core.sound(420.001) is HIGH
    assert bench.of(CuffUnconfirmed) == []


@pytest.mark.parametrize("sbp", [160, 172, 184, 203])
def test_any_other_repeat_keeps_an_extreme_sounding_until_it_is_acknowledged(sbp: int) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    bench.feed(360.0, cuff(sbp, 90))
    bench.feed(380.0, cuff(142, 88))
    assert states(bench) == ["sounding"]
    assert bench.core.sound(9.0e3) is HIGH
    assert note_of(bench).value == (206 if sbp < 200 else sbp)
    bench.feed(400.0, Acknowledge("bp/high", "AK"))
    assert states(bench)[1:] == ["acknowledged", "cleared"]


def test_an_extreme_that_was_confirmed_is_not_taken_back_by_a_later_pair() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90), cuff(204, 90), cuff(140, 80))
    bench.feed(600.0, cuff(208, 90))
    bench.feed(630.0, cuff(140, 80))
    assert states(bench) == ["sounding", "sounding"]
    assert bench.core.sound(630.0) is HIGH


# ---- 2: at or above 180/110


@pytest.mark.parametrize(
    ("sbp", "dbp", "alarm"), [(180, 90, "sbp-very-high"), (150, 110, "dbp-very-high")]
)
def test_a_very_high_value_is_medium_at_once_and_asks_for_a_repeat_in_two_minutes(
    sbp: int, dbp: int, alarm: str
) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(sbp, dbp))
    assert told(bench) == [(300.0, alarm, "medium", "sounding")]
    assert bench.core.sound(300.0) is MEDIUM
    by = note_of(bench).repeat_by_s
    assert by is not None
    assert round(by, 3) == 420.0


@pytest.mark.parametrize("before", [(160, 90), (150, 100)])
@pytest.mark.parametrize("treating", [True, False])
def test_it_is_high_at_once_when_the_valid_reading_before_was_high(
    before: tuple[int, int], treating: bool
) -> None:
    bench = Bench(treating=treating)
    bench.feed(300.0, cuff(*before))
    bench.feed(600.0, cuff(186, 90))
    assert told(bench)[-1][:3] == (600.0, "sbp-very-high", "high")
    assert bench.core.sound(600.0) is HIGH


def test_a_reading_before_that_was_not_high_does_not_count() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(159, 99))
    bench.feed(600.0, cuff(186, 90))
    assert told(bench) == [(600.0, "sbp-very-high", "medium", "sounding")]


@pytest.mark.parametrize("noted_at", [0.0, 300.0, 900.0])
def test_a_symptom_of_the_last_quarter_hour_makes_it_high_at_once(noted_at: float) -> None:
    bench = Bench()
    bench.feed(noted_at, CHEST_PAIN)
    bench.feed(900.0, cuff(186, 90))
    assert told(bench) == [(900.0, "sbp-very-high", "high", "sounding")]


@pytest.mark.parametrize("undone", [True, False])
def test_a_symptom_that_was_undone_or_is_old_does_not(undone: bool) -> None:
    bench = Bench()
    bench.feed(0.0, CHEST_PAIN, *([UndoNote("n1", "AK")] if undone else []))
    bench.feed(60.0 if undone else 900.001, cuff(186, 90))
    assert told(bench)[0][2] == "medium"


def test_a_symptom_entered_while_a_repeat_is_waited_for_makes_it_high_at_once() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(330.0, CHEST_PAIN)
    assert told(bench)[1:] == [(330.0, "sbp-very-high", "high", "escalated")]


def test_a_harmless_note_is_no_symptom() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90), Note("n2", NoteKind.NAUSEA, "", "AK"))
    assert states(bench) == ["sounding"]


def test_a_repeat_that_fails_twice_makes_it_high_at_once() -> None:
    bench = Bench()
    bench.feed(290.0, FAILED)
    bench.feed(300.0, cuff(186, 90))
    bench.feed(330.0, FAILED)
    assert states(bench) == ["sounding"], "only failures of the repeat count"
    bench.feed(350.0, FAILED)
    assert told(bench)[1:] == [(350.0, "sbp-very-high", "high", "escalated")]


@pytest.mark.parametrize("repeat", [(180, 90), (150, 110)])
def test_a_repeat_at_or_above_very_high_makes_it_high(repeat: tuple[int, int]) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(420.0, cuff(*repeat))
    assert told(bench)[1][2:] == ("high", "escalated")


@pytest.mark.parametrize("repeat", [(160, 90), (179, 109)])
def test_a_repeat_in_between_stays_medium_and_asks_for_a_third(repeat: tuple[int, int]) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(360.0, cuff(*repeat))
    assert states(bench) == ["sounding"]
    assert (bench.core.sound(360.0), bench.core.judge.engine.level()) == (MEDIUM, 2)
    assert round(note_of(bench).repeat_by_s or 0.0, 3) == 480.0


@pytest.mark.parametrize(
    ("third", "sound"),
    [((170, 80), HIGH), ((150, 105), HIGH), ((169, 104), MEDIUM), ((160, 80), MEDIUM)],
)
def test_the_third_reading_makes_it_high_from_half_way_on(
    third: tuple[int, int], sound: Priority
) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(360.0, cuff(165, 90))
    bench.feed(480.0, cuff(*third))
    assert bench.core.sound(480.0) is sound


def test_what_the_third_reading_made_high_does_not_come_and_go_half_way() -> None:
    bench = Bench()
    for number, sbp in enumerate((186, 165, 172, 172, 168, 171, 167)):
        bench.feed(300.0 + 60.0 * number, cuff(sbp, 90))
    assert bench.core.sound(660.0) is HIGH
    assert bench.core.judge.engine.views(660.0)[0].limit == 170
    bench.feed(720.0, cuff(166, 90))
    assert bench.core.sound(720.0) is MEDIUM
    bench.feed(780.0, cuff(172, 90))
    assert bench.core.sound(780.0) is MEDIUM, "half-way decides about a very high value only"


def test_a_third_reading_that_comes_too_late_is_compared_with_half_way_too() -> None:
    for sbp, sound in ((172, HIGH), (165, MEDIUM)):
        bench = Bench()
        bench.feed(300.0, cuff(186, 90), cuff(165, 90))
        bench.wait(450.0)
        assert bench.core.sound(450.0) is HIGH, "no answer counts as agreement"
        bench.feed(460.0, cuff(sbp, 90))
        assert bench.core.sound(460.0) is sound


def test_no_third_reading_counts_as_agreement() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(360.0, cuff(165, 90))
    bench.wait(479.999)
    assert bench.core.sound(479.999) is MEDIUM
    bench.wait(481.0)
    assert told(bench)[-1][::2] == (480.0, "high")


def test_after_a_third_reading_below_the_alarm_is_over_and_not_withdrawn() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(360.0, cuff(165, 90))
    bench.feed(420.0, cuff(150, 85))
    assert states(bench)[-1] == "latched"
    assert bench.of(CuffUnconfirmed) == []


def test_a_repeat_below_the_high_limits_withdraws_it() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(420.0, cuff(159, 99))
    assert told(bench)[1:] == [(420.0, "sbp-very-high", "medium", "withdrawn")]
    assert bench.core.sound(420.0) is None
    assert note_of(bench).text == "186/90 159/99"
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0)]


def test_no_repeat_within_two_minutes_counts_as_agreement() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.wait(420.0)
    assert states(bench) == ["sounding"]
    bench.wait(420.001)
    assert told(bench)[1:] == [(420.0, "sbp-very-high", "high", "escalated")]


def test_high_by_silence_is_heard_though_the_medium_was_acknowledged() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(186, 90))
    bench.feed(310.0, Acknowledge("bp/high", "AK"))
    bench.wait(421.0)
    assert states(bench) == ["sounding", "acknowledged", "escalated"]
    assert bench.core.sound(421.0) is HIGH


# ---- 3: at or above 160/100


@pytest.mark.parametrize(
    ("sbp", "dbp", "alarm"),
    [(160, 90, "sbp-high"), (179, 109, "sbp-high"), (150, 100, "dbp-high")],
)
def test_a_high_value_is_a_silent_card(sbp: int, dbp: int, alarm: str) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(sbp, dbp))
    assert told(bench) == [(300.0, alarm, "medium", "pending")]
    assert bench.core.sound(300.0) is None
    assert bench.core.judge.engine.level() == 0
    [card] = bench.core.judge.engine.views(300.0)
    assert (card.state, card.waits) == ("pending", False)
    bench.feed(301.0, Acknowledge("bp/high", "AK"))
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [
        "nothing-to-acknowledge"
    ]


@pytest.mark.parametrize("at", [301.0, 600.0, 660.0])
def test_agreement_makes_it_medium(at: float) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    bench.feed(at, cuff(160, 80))
    assert told(bench)[1:] == [(at, "sbp-high", "medium", "sounding")]


def test_disagreement_withdraws_it_and_the_first_is_marked_not_confirmed() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    bench.feed(420.0, cuff(159, 99))
    assert told(bench)[1:] == [(420.0, "sbp-high", "medium", "withdrawn")]
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0)]
    note = note_of(bench)
    assert (note.text, note.value, bench.core.sound(420.0)) == ("165/90 159/99", 165, None)


def test_no_repeat_by_a_minute_after_the_next_due_cuff_is_agreement() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    bench.wait(660.0)
    assert states(bench) == ["pending"]
    bench.wait(660.001)
    assert told(bench)[1:] == [(660.0, "sbp-high", "medium", "sounding")]


@pytest.mark.parametrize(("interval_s", "spoken_at"), [(60.0, 600.0), (900.0, 1260.0)])
def test_the_card_waits_for_the_next_cycle_but_at_least_five_minutes(
    interval_s: float, spoken_at: float
) -> None:
    bench = Bench(nibp_interval_s=interval_s)
    bench.feed(300.0, cuff(165, 90))
    bench.wait(2000.0)
    assert told(bench)[1][::3] == (spoken_at, "sounding")


def test_the_card_waits_at_least_five_minutes_where_no_cuff_is_due() -> None:
    assert recheck_by(300.0, None) == 600.0
    assert recheck_by(300.0, 400.0) == 600.0
    assert recheck_by(300.0, 600.0) == 660.0


def test_before_treating_a_high_value_is_colour_only_and_a_very_high_one_is_not() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(170, 104))
    assert told(bench) == []
    bench.feed(120.0, cuff(140, 80), cuff(186, 104))
    assert told(bench) == [(120.0, "sbp-very-high", "medium", "sounding")]
    bench.feed(180.0, cuff(165, 90))
    bench.feed(200.0, cuff(165, 90))
    assert states(bench)[-1] == "latched", "it would be a medium alarm, which is colour only here"
    bench.feed(300.0, StartInfusion("AK"), cuff(166, 90))
    assert bench.core.sound(300.0) is MEDIUM


@pytest.mark.parametrize("quick", [True, False])
def test_a_manual_reading_answers_a_pending_repeat(quick: bool) -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90) if quick else cuff(186, 90))
    bench.feed(330.0, ManualCuff(140, 80, "AK"))
    assert states(bench)[-1] == "withdrawn"
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0)]


def test_the_two_sides_are_the_keys_of_two_alarms() -> None:
    assert SIDES == ("bp/high", "bp/low")


def test_a_reading_that_is_doubted_on_both_sides_is_marked_once() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(206, 45))
    bench.feed(200.0, cuff(150, 80))
    assert {(alarm, state) for _, alarm, _, state in bench.alarms()} >= {
        ("sbp-extreme", "withdrawn"),
        ("dbp-low", "withdrawn"),
    }
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(100.0)]
