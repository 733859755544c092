from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers import in_chunks, recording, wait_until
from line_driver import HELLO, POISON, WAVE, heart_rate, line_driver
from link_bench import ABSENT, BROKE, UP, Box, Listener, Monitor, says_until

from devices.capture import Direction
from devices.link import LinkThread
from devices.registry import driver_named
from devices.session import DeviceSession, Driver
from monitor.events import LinkChanged, LinkReason, LinkState, Numerics
from monitor.vitals import CuffResult, WaveChunk


@pytest.fixture
def monitor(tmp_path: Path) -> Iterator[Monitor]:
    monitor = Monitor(tmp_path / "tty-monitor")
    yield monitor
    monitor.unplug()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return str(tmp_path / "tty-monitor")


@contextmanager
def linked(
    url: str, listener: Listener, driver: Driver | None = None, capture: Box | None = None
) -> Iterator[LinkThread]:
    link = LinkThread(
        url,
        driver or line_driver(),
        clock=time.monotonic,
        deliver=listener.put,
        capture=capture,
    )
    link.start()
    try:
        yield link
    finally:
        link.stop()
        link.join(5.0)
        assert not link.running


def hears(listener: Listener, rate: float) -> None:
    wait_until(lambda: rate in listener.rates)


def test_values_arrive_after_the_news_that_the_line_lives(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener) as link:
        says_until(monitor, heart_rate(80), lambda: listener.rates)
        first = listener.deliveries[0][1]
        wait_until(lambda: link.stats.frames == len(listener.rates))
    assert isinstance(first[0], LinkChanged)
    assert isinstance(first[1], Numerics)
    assert set(listener.rates) == {80.0}
    assert listener.changes == [UP]


def test_bytes_are_handed_on_at_once(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    late_s = []
    with linked(url, listener):
        says_until(monitor, heart_rate(1), lambda: listener.rates)
        for value in range(2, 22):
            began = time.monotonic()
            monitor.say(heart_rate(value))
            hears(listener, float(value))
            late_s.append(listener.deliveries[-1][0] - began)
    # The middle one: this computer may be busy with other things now and then.
    assert sorted(late_s)[10] < 0.01


def test_a_monitor_that_comes_back_is_heard_within_two_seconds(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener):
        says_until(monitor, heart_rate(80), lambda: listener.rates)
        monitor.unplug()
        wait_until(lambda: listener.changes == [UP, BROKE], what="the break")
        # Long enough for the pause between two attempts to have grown to its longest.
        away_until = time.monotonic() + 3.0
        wait_until(lambda: time.monotonic() > away_until)
        monitor.plug()
        back_at = time.monotonic()
        says_until(monitor, heart_rate(90), lambda: 90.0 in listener.rates)
        assert time.monotonic() - back_at < 2.0
    assert listener.changes == [UP, BROKE, UP]


def test_a_port_that_is_not_there_is_said_once(url: str) -> None:
    listener = Listener()
    with linked(url, listener) as link:
        wait_until(lambda: listener.changes)
        tried_until = time.monotonic() + 1.5
        wait_until(lambda: time.monotonic() > tried_until)
        assert "is not there" in link.stats.trouble
    assert listener.changes == [ABSENT]


def test_a_port_is_logged_down_once_and_up_once(
    monitor: Monitor, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="devices.link")
    listener = Listener()
    with linked(url, listener):
        wait_until(lambda: listener.changes)
        monitor.plug()
        says_until(monitor, heart_rate(80), lambda: listener.rates)
    assert [record.levelname for record in caplog.records] == ["INFO", "INFO"]
    assert "is not there" in caplog.records[0].getMessage()


def test_a_monitor_that_falls_silent_is_said_once(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener):
        says_until(monitor, heart_rate(80), lambda: listener.rates)
        wait_until(lambda: len(listener.changes) > 1, 5.0, "the silence")
    assert listener.changes == [UP, (LinkState.SILENT, LinkReason.NO_DATA)]


def test_a_monitor_is_greeted_and_asked_and_all_of_it_is_captured(
    monitor: Monitor, url: str
) -> None:
    monitor.plug()
    listener, box = Listener(), Box()
    driver = line_driver(poll_s=0.05, hello=HELLO)
    heard = bytearray()

    def asked_twice() -> bool:
        heard.extend(monitor.hear())
        return heard.count(b"?") >= 2

    with linked(url, listener, driver, box):
        wait_until(asked_twice)
        says_until(monitor, heart_rate(80), lambda: listener.rates)
    assert heard.startswith(HELLO + b"?")
    assert box.bytes_of(Direction.TX).startswith(bytes(heard))
    assert box.bytes_of(Direction.RX).count(b"\r\n") == len(listener.rates)


def test_a_bug_in_a_driver_stops_its_link_loudly_and_no_other(
    monitor: Monitor, url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monitor.plug()
    neighbour = Monitor(tmp_path / "tty-neighbour")
    neighbour.plug()
    sick, well = Listener(), Listener()
    with linked(url, sick) as link, linked(str(tmp_path / "tty-neighbour"), well):
        says_until(monitor, POISON, lambda: sick.changes)
        wait_until(lambda: not link.running)
        says_until(neighbour, heart_rate(70), lambda: well.rates)
    neighbour.unplug()
    assert sick.changes == [(LinkState.DOWN, LinkReason.DRIVER_BUG)]
    assert well.changes == [UP]
    assert [record.levelname for record in caplog.records if record.exc_info] == ["ERROR"]


def test_a_bug_while_opening_the_conversation_is_as_loud(caplog: pytest.LogCaptureFixture) -> None:
    def broken(source: str) -> DeviceSession:
        raise KeyError(source)

    listener = Listener()
    driver = Driver(
        name="broken",
        title="Broken",
        line=line_driver().line,
        signs=frozenset(),
        interval_s=1.0,
        bytes_per_s=1.0,
        open=broken,
        cable="none",
    )
    with linked("loop://", listener, driver):
        wait_until(lambda: listener.changes)
    assert listener.changes == [(LinkState.DOWN, LinkReason.DRIVER_BUG)]
    assert caplog.records


def test_a_serial_server_that_restarts_is_found_again() -> None:
    listener = Listener()
    with socket.create_server(("127.0.0.1", 0)) as first:
        port = first.getsockname()[1]
        with linked(f"socket://127.0.0.1:{port}", listener):
            peer, _ = first.accept()
            peer.sendall(heart_rate(80))
            wait_until(lambda: listener.rates == [80.0])
            first.close()
            peer.close()
            wait_until(lambda: listener.changes[-1] == BROKE)
            with socket.create_server(("127.0.0.1", port)) as second:
                peer, _ = second.accept()
                with peer:
                    peer.sendall(heart_rate(90))
                    wait_until(lambda: listener.rates == [80.0, 90.0], 2.0)
                    assert listener.changes == [UP, BROKE, UP]


def test_nothing_is_delivered_after_the_link_has_ended(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener):
        says_until(monitor, heart_rate(80), lambda: listener.rates)
    heard = len(listener.deliveries)
    monitor.say(heart_rate(81))
    assert len(listener.deliveries) == heard
    assert not any(thread.name.startswith("link ") for thread in threading.enumerate())


def test_an_idle_line_costs_next_to_nothing(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener):
        says_until(monitor, heart_rate(80), lambda: listener.rates)
        began, used = time.monotonic(), time.process_time()
        wait_until(lambda: len(listener.changes) > 1, 5.0, "the silence")
        share = (time.process_time() - used) / (time.monotonic() - began)
    assert share < 0.2


def test_waves_pass_through_as_they_are(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener):
        says_until(monitor, WAVE, lambda: listener.deliveries)
    assert isinstance(listener.deliveries[0][1][1], WaveChunk)


def test_a_recorded_monitor_sounds_the_same_through_a_port(monitor: Monitor, url: str) -> None:
    data = recording("ivy_450c_ansar_b", "Ivy450C.1.data")
    driver = driver_named("ivy-450c")
    alone = driver.open(driver.source).receive(data, 0.0)
    expected = [event for event in alone if isinstance(event, CuffResult)]
    monitor.plug()
    listener = Listener()
    with linked(url, listener, driver) as link:
        wait_until(lambda: link.stats.state is LinkState.SILENT)
        for chunk in in_chunks(data, 500):
            monitor.say(chunk)
        wait_until(lambda: link.stats.bytes == len(data))
    heard = [event for _, events in listener.deliveries for event in events]
    assert [event for event in heard if isinstance(event, CuffResult)] == expected
    assert expected


def test_a_question_that_nobody_answers_is_said_to_have_none(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener = Listener()
    with linked(url, listener, driver_named("dinamap")) as link:
        wait_until(lambda: "no reply" in link.stats.last_error, 6.0)
    assert link.stats.errors == 1
    assert link.stats.bytes == 0


def test_after_the_computer_slept_the_port_is_opened_afresh(monitor: Monitor, url: str) -> None:
    monitor.plug()
    listener, slept_s = Listener(), 0.0
    link = LinkThread(
        url,
        line_driver(hello=HELLO),
        clock=lambda: time.monotonic() + slept_s,
        deliver=listener.put,
    )
    link.start()
    try:
        wait_until(lambda: monitor.hear() == HELLO)
        says_until(monitor, heart_rate(80), lambda: listener.rates)
        slept_s = 3600.0
        wait_until(lambda: monitor.hear() == HELLO)
        says_until(monitor, heart_rate(90), lambda: 90.0 in listener.rates)
    finally:
        link.stop()
        link.join(5.0)
    assert BROKE not in listener.changes
