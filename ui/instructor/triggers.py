"""What an instructor can let happen: named, in groups, each as strong and as long as is chosen.

Everything is here that can befall a patient (`PatientMishap`), spoil a measurement
(`ArtefactKind`, the cuff's failures and false readings) or disturb a wire (`FaultKind`).

Rule 1: no Qt. A trigger makes a mishap; what that does to patient, sensors and wire is known by
        `devices/simulated/` alone.
Rule 2: strength and length are chosen once for all buttons; a button says what it would do now.
Rule 3: what can be ended names what ends it; the rest is over at once or by itself.

The figures are those of the scenarios S4-S16 where there is one, and a weaker and a stronger one.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import (
    Apnoea,
    CableIn,
    CableOut,
    CuffFails,
    CuffOnOtherArm,
    CuffOnSpo2Arm,
    Desaturation,
    ElectrodeOff,
    ElectrodeOn,
    FastRhythm,
    KeepStill,
    LowPerfusion,
    Mishap,
    Motion,
    NextCuff,
    Panic,
    PatientMishap,
    PressStart,
    ProbeOff,
    ProbeOn,
    Subsides,
    Surge,
    Vasovagal,
    WarmHand,
    WireFault,
    WireMended,
)

Value = TypeVar("Value")


class Group(enum.StrEnum):
    PATIENT = "patient"
    SENSORS = "sensors"
    WIRE = "wire"


class Strength(enum.StrEnum):
    MILD = "mild"
    SEVERE = "severe"
    EXTREME = "extreme"


class Lasting(enum.StrEnum):
    SHORT = "short"
    USUAL = "usual"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How strong and how long the next one is to be."""

    strength: Strength = Strength.SEVERE
    lasting: Lasting = Lasting.USUAL

    def strong(self, mild: Value, severe: Value, extreme: Value) -> Value:
        return (mild, severe, extreme)[list(Strength).index(self.strength)]

    def long(self, short: Value, usual: Value, long: Value) -> Value:
        return (short, usual, long)[list(Lasting).index(self.lasting)]


class Needs(enum.StrEnum):
    """What a monitor must have, so that something befalls it at all."""

    CUFF = "cuff"
    PROBE = "probe"
    ELECTRODES = "electrodes"
    CLOCK = "clock"
    BATTERY = "battery"


@dataclass(frozen=True, slots=True)
class Trigger:
    """`name` is that of its sentence, ``trigger-NAME``; `needs` None = it befalls every chair."""

    name: str
    group: Group
    make: Callable[[Chosen], Mishap]
    needs: Needs | None = None


def _surge(chosen: Chosen) -> Mishap:
    sbp, dbp, hr = chosen.strong((25, 15, 6), (50, 28, 12), (75, 42, 20))
    return Surge(sbp, dbp, hr, hold_s=chosen.long(120.0, 600.0, 1800.0))


def _drop(chosen: Chosen) -> Mishap:
    sbp, dbp = chosen.strong((-20, -12), (-35, -22), (-50, -32))
    return Surge(sbp, dbp, 4.0, rise_s=120.0, hold_s=chosen.long(180.0, 600.0, 1800.0))


def _slow(chosen: Chosen) -> Mishap:
    hr = chosen.strong(-18.0, -30.0, -40.0)
    return Surge(0.0, 0.0, hr, rise_s=30.0, hold_s=chosen.long(60.0, 180.0, 600.0), fall_s=60.0)


def _faint(chosen: Chosen) -> Mishap:
    hr, sbp, dbp = chosen.strong((-25, -28, -18), (-38, -40, -28), (-46, -55, -36))
    return Vasovagal(hr, sbp, dbp, hold_s=chosen.long(45.0, 110.0, 240.0))


def _panic(chosen: Chosen) -> Mishap:
    return Panic(chosen.strong(30.0, 50.0, 70.0), chosen.long(120.0, 300.0, 900.0))


def _fast(chosen: Chosen) -> Mishap:
    """The mild one is regular; the others are not, and lose beats on the way to the finger."""
    hr, lost = chosen.strong((55.0, 0.0), (90.0, 28.0), (110.0, 40.0))
    return FastRhythm(hr, chosen.long(60.0, 180.0, 600.0), lost)


def _oxygen_falls(chosen: Chosen) -> Mishap:
    return Desaturation(chosen.strong(90.0, 86.0, 80.0), hold_s=chosen.long(30.0, 60.0, 240.0))


def _no_breath(chosen: Chosen) -> Mishap:
    return Apnoea(chosen.long(20.0, 45.0, 90.0), chosen.strong(88.0, 82.0, 74.0))


def _next_cuff(chosen: Chosen) -> Mishap:
    return NextCuff(*chosen.strong((166.0, 98.0), (186.0, 112.0), (206.0, 124.0)))


def _wire(kind: FaultKind, chosen: Chosen) -> Mishap:
    """A monitor that is switched off comes back by itself; all else may have to be ended."""
    longest = 300.0 if kind is FaultKind.RESTART else None
    share = by_s = None
    if kind is FaultKind.NOISE:
        share = chosen.strong(0.02, 0.1, 0.4)
    if kind is FaultKind.HALF_FRAMES:
        share = chosen.strong(0.2, 0.5, 0.9)
    if kind is FaultKind.SLOW:
        by_s = chosen.strong(2.0, 6.0, 20.0)
    if kind is FaultKind.CLOCK_SKEW:
        by_s = chosen.strong(120.0, -420.0, 3600.0)
    return WireFault(kind, chosen.long(20.0, 60.0, longest), share, by_s)


def _of_wire(kind: FaultKind, needs: Needs | None = None) -> Trigger:
    return Trigger(f"wire-{kind}", Group.WIRE, partial(_wire, kind), needs)


def _of_sensor(name: str, needs: Needs, make: Callable[[Chosen], Mishap]) -> Trigger:
    return Trigger(name, Group.SENSORS, make, needs)


TRIGGERS: tuple[Trigger, ...] = (
    Trigger("pressure-up", Group.PATIENT, _surge),
    Trigger("pressure-down", Group.PATIENT, _drop),
    Trigger("panic", Group.PATIENT, _panic),
    Trigger("fast-rhythm", Group.PATIENT, _fast),
    Trigger("slow-heart", Group.PATIENT, _slow),
    Trigger("faint", Group.PATIENT, _faint),
    Trigger("oxygen-falls", Group.PATIENT, _oxygen_falls),
    Trigger("no-breath", Group.PATIENT, _no_breath),
    _of_sensor("probe-off", Needs.PROBE, lambda chosen: ProbeOff(chosen.long(20.0, 60.0, None))),
    Trigger("motion", Group.SENSORS, lambda chosen: Motion(chosen.long(8.0, 30.0, 180.0))),
    _of_sensor(
        "cold-finger", Needs.PROBE, lambda chosen: LowPerfusion(chosen.long(30.0, 120.0, None))
    ),
    _of_sensor(
        "electrode-off",
        Needs.ELECTRODES,
        lambda chosen: ElectrodeOff(chosen.long(20.0, 60.0, None)),
    ),
    _of_sensor("cuff-fails", Needs.CUFF, lambda chosen: CuffFails(times=chosen.strong(1, 2, 4))),
    _of_sensor("next-cuff", Needs.CUFF, _next_cuff),
    _of_sensor("same-arm", Needs.CUFF, lambda _chosen: CuffOnSpo2Arm()),
    _of_sensor("press-start", Needs.CUFF, lambda _chosen: PressStart()),
    Trigger("cable-out", Group.WIRE, lambda chosen: CableOut(chosen.long(20.0, 90.0, None))),
    _of_wire(FaultKind.SILENT),
    _of_wire(FaultKind.NOISE),
    _of_wire(FaultKind.STUCK),
    _of_wire(FaultKind.HALF_FRAMES),
    _of_wire(FaultKind.WRONG_BAUD),
    _of_wire(FaultKind.SLOW),
    _of_wire(FaultKind.STALE),
    _of_wire(FaultKind.RESTART),
    _of_wire(FaultKind.CLOCK_SKEW, Needs.CLOCK),
    _of_wire(FaultKind.BATTERY_LOW, Needs.BATTERY),
)
"""`unplugged` is the cable that is out."""


def of_group(group: Group) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in TRIGGERS if trigger.group is group)


def end_of(mishap: Mishap) -> Mishap | None:
    """What ends it; None = there is nothing to end."""
    match mishap:
        case ProbeOff():
            return ProbeOn()
        case ElectrodeOff():
            return ElectrodeOn()
        case Motion():
            return KeepStill()
        case LowPerfusion():
            return WarmHand()
        case CuffOnSpo2Arm() | CuffFails():
            return CuffOnOtherArm()
        case CableOut():
            return CableIn()
        case WireFault(kind=kind):
            return WireMended(kind)
    return Subsides(mishap) if isinstance(mishap, PatientMishap) else None
