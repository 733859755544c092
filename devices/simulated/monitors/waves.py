"""Wave bytes of a simulated patient: shapes of one beat and one breath, read out at a phase.

One accumulator counts beats (`heart.py`) and one counts breaths; every wave of a second is read
from them, so that electrocardiogram, plethysmogram and the heart rate beside them belong together.
Shapes are bytes in a table of one cycle. A second of a wave is cut out of a finer one with even
steps, because a frame a second must cost next to nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

SHAPE_STEPS = 1024
_FINER = 128
"""Times as many steps has the finer table: so the samples of a second, each a whole number of
steps from the next, end within two steps of the shape from where the phase is then."""
PLETH_BEHIND_S = 0.25
"""The pulse arrives at the finger this long after the R wave."""

_ECG_MV = (  # height in mV, middle and width as shares of a beat
    (0.12, 0.20, 0.030),
    (-0.10, 0.365, 0.010),
    (1.20, 0.385, 0.011),
    (-0.28, 0.410, 0.012),
    (0.30, 0.640, 0.060),
)
"""P, Q, R, S and T."""
R_WAVE = _ECG_MV[2][1]
_PLETH = ((0.80, 0.18, 0.085), (0.30, 0.42, 0.120))
"""The systolic wave and the dicrotic one."""


def _shape(value: Callable[[float], float]) -> bytes:
    """One cycle as bytes; FC to FF stay free, because protocols frame with them."""
    samples = (value(step / SHAPE_STEPS) for step in range(SHAPE_STEPS))
    return bytes(min(max(round(sample), 0), 0xFB) for sample in samples)


def _hills(hills: tuple[tuple[float, float, float], ...], share: float) -> float:
    return sum(
        height * math.exp(-(((share - middle) / width) ** 2) / 2.0)
        for height, middle, width in hills
    )


ECG = _shape(lambda share: 100.0 + _hills(_ECG_MV, share) / 0.02)
"""50 steps per mV around 100."""
ECG_WITHOUT_P = _shape(lambda share: 100.0 + _hills(_ECG_MV[1:], share) / 0.02)
PLETH = _shape(lambda share: 86.0 + 100.0 * _hills(_PLETH, share))
"""Around 86 at the foot, at a perfusion of `USUAL_PERFUSION`."""
RESP = _shape(lambda share: 125.0 - 115.0 * math.cos(math.tau * share))
PLETH_FOOT = 86
USUAL_PERFUSION = 3.0


class Cycles:
    """Counts beats or breaths; a phase of 0.25 is a quarter of the present one."""

    def __init__(self) -> None:
        self.phase = 0.0

    def second(self, per_min: float, shape: bytes, rate_hz: int, behind_s: float = 0.0) -> bytes:
        """One second of a wave, from the present phase on; does not move it."""
        per_s = per_min / 60.0
        begin = int((self.phase - behind_s * per_s) % 1.0 * SHAPE_STEPS * _FINER)
        step = round(per_s * SHAPE_STEPS * _FINER / rate_hz)
        end = begin + step * rate_hz
        fine = _fine(shape, end // (SHAPE_STEPS * _FINER) + 1)
        return fine[begin:end:step] if step else fine[begin : begin + 1] * rate_hz

    def advance(self, per_min: float) -> None:
        """One second went by."""
        self.phase = (self.phase + per_min / 60.0) % 1.0


@cache
def _fine(shape: bytes, cycles: int) -> bytes:
    """So many cycles of this shape, each step of it `_FINER` times."""
    return b"".join(bytes([byte]) * _FINER for byte in shape) * cycles


def pleth_strength(perfusion: float) -> bytes:
    """A translation table that makes `PLETH` as high as this perfusion lets it be."""
    gain = perfusion / USUAL_PERFUSION
    return bytes(
        min(max(round(PLETH_FOOT + gain * (byte - PLETH_FOOT)), 0), 0xFB) for byte in range(256)
    )
