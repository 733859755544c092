r"""A virtual A&D TM-2657: one RB record when a measurement of a patient has ended.

    16 16 01 '0' '0' 02  TM2657 RS YYMMDDhhmm RS 0 RS 00 RS E00 RS S128 RS M096 RS D082 RS P071
                         RS L180 RS A03 RS  03  check      (check: exclusive or from 01 to 03)

It acknowledges a command (the same frame with two letters) with 16 16 01 '0' '0' 06; RB brings the
last record once more, ST starts the cuff and SP stops it, which is obeyed only when that was
switched on. Anything else gets no answer.

Written from the description of the protocol, independently of the driver; places and lengths are
those of a program that reads a real one by fixed positions. What stands in fields 2 and 3, behind
the pulse, and in the values of a failed measurement is not known. The first measurement ends soon
after it was switched on. Its clock runs from 2026-01-15
10:00:30.
"""

from __future__ import annotations

import math
from datetime import datetime

from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.monitors.spot_cuff import Ended, SpotCuff
from devices.simulated.sensors.shown import Measuring
from monitor.vitals import CuffFailure

CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 30)  # noqa: DTZ001 (the monitor has no time zone)
"""Its stamps have no seconds: the first two results shall not fall into one minute."""
ANSWERS_AFTER_S = 0.02
_ADDRESS = b"\x0100"
_SYN = b"\x16\x16"
_ACKNOWLEDGED = _SYN + _ADDRESS + b"\x06"
_COMMAND_BYTES = 8
"""From SOH to the check byte."""
_MOST_WAITING = 32

_ERRORS = {
    CuffFailure.FAILED: "E42",
    CuffFailure.CANCELLED: "E42",
    CuffFailure.LEAK: "E12",
    CuffFailure.TIMEOUT: "E24",
    CuffFailure.MOVEMENT: "E44",
    CuffFailure.OVERPRESSURE: "E23",
}


def framed(content: bytes) -> bytes:
    """A command or a record as it goes over the line."""
    checked = _ADDRESS + b"\x02" + content + b"\x03"
    check = 0
    for byte in checked:
        check ^= byte
    return _SYN + checked + bytes([check])


class VirtualAndTm2657:
    def __init__(self, sensors: Measuring, *, cuff_may_be_started: bool = False) -> None:
        self._sensors = sensors
        self._cuff = SpotCuff(sensors)
        self.clock = DeviceClock(CLOCK_FROM)
        self._cuff_may_be_started = cuff_may_be_started
        self._heard = b""
        self._last_record = b""
        self._answers: list[tuple[float, bytes]] = []

    def receive(self, data: bytes, now: float) -> None:
        self._heard += data
        while (begin := self._heard.find(_ADDRESS + b"\x02")) >= 0:
            command = self._heard[begin : begin + _COMMAND_BYTES]
            if len(command) < _COMMAND_BYTES:
                break
            self._heard = self._heard[begin + _COMMAND_BYTES :]
            self._obey(command, now)
        self._heard = self._heard[-_MOST_WAITING:]

    def attended(self, now: float) -> None:
        self._cuff.attended(now)

    def due(self, now: float) -> bytes:
        said = b"".join(wire for at, wire in self._answers if at <= now)
        self._answers = [(at, wire) for at, wire in self._answers if at > now]
        ended = self._cuff.ended(now)
        if ended is not None:
            self._last_record = framed(_record(ended, self.clock.at(ended.at_s)))
            said += self._last_record
        return said

    def wake_at(self) -> float:
        return min(self._cuff.wake_at(), min((at for at, _ in self._answers), default=math.inf))

    def _obey(self, command: bytes, now: float) -> None:
        letters = command[4:6]
        if _SYN + command != framed(letters):
            return
        may = letters == b"RB" or (letters in {b"ST", b"SP"} and self._cuff_may_be_started)
        if not may:
            return
        answer = _ACKNOWLEDGED
        if letters == b"RB":
            answer += self._last_record
        elif letters == b"ST":
            self._sensors.start_cuff(now)
        else:
            self._sensors.cancel_cuff(now)
        self._answers.append((now + ANSWERS_AFTER_S, answer))


def _record(ended: Ended, moment: datetime) -> bytes:
    values = ended.values
    if values is not None:
        shown = (values.sbp, values.map, values.dbp, values.pulse)
    else:
        shown = (0, 0, 0, 0)
    error = "E00" if ended.failure is None else _ERRORS[ended.failure]
    named = (f"{letter}{number:03d}" for letter, number in zip("SMDP", shown, strict=True))
    fields = ("TM2657", f"{moment:%y%m%d%H%M}", "0", "00", error, *named, "L180", "A03", "")
    return "\x1e".join(fields).encode("ascii")
