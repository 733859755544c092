"""What a link on a real port knows of its line: settings, tail, round trip, orders too late."""

from __future__ import annotations

import os
import pty
import termios
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpers import wait_until
from line_driver import heart_rate, line_driver

from devices.link import LinkThread
from devices.registry import DRIVERS
from devices.session import START_MEANT_S, Driver, LineSettings
from devices.traffic import Direction
from monitor.events import Heard

ANSWERS_AFTER_S = 0.1
ASKED = line_driver(poll_s=0.5)


@pytest.fixture
def ends() -> Iterator[tuple[int, str]]:
    """The monitor's end of a cable, and the name of ours."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    yield master, os.ttyname(slave)
    os.close(slave)
    os.close(master)


class Clock:
    """The monotonic clock, which a test may move on."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead_s


def nothing(_at: float, _heard: tuple[Heard, ...]) -> None:
    """Nobody listens."""


@contextmanager
def linked(
    url: str, driver: Driver, line: LineSettings | None = None, clock: Clock | None = None
) -> Iterator[LinkThread]:
    link = LinkThread(url, driver, clock=clock or Clock(), deliver=nothing, line=line)
    link.start()
    try:
        yield link
    finally:
        link.stop()
        link.join(5.0)
        assert not link.running


def speed_of(url: str) -> int:
    terminal = os.open(url, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        speed = termios.tcgetattr(terminal)[4]
    finally:
        os.close(terminal)
    assert isinstance(speed, int)
    return speed


def test_a_unit_with_other_settings_is_opened_with_them(ends: tuple[int, str]) -> None:
    _, url = ends
    par = DRIVERS["par-nibp2010"]
    with linked(url, par):
        wait_until(lambda: speed_of(url) == termios.B4800)
    (board,) = par.alternative_lines
    with linked(url, par, board):
        wait_until(lambda: speed_of(url) == termios.B19200)


def test_the_round_trip_and_the_raw_tail_are_known(ends: tuple[int, str]) -> None:
    master, url = ends
    with linked(url, ASKED) as link:
        assert os.read(master, 10) == b"?"
        answer_at = time.monotonic() + ANSWERS_AFTER_S
        wait_until(lambda: time.monotonic() >= answer_at)
        os.write(master, heart_rate(80))
        wait_until(lambda: link.stats.frames == 1)
        stats = link.stats
    assert stats.round_trip_s is not None
    assert 0.09 < stats.round_trip_s < 0.45
    assert stats.tail[:2] == ((Direction.TX, b"?"), (Direction.RX, heart_rate(80)))


def test_a_start_for_a_port_that_is_away_too_long_is_not_sent_when_it_is_back(
    tmp_path: Path, ends: tuple[int, str]
) -> None:
    master, device = ends
    port, clock = tmp_path / "tty", Clock()
    pm6750 = DRIVERS["berry-pm6750"]
    (start,) = pm6750.cuff_start
    with linked(str(port), pm6750, clock=clock) as link:
        wait_until(lambda: link.stats.trouble)
        link.start_cuff()
        clock.ahead_s = START_MEANT_S + 1.0
        port.symlink_to(device)
        sent = os.read(master, 6)
        while len(sent) < 5 * 6:
            sent += os.read(master, 6)
        assert start not in sent
        link.start_cuff()
        while start not in sent:
            sent += os.read(master, 6)
