"""The worth of alarms, counted from the record of sessions that a real core judged."""

from __future__ import annotations

from collections import Counter

import pytest
from chairs import SOURCE, Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_report import AlarmReport, answers_of, report_of, together
from monitor.commands import Acknowledge, Action, EndSession, StopInfusion
from monitor.entries import Entry
from monitor.events import Part as ProgramPart
from monitor.events import PartFailed, Resumed
from monitor.limits import PROFILES
from monitor.outcomes import Priority
from monitor.vitals import CuffFailed, CuffFailure, VitalSign

H, M, L = Priority.HIGH, Priority.MEDIUM, Priority.LOW


def entries_of(bench: Bench) -> list[Entry]:
    """What the store would have: each event, and after it what was said of it."""
    lines = [(at, 0, what) for at, what in bench.fed] + [(at, 1, what) for at, what in bench.said]
    lines.sort(key=lambda line: line[:2])
    return [Entry("s-1", seq, at, what) for seq, (at, _order, what) in enumerate(lines)]


def report(bench: Bench) -> AlarmReport:
    return report_of(entries_of(bench))


def answer(key: str, action: Action | None = None) -> Acknowledge:
    return Acknowledge(key, "AK", action)


def test_a_calm_session_has_nothing_but_its_hours() -> None:
    bench = Bench()
    bench.feed(60.0, cuff(124, 78))
    bench.stream(60.0, 3600.0, hr=72)
    bench.feed(3600.0, cuff(122, 76))
    said = report(bench)
    assert said.hours == 1.0
    assert said.physiological == said.technical == Counter()
    assert (said.artefact_share, said.median_acknowledge_s) == (None, None)
    assert said.per_hour(H) == 0.0
    assert said.breach_s == {VitalSign.HR: 0.0, VitalSign.SBP: 0.0, VitalSign.DBP: 0.0}


def test_an_alarm_counts_once_under_the_worst_that_it_became() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(184, 90))
    bench.feed(360.0, cuff(186, 90))
    bench.wait(3600.0)
    bench.feed(3600.0, cuff(180, 90))
    said = report(bench)
    assert said.physiological == Counter({H: 1})
    assert (said.confirmed, said.withdrawn, said.undecided) == (1, 0, 0)
    assert said.per_hour(H) == 1.0


def test_what_a_repeat_contradicts_is_withdrawn_and_an_artefact() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(184, 90))
    bench.feed(360.0, cuff(132, 80))
    said = report(bench)
    assert (said.confirmed, said.withdrawn, said.cards_withdrawn) == (0, 1, 0)
    assert said.artefact_share == 1.0


def test_a_silent_card_that_was_taken_back_is_no_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    bench.feed(360.0, cuff(132, 80))
    said = report(bench)
    assert said.physiological == Counter()
    assert (said.withdrawn, said.cards_withdrawn, said.artefact_share) == (0, 1, None)


def test_silence_confirms_in_time_and_a_record_that_ends_before_leaves_it_open() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(184, 90))
    bench.wait(330.0)
    bench.feed(330.0, StopInfusion("AK"))
    assert (report(bench).confirmed, report(bench).undecided) == (0, 1)
    bench.wait(421.0)
    bench.feed(421.0, EndSession("AK"))
    assert (report(bench).confirmed, report(bench).undecided) == (1, 0)


def test_a_card_that_became_an_alarm_was_confirmed_by_that() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(165, 90))
    bench.feed(360.0, cuff(166, 90))
    said = report(bench)
    assert (said.confirmed, said.undecided) == (1, 0)
    assert said.physiological == Counter({M: 1})


def test_the_answer_artefact_counts_whatever_the_sign() -> None:
    bench = Bench()
    bench.stream(10.0, 40.0, hr=48)
    bench.feed(40.0, answer("hr/low", Action.ARTEFACT))
    bench.stream(41.0, 60.0, hr=72)
    bench.stream(60.0, 90.0, spo2=90)
    assert report(bench).artefacts == 1
    assert report(bench).artefact_share == 0.5


def test_the_time_to_acknowledge_is_from_the_first_sound_to_the_first_answer() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(184, 90))
    bench.feed(312.0, answer("bp/high"))
    bench.feed(360.0, cuff(190, 90))
    bench.feed(400.0, answer("bp/high"))
    assert report(bench).acknowledge_s == (12.0,)
    assert report(bench).median_acknowledge_s == 12.0


def test_each_answer_bears_the_priority_that_its_alarm_had() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(205, 90))
    bench.feed(312.0, answer("bp/high"))
    assert answers_of(entries_of(bench)) == ((H, 12.0),)
    assert report(bench).acknowledge_s == (12.0,)


def test_a_message_that_was_left_over_is_answered_too_late_to_count() -> None:
    bench = Bench()
    bench.stream(10.0, 40.0, hr=48)
    bench.stream(40.0, 60.0, hr=72)
    bench.feed(90.0, answer("hr/low"))
    assert report(bench).physiological == Counter({M: 1})
    assert report(bench).acknowledge_s == ()


def test_technical_conditions_are_counted_apart_and_silent_ones_not_at_all() -> None:
    bench = Bench(technical=True)
    bench.feed(10.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE))
    bench.feed(20.0, PartFailed(ProgramPart.STORE, "the disk is full"))
    bench.feed(30.0, PartFailed(ProgramPart.AWAKE, "no way to stay awake"))
    said = report(bench)
    assert said.physiological == Counter()
    assert said.technical == Counter({L: 1, M: 1})


def test_the_time_in_which_the_program_was_away_is_not_watched() -> None:
    bench = Bench()
    bench.feed(600.0, Resumed(100.0))
    bench.feed(1000.0, cuff(122, 76))
    assert report(bench).watched_s == 500.0


def test_a_session_that_was_signed_ends_there_and_others_with_their_last_entry() -> None:
    bench = Bench()
    bench.feed(600.0, cuff(122, 76))
    assert report(bench).watched_s == 600.0
    bench.feed(700.0, StopInfusion("AK"))
    bench.feed(800.0, EndSession("AK"))
    bench.feed(5000.0, cuff(122, 76))
    assert report(bench).watched_s == 800.0


def test_nothing_at_all_is_a_report_too() -> None:
    said = report_of([])
    assert said == AlarmReport()
    assert said.per_hour(H) is None
    assert together([]) == AlarmReport()


def test_several_sessions_together_are_their_sums_and_the_median_of_all_answers() -> None:
    one = AlarmReport(3600.0, Counter({H: 1}), confirmed=1, acknowledge_s=(10.0,))
    two = AlarmReport(
        1800.0, Counter({H: 1, M: 2}), withdrawn=1, artefacts=1, acknowledge_s=(20.0, 90.0),
        breach_s={VitalSign.HR: 5.0}, breach_left_out=("rpp-high",),
    )  # fmt: skip
    both = together([one, two])
    assert both.hours == 1.5
    assert both.per_hour(H) == pytest.approx(2 / 1.5)
    assert both.artefact_share == 0.25
    assert both.median_acknowledge_s == 20.0
    assert both.breach_s == {VitalSign.HR: 5.0}
    assert together([one, two, two]).breach_left_out == ("rpp-high",)


def test_rows_that_belong_to_no_one_sign_are_named_as_not_counted() -> None:
    bench = Bench(profile=PROFILES["adult-iv"].switch_on(["rpp-high", "map-high"]))
    bench.feed(10.0, cuff(150, 90))
    said = report(bench)
    assert said.breach_left_out == ("rpp-high",)
    assert VitalSign.MAP in said.breach_s


@given(
    st.lists(
        st.tuples(
            st.integers(1, 200),
            st.sampled_from(["cuff", "answer", "artefact", "fail"]),
            st.integers(80, 215),
        ),
        max_size=30,
    )
)
def test_every_alarm_of_the_cuff_is_one_of_three_and_no_share_is_above_one(
    course: list[tuple[int, str, int]],
) -> None:
    bench, now = Bench(), 0.0
    for step, kind, value in course:
        now += step
        for key in ("bp/high", "bp/low"):
            if kind == "answer":
                bench.feed(now, answer(key))
            elif kind == "artefact":
                bench.feed(now, answer(key, Action.ARTEFACT))
        if kind == "cuff":
            bench.feed(now, cuff(value, value / 2))
        elif kind == "fail":
            bench.feed(now, CuffFailed(CuffFailure.MOVEMENT, SOURCE))
    said = report(bench)
    assert said.confirmed + said.withdrawn + said.undecided == said.physiological.total()
    assert said.artefact_share is None or 0.0 <= said.artefact_share <= 1.0
    assert len(said.acknowledge_s) <= said.physiological.total()
    answers = tuple(after_s for _priority, after_s in answers_of(entries_of(bench)))
    assert answers == said.acknowledge_s
    assert together([said, said]).physiological.total() == 2 * said.physiological.total()
