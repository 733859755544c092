from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from line_driver import line_driver

from devices.errors import ContentError, FramingError
from devices.link_watch import LinkWatch
from devices.session import DeviceEvent
from devices.traffic import Direction
from monitor.events import LinkChanged, LinkReason, LinkState
from monitor.vitals import Reading, VitalSign

SOURCE = "device:line-test"
READING = Reading(VitalSign.HR, 80.0, SOURCE)


def new_watch(interval_s: float = 1.0) -> LinkWatch:
    return LinkWatch(line_driver(interval_s), SOURCE)


def said(state: LinkState, reason: LinkReason, quiet_s: float | None = None) -> list[LinkChanged]:
    return [LinkChanged(state, reason, SOURCE, quiet_s)]


def run_until(watch: LinkWatch, now: float) -> list[tuple[float, LinkChanged]]:
    """All that is said up to `now`, each at the moment it was due."""
    heard = []
    while (wake_at := watch.wake_at()) is not None and wake_at <= now:
        changes = watch.tick(wake_at)
        assert changes, "wake_at named a moment that had nothing to say"
        heard += [(wake_at, change) for change in changes]
    return heard


def test_an_open_port_is_not_yet_a_living_line() -> None:
    watch = new_watch()
    assert watch.opened(10.0) == []
    assert watch.stats.state is None


def test_the_first_whole_frame_is_said_once() -> None:
    watch = new_watch()
    watch.opened(10.0)
    assert watch.took([READING], 8, 11.0, frames=1) == said(LinkState.UP, LinkReason.CONNECTED)
    assert watch.took([READING], 8, 12.0, frames=2) == []


def test_a_frame_that_says_nothing_new_is_life() -> None:
    watch = new_watch()
    watch.opened(10.0)
    assert watch.took([], 4, 11.0, frames=1) == said(LinkState.UP, LinkReason.CONNECTED)


def test_a_driver_without_a_counter_lives_by_its_observations() -> None:
    watch = new_watch()
    watch.opened(10.0)
    assert watch.took([READING], 8, 11.0) == said(LinkState.UP, LinkReason.CONNECTED)


def test_silence_after_a_frame_is_said_once_and_names_its_length() -> None:
    watch = new_watch()
    watch.opened(10.0)
    watch.took([READING], 8, 11.0, frames=1)
    assert watch.tick(13.99) == []
    assert watch.tick(14.0) == said(LinkState.SILENT, LinkReason.NO_DATA, 3.0)
    assert run_until(watch, 1000.0) == []


def test_a_port_that_never_spoke_is_silent_with_no_length() -> None:
    watch = new_watch()
    watch.opened(10.0)
    change = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, None)
    assert run_until(watch, 1000.0) == [(13.0, change)]


def test_a_slow_monitor_may_be_silent_for_longer() -> None:
    watch = new_watch(interval_s=10.0)
    watch.opened(0.0)
    assert watch.wake_at() == 25.0


def test_a_monitor_without_a_rhythm_is_never_silent() -> None:
    watch = new_watch(interval_s=float("inf"))
    watch.opened(0.0)
    assert watch.wake_at() is None


def test_the_frame_that_ends_a_silence_names_the_gap() -> None:
    watch = new_watch()
    watch.opened(10.0)
    watch.took([READING], 8, 11.0, frames=1)
    run_until(watch, 60.0)
    assert watch.took([READING], 8, 71.0, frames=2) == said(
        LinkState.UP, LinkReason.CONNECTED, 60.0
    )


def test_bytes_that_are_never_understood_are_the_wrong_driver_within_ten_seconds() -> None:
    watch = new_watch()
    watch.opened(0.0)
    heard = []
    for second in range(1, 30):
        heard += run_until(watch, float(second))
        heard += [
            (second, change) for change in watch.took([ContentError("?")], 20, second, frames=0)
        ]
    assert [(change.state, change.reason) for _, change in heard] == [
        (LinkState.SILENT, LinkReason.NO_DATA),
        (LinkState.SILENT, LinkReason.WRONG_DRIVER),
    ]
    assert heard[-1][0] <= 1.0 + 10.0


def test_a_spark_on_the_cable_is_no_other_monitor() -> None:
    watch = new_watch(interval_s=float("inf"))
    watch.opened(0.0)
    watch.took([], 1, 1.0, frames=0)
    watch.took([FramingError("?")], 1, 6.0, frames=0)
    assert run_until(watch, 1000.0) == []


def test_half_a_frame_met_on_connecting_is_no_other_monitor() -> None:
    watch = new_watch(interval_s=60.0)
    watch.opened(0.0)
    watch.took([FramingError("?")], 300, 0.5, frames=0)
    assert watch.tick(60.0) == []
    assert watch.took([READING], 500, 60.5, frames=1) == said(LinkState.UP, LinkReason.CONNECTED)


def test_a_port_that_stays_away_is_one_down_however_often_it_is_tried() -> None:
    watch = new_watch()
    assert watch.broke(LinkReason.PORT_ABSENT, 1.0, "gone") == said(
        LinkState.DOWN, LinkReason.PORT_ABSENT
    )
    for attempt in range(100):
        assert watch.broke(LinkReason.PORT_ABSENT, 2.0 + attempt) == []
        watch.opened(2.5 + attempt)
    assert watch.stats.state is LinkState.DOWN


def test_a_stranger_on_the_port_is_said_once_and_once_that_it_left() -> None:
    watch = new_watch()
    watch.broke(LinkReason.PORT_BROKE, 1.0)
    stranger = said(LinkState.DOWN, LinkReason.STRANGER)
    assert watch.broke(LinkReason.STRANGER, 2.0, "another adapter") == stranger
    assert watch.broke(LinkReason.STRANGER, 3.0, "another adapter") == []
    assert watch.broke(LinkReason.PORT_ABSENT, 4.0) == said(LinkState.DOWN, LinkReason.PORT_ABSENT)
    assert watch.broke(LinkReason.PORT_BROKE, 5.0) == []


def test_a_bug_is_said_even_of_a_link_that_is_down() -> None:
    watch = new_watch()
    watch.broke(LinkReason.PORT_ABSENT, 1.0)
    assert watch.broke(LinkReason.DRIVER_BUG, 2.0) == said(LinkState.DOWN, LinkReason.DRIVER_BUG)


def test_a_broken_port_is_waited_for_by_nobody() -> None:
    watch = new_watch()
    watch.opened(0.0)
    watch.took([READING], 8, 1.0, frames=1)
    assert watch.broke(LinkReason.PORT_BROKE, 2.0) == said(
        LinkState.DOWN, LinkReason.PORT_BROKE, 1.0
    )
    assert watch.wake_at() is None


def test_a_port_that_came_back_gets_its_full_time_to_speak() -> None:
    watch = new_watch()
    watch.opened(0.0)
    watch.took([READING], 8, 1.0, frames=1)
    watch.broke(LinkReason.PORT_BROKE, 2.0)
    watch.opened(100.0)
    assert watch.wake_at() == 103.0


def test_the_statistics_count_what_came() -> None:
    watch = new_watch()
    watch.broke(LinkReason.PORT_ABSENT, 0.0, "the port is not there")
    assert watch.stats.trouble == "the port is not there"
    watch.opened(1.0)
    watch.took([READING, ContentError("odd"), READING], 30, 2.0, frames=3)
    stats = watch.stats
    assert (stats.bytes, stats.frames, stats.errors) == (30, 3, 1)
    assert (stats.last_frame_at, stats.last_error, stats.trouble) == (2.0, "odd", "")


def test_the_statistics_show_what_passed_of_late_and_how_fast_it_was_answered() -> None:
    watch = new_watch()
    watch.opened(1.0)
    assert (watch.stats.round_trip_s, watch.stats.tail, watch.stats.device_time) == (
        None,
        (),
        None,
    )
    watch.passed(Direction.TX, b"?", 2.0)
    watch.passed(Direction.RX, b"HR 080", 2.25)
    watch.took([replace(READING, device_time="2026-01-15T10:32:07")], 6, 2.25, frames=1)
    stats = watch.stats
    assert stats.round_trip_s == 0.25
    assert stats.tail == ((Direction.TX, b"?"), (Direction.RX, b"HR 080"))
    assert (stats.device_time, stats.device_time_at) == ("2026-01-15T10:32:07", 2.25)


def rare_watch() -> LinkWatch:
    """Of a monitor that is silent until it has measured."""
    return LinkWatch(replace(line_driver(), speaks_only_when_measured=True), SOURCE)


def test_a_monitor_that_speaks_only_when_it_has_measured_is_never_too_quiet() -> None:
    watch = rare_watch()
    assert watch.opened(0.0) == []
    assert run_until(watch, 50_000.0) == []
    assert watch.took([READING], 8, 50_000.0, frames=1) == said(LinkState.UP, LinkReason.CONNECTED)
    assert run_until(watch, 90_000.0) == []
    assert watch.wake_at() is None


def test_its_line_is_well_again_as_soon_as_its_port_is_back() -> None:
    watch = rare_watch()
    watch.opened(0.0)
    watch.took([READING], 8, 1.0, frames=1)
    assert watch.broke(LinkReason.PORT_BROKE, 2.0) == said(
        LinkState.DOWN, LinkReason.PORT_BROKE, 1.0
    )
    assert watch.opened(30.0) == said(LinkState.UP, LinkReason.CONNECTED, 29.0)
    assert watch.took([READING], 8, 300.0, frames=2) == []


STEP = st.tuples(
    st.floats(0.0, 20.0),
    st.sampled_from(["open", "frame", "noise", "break", "wait"]),
)


@given(st.lists(STEP, max_size=60))
def test_no_state_is_ever_said_twice_in_a_row(steps: list[tuple[float, str]]) -> None:
    watch = new_watch()
    now, frames = 0.0, 0
    heard: list[tuple[LinkState, LinkReason]] = []
    for step_s, what in steps:
        now += step_s
        changes = [change for _, change in run_until(watch, now)]
        events: list[DeviceEvent] = [ContentError("?")] if what == "noise" else []
        if what == "open":
            changes += watch.opened(now)
        elif what == "break":
            changes += watch.broke(LinkReason.PORT_BROKE, now)
        elif what != "wait":
            frames += what == "frame"
            changes += watch.took(events, 20, now, frames=frames)
        heard += [(change.state, change.reason) for change in changes]
    assert all(before != after for before, after in pairwise(heard))
    assert watch.stats.state == (heard[-1][0] if heard else None)
