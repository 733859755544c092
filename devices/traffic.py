"""What passed over one line of late: the raw bytes, how fast it answers, what its clock said.

Rule 1: it costs a few microseconds a read, whatever the line carries, and its memory is bounded.
Rule 2: the round trip is the time from the last request to the next whole frame; a monitor that is
        never asked has none.
Rule 3: the monitor's time is the stamp of a continuous value, which means "now". A monitor that
        gives none with its values is taken by its cuff: the stamp is then that of the measurement,
        and is moved on by its age where the monitor tells it; else it is up to a minute early.
        A result from before the session, of which no age is known, says nothing of the clock.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import datetime, timedelta

from devices.errors import ProtocolError
from monitor.vitals import CuffResult, Observation, Quality, Reading

TAIL_BYTES = 512
PIECE_BYTES = 64
"""Pieces shorter than this are put together, so that single bytes make no long list."""


class Direction(enum.StrEnum):
    RX = "rx"
    """From the monitor."""
    TX = "tx"
    """To the monitor."""


Tail = tuple[tuple[Direction, bytes], ...]
"""Raw bytes, oldest first, each with its direction."""


class Traffic:
    """Every value is replaced as a whole, so that another thread may read it at any time."""

    def __init__(self) -> None:
        self.tail: Tail = ()
        self.round_trip_s: float | None = None
        self.told: tuple[str, float] | None = None
        """The monitor's own time (ISO 8601 without zone), and when it was heard."""
        self._asked_at: float | None = None
        self._values_tell = False

    def opened(self) -> None:
        """What was asked before the line went is not answered any more."""
        self._asked_at = None

    def passed(self, direction: Direction, data: bytes, at: float) -> None:
        self.tail = grown(self.tail, direction, data)
        if direction is Direction.TX:
            self._asked_at = at

    def whole_frame(self, at: float) -> None:
        if self._asked_at is not None:
            self.round_trip_s = at - self._asked_at
            self._asked_at = None

    def heard(self, events: Sequence[Observation | ProtocolError], at: float) -> None:
        for event in events:
            if isinstance(event, Reading):
                if event.device_time is not None:
                    self._values_tell = True
                    self.told = (event.device_time, at)
                    return
            elif isinstance(event, CuffResult) and not self._values_tell:
                told = _now_by(event)
                self.told = self.told if told is None else (told, at)


def grown(tail: Tail, direction: Direction, data: bytes) -> Tail:
    """The tail with what passed now, cut to `TAIL_BYTES` at its beginning."""
    if tail and tail[-1][0] is direction and len(tail[-1][1]) < PIECE_BYTES:
        data = tail[-1][1] + data[-TAIL_BYTES:]
        tail = tail[:-1]
    tail = (*tail, (direction, data[-TAIL_BYTES:]))
    spare = sum(len(piece) for _, piece in tail) - TAIL_BYTES
    while spare > 0:
        first_direction, first = tail[0]
        rest = first[spare:]
        tail = ((first_direction, rest), *tail[1:]) if rest else tail[1:]
        spare -= len(first)
    return tail


def _now_by(result: CuffResult) -> str | None:
    """The monitor's time at which this result was shown; None = it does not say."""
    if result.device_time is None or result.age_s is None:
        unknown = result.quality in {Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN}
        return None if unknown else result.device_time
    try:
        measured = datetime.fromisoformat(result.device_time)
    except ValueError:
        return None
    return (measured + timedelta(seconds=result.age_s)).isoformat()
