from __future__ import annotations

from monitor.alarm_spans import AlarmSpan, Rung
from monitor.commands import Acknowledge, ChangeLimit
from monitor.limits import PROFILES
from monitor.outcomes import Priority
from monitor.side_by_side import Pair
from monitor.vitals import VitalSign
from monitor.what_if import AS_IT_WAS, Limits, what_if
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import Recorder
from ui.chair.spans import minutes_text
from ui.review.what_if_text import (
    alarm_name,
    caution_lines,
    cell,
    change_text,
    count_line,
    outcome_lines,
    pair_sentence,
)
from ui.words import say

END_S = 3600.0


def span(
    began_s: float, ended_s: float | None = 900.0, priority: Priority = Priority.MEDIUM
) -> AlarmSpan:
    rung = Rung(began_s, "sbp-high", VitalSign.SBP, priority, 168.4, 160.0)
    return AlarmSpan("bp/high", (rung,), ended_s)


def raised() -> Recorder:
    made = Recorder().treating(rested=False).at(300.0, cuff(168, 96)).at(390.0, cuff(168, 96))
    return made.at(700.0, cuff(130, 80)).at(3600.0, cuff(130, 80))


def test_an_alarm_in_a_cell_says_what_when_and_how_long() -> None:
    made = cell(span(300.0), END_S, minutes_text)
    assert made.title == "SBP high · 168"
    assert made.when == "5:00, 10 min"


def test_one_that_still_held_says_so() -> None:
    assert cell(span(300.0, None), END_S, minutes_text).when == "5:00, until the end"


def test_an_empty_cell_is_a_dash() -> None:
    assert cell(None, END_S, minutes_text).title == "–"


def test_a_condition_of_the_equipment_has_its_own_name() -> None:
    rung = Rung(1.0, "link-lost", None, Priority.MEDIUM, None, None)
    assert alarm_name(rung) == "No data from the monitor"


def test_how_both_sides_differ_is_said_in_words() -> None:
    was = span(300.0)
    told = [
        change_text(Pair(was, then), END_S)
        for then in (
            span(300.0),
            None,
            span(240.0),
            span(330.0, priority=Priority.LOW),
            span(300.0, 1000.0),
            span(300.0, 840.0),
            span(300.0, priority=Priority.HIGH),
        )
    ]
    assert told == [
        "the same",
        "not at all",
        "1:00 earlier",
        "0:30 later, lower priority",
        "1:40 longer",
        "1:00 shorter",
        "higher priority",
    ]
    assert change_text(Pair(None, was), END_S) == "new"


def test_the_figures_are_those_of_the_alarm_report() -> None:
    found = what_if(raised().entries, Limits(single={"sbp-high": 175.0}))
    assert count_line(found.was.report) == ("0", "1", "0", "0", "1.0")
    assert count_line(found.then.report) == ("0", "0", "0", "0", "0.0")


def test_the_first_difference_and_the_counts_are_said() -> None:
    found = what_if(raised().entries, Limits(single={"sbp-high": 175.0}))
    first, counts = outcome_lines(found, lambda at_s: f"{at_s:.0f}")
    assert first == say("what-if-first", "390", "6:30")
    assert counts == "1 not at all"


def test_without_a_difference_that_is_all() -> None:
    found = what_if(raised().entries, AS_IT_WAS)
    assert outcome_lines(found, minutes_text) == (say("what-if-no-difference"),)


def test_what_was_left_out_is_counted() -> None:
    made = Recorder().treating(rested=False).at(300.0, cuff(168, 96)).at(390.0, cuff(168, 96))
    made.at(400.0, Acknowledge("bp/high", "N"), ChangeLimit("hr-high", 120.0, "N"))
    made.at(410.0, ChangeLimit("sbp-high", 165.0, "N"))
    found = what_if(made.entries, Limits(single={"sbp-high": 175.0}))
    assert caution_lines(found)[:2] == (say("what-if-dropped-one"), say("what-if-overruled-one"))
    found = what_if(made.entries, Limits(PROFILES["elderly-iv"]))
    assert say("what-if-overruled", 2) in caution_lines(found)
    assert caution_lines(found)[-1] == say("what-if-cuffs")


def test_a_screen_reader_hears_both_sides() -> None:
    told = pair_sentence(Pair(span(300.0), None), END_S, minutes_text)
    assert "As it was: SBP high · 168 5:00, 10 min" in told
    assert told.endswith("not at all")
