"""A link holds on to its unit: real terminals behind the names of a bus that is a list."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from adapters import Bus, adapter
from helpers import wait_until
from line_driver import heart_rate, line_driver
from link_bench import ABSENT, BROKE, UP, Listener, Monitor, says_until

from devices.link import LinkThread
from monitor.events import LinkReason, LinkState

STRANGER = (LinkState.DOWN, LinkReason.STRANGER)


class Computer:
    """Two ports of a computer, and what is plugged into them."""

    def __init__(self, folder: Path) -> None:
        self.bus = Bus()
        self.urls = [str(folder / name) for name in ("ttyUSB0", "ttyUSB1")]
        self.monitors = [Monitor(Path(url)) for url in self.urls]

    def plug(self, port: int, serial: str) -> Monitor:
        """A monitor with this adapter, on this port."""
        self.monitors[port].plug()
        self.bus.plug(adapter(self.urls[port], serial))
        return self.monitors[port]

    def unplug(self, port: int) -> None:
        self.bus.unplug(self.urls[port])
        self.monitors[port].unplug()

    def link(self, listener: Listener) -> LinkThread:
        return LinkThread(
            self.urls[0],
            line_driver(),
            clock=time.monotonic,
            deliver=listener.put,
            units=self.bus.list,
        )


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    computer = Computer(tmp_path)
    yield computer
    computer.unplug(0)
    computer.unplug(1)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def link(computer: Computer, listener: Listener) -> Iterator[LinkThread]:
    """Connected to the unit A1 on the first port, and heard."""
    monitor = computer.plug(0, "A1")
    link = computer.link(listener)
    link.start()
    says_until(monitor, heart_rate(80), lambda: listener.rates)
    yield link
    link.stop()
    link.join(5.0)
    assert not link.running


def test_a_unit_is_found_again_under_another_name(
    computer: Computer, listener: Listener, link: LinkThread
) -> None:
    computer.unplug(0)
    wait_until(lambda: listener.changes == [UP, BROKE])
    moved = computer.plug(1, "A1")
    back_at = time.monotonic()
    says_until(moved, heart_rate(90), lambda: 90.0 in listener.rates)
    assert time.monotonic() - back_at < 2.0
    assert listener.changes == [UP, BROKE, UP]
    assert link.url == computer.urls[1]


def test_a_stranger_is_not_let_in_until_a_person_says_so(
    computer: Computer, listener: Listener, link: LinkThread
) -> None:
    computer.unplug(0)
    wait_until(lambda: listener.changes == [UP, BROKE])
    other = computer.plug(0, "B2")
    wait_until(lambda: listener.changes[-1] == STRANGER)
    assert "Is this the same monitor?" in link.stats.trouble
    until = time.monotonic() + 1.0
    says_until(other, heart_rate(120), lambda: time.monotonic() > until)
    assert 120.0 not in listener.rates
    assert listener.changes == [UP, BROKE, STRANGER]
    link.accept_stranger()
    says_until(other, heart_rate(70), lambda: 70.0 in listener.rates)
    assert listener.changes == [UP, BROKE, STRANGER, UP]
    assert link.stats.trouble == ""


def test_a_stranger_that_leaves_again_is_no_stranger_any_more(
    computer: Computer, listener: Listener, link: LinkThread
) -> None:
    computer.unplug(0)
    computer.plug(0, "B2")
    wait_until(lambda: STRANGER in listener.changes)
    computer.unplug(0)
    wait_until(lambda: listener.changes[-1] == ABSENT)
    assert "is not there" in link.stats.trouble
    back = computer.plug(0, "A1")
    says_until(back, heart_rate(90), lambda: 90.0 in listener.rates)
    assert listener.changes[-1] == UP


def test_ours_is_followed_although_a_stranger_took_its_port(
    computer: Computer, listener: Listener, link: LinkThread
) -> None:
    computer.unplug(0)
    wait_until(lambda: listener.changes == [UP, BROKE])
    ours = computer.plug(1, "A1")
    computer.plug(0, "B2")
    says_until(ours, heart_rate(90), lambda: 90.0 in listener.rates)
    assert link.url == computer.urls[1]
    assert STRANGER not in listener.changes


def test_leaving_and_coming_back_is_one_line_each_in_the_log(
    computer: Computer, listener: Listener, link: LinkThread, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="devices.link")
    computer.unplug(0)
    tried_until = time.monotonic() + 1.0
    wait_until(lambda: time.monotonic() > tried_until)
    back = computer.plug(1, "A1")
    says_until(back, heart_rate(90), lambda: 90.0 in listener.rates)
    assert [record.levelname for record in caplog.records] == ["INFO", "INFO"]
    assert link.url in caplog.records[1].getMessage()
