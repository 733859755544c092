from monitor.entries import Anchor, AnchorReason
from tests.ui.page_sessions import OPENED_UTC_S, row
from ui.review.moments import clock_at, date_text, opened_text, whole_minutes

START = Anchor("a", 0.0, OPENED_UTC_S, 120, AnchorReason.START)


def test_a_session_is_told_in_the_time_of_its_own_place():
    assert (date_text(row()), opened_text(row())) == ("2026-09-21", "16:13")
    assert opened_text(row(offset_min=-330)) == "08:43"


def test_a_session_second_follows_the_last_anchor_before_it():
    resumed = Anchor("a", 600.0, OPENED_UTC_S + 4200.0, 60, AnchorReason.RESUME)
    anchors = (START, resumed)
    assert clock_at(0.0, anchors, row()) == "16:13"
    assert clock_at(599.0, anchors, row()) == "16:23"
    assert clock_at(600.0, anchors, row()) == "16:23"
    assert clock_at(1200.0, anchors, row()) == "16:33"
    assert clock_at(1200.0, (START,), row()) == "16:33"


def test_without_an_anchor_the_opening_is_the_anchor():
    assert clock_at(60.0, (), row()) == "16:14"


def test_minutes_are_whole_and_not_rounded_up():
    assert [whole_minutes(s) for s in (0, 59.9, 60, 1319)] == [0, 0, 1, 21]
