"""The syringe pump beside a simulated patient: what it really gives, second by second.

Rule 1: it does what the hand at its buttons does, at the moment at which it does it. What the
        program works out from the same presses is another arithmetic, and may be compared.
Rule 2: it stops by itself when the syringe is empty; `left_mg` None = it holds more than enough.
"""

from __future__ import annotations


class SyringePump:
    """Moments are session seconds that never go back; rates are mg/min."""

    def __init__(self) -> None:
        self._rate = 0.0
        self._running = False
        self._now_s = 0.0
        self.given_mg = 0.0
        self.left_mg: float | None = None

    @property
    def set_mg_per_min(self) -> float:
        """The rate that was entered, whether or not it runs."""
        return self._rate

    @property
    def mg_per_min(self) -> float:
        """What flows now."""
        empty = self.left_mg is not None and self.left_mg <= 0.0
        return self._rate if self._running and not empty else 0.0

    def load(self, mg: float, mg_per_min: float, now: float) -> None:
        """A syringe with so much in it, and the rate that was entered."""
        self.advance(now)
        self.left_mg = mg
        self._rate = mg_per_min

    def turn(self, mg_per_min: float, now: float) -> None:
        """Another rate from now on."""
        self.advance(now)
        self._rate = mg_per_min

    def run(self, now: float) -> None:
        self.advance(now)
        self._running = True

    def halt(self, now: float) -> None:
        self.advance(now)
        self._running = False

    def advance(self, to_s: float) -> float:
        """Go on to `to_s`; the mg that were given meanwhile."""
        mg = self.mg_per_min * max(0.0, to_s - self._now_s) / 60.0
        self._now_s = max(self._now_s, to_s)
        if self.left_mg is not None:
            mg = min(mg, self.left_mg)
            self.left_mg -= mg
        self.given_mg += mg
        return mg
