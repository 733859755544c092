r"""PAR Medizintechnik NIBP2010 and NIBP2020 UP cuff modules, also with the SpO2 board.

The plain module speaks at 4800 8N1 and frames with 02 .. 03 0D; the board with SpO2 at 19200 8N1
and frames with FD .. FE 0D, between packets of its oximeter. We ask with the same content:

    02 "18;;DF" 03    us      status and last result? DF is the sum of "18;;" as hex digits
    02 "01;;D7" 03    us      start a measurement (`start_cuff` only)
    "035C0S3"         module  35 mmHg in the cuff, caution digit 0, state 3; while it measures
    "999"             module  the measurement is over
    "S1;A0;C03;M00;P125080090;R075;T0005;;40"       the reply; 40 is the sum up to and with ";;"
      S  0 self test, 1 standby, 2 error, 3 measuring, 4 manometer, 5 starting up,
         6 between the measurements of a cycle, 7 leak test, 8 inflating, 9 holding
      A  0 adult, 1 neonate       C  minutes of the cycle, 00 = manual
      M  00 and 03 OK; 02 invalid command, 06 cuff loose, 07 and 14 leak, 08 pneumatics, 09 too
         long, 10 out of range, 11 motion, 12 over-pressure, 13 saturated, 15 system error
      P  systolic, diastolic, mean; "---" = none      R  pulse      T  seconds to the next
    55 AA 07 idx status SpO2 PR PI sum              the oximeter; the sum is that of 07 to PI
      status bit 1 no finger; 7F = no SpO2, FF = no PR, 00 = no PI

Rule 1: state and M are read before the numbers: an error reply still holds the old pressures.
Rule 2: a result is new when "999" was heard since the last one; numbers that changed without it,
        and those that are there when we connect, are of unknown age. The end of a leak test or of
        the manometer is no "999" of a measurement.
Rule 3: nothing is asked while the cuff works, and commands leave more than a second apart.
Rule 4: which frames the module wants is heard before it is asked anything: an invalid command
        resets it. So we listen for a moment first.
Rule 5: nothing else is sent. Modes, start pressures, cycles, reset and abort exist; the codes 30
        and 31 mean different things to the two boards.

What is not known: the order of the status bits 0 and 2 to 4 of the oximeter (UNCERTAIN: taken for
sensor off, no pulse, searching, weak; with a value beside them they make it a poor one); the
scale of PI, which is therefore not shown; how an aborted measurement ends: without "999" and with
the old numbers it is told as stopped, with "999" its old result would be said again. The module
has no clock. The manual prints D2 as the sum of its example; the rule gives 40.

>>> from devices.decode import decode
>>> wire = (b"\x02S1;A0;C03;M00;P125080090;R075;T0005;;40\x03\r"
...         b"\x02035C0S3\x03\r\x02999\x03\r\x02S1;A0;C03;M00;P125080090;R075;T0005;;40\x03\r"
...         b"\x02S2;A0;C00;M07;P120078090;R060;T    ;;FC\x03\r"
...         b"\x55\xaa\x07\x6c\x02\x7f\xff\x00\xf3")
>>> for row in decode(DRIVER, wire):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
41,reading,sbp,125.0,age-unknown
41,reading,dbp,80.0,age-unknown
41,reading,map,90.0,age-unknown
41,reading,nibp_pulse,75.0,age-unknown
51,device,,None,measuring
57,device,,None,idle
99,reading,sbp,125.0,
99,reading,dbp,80.0,
99,reading,map,90.0,
99,reading,nibp_pulse,75.0,
141,lost,sbp,None,leak
151,lost,spo2,None,sensor-off
151,lost,pulse,None,sensor-off

Sources: five independent public programs that agree; two of them cite PAR's Technical Description
(Doc.-Rev. 2.12 and 2.14). Two lines are quoted from a bench; no whole recording is public.
"""

from __future__ import annotations

import re

from devices.conversation import Notes, Signs
from devices.cuff_cycle import CuffCycle
from devices.drivers.par_nibp2010.framing import ParFramer
from devices.drivers.par_nibp2010.status import Status, parse_status
from devices.errors import ContentError, ProtocolError
from devices.polling import Poller
from devices.session import START_MEANT_S, DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CUFF_SIGNS,
    CuffFailure,
    DeviceNoteKind,
    LostReason,
    Quality,
    VitalSign,
)

POLL_EVERY_S = 2.0
REPLY_WITHIN_S = 3.0
APART_S = 1.1
LISTEN_S = 1.2
QUIET_S = 5.0
"""Nothing is asked for so long after the last sign of a cuff at work."""


def command(code: bytes, *, board: bool) -> bytes:
    """A frame from us; `board` = the module with SpO2."""
    body = code + b";;"
    body += b"%02X" % (sum(body) & 0xFF)
    return b"\xfd" + body + b"\xfe\r" if board else b"\x02" + body + b"\x03"


STATUS = command(b"18", board=False)
BOARD_STATUS = command(b"18", board=True)
START = command(b"01", board=False)
BOARD_START = command(b"01", board=True)
_FOR_THE_BOARD = {STATUS: BOARD_STATUS, START: BOARD_START}
_OUR_OWN = {sent[1:].rstrip(b"\r")[:-1] for sent in (STATUS, START)}

_STANDBY, _ERROR, _CYCLE = 1, 2, 6
_MEASURING = {3, 8, 9}
_NO_CUFF = {4, 7}
_STATES = {0: "self test", 4: "manometer", 5: "starting up", 7: "leak test"}
_OK = {0, 3}
_INVALID_COMMAND = 2
_FAILURES = {
    6: CuffFailure.LEAK,
    7: CuffFailure.LEAK,
    9: CuffFailure.TIMEOUT,
    11: CuffFailure.MOVEMENT,
    12: CuffFailure.OVERPRESSURE,
    14: CuffFailure.LEAK,
}
"""Every other M is a plain failure."""

_NO_SPO2, _NO_RATE = 0x7F, 0xFF
_LOST_BITS = (
    (0x02, LostReason.SENSOR_OFF),
    (0x01, LostReason.SENSOR_OFF),
    (0x04, LostReason.NO_PULSE),
    (0x08, LostReason.NO_PULSE),
    (0x10, LostReason.POOR_SIGNAL),
)
_NO_FINGER = 0x02
_DOUBTFUL = 0x01 | 0x04 | 0x08 | 0x10

_LIVE = re.compile(rb"(\d{3})C(\d)S(\d)")


class ParSession:
    """One conversation with one module: asks for its status, and listens while it measures."""

    def __init__(self, source: str) -> None:
        self._framer = ParFramer()
        self._poller = Poller(
            {"status": STATUS}, every_s=POLL_EVERY_S, patience_s=REPLY_WITHIN_S, apart_s=APART_S
        )
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._cuff = CuffCycle(source)
        self._board = False
        self._no_cuff = False
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._signs.reopened()
        self._no_cuff = False
        self._poller.opened(at)
        self._poller.wait_until(at + LISTEN_S)
        return b""

    def due(self, now: float) -> bytes:
        request = self._poller.due(now)
        return _FOR_THE_BOARD.get(request, request) if self._board else request

    def wake_at(self) -> float | None:
        return self._poller.wake_at()

    def start_cuff(self, now: float) -> None:
        if not self._cuff.running:
            self._poller.ask_next("start", START, now, quiet_s=QUIET_S, meant_s=START_MEANT_S)

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = [*self._poller.gave_up()]
        for cut in self._framer.feed(data):
            if isinstance(cut, ProtocolError):
                events.append(cut)
                continue
            try:
                events += self._hear(cut, at)
                self._board = not cut.startswith(b"\x02")
            except ProtocolError as error:
                events.append(error)
        return events

    def _hear(self, frame: bytes, at: float) -> list[DeviceEvent]:
        if frame[0] == 0x55:
            self._frames += 1
            return self._hear_oximeter(frame)
        body = frame[1:-1]
        if body == b"999":
            return self._hear_end(at)
        if live := _LIVE.fullmatch(body):
            return self._hear_live(int(live[3]), at)
        if body in _OUR_OWN:
            raise ContentError(f"our own request came back: {body!r}")
        try:
            status = parse_status(body)
        except ProtocolError:
            self._poller.misunderstood(at)
            raise
        if status is None:
            raise ContentError(f"not a frame of this module: {body!r}")
        self._frames += 1
        self._poller.answered("status", at)
        return self._hear_status(status, at)

    def _hear_live(self, state: int, at: float) -> list[DeviceEvent]:
        self._frames += 1
        self._poller.forget("start")
        self._poller.wait_until(at + QUIET_S)
        self._no_cuff = state in _NO_CUFF
        return [
            *self._cuff.runs(now=not self._no_cuff),
            *self._notes.hear(DeviceNoteKind.INFO, _STATES.get(state, "")),
        ]

    def _hear_end(self, at: float) -> list[DeviceEvent]:
        self._frames += 1
        self._poller.wait_until(at)
        if self._no_cuff:
            self._no_cuff = False
        else:
            self._cuff.ended(at)
        return [*self._cuff.runs(now=False)]

    def _hear_status(self, status: Status, at: float) -> list[DeviceEvent]:
        running, ran = status.state in _MEASURING, self._cuff.running
        events: list[DeviceEvent] = [
            *self._cuff.mode(neonatal=status.neonatal),
            *self._cuff.runs(now=running),
            *self._notes.hear(DeviceNoteKind.INFO, _words(status)),
        ]
        if running:
            self._poller.forget("start")
        if running or status.error == _INVALID_COMMAND:
            return events
        if status.error not in _OK or status.state == _ERROR:
            failure = _FAILURES.get(status.error, CuffFailure.FAILED)
            return [*events, *self._cuff.failed(failure)]
        if status.state in {_STANDBY, _CYCLE}:
            told = self._pressures(status, at)
            stopped = ran and not told
            events += self._cuff.failed(CuffFailure.CANCELLED) if stopped else told
        return events

    def _pressures(self, status: Status, at: float) -> list[DeviceEvent]:
        sbp, dbp, mean = status.sbp, status.dbp, status.mean
        if sbp is None or dbp is None or mean is None:
            return [*self._cuff.empty()]
        try:
            told = self._cuff.result(sbp, dbp, mean, status.pulse, at)
        except ContentError as error:
            return [error]
        if told and not dbp <= mean <= sbp:
            return [ContentError(f"cuff result {sbp}/{dbp}: a mean of {mean} is not possible")]
        return [*told]

    def _hear_oximeter(self, packet: bytes) -> list[DeviceEvent]:
        status, spo2, rate = packet[4], packet[5], packet[6]
        why = next((why for bit, why in _LOST_BITS if status & bit), LostReason.NO_VALUE)
        off = bool(status & _NO_FINGER)
        quality = Quality.POOR if status & _DOUBTFUL else Quality.GOOD
        shown = None if off or spo2 == _NO_SPO2 else spo2
        beats = None if off or rate in {0, _NO_RATE} else rate
        return [
            *self._signs.hear(VitalSign.SPO2, shown, why, quality=quality),
            *self._signs.hear(VitalSign.PULSE, beats, why, quality=quality),
        ]


def _words(status: Status) -> str:
    """What a person should know of the module's state; empty in normal use."""
    if status.error == _INVALID_COMMAND:
        return "the module refused a command and starts anew"
    return _STATES.get(status.state, "")


DRIVER = Driver(
    name="par-nibp2010",
    title="PAR NIBP2010 / NIBP2020 UP",
    line=LineSettings(4800),
    alternative_lines=(LineSettings(19200),),
    signs=frozenset({VitalSign.PULSE, VitalSign.SPO2, *CUFF_SIGNS}),
    interval_s=POLL_EVERY_S,
    bytes_per_s=30.0,
    open=ParSession,
    cable="RS-232 or TTL 5 V from the module, 4800 8N1 (19200 8N1 with the SpO2 board)",
    sends=(
        (STATUS, "read the status and the last result"),
        (BOARD_STATUS, "the same, in the frames of the board with SpO2"),
    ),
    cuff_start=(START, BOARD_START),
    quality=(
        QualityRow("manual cited", Done.DONE, "Technical Description, by way of two who cite it"),
        QualityRow("facts verified", Done.DONE, "five programs agree; sums recomputed"),
        QualityRow("real capture decoded", Done.TODO, "two quoted lines; no recording"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "mmHg, 1/min and %; the scale of PI is not known"),
        QualityRow("limits documented", Done.DONE, "see the head of par_nibp2010"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
