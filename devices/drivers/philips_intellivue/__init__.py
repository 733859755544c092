r"""Philips IntelliVue MP/MX, "Data Export" over the MIB/RS-232 port (115200 8N1).

    C0 | 11 01 | length (2) | user data | check (2, low byte first) | C1

Between C0 and C1 the bytes C0, C1 and 7D are sent as 7D and the byte XOR 20; 7D C1 breaks a frame
off. The check is CRC-16/X-25 over header and user data. All else is big-endian. We ask for an
association and for data once, then data come by themselves:

    us       0D ...                      association request, every 2 s until it is answered
    monitor  0E ... F0010008 <options>   accepted (0C refused, 19 aborted, at any time)
    monitor  E1 .. 0001 .. 0001 .. 0D06  MDS create: maker, model, clock; we confirm it
    us       E1 .. 0001 .. 0007 .. F13B  extended polls: numerics, waves, alarms, for 600 s
    monitor  E1 .. 0002 .. 0007 .. F13B  a result (0005: the first, middle or last of several)

A poll result holds objects, each with attributes (id, length, value):

    0950   one observed value: physio id (2), state (2), unit (2), FLOAT (exponent 1, mantissa 3)
    094B   several of them: count, length, values (cuff: 4A05 systolic, 4A06 diastolic, 4A07 mean)
    0990   when the value was measured, CC YY MM DD hh mm ss ff in decimal digits
    096E   samples of a wave: physio id, state, length, samples; 0967 of several ECG leads
    096D, 098D, 096F   how samples are to be read: form, period in ticks of 125 us, scale
    0902, 0904   active technical and patient alarms

Rule 1: the state is read before the number. Invalid, unavailable or calibrating: no value.
        Questionable: poor. Demo or test: demo, and the device says so.
Rule 2: the cuff's pulse (F0E5) goes with the cuff, HR (4182) and pulse (4822) never mix; a pulse
        of no named origin (480A) is not used.
Rule 3: nothing is set at the monitor. Which waves come is its own choice (attribute F23A).
Rule 4: patient demographics are never asked for.

What is not known: whether the monitor shows a failed cuff measurement otherwise than by invalid
values (`cuff.py`), the forms of alarms (`alarms.py`) and marks in wave samples (`waves.py`),
whether older units run at 19200 Bd. Operating mode (0946) 2000 is taken for demonstration; the
recording shows 4000. A cuff measurement cannot be started over this line.

>>> from devices.decode import decode
>>> from devices.drivers.philips_intellivue.wire import framed
>>> result = bytes.fromhex(
...     "E1000002 000200F4 00030007 00EE 002100000000 F13B 00E4 0002 0007 00200000"
...     "FFFFFFFFFFFFFFFF 0001 0006 0000 0001 00CA 0001 0005 00C4"
...     "8272 0004 004E 0924 0004 00024A04 0927 0010 000E 004E 0042 0050 0020 0020 0020 0000"
...     "0990 0008 2026011510320700 094B 0022 0003 001E"
...     "4A05 0000 0F20 00000080 4A06 0000 0F20 0000004F 4A07 0000 0F20 0000005F"
...     "8273 0002 0016 0924 0004 0002F0E5 0950 000A F0E5 0000 0AA0 00000056"
...     "82CF 0002 0016 0924 0004 00024182 0950 000A 4182 0000 0AA0 00000058"
...     "8400 0002 0016 0924 0004 00024BB8 0950 000A 4BB8 0000 0220 00000061"
...     "8406 0002 0016 0924 0004 00024822 0950 000A 4822 0000 0AA0 00000057")
>>> framed(result)[-4:].hex(" ")
'57 e2 67 c1'
>>> for row in decode(DRIVER, framed(result)):
...     print(row.offset, row.kind, row.sign, row.value, row.unit, row.note, sep=",")
260,reading,hr,88.0,1/min,
260,reading,spo2,97.0,%,
260,reading,pulse,87.0,1/min,
260,reading,sbp,128.0,mmHg,age-unknown
260,reading,dbp,79.0,mmHg,age-unknown
260,reading,map,95.0,mmHg,age-unknown
260,reading,nibp_pulse,86.0,1/min,age-unknown

Sources: OpenICE (mdpnp/mdpnp, BSD-2), patient-monitor-datalogger (MIT), VSCaptureMP (LGPL-3, facts
only), and a recording of a real M8000 on which frames, checks and layouts were verified.
"""

from __future__ import annotations

from devices.conversation import Notes
from devices.drivers.philips_intellivue.alarms import alarm_texts
from devices.drivers.philips_intellivue.cuff import CUFF_PULSE, PRESSURES, Cuff, shown
from devices.drivers.philips_intellivue.dialogue import Dialogue
from devices.drivers.philips_intellivue.messages import (
    Accepted,
    Created,
    Ended,
    PollResult,
    Rejected,
    Thing,
    parse,
)
from devices.drivers.philips_intellivue.numerics import SOURCES, Numerics
from devices.drivers.philips_intellivue.values import (
    Attributes,
    MonitorClock,
    all_observed,
    identity,
    iso,
    moment,
)
from devices.drivers.philips_intellivue.waves import Waves
from devices.drivers.philips_intellivue.wire import (
    NUMERICS,
    NUMERICS_INVOKE,
    SENDS,
    WAVES,
    WAVES_INVOKE,
    Framer,
    creation_reply,
    user_data,
)
from devices.errors import ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import CUFF_SIGNS, DeviceNoteKind

_CLOCK, _CLOCK_TICKS, _MODE = 0x0987, 0x098F, 0x0946
_DEMO_MODE = 0x2000


class IntelliVueSession:
    """One conversation with one IntelliVue."""

    def __init__(self, source: str) -> None:
        self._framer = Framer()
        self._dialogue = Dialogue()
        self._clock = MonitorClock()
        self._numerics = Numerics(source)
        self._cuff = Cuff(source)
        self._waves = Waves(source)
        self._notes = Notes(source)
        self._demo = False
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._dialogue.opened(at)
        self._numerics.reopened()
        self._cuff.opened(at)
        self._waves.reopened()
        return b""

    def due(self, now: float) -> bytes:
        return self._dialogue.due(now)

    def wake_at(self) -> float | None:
        return self._dialogue.wake_at()

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            try:
                told = user_data(cut)
                self._frames += 1
                events += self._hear(told, at)
            except ProtocolError as error:
                events.append(error)
        return events

    def _hear(self, told: bytes, at: float) -> list[DeviceEvent]:
        message = parse(told)
        match message:
            case PollResult():
                return self._hear_result(message, at)
            case Accepted():
                self._dialogue.accepted(message.options, at)
            case Ended():
                self._dialogue.ended(at)
            case Created():
                self._dialogue.created(creation_reply(message.invoke, message.relative), at)
                return self._hear_system(message.attributes)
            case Rejected():
                return self._rejected(message)
        return []

    def _rejected(self, message: Rejected) -> list[DeviceEvent]:
        if message.invoke == NUMERICS_INVOKE:
            self._dialogue.numerics_rejected()
        if message.invoke == WAVES_INVOKE:
            self._dialogue.waves_rejected()
        return [ContentError(f"request {message.invoke} was rejected: error {message.error}")]

    def _hear_system(self, attributes: Attributes) -> list[DeviceEvent]:
        """Who the monitor is, what its clock shows, and whether it means a patient."""
        clock = moment(attributes.get(_CLOCK, b""))
        ticks = attributes.get(_CLOCK_TICKS, b"")
        if clock is not None and len(ticks) == 4:
            self._clock.learn(clock, int.from_bytes(ticks, "big"))
        events: list[DeviceEvent] = []
        if named := identity(attributes):
            events += self._notes.hear(DeviceNoteKind.INFO, named)
        if _MODE in attributes:
            self._demo = bool(int.from_bytes(attributes[_MODE], "big") & _DEMO_MODE)
            events += self._numerics.runs(demo=self._demo)
        return events

    def _hear_result(self, result: PollResult, at: float) -> list[DeviceEvent]:
        self._dialogue.data(at, numerics=result.code == NUMERICS)
        if result.code == WAVES:
            return [chunk for thing in result.things for chunk in self._waves.hear(thing, at)]
        if result.code != NUMERICS:
            return [event for thing in result.things for event in self._hear_other(thing)]
        shown_time = moment(result.absolute)
        if shown_time is not None:
            self._clock.learn(shown_time, result.ticks)
        clock = self._clock.at(result.ticks)
        events: list[DeviceEvent] = []
        for thing in result.things:
            try:
                events += self._hear_numeric(thing, at, iso(clock))
            except ContentError as error:
                # One object that cannot be must not silence the heart rate beside it.
                events.append(error)
        if result.last:
            events += self._numerics.cycle_ended()
            events += self._cuff.cycle_ended(at, clock, demo=self._demo)
        return events

    def _hear_numeric(self, thing: Thing, at: float, clock: str | None) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        pressures = []
        for said in all_observed(thing.attributes):
            if said.physio in SOURCES:
                events += self._numerics.hear(said, at, clock)
            elif said.physio in PRESSURES:
                pressures.append(said)
            elif said.physio == CUFF_PULSE:
                self._cuff.hear_pulse(said, thing.attributes)
        if pressures:
            cuff = shown(pressures, thing.attributes)
            self._numerics.carries_demo(cuff.quality)
            self._cuff.hear(cuff)
        return events

    def _hear_other(self, thing: Thing) -> list[DeviceEvent]:
        events = self._hear_system(thing.attributes)
        texts = alarm_texts(thing.attributes)
        if texts is not None:
            events += self._notes.hear(DeviceNoteKind.ALARM_TEXT, "; ".join(texts))
        return events


DRIVER = Driver(
    name="philips-intellivue",
    title="Philips IntelliVue MP/MX",
    line=LineSettings(115200),
    signs=frozenset({*CUFF_SIGNS, *(source.sign for source in SOURCES.values())}),
    interval_s=1.024,
    bytes_per_s=4440.0,
    open=IntelliVueSession,
    cable="RS-232 from the MIB port, 115200 8N1 (RJ45 on MX: 4 ground, 5 to the PC's RxD, "
    "7 from its TxD); the port set to data export in the service menu",
    sends=SENDS,
    quality=(
        QualityRow(
            "manual cited", Done.EXEMPT, "the programming guide is not public; see the head"
        ),
        QualityRow("facts verified", Done.DONE, "frames, checks and layouts on a real recording"),
        QualityRow("real capture decoded", Done.DONE, "an M8000 fed by an ECG simulator, no cuff"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "each value bears its unit; others are refused"),
        QualityRow("limits documented", Done.DONE, "see the head of philips_intellivue"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
