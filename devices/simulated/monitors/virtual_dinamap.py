r"""A virtual DINAMAP / CARESCAPE V100: answers host requests about a simulated patient.

    host      " NA!2\r"                     what did the cuff find?
    monitor   " NA1100012118074089&-\r"     done, adult, normal, 12 s ago, 118/74, mean 89

    NA  status, 1 = adult, 0 = normal, seconds since (9999 = none), systolic, diastolic, mean
    OA  status (1 OK, 6 unplugged), SpO2, signal 0-9, averaging seconds
    RA  source (2 oximeter, 3 cuff), rate; RC the same on older models
    TC  status 0, monitor mode 0, counter, seconds since, tenths of deg F, unit: nothing measured

Every line ends with two check characters and CR. A request may come with a CR before it or with
CR LF behind it; what is not a whole request with its check characters gets no answer. A start
(" NC0!E") or cancel (" ND!5") of the cuff is obeyed.

Written from the description of the host protocol (field table and check rule), independently of
the driver. Not known, and made up: what a real one puts into unused digits (zeros here, and a
space as in the description's example), and what it answers to a start or a cancel (here what it
would say to NA).
"""

from __future__ import annotations

from collections.abc import Callable

from devices.simulated.sensors.shown import CuffShown, Measuring
from monitor.vitals import CuffFailure

ANSWERS_AFTER_S = 0.02
_MOST_WAITING = 64
"""A request is 6 or 7 characters; longer noise is forgotten from its beginning."""
_COUNTS_TO_S = 5400
_NO_TIME = 9999
_CUFF_STATUS = {
    CuffFailure.FAILED: 3,
    CuffFailure.CANCELLED: 3,
    CuffFailure.LEAK: 4,
    CuffFailure.TIMEOUT: 6,
    CuffFailure.MOVEMENT: 7,
    CuffFailure.OVERPRESSURE: 8,
}


def check_characters(text: str) -> str:
    """The two characters that follow `text`, unit id included."""
    total = 0
    for character in text:
        total += ord(character) - 0x1F
        if total > 0xFFF:
            total -= 0xFFF
    return chr(0x20 + (total >> 6)) + chr(0x20 + (total & 0x3F))


class VirtualDinamap:
    """Speaks only when spoken to."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._typed = b""
        self._answers: list[tuple[float, bytes]] = []
        self._commands = {" NC0": sensors.start_cuff, " ND": sensors.cancel_cuff}
        self._requests: dict[str, Callable[[float], str]] = {
            " NA": self._nibp,
            " OA": self._oximeter,
            " RA": lambda now: self._rate(" RA", now),
            " RC": lambda now: self._rate(" RC", now),
            " TC": lambda _: " TC00 9999900000",
        }

    def receive(self, data: bytes, now: float) -> None:
        *lines, rest = (self._typed + data).replace(b"\n", b"").split(b"\r")
        self._typed = rest[-_MOST_WAITING:]
        for line in lines:
            answer = self._answer(line.decode("latin-1"), now)
            if answer:
                checked = answer + check_characters(answer)
                wire = checked.encode("ascii") + b"\r"
                self._answers.append((now + ANSWERS_AFTER_S, wire))

    def due(self, now: float) -> bytes:
        ready = [wire for at, wire in self._answers if at <= now]
        self._answers = self._answers[len(ready) :]
        return b"".join(ready)

    def wake_at(self) -> float:
        return self._answers[0][0] if self._answers else float("inf")

    def _answer(self, line: str, now: float) -> str:
        """The reply without its check characters; "" for what is not understood."""
        body, check = line[:-2], line[-2:]
        if check != check_characters(body):
            return ""
        if body in self._requests:
            return self._requests[body](now)
        if body in self._commands:
            self._commands[body](now)
            return self._nibp(now)
        return ""

    def _nibp(self, now: float) -> str:
        cuff = self._sensors.at(now).cuff
        if cuff.measuring:
            return f" NA010{_last_result(cuff, now)}"
        if cuff.failure is not None:
            return f" NA{_CUFF_STATUS[cuff.failure]}10{_NO_TIME}000000000"
        return f" NA110{_last_result(cuff, now)}"

    def _oximeter(self, now: float) -> str:
        shown = self._sensors.at(now)
        if shown.spo2 is None:
            return " OA30000 0" if shown.searching else " OA60000 0"
        signal = min(round(3.0 * shown.truth.perfusion), 9)
        return f" OA1{shown.spo2:03d}{signal}08"

    def _rate(self, head: str, now: float) -> str:
        shown = self._sensors.at(now)
        if shown.pulse is not None:
            return f"{head}2{shown.pulse:03d}"
        if shown.cuff.last is not None:
            return f"{head}3{shown.cuff.last.pulse:03d}"
        return f"{head}2000"


def _last_result(cuff: CuffShown, now: float) -> str:
    """Seconds since, then the three pressures; a result older than the counter is forgotten."""
    last = cuff.last
    if last is None or now - last.ended_s > _COUNTS_TO_S:
        return f"{_NO_TIME}000000000"
    since = int(now - last.ended_s)
    return f"{since:04d}{last.sbp:03d}{last.dbp:03d}{last.map:03d}"
