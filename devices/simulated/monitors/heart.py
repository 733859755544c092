"""The heart of a simulated patient in the waves of its monitor: ECG and pulse wave, beat by beat.

Rule 1: it beats with the heart rate of each second, which breathing and the Mayer wave move, so
        that the beats in the waves are the rate that is shown beside them.
Rule 2: where fewer beats reach the finger than the heart makes, it beats irregularly, as in atrial
        fibrillation: intervals vary by about 18 % around the same mean, there is no P wave, and it
        is the beats after the shortest intervals that are not felt. (Size proposed; 15-25 % are
        published.)
Rule 3: a beat that has begun is not torn; another rhythm begins with the next one.
Rule 4: the pulse wave is as high as the perfusion that the probe finds lets it be.
"""

from __future__ import annotations

import math
from random import Random

from devices.simulated.body.patient import Vitals
from devices.simulated.monitors.waves import (
    ECG,
    ECG_WITHOUT_P,
    PLETH,
    PLETH_BEHIND_S,
    R_WAVE,
    SHAPE_STEPS,
    Cycles,
    pleth_strength,
)

LOST_FROM = 0.05
"""From this share of beats on that do not reach the finger, they come irregularly."""


def _shifts() -> tuple[float, ...]:
    random = Random("irregular beats")
    return tuple(random.uniform(-0.22, 0.22) for _ in range(251))


_SHIFTS = _shifts()
"""How far each beat comes from its regular place, in beats; the mean rate stays."""
_EARLY = sorted(shift - _SHIFTS[beat - 1] for beat, shift in enumerate(_SHIFTS))
"""By how much intervals differ from the mean one, the shortest first."""
_FOOT = PLETH[0]


class Heart:
    """Waves are asked for first; then time goes on."""

    def __init__(self) -> None:
        self._cycles = Cycles()
        self._beat = 0
        self._shifts: dict[int, float] = {}
        """Of irregular beats near the present one; a regular one is not in it."""
        self._strengths: dict[float, bytes] = {}
        """Tables by perfusion; there are few, because it is rounded to tenths."""

    def ecg(self, truth: Vitals, samples: int, seconds: float = 1.0) -> bytes:
        """From now on, one wave of so many samples."""
        if self._irregular(truth):
            return self._drawn(truth, samples, seconds, pleth=False)
        return self._cycles.second(truth.hr * seconds, ECG, samples)

    def pulse(self, truth: Vitals, samples: int, seconds: float = 1.0) -> bytes:
        """The wave at the finger, as high as it is there."""
        return self.high(self.pleth(truth, samples, seconds), truth)

    def high(self, pleth: bytes, truth: Vitals) -> bytes:
        """A wave of usual height, as high as this perfusion lets it be."""
        perfusion = round(truth.perfusion, 1)
        if perfusion not in self._strengths:
            self._strengths[perfusion] = pleth_strength(perfusion)
        return pleth.translate(self._strengths[perfusion])

    def pleth(self, truth: Vitals, samples: int, seconds: float = 1.0) -> bytes:
        """The same at the usual perfusion."""
        if self._irregular(truth):
            return self._drawn(truth, samples, seconds, pleth=True)
        return self._cycles.second(truth.hr * seconds, PLETH, samples, PLETH_BEHIND_S / seconds)

    def advance(self, truth: Vitals, seconds: float = 1.0) -> None:
        """So much time went by."""
        irregular = _lost(truth) >= LOST_FROM
        before = self._cycles.phase
        self._beat += int(before + truth.hr * seconds / 60.0)
        self._cycles.advance(truth.hr * seconds)
        if self._shifts or irregular:
            self._look_ahead(irregular=irregular)

    # ---- irregular beats

    def _irregular(self, truth: Vitals) -> bool:
        if _lost(truth) >= LOST_FROM and not self._shifts:
            self._look_ahead(irregular=True)
        return bool(self._shifts)

    def _look_ahead(self, *, irregular: bool) -> None:
        """Which beats from the next one on come at a time of their own."""
        old = {beat: shift for beat, shift in self._shifts.items() if beat >= self._beat - 4}
        if irregular:
            for beat in range(self._beat + 2, self._beat + 9):
                old.setdefault(beat, _SHIFTS[beat % len(_SHIFTS)])
        else:
            old = {beat: shift for beat, shift in old.items() if beat <= self._beat + 1}
        self._shifts = old

    def _drawn(self, truth: Vitals, samples: int, seconds: float, *, pleth: bool) -> bytes:
        per_s = truth.hr / 60.0
        begin = self._beat + self._cycles.phase
        if pleth:
            begin -= PLETH_BEHIND_S * per_s
        step = per_s * seconds / samples
        places = [begin + step * count for count in range(samples)]
        if not pleth:
            return bytes([self._ecg_at(place) for place in places])
        late = _too_early(_lost(truth))
        return bytes([self._pleth_at(place, late) for place in places])

    def _ecg_at(self, place: float) -> int:
        """It is the R wave that comes at its own time."""
        _beat, share = self._found(place - R_WAVE)
        return ECG_WITHOUT_P[int((share + R_WAVE) * SHAPE_STEPS) & (SHAPE_STEPS - 1)]

    def _pleth_at(self, place: float, late: float) -> int:
        """A beat that comes earlier than `late` after the one before is not felt."""
        beat, share = self._found(place)
        shifts = self._shifts
        if beat in shifts and shifts[beat] - shifts.get(beat - 1, 0.0) < late:
            return _FOOT
        return PLETH[int(share * SHAPE_STEPS) & (SHAPE_STEPS - 1)]

    def _found(self, place: float) -> tuple[int, float]:
        """Which beat this place in beats belongs to, and how much of it is over."""
        shifts = self._shifts
        beat = math.floor(place) + 1
        while beat + shifts.get(beat, 0.0) > place:
            beat -= 1
        shift = shifts.get(beat, 0.0)
        return beat, (place - beat - shift) / (1.0 + shifts.get(beat + 1, 0.0) - shift)


def _lost(truth: Vitals) -> float:
    """The share of beats that do not reach the finger."""
    return 1.0 - truth.pulse / truth.hr


def _too_early(lost: float) -> float:
    """Of all intervals, this share is shorter by more than that."""
    return _EARLY[min(int(max(lost, 0.0) * len(_EARLY)), len(_EARLY) - 1)]
