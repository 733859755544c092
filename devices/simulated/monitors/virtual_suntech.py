r"""A virtual SunTech Advantage OEM module: measures a simulated patient's pressure.

    host     3A 79 05 00 48    what is in the cuff?        module   3E 05 02 01 BA   258 mmHg
    host     3A 79 03 00 4A    what was found?             module   3E 18 73 00 4A 00 1E 01 ...
    host     3A 20 A6          start                       module   3E 04 4B 73      "K"

All bytes of a frame make 0 modulo 256. A result: systolic and diastolic (low byte first), beats,
status 1, eight test bytes, heart rate, spare, mean, error code, two spare bytes.

"K" is sent when a start was accepted and, unasked, when a measurement is over. Written from the
description of the protocol, independently of the driver. What is not known is made up: the error
codes (1 to 6), the old pressures beside them, and that a module measures by a cycle of its own.
What is not a whole command with its sum gets no answer.
"""

from __future__ import annotations

from devices.simulated.monitors.cuff_course import CuffCourse
from devices.simulated.sensors.shown import Measuring
from monitor.vitals import CuffFailure

ANSWERS_AFTER_S = 0.02
LOOKS_EVERY_S = 0.5
_HOST = 0x3A
_START = b"\x3a\x20\xa6"
_GET_PRESSURE = b"\x3a\x79\x05\x00\x48"
_GET_RESULT = b"\x3a\x79\x03\x00\x4a"
_COMMANDS = (_START, _GET_PRESSURE, _GET_RESULT)
_K = b"K"
_BEATS, _STATUS = 30, 1
_TEST_BYTES = bytes((0, 0, 0, 0, 0, 0, 0x31, 0x07))
_ERRORS = {
    None: 0,
    CuffFailure.FAILED: 1,
    CuffFailure.LEAK: 2,
    CuffFailure.MOVEMENT: 3,
    CuffFailure.TIMEOUT: 4,
    CuffFailure.OVERPRESSURE: 5,
    CuffFailure.CANCELLED: 6,
}


def module_frame(payload: bytes) -> bytes:
    """What the module sends around this payload."""
    body = bytes((0x3E, len(payload) + 3)) + payload
    return body + bytes((-sum(body) & 0xFF,))


class VirtualSunTech:
    """Answers, and says "K" when a measurement has ended."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._course = CuffCourse()
        self._next_look = LOOKS_EVERY_S
        self._typed = b""
        self._answers: list[tuple[float, bytes]] = []

    def receive(self, data: bytes, now: float) -> None:
        self._look_until(now)
        typed = self._typed + data
        while (begin := typed.find(_HOST)) >= 0:
            typed = typed[begin:]
            command = next((known for known in _COMMANDS if typed.startswith(known)), None)
            if command is not None:
                self._answers.append((now + ANSWERS_AFTER_S, self._answer(command, now)))
                typed = typed[len(command) :]
            elif any(known.startswith(typed) for known in _COMMANDS):
                break
            else:
                typed = typed[1:]
        self._typed = typed if begin >= 0 else b""

    def due(self, now: float) -> bytes:
        self._look_until(now)
        ready = [answer for at, answer in self._answers if at <= now]
        self._answers = [waits for waits in self._answers if waits[0] > now]
        return b"".join(ready)

    def wake_at(self) -> float:
        return min([self._next_look, *(at for at, _ in self._answers)])

    def _look_until(self, now: float) -> None:
        while self._next_look <= now:
            at = self._next_look
            if self._course.look(self._sensors.at(at).cuff, at):
                self._answers.append((at, module_frame(_K)))
            self._next_look += LOOKS_EVERY_S

    def _answer(self, command: bytes, now: float) -> bytes:
        if command == _START:
            self._sensors.start_cuff(now)
            return module_frame(_K)
        if command == _GET_PRESSURE:
            return module_frame(self._course.pressure(now).to_bytes(2, "little"))
        return module_frame(self._result(now))

    def _result(self, now: float) -> bytes:
        cuff = self._sensors.at(now).cuff
        error = bytes((_ERRORS[cuff.failure], 0, 0))
        if cuff.last is None:
            return bytes(18) + error
        pressures = cuff.last.sbp.to_bytes(2, "little") + cuff.last.dbp.to_bytes(2, "little")
        found = bytes((_BEATS, _STATUS)) + _TEST_BYTES + bytes((min(cuff.last.pulse, 255), 0))
        return pressures + found + cuff.last.map.to_bytes(2, "little") + error
