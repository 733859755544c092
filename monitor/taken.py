"""Which of the values in a record were taken, for whoever draws or counts them again.

Rule 1: with several devices for one sign, a value of a device that stands behind another one is
        in the record and nowhere else. The choice is the core's own (`monitor/latest.py`), made
        again.
Rule 2: nor is anything of a device of which somebody said that it is not this patient's monitor,
        from then on (`monitor/handshake.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from monitor.commands import ConfirmMonitor, PreferSource
from monitor.entries import Entry
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkState,
    Numerics,
    Resumed,
    SessionOpened,
    is_event,
)
from monitor.latest import Latest
from monitor.vitals import CuffFailed, CuffResult, DeviceNote, SignalLost


class Taken:
    """Give it every event of a session in order; what comes back is what counts."""

    def __init__(self, devices: Iterable[DeviceFacts] = ()) -> None:
        known = tuple(devices)
        self._latest = Latest(known)
        self._several = len(known) > 1
        self._aside: set[str] = set()

    def of(self, event: Event, now: float) -> Event | None:
        """The event as it counts; None when nothing of it does."""
        if isinstance(event, ConfirmMonitor):
            (self._aside.discard if event.same else self._aside.add)(event.source)
        if self._aside and _source(event) in self._aside:
            return None
        if not self._several:
            return event
        latest = self._latest
        latest.expire(now)
        match event:
            case Numerics(readings):
                taken = tuple(reading for reading in readings if latest.take(reading, now))
                return Numerics(taken) if taken else None
            case SignalLost():
                latest.lose(event, now)
                return None if event.sign in latest.held else event
            case LinkChanged(LinkState.DOWN):
                latest.lose_all(event.reason, now, event.source)
            case Resumed():
                latest.lose_all("program-away", event.gap_from_s)
            case PreferSource():
                latest.prefer(event.sign, event.source, now)
            case _:
                pass
        return event


def _source(event: Event) -> str | None:
    """The device that says so; None = no device does."""
    match event:
        case Numerics(readings):
            return readings[0].source if readings else None
        case CuffResult() | CuffFailed() | SignalLost() | DeviceNote() | LinkChanged():
            return event.source
        case _:
            return None


def entries_taken(entries: Iterable[Entry]) -> Iterator[Entry]:
    """A whole record as it counts, in its order."""
    taken = Taken()
    for entry in entries:
        what = entry.what
        if isinstance(what, SessionOpened):
            taken = Taken(what.devices)
        counts = taken.of(what, entry.now_s) if is_event(what) else what
        if counts is what:
            yield entry
        elif counts is not None:
            yield replace(entry, what=counts)
