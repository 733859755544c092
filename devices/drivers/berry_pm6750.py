r"""BerryMed PM6750 multi-parameter module: ECG, breath, oximeter, temperature, cuff; 115200 8N1.

The same frame in both directions; N counts the bytes from itself to SUM, and SUM is the
complement of the sum of N, the type and the data, so that from N to SUM all bytes make FF:

    55 AA  N  type  data ...  SUM

    55 AA 04  code value SUM     us      01 01 ECG on, 03 01 oximeter on, 04 01 temperature
                                         on, FE 01 pleth and FF 01 breath wave on, 02 01 start cuff
    01  I II III aVR aVL aVF V   module  ECG, 250/s, 0 to 250 around 128
    02  s HR RR ST arrhythmia            1/s; s bit 0 weak signal, bit 1 lead off
    03  s cuff/2 SYS MEAN DIA            2/s; s bits 0-1 1 adult 2 child 3 neonate, bits 2-5 state
    04  s SpO2 PR                        1/s; s 0 OK, 1 sensor off, 2 no finger, 3 searching,
                                         4 searched too long; 127 and 255 = none
    05  s T1 tenths (T2 tenths)          1/s; s 0 OK, 1 T1 off, 2 T2 off, 3 both off
    30 / 31                              a beat was seen in the ECG / by the oximeter
    FE value / FF value                  pleth / breath wave, 50/s each

    state of the cuff   0 done, 1 measuring, 2 stopped, 3 over 300 mmHg, 4 cuff loose,
                        5 too long, 6 error, 7 interference, 8 no result, 9 and A starting up

The module is silent until it is told what to send. Each stream is asked for when it was not heard
for 5 s: so also after the module lost power. Commands leave 50 ms apart.

Rule 1: only output is switched on, never gains, filters, modes or target pressures. The cuff is
        started by `start_cuff` alone, in the mode that the module is in.
Rule 2: a result is new when the state went from measuring to done. 0 is no value, and the three
        pressures are waited for. Anything else that changed is of unknown age.
Rule 3: "stopped" is a cancelled cuff only after "measuring": the module may rest in it.
Rule 4: a short parameter frame of other firmware is read as far as it goes; a longer one too.

What this device cannot tell: how many millivolts a step of the ECG is (UNCERTAIN; the steps are
passed on without a unit), the pulse of a cuff result, its own time, whether state frames come
without a measurement (in a recording of 30 s there were none). T2 is not shown. A rate or a
breath of 0 is taken for no value.

>>> from devices.decode import decode
>>> wire = bytes.fromhex(
...     "55 AA 08 02 28 48 10 00 00 75  55 AA 06 04 00 61 47 4D  55 AA 06 04 02 7F FF 75"
...     "55 AA 06 05 00 24 06 CA"
...     "55 AA 08 03 01 00 76 5B 4C D6  55 AA 08 03 05 3C 00 00 00 B3"
...     "55 AA 08 03 01 00 76 5B 4C D6")
>>> for row in decode(DRIVER, wire):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
10,reading,hr,72.0,
10,reading,rr,16.0,
18,reading,spo2,97.0,
18,reading,pulse,71.0,
26,lost,spo2,None,sensor-off
26,lost,pulse,None,sensor-off
34,reading,temp,36.6,
44,reading,sbp,118.0,age-unknown
44,reading,dbp,76.0,age-unknown
44,reading,map,91.0,age-unknown
54,device,,None,measuring
64,device,,None,idle
64,reading,sbp,118.0,
64,reading,dbp,76.0,
64,reading,map,91.0,

Sources: the protocol notes of Abrunacci/berry_med, which cite the module's technical manual and a
recording of 10 618 frames without a damaged one. Their recordings are not with us.
"""

from __future__ import annotations

from devices.conversation import Notes, Signs
from devices.counted_framing import CountedFramer
from devices.cuff_cycle import CuffCycle
from devices.errors import ContentError, ProtocolError
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from devices.streams import Streams
from devices.wave_samples import WaveSamples
from monitor.vitals import (
    CuffFailure,
    DeviceNoteKind,
    LostReason,
    Quality,
    VitalSign,
    Wave,
)

LONGEST = 64
NO_SPO2 = 127
LARGEST = 250
"""A rate is 1 to 250; 0 and 255 are no value."""
APART_S = 0.05
SILENT_STREAM_S = 5.0
ECG_WAVE, ECG, CUFF, OXIMETER, TEMPERATURE, PLETH_WAVE, RESP_WAVE = 1, 2, 3, 4, 5, 0xFE, 0xFF


def command(code: int, value: int) -> bytes:
    """A frame from us to the module."""
    return bytes((0x55, 0xAA, 4, code, value, ~(4 + code + value) & 0xFF))


STREAMS = {
    ECG: command(0x01, 1),
    OXIMETER: command(0x03, 1),
    TEMPERATURE: command(0x04, 1),
    PLETH_WAVE: command(0xFE, 1),
    RESP_WAVE: command(0xFF, 1),
}
"""What switches a stream on, by the type of frame that shows that it is."""
START_CUFF = command(0x02, 1)

_WEAK, _LEAD_OFF = 0x01, 0x02
_DONE, _MEASURING, _STOPPED = 0, 1, 2
_NEONATE = 3
_FAILURES = {
    3: CuffFailure.OVERPRESSURE,
    4: CuffFailure.LEAK,
    5: CuffFailure.TIMEOUT,
    6: CuffFailure.FAILED,
    7: CuffFailure.MOVEMENT,
    8: CuffFailure.FAILED,
}
_STATES = {_DONE, _MEASURING, _STOPPED, 9, 10, *_FAILURES}
_OXIMETER_LOST = {
    1: LostReason.SENSOR_OFF,
    2: LostReason.SENSOR_OFF,
    3: LostReason.NO_PULSE,
    4: LostReason.NO_PULSE,
}
_T1_OFF = {1, 3}
_ARRHYTHMIAS = {
    2: "arrest",
    3: "ventricular fibrillation",
    4: "R on T",
    5: "multiple premature ventricular beats",
    6: "paired premature ventricular beats",
    7: "premature ventricular beat",
    8: "bigeminy",
    9: "trigeminy",
    10: "tachycardia",
    11: "bradycardia",
    12: "missed beat",
}
"""The module's own findings; 0 is still analysing, 1 is normal."""


class PM6750Session:
    """One conversation with one PM6750: switches its output on, and listens."""

    def __init__(self, source: str) -> None:
        self._framer = CountedFramer(
            head=b"\x55\xaa", least=3, most=LONGEST, more=2, sum_is=(0x55 + 0xAA + 0xFF) & 0xFF
        )
        self._streams = Streams(STREAMS, apart_s=APART_S, silent_after_s=SILENT_STREAM_S)
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._cuff = CuffCycle(source)
        self._waves = {
            ECG_WAVE: WaveSamples(Wave.ECG, 250.0, source, place=5, middle=128),  # lead II
            PLETH_WAVE: WaveSamples(Wave.PLETH, 50.0, source, place=4, middle=0),
            RESP_WAVE: WaveSamples(Wave.RESP, 50.0, source, place=4, middle=0),
        }
        self._parameters = {
            ECG: self._hear_ecg,
            CUFF: self._hear_cuff,
            OXIMETER: self._hear_oximeter,
            TEMPERATURE: self._hear_temperature,
        }
        self._measuring_at = 0.0
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:
        self._framer.reset()
        self._streams.opened(at)
        self._signs.reopened()
        for wave in self._waves.values():
            wave.clear()
        return b""

    def due(self, now: float) -> bytes:
        return self._streams.due(now)

    def wake_at(self) -> float | None:
        return self._streams.wake_at()

    def start_cuff(self, now: float) -> None:  # noqa: ARG002
        if not self._cuff.running:
            self._streams.send_next(START_CUFF)

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, ProtocolError):
                events.append(cut)
                continue
            try:
                self._hear(cut, at, events)
            except ProtocolError as error:
                events.append(error)
        return events

    def _hear(self, frame: bytes, at: float, events: list[DeviceEvent]) -> None:
        kind = frame[3]
        wave = self._waves.get(kind)
        if wave is not None:
            chunk = wave.hear(frame)
            if chunk is not None:
                events.append(chunk)
        elif kind in self._parameters:
            events += self._parameters[kind](frame[4:-1], at)
        # The marks of single beats and whatever else a firmware sends: a frame is a frame.
        self._frames += 1
        self._streams.heard(kind, at)

    def _hear_ecg(self, data: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        status, rate, breaths = _fields(data, 3)
        if status & _LEAD_OFF:
            off = LostReason.SENSOR_OFF
            return [
                *self._signs.hear(VitalSign.HR, None, off),
                *self._signs.hear(VitalSign.RR, None, off),
                *self._notes.hear(DeviceNoteKind.ALARM_TEXT, ""),
            ]
        quality = Quality.POOR if status & _WEAK else Quality.GOOD
        finding = _ARRHYTHMIAS.get(data[4], "") if len(data) > 4 else ""
        return [
            *self._signs.hear(VitalSign.HR, _value(rate), quality=quality),
            *self._signs.hear(VitalSign.RR, _value(breaths), quality=quality),
            *self._notes.hear(DeviceNoteKind.ALARM_TEXT, finding and f"ECG: {finding}"),
        ]

    def _hear_oximeter(self, data: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        status, spo2, rate = _fields(data, 3)
        if status in _OXIMETER_LOST:
            why = _OXIMETER_LOST[status]
            return [
                *self._signs.hear(VitalSign.SPO2, None, why),
                *self._signs.hear(VitalSign.PULSE, None, why),
            ]
        quality = Quality.GOOD if status == 0 else Quality.POOR
        shown = None if spo2 == NO_SPO2 else spo2
        return [
            *self._signs.hear(VitalSign.SPO2, shown, quality=quality),
            *self._signs.hear(VitalSign.PULSE, _value(rate), quality=quality),
        ]

    def _hear_temperature(self, data: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        status, whole, tenths = _fields(data, 3)
        if status in _T1_OFF:
            return [*self._signs.hear(VitalSign.TEMP, None, LostReason.SENSOR_OFF)]
        if tenths > 9:
            raise ContentError(f"a temperature of {whole} and {tenths} tenths")
        celsius = round(whole + tenths / 10, 1)
        return [*self._signs.hear(VitalSign.TEMP, celsius or None)]

    def _hear_cuff(self, data: bytes, at: float) -> list[DeviceEvent]:
        status, _, sbp, mean, dbp = _fields(data, 5)
        state = status >> 2 & 0x0F
        if state not in _STATES:
            raise ContentError(f"the cuff has no state {state}")
        just_ended = self._cuff.running and state != _MEASURING
        if state == _MEASURING:
            self._measuring_at = at
        elif just_ended:
            # It ended since it was last seen at work, which is long ago after a lost line.
            self._cuff.ended(self._measuring_at)
        events: list[DeviceEvent] = [
            *self._cuff.mode(neonatal=status & 3 == _NEONATE),
            *self._cuff.runs(now=state == _MEASURING),
        ]
        if state in _FAILURES:
            events += self._cuff.failed(_FAILURES[state])
        elif state == _STOPPED and just_ended:
            events += self._cuff.failed(CuffFailure.CANCELLED)
        elif state == _DONE:
            events += self._pressures(sbp, mean, dbp, at)
        return events

    def _pressures(self, sbp: int, mean: int, dbp: int, at: float) -> list[DeviceEvent]:
        if not (sbp and dbp):
            return [*self._cuff.empty()]
        try:
            return [*self._cuff.result(sbp, dbp, mean or None, None, at)]
        except ContentError as error:
            return [error]


def _value(rate: int) -> int | None:
    return rate if 0 < rate <= LARGEST else None


def _fields(data: bytes, count: int) -> bytes:
    """The first fields of a parameter frame. Raises `ContentError` when there are not so many."""
    if len(data) < count:
        raise ContentError(f"{len(data)} bytes of data where {count} are needed")
    return data[:count]


DRIVER = Driver(
    name="berry-pm6750",
    title="BerryMed PM6750",
    line=LineSettings(115200),
    signs=frozenset(
        {
            VitalSign.HR,
            VitalSign.RR,
            VitalSign.SPO2,
            VitalSign.PULSE,
            VitalSign.TEMP,
            VitalSign.SBP,
            VitalSign.DBP,
            VitalSign.MAP,
        }
    ),
    interval_s=1.0,
    bytes_per_s=3635.0,
    open=PM6750Session,
    cable="USB (a virtual COM port) or RS-232 from the module, 115200 8N1",
    sends=(
        (STREAMS[ECG], "switch the ECG's output on"),
        (STREAMS[OXIMETER], "switch the oximeter's output on"),
        (STREAMS[TEMPERATURE], "switch the temperature's output on"),
        (STREAMS[PLETH_WAVE], "switch the pleth wave on"),
        (STREAMS[RESP_WAVE], "switch the breath wave on"),
    ),
    cuff_start=(START_CUFF,),
    quality=(
        QualityRow("manual cited", Done.DONE, "the technical manual, by way of those who cite it"),
        QualityRow("facts verified", Done.DONE, "the manual's example frame; sums recomputed"),
        QualityRow("real capture decoded", Done.TODO, "recordings exist, but not with us"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.TODO, "the ECG's step in millivolts is not known"),
        QualityRow("limits documented", Done.DONE, "see the head of berry_pm6750.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
