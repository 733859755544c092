r"""Nonin oximeters, serial data formats 2 and 7 (9600 8N1): `nonin-df2`, `nonin-df7`.

The oximeter talks, we listen: 75 frames of 5 bytes each second. 25 of them are a packet, so that
three packets come each second. The packet is what is understood and counted here as one frame.

    format 2   01      status    pleth     data   sum of bytes 0-3, mod 256
    format 7   status  pleth MSB pleth LSB data   sum of bytes 0-3, mod 256

    status     80 always, 40 sensor disconnected, 20 artefact, 10 out of track (no good pulses),
               08 sensor alarm (finger out, unusable), 04 red 02 green 06 yellow perfusion (for
               12 frames at each pulse), 01 first frame of a packet
    data       by the number of the frame in its packet:
               1, 2    pulse rate of 4 beats, ((first & 03) << 7) | (second & 7F); 511 = none
               3       SpO2 of 4 beats, %; 127 = none
               8       flags: 20 good enough to be written down, 01 battery low
               others  firmware, timer, the same values with other averaging: not used

What is done with it:
* The values of frames 1 to 3 are taken and not those "for display", which may be held for a while
  after the finger is out (UNCERTAIN).
* A sensor that is disconnected, or whose alarm stands, has no value, whatever the numbers say.
* Out of track, or an artefact or red perfusion at the last pulse, makes the values POOR. Yellow is
  what the maker calls marginal: still a measurement.
* A packet with one damaged frame is dropped whole; the next one is a third of a second away.
* If nothing is understood for 10 s, the format is asked for (`02 70 02 02 format 03`, answered by
  ACK 06 or NAK 15). It is the only thing that is ever sent, and it only selects the output.

What this device cannot tell: the time (its timer counts, and nothing says from when). Whether it
knows a disconnected sensor in format 7 (UNCERTAIN: one table has bit 6 for format 2 alone; it is
taken for the same here).

>>> from devices.decode import decode
>>> data = bytes([0, 79, 98]) + bytes(22)
>>> def frame(*body): return bytes([*body, sum(body) % 256])
>>> df2 = b"".join(frame(1, 0x80 | (n == 0), 40, data[n]) for n in range(25))
>>> df7 = b"".join(frame(0x80 | (n == 0), 2, 44, data[n]) for n in range(25))
>>> off = frame(1, 0x99, 0x63, 3) + frame(1, 0x98, 0x63, 127) * 2  # 511, and 127
>>> off += 22 * bytes.fromhex("01 98 63 00 FC")
>>> for row in [*decode(DF2, df2 + off), *decode(DF7, df7)]:
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
125,reading,pulse,79.0,
125,reading,spo2,98.0,
250,lost,pulse,None,sensor-off
250,lost,spo2,None,sensor-off
125,reading,pulse,79.0,
125,reading,spo2,98.0,

Sources: OpenICE (mdpnp/mdpnp, BSD-2; its pulse rate is wrong above 127), two more public
implementations that quote the maker's table of bits, and the maker's manuals (9600, 9847).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from devices.conversation import Notes, Signs
from devices.errors import ChecksumError, FramingError, ProtocolError
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    LostReason,
    Quality,
    VitalSign,
    Wave,
    WaveChunk,
)

FRAME = 5
FRAMES = 25
PACKET = FRAME * FRAMES
TOLD_BY = FRAME + 2
"""The beginning of a packet is told by so many bytes."""
PLETH_HZ = 75.0
UNDERSTOOD_WITHIN_S = 10.0
"""Longer than listening for a monitor takes: nobody is switched over who only was listened to."""
JUNK_EACH = 4 * PACKET
LONE_ACK = FramingError("byte 06 stands where a packet should begin")
"""Said only if more follows that is no packet."""

DISCONNECTED, ARTEFACT, OUT_OF_TRACK, SENSOR_ALARM = 0x40, 0x20, 0x10, 0x08
RED, GREEN, SYNC, ALWAYS = 0x04, 0x02, 0x01, 0x80
FIRST = ALWAYS | SYNC
NO_RATE, NO_SPO2 = 511, 127
BATTERY_LOW = 0x01


@dataclass(frozen=True, slots=True)
class Format:
    """Where the status stands in a frame, and what stands before it."""

    number: int
    status_at: int
    first: int | None

    @property
    def select(self) -> bytes:
        return bytes([0x02, 0x70, 0x02, 0x02, self.number, 0x03])

    def pleth(self, packet: bytes) -> tuple[float, ...]:
        if self.status_at == 1:
            return tuple(map(float, packet[2::FRAME]))
        return tuple(float(value) for (value,) in _WIDE.iter_unpack(packet))


_WIDE = struct.Struct(">xHxx")
FORMAT_2 = Format(2, status_at=1, first=0x01)
FORMAT_7 = Format(7, status_at=0, first=None)


class PacketFramer:
    """Cuts packets out of bytes; every frame in them is checked as soon as it is there.

    There is no mark that could not be data, so a packet is known by 25 sums that fit and a first
    frame where it should be. One single ACK between two packets is no error.
    """

    def __init__(self, form: Format) -> None:
        self._form = form
        self._buffer = b""
        self._checked = 0
        self._junk = 0
        self._lone_ack = False

    def reset(self) -> None:
        """Forget half a packet."""
        self._buffer = b""
        self._checked = 0
        self._junk = 0
        self._lone_ack = False

    def feed(self, data: bytes) -> Iterator[bytes | ProtocolError]:
        buffer = self._buffer + data
        begin = 0
        while True:
            if not self._checked:
                start = self._seek(buffer, begin)
                if start > begin:
                    yield from self._waste(start - begin, self._misplaced(buffer, begin))
                begin = start
                if len(buffer) - begin < TOLD_BY:
                    break
            fault = self._check(buffer, begin)
            if fault is not None:
                yield from self._waste(1, fault)
                begin += 1
                self._checked = 0
            elif self._checked == FRAMES:
                yield buffer[begin : begin + PACKET]
                begin += PACKET
                self._checked = self._junk = 0
                self._lone_ack = False
            else:
                break
        self._buffer = buffer[begin:]

    def _seek(self, buffer: bytes, begin: int) -> int:
        """Where the next first frame stands, or the bytes that may be the beginning of one."""
        last = len(buffer) - TOLD_BY
        for at in range(begin, last + 1):
            if (
                self._like_a_first(buffer, at)
                and sum(buffer[at : at + 4]) & 0xFF == buffer[at + 4]
            ):
                return at
        return max(begin, last + 1)

    def _like_a_first(self, buffer: bytes, at: int) -> bool:
        """The first frame of a packet and the head of the second, if the sum fits."""
        status = at + self._form.status_at
        return (
            buffer[status] & FIRST == FIRST
            and buffer[status + FRAME] & FIRST == ALWAYS
            and self._form.first in {None, buffer[at]}
        )

    def _misplaced(self, buffer: bytes, at: int) -> ProtocolError:
        """What is wrong with the byte that stands where a packet should begin."""
        if self._like_a_first(buffer, at):
            return ChecksumError("frame 1 of a packet is damaged")
        return FramingError(f"byte {buffer[at]:02x} stands where a packet should begin")

    def _check(self, buffer: bytes, begin: int) -> ProtocolError | None:
        """Check all frames that are there of the packet that begins here."""
        whole = min((len(buffer) - begin) // FRAME, FRAMES)
        for number in range(self._checked, whole):
            at = begin + number * FRAME
            wanted = ALWAYS if number else FIRST
            if buffer[at + self._form.status_at] & FIRST != wanted or self._form.first not in {
                None,
                buffer[at],
            }:
                return FramingError(f"a packet broke off after {number} of {FRAMES} frames")
            if sum(buffer[at : at + 4]) & 0xFF != buffer[at + 4]:
                return ChecksumError(f"frame {number + 1} of a packet is damaged")
        self._checked = whole
        return None

    def _waste(self, count: int, fault: ProtocolError) -> list[ProtocolError]:
        """Here begins no packet. Said for the first byte, and again for each so many."""
        before = self._junk
        self._junk += count
        errors: list[ProtocolError] = []
        if not before and fault == LONE_ACK:
            self._lone_ack = True
        elif not before:
            errors.append(fault)
        if self._lone_ack and self._junk > 1:
            self._lone_ack = False
            errors.append(LONE_ACK)
        again = self._junk // JUNK_EACH - before // JUNK_EACH
        return errors + [FramingError(f"no packet within {JUNK_EACH} bytes")] * again


class NoninSession:
    """One conversation with one oximeter: it talks, we listen."""

    def __init__(self, source: str, form: Format) -> None:
        self._source = source
        self._form = form
        self._framer = PacketFramer(form)
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._weak_pulse = False
        self._ask_at: float | None = None
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._signs.reopened()
        self._ask_at = at + UNDERSTOOD_WITHIN_S
        return b""

    def due(self, now: float) -> bytes:
        if self._ask_at is None or now < self._ask_at:
            return b""
        self._ask_at = now + UNDERSTOOD_WITHIN_S
        return self._form.select

    def wake_at(self) -> float | None:
        return self._ask_at

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, ProtocolError):
                events.append(cut)
                continue
            self._frames += 1
            self._ask_at = at + UNDERSTOOD_WITHIN_S
            events += self._understand(cut)
        return events

    def _understand(self, packet: bytes) -> Iterator[DeviceEvent]:
        flags = 0
        for status in packet[self._form.status_at :: FRAME]:
            flags |= status
        data = packet[3::FRAME]
        rate, spo2 = (data[0] & 0x03) << 7 | data[1] & 0x7F, data[2] & 0x7F
        self._look_at_the_pulse(flags)
        off = bool(flags & (DISCONNECTED | SENSOR_ALARM))
        why = self._why(flags)
        quality = Quality.POOR if self._weak_pulse or flags & OUT_OF_TRACK else Quality.GOOD
        for sign, value, none in (
            (VitalSign.PULSE, rate, NO_RATE),
            (VitalSign.SPO2, spo2, NO_SPO2),
        ):
            shown = None if off or value == none else float(value)
            yield from self._signs.hear(sign, shown, why, quality=quality)
        yield from self._notes.battery(low=bool(data[7] & BATTERY_LOW))
        if not off:
            yield WaveChunk(Wave.PLETH, PLETH_HZ, "", self._form.pleth(packet), self._source)

    def _look_at_the_pulse(self, flags: int) -> None:
        """Perfusion and artefact stand only while a pulse passes: the last one counts."""
        if flags & (ARTEFACT | RED | GREEN):
            self._weak_pulse = bool(flags & ARTEFACT) or flags & (RED | GREEN) == RED

    def _why(self, flags: int) -> LostReason:
        """The best reason for a value that is missing."""
        if flags & (DISCONNECTED | SENSOR_ALARM):
            return LostReason.SENSOR_OFF
        if flags & OUT_OF_TRACK:
            return LostReason.NO_PULSE
        return LostReason.POOR_SIGNAL if self._weak_pulse else LostReason.NO_VALUE


def _driver(form: Format) -> Driver:
    return Driver(
        name=f"nonin-df{form.number}",
        title=f"Nonin oximeter, data format {form.number}",
        line=LineSettings(9600),
        signs=frozenset({VitalSign.PULSE, VitalSign.SPO2}),
        interval_s=FRAMES / PLETH_HZ,
        bytes_per_s=FRAME * PLETH_HZ,
        open=lambda source: NoninSession(source, form),
        cable=f"RS-232 or USB adapter of the maker, 9600 8N1, set to data format {form.number}",
        sends=((form.select, f"select data format {form.number}, if 10 s nothing is understood"),),
        quality=(
            QualityRow(
                "manual cited", Done.DONE, "the maker's bit table, by way of those who quote it"
            ),
            QualityRow(
                "facts verified", Done.DONE, "three implementations agree; the sum recomputed"
            ),
            QualityRow("real capture decoded", Done.TODO, "no recording is public"),
            QualityRow("contract tests", Done.DONE),
            QualityRow("units checked", Done.DONE, "1/min and % by the table; the wave has none"),
            QualityRow("limits documented", Done.DONE, "see the head of nonin.py"),
            QualityRow("tried on hardware", Done.TODO),
        ),
    )


DF2 = _driver(FORMAT_2)
DF7 = _driver(FORMAT_7)
