"""One driver against a bad line: what it may say, what it may keep, and that it recovers.

Only plausible, finite, printable observations and `ProtocolError`s may come out, and only bytes
that the driver lists may be sent.
"""

from __future__ import annotations

import gc
import math
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from sys import getsizeof

from fuzzing import FUZZED, SOURCE, noise

from devices.errors import ProtocolError
from devices.session import DeviceEvent, DeviceSession, Driver
from devices.simulated.monitors import intellivue_wire
from monitor.vitals import (
    CUFF_SIGNS,
    SIGNS,
    CuffFailed,
    CuffResult,
    DeviceNote,
    Reading,
    SignalLost,
    VitalSign,
    WaveChunk,
)

BETWEEN_LOOKS = 20_000
"""After so many bytes of noise whole frames come, which must be understood."""
MOST_KEPT = 200_000
"""Bytes that a conversation may keep, whatever it heard."""
LONGEST_TEXT = 8192
CHUNKS = (1, 2, 7, 16, 64, 700, 4096)


def sound(event: DeviceEvent, driver: Driver) -> None:
    """Fails when a driver may not say this."""
    if isinstance(event, ProtocolError):
        assert len(str(event)) <= LONGEST_TEXT
        return
    if isinstance(event, WaveChunk):
        assert 0.0 < event.rate_hz < 1e5
        assert event.samples
        assert all(map(math.isfinite, event.samples))
        return
    assert event.source == SOURCE
    match event:
        case Reading():
            assert event.sign in driver.signs
            assert event.sign not in CUFF_SIGNS
            assert SIGNS[event.sign].plausible(event.value)
            _a_moment(event.device_time)
        case CuffResult():
            _a_cuff(event)
        case CuffFailed():
            pass
        case SignalLost():
            assert event.sign in driver.signs
        case DeviceNote():
            assert len(event.text) <= LONGEST_TEXT
            assert event.text.isprintable()
            event.text.encode()


def _a_cuff(event: CuffResult) -> None:
    assert event.dbp < event.sbp
    for sign, value in (
        (VitalSign.SBP, event.sbp),
        (VitalSign.DBP, event.dbp),
        (VitalSign.MAP, event.map),
        (VitalSign.NIBP_PULSE, event.pulse),
    ):
        assert value is None or SIGNS[sign].plausible(value)
    assert event.age_s is None or 0.0 <= event.age_s < math.inf
    _a_moment(event.device_time)


def _a_moment(stamp: str | None) -> None:
    if stamp is not None:
        assert datetime.fromisoformat(stamp).tzinfo is None


_NOT_KEPT = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, Driver)


def kept_by(thing: object) -> int:
    """Bytes that this object holds, directly or not; code and classes are not counted."""
    seen: set[int] = set()
    left, total = [thing], 0
    while left:
        one = left.pop()
        if id(one) in seen or isinstance(one, _NOT_KEPT):
            continue
        seen.add(id(one))
        total += getsizeof(one)
        left += gc.get_referents(one)
    return total


# ---- a whole trial ------------------------------------------------------------------------------


@dataclass(slots=True)
class Tried:
    """What came of a trial."""

    size: int = 0
    events: int = 0
    errors: int = 0
    frames: int = 0
    kept: int = 0
    recoveries: int = 0
    swallowed: int = 0


class Trial:
    """One conversation that hears a bad line, and now and then whole frames."""

    def __init__(self, name: str, seed: int) -> None:
        self._driver, self._wire = FUZZED[name]
        self._random = Random(f"trial {name} {seed}")
        self._session: DeviceSession = self._driver.open(SOURCE)
        self._now = 0.0
        self._listed = {command for command, _why in self._driver.sends}
        self.found = Tried()
        self._sent(self._session.opened(self._now))

    def hear(self, pieces: Iterator[bytes]) -> Tried:
        """Everything, in chunks of any size; every so often, whole frames."""
        waiting, since = b"", 0
        for piece in pieces:
            waiting += piece
            while len(waiting) >= CHUNKS[-1]:
                size = self._random.choice(CHUNKS)
                self._take(waiting[:size])
                waiting, since = waiting[size:], since + size
            if since >= BETWEEN_LOOKS:
                since = 0
                self._recover()
        self._take(waiting)
        self._recover()
        return self.found

    def _take(self, chunk: bytes) -> None:
        self._now += self._random.choice((0.0, 0.004, 0.1, 1.0))
        for event in self._session.receive(chunk, self._now):
            sound(event, self._driver)
            self.found.events += 1
            self.found.errors += isinstance(event, ProtocolError)
        self._sent(self._session.due(self._now))
        self.found.size += len(chunk)
        if self._random.random() < 0.001:
            self._now += 70.0
            self._sent(self._session.opened(self._now))

    def _sent(self, data: bytes) -> None:
        if not data or data in self._listed:
            return
        # The confirmation of an IntelliVue's event echoes its id and time.
        message = intellivue_wire.message_of(data[1:-1])
        assert self._driver.name == "philips-intellivue"
        assert message[4:6] == b"\x00\x02"

    def _recover(self) -> None:
        """The next whole frames are understood, all but the one that the noise may have spoilt.

        Noise that looks like the head of a long frame takes what follows into it, and with a sum
        of eight bits that frame is right once in 256 times. Then the frames after them count.
        """
        if not self._understood():
            self.found.swallowed += 1
            assert self._understood()
        self.found.recoveries += 1
        self.found.frames = self._session.frames
        self.found.kept = max(self.found.kept, kept_by(self._session))
        assert self.found.kept < MOST_KEPT

    def _understood(self) -> bool:
        list(self._session.receive(self._wire.between, self._now))
        before = self._session.frames
        for frame in self._wire.frames:
            self._take(frame)
        return self._session.frames - before >= len(self._wire.frames) - 1


def tried(name: str, size: int, seed: int = 1) -> Tried:
    """A driver against so many bytes. Fails on whatever it may not do."""
    return Trial(name, seed).hear(noise(name, size, seed))
