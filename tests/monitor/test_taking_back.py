"""What one reading said and the next one takes back: the card, the note, and new evidence."""

from __future__ import annotations

from dataclasses import replace

from monitor.alarms import AlarmEngine
from monitor.cuff_watch import RepeatWatch
from monitor.outcomes import AlarmPhase, Priority
from monitor.repeat_time import just_after
from monitor.rules import Compare, Row, Verdict
from monitor.vitals import VitalSign

CARD = Row("card", "c/high", VitalSign.SBP, Compare.AT_LEAST, Priority.MEDIUM, 0, repeats=True)
READINGS = "206/124 142/88"


class Desk:
    """An engine over one row that asks for a repeat, and an extreme of the same alarm."""

    def __init__(self) -> None:
        self.engine = AlarmEngine(())
        self.card = RepeatWatch(CARD)
        self.extreme = RepeatWatch(Row("x", "c/high", VitalSign.SBP, None, Priority.HIGH, 1))
        for watch in (self.card, self.extreme):
            self.engine.join(watch)

    def read(self, value: float, now: float) -> list[str]:
        """One reading of the row that asks: at 160 and above it is true."""
        breach = Verdict.BREACH if value >= 160 else Verdict.WITHIN
        if self.card.take(breach, value, 160.0, now + 60.0):
            self.engine.take_back("c/high", READINGS)
        return self.settle(now)

    def settle(self, now: float) -> list[str]:
        return [f"{one.state} {one.text}".strip() for one in self.engine.settle(now)]


def test_a_card_is_silent_cannot_be_acknowledged_and_is_no_level() -> None:
    desk = Desk()
    assert desk.read(165.0, 0.0) == ["pending"]
    assert (desk.engine.audible(), desk.engine.level()) == (None, 0)
    assert desk.engine.acknowledge("c/high", 1.0) is None
    assert desk.engine.wake_at() == just_after(60.0)
    assert desk.read(166.0, 2.0) == ["sounding"]
    assert (desk.engine.audible(), desk.engine.level()) == (Priority.MEDIUM, 2)


def test_silence_makes_an_alarm_of_a_card() -> None:
    desk = Desk()
    desk.read(165.0, 0.0)
    assert desk.settle(60.0) == []
    assert desk.settle(60.001) == ["sounding"]


def test_what_is_taken_back_stays_as_a_note_with_both_readings() -> None:
    desk = Desk()
    desk.read(165.0, 0.0)
    assert desk.read(150.0, 10.0) == [f"withdrawn {READINGS}"]
    [view] = desk.engine.views(20.0)
    assert (view.state, view.text, view.waits) == (AlarmPhase.WITHDRAWN, READINGS, True)
    changes = desk.engine.acknowledge("c/high", 30.0)
    assert changes is not None
    assert [one.state for one in changes] == [AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED]
    assert desk.read(165.0, 40.0) == ["pending"], "an old note says nothing about a new reading"


def test_an_acknowledged_alarm_that_is_taken_back_leaves_a_note_too() -> None:
    desk = Desk()
    desk.extreme.take(Verdict.BREACH, 206.0, 200.0, 0.0)
    desk.settle(0.0)
    desk.engine.acknowledge("c/high", 1.0)
    desk.extreme.drop()
    desk.engine.take_back("c/high", READINGS)
    assert desk.settle(2.0) == [f"withdrawn {READINGS}"]
    assert desk.engine.audible() is None


def test_a_new_alarm_takes_the_place_of_the_note() -> None:
    desk = Desk()
    desk.read(165.0, 0.0)
    desk.read(150.0, 10.0)
    desk.read(165.0, 20.0)
    assert [view.state for view in desk.engine.views(20.0)] == ["pending", "withdrawn"]
    assert desk.read(166.0, 30.0) == ["sounding"]
    assert [(view.state, view.text) for view in desk.engine.views(30.0)] == [("sounding", "")]


def test_while_something_stands_what_was_taken_back_is_told_with_it() -> None:
    desk = Desk()
    desk.read(165.0, 0.0)
    desk.read(165.0, 10.0)
    desk.engine.take_back("c/high", READINGS)
    assert desk.settle(20.0) == []
    [view] = desk.engine.views(20.0)
    assert (view.state, view.text) == (AlarmPhase.SOUNDING, READINGS)
    desk.engine.acknowledge("c/high", 30.0)
    assert desk.engine.views(30.0)[0].text == ""


def test_a_reading_in_which_another_sign_got_worse_is_not_better() -> None:
    engine = AlarmEngine(())
    sbp, dbp = (
        RepeatWatch(replace(CARD, repeats=False)),
        RepeatWatch(replace(CARD, id="dbp", sign=VitalSign.DBP, rank=-1, repeats=False)),
    )
    for watch, value in ((sbp, 186.0), (dbp, 104.0)):
        engine.join(watch)
        watch.take(Verdict.BREACH, value, 100.0, 0.0)
    engine.settle(0.0)
    engine.acknowledge("c/high", 1.0)
    sbp.take(Verdict.BREACH, 176.0, 100.0, 0.0)
    assert engine.new_evidence("c/high", 2.0) == []
    dbp.take(Verdict.BREACH, 105.0, 100.0, 0.0)
    assert [one.state for one in engine.new_evidence("c/high", 2.0)] == [AlarmPhase.REMINDED]
