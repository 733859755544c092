r"""GE / Critikon DINAMAP (Compact, PRO, ProCare) and CARESCAPE V100, host port (9600 8N1).

We ask three things once per second, one at a time; the monitor answers each, ended by CR:

    ` NA!2`                         us       what does the cuff say?
    ` NAabcddddeeefffggg` + check   monitor  a 0 busy, 1 done, 3 failed, 4 pump-up time-out,
                                             6 total time-out, 7 one-pressure time-out,
                                             8 overpressure, 9 unknown
                                             b 1 adult, 2 neonate;  c 1 stat
                                             d seconds since the determination, 9999 = none recent
                                             e systolic, f diastolic, g mean, mmHg
    ` RA!6`                         us       what is the pulse rate?
    ` RAabbb` + check               monitor  a 2 from the oximeter, 3 from the cuff; b 1/min,
                                             000 or -99 = no data
    ` OA!3`                         us       what does the oximeter say?
    ` OAabbbcdd` + check            monitor  a 0 standby, 1 OK, 3 no data, 6 sensor unplugged
                                             b SpO2 %, c signal 0-9, d seconds of averaging

The first character is the unit id (space). The two check characters stand for the sum of all
characters before them (`devices.checksum.dinamap_sum`). Newer firmware may append fields.

Rule 1: the status is read before the numbers: a busy or failed cuff still shows the old ones.
Rule 2: a result is new when its seconds counter went down, when the counter shows less than the
        time that went by (a cuff while the line was away), or when its pressures differ.
Rule 3: a result measured before we connected, by that counter, is `before-session`. With counter
        9999 and pressures nobody knows its age.
Rule 4: a rate from the cuff is as old as the cuff: it goes with the cuff result, never as a pulse.
        While polling, a new result waits for the reply to RA that follows it at once.
Rule 5: nothing else is ever sent but ` NC0!E`, which starts the cuff, and that only by
        `start_cuff`. ND (cancel it) exists.

Not known: negative replies (any other prefix is an error), what the reply to NC says (any is taken
for "heard", one to NA too), whether unused digits are zeros or spaces (both are read). The replies
below are built by the rules above; none was ever recorded.

>>> from devices.decode import decode
>>> replies = (b" NA0100045121078093&+\r NA1100003121078093&&\r NA3109999000000000&*\r"
...            b" RA2081\"E\r RA3072\"F\r OA1098908#M\r OA60000 0# \r")
>>> for row in decode(DRIVER, replies):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
22,device,,None,measuring
44,device,,None,idle
44,reading,sbp,121.0,before-session
44,reading,dbp,78.0,before-session
44,reading,map,93.0,before-session
66,lost,sbp,None,failed
76,reading,pulse,81.0,
86,lost,pulse,None,no-value
99,reading,spo2,98.0,
112,lost,spo2,None,sensor-off

Sources: three public implementations that agree byte for byte on commands, offsets and checks;
they quote GE's "Host Communications Reference Manual" 2010566, which is not public.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from devices.checksum import dinamap_sum
from devices.conversation import Signs, SinceCounter, cuff_result, possible
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.framing import LineFramer
from devices.polling import Poller
from devices.session import START_MEANT_S, DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CUFF_SIGNS,
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    VitalSign,
)

POLL_EVERY_S = 1.0
REPLY_WITHIN_S = 3.0
MAX_FRAME = 96
NONE_RECENT = 9999

START = b" NC0!E\r"
REQUESTS = {"NA": b" NA!2\r", "RA": b" RA!6\r", "OA": b" OA!3\r"}

BUSY, DONE, UNKNOWN = 0, 1, 9
NEONATE, ADULT = 2, 1
FROM_OXIMETER, FROM_CUFF = 2, 3

_FAILURES = {
    3: CuffFailure.FAILED,
    4: CuffFailure.TIMEOUT,
    6: CuffFailure.TIMEOUT,
    7: CuffFailure.TIMEOUT,
    8: CuffFailure.OVERPRESSURE,
}
_OXIMETER_LOST = {0: LostReason.STANDBY, 3: LostReason.NO_VALUE, 6: LostReason.SENSOR_OFF}

_CUFF = re.compile(r" NA(\d)([\d ])[\d ]([\d ]{4})([\d -]{3})([\d -]{3})([\d -]{3})", re.ASCII)
_RATE = re.compile(r" RA(\d)([\d -]{3})", re.ASCII)
_OXIMETER = re.compile(r" OA(\d)([\d -]{3})[\d -]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CuffReply:
    """A reply to NA. `age_s` None = no recent determination; a pressure of 0 is none."""

    status: int
    mode: int
    age_s: int | None
    sbp: int
    dbp: int
    mean: int


@dataclass(frozen=True, slots=True)
class RateReply:
    """A reply to RA. `rate` None = no data."""

    origin: int
    rate: int | None


@dataclass(frozen=True, slots=True)
class OximeterReply:
    status: int
    spo2: int


@dataclass(frozen=True, slots=True)
class StartReply:
    """A reply to NC, or its echo: what it says is not known, and NA tells what the cuff does."""


Reply = CuffReply | RateReply | OximeterReply | StartReply


def parse(frame: bytes) -> Reply:
    """What one reply says, without its CR. Raises `ProtocolError` for anything else."""
    body = frame[:-2]
    if dinamap_sum(body) != frame[-2:]:
        raise ChecksumError(f"damaged reply: {frame!r}")
    text = body.decode("latin-1")
    if match := _CUFF.match(text):
        status, mode, age, *pressures = (_digits(field) for field in match.groups())
        age_s = None if age == NONE_RECENT or not match[3].strip() else age
        return CuffReply(status, mode, age_s, *pressures)
    if match := _RATE.match(text):
        rate = _digits(match[2])
        return RateReply(int(match[1]), rate if rate > 0 else None)
    if match := _OXIMETER.match(text):
        return OximeterReply(int(match[1]), _digits(match[2]))
    if text.startswith(" NC"):
        return StartReply()
    raise ContentError(f"not a reply to anything we ask: {frame!r}")


def _digits(field: str) -> int:
    """The number in a field; spaces alone are 0, as unused digits may be."""
    try:
        return int(field.strip() or 0)
    except ValueError:
        raise ContentError(f"not a number: {field!r}") from None


class Cuff:
    """What the cuff does, from the replies to NA: each result, failure and change once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._opened_at: float | None = None
        self._counter = SinceCounter()
        self._pressures: tuple[int, int] | None = None
        self._failure: int | None = None
        self._failures = SinceCounter()
        self._measuring = False
        self._neonatal = False

    def opened(self, at: float) -> None:
        if self._opened_at is None:
            self._opened_at = at

    @property
    def measuring(self) -> bool:
        return self._measuring

    def changes(self, reply: CuffReply) -> list[DeviceNote]:
        """What the monitor says about itself."""
        notes = []
        if (reply.status == BUSY) is not self._measuring:
            self._measuring = reply.status == BUSY
            kind = DeviceNoteKind.MEASURING if self._measuring else DeviceNoteKind.IDLE
            notes.append(DeviceNote(kind, "", self._source))
        if reply.mode == NEONATE and not self._neonatal:
            self._neonatal = True
            notes.append(DeviceNote(DeviceNoteKind.NEONATAL_MODE, "", self._source))
        if reply.mode == ADULT and self._neonatal:
            self._neonatal = False
            notes.append(DeviceNote(DeviceNoteKind.ADULT_MODE, "", self._source))
        return notes

    def outcome(self, reply: CuffReply, at: float) -> CuffResult | CuffFailed | None:
        """A result or a failure that is new. `at` is when the monitor was asked.

        Raises `ContentError` once for a new result that cannot be.
        """
        if reply.status in _FAILURES:
            return self._failed(reply, at)
        self._failure = None
        if reply.status == DONE:
            return self._done(reply, at)
        if reply.status not in {BUSY, UNKNOWN}:
            raise ContentError(f"the cuff has no status {reply.status}")
        return None

    def _failed(self, reply: CuffReply, at: float) -> CuffFailed | None:
        begun = self._failures.restarted(reply.age_s, at)
        if not begun and reply.status == self._failure:
            return None
        self._failure = reply.status
        return CuffFailed(_FAILURES[reply.status], self._source)

    def _done(self, reply: CuffReply, at: float) -> CuffResult | None:
        restarted = self._counter.restarted(reply.age_s, at)
        pressures = (reply.sbp, reply.dbp)
        if reply.age_s is None and pressures == (0, 0):
            return None
        if not restarted and pressures == self._pressures:
            return None
        first = self._pressures is None
        self._pressures = pressures
        return cuff_result(
            reply.sbp,
            reply.dbp,
            reply.mean,
            None,
            source=self._source,
            quality=self._quality(reply.age_s, at, first=first),
            age_s=None if reply.age_s is None else float(reply.age_s),
        )

    def _quality(self, age_s: int | None, at: float, *, first: bool) -> Quality:
        if age_s is None:
            return Quality.AGE_UNKNOWN
        # The counter is cut to whole seconds: the cuff was done up to a second earlier.
        if first and (self._opened_at is None or at - age_s <= self._opened_at):
            return Quality.BEFORE_SESSION
        return Quality.GOOD


class DinamapSession:
    """One conversation with one DINAMAP: asks in turn, and reports what is new."""

    def __init__(self, source: str) -> None:
        self._framer = LineFramer(ends=b"\r\n", max_frame=MAX_FRAME)
        self._poller = Poller(REQUESTS, every_s=POLL_EVERY_S, patience_s=REPLY_WITHIN_S)
        self._signs = Signs(source)
        self._cuff = Cuff(source)
        self._waiting: CuffResult | None = None
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._poller.opened(at)
        self._signs.reopened()
        self._cuff.opened(at)
        return b""

    def due(self, now: float) -> bytes:
        return self._poller.due(now)

    def wake_at(self) -> float | None:
        return self._poller.wake_at()

    def start_cuff(self, now: float) -> None:
        if not self._cuff.measuring:
            self._poller.ask_next("NC", START, now, meant_s=START_MEANT_S)

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = [*self._poller.gave_up(), *self._overdue()]
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            try:
                events += self._hear(cut, at)
            except ProtocolError as error:
                self._poller.misunderstood(at)
                events += [*self._release(None), error]
        return events

    def _hear(self, frame: bytes, at: float) -> list[DeviceEvent]:
        if frame + b"\r" in REQUESTS.values():
            # No answer, so the answer may still come: an adapter that echoes.
            return [ContentError(f"our own request came back: {frame!r}")]
        reply = parse(frame)
        self._frames += 1
        match reply:
            case CuffReply():
                return self._hear_cuff(reply, at)
            case RateReply():
                return self._hear_rate(reply, at)
            case OximeterReply():
                return self._hear_oximeter(reply, at)
            case StartReply():
                self._poller.answered("NC", at)
                return [*self._release(None)]

    def _hear_cuff(self, reply: CuffReply, at: float) -> list[DeviceEvent]:
        asked = self._poller.answered("NA", at) or self._poller.answered("NC", at)
        # A reply may lie unread for long, on a computer that slept; a request does not.
        asked_at = at if asked is None else asked.at
        events: list[DeviceEvent] = [*self._release(None), *self._cuff.changes(reply)]
        if self._cuff.measuring:
            self._poller.forget("NC")
        try:
            outcome = self._cuff.outcome(reply, asked_at)
        except ContentError as error:
            return [*events, error]
        if isinstance(outcome, CuffResult) and asked is not None:
            self._waiting = outcome
        elif outcome is not None:
            events.append(outcome)
        return events

    def _hear_rate(self, reply: RateReply, at: float) -> list[DeviceEvent]:
        self._poller.answered("RA", at)
        if reply.origin == FROM_CUFF or reply.rate is None:
            released = self._release(reply.rate if reply.origin == FROM_CUFF else None)
            return [*released, *self._signs.hear(VitalSign.PULSE, None)]
        released = self._release(None)
        if reply.origin != FROM_OXIMETER:
            return [*released, ContentError(f"a rate of unknown origin {reply.origin}")]
        return [*released, *self._signs.hear(VitalSign.PULSE, reply.rate)]

    def _hear_oximeter(self, reply: OximeterReply, at: float) -> list[DeviceEvent]:
        self._poller.answered("OA", at)
        released = self._release(None)
        if reply.status == DONE:
            return [*released, *self._signs.hear(VitalSign.SPO2, reply.spo2)]
        if reply.status not in _OXIMETER_LOST:
            return [*released, ContentError(f"the oximeter has no status {reply.status}")]
        lost = self._signs.hear(VitalSign.SPO2, None, _OXIMETER_LOST[reply.status])
        return [*released, *lost]

    def _overdue(self) -> list[CuffResult]:
        """The cuff result whose pulse was asked for in vain."""
        return [] if self._poller.awaits in {None, "RA"} else self._release(None)

    def _release(self, cuff_rate: int | None) -> list[CuffResult]:
        """The cuff result that waited for its pulse."""
        result, self._waiting = self._waiting, None
        if result is None:
            return []
        return [replace(result, pulse=possible(VitalSign.NIBP_PULSE, cuff_rate))]


DRIVER = Driver(
    name="dinamap",
    title="GE DINAMAP / CARESCAPE V100",
    line=LineSettings(9600),
    signs=frozenset({VitalSign.PULSE, VitalSign.SPO2, *CUFF_SIGNS}),
    interval_s=POLL_EVERY_S,
    bytes_per_s=45.0,
    open=DinamapSession,
    cable="RS-232 or USB from the host port, 9600 8N1",
    sends=(
        (REQUESTS["NA"], "read the cuff's status and values"),
        (REQUESTS["RA"], "read the pulse rate"),
        (REQUESTS["OA"], "read the pulse oximeter"),
    ),
    cuff_start=(START,),
    quality=(
        QualityRow("manual cited", Done.DONE, "GE 2010566, by way of those who quote it"),
        QualityRow("facts verified", Done.DONE, "three implementations agree; sums recomputed"),
        QualityRow("real capture decoded", Done.TODO, "no recording is public"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "mmHg, 1/min and % by the field table"),
        QualityRow("limits documented", Done.DONE, "see the head of dinamap.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
