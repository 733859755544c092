"""The drug in one simulated patient, whatever way it came: pump, syringe, spray or tablet.

Rule 1: what was given within a second flows evenly in that second, so that neither the moment of
        a press nor the number of looks changes anything but the amount.
Rule 2: all of it acts together: concentrations as multiples of their EC50 are added up. What came
        out of the nose as esketamine fades faster than its level.
"""

from __future__ import annotations

from devices.simulated.body import esketamine
from devices.simulated.body.absorption import ESKETAMINE_POTENCY, Depots, Way
from devices.simulated.body.esketamine import NasalEsketamine
from devices.simulated.body.pharmacology import (
    EC50_NG_PER_ML,
    Compartments,
    DrugInBody,
    Response,
    occupancy_of,
)
from devices.simulated.body.pump import SyringePump
from monitor.plan import Drug

_NASAL_EC50_SHARE = esketamine.EC50_NG_PER_ML / EC50_NG_PER_ML
"""One patient is as sensitive to the one as to the other."""


class DrugCourse:
    """Moments are session seconds that never go back."""

    def __init__(self, body: Compartments, response: Response, age: float) -> None:
        self.pump = SyringePump()
        self.drug = Drug.KETAMINE
        """What is in the pump and the syringes."""
        self.by_hand_mg = 0.0
        self._body = DrugInBody(body, response.ke0_per_min)
        self._response = response
        self._age = age
        self._depots = Depots()
        self._nasal: NasalEsketamine | None = None
        self._pumped_mg = 0.0
        self._second = 0.0

    @property
    def plasma_ng_per_ml(self) -> float:
        """Racemic ketamine; without what came out of the nose as esketamine."""
        return self._body.plasma_ng_per_ml

    @property
    def effect(self) -> float:
        """The share of the full effect, 0 to 1, now."""
        ec50 = self._response.ec50_ng_per_ml
        drive = self._body.effect_ng_per_ml / ec50
        if self._nasal is None:
            return occupancy_of(drive)
        nasal = self._nasal.effect_ng_per_ml / (ec50 * _NASAL_EC50_SHARE)
        if nasal <= 0.0:
            return occupancy_of(drive)
        whole = drive + nasal
        return occupancy_of(whole) * (drive + nasal * self._nasal.fading) / whole

    def give(self, mg: float, way: Way, now: float) -> None:
        """A dose by hand, within the second that goes on."""
        self.by_hand_mg += mg
        if way is Way.NOSE and self.drug is Drug.ESKETAMINE:
            if self._nasal is None:
                ke0 = self._response.ke0_per_min
                self._nasal = NasalEsketamine(self._second, self._age, ke0)
            self._nasal.spray(mg, now)
        else:
            self._depots.give(mg * self._potency, way, now)

    def go_on(self, to_s: float) -> None:
        """One second more."""
        self.pump.advance(to_s)
        pumped, self._pumped_mg = self.pump.given_mg - self._pumped_mg, self.pump.given_mg
        rate = pumped * self._potency / (to_s - self._second) * 60.0
        if self._depots:
            rate += self._depots.mg_per_min(self._second, to_s)
        self._body.set_rate(rate, self._second)
        self._body.advance(to_s)
        if self._nasal is not None:
            self._nasal.advance(to_s)
        self._second = to_s

    @property
    def _potency(self) -> float:
        return ESKETAMINE_POTENCY if self.drug is Drug.ESKETAMINE else 1.0
