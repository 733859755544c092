"""What a person saw of the pump: that it stands, and the volume that it says it gave.

Source: the clinic's rules. The pump is not read, so at a pause, at the stop, and when all that was
planned must be in, it is asked whether it stands; after the stop it is asked what it gave. Its
figure is the record; one that is more than 5 % off the calculated volume is flagged.

Rule: that it was seen standing holds until it is started again; that it was seen running is not an
      answer, and is shown until it was seen standing.
"""

from __future__ import annotations

from dataclasses import dataclass

FLAGGED_ABOVE = 0.05
VOLUME_ML = (0.0, 2000.0)
_TINY = 1e-9


@dataclass(slots=True)
class Pump:
    """Volumes mL, moments session seconds; None = nobody said."""

    stands: bool = False
    runs_on_at: float | None = None
    """When it was last seen running although it should stand."""
    volume_ml: float | None = None

    def started(self) -> None:
        self.stands, self.runs_on_at = False, None

    def seen(self, now: float, *, stopped: bool) -> None:
        self.stands = stopped
        self.runs_on_at = None if stopped else now

    def gap(self, calculated_ml: float | None) -> float | None:
        """(pump - calculated) / calculated; None where one is not known, or nothing was given."""
        if self.volume_ml is None or not calculated_ml:
            return None
        return (self.volume_ml - calculated_ml) / calculated_ml

    def flagged(self, calculated_ml: float | None) -> bool:
        gap = self.gap(calculated_ml)
        if gap is None:  # it says that it gave something, and by calculation it gave nothing
            return calculated_ml == 0.0 and bool(self.volume_ml)
        return abs(gap) > FLAGGED_ABOVE * (1.0 + _TINY)
