"""The waves and values of a session as rows of samples on one even grid of time.

Rule 1: second 0 of the grid is second 0 of the session. Where nothing was measured is a gap.
Rule 2: chunks of a wave that follow each other without a hole are laid end to end: what the cable
        delayed is no hole. A hole is one of a quarter of a second and more.
Rule 3: a sample is kept as a whole number of steps; the step is as fine as 16 bits allow.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.export.material import Material
from data.export.values import DRAWN, Value, session_values
from monitor.entries import Entry
from monitor.vitals import CUFF_SIGNS, SIGNS, VitalSign, Wave, WaveChunk

if TYPE_CHECKING:
    import numpy as np

HOLE_S = 0.25


@dataclass(slots=True)
class WaveTrack:
    """One wave of one device. `low`, `high` are its extremes; it has at least one sample."""

    wave: Wave
    source: str
    rate_hz: float
    unit: str
    low: float = math.inf
    high: float = -math.inf
    stretches: list[tuple[float, list[np.ndarray]]] = field(default_factory=list)
    _end_s: float = -math.inf

    def take(self, end_s: float, samples: np.ndarray) -> None:
        from_s = end_s - len(samples) / self.rate_hz
        self.low = min(self.low, float(samples.min()))
        self.high = max(self.high, float(samples.max()))
        if abs(from_s - self._end_s) < HOLE_S:
            self.stretches[-1][1].append(samples)
            self._end_s += len(samples) / self.rate_hz
        else:
            # What would reach back into the stretch before follows it instead.
            from_s = max(from_s, self._end_s)
            self.stretches.append((from_s, [samples]))
            self._end_s = from_s + len(samples) / self.rate_hz

    def joined(self) -> Iterator[tuple[float, np.ndarray]]:
        """Each stretch: its first second, its samples."""
        import numpy as np  # noqa: PLC0415 (no start waits for it)

        for from_s, parts in self.stretches:
            yield from_s, np.concatenate(parts)


def wave_tracks(chunks: Iterable[Entry]) -> list[WaveTrack]:
    """Every wave of every device, in the order in which they began. float32 in memory."""
    import numpy as np  # noqa: PLC0415 (no start waits for it)

    tracks: dict[tuple[Wave, str, float], WaveTrack] = {}
    for entry in chunks:
        one = entry.what
        if not isinstance(one, WaveChunk) or not one.samples or not one.rate_hz > 0:
            continue
        key = (one.wave, one.source, one.rate_hz)
        track = tracks.setdefault(key, WaveTrack(one.wave, one.source, one.rate_hz, one.unit))
        samples = np.asarray(one.samples, dtype=np.float32)
        track.take(entry.now_s, np.where(np.isfinite(samples), samples, 0.0))
    return list(tracks.values())


@dataclass(frozen=True, slots=True)
class SignTrack:
    """The values of one sign in order of time; of a cuff sign one for each measurement."""

    sign: VitalSign
    values: tuple[Value, ...]

    @property
    def step(self) -> float:
        """As fine as the sign is shown, and ten times finer."""
        return 10.0 ** -(SIGNS[self.sign].decimals + 1)

    @property
    def by_cuff(self) -> bool:
        return self.sign in CUFF_SIGNS


def sign_tracks(material: Material) -> list[SignTrack]:
    """In the order of `SIGNS`; signs without a value have none."""
    found: dict[VitalSign, list[Value]] = {sign: [] for sign in SIGNS}
    for one in session_values(material.entries):
        if one.quality in DRAWN:
            found[one.sign].append(one)
    return [SignTrack(sign, tuple(values)) for sign, values in found.items() if values]
