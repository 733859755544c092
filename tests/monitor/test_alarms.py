"""Rows x states x time, with rows made for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarms import AlarmEngine
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.rules import Compare, Row, Verdict
from monitor.vitals import VitalSign


def row(row_id: str, priority: Priority, rank: int, *, latching: bool = False) -> Row:
    return Row(row_id, "x/high", VitalSign.SBP, Compare.ABOVE, priority, rank, latching=latching)


FAR = row("far", Priority.LOW, 0)
HIGH = row("high", Priority.MEDIUM, 1)
EXTREME = row("extreme", Priority.HIGH, 2, latching=True)
OTHER = Row("other", "y/low", VitalSign.HR, Compare.BELOW, Priority.HIGH, 0)
MUTE = Row("awake-failed", "mute", None, None, Priority.LOW, 0, audible=False)
LINK = Row("link-lost", "link-lost", None, None, Priority.HIGH, 0)
BATTERY = Row("battery-low", "battery-low", None, None, Priority.LOW, 0)
LIMITS = {FAR: 10.0, HIGH: 20.0, EXTREME: 30.0}


class Panel:
    """An engine over the rows above, fed with one value for the first three."""

    def __init__(self) -> None:
        self.engine = AlarmEngine((FAR, HIGH, EXTREME, OTHER, MUTE, LINK, BATTERY))
        self.changes: list[AlarmChanged] = []

    def value(self, value: float, now: float) -> list[str]:
        for one, limit in LIMITS.items():
            verdict = Verdict.BREACH if value > limit else Verdict.WITHIN
            self.engine.watch_of(one).feed(verdict, now, value, limit)
        return self.settle(now)

    def condition(self, one: Row, now: float, *, true: bool) -> list[str]:
        self.engine.watch_of(one).feed(Verdict.BREACH if true else Verdict.WITHIN, now)
        return self.settle(now)

    def settle(self, now: float) -> list[str]:
        return self.words(self.engine.settle(now))

    def acknowledge(self, now: float, key: str = "x/high") -> list[str]:
        changes = self.engine.acknowledge(key, now)
        return ["refused"] if changes is None else self.words(changes) + self.settle(now)

    def words(self, changes: list[AlarmChanged]) -> list[str]:
        self.changes += changes
        return [f"{change.alarm} {change.state}" for change in changes]


def test_the_worst_row_speaks_for_all_and_names_them() -> None:
    panel = Panel()
    assert panel.value(25.0, 0.0) == ["high sounding"]
    [change] = panel.changes
    assert (change.value, change.limit, change.reasons) == (25.0, 20.0, ("high", "far"))


def test_it_is_said_once_however_often_it_is_fed() -> None:
    panel = Panel()
    assert [panel.value(25.0, float(at)) for at in range(5)][1:] == [[]] * 4


def test_a_worse_row_escalates_and_a_lesser_one_says_nothing() -> None:
    panel = Panel()
    panel.value(15.0, 0.0)
    assert panel.value(25.0, 1.0) == ["high escalated"]
    assert panel.value(15.0, 2.0) == []
    assert panel.engine.views(2.0)[0].alarm == "far"
    assert panel.value(5.0, 3.0) == ["far latched"]


def test_an_acknowledged_alarm_that_gets_worse_speaks_again() -> None:
    panel = Panel()
    panel.value(15.0, 0.0)
    assert panel.acknowledge(1.0) == ["far acknowledged"]
    assert panel.engine.audible() is None
    assert panel.value(25.0, 2.0) == ["high escalated"]
    assert panel.engine.audible() is Priority.MEDIUM


def test_an_acknowledged_alarm_is_cleared_when_it_is_over_and_comes_back_as_a_new_one() -> None:
    panel = Panel()
    panel.value(15.0, 0.0)
    panel.acknowledge(1.0)
    assert panel.value(5.0, 2.0) == ["far cleared"]
    assert panel.engine.views(2.0) == ()
    assert panel.value(15.0, 3.0) == ["far sounding"]


def test_a_latched_message_that_comes_true_again_is_a_new_onset() -> None:
    panel = Panel()
    panel.value(15.0, 0.0)
    panel.value(5.0, 1.0)
    assert panel.value(15.0, 2.0) == ["far sounding"]
    assert panel.engine.views(2.0)[0].since_s == 2.0


def test_an_extreme_that_is_over_goes_on_sounding_until_it_is_acknowledged() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    assert panel.value(5.0, 1.0) == []
    assert panel.engine.audible() is Priority.HIGH
    assert panel.acknowledge(2.0) == ["extreme acknowledged", "extreme cleared"]
    assert panel.engine.audible() is None


def test_an_extreme_that_comes_back_before_it_was_acknowledged_is_said_again() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    panel.value(5.0, 1.0)
    assert panel.value(36.0, 2.0) == ["extreme sounding"]
    assert panel.acknowledge(3.0) == ["extreme acknowledged"], "it holds: not cleared, not twice"
    assert panel.engine.audible() is None
    assert panel.value(5.0, 4.0) == ["extreme cleared"]


def test_a_lesser_tier_does_not_soften_an_extreme_that_nobody_acknowledged() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    panel.value(5.0, 1.0)
    assert panel.value(25.0, 2.0) == []
    [view] = panel.engine.views(2.0)
    assert (view.alarm, view.value, panel.engine.audible()) == ("extreme", 35.0, Priority.HIGH)
    assert panel.acknowledge(3.0) == ["extreme acknowledged"]
    assert panel.engine.views(3.0)[0].alarm == "high"
    assert panel.value(5.0, 4.0) == ["high cleared"]


def test_while_an_extreme_stands_a_lesser_value_changes_nothing_that_is_shown() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    assert panel.value(25.0, 1.0) == []
    [view] = panel.engine.views(1.0)
    assert (view.alarm, view.value, view.reasons) == ("extreme", 35.0, ("high", "far"))


@pytest.mark.parametrize(("value", "after_s"), [(15.0, 300.0), (25.0, 300.0), (35.0, 180.0)])
def test_an_acknowledged_alarm_that_holds_reminds_at_its_instant(
    value: float, after_s: float
) -> None:
    panel = Panel()
    panel.value(value, 0.0)
    panel.acknowledge(10.0)
    assert panel.engine.wake_at() == 10.0 + after_s
    assert panel.engine.views(20.0)[0].reminds_in_s == after_s - 10.0
    assert panel.settle(10.0 + after_s - 0.001) == []
    [word] = panel.settle(10.0 + after_s)
    assert word.endswith("reminded")
    assert panel.engine.wake_at() is None
    assert panel.engine.views(999.0)[0].reminds_in_s is None


def test_a_low_alarm_about_a_device_speaks_again_after_ten_minutes() -> None:
    panel = Panel()
    panel.condition(BATTERY, 0.0, true=True)
    panel.acknowledge(1.0, "battery-low")
    assert panel.settle(600.9) == []
    assert panel.settle(601.0) == ["battery-low reminded"]
    panel.acknowledge(610.0, "battery-low")
    panel.condition(BATTERY, 700.0, true=False)
    assert panel.settle(10_000.0) == []


def test_nobody_is_reminded_of_what_makes_no_sound() -> None:
    panel = Panel()
    panel.condition(MUTE, 0.0, true=True)
    panel.acknowledge(1.0, "mute")
    assert panel.engine.wake_at() is None
    assert panel.settle(10_000.0) == []


def test_a_reminder_of_an_extreme_must_be_acknowledged_again() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    panel.acknowledge(0.0)
    panel.settle(180.0)
    panel.value(5.0, 181.0)
    assert panel.engine.audible() is Priority.HIGH


def test_what_is_not_open_can_not_be_acknowledged() -> None:
    panel = Panel()
    assert panel.acknowledge(0.0) == ["refused"]
    assert panel.acknowledge(0.0, "no/such") == ["refused"]
    panel.value(15.0, 1.0)
    panel.acknowledge(2.0)
    assert panel.acknowledge(3.0) == ["refused"]


@pytest.mark.parametrize(
    ("answered", "fresh", "word"),
    [
        (28.0, 28.0, "high reminded"),
        (28.0, 29.5, "high reminded"),
        (28.0, 23.1, "high reminded"),
        (28.0, 23.0, ""),
        (29.0, 21.0, ""),
        (28.0, 33.0, ""),  # the worse tier speaks for itself, by `settle`
        (28.0, 4.0, ""),
    ],
)
def test_a_fresh_measurement_speaks_again_unless_it_is_clearly_better(
    answered: float, fresh: float, word: str
) -> None:
    panel = Panel()
    panel.value(answered, 0.0)
    panel.acknowledge(1.0)
    for one, limit in LIMITS.items():
        verdict = Verdict.BREACH if fresh > limit else Verdict.WITHIN
        panel.engine.watch_of(one).feed(verdict, 2.0, fresh, limit)
    changes = panel.engine.new_evidence("x/high", 2.0)
    assert panel.words(changes) == ([word] if word else [])
    assert [change.value for change in changes] == ([fresh] if word else [])


def test_better_counts_from_what_was_acknowledged_and_not_from_the_last_value() -> None:
    panel = Panel()
    panel.value(29.0, 0.0)
    panel.acknowledge(1.0)
    panel.value(24.0, 2.0)
    panel.engine.watch_of(HIGH).feed(Verdict.BREACH, 3.0, 22.0, 20.0)
    assert panel.engine.new_evidence("x/high", 3.0) == []
    panel.engine.watch_of(HIGH).feed(Verdict.BREACH, 4.0, 25.0, 20.0)
    assert panel.words(panel.engine.new_evidence("x/high", 4.0)) == ["high reminded"]


def test_before_anybody_acknowledged_there_is_nothing_new() -> None:
    panel = Panel()
    panel.value(25.0, 0.0)
    panel.value(26.0, 1.0)
    assert panel.engine.new_evidence("x/high", 1.0) == []


def test_the_loudest_sounds_and_what_is_acknowledged_latched_or_mute_does_not() -> None:
    panel = Panel()
    panel.condition(MUTE, 0.0, true=True)
    assert panel.engine.audible() is None
    panel.value(25.0, 1.0)
    panel.condition(OTHER, 1.0, true=True)
    assert panel.engine.audible() is Priority.HIGH
    panel.acknowledge(2.0, "y/low")
    assert panel.engine.audible() is Priority.MEDIUM
    panel.value(5.0, 3.0)
    assert panel.engine.audible() is None


def test_the_level_counts_what_is_wrong_with_the_patient_and_holds_now() -> None:
    panel = Panel()
    assert panel.engine.level() == 0
    panel.condition(LINK, 0.0, true=True)
    assert panel.engine.level() == 0, "a technical alarm is no level"
    panel.value(25.0, 1.0)
    assert panel.engine.level() == 2
    panel.acknowledge(2.0)
    assert panel.engine.level() == 2, "acknowledged is not over"
    panel.value(35.0, 3.0)
    assert panel.engine.level() == 3
    panel.value(5.0, 4.0)
    assert panel.engine.level() == 0, "it still sounds, but it does not hold"


def test_views_stand_in_the_order_of_need() -> None:
    panel = Panel()
    panel.condition(LINK, 0.0, true=True)
    panel.acknowledge(1.0, "link-lost")
    panel.value(25.0, 2.0)
    panel.condition(MUTE, 3.0, true=True)
    panel.condition(MUTE, 4.0, true=False)
    panel.condition(OTHER, 5.0, true=True)
    views = panel.engine.views(6.0)
    assert [view.alarm for view in views] == ["other", "high", "link-lost"]
    assert [view.state for view in views] == [
        AlarmPhase.SOUNDING,
        AlarmPhase.SOUNDING,
        AlarmPhase.ACKNOWLEDGED,
    ]
    assert [view.technical for view in views] == [False, False, True]


def test_what_never_made_a_sound_is_gone_when_it_is_over() -> None:
    panel = Panel()
    panel.condition(MUTE, 3.0, true=True)
    panel.condition(MUTE, 4.0, true=False)
    assert [change.state for change in panel.changes] == [
        AlarmPhase.SOUNDING,
        AlarmPhase.CLEARED,
    ]
    assert panel.engine.views(5.0) == ()


def test_of_two_equal_alarms_the_newer_stands_first() -> None:
    panel = Panel()
    panel.condition(OTHER, 1.0, true=True)
    panel.condition(LINK, 2.0, true=True)
    assert [view.alarm for view in panel.engine.views(3.0)] == ["link-lost", "other"]


def test_the_words_of_an_alarm_go_with_it() -> None:
    panel = Panel()
    panel.engine.say_why("link-lost", "ivy-450c")
    panel.condition(LINK, 0.0, true=True)
    assert panel.changes[0].text == panel.engine.views(0.0)[0].text == "ivy-450c"


def test_when_nothing_is_judged_any_more_every_alarm_is_over() -> None:
    panel = Panel()
    panel.value(25.0, 0.0)
    panel.condition(OTHER, 0.0, true=True)
    panel.acknowledge(1.0, "y/low")
    panel.engine.drop_all()
    assert panel.settle(2.0) == ["high latched", "other cleared"]
    assert panel.engine.wake_at() is None


STEPS = st.lists(
    st.tuples(
        st.sampled_from((0.0, 1.0, 60.0, 200.0)),
        st.sampled_from((5.0, 15.0, 25.0, 35.0)) | st.none(),
    ),
    max_size=40,
)


@given(STEPS)
def test_a_held_breach_is_audible_unless_somebody_acknowledged_it(
    steps: list[tuple[float, float | None]],
) -> None:
    """None stands for a hand that acknowledges."""
    panel, now, known = Panel(), 0.0, 0
    for step, value in steps:
        now += step
        panel.settle(now)
        if value is None:
            panel.acknowledge(now)
        else:
            panel.value(value, now)
        for change in panel.changes[known:]:
            acknowledged = change.state is AlarmPhase.ACKNOWLEDGED
        known = len(panel.changes)
        if panel.engine.level():
            assert (panel.engine.audible() is None) is acknowledged


def test_an_extreme_that_was_answered_and_fell_to_a_lesser_tier_insists_no_more() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    panel.acknowledge(1.0)
    panel.value(36.0, 2.0)
    assert panel.engine.views(2.0)[0].value == 36.0, "what is acknowledged shows what is"
    panel.value(25.0, 3.0)
    assert panel.settle(301.0) == ["high reminded"]
    assert panel.value(5.0, 302.0) == ["high latched"]
    assert panel.engine.audible() is None


def test_fresh_evidence_of_a_lesser_tier_does_not_insist_either() -> None:
    panel = Panel()
    panel.value(31.0, 0.0)
    panel.acknowledge(1.0)
    panel.value(31.0, 2.0)
    for one, limit in LIMITS.items():
        verdict = Verdict.BREACH if limit < 28.0 else Verdict.WITHIN
        panel.engine.watch_of(one).feed(verdict, 3.0, 28.0, limit)
    assert panel.words(panel.engine.new_evidence("x/high", 3.0)) == ["high reminded"]
    assert panel.value(5.0, 4.0) == ["high latched"]


def test_what_holds_of_an_extreme_shows_its_newest_value() -> None:
    panel = Panel()
    panel.value(35.0, 0.0)
    panel.value(41.0, 1.0)
    assert panel.engine.views(1.0)[0].value == 41.0
