"""What people did with the criteria of leaving: ticked, let go, signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.treatment.checklist import Checklist, end_refused
from monitor.treatment.commands import OverrideCriterion, TickCriterion
from monitor.treatment.leaving import Line

MET, UNMET, UNKNOWN = Line("time", True), Line("bp", False), Line("hr", None)
ESCORT, DATE = Line("escort", None, by_hand=True), Line("next-date", None, by_hand=True)
ALARM = Line("alarms", False, about=frozenset({"bp/high"}))
LINES = (MET, UNMET, UNKNOWN, ESCORT, DATE, ALARM)


def why(refused: object) -> str | None:
    return None if refused is None else refused.reason  # type: ignore[attr-defined]


def shown(checklist: Checklist, name: str, lines: tuple[Line, ...] = LINES) -> object:
    return next(one for one in checklist.shown(lines) if one.id == name)


def test_a_tick_can_be_taken_back() -> None:
    checklist = Checklist()
    for met in (True, False):
        assert checklist.tick(TickCriterion("escort", met, "Nurse 1", " sister "), LINES) is None
        assert shown(checklist, "escort").met is met
    assert shown(checklist, "escort").text == "sister"


def test_a_tick_is_of_what_was_seen_then() -> None:
    checklist = Checklist()
    checklist.tick(TickCriterion("escort", True, "Nurse 1"), LINES)
    said_since = replace(ESCORT, about=frozenset({"none"}))
    assert shown(checklist, "escort", (said_since,)).met is None
    checklist.tick(TickCriterion("escort", True, "Nurse 1"), (said_since,))
    assert shown(checklist, "escort", (said_since,)).met is True
    assert shown(checklist, "escort").met is True, "it was taken back again"


def test_what_the_record_shows_is_not_ticked() -> None:
    checklist = Checklist()
    assert why(checklist.tick(TickCriterion("bp", True, "Nurse 1"), LINES)) == "criterion-computed"
    assert (
        why(checklist.tick(TickCriterion("gait", True, "Nurse 1"), LINES)) == "criterion-unknown"
    )
    assert not shown(checklist, "bp").done


def test_a_date_goes_with_its_tick() -> None:
    checklist = Checklist()
    empty = TickCriterion("next-date", True, "Nurse 1", " ")
    assert why(checklist.tick(empty, LINES)) == "tick-wants-text-next-date"
    assert checklist.tick(replace(empty, text="in a week"), LINES) is None
    assert checklist.tick(TickCriterion("next-date", False, "Nurse 1"), LINES) is None


@pytest.mark.parametrize("name", ["bp", "hr", "escort"])
def test_a_line_is_let_go_with_a_reason(name: str) -> None:
    checklist = Checklist()
    bare = OverrideCriterion(name, "  ", "Nurse 1")
    assert why(checklist.override(bare, LINES)) == "override-wants-reason"
    assert checklist.override(replace(bare, reason="discussed"), LINES) is None
    line = shown(checklist, name)
    assert (line.done, line.override, line.override_by) == (True, "discussed", "Nurse 1")
    assert line.met is not True


def test_what_is_met_or_unknown_is_not_let_go() -> None:
    checklist = Checklist()
    met = OverrideCriterion("time", "discussed", "Nurse 1")
    assert why(checklist.override(met, LINES)) == "criterion-met"
    assert why(checklist.override(replace(met, criterion="x"), LINES)) == "criterion-unknown"
    checklist.tick(TickCriterion("escort", True, "Nurse 1"), LINES)
    assert why(checklist.override(replace(met, criterion="escort"), LINES)) == "criterion-met"


def test_an_alarm_that_came_later_was_not_let_go() -> None:
    checklist = Checklist()
    checklist.override(OverrideCriterion("alarms", "provider is here", "Nurse 1"), LINES)
    assert shown(checklist, "alarms").done
    another = (replace(ALARM, about=frozenset({"bp/high", "hr/high"})),)
    assert not shown(checklist, "alarms", another).done
    fewer = (replace(ALARM, about=frozenset[str]()),)
    assert shown(checklist, "alarms", fewer).done


def test_a_refusal_names_the_first_two_and_counts_the_rest() -> None:
    checklist = Checklist()
    refused = end_refused(checklist.shown(LINES))
    assert refused is not None
    assert refused.reason == "end-unmet-more"
    assert refused.arguments == ("criterion-bp", "criterion-hr", "3")
    two, one = LINES[:3], LINES[:2]
    assert why(end_refused(checklist.shown(two))) == "end-unmet-2"
    assert why(end_refused(checklist.shown(one))) == "end-unmet-1"
    assert end_refused(checklist.shown((MET,))) is None


def test_who_signs_with_a_reason_lets_everything_go_that_is_left() -> None:
    checklist = Checklist()
    checklist.override(OverrideCriterion("bp", "white coat", "Nurse 1", "Nurse 3"), LINES)
    signed = checklist.sign(LINES, "Nurse 2", "against advice", "Provider 1")
    assert all(one.done for one in signed)
    said = {one.id: (one.override, one.override_by) for one in signed}
    assert said["bp"] == ("white coat", "Nurse 1")
    assert said["hr"] == ("against advice", "Nurse 2")
    assert said["time"] == ("", "")
    seconds = {one.id: one.override_second for one in signed}
    assert (seconds["bp"], seconds["hr"], seconds["time"]) == ("Nurse 3", "Provider 1", "")
    assert checklist.signed == signed
