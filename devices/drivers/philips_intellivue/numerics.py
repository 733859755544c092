"""The continuous signs in the numerics of an IntelliVue.

Rule 1: a sign has sources in an order (`SOURCES`). One that is worse is used only while none that
        is better has had a value for `BETTER_FOR_S`; so two of them never alternate on one curve.
Rule 2: a sign that had a value and is not spoken of for `MISSING_CYCLES` rounds is lost.
Rule 3: a value in a unit that its sign does not have is an error, once, and never a value.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from devices.conversation import Notes, Signs
from devices.drivers.philips_intellivue.values import Observed
from devices.errors import ContentError
from devices.session import DeviceEvent
from monitor.vitals import DeviceNoteKind, LostReason, Quality, VitalSign

BETTER_FOR_S = 3.0
MISSING_CYCLES = 3
KPA_MMHG = 7.50062

_PER_MINUTE, _BREATHS, _PERCENT, _NO_UNIT = 0x0AA0, 0x0AE0, 0x0220, 0x0200
MMHG, KPA, CELSIUS, FAHRENHEIT = 0x0F20, 0x0F03, 0x17A0, 0x1140

_RATE = {_PER_MINUTE: (1.0, 0.0), _BREATHS: (1.0, 0.0)}
_SHARE = {_PERCENT: (1.0, 0.0), _NO_UNIT: (1.0, 0.0)}
PRESSURE = {MMHG: (1.0, 0.0), KPA: (KPA_MMHG, 0.0)}
_TEMPERATURE = {CELSIUS: (1.0, 0.0), FAHRENHEIT: (5.0 / 9.0, -160.0 / 9.0)}
"""What to multiply with and to add, by the unit's code."""

_Units = dict[int, tuple[float, float]]


class Source(NamedTuple):
    sign: VitalSign
    rank: int
    units: _Units


_V = VitalSign
SOURCES: dict[int, Source] = {
    0x4182: Source(_V.HR, 0, _RATE),
    0x4822: Source(_V.PULSE, 0, _RATE),
    0xF09D: Source(_V.PULSE, 1, _RATE),  # of telemetry
    0x4BB8: Source(_V.SPO2, 0, _SHARE),
    0x4BCC: Source(_V.SPO2, 1, _SHARE),  # right
    0x4BC8: Source(_V.SPO2, 2, _SHARE),  # left
    0xF09C: Source(_V.SPO2, 3, _SHARE),  # of telemetry
    0x4BB0: Source(_V.PERFUSION, 0, _SHARE),
    0x500A: Source(_V.RR, 0, _RATE),
    0x5012: Source(_V.RR, 1, _RATE),  # of the airway
    0x4A15: Source(_V.ABP_SYS, 0, PRESSURE),
    0x4A16: Source(_V.ABP_DIA, 0, PRESSURE),
    0x4A17: Source(_V.ABP_MEAN, 0, PRESSURE),
    0x4A11: Source(_V.ABP_SYS, 1, PRESSURE),  # "ART"
    0x4A12: Source(_V.ABP_DIA, 1, PRESSURE),
    0x4A13: Source(_V.ABP_MEAN, 1, PRESSURE),
    0x4B60: Source(_V.TEMP, 0, _TEMPERATURE),  # core
    0x4B48: Source(_V.TEMP, 1, _TEMPERATURE),  # "Temp"
    0xE004: Source(_V.TEMP, 2, _TEMPERATURE),  # rectal
    0x4B64: Source(_V.TEMP, 3, _TEMPERATURE),  # oesophagus
    0x4B6C: Source(_V.TEMP, 4, _TEMPERATURE),  # nasopharynx
    0x4B78: Source(_V.TEMP, 5, _TEMPERATURE),  # eardrum
}
"""By physiological id. Not there: 480A, a pulse that may come from anywhere, and the skin."""


def converted(value: float, factor: tuple[float, float]) -> float:
    """In the unit of the sign; rounded to what a monitor can mean, where it was converted."""
    if factor == (1.0, 0.0):
        return value
    return round(value * factor[0] + factor[1], 1)


class Numerics:
    """What of the continuous signs is known and lost."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._used: dict[VitalSign, tuple[int, float]] = {}
        self._missed: dict[VitalSign, int] = {}
        self._heard: set[VitalSign] = set()
        self._wrong_units: set[int] = set()
        self._demo_values = False
        self._demo_monitor = False

    def reopened(self) -> None:
        self._signs.reopened()
        self._used.clear()
        self._missed.clear()
        self._heard.clear()

    def runs(self, *, demo: bool) -> list[DeviceEvent]:
        """The monitor's operating mode."""
        self._demo_monitor = demo
        return self._demo_note()

    def quality(self, said: Observed) -> Quality:
        return Quality.DEMO if self._demo_monitor else said.quality

    def hear(self, said: Observed, at: float, device_time: str | None) -> list[DeviceEvent]:
        """One value, of a physiological id that is in `SOURCES`."""
        sign, rank, units = SOURCES[said.physio]
        lost = said.lost
        value = said.value if lost is None else None
        if value is not None and said.unit not in units:
            return self._wrong_unit(said, sign)
        used_rank, used_at = self._used.get(sign, (rank, -math.inf))
        if (
            rank != used_rank
            and (value is None or rank > used_rank)
            and (at - used_at < BETTER_FOR_S)
        ):
            return []
        self._heard.add(sign)
        if value is None:
            return [*self._signs.hear(sign, None, lost or LostReason.NO_VALUE)]
        self._used[sign] = (rank, at)
        return self._value(sign, converted(value, units[said.unit]), said, device_time)

    def _value(
        self, sign: VitalSign, value: float, said: Observed, device_time: str | None
    ) -> list[DeviceEvent]:
        quality = self.quality(said)
        self.carries_demo(quality)
        return [*self._signs.hear(sign, value, quality=quality, device_time=device_time)]

    def carries_demo(self, quality: Quality) -> None:
        if quality is Quality.DEMO:
            self._demo_values = True

    def cycle_ended(self) -> list[DeviceEvent]:
        """All numerics of one round have been heard."""
        if not self._heard:
            return []
        events = self._demo_note()
        self._demo_values = False
        for sign in self._heard:
            self._missed[sign] = 0
        for sign, missed in self._missed.items():
            if sign not in self._heard:
                self._missed[sign] = missed + 1
                if missed + 1 >= MISSING_CYCLES:
                    events += self._signs.hear(sign, None)
        self._heard.clear()
        return events

    def _demo_note(self) -> list[DeviceEvent]:
        text = ""
        if self._demo_monitor:
            text = "the monitor runs in demonstration mode"
        elif self._demo_values:
            text = "values are marked as demonstration or test"
        return [*self._notes.hear(DeviceNoteKind.DEMO_MODE, text)]

    def _wrong_unit(self, said: Observed, sign: VitalSign) -> list[DeviceEvent]:
        self._heard.add(sign)
        events: list[DeviceEvent] = [*self._signs.hear(sign, None)]
        if said.physio not in self._wrong_units:
            self._wrong_units.add(said.physio)
            events.append(
                ContentError(f"{sign} in the unit {said.unit:04X}, which it does not have")
            )
        return events
