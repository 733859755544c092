"""The ledger of the drug: what was taken from vials, what was thrown away before a witness.

Rule 1: what was given, wasted and drawn must add up; what is left over is `unaccounted`, which a
        person has to explain. A negative one says that a vial was not entered.
Rule 2: nobody is her own witness, and nobody is one without a name.
Rule 3: the core knows no date. Whether a vial is out of date is looked at by the screen, before
        the vial is entered.
"""

from __future__ import annotations

import math

from monitor.outcomes import Refused
from monitor.treatment.commands import UNCLAIMED, DrawDrug, WasteDrug
from monitor.treatment.view import VialView

MOST_MG = 10_000.0


def same_person(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


class Vials:
    """Moments are session seconds, masses mg."""

    def __init__(self) -> None:
        self._lines: list[VialView] = []

    def draw(self, event: DrawDrug, now: float) -> Refused | None:
        """None = it is in the ledger."""
        if not _a_mass(event.mg):
            return Refused("draw-drug", "drug-mass-impossible", (f"{event.mg:g}",))
        line = VialView(now, event.mg, event.lot, event.vial, event.expiry, event.by)
        self._lines.append(line)
        return None

    def waste(self, event: WasteDrug, now: float) -> Refused | None:
        """None = it is in the ledger."""
        if not _a_mass(event.mg):
            return Refused("waste-drug", "drug-mass-impossible", (f"{event.mg:g}",))
        if not event.witness.strip() or same_person(event.witness, UNCLAIMED):
            return Refused("waste-drug", "waste-no-witness")
        if same_person(event.witness, event.by):
            return Refused("waste-drug", "waste-own-witness", (event.by,))
        line = VialView(now, event.mg, event.lot, event.vial, "", event.by, True, event.witness)
        self._lines.append(line)
        return None

    @property
    def lines(self) -> tuple[VialView, ...]:
        return tuple(self._lines)

    @property
    def drawn_mg(self) -> float:
        return math.fsum(line.mg for line in self._lines if not line.wasted)

    @property
    def wasted_mg(self) -> float:
        return math.fsum(line.mg for line in self._lines if line.wasted)

    def unaccounted_mg(self, given_mg: float | None) -> float | None:
        """To 0.01 mg; None when nothing was drawn, or nobody knows what was given."""
        drawn = self.drawn_mg
        if not drawn or given_mg is None:
            return None
        return round(drawn - given_mg - self.wasted_mg, 2) + 0.0


def _a_mass(mg: float) -> bool:
    return 0.0 < mg <= MOST_MG
