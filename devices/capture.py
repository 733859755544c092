"""The black box of a line: raw bytes with time and direction, and how to play them back.

Rule 1: what is kept is what was on the wire, before anybody understood it.
Rule 2: a sink's `put` neither blocks nor raises; a link must not wait for a disk.
Rule 3: playing back feeds a fresh conversation at the recorded moments, so that it says what the
        live one said, silences included. What was asked of the monitor is asked again and thrown
        away, because some answers are only understood by the one who asked. Nothing is started:
        what a cuff does, a monitor says by itself.
"""

from __future__ import annotations

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
    bears = driver.source if source is None else source
    session = driver.open(bears)
    watch = LinkWatch(driver, bears)
    opened = False
    for record in records:
        if not opened:
            opened = True
            watch.opened(record.at)
            session.opened(record.at)
        yield from _silences(watch, record.at)
        session.due(record.at)
        if record.direction is Direction.TX:
            continue
        events = list(session.receive(record.data, record.at))
        changes = watch.took(events, len(record.data), record.at, frames=session.frames)
        observations = (event for event in events if not isinstance(event, ProtocolError))
        heard = (*changes, *gather(observations))
        if heard:
            yield record.at, heard
    if opened and until is not None:
        yield from _silences(watch, until)


def _silences(watch: LinkWatch, until: float) -> Iterator[tuple[float, tuple[Heard, ...]]]:
    """What the watch had to say before `until`, at the moments it was due."""
    while (wake_at := watch.wake_at()) is not None and wake_at < until:
        changes = watch.tick(wake_at)
        if changes:
            yield wake_at, tuple(changes)
