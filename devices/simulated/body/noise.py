"""Randomness with a memory: values that wander, and a slow drift.

All numbers come from the `random.Random` handed in, one step after another, so that the same seed
gives the same course. A step is a second unless whoever steps says otherwise.
"""

from __future__ import annotations

import math
from random import Random


class Wander:
    """A value that is pulled back to 0 within `memory` steps and has this standard deviation.

    An Ornstein-Uhlenbeck process, exact at its steps, however long they are.
    """

    def __init__(self, random: Random, sd: float, memory: float) -> None:
        self._gauss = random.gauss
        self._keep = math.exp(-1.0 / memory)
        self._kick = sd * math.sqrt(1.0 - self._keep * self._keep)
        self.value = random.gauss(0.0, sd)

    def step(self) -> float:
        self.value = self._keep * self.value + self._kick * self._gauss(0.0, 1.0)
        return self.value


class Drift:
    """About 1/f: wanderings over 5, 50 and 500 seconds of equal size, together of this SD."""

    def __init__(self, random: Random, sd: float) -> None:
        share = sd / math.sqrt(3.0)
        self._parts = [Wander(random, share, memory) for memory in (5.0, 50.0, 500.0)]

    def step(self) -> float:
        fast, middle, slow = self._parts
        return fast.step() + middle.step() + slow.step()
