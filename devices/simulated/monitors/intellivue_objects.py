"""What a virtual IntelliVue says of its patient: numerics, the cuff's result, alarms.

A probe or an electrode that is off, or that finds no pulse, leaves invalid values, and its words
among the alarms; while the patient moves or the finger is cold, values are questionable. How the
cuff's object goes on is said in `virtual_intellivue.py`.
"""

from __future__ import annotations

from datetime import datetime

from devices.simulated.monitors import intellivue_wire as wire
from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.sensors.shown import Chest, CuffShown, Finger, Shown

NUMERICS = 0x0006
LONG_AGO = datetime(2025, 11, 3, 16, 20, 0)  # noqa: DTZ001 (the monitor has no time zone)
INVALID, QUESTIONABLE, UNAVAILABLE, ONGOING = 0x8000, 0x4000, 0x2000, 0x0020
_PER_MINUTE, _BREATHS, _PERCENT, _NO_UNIT, _MMHG = 0x0AA0, 0x0AE0, 0x0220, 0x0200, 0x0F20


def numerics(shown: Shown, clock: DeviceClock) -> tuple[list[bytes], list[bytes]]:
    """The cuff's objects, and all others."""
    chest = QUESTIONABLE if shown.chest is Chest.MOVING else 0
    finger = QUESTIONABLE if shown.finger.doubtful else 0
    others = [
        _numeric(0x82CF, 0x4182, "HR", _PER_MINUTE, shown.hr, chest),
        _numeric(0x82D6, 0x500A, "RR", _BREATHS, shown.rr, chest),
        _numeric(0x8400, 0x4BB8, "SpO₂", _PERCENT, shown.spo2, finger),
        _numeric(0x8406, 0x4822, "Pulse", _PER_MINUTE, shown.pulse, finger),
        _numeric(0x840A, 0x4BB0, "Perf", _NO_UNIT, _perfusion(shown), finger, exponent=-1),
    ]
    return _cuff(shown.cuff, clock), others


def _perfusion(shown: Shown) -> int | None:
    return None if shown.spo2 is None else round(shown.truth.perfusion * 10.0)


def _numeric(
    handle: int,
    physio: int,
    text: str,
    unit: int,
    value: int | None,
    state: int,
    exponent: int = 0,
) -> bytes:
    if value is None:
        said = wire.observed(physio, INVALID, unit, wire.NOT_A_NUMBER)
    else:
        said = wire.observed(physio, state, unit, value, exponent)
    label = 0x20000 | physio
    return wire.thing(
        handle, [*wire.described(handle, NUMERICS, label, text), wire.attribute(0x0950, said)]
    )


def _cuff(cuff: CuffShown, clock: DeviceClock) -> list[bytes]:
    """The NBP object, and the pulse that was found with it."""
    state = ONGOING if cuff.measuring else 0
    stamp = LONG_AGO if cuff.last is None else clock.at(cuff.last.ended_s)
    values: list[int | None] = [None] * 4
    if cuff.failure is not None and not cuff.measuring:
        state |= INVALID
    elif cuff.last is None:
        state |= UNAVAILABLE
    else:
        values = [cuff.last.sbp, cuff.last.dbp, cuff.last.map, cuff.last.pulse]
    *pressures, pulse = values
    said = [
        wire.observed(physio, state, _MMHG, wire.NOT_A_NUMBER if value is None else value)
        for physio, value in zip((0x4A05, 0x4A06, 0x4A07), pressures, strict=True)
    ]
    nbp = [
        *wire.described(0x8272, NUMERICS, 0x00024A04, "NBP"),
        wire.attribute(0x0990, wire.bcd(stamp)),
        wire.attribute(0x094B, wire.listed(said)),
    ]
    beats = [*wire.described(0x8275, NUMERICS, 0x0002F0E5, "Pulse")]
    if pulse is not None:
        beats.append(wire.attribute(0x0990, wire.bcd(stamp)))
        beats.append(wire.attribute(0x0950, wire.observed(0xF0E5, 0, _PER_MINUTE, pulse)))
    return [wire.thing(0x8272, nbp), wire.thing(0x8275, beats)]


def alarms(shown: Shown) -> bytes:
    """The alarm monitor's object with its two lists."""
    technical = []
    if shown.spo2 is None:
        text = "SpO₂ NON-PULSAT." if shown.searching else "SpO₂ NO SENSOR"
        technical.append(wire.alarm(0x0402, 0x0001, text))
    elif shown.finger.doubtful:
        moving = shown.finger is Finger.MOVING
        text = "SpO₂ NOISY SIGN." if moving else "SpO₂ LOW PERF"
        technical.append(wire.alarm(0x0402, 0x0001, text))
    if shown.chest is Chest.OFF:
        technical.append(wire.alarm(0x0102, 0x0001, "ECG LEADS OFF"))
    if shown.cuff.failure is not None and not shown.cuff.measuring:
        technical.append(wire.alarm(0x0202, 0x0001, "NBP MEASURE FAILED"))
    lists = [
        wire.attribute(0x0902, wire.listed(technical)),
        wire.attribute(0x0904, wire.listed([])),
    ]
    return wire.thing(0x0001, lists)
