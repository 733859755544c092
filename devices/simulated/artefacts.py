"""What spoils a measurement of a simulated patient, as data: `[[artefact]]`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ArtefactKind(enum.StrEnum):
    MOTION = "motion"
    """The patient moves: the finger's signal is poor and its numbers wrong, cuffs take longer."""
    PROBE_OFF = "probe-off"
    """The oximeter probe is off the finger."""
    ELECTRODE_OFF = "electrode-off"
    """The electrocardiogram gives no rate."""
    LOW_PERFUSION = "low-perfusion"
    """The finger is cold: hardly a pulse wave."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """From (included) to (excluded), session seconds. Values None = as it comes.

    `spo2`: what the oximeter then shows, %; `hr`: what is added to the heart rate, 1/min.
    """

    kind: ArtefactKind
    from_s: float
    to_s: float
    spo2: float | None = None
    hr: float | None = None

    def holds(self, now: float) -> bool:
        return self.from_s <= now < self.to_s
