r"""A virtual Ivy 450C: speaks "ANSAR-B" about a simulated patient, one frame a second.

    FF "ANSAR-B "  200 ECG  50 RESP  50 PLETH  50 P1  50 P2  lines ended by CR  FE

    HR=1;80;ECG-II-DIAG;\r            RR=1;35;APNEA: 20 SEC;\r    ETCO2=1;;;\r
    SPO2=1;100;PR=80 ;\r              NIBP=4;121;75;92;80;;\r
    P1=3;;;;NO TRANSDUCER;\r          P2=3;;;;NO TRANSDUCER;\r    T1=1;;;\rT2=1;;;\r

Written from the description of the output and OpenICE's recording of a real 450C (BSD-2),
independently of the driver. The NIBP line repeats the last result; it is empty until there is
one, while the cuff measures, and after a failure, which stands in its alarm field. What the real
one does while it measures is not known. A probe that is off or finds no pulse leaves an empty SPO2
line and a flat PLETH wave, an electrode that is off empty HR and RR lines and a flat ECG. How the
real one words its alarms then is not known: they are left empty. Nothing in its output says that a
number is doubtful: while the patient moves, false ones stand there like true ones. Wave bytes
never reach FE or FF.
"""

from __future__ import annotations

from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import PLETH_FOOT, RESP, Cycles
from devices.simulated.sensors.shown import Chest, CuffShown, Measuring, Shown

FRAME_EVERY_S = 1.0
_HEAD = b"\xffANSAR-B "
_END = b"\xfe"
_NO_TRANSDUCER = bytes([251]) * 50
_FLAT_ECG = bytes([100]) * 200
_FLAT_PLETH = bytes([PLETH_FOOT]) * 50


class VirtualIvy450C:
    """Push only: what it is sent, it ignores."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._next_s = FRAME_EVERY_S
        self._heart = Heart()
        self._breaths = Cycles()

    def receive(self, data: bytes, now: float) -> None:
        """There is nothing that this monitor could be told."""

    def due(self, now: float) -> bytes:
        """The frame of the last whole second, once; an older one that was missed is not sent."""
        if now < self._next_s:
            return b""
        frame = b""
        while self._next_s <= now:
            frame = self._frame(self._sensors.at(self._next_s))
            self._next_s += FRAME_EVERY_S
        return frame

    def wake_at(self) -> float:
        return self._next_s

    def _frame(self, shown: Shown) -> bytes:
        return _HEAD + self._waves(shown) + _lines(shown).encode("ascii") + _END

    def _waves(self, shown: Shown) -> bytes:
        truth = shown.truth
        ecg = _FLAT_ECG
        if shown.chest is not Chest.OFF:
            ecg = self._heart.ecg(truth, 200)
        resp = self._breaths.second(truth.rr, RESP, 50)
        pleth = _FLAT_PLETH
        if shown.spo2 is not None:
            pleth = self._heart.pulse(truth, 50)
        self._heart.advance(truth)
        self._breaths.advance(truth.rr)
        return ecg + resp + pleth + _NO_TRANSDUCER + _NO_TRANSDUCER


def _lines(shown: Shown) -> str:
    hr = "" if shown.hr is None else str(shown.hr)
    rr = "" if shown.rr is None else str(shown.rr)
    spo2 = "" if shown.spo2 is None else str(shown.spo2)
    pulse = "" if shown.pulse is None else f"PR={shown.pulse} "
    lines = (
        f"HR=1;{hr};ECG-II-DIAG;",
        f"RR=1;{rr};APNEA: 20 SEC;",
        "ETCO2=1;;;",
        f"SPO2=1;{spo2};{pulse};",
        f"NIBP=4;{_nibp(shown.cuff)}",
        "P1=3;;;;NO TRANSDUCER;",
        "P2=3;;;;NO TRANSDUCER;",
        "T1=1;;;",
        "T2=1;;;",
    )
    return "".join(f"{line}\r" for line in lines)


def _nibp(cuff: CuffShown) -> str:
    if cuff.failure is not None and not cuff.measuring:
        return f";;;;;{cuff.failure.upper()}"
    if cuff.measuring or cuff.last is None:
        return ";;;;;"
    last = cuff.last
    return f"{last.sbp};{last.dbp};{last.map};{last.pulse};;"
