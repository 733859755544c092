"""The last seconds of one wave, on a grid of its sample rate, for drawing.

Rule 1: a sample stands at its own time. Chunks that follow each other are joined without a seam;
        where samples are missing there is NaN, so that no line is drawn across it. NaN means
        "nothing here" in this buffer alone, and never leaves the drawing.
Rule 2: memory is bounded by `KEPT_S` seconds of the fastest rate that is drawn.
Rule 3: one buffer holds one form of a wave (device, rate and unit). Another monitor on the same
        chair that gives the same wave is not mixed in, until the first one has fallen silent.

How time is told: a `WaveChunk` ends "now", and now is when its bytes were read: a little late and
never quite evenly. So a chunk is placed where the one before ended. Only what comes later than
chunks jitter is a gap; what is left over between the monitor's crystal and our clock is taken
out a few samples at a time.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from monitor.vitals import Wave, WaveChunk

Samples = npt.NDArray[np.float32]

KEPT_S = 12.0
"""A sweep shows ten seconds, and runs a little behind what has come."""
FASTEST_HZ = 2000.0
"""No monitor draws finer; what claims to would only cost memory."""
STALE_AFTER_S = 2.0
DRAWN = frozenset({Wave.ECG, Wave.PLETH})

GAP_SHARE, GAP_LEAST_S, GAP_MOST_S = 0.75, 0.08, 0.5
"""A chunk that comes later than this share of its length lies behind a gap."""
AHEAD_S = 1.0
"""Samples cannot run ahead of time: from here on the buffer begins anew."""
DRIFT_OVER = 8
"""Chunks over which the drift between the monitor's crystal and our clock is smoothed."""
DRIFT_SHARE = 50
"""At most one sample in so many is left out or repeated to follow our clock."""
LENGTHS_KEPT = 8


class WaveBuffer:
    """Times are session seconds; a sample's number is its time multiplied by the rate."""

    def __init__(self, rate_hz: float, unit: str, source: str = "") -> None:
        self.rate_hz = rate_hz
        self.unit = unit
        self.source = source
        self._ring: Samples = np.full(max(1, round(rate_hz * KEPT_S)), np.nan, dtype=np.float32)
        self._end: int | None = None
        self._heard_s = float("-inf")
        self._drift = 0.0
        self._lengths: deque[float] = deque(maxlen=LENGTHS_KEPT)

    @property
    def end_s(self) -> float | None:
        """The time of the newest sample; None before the first."""
        return None if self._end is None else self._end / self.rate_hz

    @property
    def chunk_s(self) -> float:
        """The longest of the chunks of late: so old a sample may be when it comes."""
        return max(self._lengths, default=0.0)

    def stale(self, now_s: float) -> bool:
        """Nothing came for so long that what is here must not be drawn as if it were now."""
        return now_s - self._heard_s > STALE_AFTER_S

    def same_form(self, chunk: WaveChunk) -> bool:
        form = (self.rate_hz, self.unit, self.source)
        return (chunk.rate_hz, chunk.unit, chunk.source) == form

    def put(self, now_s: float, samples: tuple[float, ...]) -> None:
        """Samples that end at `now_s`."""
        fresh = np.asarray(samples[-len(self._ring) :], dtype=np.float32)
        now = round(now_s * self.rate_hz)
        if self._end is None or self.stale(now_s):
            self._restart(now - len(fresh))
        else:
            fresh = self._follow(now, fresh)
        self._heard_s = now_s
        self._lengths.append(len(samples) / self.rate_hz)
        self._append(fresh)

    def _restart(self, first: int) -> None:
        self._ring.fill(np.nan)
        self._end = first
        self._drift = 0.0
        self._lengths.clear()

    def _follow(self, now: int, fresh: Samples) -> Samples:
        """Leave a gap where samples are missing; else keep pace with our clock."""
        late = now - (self._end or 0) - len(fresh)
        length_s = len(fresh) / self.rate_hz
        jitter_s = min(max(GAP_SHARE * length_s, GAP_LEAST_S), GAP_MOST_S)
        if late < -AHEAD_S * self.rate_hz:
            self._restart(now - len(fresh))
        elif late > jitter_s * self.rate_hz:
            self._append(np.full(min(late, len(self._ring)), np.nan, dtype=np.float32))
            self._end = now - len(fresh)
            self._drift = 0.0
        else:
            return self._paced(late, fresh)
        return fresh

    def _paced(self, late: int, fresh: Samples) -> Samples:
        """The chunk a few samples longer or shorter, while it is late or early on average."""
        self._drift += (late - self._drift) / DRIFT_OVER
        most = len(fresh) // DRIFT_SHARE + 1
        more = min(max(int(self._drift), -most), most)
        if more == 0 or len(fresh) + more < 1:
            return fresh
        self._drift -= more
        places = np.linspace(0, len(fresh) - 1, len(fresh) + more).round().astype(np.intp)
        return fresh[places]

    def _append(self, fresh: Samples) -> None:
        end = self._end or 0
        places = np.arange(end, end + len(fresh)) % len(self._ring)
        self._ring[places] = fresh
        self._end = end + len(fresh)

    def between(self, first: int, last: int) -> Samples:
        """Samples number `first` up to and without `last`; NaN for what is not (or no more) here.

        A copy; at most as long as the buffer.
        """
        first = max(first, last - len(self._ring))
        if last <= first:
            return np.empty(0, dtype=np.float32)
        numbers = np.arange(first, last)
        found = self._ring[numbers % len(self._ring)]
        end = self._end if self._end is not None else first
        found[(numbers >= end) | (numbers < end - len(self._ring))] = np.nan
        return found


class ChairWaves:
    """The waves of one chair that are drawn."""

    def __init__(self) -> None:
        self._buffers: dict[Wave, WaveBuffer] = {}

    def take(self, now_s: float, chunk: WaveChunk) -> None:
        if chunk.wave not in DRAWN or not chunk.samples or not 0 < chunk.rate_hz <= FASTEST_HZ:
            return
        buffer = self._buffers.get(chunk.wave)
        if buffer is None or not buffer.same_form(chunk):
            if buffer is not None and not buffer.stale(now_s):
                return
            buffer = self._buffers[chunk.wave] = WaveBuffer(
                chunk.rate_hz, chunk.unit, chunk.source
            )
        buffer.put(now_s, chunk.samples)

    def of(self, wave: Wave) -> WaveBuffer | None:
        """None = this chair has not had this wave since waves are shown."""
        return self._buffers.get(wave)
