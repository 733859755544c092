"""Which of the values in a record were taken."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from chairs import DEVICE, OPENED, SOURCE, UP, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor.chair import Chair
from monitor.commands import (
    Command,
    ConfirmMonitor,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PreferSource,
    StartInfusion,
    StopInfusion,
)
from monitor.entries import Entry, Published
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    Resumed,
)
from monitor.outcomes import Refused
from monitor.taken import Taken, entries_taken
from monitor.treatment.commands import ChangeRate, GiveDose
from monitor.treatment.retold import GivenRetold
from monitor.vitals import LostReason, Quality, SignalLost, VitalSign

SPO2 = VitalSign.SPO2
OTHER = "device:other"
DEVICES = (DEVICE, DeviceFacts("other", OTHER, 8.0, 10.0, frozenset({SPO2})))
LOST = SignalLost(SPO2, LostReason.SENSOR_OFF, SOURCE)


def first(value: float) -> Numerics:
    return numerics(spo2=value)


def second(value: float) -> Numerics:
    return numerics(Quality.GOOD, OTHER, spo2=value)


def test_of_one_device_everything_counts() -> None:
    taken = Taken((DEVICE,))
    for event in (first(98.0), LOST, LOST):
        assert taken.of(event, 1.0) is event


def test_a_device_behind_another_counts_while_that_one_has_nothing() -> None:
    taken = Taken(DEVICES)
    assert taken.of(second(95.0), 1.0) == second(95.0)
    assert taken.of(first(98.0), 2.0) == first(98.0)
    assert taken.of(second(94.0), 3.0) is None
    assert taken.of(LOST, 4.0) is None, "the other one has it"
    assert taken.of(second(93.0), 5.0) == second(93.0)
    assert taken.of(first(97.0), 6.0) == first(97.0)
    assert taken.of(second(92.0), 12.0) == second(92.0), "the first went stale at 11 s"


def test_of_readings_that_came_together_those_are_left_that_count() -> None:
    taken = Taken(DEVICES)
    taken.of(first(98.0), 1.0)
    assert taken.of(numerics(Quality.GOOD, OTHER, spo2=95, pulse=70), 2.0) == numerics(
        Quality.GOOD, OTHER, pulse=70
    )


def test_a_person_and_the_state_of_the_lines_change_what_counts() -> None:
    taken = Taken(DEVICES)
    taken.of(first(98.0), 1.0)
    prefer = PreferSource(SPO2, OTHER, "AK")
    assert taken.of(prefer, 1.0) is prefer
    assert taken.of(second(95.0), 1.5) == second(95.0)
    assert taken.of(first(98.0), 2.0) is None
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, OTHER)
    assert taken.of(down, 2.5) is down
    assert taken.of(first(97.0), 3.0) == first(97.0)
    assert taken.of(Resumed(3.0), 60.0) == Resumed(3.0)
    assert taken.of(LOST, 61.0) == LOST


def test_a_record_is_told_as_it_was_shown() -> None:
    opened = replace(OPENED, devices=DEVICES)
    note = Note("n", NoteKind.NAUSEA, "", "AK")
    whats = [opened, first(98.0), second(95.0), note, LOST, second(94.0)]
    entries = [Entry("s-1", n, float(n), what) for n, what in enumerate(whats)]
    assert [entry.what for entry in entries_taken(entries)] == [
        opened,
        first(98.0),
        note,
        second(94.0),
    ]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4000),
            st.sampled_from(["first", "second", "lose-first", "lose-second", "prefer"]),
            st.integers(90, 100),
        ),
        max_size=30,
    )
)
def test_what_counts_in_the_record_is_what_the_chair_showed(
    steps: list[tuple[int, str, int]],
) -> None:
    entries: list[Entry] = []
    shown: list[Published] = []
    chair = Chair(replace(OPENED, devices=DEVICES), entries.append, shown.append)
    chair.begin()
    now = 0.0
    for wait_ms, what, value in steps:
        now = round(now + wait_ms / 1000, 3)
        chair.take(_event(what, value), now)
    recorded = [entry for entry in entries if isinstance(entry.what, Numerics)]
    pictures = [one.picture for one in shown if isinstance(one.event, Numerics)]
    counted = {entry.seq for entry in entries_taken(entries)}
    for entry, picture in zip(recorded, pictures, strict=True):
        assert isinstance(entry.what, Numerics)
        told_by = entry.what.readings[0].source
        assert (entry.seq in counted) == (picture.numerals[SPO2].source == told_by)


def _event(what: str, value: int) -> Event:
    match what:
        case "first":
            return first(value)
        case "second":
            return second(value)
        case "lose-first":
            return LOST
        case "lose-second":
            return SignalLost(SPO2, LostReason.NO_PULSE, OTHER)
        case _:
            return PreferSource(SPO2, OTHER if value % 2 else SOURCE, "AK")


def test_what_a_device_says_that_was_put_aside_does_not_count() -> None:
    taken = Taken(())
    no, yes = (ConfirmMonitor(SOURCE, same=same, by="AK") for same in (False, True))
    assert taken.of(numerics(hr=70.0), 1.0) is not None
    assert taken.of(no, 2.0) is no
    for event in (numerics(hr=70.0), cuff(206, 124), UP):
        assert taken.of(event, 3.0) is None
    assert taken.of(numerics(Quality.GOOD, "device:other", hr=70.0), 3.0) is not None
    assert taken.of(yes, 4.0) is yes
    assert taken.of(cuff(120, 80), 5.0) == cuff(120, 80)


# ---- what was refused


def test_a_command_that_was_refused_is_not_told_and_the_one_before_it_is() -> None:
    entries: list[Entry] = []
    chair = Chair(OPENED, entries.append, lambda _published: None)
    chair.begin()
    chair.take(StartInfusion("AK"), 10.0)
    chair.take(ChangeRate(0.5, "AK"), 20.0)
    chair.take(GiveDose(28.0, "AK"), 30.0)
    chair.take(ManualCuff(210.0, 120.0, "AK", ago_s=50.0), 40.0)
    chair.take(StopInfusion("AK"), 50.0)
    chair.take(EndSession("AK"), 60.0)
    chair.take(ManualCuff(210.0, 120.0, "AK"), 70.0)
    refused = [one.what for one in entries if isinstance(one.what, Refused)]
    assert [one.command for one in refused] == ["give-dose", "manual-cuff", "manual-cuff"]
    told = [one.what for one in entries_taken(entries)]
    commands = [type(one) for one in told if isinstance(one, get_args(Command))]
    assert commands == [StartInfusion, ChangeRate, StopInfusion, EndSession]
    assert not any(isinstance(one, Refused) for one in told)
    given = GivenRetold()
    for entry in entries_taken(entries):
        given.hear(entry.what, entry.now_s)
    assert given.mg_given(60.0) == chair.core.state.clock.mg_given(60.0)
