"""The waves of an IntelliVue.

Rule 1: samples are said only when their rate is known; rate, width and scale come with the wave's
        description, now and then, and are kept.
Rule 2: a wave without an absolute scale keeps the monitor's own numbers, with no unit.
Rule 3: of several ECG leads one is drawn: lead II where there is one. A worse lead takes over
        when a better one was silent for `BETTER_FOR_S`.

The bits above the significant ones mark pacer spikes and the like (0A16 says which); they are
dropped (UNCERTAIN: with them the lowest bits of such a sample may not belong to the signal).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

from devices.drivers.philips_intellivue.messages import Thing
from devices.drivers.philips_intellivue.values import (
    INVALID,
    UNAVAILABLE,
    Attributes,
    float_at,
)
from devices.drivers.philips_intellivue.wire import TICKS_PER_S
from devices.errors import ContentError
from monitor.vitals import Wave, WaveChunk

SAMPLES, LEADS = 0x096E, 0x0967
"""The attributes that hold the samples of one wave, or of several leads."""
_FORM, _PERIOD, _SCALE, _UNIT = 0x096D, 0x098D, 0x096F, 0x0996
_DESCRIPTION = (_FORM, _PERIOD, _SCALE, _UNIT)

BETTER_FOR_S = 3.0
MOST_WAVES = 64
"""More than any monitor has; a stream of nonsense must not fill the memory."""

_UNITS = {0x10B2: "mV", 0x10B3: "µV", 0x0F20: "mmHg", 0x0F03: "kPa", 0x0220: "%"}
_LEADS = {0x0102: 0, 0x0101: 1, 0x0100: 2}
"""Lead II, lead I, one that has no name; then any other, in the order of their ids."""
_OTHERS = {
    0x4BB4: (Wave.PLETH, 0),
    0xF08C: (Wave.PLETH, 1),  # right
    0xF08D: (Wave.PLETH, 2),  # left
    0xF09B: (Wave.PLETH, 3),  # of telemetry
    0x5000: (Wave.RESP, 0),
    0x4A14: (Wave.P1, 0),  # "ABP"
    0x4A10: (Wave.P1, 1),  # "ART"
    0x4A44: (Wave.P2, 0),  # "CVP"
}


class Samples(NamedTuple):
    physio: int
    state: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """How the samples of one wave are to be read."""

    rate_hz: float
    unit: str
    wide: bool
    mask: int
    step: float
    origin: float
    """The sample that means zero, and what one step up from it means."""

    def read(self, data: bytes) -> tuple[float, ...]:
        count = len(data) >> 1
        raw = struct.unpack_from(f">{count}H", data) if self.wide else data
        mask, step, origin = self.mask, self.step, self.origin
        # A list is faster than a generator here, and this is most of the driver's work.
        return tuple([((sample & mask) - origin) * step for sample in raw])


class Waves:
    def __init__(self, source: str) -> None:
        self._source = source
        self._described: dict[tuple[int, int], Attributes] = {}
        self._forms: dict[tuple[int, int], Form] = {}
        self._used: dict[Wave, tuple[int, float]] = {}

    def reopened(self) -> None:
        self._used.clear()

    def hear(self, thing: Thing, at: float) -> list[WaveChunk]:
        """Raises `ContentError` when samples are cut short."""
        form = self._form(thing)
        chunks = []
        for samples in _samples(thing.attributes):
            drawn = _drawn(samples.physio)
            if drawn is None or form is None or samples.state & (INVALID | UNAVAILABLE):
                continue
            wave, rank = drawn
            values = form.read(samples.data)
            if values and self._better(wave, rank, at):
                chunks.append(WaveChunk(wave, form.rate_hz, form.unit, values, self._source))
        return chunks

    def _better(self, wave: Wave, rank: int, at: float) -> bool:
        used_rank, used_at = self._used.get(wave, (rank, at))
        if rank > used_rank and at - used_at < BETTER_FOR_S:
            return False
        self._used[wave] = (rank, at)
        return True

    def _form(self, thing: Thing) -> Form | None:
        new = {name: thing.attributes[name] for name in _DESCRIPTION if name in thing.attributes}
        if not new:
            return self._forms.get(thing.key)
        known = self._described.get(thing.key, {})
        told = known | new
        if told != known:
            if len(self._described) >= MOST_WAVES:
                self._described.clear()
                self._forms.clear()
            self._described[thing.key] = told
            self._forms.pop(thing.key, None)
            form = described(told)
            if form is not None:
                self._forms[thing.key] = form
        return self._forms.get(thing.key)


def _drawn(physio: int) -> tuple[Wave, int] | None:
    """Which wave this is, and how gladly it is taken; None = none that is drawn."""
    if physio >> 8 == 0x01:
        return Wave.ECG, _LEADS.get(physio, physio)
    return _OTHERS.get(physio)


def _samples(attributes: Attributes) -> list[Samples]:
    """What arrived now, the wave that is taken most gladly first."""
    found = []
    if (one := attributes.get(SAMPLES)) is not None:
        found.append(_read(one, 0))
    if (several := attributes.get(LEADS)) is not None:
        at = 4
        for _ in range(several[0] << 8 | several[1] if len(several) >= at else 0):
            found.append(_read(several, at))
            at += 6 + len(found[-1].data)
        found.sort(key=lambda samples: _LEADS.get(samples.physio, samples.physio))
    return found


def _read(data: bytes, at: int) -> Samples:
    try:
        physio, state, length = struct.unpack_from(">3H", data, at)
    except struct.error:
        raise ContentError(f"a wave of {len(data)} bytes") from None
    samples = data[at + 6 : at + 6 + length]
    if len(samples) != length:
        raise ContentError(f"{len(samples)} bytes of samples, not {length}")
    return Samples(physio, state, samples)


def described(told: Attributes) -> Form | None:
    """None as long as the description is not whole."""
    form, period, scale = told.get(_FORM, b""), told.get(_PERIOD, b""), told.get(_SCALE, b"")
    ticks = int.from_bytes(period, "big")
    if len(form) < 4 or ticks == 0 or form[2] not in {8, 16}:
        return None
    absolute = _scale(scale)
    step, origin = absolute or (1.0, 0.0)
    known = _UNITS.get(int.from_bytes(told.get(_UNIT, b""), "big"), "")
    significant = form[3] if 0 < form[3] <= form[2] else form[2]
    return Form(
        rate_hz=TICKS_PER_S / ticks,
        unit=known if absolute else "",
        wide=form[2] == 16,
        mask=(1 << significant) - 1,
        step=step,
        origin=origin,
    )


def _scale(scale: bytes) -> tuple[float, float] | None:
    """What one step of a sample means, and which sample means zero; None = nothing absolute."""
    if len(scale) < 12:
        return None
    low, high = float_at(scale, 0), float_at(scale, 4)
    low_sample, high_sample = struct.unpack_from(">2H", scale, 8)
    if low is None or high is None or high <= low or high_sample <= low_sample:
        return None
    step = round((high - low) / (high_sample - low_sample), 12)
    # Rounded, so that what the monitor calls 0.155 mV does not become 0.15500000000000114.
    return (step, round(low_sample - low / step, 9)) if step else None
