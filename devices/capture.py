"""The black box of a line: raw bytes with time and direction, and how to play them back.

Rule 1: what is kept is what was on the wire, before anybody understood it.
Rule 2: a sink's `put` neither blocks nor raises; a link must not wait for a disk.
Rule 3: playing back feeds a fresh conversation at the recorded moments, so that it says what the
        live one said, silences included. What was asked of the monitor is asked again and thrown
        away, because some answers are only understood by the one who asked. Nothing is started:
        what a cuff does, a monitor says by itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from devices.errors import ProtocolError
from devices.link_watch import LinkWatch
from devices.session import Driver
from devices.traffic import Direction
from monitor.events import Heard, gather

__all__ = ["CaptureSink", "CapturedBytes", "Direction", "replay_capture"]


@dataclass(frozen=True, slots=True)
class CapturedBytes:
    at: float
    direction: Direction
    data: bytes


class CaptureSink(Protocol):
    def put(self, at: float, direction: Direction, data: bytes) -> None:
        """Keep these bytes; called from a link's thread."""
        ...


def replay_capture(
    records: Iterable[CapturedBytes],
    driver: Driver,
    source: str | None = None,
    until: float | None = None,
) -> Iterator[tuple[float, tuple[Heard, ...]]]:
    """What a monitor said, moment by moment; nothing is yielded for a moment that says nothing.

    `until` is the end of the capture, to which others may have gone on; None = the last record.
    """
    played = _Played(driver, driver.source if source is None else source)
    opened = False
    for record in records:
        if not opened:
            opened = True
            played.open(record.at)
        if record.direction is Direction.TX:  # perhaps because nothing had come by then
            yield from played.until(math.nextafter(record.at, math.inf))
        else:
            yield from played.until(record.at)
            if heard := played.hear(record.data, record.at):
                yield record.at, heard
        played.ask(record.at)
    if opened and until is not None:
        yield from played.until(until)


class _Played:
    """A conversation without its other side, on the clock of the capture."""

    def __init__(self, driver: Driver, source: str) -> None:
        self._session = driver.open(source)
        self._watch = LinkWatch(driver, source)
        self._now = -math.inf

    def open(self, at: float) -> None:
        self._watch.opened(at)
        self._session.opened(at)

    def hear(self, data: bytes, at: float) -> tuple[Heard, ...]:
        self._now = at
        events = list(self._session.receive(data, at))
        changes = self._watch.took(events, len(data), at, frames=self._session.frames)
        observations = (event for event in events if not isinstance(event, ProtocolError))
        return (*changes, *gather(observations))

    def ask(self, at: float) -> None:
        self._session.due(at)

    def until(self, end: float) -> Iterator[tuple[float, tuple[Heard, ...]]]:
        """What silence alone brought before `end`, at the moments at which it was due."""
        while (at := max(self._now, min(self._quiet_at(), self._gives_up_at()))) < end:
            heard: tuple[Heard, ...] = tuple(self._watch.tick(at))
            if self._gives_up_at() <= at:
                self.ask(at)
                heard += self.hear(b"", at)
            if heard:
                yield at, heard
            if min(self._quiet_at(), self._gives_up_at()) <= at:
                return  # it wants to be asked again at once: it is, with what comes next

    def _quiet_at(self) -> float:
        return _or_never(self._watch.wake_at())

    def _gives_up_at(self) -> float:
        """When the conversation does not wait any longer for what it asked for."""
        return _or_never(self._session.wake_at())


def _or_never(at: float | None) -> float:
    return math.inf if at is None else at
