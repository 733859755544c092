r"""SunTech Advantage-family cuff modules (OEM NIBP), 9600 8N1.

We ask, the module answers; all bytes of a frame together make 0 modulo 256, numbers are low byte
first. A reply is told by its length alone:

    3A 79 05 00 48      us      what is the pressure in the cuff?
    3E 05 02 01 BA      module  258 mmHg
    3A 79 03 00 4A      us      what did the last measurement give?
    3E 18 ...           module  from byte 2: systolic (2 bytes), diastolic (2), beats, status,
                                eight test bytes; from 16: heart rate, spare, mean (2), error
                                code (0 = none), two spare bytes, sum
    3A 20 A6            us      start a measurement (`start_cuff` only)
    3E 04 4B 73         module  "K": done

Rule 1: the cuff's pressure is asked for once per second; that also shows that the module lives.
        The result is asked for when the line opens, when "K" came, and when the cuff was empty
        again for some seconds without one.
Rule 2: a result is new when "K" was heard since the last one; one that is there when we connect,
        or that changed without "K", is of unknown age.
Rule 3: the error code is read before the numbers, which may be old.
Rule 4: a start goes out only while the cuff is empty (below 5 mmHg). A "K" within 3 s of it is
        its acknowledgement: no measurement is that short.
Rule 5: nothing else is sent. Control of the valves exists and is for tests.

What is not known: the meaning of the error codes (every one is a plain failure), of the status and
test bytes and of other letters than K (UNCERTAIN, all passed over), and how to abort. The module
has no clock and no oximeter.

>>> from devices.decode import decode
>>> wire = bytes.fromhex(
...     "3E 05 02 01 BA  3E 04 4B 73"
...     "3E 18 73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00 58 00 00 00 00 E9")
>>> for row in decode(DRIVER, wire):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
5,device,,None,measuring
9,device,,None,idle
33,reading,sbp,115.0,
33,reading,dbp,74.0,
33,reading,map,88.0,
33,reading,nibp_pulse,85.0,

Sources: ak-git/DesktopFX, whose tests quote the vendor's manual; the sums were recomputed. No
recording is public.
"""

from __future__ import annotations

from devices.counted_framing import CountedFramer
from devices.cuff_cycle import CuffCycle
from devices.errors import ContentError, ProtocolError
from devices.polling import Poller
from devices.session import START_MEANT_S, DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import CUFF_SIGNS, CuffFailure

POLL_EVERY_S = 1.0
REPLY_WITHIN_S = 1.5
START_QUIET_S = 0.5
ACKNOWLEDGED_WITHIN_S = 3.0
RESULT_AFTER_S = 5.0
LONGEST = 0x43
EMPTY_MMHG = 5
INFLATED_MMHG = 20
MOST_MMHG = 400

PRESSURE = bytes.fromhex("3A 79 05 00 48")
RESULT = bytes.fromhex("3A 79 03 00 4A")
START = bytes.fromhex("3A 20 A6")
_LETTER_LENGTH, _PRESSURE_LENGTH, _RESULT_LENGTH = 0x04, 0x05, 0x18
_DONE = ord("K")


class SunTechSession:
    """One conversation with one module: watches its cuff, and fetches each result."""

    def __init__(self, source: str) -> None:
        self._framer = CountedFramer(head=b"\x3e", least=4, most=LONGEST, more=0, sum_is=0)
        self._poller = Poller(
            {"pressure": PRESSURE}, every_s=POLL_EVERY_S, patience_s=REPLY_WITHIN_S
        )
        self._cuff = CuffCycle(source)
        self._start_until: float | None = None
        self._started_at: float | None = None
        self._empty_since: float | None = None
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._start_until = self._started_at = self._empty_since = None
        self._poller.opened(at)
        self._poller.ask_next("result", RESULT, at)
        return b""

    def due(self, now: float) -> bytes:
        request = self._poller.due(now)
        if request == START:
            self._started_at = now
        return request

    def wake_at(self) -> float | None:
        return self._poller.wake_at()

    def start_cuff(self, now: float) -> None:
        if not self._cuff.running:
            self._start_until = now + START_MEANT_S

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = [*self._poller.gave_up()]
        for cut in self._framer.feed(data):
            if isinstance(cut, ProtocolError):
                events.append(cut)
                continue
            try:
                events += self._hear(cut, at)
            except ProtocolError as error:
                self._poller.misunderstood(at)
                events.append(error)
        return events

    def _hear(self, frame: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent]
        if len(frame) == _LETTER_LENGTH:
            events = self._hear_letter(frame[2], at)
        elif len(frame) == _PRESSURE_LENGTH:
            events = self._hear_pressure(int.from_bytes(frame[2:4], "little"), at)
        elif len(frame) == _RESULT_LENGTH:
            events = self._hear_result(frame, at)
        else:
            raise ContentError(f"a reply of {len(frame)} bytes to nothing that we ask")
        self._frames += 1
        return events

    def _hear_letter(self, letter: int, at: float) -> list[DeviceEvent]:
        if not chr(letter).isalpha():
            raise ContentError(f"an answer that is no letter: {letter:02x}")
        if letter != _DONE:
            return []
        started_at, self._started_at = self._started_at, None
        if started_at is not None and at - started_at < ACKNOWLEDGED_WITHIN_S:
            return []
        self._cuff.ended(at)
        self._empty_since = None
        self._poller.ask_next("result", RESULT, at)
        return [*self._cuff.runs(now=False)]

    def _hear_pressure(self, mmhg: int, at: float) -> list[DeviceEvent]:
        if mmhg > MOST_MMHG:
            raise ContentError(f"a cuff pressure of {mmhg} mmHg")
        self._poller.answered("pressure", at)
        if mmhg >= EMPTY_MMHG:
            inflated = mmhg >= INFLATED_MMHG
            return [*self._cuff.runs(now=True)] if inflated else []
        events: list[DeviceEvent] = []
        if self._cuff.running:
            events += self._cuff.runs(now=False)
            self._empty_since = at
        elif self._empty_since is not None and at - self._empty_since >= RESULT_AFTER_S:
            self._empty_since = None
            self._poller.ask_next("result", RESULT, at)
        elif self._start_until is not None:
            if at <= self._start_until:
                self._poller.ask_next("start", START, at, quiet_s=START_QUIET_S)
            self._start_until = None
        return events

    def _hear_result(self, frame: bytes, at: float) -> list[DeviceEvent]:
        self._poller.answered("result", at)
        sbp, dbp, mean = (int.from_bytes(frame[at : at + 2], "little") for at in (2, 4, 18))
        if frame[20]:
            return [*self._cuff.failed(CuffFailure.FAILED)]
        if not sbp or not dbp:
            return [*self._cuff.empty()]
        try:
            return [*self._cuff.result(sbp, dbp, mean or None, frame[16] or None, at)]
        except ContentError as error:
            return [error]


DRIVER = Driver(
    name="suntech-oem",
    title="SunTech Advantage OEM",
    line=LineSettings(9600),
    signs=frozenset(CUFF_SIGNS),
    interval_s=POLL_EVERY_S,
    bytes_per_s=5.0,
    open=SunTechSession,
    cable="RS-232 or TTL from the module, 9600 8N1",
    sends=((PRESSURE, "read the pressure in the cuff"), (RESULT, "read the last result")),
    cuff_start=(START,),
    quality=(
        QualityRow("manual cited", Done.DONE, "by way of a program's tests that quote it"),
        QualityRow("facts verified", Done.DONE, "the manual's example frames; sums recomputed"),
        QualityRow("real capture decoded", Done.TODO, "no recording is public"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "mmHg and 1/min by the field table"),
        QualityRow("limits documented", Done.DONE, "see the head of suntech_oem.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
