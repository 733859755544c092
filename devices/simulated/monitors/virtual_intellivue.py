"""A virtual Philips IntelliVue on its MIB port: associates, and sends data about a patient.

    host      0D ...             monitor  0E ... accepted, then the MDS create event
    host      confirms it, and polls numerics, waves, alarms
    monitor   numerics every 1.024 s in linked results that an empty one ends, waves every 256 ms,
              the list of active alarms every 1.024 s; each as long as its poll lasts

It drops the association, with an abort, when it hears nothing for 10 s, and also when it is asked
for a second one (what a real one does then is not known; this is the harder case for a host).
What it cannot do is answered with an error. Poll requests before the event is confirmed are
ignored.

The cuff's object repeats the last result with the time at which it was made, by the monitor's own
clock, which runs from 2026-01-15 10:00. Before the first result its values are unavailable under
a stamp of long ago, as a real monitor was seen to do. While it measures the state says so, and
after a failure the values are invalid (not known of a real one). What its objects hold is in
`intellivue_objects.py`.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from devices.simulated.monitors import intellivue_wire as wire
from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.intellivue_objects import NUMERICS, alarms, numerics
from devices.simulated.monitors.waves import (
    USUAL_PERFUSION,
)
from devices.simulated.sensors.shown import Chest, Measuring, Shown

CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001 (the monitor has no time zone)
TICKS_PER_S = 8000
TICKS_FROM = 1_900_000
ANSWERS_AFTER_S = 0.02
NUMERICS_EVERY_S = 1.024
WAVES_EVERY_S = 0.256
FORGETS_AFTER_S = 10.0
_MOST_WAITING = 4096

WAVES, ALARMS, SYSTEM = 0x0009, 0x0036, 0x0021
SINGLE, EXTENDED = 0x0C16, 0xF13B
_EVERY_S = {NUMERICS: NUMERICS_EVERY_S, WAVES: WAVES_EVERY_S, ALARMS: NUMERICS_EVERY_S}
_INVALID_OPERATION = 24

_ECG_PER_CHUNK, _PLETH_PER_CHUNK = 64, 32
_ECG_FORM = (
    wire.attribute(0x096D, bytes.fromhex("0040100E3000"))
    + wire.attribute(0x098D, struct.pack(">I", 32))
    + wire.attribute(0x0996, bytes.fromhex("10B2"))
    + wire.attribute(0x096F, bytes.fromhex("FEFFF000 FD009FFB 0000 3FFF"))
)
_PLETH_FORM = (
    wire.attribute(0x096D, bytes.fromhex("0020100C8000"))
    + wire.attribute(0x098D, struct.pack(">I", 64))
    + wire.attribute(0x0996, bytes.fromhex("0200"))
    + wire.attribute(0x096F, bytes.fromhex("007FFFFF 007FFFFF 0000 0FFF"))
)
"""Form, period, unit, scale: 250 Hz from -40.96 to 40.955 mV; 125 Hz without absolute values."""
_FORM_PARTS = 4
_FORM_EVERY = 4
_FLAT = 0x0800
_FLAT_ECG = bytes([100]) * _ECG_PER_CHUNK


@dataclass(slots=True)
class Subscription:
    """An extended poll that lasts."""

    invoke: int
    number: int
    group: int
    until_s: float
    next_s: float
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """One poll request."""

    action: int
    invoke: int
    number: int
    what: int
    group: int


class VirtualIntelliVue:
    """Speaks when it was associated with."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self.clock = DeviceClock(CLOCK_FROM)
        self._typed = b""
        self._answers: list[tuple[float, bytes]] = []
        self._associated = False
        self._confirmed = False
        self._heard_s = 0.0
        self._latest_s = 0.0
        self._streams: dict[int, Subscription] = {}
        self._heart = Heart()

    def receive(self, data: bytes, now: float) -> None:
        *frames, rest = (self._typed + data).split(b"\xc1")
        self._typed = rest[-_MOST_WAITING:]
        for raw in frames:
            told = wire.message_of(raw.rpartition(b"\xc0")[2])
            if told:
                self._expire(now)
                self._heard_s = now
                self._hear(told, now)

    def due(self, now: float) -> bytes:
        self._expire(now)
        ready = [told for at, told in self._answers if at <= now]
        self._answers = self._answers[len(ready) :]
        while self._streams:
            what = min(self._streams, key=lambda one: self._streams[one].next_s)
            stream = self._streams[what]
            if stream.next_s > now:
                break
            ready += self._served(what, stream)
            if stream.next_s > stream.until_s:
                del self._streams[what]
        return b"".join(map(wire.frame, ready))

    def wake_at(self) -> float:
        times = [stream.next_s for stream in self._streams.values()]
        times += [at for at, _ in self._answers[:1]]
        if self._associated:
            times.append(self._heard_s + FORGETS_AFTER_S)
        return min(times, default=math.inf)

    # ---- the association ------------------------------------------------------------------------

    def _hear(self, told: bytes, now: float) -> None:
        if told[0] == 0x0D:
            self._asked_to_associate(now)
        elif told[0] == 0x09 and self._associated:
            self._forget()
            self._answer(wire.RELEASED, now)
        elif told[0] == 0x19:
            self._forget()
        elif told[0] == 0xE1 and self._associated and len(told) >= 14:
            self._hear_command(told, now)

    def _asked_to_associate(self, now: float) -> None:
        if self._associated:
            self._forget()
            self._answer(wire.ABORT, now)
            return
        self._associated = True
        self._answer(wire.ACCEPT, now)
        self._answer(wire.event(1, _ticks(now), wire.listed(self._system(now))), now)

    def _forget(self) -> None:
        self._associated = self._confirmed = False
        self._streams.clear()
        self._answers.clear()

    def _expire(self, now: float) -> None:
        if self._associated and now - self._heard_s >= FORGETS_AFTER_S:
            self._forget()
            self._answers.append((now, wire.ABORT))

    def _answer(self, told: bytes, now: float) -> None:
        self._answers.append((now + ANSWERS_AFTER_S, told))

    # ---- requests -------------------------------------------------------------------------------

    def _hear_command(self, told: bytes, now: float) -> None:
        kind, _, invoke, command = struct.unpack_from(">4H", told, 4)
        if kind == 2 and command == 1:
            self._confirmed = True
        elif kind == 1 and self._confirmed:
            if command != 7 or len(told) < 36:
                self._answer(wire.error(invoke, _INVALID_OPERATION), now)
                return
            action, _, number, _, what, group = struct.unpack_from(">6H", told, 24)
            self._poll(Asked(action, invoke, number, what, group), told, now)

    def _poll(self, asked: Asked, told: bytes, now: float) -> None:
        if asked.action == EXTENDED and asked.what in _EVERY_S:
            lifetime_s = int.from_bytes(told[-4:], "big") / TICKS_PER_S
            every_s = _EVERY_S[asked.what]
            old = self._streams.get(asked.what)
            next_s = now + every_s if old is None else old.next_s
            self._streams[asked.what] = Subscription(
                asked.invoke, asked.number, asked.group, now + lifetime_s, next_s
            )
        elif asked.action == SINGLE:
            for body, link in self._contents(asked.what, now, 0):
                head = self._head(asked.number, asked.what, asked.group, now)
                self._answer(wire.result(SINGLE, asked.invoke, head + body, link), now)
        else:
            self._answer(wire.error(asked.invoke, _INVALID_OPERATION), now)

    def _served(self, what: int, stream: Subscription) -> Iterator[bytes]:
        at = stream.next_s
        for body, link in self._contents(what, at, stream.sequence):
            head = self._head(stream.number, what, stream.group, at, stream.sequence)
            yield wire.result(EXTENDED, stream.invoke, head + body, link)
        stream.sequence = (stream.sequence + 1) & 0xFFFF
        stream.next_s += _EVERY_S[what]

    def _head(
        self, number: int, what: int, group: int, at: float, sequence: int | None = None
    ) -> bytes:
        """Poll number, for extended polls a sequence, ticks, no absolute time, what was asked."""
        numbered = (number,) if sequence is None else (number, sequence)
        head = struct.pack(f">{len(numbered)}H", *numbered)
        return head + struct.pack(">I8s3H", _ticks(at), b"\xff" * 8, 1, what, group)

    def _contents(
        self, what: int, at: float, sequence: int
    ) -> Iterator[tuple[bytes, tuple[int, int] | None]]:
        """The lists of objects that answer a poll, each with its place in a linked answer."""
        if what == NUMERICS:
            cuff, others = numerics(self._look(at), self.clock)
            yield wire.listed([wire.context(1, cuff)]), (1, 1)
            yield wire.listed([wire.context(1, others)]), (3, 2)
            yield wire.listed([]), None
        elif what == WAVES:
            things = self._waves(self._look(at), described=sequence % _FORM_EVERY == 0)
            yield wire.listed([wire.context(1, things)]), None
        elif what == ALARMS:
            yield wire.listed([wire.context(0, [alarms(self._look(at))])]), None
        elif what == SYSTEM:
            system = wire.thing(0, self._system(at))
            yield wire.listed([wire.context(0, [system])]), None
        else:
            yield wire.listed([]), None

    def _look(self, at: float) -> Shown:
        """A late stream must not turn the patient's time back."""
        self._latest_s = max(self._latest_s, at)
        return self._sensors.at(self._latest_s)

    def _system(self, now: float) -> list[bytes]:
        """Unit, maker and model, operating mode, both clocks."""
        return [
            wire.attribute(0x0984, bytes.fromhex("0006 0009FB000001")),
            wire.attribute(0x0928, b"\0\x08Philips\0\0\x08Virtual\0"),
            wire.attribute(0x0946, bytes.fromhex("4000")),
            wire.attribute(0x0987, wire.bcd(self.clock.at(now))),
            wire.attribute(0x098F, struct.pack(">I", _ticks(now))),
        ]

    def _waves(self, shown: Shown, *, described: bool) -> list[bytes]:
        """One chunk of two ECG leads and the plethysmogram."""
        ecg = _FLAT_ECG
        if shown.chest is not Chest.OFF:
            ecg = self._heart.ecg(shown.truth, _ECG_PER_CHUNK, WAVES_EVERY_S)
        pleth = self._heart.pleth(shown.truth, _PLETH_PER_CHUNK, WAVES_EVERY_S)
        self._heart.advance(shown.truth, WAVES_EVERY_S)
        lead_ii = wire.samples(0x0102, (0x2000 + 4 * (byte - 100) for byte in ecg))
        lead_v = wire.samples(0x0143, (0x2000 + 3 * (byte - 100) for byte in ecg))
        strength = 10.0 * shown.truth.perfusion / USUAL_PERFUSION
        if shown.spo2 is None:
            strength = 0.0
        beat = (min(max(_FLAT + round(strength * (byte - 86)), 0), 0x0FFF) for byte in pleth)
        return [
            _wave(0x02CA, "ECG", _ECG_FORM if described else b"", 0x0967, wire.listed(
                [lead_ii, lead_v]
            )),
            _wave(0x0402, "Pleth", _PLETH_FORM if described else b"", 0x096E, wire.samples(
                0x4BB4, beat
            )),
        ]  # fmt: skip


def _ticks(now: float) -> int:
    return (TICKS_FROM + int(now * TICKS_PER_S)) & 0xFFFFFFFF


def _wave(handle: int, text: str, form: bytes, name: int, held: bytes) -> bytes:
    count = 3 + (_FORM_PARTS if form else 0)
    attributes = b"".join(
        [
            wire.attribute(0x0921, struct.pack(">H", handle)),
            wire.attribute(0x0927, b"\0\x0e" + text.ljust(7, "\0").encode("utf-16-be")),
            form,
            wire.attribute(name, held),
        ]
    )
    return struct.pack(">HHH", handle, count, len(attributes)) + attributes
