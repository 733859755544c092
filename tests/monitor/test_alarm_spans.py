from __future__ import annotations

from collections import Counter

from helpers import share_of_examples
from hypothesis import given

from monitor.alarm_report import report_of
from monitor.alarm_spans import alarm_spans
from monitor.commands import Acknowledge, EndSession, StopInfusion
from monitor.outcomes import Priority
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import STEPS, Recorder, Steps, played


def test_an_alarm_that_grows_worse_is_one_with_two_rungs() -> None:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95))
    made.at(600.0, cuff(186, 100)).at(690.0, cuff(187, 100)).at(900.0, cuff(140, 84)).at(950.0)
    (alarm,) = alarm_spans(made.entries)
    assert [rung.priority for rung in alarm.rungs] == [Priority.MEDIUM, Priority.HIGH]
    assert alarm.worst.alarm == "sbp-very-high"
    assert alarm.began_s == 400.0
    assert alarm.ended_s == 900.0
    assert not alarm.technical


def test_what_still_holds_at_the_end_of_the_record_has_no_end() -> None:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95)).at(500.0)
    (alarm,) = alarm_spans(made.entries)
    assert alarm.ended_s is None
    assert alarm.until_s(500.0) == 500.0


def test_a_signature_ends_what_still_holds() -> None:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95))
    made.at(500.0, StopInfusion("N"), EndSession("N", "goes home early"))
    assert [alarm.ended_s for alarm in alarm_spans(made.entries)] == [500.0]


def test_an_answer_does_not_end_an_alarm() -> None:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95))
    made.at(420.0, Acknowledge("bp/high", "N")).at(600.0, cuff(130, 80)).at(700.0)
    assert [alarm.ended_s for alarm in alarm_spans(made.entries)] == [600.0]


@share_of_examples(0.3)
@given(STEPS)
def test_they_are_counted_as_the_alarm_report_counts_them(steps: Steps) -> None:
    entries = played(steps, technical=True)
    report, alarms = report_of(entries), alarm_spans(entries)
    for technical, counted in ((False, report.physiological), (True, report.technical)):
        found = [alarm.worst.priority for alarm in alarms if alarm.technical is technical]
        assert Counter(found) == counted


@share_of_examples(0.3)
@given(STEPS)
def test_two_alarms_of_one_key_are_never_on_together(steps: Steps) -> None:
    last: dict[str, float] = {}
    for alarm in alarm_spans(played(steps)):
        assert alarm.began_s >= last.get(alarm.key, 0.0)
        last[alarm.key] = alarm.until_s(float("inf"))
