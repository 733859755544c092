r"""A virtual PAR cuff module: NIBP2010, or NIBP2020 UP with the board for SpO2.

    host      02 "18;;DF" 03                           what did the last measurement give?
    module    02 "S1;A0;C03;M00;P125080090;R075;T0005;;40" 03 0D
    module    02 "035C0S3" 03 0D                       while it measures, twice a second
    module    02 "999" 03 0D                           the measurement is over
    host      02 "01;;D7" 03                           start;  58 abort

With the board every frame stands between FD and FE 0D instead, in both directions, and a packet
of the oximeter comes each second: 55 AA 07 idx status SpO2 PR PI sum.

The check digits are the sum of everything up to and with ";;", as two hex digits. Written from
the description of the protocol, independently of the driver. That an error reply still holds the
old pressures is from the manual's example. What is not known is made up: a start and every command
but 18 get no answer, and an aborted measurement ends without a word.
"""

from __future__ import annotations

import re

from devices.simulated.monitors.cuff_course import CuffCourse
from devices.simulated.sensors.shown import CuffShown, Measuring, Shown
from monitor.vitals import CuffFailure

ANSWERS_AFTER_S = 0.05
LOOKS_EVERY_S = 0.5
_MOST_WAITING = 32
_NO_FINGER, _SEARCHING, _WEAK = 0x02, 0x08, 0x10
_ERRORS = {
    None: "00",
    CuffFailure.CANCELLED: "00",
    CuffFailure.LEAK: "07",
    CuffFailure.TIMEOUT: "09",
    CuffFailure.FAILED: "10",
    CuffFailure.MOVEMENT: "11",
    CuffFailure.OVERPRESSURE: "12",
}
_PLAIN_COMMAND = re.compile(rb"\x02(\d\d);;([0-9A-F]{2})\x03|(X)")
_BOARD_COMMAND = re.compile(rb"\xfd(\d\d);;([0-9A-F]{2})\xfe\r|(X)")


def check_digits(text: str) -> str:
    """The two digits that follow `text`."""
    return f"{sum(text.encode('ascii')) & 0xFF:02X}"


def oximeter_packet(index: int, status: int, spo2: int, rate: int, perfusion: int) -> bytes:
    counted = bytes((7, index, status, spo2, rate, perfusion))
    return b"\x55\xaa" + counted + bytes((sum(counted) & 0xFF,))


class VirtualPar:
    """Speaks of itself while it measures, and of the oximeter each second."""

    def __init__(self, sensors: Measuring, *, board: bool = True) -> None:
        self._sensors = sensors
        self._board = board
        self._course = CuffCourse()
        self._looks = 0
        self._typed = b""
        self._waiting: list[tuple[float, bytes]] = []

    def receive(self, data: bytes, now: float) -> None:
        self._look_until(now)
        typed = self._typed + data
        done = 0
        for command in (_BOARD_COMMAND if self._board else _PLAIN_COMMAND).finditer(typed):
            done = command.end()
            if command[3]:
                self._sensors.cancel_cuff(now)
                self._course.look(self._sensors.at(now).cuff, now)
            elif command[2].decode() == check_digits(f"{command[1].decode()};;"):
                self._obey(command[1], now)
        self._typed = typed[done:][-_MOST_WAITING:]

    def due(self, now: float) -> bytes:
        self._look_until(now)
        ready = [said for at, said in self._waiting if at <= now]
        self._waiting = [waits for waits in self._waiting if waits[0] > now]
        return b"".join(ready)

    def wake_at(self) -> float:
        return min([self._next_look(), *(at for at, _ in self._waiting)])

    def _next_look(self) -> float:
        return (self._looks + 1) * LOOKS_EVERY_S

    def _obey(self, code: bytes, now: float) -> None:
        if code == b"01":
            self._sensors.start_cuff(now)
        elif code == b"18":
            body = self._status(self._sensors.at(now).cuff)
            self._waiting.append((now + ANSWERS_AFTER_S, self._framed(body + check_digits(body))))

    def _look_until(self, now: float) -> None:
        while (at := self._next_look()) <= now:
            self._looks += 1
            shown = self._sensors.at(at)
            said = b""
            if self._course.look(shown.cuff, at):
                stopped = shown.cuff.failure is CuffFailure.CANCELLED
                said = b"" if stopped else self._framed("999")
            elif now - at >= 1.0:
                continue
            elif shown.cuff.measuring:
                said = self._framed(f"{self._course.pressure(at):03d}C0S3")
            if self._board and self._looks % 2 == 0:
                said += self._oximeter(shown)
            if said:
                self._waiting.append((at, said))

    def _framed(self, body: str) -> bytes:
        text = body.encode("ascii")
        return b"\xfd" + text + b"\xfe\r" if self._board else b"\x02" + text + b"\x03\r"

    def _oximeter(self, shown: Shown) -> bytes:
        index = self._looks // 2 & 0xFF
        if shown.spo2 is None or shown.pulse is None:
            why = _SEARCHING if shown.searching else _NO_FINGER
            return oximeter_packet(index, why, 0x7F, 0xFF, 0)
        status = _WEAK if shown.finger.doubtful else 0
        perfusion = min(round(10.0 * shown.truth.perfusion), 255)
        return oximeter_packet(index, status, shown.spo2, min(shown.pulse, 254), perfusion)

    def _status(self, cuff: CuffShown) -> str:
        failed = cuff.failure is not None and cuff.failure is not CuffFailure.CANCELLED
        state = 3 if cuff.measuring else 2 if failed else 1
        error = "00" if cuff.measuring else _ERRORS[cuff.failure]
        found = "P---------;R---"
        if cuff.last is not None:
            last = cuff.last
            found = f"P{last.sbp:03d}{last.dbp:03d}{last.map:03d};R{last.pulse:03d}"
        return f"S{state};A0;C00;M{error};{found};T    ;;"
