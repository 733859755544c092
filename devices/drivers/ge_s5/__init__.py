r"""GE Datex-Ohmeda S/5, B and CARESCAPE monitors, computer interface "DRI" (19200 8E1, RTS/CTS).

We ask once for displayed values every 5 s, for auxiliary values every 10 s and for the waves ECG1
and pleth; then the monitor talks by itself, in records between flags:

    7E | record | check | 7E      check = sum of the record's bytes mod 256
                                  inside, 7E is sent as 7D 5E and 7D as 7D 5D
    record, little endian:
     0 length i16   2 number u8   3 level u8   4 plug u16   6 time u32   10 .. 13
    14 main type i16: 0 physiological, 1 wave, 4 alarm
    16 eight places of 3 bytes: offset i16 behind byte 40, type u8; type FF ends the list
    40 subrecords: `values.py` (displayed), `content.py` (waves, alarms, auxiliary)

Rule 1: a cuff result is new by the time of the auxiliary record; `cuff.py` says how.
Rule 2: the status bits of the ECG group say where the heart rate comes from; `values.py`.
Rule 3: a flat respiration is apnoea only after a breath was counted; before, it is a gas line
        that hangs in the air.
Rule 4: the monitor's alarm texts (level 10 and above) are passed on. They are localised.

What this device cannot tell: that it runs in a demo mode (no flag is known), why there is no value
(beyond under and over range, not calibrated, lead off), how a failed cuff measurement looks.
The line needs RTS/CTS; when it is blocked for 2 s the monitor stops the waves, and we ask again.
The form of the alarm records is not certain; see `content.py`.

>>> from devices.decode import decode
>>> head = "7E 3E 01 01 0A 00 00 27 C2 68 69 00 00 00 00 00 00 00 00 01 00 00 FF" + 18 * " 00"
>>> ecg = "27 C2 68 69 0B 00 00 00 00 02 58 00 01 80 01 80 01 80 01 80"
>>> pressures = "".join(f"00 00 00 00 {label} 00" + 4 * " 01 80"
...                     for label in ("09", "0A", "0B", "0C"))
>>> cuff = "03 00 00 00 09 00 00 32 DC 1E 1C 25 56 00"
>>> temperatures = 4 * "00 00 00 00 00 00 01 80"
>>> spo2 = "03 00 00 00 00 00 E4 25 57 00 EB 00 01 80"
>>> co2 = "00 00 00 00 00 00 01 80 01 80 01 80 01 80"
>>> rest = 128 * "00" + "07 7E"
>>> frame = bytes.fromhex(head + ecg + pressures + cuff + temperatures + spo2 + co2 + rest)
>>> for row in decode(DRIVER, frame):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
321,reading,hr,88.0,
321,reading,spo2,97.0,
321,reading,pulse,87.0,
321,reading,perfusion,2.35,
321,lost,rr,None,no-value
321,lost,temp,None,no-value
321,reading,sbp,128.0,age-unknown
321,reading,dbp,79.0,age-unknown
321,reading,map,95.0,age-unknown
321,reading,nibp_pulse,86.0,age-unknown

Sources: GE "S/5 Computer Interface" M1017617 and "DRI specification" 8005313, by way of those who
quote them; a recording of a real monitor of level 9, all of whose whole frames decode.
"""

from __future__ import annotations

from dataclasses import replace

from devices.conversation import Notes, Signs
from devices.drivers.ge_s5.asking import Asking, Stream
from devices.drivers.ge_s5.content import AlarmTexts, Content, CuffTime, contents
from devices.drivers.ge_s5.cuff import CuffByTime
from devices.drivers.ge_s5.record import (
    AUXILIARY,
    DISPLAYED,
    FLAG,
    MAX_FRAME,
    Record,
    alarms_request,
    iso_time,
    parse_record,
    unframed,
    values_request,
    waves_request,
)
from devices.drivers.ge_s5.values import CuffGroup, Displayed, Shown
from devices.errors import ContentError, FramingError, ProtocolError
from devices.framing import LineFramer
from devices.session import DeviceEvent, Done, Driver, LineSettings, Parity, QualityRow
from monitor.vitals import (
    CUFF_SIGNS,
    DeviceNote,
    DeviceNoteKind,
    Observation,
    VitalSign,
    WaveChunk,
)

DISPLAYED_EVERY_S = 5
AUXILIARY_EVERY_S = 10
ECG1, PLETH = 1, 8
ALARMS_FROM_LEVEL = 10

# The cuff's time is asked for first: what the monitor already shows can then be dated.
AUXILIARY_STREAM = Stream("auxiliary", values_request(AUXILIARY, AUXILIARY_EVERY_S), 25.0)
DISPLAYED_STREAM = Stream("displayed", values_request(DISPLAYED, DISPLAYED_EVERY_S), 12.5)
WAVE_STREAM = Stream("waves", waves_request(ECG1, PLETH), 10.0)
ALARM_STREAM = Stream("alarms", alarms_request(), 10.0)


class GeS5Session:
    """One conversation with one monitor: asks for its streams, and reports what is new."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._framer = LineFramer(ends=FLAG, max_frame=MAX_FRAME)
        self._asking = Asking((AUXILIARY_STREAM, DISPLAYED_STREAM, WAVE_STREAM))
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._cuff = CuffByTime(source)
        self._measuring = False
        self._breathed = False
        self._arterial: tuple[VitalSign, ...] = ()
        self._asystole = False
        self._alarms: tuple[str, ...] = ()
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._asking.opened(at)
        self._signs.reopened()
        self._cuff.opened(at)
        return b""

    def due(self, now: float) -> bytes:
        stream = self._asking.due(now)
        if stream is None:
            return b""
        if stream is AUXILIARY_STREAM:
            self._cuff.asked_for_time()
        return stream.request

    def wake_at(self) -> float | None:
        return self._asking.wake_at()

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            try:
                record = parse_record(unframed(cut))
                found = contents(record)
            except ProtocolError as error:
                events.append(error)
                continue
            self._frames += 1
            events += self._understand(record, found, at)
        return events

    def _understand(self, record: Record, found: list[Content], at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for content in found:
            match content:
                case WaveChunk():
                    self._asking.heard(WAVE_STREAM.name, at)
                    events.append(replace(content, source=self._source))
                case Displayed():
                    self._asking.heard(DISPLAYED_STREAM.name, at)
                    events += self._hear_values(content, record, at)
                case CuffTime():
                    self._asking.heard(AUXILIARY_STREAM.name, at)
                    events += self._hear_cuff_time(content.time, at)
                case AlarmTexts():
                    self._asking.heard(ALARM_STREAM.name, at)
                    self._alarms = content.texts
                    events += self._say_alarms()
        if record.level >= ALARMS_FROM_LEVEL:
            self._asking.add(ALARM_STREAM, at)
        return events

    def _hear_values(self, shown: Displayed, record: Record, at: float) -> list[DeviceEvent]:
        device_time = iso_time(record.time)
        events: list[DeviceEvent] = []
        for one in shown.signs:
            events += self._hear_sign(one, device_time)
        events += self._miss_arterial(shown)
        events += self._cuff_notes(shown.cuff)
        try:
            events += self._cuff.hear(shown.cuff, record.time, at)
        except ContentError as error:
            events.append(error)
        self._asystole = shown.asystole
        return [*events, *self._say_alarms()]

    def _hear_sign(self, shown: Shown, device_time: str | None) -> list[Observation]:
        value = shown.value
        if shown.sign is VitalSign.RR and value is not None:
            self._breathed = self._breathed or value > 0.0
            value = value if self._breathed else None
        return self._signs.hear(
            shown.sign, value, shown.why, quality=shown.quality, device_time=device_time
        )

    def _miss_arterial(self, shown: Displayed) -> list[Observation]:
        """An arterial pressure whose channel has gone, or is none any more, is lost."""
        here = tuple(one.sign for one in shown.signs if one.sign in _ARTERIAL)
        gone = [sign for sign in self._arterial if sign not in here]
        self._arterial = self._arterial or here
        return [said for sign in gone for said in self._signs.hear(sign, None)]

    def _cuff_notes(self, cuff: CuffGroup) -> list[Observation]:
        notes: list[Observation] = []
        if cuff.measuring is not self._measuring:
            self._measuring = cuff.measuring
            kind = DeviceNoteKind.MEASURING if cuff.measuring else DeviceNoteKind.IDLE
            notes.append(DeviceNote(kind, "", self._source))
        calibrating = "the cuff is being calibrated" if cuff.calibrating else ""
        return [*notes, *self._notes.hear(DeviceNoteKind.INFO, calibrating)]

    def _hear_cuff_time(self, time: int, at: float) -> list[DeviceEvent]:
        try:
            return [*self._cuff.hear_time(time, at)]
        except ContentError as error:
            return [error]

    def _say_alarms(self) -> list[Observation]:
        texts = [*(("asystole",) if self._asystole else ()), *self._alarms]
        return self._notes.hear(DeviceNoteKind.ALARM_TEXT, "; ".join(texts))


_ARTERIAL = (VitalSign.ABP_SYS, VitalSign.ABP_DIA, VitalSign.ABP_MEAN)

DRIVER = Driver(
    name="ge-s5",
    title="GE Datex-Ohmeda S/5, B and CARESCAPE (DRI)",
    line=LineSettings(19200, parity=Parity.EVEN, rtscts=True),
    # CARESCAPE, from software 3 on.
    alternative_lines=(LineSettings(115200, parity=Parity.EVEN, rtscts=True),),
    signs=frozenset(
        {
            VitalSign.HR,
            VitalSign.SPO2,
            VitalSign.PULSE,
            VitalSign.PERFUSION,
            VitalSign.RR,
            VitalSign.TEMP,
            *_ARTERIAL,
            *CUFF_SIGNS,
        }
    ),
    interval_s=float(DISPLAYED_EVERY_S),
    bytes_per_s=1000.0,
    open=GeS5Session,
    cable=(
        "RS-232 from the computer interface, 19200 8E1 with RTS/CTS (7 wires): null modem, but a "
        "straight cable where the monitor has a female connector (B20, B40, B105, B125); "
        "CARESCAPE needs its USB-serial adapter"
    ),
    sends=(
        (AUXILIARY_STREAM.request, "send the time of the last cuff measurement every 10 s"),
        (DISPLAYED_STREAM.request, "send the displayed values every 5 s"),
        (WAVE_STREAM.request, "send the waves ECG1 and pleth"),
        (ALARM_STREAM.request, "send the present alarms once (level 10 and above)"),
    ),
    quality=(
        QualityRow("manual cited", Done.DONE, "GE M1017617 and 8005313"),
        QualityRow("facts verified", Done.DONE, "printed requests and a real recording"),
        QualityRow("real capture decoded", Done.DONE, "level 9, without a cuff result in it"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "by the field table; amplitude as perfusion"),
        QualityRow("limits documented", Done.DONE, "see the heads of ge_s5 and its parts"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
