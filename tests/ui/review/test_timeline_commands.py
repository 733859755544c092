"""Everything that a person can say is found again in the list of events."""

from __future__ import annotations

from typing import get_args

import pytest

from monitor.commands import (
    Acknowledge,
    BeginDischarge,
    ChangeLimit,
    Command,
    EndSession,
    SetBaseline,
    StartCuff,
)
from monitor.treatment.commands import GiveDose, MeasureBaseline, TreatmentCommand
from monitor.treatment.retold import GivenRetold
from tests.ui.past_examples import NURSE, Recorded
from ui.review.course_lines import TOLD_BY_THE_PHASE
from ui.review.line import Book, claims_of
from ui.review.timeline import families

TOLD_BY_WHAT_FOLLOWS = {
    Acknowledge: "the line of its alarm",
    ChangeLimit: "LimitChanged",
    SetBaseline: "BaselineAccepted",
    StartCuff: "CuffAsked",
    **dict.fromkeys(TOLD_BY_THE_PHASE, "PhaseChanged"),
}
"""Commands without a line of their own: what they lead to is one."""


def handled() -> set[type]:
    book = Book(str, claims_of(()))
    return {kind for family in families(book, GivenRetold()) for kind in family.handlers()}


@pytest.mark.parametrize("command", sorted(get_args(Command), key=lambda kind: kind.__name__))
def test_every_command_has_a_line_or_leads_to_one(command: type) -> None:
    assert command in handled() | TOLD_BY_WHAT_FOLLOWS.keys()


def test_the_commands_of_a_treatment_are_among_them() -> None:
    assert set(get_args(TreatmentCommand)) <= set(get_args(Command))


def test_none_is_named_as_told_elsewhere_for_nothing() -> None:
    assert TOLD_BY_WHAT_FOLLOWS.keys() <= set(get_args(Command))
    assert set(TOLD_BY_THE_PHASE) >= {BeginDischarge, EndSession, MeasureBaseline, GiveDose}


def test_a_refused_command_is_no_line() -> None:
    record = Recorded()
    before = record.told()
    record.say(10.0, GiveDose(28.0, NURSE), BeginDischarge(NURSE), StartCuff("device:none", NURSE))
    assert len(record.refusals()) == 3
    assert record.told() == before
