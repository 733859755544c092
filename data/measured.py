"""A pressure of a session as the count of the library keeps it: recorded, doubted, corrected.

Rule: what it counts as is worked out of the row and of everything that was said of it since, each
      time that something more is said (`monitor/corrected.py`, `monitor/doubted.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from monitor.amendments import Correct
from monitor.commands import ManualCuff
from monitor.correctable import ARTEFACT
from monitor.corrected import corrected
from monitor.entries import Entry
from monitor.vitals import JUDGED, CuffResult, Quality


@dataclass(frozen=True, slots=True)
class Measured:
    """A pressure as it was recorded, and what was said of it since.

    `doubted`: a repeat did not confirm it. `late`: it was entered too long after its measurement;
    no repeat is about it. `said` are its corrections, oldest first.
    """

    t_ms: int
    seq: int
    what: CuffResult | ManualCuff
    late: bool = False
    doubted: bool = False
    said: tuple[Correct, ...] = ()
    sbp: float = 0.0
    dbp: float = 0.0
    quality: Quality = Quality.GOOD
    """These three are what follows of the others."""

    @property
    def doubtable(self) -> bool:
        """A repeat can be about it, and none was yet."""
        own = self.what.quality if isinstance(self.what, CuffResult) else Quality.GOOD
        sure = own in JUDGED and own is not Quality.UNCONFIRMED
        return sure and not self.doubted and not self.late

    def weighed(self) -> Measured:
        """As it counts now."""
        what: Any = corrected(Entry("", self.seq, self.t_ms / 1000.0, self.what), self.said).what
        vouched = any(value.part == ARTEFACT for one in self.said for value in one.values)
        quality = what.quality if isinstance(what, CuffResult) else Quality.GOOD
        if self.doubted and not vouched:
            quality = Quality.UNCONFIRMED
        return replace(self, sbp=float(what.sbp), dbp=float(what.dbp), quality=quality)
