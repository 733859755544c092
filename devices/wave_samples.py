"""Gathers the single samples of a wave, one frame each, into chunks of a fifth of a second."""

from __future__ import annotations

from devices.errors import ContentError
from monitor.vitals import Wave, WaveChunk

CHUNKS_PER_S = 5


class WaveSamples:
    """A sample is the byte at `place` of its frame, less `middle`; it has no unit."""

    def __init__(
        self, wave: Wave, rate_hz: float, source: str, *, place: int, middle: int
    ) -> None:
        self._source = source
        self._wave = wave
        self._rate_hz = rate_hz
        self._place = place
        self._table = tuple(float(byte - middle) for byte in range(256))
        self._enough = int(rate_hz / CHUNKS_PER_S)
        self._samples: list[float] = []

    def clear(self) -> None:
        """Forget half a chunk."""
        self._samples.clear()

    def hear(self, frame: bytes) -> WaveChunk | None:
        """One more sample; the chunk that it completes. Raises `ContentError` if it is missing."""
        if len(frame) < self._place + 2:
            raise ContentError(f"a wave frame without its sample: {frame.hex(' ')}")
        samples = self._samples
        samples.append(self._table[frame[self._place]])
        if len(samples) < self._enough:
            return None
        chunk = WaveChunk(self._wave, self._rate_hz, "", tuple(samples), self._source)
        samples.clear()
        return chunk
