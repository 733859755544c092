"""When the program may start a cuff: only where a person allowed it, and seldom enough."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from chairs import DEVICE, SOURCE, Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import AllowCuff, EndSession, StartCuff, StopInfusion
from monitor.cuff_control import CuffControl
from monitor.events import DeviceFacts, LinkChanged, LinkReason, LinkState, Resumed
from monitor.outcomes import CuffAsked, Refused
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    VitalSign,
)

ABLE = replace(DEVICE, can_start_cuff=True)
ALLOWED = replace(ABLE, may_start_cuff=True)
OTHER = replace(ALLOWED, name="other", source="device:other")
START = StartCuff(SOURCE, "AK")
MEASURING = DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)
IDLE = DeviceNote(DeviceNoteKind.IDLE, "", SOURCE)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)
UP = LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE, 5.0)


def asked(bench: Bench) -> list[float]:
    return [at for at, outcome in bench.said if isinstance(outcome, CuffAsked)]


def refused(bench: Bench) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.reason, one.arguments) for one in bench.of(Refused) if isinstance(one, Refused)]


def test_a_cuff_is_off_until_a_person_allows_it() -> None:
    bench = Bench(devices=(ABLE,))
    bench.feed(10.0, START)
    bench.feed(11.0, AllowCuff(SOURCE, allowed=True, by="AK"), START)
    assert refused(bench) == [("cuff-not-allowed", ("test",))]
    assert asked(bench) == [11.0]


def test_what_was_allowed_can_be_forbidden_again() -> None:
    bench = Bench(devices=(ALLOWED,))
    assert bench.core.state.cuff_control.allowed == {SOURCE}
    bench.feed(10.0, AllowCuff(SOURCE, allowed=False, by="AK"), START)
    assert refused(bench) == [("cuff-not-allowed", ("test",))]
    assert not bench.core.state.cuff_control.allowed


@pytest.mark.parametrize("source", [SOURCE, "device:nobody"])
def test_a_device_that_cannot_be_told_to_start_is_neither_allowed_nor_started(source: str) -> None:
    bench = Bench(devices=(replace(DEVICE, may_start_cuff=True),))
    assert not bench.core.state.cuff_control.allowed
    bench.feed(10.0, AllowCuff(source, allowed=True, by="AK"), StartCuff(source, "AK"))
    assert [reason for reason, _ in refused(bench)] == ["cuff-cannot", "cuff-cannot"]
    assert asked(bench) == []


def test_two_minutes_lie_between_two_starts() -> None:
    bench = Bench(devices=(ALLOWED,))
    for at in (100.0, 219.5, 220.0):
        bench.feed(at, START)
    assert asked(bench) == [100.0, 220.0]
    assert refused(bench) == [("cuff-too-soon", ("1",))]


def test_a_start_of_the_monitor_itself_counts() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(100.0, MEASURING)
    bench.feed(130.0, IDLE, cuff(120, 80))
    bench.feed(219.0, START)
    bench.feed(220.0, START)
    assert asked(bench) == [220.0]


def test_a_result_without_a_beginning_counts_as_one_and_an_old_result_does_not() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(100.0, cuff(120, 80, Quality.AGE_UNKNOWN))
    bench.feed(101.0, START)
    bench.feed(102.0, MEASURING)
    bench.feed(140.0, IDLE, cuff(121, 80))
    bench.feed(300.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    bench.feed(419.0, START)
    assert asked(bench) == [101.0]
    assert refused(bench) == [("cuff-too-soon", ("1",))]


def test_a_cuff_that_measures_is_not_started_however_long_it_takes() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(100.0, MEASURING)
    bench.feed(250.0, START)
    bench.feed(251.0, IDLE, START)
    assert refused(bench) == [("cuff-measuring", ("test",))]
    assert asked(bench) == [251.0]


def test_no_start_waits_for_a_line_that_is_gone() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(100.0, MEASURING)
    bench.feed(110.0, DOWN)
    bench.feed(300.0, START)
    assert refused(bench) == [("cuff-no-link", ("test",))]
    bench.feed(301.0, UP, START)
    assert asked(bench) == [301.0]


def test_after_the_program_was_away_nothing_is_known_to_measure() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(100.0, MEASURING)
    bench.feed(400.0, Resumed(105.0), START)
    assert asked(bench) == [400.0]


def test_a_cycle_of_two_and_a_half_minutes_ends_after_fifteen() -> None:
    bench = Bench(devices=(ALLOWED,))
    for at in range(0, 1300, 150):
        bench.feed(float(at), START)
    assert asked(bench) == [0.0, 150.0, 300.0, 450.0, 600.0, 750.0, 1050.0, 1200.0]
    assert refused(bench) == [("cuff-short-cycle", ("150",))]


def test_a_monitor_that_measures_every_five_minutes_leaves_room_for_a_repeat() -> None:
    """Its clock may be fast: that is no short cycle of ours, however long it lasts."""
    bench = Bench(devices=(ALLOWED,))
    for cycle in range(20):
        begin = cycle * 298.0
        bench.feed(begin, MEASURING)
        bench.feed(begin + 30.0, IDLE, cuff(120, 80))
        if cycle % 4 == 3:
            bench.feed(begin + 125.0, START)
    assert len(asked(bench)) == 5
    assert refused(bench) == []


def test_repeats_between_the_measurements_of_a_monitor_end_after_fifteen_minutes() -> None:
    bench = Bench(devices=(ALLOWED,))
    for cycle in range(5):
        bench.feed(cycle * 300.0, MEASURING)
        bench.feed(cycle * 300.0 + 30.0, IDLE, cuff(120, 80))
        bench.feed(cycle * 300.0 + 125.0, START)
    # The cycle began with the measurement at 0; at 1200 the monitor's own ended it.
    assert asked(bench) == [125.0, 425.0, 725.0, 1325.0]
    assert refused(bench) == [("cuff-short-cycle", ("175",))]


def test_a_monitor_faster_than_every_five_minutes_keeps_a_short_cycle_going() -> None:
    bench = Bench(devices=(ALLOWED,))
    for at, what in ((0, MEASURING), (125, START), (280, MEASURING), (560, MEASURING)):
        bench.feed(float(at), what, IDLE)
    bench.feed(685.0, START)
    bench.feed(840.0, MEASURING, IDLE)
    bench.feed(965.0, START)
    assert asked(bench) == [125.0, 685.0]
    assert refused(bench) == [("cuff-short-cycle", ("175",))]


def test_an_ended_session_starts_nothing() -> None:
    bench = Bench(devices=(ALLOWED,))
    bench.feed(10.0, StopInfusion("AK"))
    bench.feed(20.0, EndSession("AK"))
    bench.feed(30.0, START)
    assert refused(bench) == [("refused-in-this-phase", ("start-cuff", "signed"))]


def test_who_names_no_device_gets_the_first_that_is_free() -> None:
    oximeter = DeviceFacts("oximeter", "device:o", 5.0, 10.0, frozenset({VitalSign.SPO2}))
    control = CuffControl((oximeter, ALLOWED, OTHER))
    assert control.ask(10.0) == CuffAsked(SOURCE)
    assert control.ask(11.0) == CuffAsked("device:other")
    assert control.ask(20.0) == Refused("start-cuff", "cuff-too-soon", ("110",))


@pytest.mark.parametrize(
    ("devices", "reason"),
    [((ABLE,), "cuff-not-allowed"), ((DEVICE,), "cuff-cannot"), ((), "cuff-cannot")],
)
def test_where_no_cuff_may_be_started_it_is_said_why(
    devices: tuple[DeviceFacts, ...], reason: str
) -> None:
    control = CuffControl(devices)
    said = control.ask(10.0)
    assert isinstance(said, Refused)
    assert said.reason == reason


moves = st.lists(
    st.tuples(
        st.floats(0.0, 400.0, allow_nan=False),
        st.sampled_from(["ask", "ask", "ask", "measures", "result"]),
    ),
    max_size=60,
)


def played(schedule: list[tuple[float, str]]) -> tuple[list[float], list[tuple[float, bool]]]:
    """The granted starts, and all starts with whether we asked for them."""
    control, now = CuffControl((ALLOWED,)), 0.0
    ours: list[float] = []
    starts: list[tuple[float, bool]] = []
    for pause_s, what in schedule:
        now = round(now + pause_s, 3)
        if what == "ask" and isinstance(control.ask(now, SOURCE), CuffAsked):
            ours.append(now)
            starts.append((now, True))
        elif what == "measures":
            control.hear(MEASURING, now)
            starts.append((now, False))
        elif what == "result":
            control.hear(IDLE, now)
            control.hear(cuff(120, 80), now)
    return ours, starts


@given(moves)
def test_no_schedule_of_requests_starts_a_cuff_sooner_than_two_minutes_after_a_start(
    schedule: list[tuple[float, str]],
) -> None:
    _, starts = played(schedule)
    for (before, _), (at, granted) in pairwise(starts):
        assert not granted or at - before > 119.999


@given(st.lists(st.floats(0.0, 400.0, allow_nan=False), min_size=10, max_size=80))
def test_no_schedule_of_requests_keeps_a_short_cycle_going_beyond_fifteen_minutes(
    pauses: list[float],
) -> None:
    ours, _ = played([(pause_s, "ask") for pause_s in pauses])
    began = 0.0
    for before, at in pairwise([-300.0, *ours]):
        began = at if at - before > 299.999 else began
        assert at - began < 900.0


@given(moves)
def test_no_start_of_ours_lengthens_a_short_cycle_beyond_fifteen_minutes(
    schedule: list[tuple[float, str]],
) -> None:
    """Counted from the start before the first that we asked for; a monitor's clock may be off."""
    _, starts = played(schedule)
    began: float | None = None
    for (before, _), (at, granted) in pairwise([(-300.0, False), *starts]):
        apart_s = at - before
        if apart_s > (299.999 if granted else 284.999):
            began = None
        elif granted:
            began = before if began is None else began
            assert at - began < 900.0


@given(moves)
def test_who_waits_long_enough_may_always_start_again(schedule: list[tuple[float, str]]) -> None:
    bench = CuffControl((ALLOWED,))
    now = 0.0
    for pause_s, what in schedule:
        now = round(now + pause_s, 3)
        if what == "ask":
            bench.ask(now, SOURCE)
    assert bench.ask(now + 300.001, SOURCE) == CuffAsked(SOURCE)
