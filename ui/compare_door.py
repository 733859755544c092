"""What a window asks about many sessions at once: those of one patient, and those of some days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from data.overlays import Overlay
    from data.period import Period


class CompareDoor(Protocol):
    """Part of a `Backend`."""

    def overlay(self, patient_id: str, *, simulated: bool = False, about: str = "") -> Overlay:
        """The newest sessions of this patient to compare, and the session `about`.

        Either the simulated ones or the real. Raises `Refusal`.
        """
        ...

    def period(self, first: date, last: date) -> Period:
        """All sessions of these days as figures of the clinic. Raises `Refusal`."""
        ...

    def take_period(self, first: date, last: date, path: str) -> None:
        """Write the table of these days as CSV: whole, or not at all. Raises `Refusal`."""
        ...
