"""Burden, return and answers as tiles."""

from __future__ import annotations

from collections import Counter

from monitor.burden import Burden
from monitor.outcomes import Priority
from monitor.vitals import Quality
from ui.review.burden_numbers import burden_numbers, left_out_text
from ui.review.burdens import Active, Answers, Burdens, LeftOut, Returned

NO_ALARM = dict.fromkeys(Priority, 0)
FULL = Burdens(
    over=((140.0, Burden(330.2, 1620.0, 900.0)), (160.0, Burden(29.0, 360.0, 360.0)),
          (180.0, Burden(0.0, 0.0, 0.0))),
    active=Active(360.0, 29.4, 1.2),
    returned=Returned(4200.0, 2400.0),
    answers={Priority.HIGH: Answers(12.0, 40.0, 3)},
    left_out=LeftOut(),
)  # fmt: skip
NOTHING = Burdens(
    tuple((limit, None) for limit in (140.0, 160.0, 180.0)), None, None, {}, LeftOut()
)


def test_the_tiles_say_time_area_and_longest_stretch() -> None:
    told = {one.name: (one.value, one.rest) for one in burden_numbers(FULL, NO_ALARM)}
    assert told["SBP above 140"] == ("27 min", "330 mmHg·min · longest 15 min")
    assert told["SBP above 160"] == ("6 min", "29 mmHg·min")
    assert told["SBP above 180"] == ("0 s", "")
    assert told["Above the limits"] == ("6 min", "29 · 1 mmHg·min")
    assert told["Back at baseline"] == ("40 min", "after the peak of SBP")
    assert told["Answered, high"] == ("12 s", "worst 40 s · of 3")


def test_the_return_leads_the_curve_to_its_moment() -> None:
    (back,) = (one for one in burden_numbers(FULL, NO_ALARM) if one.name == "Back at baseline")
    assert back.at_s == 4200.0


def test_what_is_not_known_is_a_dash_and_never_a_zero() -> None:
    assert {one.value for one in burden_numbers(NOTHING, NO_ALARM)} == {"–"}
    assert all(one.meaning for one in burden_numbers(NOTHING, NO_ALARM))


def test_no_alarm_is_not_the_same_as_no_answer() -> None:
    alarms = {**NO_ALARM, Priority.HIGH: 2}
    told = {one.name: one.rest for one in burden_numbers(NOTHING, alarms)}
    assert told["Answered, high"] == "none answered"
    assert told["Answered, medium"] == "no alarm"


def test_a_return_that_was_not_seen_says_so() -> None:
    def rest(found: Returned) -> str:
        known = Burdens(NOTHING.over, None, found, {}, LeftOut())
        return burden_numbers(known, NO_ALARM)[4].rest

    assert rest(Returned(None, None)) == "not seen"
    assert rest(Returned(None, None, never_left=True)) == "peak within it"


def test_what_was_left_out_is_one_sentence() -> None:
    found = LeftOut(
        Counter({Quality.ARTEFACT: 2, Quality.UNCONFIRMED: 1, Quality.BEFORE_SESSION: 3}), 42
    )
    assert left_out_text(found) == (
        "Not in the numbers: 2 artefact, 1 unconfirmed, 3 before the session, "
        "42 s of heart rate or SpO₂ with a poor signal"
    )
    assert left_out_text(LeftOut()) == ""
