"""What can befall a simulated patient, its monitor and its cable, when somebody wants it to.

Rule 1: nothing is shown that a real monitor would not show: a mishap changes the patient, the
        sensors or the cable, and the bytes follow from that.
Rule 2: seconds are counted from the moment at which it happens; `for_s` None = until it is ended.

A patient's own course of a scenario goes on below: what is laid over it is added.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.simulated.scenario_parts import Overlay, OverlayKind
from monitor.vitals import CuffFailure, VitalSign


@dataclass(frozen=True, slots=True)
class Surge:
    """Pressures and heart rate rise by so much, mmHg and 1/min; negative = they fall."""

    sbp: float
    dbp: float
    hr: float = 0.0
    rise_s: float = 90.0
    hold_s: float = 600.0
    fall_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Panic:
    """A fright: the heart races, breathing is fast, the pressure rises a little."""

    hr: float = 50.0
    for_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Desaturation:
    """SpO2 goes down to this, %, and comes back."""

    spo2: float
    fall_s: float = 40.0
    hold_s: float = 60.0
    rise_s: float = 90.0


@dataclass(frozen=True, slots=True)
class CuffFails:
    """The next so many measurements of the cuff end without a result."""

    failure: CuffFailure = CuffFailure.MOVEMENT
    times: int = 1


@dataclass(frozen=True, slots=True)
class NextCuff:
    """What the next measurement gives, mmHg and 1/min. None = whatever is measured."""

    sbp: float
    dbp: float
    pulse: float | None = None


@dataclass(frozen=True, slots=True)
class PressStart:
    """Somebody presses START on the monitor."""


@dataclass(frozen=True, slots=True)
class ProbeOff:
    """The oximeter probe comes off the finger."""

    for_s: float | None = None


@dataclass(frozen=True, slots=True)
class ProbeOn:
    """And is put on again."""


@dataclass(frozen=True, slots=True)
class CableOut:
    """The plug comes out of the computer."""

    for_s: float | None = None


@dataclass(frozen=True, slots=True)
class CableIn:
    """And goes in again."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The monitor shows exactly these from now on, mmHg, 1/min and %: values that name a chair."""

    sbp: int
    dbp: int
    hr: int
    spo2: int


PatientMishap = Surge | Panic | Desaturation
SensorMishap = CuffFails | NextCuff | PressStart | ProbeOff | ProbeOn | Likeness
CableMishap = CableOut | CableIn
Mishap = PatientMishap | SensorMishap | CableMishap


def overlays_of(mishap: PatientMishap) -> tuple[Overlay, ...]:
    """The same as courses; their minutes are those since it began."""
    match mishap:
        case Surge():
            times = (mishap.rise_s, mishap.hold_s, mishap.fall_s)
            rises = {VitalSign.SBP: mishap.sbp, VitalSign.DBP: mishap.dbp, VitalSign.HR: mishap.hr}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items() if by)
        case Panic():
            times = (15.0, mishap.for_s, 120.0)
            rises = {VitalSign.HR: mishap.hr, VitalSign.RR: 10.0, VitalSign.SBP: 12.0}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items())
        case Desaturation():
            return (_fall(mishap),)


def _hill(sign: VitalSign, by: float, rise_s: float, hold_s: float, fall_s: float) -> Overlay:
    up, down = rise_s / 60.0, (rise_s + hold_s) / 60.0
    points = ((0.0, 0.0), (up, by), (down, by), (down + fall_s / 60.0, 0.0))
    return Overlay(sign, OverlayKind.OFFSET, points)


def _fall(mishap: Desaturation) -> Overlay:
    low = mishap.fall_s / 60.0
    up = low + mishap.hold_s / 60.0
    points = (
        (0.0, 97.0),
        (low, mishap.spo2),
        (up, mishap.spo2),
        (up + mishap.rise_s / 60.0, 97.0),
    )
    return Overlay(VitalSign.SPO2, OverlayKind.TARGET, points)
