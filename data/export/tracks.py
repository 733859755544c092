"""The waves and values of a session as rows of samples on one even grid of time.

Rule 1: second 0 of the grid is second 0 of the session. Where nothing was measured is a gap.
Rule 2: chunks of a wave that follow each other without a hole are laid end to end: what the cable
        delayed is no hole. A hole is one of a quarter of a second and more.
Rule 3: no sample stands more than that later than it came. Chunks that were held up and come
        together are laid back to where they belong; of a monitor whose clock runs too fast a
        quarter of a second is left out now and then, so that its wave stays beside its values.
Rule 4: what is no number, or none that a monitor can mean (`WIDEST`), is a gap of one sample.
Rule 5: a sample is kept as a whole number of steps; the step is as fine as 16 bits allow.
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
LATE_S = 5.0
"""For so long after a hole it may turn out that the wave was only held up."""
WIDEST = 4_000_000.0
"""Of EDF's eight characters; no wave has such numbers in the unit that it is in."""
SLOWEST_HZ, FASTEST_HZ = 0.1, 10_000.0


@dataclass(slots=True)
class WaveTrack:
    """One wave of one device. `low`, `high` are its extremes; NaN among its samples is a gap."""

    wave: Wave
    source: str
    rate_hz: float
    unit: str
    low: float = math.inf
    high: float = -math.inf
    stretches: list[tuple[float, list[np.ndarray]]] = field(default_factory=list)
    end_s: float = -math.inf
    _before_s: float = -math.inf
    """Where the stretch before the last one ends."""
    _came_s: float = -math.inf
    """When the first chunk of the last stretch came."""

    def take(self, came_s: float, samples: np.ndarray) -> None:
        """Samples that ended, at the latest, when they came."""
        from_s = came_s - len(samples) / self.rate_hz
        over_s = self.end_s - from_s
        if over_s <= -HOLE_S:
            self._before_s, self._came_s = self.end_s, came_s
            self.stretches.append((from_s, []))
            self.end_s = from_s
        elif over_s >= HOLE_S:
            over_s -= self._lay_back(over_s, came_s)
            if over_s >= HOLE_S:
                samples = samples[round(over_s * self.rate_hz) :]
        self.stretches[-1][1].append(samples)
        self.end_s += len(samples) / self.rate_hz

    def _lay_back(self, over_s: float, came_s: float) -> float:
        """By how much the last stretch turned out to be older than it seemed."""
        if came_s - self._came_s > LATE_S:
            return 0.0
        from_s, parts = self.stretches[-1]
        back_s = min(over_s, from_s - self._before_s)
        self.stretches[-1] = (from_s - back_s, parts)
        self.end_s -= back_s
        return back_s

    def joined(self) -> Iterator[tuple[float, np.ndarray]]:
        """Each stretch: its first second (negative = it began before the session), its samples."""
        import numpy as np  # noqa: PLC0415 (no start waits for it)

        for from_s, parts in self.stretches:
            yield from_s, np.concatenate(parts)


def wave_tracks(chunks: Iterable[Entry]) -> list[WaveTrack]:
    """Every wave of every device, in the order in which they began. float32 in memory."""
    import numpy as np  # noqa: PLC0415 (no start waits for it)

    tracks: dict[tuple[Wave, str, float], WaveTrack] = {}
    for entry in chunks:
        one = entry.what
        if not isinstance(one, WaveChunk) or not SLOWEST_HZ <= one.rate_hz <= FASTEST_HZ:
            continue
        key = (one.wave, one.source, one.rate_hz)
        track = tracks.setdefault(key, WaveTrack(one.wave, one.source, one.rate_hz, one.unit))
        samples = np.asarray(one.samples)
        with np.errstate(invalid="ignore"):
            known = np.abs(samples) <= WIDEST
        if known.any():
            track.low = min(track.low, float(samples[known].min()))
            track.high = max(track.high, float(samples[known].max()))
            track.take(entry.now_s, np.where(known, samples, np.nan).astype(np.float32))
    return [track for track in tracks.values() if track.stretches]


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
