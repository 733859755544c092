"""One alarm by itself: its worst row, its reasons, what can take it back, how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from monitor import alarm_table, optional_rows
from monitor.alarm_slot import (
    CARD_KEY,
    REMIND_AFTER_S,
    REMIND_DOUBTED_AFTER_S,
    SILENT_IDS,
    Claim,
    Slot,
    reminds_after_s,
)
from monitor.alarm_state import AlarmState
from monitor.outcomes import AlarmPhase, Priority
from monitor.rules import Compare, Row
from monitor.vitals import VitalSign

HIGH = Row("high", "x/high", VitalSign.SBP, Compare.AT_LEAST, Priority.MEDIUM, 1)
OTHER = replace(HIGH, id="other", sign=VitalSign.DBP, rank=0)
EXTREME = replace(HIGH, id="extreme", priority=Priority.HIGH, rank=2, latching=True)


@dataclass
class Fixed:
    """A watch that is as the test says."""

    row: Row
    holds: bool = False
    pending: bool = False
    provisional: bool = False
    value: float | None = 165.0
    limit: float | None = 160.0
    asked_by: float | None = None

    @property
    def rests(self) -> bool:
        return not self.holds and not self.pending

    def due_at(self) -> float | None:
        return self.asked_by

    def pass_time(self, now: float) -> None:
        """It stays as it is."""

    def drop(self) -> None:
        self.holds = self.pending = False


def slot_of(*watches: Fixed, state: AlarmState = AlarmState.SOUNDING) -> Slot:
    slot = Slot("x/high", list(watches), state)
    first = (slot.holding() or slot.pending() or list(watches))[0]
    slot.said = Claim.of(first)
    return slot


def test_the_worst_row_stands_first_by_priority_and_then_by_rank() -> None:
    slot = slot_of(Fixed(OTHER, holds=True), Fixed(EXTREME, holds=True), Fixed(HIGH, holds=True))
    assert [watch.row.id for watch in slot.holding()] == ["extreme", "high", "other"]
    assert slot.reasons(Claim(EXTREME, 206.0, 200.0)) == ("extreme", "high", "other")


def test_a_reason_is_named_once_and_an_alarm_without_one_names_itself() -> None:
    twin = replace(HIGH, priority=Priority.HIGH)
    slot = slot_of(Fixed(HIGH, holds=True), Fixed(twin, holds=True))
    assert slot.reasons(Claim(twin, 185.0, 180.0)) == ("high",)
    over = slot_of(Fixed(HIGH), state=AlarmState.LATCHED)
    assert over.reasons(Claim(EXTREME, 206.0, 200.0)) == ("extreme",)


def test_it_rests_only_when_time_alone_can_make_no_alarm_of_it() -> None:
    assert slot_of(Fixed(HIGH), state=AlarmState.QUIET).rests
    assert not slot_of(Fixed(HIGH, pending=True), state=AlarmState.QUIET).rests
    assert not slot_of(Fixed(HIGH), state=AlarmState.LATCHED).rests


@pytest.mark.parametrize(
    ("provisional", "extreme", "sure", "state", "expected"),
    [
        (False, False, False, AlarmState.SOUNDING, (True, True)),
        (True, False, False, AlarmState.SOUNDING, (True, False)),
        (True, True, True, AlarmState.SOUNDING, (True, True)),
        (True, True, True, AlarmState.ACKNOWLEDGED, (True, False)),
    ],
)
def test_an_extreme_is_sure_unless_it_rests_on_one_reading(
    provisional: bool, extreme: bool, sure: bool, state: AlarmState, expected: tuple[bool, bool]
) -> None:
    slot = slot_of(Fixed(EXTREME, holds=True, provisional=provisional), state=state)
    slot.extreme, slot.sure = extreme, sure
    slot.weigh(slot.holding())
    assert (slot.extreme, slot.sure) == expected


@pytest.mark.parametrize(
    ("state", "kept"), [(AlarmState.SOUNDING, True), (AlarmState.ACKNOWLEDGED, False)]
)
def test_an_extreme_that_fell_stays_one_until_it_is_acknowledged(
    state: AlarmState, kept: bool
) -> None:
    slot = slot_of(Fixed(EXTREME), Fixed(HIGH, holds=True), state=state)
    slot.extreme = True
    slot.weigh(slot.holding())
    assert (slot.extreme, slot.sure) == (kept, kept)


def test_a_card_alone_is_the_alarm_and_beside_a_message_it_is_a_card() -> None:
    asked = Fixed(HIGH, pending=True, asked_by=660.0)
    alone = slot_of(asked, state=AlarmState.PENDING)
    alone.card, alone.asked_at = Claim.of(asked), 300.0
    [view] = alone.views(400.0)
    assert (view.key, view.state, view.repeat_by_s, view.since_s, view.waits) == (
        "x/high",
        "pending",
        660.0,
        300.0,
        False,
    )
    for state, word in ((AlarmState.WITHDRAWN, "withdrawn"), (AlarmState.INSISTING, "sounding")):
        beside = slot_of(asked, state=state)
        beside.said, beside.note = Claim(EXTREME, 206.0, 200.0), "206/124 142/88"
        beside.card, beside.asked_at = Claim.of(asked), 300.0
        message, card = beside.views(400.0)
        assert (message.key, message.state, message.alarm) == ("x/high", word, "extreme")
        assert (message.text, message.repeat_by_s, message.waits) == ("206/124 142/88", None, True)
        assert (card.key, card.state, card.reasons) == (f"x/high{CARD_KEY}", "pending", ("high",))
        assert (card.text, card.repeat_by_s, card.waits) == ("", 660.0, False)


def test_while_something_holds_a_card_is_not_shown() -> None:
    slot = slot_of(Fixed(HIGH, holds=True), Fixed(OTHER, pending=True, asked_by=660.0))
    slot.card = Claim(OTHER, 102.0, 100.0)
    [view] = slot.views(400.0)
    assert (view.alarm, view.state, view.reasons) == ("high", "sounding", ("high",))


def test_what_is_quiet_is_not_to_be_seen() -> None:
    assert Slot("x/high").views(0.0) == []
    assert slot_of(Fixed(HIGH), state=AlarmState.QUIET).views(0.0) == []


def test_the_next_repeat_is_the_one_that_is_due_first() -> None:
    slot = slot_of(Fixed(HIGH, pending=True, asked_by=660.0), Fixed(OTHER, asked_by=420.0))
    assert slot.repeat_by() == 420.0
    assert slot_of(Fixed(HIGH)).repeat_by() is None


def test_an_acknowledged_alarm_knows_when_it_speaks_again_and_a_doubted_one_sooner() -> None:
    slot = slot_of(Fixed(HIGH, holds=True), state=AlarmState.ACKNOWLEDGED)
    slot.acknowledged_at = 100.0
    assert slot.reminds_at() == 100.0 + REMIND_AFTER_S[Priority.MEDIUM] <= 100.0 + 300.0
    slot.doubted = True
    assert slot.reminds_at() == 100.0 + REMIND_DOUBTED_AFTER_S
    assert slot_of(Fixed(HIGH, holds=True)).reminds_at() is None


def test_the_values_that_hold_are_known_by_their_sign() -> None:
    slot = slot_of(
        Fixed(HIGH, holds=True, value=171.0),
        Fixed(EXTREME, value=171.0),
        Fixed(OTHER, holds=True, value=103.0),
    )
    assert slot.values() == {VitalSign.SBP: 171.0, VitalSign.DBP: 103.0}


def test_a_change_names_what_it_is_about_with_its_words() -> None:
    slot = slot_of(Fixed(HIGH, holds=True))
    change = slot.changed(AlarmPhase.SOUNDING, Claim(HIGH, 165.0, 160.0), "why")
    assert (change.key, change.alarm, change.sign, change.value, change.limit) == (
        "x/high",
        "high",
        VitalSign.SBP,
        165.0,
        160.0,
    )
    assert (change.priority, change.state, change.reasons, change.text) == (
        Priority.MEDIUM,
        AlarmPhase.SOUNDING,
        ("high",),
        "why",
    )


def test_a_message_about_what_is_over_shows_the_last_value_that_was_beyond_its_limit() -> None:
    """Not the one that only the hysteresis held there: 157 is not above 160."""
    row = replace(HIGH, deadband=3.0)
    slot = Slot("x/high", [], AlarmState.SOUNDING)
    slot.say(Claim(row, 168.0, 160.0), anew=True)
    slot.say(Claim(row, 163.0, 160.0))
    slot.say(Claim(row, 157.0, 160.0))
    [view] = slot.views(10.0)
    assert (view.value, view.limit) == (157.0, 160.0)
    for state in (AlarmState.LATCHED, AlarmState.INSISTING):
        slot.state = state
        [view] = slot.views(10.0)
        assert (view.value, view.limit, view.reasons) == (163.0, 160.0, ("high",))


def every_row() -> Iterator[Row]:
    """Those of both tables, however they are grouped there."""
    for named in (*vars(alarm_table).values(), *vars(optional_rows).values()):
        for one in named if isinstance(named, tuple) else (named,):
            if isinstance(one, Row):
                yield one


def test_what_makes_no_sound_reminds_of_nothing_and_everything_else_does() -> None:
    assert {row.id for row in every_row() if not row.audible} == SILENT_IDS
    for row in every_row():
        assert (reminds_after_s(row.id, row.priority) is None) is not row.audible
