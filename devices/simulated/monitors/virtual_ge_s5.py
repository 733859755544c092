r"""A virtual GE S/5 (a CARESCAPE of level 10): speaks DRI about a simulated patient when asked.

    7E | record | sum of the record mod 256 | 7E     7D and 7E inside: 7D, then the byte - 20h
    record: 40 bytes of header (length, level, clock, main type, 8 places), then subrecords

    host      main type 0, kind of values, seconds, classes   values: 1 displayed, 4 auxiliary
    host      main type 1, start or stop, wave types           waves: 1 ECG1, 8 pleth
    host      main type 4, command 0                           the present alarms, once
    monitor   the same main types: values every so many seconds, waves every second

Written from the description of the interface, independently of the driver. While the cuff
measures, the last pressures stay beside the flag that says so, as the worst case; after a failure
there are none, and the time of the last measurement stays. What a real one does then is not known.
A probe or electrode that is off leaves values and samples of -32767, and stands in the alarms; so
does a probe without a pulse. A lead that is off and a rate that is doubtful are bits of the ECG's
status; a doubtful saturation has none, only words among the alarms. Trends need an open patient
case, and are not answered.
"""

from __future__ import annotations

import math
import struct
from datetime import datetime

from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import PLETH_FOOT
from devices.simulated.sensors.shown import Chest, CuffShown, Measuring, Shown

SWITCHED_ON = 1768471200
"""2026-01-15 10:00:00, the monitor's clock when the simulation begins."""
CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001 (the monitor has no time zone)
LEVEL = 10
ANSWERS_AFTER_S = 0.1
WAVES_EVERY_S = 1.0
LEAST_INTERVAL_S = 5
NOTHING = -32767
_MOST_WAITING = 512
_FLAG, _ESCAPE = 0x7E, 0x7D
_VALUES, _WAVES, _ALARMS = 0, 1, 4
_DISPLAYED, _AUXILIARY = 1, 4
_ECG1, _PLETH = 1, 8
_ADULT, _AUTO, _MEASURING, _OLDER_THAN_60_S = 3, 1 << 3, 1 << 5, 1 << 8
_THERE, _FROM_ECG = 3, 1 << 3
_LEAD_OFF, _NOISE_IN_ECG = 1 << 11, 1 << 7
_ALARM_TEXTS = 5
_CHEST = {Chest.ON: 0, Chest.MOVING: _NOISE_IN_ECG, Chest.OFF: _LEAD_OFF}


class VirtualGeS5:
    """Silent until it is asked; then it sends by itself until it is told to stop."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self.clock = DeviceClock(CLOCK_FROM)
        self._typed = b""
        self._every_s: dict[int, int] = {}
        self._classes = 0
        self._next_s: dict[int, float] = {}
        self._waves: tuple[int, ...] = ()
        self._waves_at = math.inf
        self._alarms_at = math.inf
        self._number = 0
        self._heart = Heart()

    def receive(self, data: bytes, now: float) -> None:
        *frames, rest = (self._typed + data).split(bytes([_FLAG]))
        self._typed = rest[-_MOST_WAITING:]
        for frame in frames:
            record = _record_of(frame)
            if len(record) > 40 and record[0] == len(record) and record[18] == 0:
                self._obey(record[14], record[40:], now)

    def due(self, now: float) -> bytes:
        said = b""
        for kind in sorted(kind for kind, at in self._next_s.items() if at <= now):
            said += self._values(kind, self._sensors.at(now), now)
            self._step(kind, now)
        if self._alarms_at <= now:
            self._alarms_at = math.inf
            said += self._frame(_ALARMS, now, (1, _alarms(self._sensors.at(now))))
        if self._waves_at <= now:
            said += self._wave_record(self._sensors.at(now), now)
            while self._waves_at <= now:
                self._waves_at += WAVES_EVERY_S
        return said

    def wake_at(self) -> float:
        return min((self._waves_at, self._alarms_at, *self._next_s.values()))

    def _step(self, kind: int, now: float) -> None:
        """When these values come next; what was missed is not sent later."""
        every_s = self._every_s.get(kind, 0)
        if not every_s:
            del self._next_s[kind]
            return
        while self._next_s[kind] <= now:
            self._next_s[kind] += every_s

    def _obey(self, main_type: int, body: bytes, now: float) -> None:
        first_s = now + ANSWERS_AFTER_S
        if main_type == _VALUES and len(body) == 9:
            kind, interval, classes, _ = struct.unpack("<BhIh", body)
            if kind in {_DISPLAYED, _AUXILIARY}:
                self._begin(kind, interval, first_s)
            if kind == _DISPLAYED:
                self._classes = classes
        elif main_type == _WAVES and len(body) == 32:
            types = body[4:12].partition(b"\xff")[0]
            stop = body[0] == 1
            self._waves = () if stop else tuple(one for one in types if one in {_ECG1, _PLETH})
            self._waves_at = now + WAVES_EVERY_S if self._waves else math.inf
        elif main_type == _ALARMS and len(body) == 12 and not body[0]:
            self._alarms_at = first_s

    def _begin(self, kind: int, interval: int, first_s: float) -> None:
        if not interval:
            self._every_s.pop(kind, None)
            self._next_s.pop(kind, None)
            return
        self._every_s[kind] = max(interval, LEAST_INTERVAL_S) if interval > 0 else 0
        self._next_s[kind] = first_s

    def _values(self, kind: int, shown: Shown, now: float) -> bytes:
        if kind == _AUXILIARY:
            last = shown.cuff.last
            time = 0 if last is None else self._stamp(last.ended_s)
            body = struct.pack("<Ih", time, 0).ljust(114, b"\x00")
            return self._frame(_VALUES, now, (_AUXILIARY, body))
        parts = [] if self._classes & 1 else [(_DISPLAYED, _basic(shown, now, self._stamp(now)))]
        parts += [
            (_DISPLAYED, _extension(number, self._stamp(now)))
            for number in (1, 2, 3)
            if self._classes & 1 << number
        ]
        return self._frame(_VALUES, now, *parts)

    def _wave_record(self, shown: Shown, now: float) -> bytes:
        parts = []
        if _ECG1 in self._waves:
            beat = self._heart.ecg(shown.truth, 300)
            lead_off = shown.chest is Chest.OFF
            drawn = [NOTHING] * len(beat) if lead_off else [(byte - 100) * 20 for byte in beat]
            parts.append((_ECG1, _samples(drawn)))
        if _PLETH in self._waves:
            strong = self._heart.pulse(shown.truth, 100)
            heights = [(byte - PLETH_FOOT) * 10 for byte in strong]
            off = shown.spo2 is None
            parts.append((_PLETH, _samples([NOTHING] * len(heights) if off else heights)))
        self._heart.advance(shown.truth)
        return self._frame(_WAVES, now, *parts)

    def _stamp(self, at: float) -> int:
        return SWITCHED_ON + self.clock.seconds(at)

    def _frame(self, main_type: int, now: float, *parts: tuple[int, bytes]) -> bytes:
        body, places = b"", b""
        for kind, content in parts:
            places += struct.pack("<hB", len(body), kind)
            body += content
        places = (places + b"\x00\x00\xff").ljust(24, b"\x00")
        self._number = (self._number + 1) % 256
        clock = self._stamp(now)
        head = struct.pack(
            "<hBBHIBBHh", 40 + len(body), self._number, LEVEL, 0, clock, 0, 0, 0, main_type
        )
        return _framed(head + places + body)


def _framed(record: bytes) -> bytes:
    checked = record + bytes([sum(record) & 0xFF])
    # 7D first: the escapes of 7E bring new ones.
    return b"\x7e" + checked.replace(b"\x7d", b"\x7d\x5d").replace(b"\x7e", b"\x7d\x5e") + b"\x7e"


def _record_of(frame: bytes) -> bytes:
    """The record in a frame; empty when it is damaged."""
    record = bytearray()
    escaped = False
    for byte in frame:
        if byte == _ESCAPE:
            escaped = True
            continue
        record.append(byte | 0x20 if escaped else byte)
        escaped = False
    check = record.pop() if record else 0
    return bytes(record) if record and sum(record) & 0xFF == check else b""


def _basic(shown: Shown, now: float, stamp: int) -> bytes:
    """Class basic: HR and RR, no invasive pressure, the cuff, no temperature, SpO2, no gas."""
    data = struct.pack("<I", stamp)
    hr = NOTHING if shown.hr is None else shown.hr
    rr = NOTHING if shown.rr is None else shown.rr
    data += _group("5h", _THERE | _FROM_ECG | _CHEST[shown.chest], 0x0002, hr, *[NOTHING] * 3, rr)
    data += b"".join(_group("4h", 0, 9 + number, *[NOTHING] * 4) for number in range(4))
    data += _cuff(shown.cuff, now)
    data += b"".join(_group("h", 0, 11 + number, NOTHING) for number in range(4))
    if shown.spo2 is None or shown.pulse is None:
        data += _group("4h", _THERE, 0, *[NOTHING] * 4)
    else:
        strength = round(100.0 * shown.truth.perfusion)
        data += _group("4h", _THERE, 0, 100 * shown.spo2, shown.pulse, strength, NOTHING)
    data += _group("4h", 0, 0, *[NOTHING] * 4)
    return data.ljust(276, b"\x00") + struct.pack("<H", 0x91)


def _extension(number: int, stamp: int) -> bytes:
    """Class ext1, ext2 or ext3 of a monitor that has no modules for it."""
    time = struct.pack("<I", stamp)
    return time.ljust(276, b"\x00") + struct.pack("<H", number << 8 | 0x91)


def _group(values: str, status: int, label: int, *shown: int) -> bytes:
    return struct.pack("<IH" + values, status, label, *shown)


def _cuff(cuff: CuffShown, now: float) -> bytes:
    label = _ADULT | _AUTO | (_MEASURING if cuff.measuring else 0)
    last = cuff.last
    if last is None or (cuff.failure is not None and not cuff.measuring):
        return _group("4h", _THERE, label, *[NOTHING] * 4)
    if now - last.ended_s > 60.0:
        label |= _OLDER_THAN_60_S
    pressures = (100 * last.sbp, 100 * last.dbp, 100 * last.map)
    return _group("4h", _THERE, label, *pressures, last.pulse)


def _samples(samples: list[int]) -> bytes:
    count = len(samples)
    return struct.pack(f"<HHH{count}h", count, 0, 0, *samples)


def _alarms(shown: Shown) -> bytes:
    texts = []
    if shown.spo2 is None:
        texts.append("SpO2 NO PULSE" if shown.searching else "SpO2 PROBE OFF")
    elif shown.finger.doubtful:
        texts.append("SpO2 POOR SIGNAL")
    if shown.chest is Chest.OFF:
        texts.append("ECG LEADS OFF")
    if shown.cuff.failure is not None:
        texts.append("NIBP UNABLE TO MEASURE")
    parts = [text.encode("ascii").ljust(98, b"\x00") for text in texts]
    return bytes(10) + b"".join(parts).ljust(_ALARM_TEXTS * 98, b"\x00") + bytes(10)
