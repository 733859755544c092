"""Chunks of waves as monitors send them: some late, some missing."""

from __future__ import annotations

from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk

RATE_HZ = 125.0


def pleth(second: int) -> tuple[float, ...]:
    """Whole numbers that tell where they belong."""
    return tuple(float((second * 125 + place) % 256) for place in range(125))


def chunks(
    seconds: int = 40, missing: frozenset[int] = frozenset(), *, jitter_s: float = 0.02
) -> list[Entry]:
    """One chunk a second that ends with it, each third one a little late; two waves."""
    made: list[Entry] = []
    for second in range(seconds):
        end_s = second + 1 + (jitter_s if second % 3 == 2 else 0.0)
        if second not in missing:
            wave = WaveChunk(Wave.PLETH, RATE_HZ, "", pleth(second), "device:ivy-450c")
            made.append(Entry("s-1", 10_000 + 2 * second, end_s, wave))
        ecg = tuple(0.001 * ((second + place) % 7) for place in range(200))
        made.append(
            Entry("s-1", 10_001 + 2 * second, end_s, WaveChunk(Wave.ECG, 200.0, "mV", ecg, "d"))
        )
    return made
