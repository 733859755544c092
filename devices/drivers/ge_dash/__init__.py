r"""GE Marquette Dash, Solar and Eagle, "Unity" parameter request over serial (9600 8N1).

We ask every 2 s with one literal request; the monitor answers. All big endian, no start, no end:

    0 to[6]  6 from[6]  12 function u16  14 sub-function u16  16 version  18 sequence
    20 request or reply  22 process  24 place[32]  56 return status u16  58 data count u16
    60 data, as many bytes as counted; then two bytes of check, by a rule that nobody knows

    request  function 202 (00CA), sub 35 (0023), no data      reply  201 (00C9), sub 20 (0014)
    data     alarm state, alarm level, audio level, admitted, count, graph status; then as many
             blocks as counted, of (data count - 6) / count bytes each: 68 and 70 were seen
    block    0: 01, code, status u16   4: three values i16   10: 0C, code   24: 03, code
             30: three limits, low and high   44: 15, code   54: 02, code
             64: type, code, position, port

    type 1, 45      code 3A   HR, premature beats       type 11, 28, 43, 44  code 2D  SpO2, pulse
    type 10, 57     code 18   cuff MEAN, SYS, DIA       type 8               code 22  respiration
    type 2          code 4D   invasive mean, SYS, DIA                        code 23  temperature

    alarm state  0 active, 1 silenced, 2 paused, 3 off, 4 volume off, 5 paused and display off

    8000 invalid, 8001 missing, 8002 blood draw, 8003 flush, 8004 zeroing, 8005 calibrating,
    8006 no pulse, 8007 sensor fail

Rule 1: the check cannot be tested, so the form is: the count must divide the data into blocks, and
        each block must begin with 01 and bear its code twice. A damaged value is not noticed.
Rule 2: a reply is known by its function and by being whole. HR 201 with 20 premature beats looks
        like its function; therefore what is whole first is believed, wherever it seems to begin.
Rule 3: nothing tells how old a cuff result is. It is new when it changes or was gone in between;
        the first one, and one that changed while nobody looked, has an unknown age.

What this device cannot tell, all of it UNCERTAIN: which vessel an invasive pressure is from (it is
shown as arterial and never judged), the unit of temperature (tenths of a degree Celsius fit, else
it is out of range), whether values of a demo are marked, how a failed cuff looks (8006 and 8007
are taken for it), what a return status other than 0 means (such a reply is refused), whether the
check bytes are there at all (both is understood).

>>> from devices.decode import decode
>>> def block(kind, code, *values):
...     words = b"".join(value.to_bytes(2, "big") for value in values)
...     return (bytes([1, code, 0xC0, 0x80]) + words).ljust(64, b"\0") + bytes([kind, code, 0, 0])
>>> blocks = (block(1, 0x3A, 72, 0, 0x8001) + block(10, 0x18, 93, 128, 79)
...           + block(11, 0x2D, 97, 64, 0x8001) + block(8, 0x22, 0x8000, 0x8001, 0x8001))
>>> data = bytes([0, 3, 3, 1, 4, 0]) + blocks
>>> head = bytes(12) + bytes.fromhex("00C900140001") + bytes(40) + len(data).to_bytes(2, "big")
>>> for row in decode(DRIVER, head + data + bytes(2)):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
338,reading,hr,72.0,
338,reading,spo2,97.0,
338,reading,pulse,64.0,
338,lost,rr,None,no-value
338,reading,sbp,128.0,age-unknown
338,reading,dbp,79.0,age-unknown
338,reading,map,93.0,age-unknown
338,device,,None,alarm-text system warning

Sources: OpenICE (mdpnp/mdpnp, BSD-2), mindleaving/patient-monitor-datalogger (MIT, the literal
request), packets of a Dash 4000 whose blocks have the same form.
"""

from __future__ import annotations

from devices.conversation import CuffWatch, Notes, Signs
from devices.drivers.ge_dash.replies import Reply, ReplyFramer, parse
from devices.errors import ContentError, FramingError
from devices.polling import Poller
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    DeviceNoteKind,
    LostReason,
    Quality,
    VitalSign,
)

POLL_EVERY_S = 2.0
REPLY_WITHIN_S = 3.0
UNWATCHED_AFTER_S = 60.0

REQUEST = bytes.fromhex(
    "400000000000000000000000 00CA 0023 0001 0000 0000 0000"
    "0000000000000000000000000000000000000000000000000001000000000000 0000 0000 F4CC"
)
"""A literal that a real monitor answers: the rule of its last two bytes is not known."""

_NO_NUMBER_UP_TO = -32001

_WHY = {
    0x8002: LostReason.STANDBY,
    0x8003: LostReason.STANDBY,
    0x8004: LostReason.CALIBRATING,
    0x8005: LostReason.CALIBRATING,
    0x8006: LostReason.NO_PULSE,
    0x8007: LostReason.SENSOR_OFF,
}
_CUFF_FAILED = {0x8006, 0x8007}
_CUFF_SAYS_NOTHING = {0x8004, 0x8005}

_SIGNS = {
    "ecg": ((VitalSign.HR, 0, 1.0),),
    "spo2": ((VitalSign.SPO2, 0, 1.0), (VitalSign.PULSE, 1, 1.0)),
    "resp": ((VitalSign.RR, 0, 1.0),),
    "temp": ((VitalSign.TEMP, 0, 10.0),),
    "invasive": (
        (VitalSign.ABP_MEAN, 0, 1.0),
        (VitalSign.ABP_SYS, 1, 1.0),
        (VitalSign.ABP_DIA, 2, 1.0),
    ),
}
"""Which value of a block is which sign, and what it is divided by."""
_EXPECTED = (VitalSign.HR, VitalSign.SPO2, VitalSign.PULSE)

_LEVELS = (
    "", "system message", "system advisory", "system warning",
    "message", "advisory", "warning", "crisis",
)  # fmt: skip
_STATES = (
    "", "alarms silenced", "alarms paused", "alarms off", "alarm volume off",
    "alarms paused and display off",
)  # fmt: skip


def _number(raw: int) -> float | None:
    return float(raw) if raw > _NO_NUMBER_UP_TO else None


class GeDashSession:
    """One conversation with one monitor: asks in turn, and reports what is new."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._framer = ReplyFramer()
        self._poller = Poller(
            {"parameters": REQUEST}, every_s=POLL_EVERY_S, patience_s=REPLY_WITHIN_S
        )
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._cuff = CuffWatch(source)
        self._cuff_code: int | None = None
        self._known = set(_EXPECTED)
        self._last_at: float | None = None
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._poller.opened(at)
        self._signs.reopened()
        return b""

    def due(self, now: float) -> bytes:
        return self._poller.due(now)

    def wake_at(self) -> float | None:
        return self._poller.wake_at()

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = [*self._poller.gave_up()]
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            self._poller.answered("parameters", at)
            try:
                reply = parse(cut)
            except ContentError as error:
                events.append(error)
                continue
            self._frames += 1
            events += self._understand(reply, at)
        return events

    def _understand(self, reply: Reply, at: float) -> list[DeviceEvent]:
        gap = self._last_at is not None and at - self._last_at > UNWATCHED_AFTER_S
        if gap:
            self._cuff.unwatched()
            self._cuff_code = None
        self._last_at = at
        events = self._hear_signs(dict(reply.blocks))
        for what, values in reply.blocks:
            if what == "cuff":
                events += self._hear_cuff(values)
        return [*events, *self._hear_alarms(reply)]

    def _hear_signs(self, blocks: dict[str, tuple[int, int, int]]) -> list[DeviceEvent]:
        """Each sign that is there; and one that is not, if it was once or always should be."""
        events: list[DeviceEvent] = []
        heard: set[VitalSign] = set()
        for what, values in blocks.items():
            quality = Quality.POOR if what == "invasive" else Quality.GOOD
            for sign, index, divisor in _SIGNS.get(what, ()):
                raw = values[index]
                shown = _number(raw)
                value = None if shown is None else shown / divisor
                why = _WHY.get(raw & 0xFFFF, LostReason.NO_VALUE)
                events += self._signs.hear(sign, value, why, quality=quality)
                heard.add(sign)
        for sign in sorted(self._known - heard):
            events += self._signs.hear(sign, None)
        self._known |= heard
        return events

    def _hear_cuff(self, values: tuple[int, int, int]) -> list[DeviceEvent]:
        mean, sbp, dbp = values
        code = sbp & 0xFFFF
        before, self._cuff_code = self._cuff_code, code
        if code in _CUFF_SAYS_NOTHING:
            return []
        failed = code in _CUFF_FAILED and before is not None and before not in _CUFF_FAILED
        failures = [CuffFailed(CuffFailure.FAILED, self._source)] if failed else []
        try:
            results = self._cuff.hear((_number(sbp), _number(dbp), _number(mean), None))
        except ContentError as error:
            return [*failures, error]
        return [*failures, *results]

    def _hear_alarms(self, reply: Reply) -> list[DeviceEvent]:
        level, state = reply.alarm_level, reply.alarm_state
        text = _LEVELS[level] if level < len(_LEVELS) else f"alarm level {level}"
        sound = _STATES[state] if state < len(_STATES) else f"alarm state {state}"
        events = [
            *self._notes.hear(DeviceNoteKind.ALARM_TEXT, text),
            *self._notes.hear(DeviceNoteKind.INFO, sound),
        ]
        if state < len(_STATES):  # else: nobody knows whether it sounds
            events += self._notes.bedside_alarm(sound)
        return [*events]


DRIVER = Driver(
    name="ge-dash",
    title="GE Dash / Solar / Eagle (Unity)",
    line=LineSettings(9600),
    signs=frozenset(
        {
            VitalSign.SBP,
            VitalSign.DBP,
            VitalSign.MAP,
            *(sign for places in _SIGNS.values() for sign, _, _ in places),
        }
    ),
    interval_s=POLL_EVERY_S,
    bytes_per_s=279.0,
    open=GeDashSession,
    cable="RS-232 from the monitor's serial (AUX) port, 9600 8N1, DTR and RTS raised",
    sends=((REQUEST, "read all parameters once"),),
    quality=(
        QualityRow("manual cited", Done.EXEMPT, "no manual of this protocol is public"),
        QualityRow("facts verified", Done.DONE, "blocks of a real Dash 4000; check rule unknown"),
        QualityRow("real capture decoded", Done.TODO, "no serial recording is public"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.TODO, "temperature and the invasive site are guesses"),
        QualityRow("limits documented", Done.DONE, "see the head of ge_dash"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
