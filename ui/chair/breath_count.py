"""Counting breaths: one tap a breath for half a minute, twice that is the rate. Pure, no Qt.

Moments are monotonic seconds of the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FOR_S = 30.0


@dataclass(frozen=True, slots=True)
class BreathCount:
    """`began` None = nobody counts."""

    began: float | None = None
    breaths: int = 0

    def start(self, now: float) -> BreathCount:
        return BreathCount(now)

    def tap(self, now: float) -> BreathCount:
        """A breath; before the beginning and after the end it is none."""
        return replace(self, breaths=self.breaths + 1) if self.counting(now) else self

    def counting(self, now: float) -> bool:
        return self.began is not None and now - self.began < FOR_S

    def left_s(self, now: float) -> float:
        return FOR_S if self.began is None else max(0.0, FOR_S - (now - self.began))

    def rate(self, now: float) -> float | None:
        """Breaths a minute; None until the time is up."""
        if self.began is None or self.counting(now):
            return None
        return self.breaths * 60.0 / FOR_S
