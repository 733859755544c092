"""Which of the values in a record were taken, for whoever draws or counts them again.

Rule 1: with several devices for one sign, a value of a device that stands behind another one is
        in the record and nowhere else. The choice is the core's own (`monitor/latest.py`), made
        again.
Rule 2: nor is what was refused because of its moment; what was entered late is read where it
        happened (`monitor/treatment/late_entries.py`).
Rule 3: nor is a command that was refused: nothing happened. `Refused` follows what it answers.
Rule 4: nor is anything of a device of which somebody said that it is not this patient's monitor,
        from then on (`monitor/handshake.py`).
Rule 5: a line that was corrected afterwards counts as corrected (`monitor/corrected.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from monitor.commands import ConfirmMonitor, PreferSource
from monitor.corrected import entries_corrected
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
from monitor.outcomes import Refused
from monitor.treatment import late_entries
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
        if not late_entries.counts(event, now):
            return None
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
    """A whole record as it counts, in the order of what happened."""
    yield from late_entries.entries_placed(_taken(entries))


def accepted(entries: Iterable[Entry]) -> Iterator[Entry]:
    """A record, corrected, without the commands that were refused and without their refusals."""
    waiting: Entry | None = None
    for entry in entries_corrected(entries):
        if isinstance(entry.what, Refused):
            if waiting is not None and not is_event(waiting.what):
                yield waiting
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = entry
    if waiting is not None:
        yield waiting


def _taken(entries: Iterable[Entry]) -> Iterator[Entry]:
    taken = Taken()
    for entry in accepted(entries):
        what = entry.what
        if isinstance(what, SessionOpened):
            taken = Taken(what.devices)
        counts = taken.of(what, entry.now_s) if is_event(what) else what
        if counts is what:
            yield entry
        elif counts is not None:
            yield replace(entry, what=counts)
