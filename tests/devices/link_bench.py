"""A line to a monitor that is a test: what comes of it, and a port that can be plugged."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from helpers import wait_until

from devices.capture import CapturedBytes, Direction
from monitor.events import Heard, LinkChanged, LinkReason, LinkState, Numerics

UP = (LinkState.UP, LinkReason.CONNECTED)
ABSENT = (LinkState.DOWN, LinkReason.PORT_ABSENT)
BROKE = (LinkState.DOWN, LinkReason.PORT_BROKE)


class Listener:
    """What a link delivered, in order."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[tuple[float, tuple[Heard, ...]]] = SimpleQueue()
        self._taken: list[tuple[float, tuple[Heard, ...]]] = []

    def put(self, at: float, heard: tuple[Heard, ...]) -> None:
        self._queue.put((at, heard))

    @property
    def deliveries(self) -> list[tuple[float, tuple[Heard, ...]]]:
        while not self._queue.empty():
            self._taken.append(self._queue.get())
        return self._taken

    @property
    def changes(self) -> list[tuple[LinkState, LinkReason]]:
        return [
            (event.state, event.reason)
            for _, heard in self.deliveries
            for event in heard
            if isinstance(event, LinkChanged)
        ]

    @property
    def rates(self) -> list[float]:
        return [
            reading.value
            for _, heard in self.deliveries
            for event in heard
            if isinstance(event, Numerics)
            for reading in event.readings
        ]


class Box:
    """A capture in memory."""

    def __init__(self) -> None:
        self.records: list[CapturedBytes] = []

    def put(self, at: float, direction: Direction, data: bytes) -> None:
        self.records.append(CapturedBytes(at, direction, data))

    def bytes_of(self, direction: Direction) -> bytes:
        return b"".join(record.data for record in self.records if record.direction is direction)


class Monitor:
    """A monitor at the end of a cable; its port bears the name `link` while it is plugged in."""

    def __init__(self, link: Path) -> None:
        self._link = link
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        master, slave = pty.openpty()
        tty.setraw(slave)
        self._ends = (master, slave)
        self._link.symlink_to(os.ttyname(slave))

    def unplug(self) -> None:
        if self._ends is not None:
            self._link.unlink()
            for end in self._ends:
                os.close(end)
            self._ends = None

    def say(self, data: bytes) -> None:
        assert self._ends is not None
        os.write(self._ends[0], data)

    def hear(self) -> bytes:
        assert self._ends is not None
        return os.read(self._ends[0], 1000)


def says_until(monitor: Monitor, data: bytes, predicate: Callable[[], object]) -> None:
    """Speak as a monitor does, again and again: what comes before the port is open is lost."""

    def spoken() -> object:
        monitor.say(data)
        return predicate()

    wait_until(spoken)
