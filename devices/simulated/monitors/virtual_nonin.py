r"""A virtual Nonin oximeter: streams data format 2 or 7 about a simulated patient.

    format 2   01      status    pleth     data   sum of the four, mod 256
    format 7   status  pleth MSB pleth LSB data   sum of the four, mod 256

75 frames a second, 25 of them a packet; `data` is another value in each frame of a packet. Three
times a second a packet is put on the wire whole.

    host      02 70 02 02 format 03                    select a format; also with options:
              02 70 04 02 format options sum 03        sum = 70 + 04 + 02 + format + options
    oximeter  06 or 15                                 done, or not understood

Written from the description of the formats, independently of the driver. A finger that is out is
a sensor alarm, out of track, 511 and 127, and a flat wave; without the alarm, one in which no
pulse is found. One that moves is an artefact at each pulse. What the real one puts into reserved
places is not known: zeros here.
"""

from __future__ import annotations

from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import PLETH_FOOT
from devices.simulated.sensors.shown import Finger, Measuring, Shown

PACKETS_PER_S = 3
FRAMES = 25
ANSWERS_AFTER_S = 0.02
FORMATS = (2, 7)
_PULSE_HEIGHT = 130
"""A pulse begins where the wave passes this upwards."""
_PULSE_FRAMES = 12
_FLAT = bytes([PLETH_FOOT]) * FRAMES
_FIRMWARE = 40
_RED_BELOW, _YELLOW_BELOW = 0.3, 1.0
_MOST_WAITING = 16

_ALWAYS, _SYNC = 0x80, 0x01
_OUT_OF_TRACK, _ARTEFACT = 0x10, 0x20
_FINGER_OUT = _OUT_OF_TRACK | 0x08
_RED, _YELLOW, _GREEN = 0x04, 0x06, 0x02
_GOOD_ENOUGH = 0x20
_ACK, _NAK = b"\x06", b"\x15"


class VirtualNonin:
    """Talks at once, in the format it was switched on with."""

    def __init__(self, sensors: Measuring, form: int) -> None:
        self._sensors = sensors
        self._form = form
        self._packets = 0
        self._heart = Heart()
        self._second = self._told = b""
        """Of the present second: the beats, and the wave as it is told."""
        self._last_height = 0
        self._pulse_left = 0
        self._typed = b""
        self._replies: list[tuple[float, bytes]] = []

    def receive(self, data: bytes, now: float) -> None:
        """A command is known by its length; what is none is forgotten."""
        self._typed += data
        while (begin := self._typed.find(b"\x02")) >= 0:
            self._typed = self._typed[begin:]
            length = self._typed[2] + 4 if len(self._typed) > 2 else _MOST_WAITING
            if len(self._typed) < min(length, _MOST_WAITING):
                return
            self._replies.append((now + ANSWERS_AFTER_S, self._obey(self._typed[:length])))
            self._typed = self._typed[length:]
        self._typed = b""

    def due(self, now: float) -> bytes:
        """The answers, and the packet of this moment, once; one that was missed is not sent."""
        said = b"".join(reply for at, reply in self._replies if at <= now)
        self._replies = [(at, reply) for at, reply in self._replies if at > now]
        packet = b""
        while (at := (self._packets + 1) / PACKETS_PER_S) <= now:
            packet = self._packet(self._sensors.at(at))
        return said + packet

    def wake_at(self) -> float:
        return min([(self._packets + 1) / PACKETS_PER_S, *(at for at, _ in self._replies)])

    def _obey(self, command: bytes) -> bytes:
        match list(command):
            case [0x02, 0x70, 0x02, 0x02, form, 0x03] if form in FORMATS:
                self._form = form
            case [0x02, 0x70, 0x04, 0x02, form, options, check, 0x03] if (
                form in FORMATS and check == (0x70 + 0x04 + 0x02 + form + options) & 0xFF
            ):
                self._form = form
            case _:
                return _NAK
        return _ACK

    def _packet(self, shown: Shown) -> bytes:
        beats, wave = self._wave(shown)
        data = _data(shown, self._packets)
        self._packets += 1
        frames = (
            self._frame(self._status(number, beats[number], shown), wave[number], data[number])
            for number in range(FRAMES)
        )
        return b"".join(frames)

    def _wave(self, shown: Shown) -> tuple[bytes, bytes]:
        """25 samples of the beats and of the wave, which are made a second at a time.

        A pulse is found in the beats, however weak the wave is.
        """
        third = self._packets % PACKETS_PER_S
        if third == 0:
            self._second = self._heart.pleth(shown.truth, 75)
            self._told = self._heart.high(self._second, shown.truth)
            self._heart.advance(shown.truth)
        if shown.spo2 is None:
            return _FLAT, _FLAT
        here = slice(third * FRAMES, (third + 1) * FRAMES)
        return self._second[here], self._told[here]

    def _status(self, number: int, height: int, shown: Shown) -> int:
        status = _ALWAYS if number else _ALWAYS | _SYNC
        if shown.spo2 is None:
            return status | (_OUT_OF_TRACK if shown.searching else _FINGER_OUT)
        if self._last_height < _PULSE_HEIGHT <= height:
            self._pulse_left = _PULSE_FRAMES
        self._last_height = height
        if not self._pulse_left:
            return status
        self._pulse_left -= 1
        perfusion = shown.truth.perfusion
        if shown.finger is Finger.MOVING:
            return status | _ARTEFACT
        if perfusion < _RED_BELOW:
            return status | _RED
        return status | (_YELLOW if perfusion < _YELLOW_BELOW else _GREEN)

    def _frame(self, status: int, height: int, data: int) -> bytes:
        if self._form == 2:
            body = (0x01, status, height, data)
        else:
            body = (status, height, height ^ 0xFF, data)
        return bytes((*body, sum(body) & 0xFF))


def _data(shown: Shown, packets: int) -> bytes:
    """The data bytes of one packet, frame by frame."""
    rate = 511 if shown.pulse is None else shown.pulse
    high, low = rate >> 7, rate & 0x7F
    spo2 = 127 if shown.spo2 is None else shown.spo2
    flags = 0 if shown.spo2 is None else _GOOD_ENOUGH
    timer = packets & 0x3FFF
    first = (high, low, spo2, _FIRMWARE, 0, timer >> 7, timer & 0x7F, flags, spo2, spo2, spo2)
    return bytes((*first, 0, 0, high, low, spo2, spo2, 0, 0, high, low, high, low, 0, 0))


def nonin_df2(sensors: Measuring) -> VirtualNonin:
    return VirtualNonin(sensors, 2)


def nonin_df7(sensors: Measuring) -> VirtualNonin:
    return VirtualNonin(sensors, 7)
