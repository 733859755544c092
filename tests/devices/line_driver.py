"""A monitor invented for the tests of the line: ``HR 080\\r\\n`` once a second, ``OK\\r\\n`` else.

`poll_s` makes it a monitor that is asked: ``?`` every so often.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from devices.errors import ContentError
from devices.session import DeviceEvent, Driver, LineSettings
from monitor.vitals import Reading, VitalSign, Wave, WaveChunk

HELLO = b"HELLO\r\n"
WAVE = b"WAVE\r\n"
POISON = b"BUG\r\n"


def heart_rate(value: int) -> bytes:
    return b"HR %03d\r\n" % value


class LineSession:
    def __init__(self, source: str, poll_s: float | None, hello: bytes) -> None:
        self._source = source
        self._poll_s = poll_s
        self._hello = hello
        self._next_poll = math.inf if poll_s is None else -math.inf
        self._rest = b""
        self._frames = 0
        self.moments: list[float] = []

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self.moments.append(at)
        self._rest = b""
        return self._hello

    def receive(self, data: bytes, at: float) -> Iterator[DeviceEvent]:
        self.moments.append(at)
        *lines, self._rest = (self._rest + data).split(b"\r\n")
        for line in lines:
            if line + b"\r\n" == POISON:
                raise KeyError(line)
            if line.startswith(b"HR "):
                self._frames += 1
                yield Reading(VitalSign.HR, float(line[3:]), self._source)
            elif line == b"OK":
                self._frames += 1
            elif line + b"\r\n" == WAVE:
                self._frames += 1
                yield WaveChunk(Wave.PLETH, 4.0, "1", (0.0, 1.0, 2.0, 1.0))
            else:
                yield ContentError(f"not a frame: {line!r}")

    def due(self, now: float) -> bytes:
        if self._poll_s is None or now < self._next_poll:
            return b""
        self._next_poll = now + self._poll_s
        return b"?"

    def wake_at(self) -> float | None:
        return None if self._poll_s is None else self._next_poll


def line_driver(
    interval_s: float = 1.0, poll_s: float | None = None, hello: bytes = b""
) -> Driver:
    return Driver(
        name="line-test",
        title="Line test",
        line=LineSettings(9600),
        signs=frozenset({VitalSign.HR}),
        interval_s=interval_s,
        bytes_per_s=8.0,
        open=lambda source: LineSession(source, poll_s, hello),
        cable="none",
    )
