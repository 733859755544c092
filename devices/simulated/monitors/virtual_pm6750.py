r"""A virtual BerryMed PM6750: ECG, breath, oximeter and cuff of a simulated patient.

    host     55 AA 04 01 01 F9                     ECG on; 03 oximeter, 04 temperature, FE and FF
                                                   the waves of pulse and breath; 00 = off
    host     55 AA 04 02 01 F8                     start the cuff; 02 00 stop it
    module   55 AA 08 02 28 48 10 00 00 75         HR 72, RR 16, monitor filter, gain x1
    module   55 AA 08 03 01 00 76 5B 4C D6         cuff done, adult, 118, mean 91, 76
    module   55 AA 06 04 00 61 47 4D               SpO2 97, pulse 71

N counts from itself to the sum; from N to the sum all bytes make FF. Silent until it is told what
to send. Ten times a second: 25 samples of seven leads and five of each wave; the parameters each
second; the cuff twice a second from its first measurement on. Other leads are shares of lead II.

Written from the description of the protocol, independently of the driver. An electrode that is off
is bit 1 of the ECG's status, an arm that moves bit 0; the oximeter says 2 without a finger, and 3
while it searches, also in a finger that moves or is cold. There is no temperature
probe. Whether a real one sends cuff frames between measurements is not known.
"""

from __future__ import annotations

from devices.simulated.monitors.cuff_course import CuffCourse
from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import RESP, Cycles
from devices.simulated.sensors.shown import Chest, Measuring, Shown
from monitor.vitals import CuffFailure

TICKS_PER_S = 10
ECG_HZ, SLOW_HZ = 250, 50
_FLAT = bytes([86]) * SLOW_HZ
_NO_ECG = bytes([100]) * ECG_HZ
_CHEST = {Chest.ON: 0, Chest.MOVING: 1, Chest.OFF: 2}
_NO_FINGER, _SEARCHING = (2, 127, 255), (3, 127, 255)
_LEADS = (0.55, 1.0, 0.45, -0.78, 0.05, 0.72, 0.9)
"""I, II, III, aVR, aVL, aVF and V of the wave in lead II."""
_ECG, _NIBP, _SPO2, _TEMP, _PLETH, _RESP = 0x01, 0x02, 0x03, 0x04, 0xFE, 0xFF
_SWITCHES = {_ECG, _SPO2, _TEMP, _PLETH, _RESP}
ANALYSES_S = 10
"""So long after it was switched on it has nothing to say about the rhythm."""
_ANALYSING, _NORMAL = 0, 1
_ADULT = 1
_DONE, _MEASURING = 0, 1
_STATES = {
    CuffFailure.CANCELLED: 2,
    CuffFailure.OVERPRESSURE: 3,
    CuffFailure.LEAK: 4,
    CuffFailure.TIMEOUT: 5,
    CuffFailure.MOVEMENT: 7,
    CuffFailure.FAILED: 8,
}


def frame(kind: int, *data: int) -> bytes:
    counted = bytes((len(data) + 3, kind, *data))
    return b"\x55\xaa" + counted + bytes((~sum(counted) & 0xFF,))


def _ecg_frame(sample: int) -> bytes:
    return frame(1, *(min(max(round(128 + share * (sample - 100)), 0), 250) for share in _LEADS))


_ECG_FRAMES = tuple(_ecg_frame(sample) for sample in range(256))
_PLETH_FRAMES = tuple(frame(0xFE, value) for value in range(256))
_RESP_FRAMES = tuple(frame(0xFF, value) for value in range(256))


def _oximeter(shown: Shown) -> tuple[int, int, int]:
    """Status, SpO2 and pulse rate."""
    if shown.searching or shown.finger.doubtful:
        return _SEARCHING
    if shown.spo2 is None or shown.pulse is None:
        return _NO_FINGER
    return 0, shown.spo2, min(shown.pulse, 250)


class VirtualPM6750:
    """Sends what was switched on."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._course = CuffCourse()
        self._ticks = 0
        self._on: set[int] = set()
        self._typed = b""
        self._measured = False
        self._heart = Heart()
        self._breaths = Cycles()
        self._ecg = self._pleth = self._resp = b""

    def receive(self, data: bytes, now: float) -> None:
        typed = self._typed + data
        while (begin := typed.find(b"\x55\xaa\x04")) >= 0 and len(typed) >= begin + 6:
            command = typed[begin : begin + 6]
            known = command == frame(command[3], command[4])
            if known:
                self._obey(command[3], command[4], now)
            typed = typed[begin + (6 if known else 1) :]
        self._typed = typed[-5:]

    def due(self, now: float) -> bytes:
        """What the ticks up to now say; those that were missed by a second and more are silent."""
        said = b""
        while self.wake_at() <= now:
            self._ticks += 1
            late = now - self._ticks / TICKS_PER_S >= 1.0
            tick = self._tick(self._ticks / TICKS_PER_S)
            said += b"" if late else tick
        return said

    def wake_at(self) -> float:
        return (self._ticks + 1) / TICKS_PER_S

    def _obey(self, code: int, value: int, now: float) -> None:
        if code in _SWITCHES:
            (self._on.add if value else self._on.discard)(code)
        elif code == _NIBP and value:
            self._sensors.start_cuff(now)
        elif code == _NIBP:
            self._sensors.cancel_cuff(now)

    def _tick(self, at: float) -> bytes:
        shown = self._sensors.at(at)
        share = (self._ticks - 1) % TICKS_PER_S
        if share == 0:
            self._draw(shown)
        self._course.look(shown.cuff, at)
        self._measured = self._measured or shown.cuff.measuring
        said = self._waves(share)
        if share == TICKS_PER_S - 1:
            said += self._parameters(shown)
        if self._measured and share % (TICKS_PER_S // 2) == 0:
            said += self._cuff(shown, at)
        return said

    def _draw(self, shown: Shown) -> None:
        """The waves of the next second."""
        truth = shown.truth
        self._ecg = _NO_ECG
        if shown.chest is not Chest.OFF:
            self._ecg = self._heart.ecg(truth, ECG_HZ)
        self._resp = self._breaths.second(truth.rr, RESP, SLOW_HZ)
        self._pleth = _FLAT
        if shown.spo2 is not None:
            self._pleth = self._heart.pulse(truth, SLOW_HZ)
        self._heart.advance(truth)
        self._breaths.advance(truth.rr)

    def _waves(self, share: int) -> bytes:
        said: list[bytes] = []
        for code, frames, wave in (
            (_ECG, _ECG_FRAMES, self._ecg),
            (_PLETH, _PLETH_FRAMES, self._pleth),
            (_RESP, _RESP_FRAMES, self._resp),
        ):
            if code in self._on:
                count = len(wave) // TICKS_PER_S
                said += [frames[sample] for sample in wave[share * count : (share + 1) * count]]
        return b"".join(said)

    def _parameters(self, shown: Shown) -> bytes:
        said = b""
        if _ECG in self._on:
            finding = _ANALYSING if self._ticks < ANALYSES_S * TICKS_PER_S else _NORMAL
            rates = (min(shown.hr or 0, 250), min(shown.rr or 0, 250))
            said += frame(2, 0x28 | _CHEST[shown.chest], *rates, 0, finding)
        if _SPO2 in self._on:
            said += frame(4, *_oximeter(shown))
        if _TEMP in self._on:
            said += frame(5, 3, 0, 0, 0, 0)
        return said

    def _cuff(self, shown: Shown, at: float) -> bytes:
        cuff = shown.cuff
        if cuff.measuring:
            status = _MEASURING << 2 | _ADULT
            return frame(3, status, self._course.pressure(at) // 2, 0, 0, 0)
        if cuff.failure is not None:
            return frame(3, _STATES[cuff.failure] << 2 | _ADULT, 0, 0, 0, 0)
        if cuff.last is None:
            return frame(3, _DONE << 2 | _ADULT, 0, 0, 0, 0)
        last = cuff.last
        return frame(3, _DONE << 2 | _ADULT, 0, min(last.sbp, 255), last.map, last.dbp)
