"""The displayed values of a DRI record (class basic), as signs, their losses and their quality.

    0 time  4 ECG  20 invasive 1-4, 14 bytes each  76 NIBP  90 temperature 1-4, 8 bytes each
    122 SpO2  136 CO2 ...  276 class and subtype (bits 8-11: 0 basic, 1-3 extensions)

A group is status u32, label u16 and its values i16; status bit 0 = module there, 1 = measuring.
A value of -32001 or less is no number. Pressures, temperature and SpO2 are hundredths.

Rule 1: the source of the heart rate decides what it is: from the ECG it is `hr`, from an oximeter
        it is a pulse, from an artery neither. Of no stated source it is shown and not judged.
Rule 2: asystole has no heart rate, whatever number stands beside it.
Rule 3: a pressure is arterial when its label says so (ART, ABP) and never otherwise.
Rule 4: skin, airway, room and surface temperatures are not the patient's.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

from devices.conversation import CuffLine
from devices.errors import ContentError
from monitor.vitals import LostReason, Quality, VitalSign

SIZE = 278
_BASIC = struct.Struct("<I IH5h" + 4 * "IH4h" + "IH4h" + 4 * "IHh" + "IH4h" + "IH4h")
_CLASS = struct.Struct("<H")
_CLASS_AT = 276

NO_NUMBER_UP_TO = -32001
_WHY = {-32764: LostReason.OUT_OF_RANGE, -32763: LostReason.OUT_OF_RANGE,
        -32762: LostReason.CALIBRATING}  # fmt: skip
_THERE, _ACTIVE = 1, 2
_THERE_AND_ACTIVE = _THERE | _ACTIVE

_ASYSTOLE = 1 << 2
_UNSURE = 1 << 7 | 1 << 8 | 1 << 9
"""Noise, artefact, still learning."""
_LEAD_OFF = 1 << 11 | 1 << 12 | 1 << 13
_NO_SOURCE = 0
_FROM_ECG = {1, 9}
_FROM_OXIMETER = {6, 12}
_ZEROING = 1 << 2
_ARTERIAL = {1, 8}
_NOT_THE_BODY = {7, 8, 9, 16}
_GAS_UNSURE = 1 << 5 | 1 << 6
"""The gas line is blocked or leaks."""
_MEASURING, _STASIS, _CALIBRATING, _OLD = 1 << 5, 1 << 6, 1 << 7, 1 << 8


class Shown(NamedTuple):
    """One sign on the monitor's screen; None = no value, because of `why`."""

    sign: VitalSign
    value: float | None
    why: LostReason = LostReason.NO_VALUE
    quality: Quality = Quality.GOOD


@dataclass(frozen=True, slots=True)
class CuffGroup:
    """The NIBP group. A field of `line` is None where there is no number; `old` = over 60 s."""

    line: CuffLine
    measuring: bool
    calibrating: bool
    stasis: bool
    old: bool


@dataclass(frozen=True, slots=True)
class Displayed:
    signs: tuple[Shown, ...]
    cuff: CuffGroup
    asystole: bool


def is_basic(subrecord: bytes) -> bool:
    """Raises `ContentError` when it is too short to be any class of displayed values."""
    if len(subrecord) < SIZE:
        raise ContentError(f"displayed values of {len(subrecord)} bytes; expected {SIZE}")
    (kind,) = _CLASS.unpack_from(subrecord, _CLASS_AT)
    return not kind & 0x0F00


def parse_values(subrecord: bytes) -> Displayed:
    fields = _BASIC.unpack_from(subrecord)
    ecg, nibp, spo2, co2 = fields[1:8], fields[32:38], fields[50:56], fields[56:62]
    signs = (
        _heart_rate(ecg[0], ecg[2]),
        _shown(VitalSign.SPO2, spo2[0], spo2[2], 100.0),
        _pulse(ecg, spo2),
        _shown(VitalSign.PERFUSION, spo2[0], spo2[4], 100.0),
        _breaths(ecg, co2),
        _temperature(fields[38:50]),
        *_arterial(fields[8:32]),
    )
    return Displayed(signs, _cuff_group(nibp), bool(ecg[0] & _ASYSTOLE))


def _shown(sign: VitalSign, status: int, raw: int, divisor: float = 1.0) -> Shown:
    if status & _THERE_AND_ACTIVE != _THERE_AND_ACTIVE:
        return Shown(sign, None)
    if raw <= NO_NUMBER_UP_TO:
        return Shown(sign, None, _WHY.get(raw, LostReason.NO_VALUE))
    return Shown(sign, raw / divisor)


def _heart_rate(status: int, raw: int) -> Shown:
    source = status >> 3 & 0x0F
    if status & _ASYSTOLE:
        return Shown(VitalSign.HR, None, LostReason.NO_PULSE)
    if source != _NO_SOURCE and source not in _FROM_ECG:
        return Shown(VitalSign.HR, None, _lead_or(LostReason.NO_VALUE, status))
    shown = _shown(VitalSign.HR, status, raw)
    if shown.value is None:
        return shown._replace(why=_lead_or(shown.why, status))
    poor = status & _UNSURE or source == _NO_SOURCE
    return shown._replace(quality=Quality.POOR) if poor else shown


def _lead_or(why: LostReason, status: int) -> LostReason:
    return LostReason.SENSOR_OFF if status & _LEAD_OFF else why


def _pulse(ecg: tuple[int, ...], spo2: tuple[int, ...]) -> Shown:
    """The oximeter's own, or else the heart rate if the monitor takes it from an oximeter."""
    shown = _shown(VitalSign.PULSE, spo2[0], spo2[3])
    if shown.value is None and ecg[0] >> 3 & 0x0F in _FROM_OXIMETER and ecg[2] > NO_NUMBER_UP_TO:
        return Shown(VitalSign.PULSE, float(ecg[2]))
    return shown


def _breaths(ecg: tuple[int, ...], co2: tuple[int, ...]) -> Shown:
    """From the impedance of the chest, or else from the gas."""
    shown = _shown(VitalSign.RR, ecg[0], ecg[6])
    if shown.value is not None:
        return shown
    gas = _shown(VitalSign.RR, co2[0], co2[4])
    return gas._replace(quality=Quality.POOR) if co2[0] & _GAS_UNSURE else gas


def _temperature(channels: tuple[int, ...]) -> Shown:
    """The first channel with a value; without one, the first that says why."""
    found = Shown(VitalSign.TEMP, None)
    for begin in range(0, len(channels), 3):
        status, label, raw = channels[begin : begin + 3]
        if label in _NOT_THE_BODY:
            continue
        shown = _shown(VitalSign.TEMP, status, raw, 100.0)
        if shown.value is not None:
            return shown
        if found.why is LostReason.NO_VALUE:
            found = shown
    return found


def _arterial(channels: tuple[int, ...]) -> tuple[Shown, ...]:
    """Of the first arterial channel that measures; nothing when no channel is arterial."""
    found: tuple[Shown, ...] = ()
    for begin in range(0, len(channels), 6):
        status, label, systolic, diastolic, mean, _ = channels[begin : begin + 6]
        if label not in _ARTERIAL or not status & _THERE:
            continue
        shown: tuple[Shown, ...] = (
            _shown(VitalSign.ABP_SYS, status, systolic, 100.0),
            _shown(VitalSign.ABP_DIA, status, diastolic, 100.0),
            _shown(VitalSign.ABP_MEAN, status, mean, 100.0),
        )
        if status & _ZEROING:
            shown = tuple(Shown(one.sign, None, LostReason.CALIBRATING) for one in shown)
        if status & _ACTIVE:
            return shown
        found = found or shown
    return found


def _cuff_group(nibp: tuple[int, ...]) -> CuffGroup:
    status, label, *raw = nibp
    there = bool(status & _THERE)
    pressures = [one / 100.0 if there and one > NO_NUMBER_UP_TO else None for one in raw[:3]]
    pulse = float(raw[3]) if there and raw[3] > NO_NUMBER_UP_TO else None
    return CuffGroup(
        line=(pressures[0], pressures[1], pressures[2], pulse),
        measuring=bool(label & _MEASURING),
        calibrating=bool(label & _CALIBRATING),
        stasis=bool(label & _STASIS),
        old=bool(label & _OLD),
    )
