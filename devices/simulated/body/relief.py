"""What another drug does to a simulated patient: how soon, how much, and how it wears off.

Rule 1: pure arithmetic. A dose acts from its onset to its peak, then fades by its half-life; doses
        add up, also of different drugs.
Rule 2: effects on pressures and heart rate are relative (a high pressure falls by more mmHg),
        those on breathing and SpO2 are added. Twice the dose is twice the exponent: four times
        what lowers by 12 % lowers by 40 %.
Rule 3: a drug that nobody knows here does nothing, and so does one against nausea.
Rule 4: it describes what was recorded, for practice. It is no advice about any dose.

Onset, peak and duration are those of textbooks and product labels, rounded; sizes are proposed for
somebody whose pressure ketamine has raised. Labetalol: 100 mg within minutes bring 168/102 to
88/50 and 83/min to 55.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from devices.simulated.body.relief_table import AS_GIVEN, DRUGS, Action, Relief

_UNIT_MG = {"mg": 1.0, "mcg": 0.001, "µg": 0.001, "\u03bcg": 0.001, "g": 1000.0}
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?")
_STRONGEST = 8.0
"""No dose acts more than this many usual ones."""


@dataclass(frozen=True, slots=True)
class Change:
    """Factors of SBP, DBP and heart rate; breaths/min and % that are added."""

    sbp: float = 1.0
    dbp: float = 1.0
    hr: float = 1.0
    rr: float = 0.0
    spo2: float = 0.0


NO_CHANGE = Change()


@dataclass(frozen=True, slots=True)
class _Given:
    relief: Relief
    doses: float
    """How many usual ones."""
    at_s: float

    def strength(self, now_s: float) -> float:
        """Usual doses that act now."""
        return self.doses * share(self.relief.action, (now_s - self.at_s) / 60.0)


def share(action: Action, minutes: float) -> float:
    """How much of a dose acts so long after it was given, 0 to 1."""
    if minutes <= action.onset_min:
        return 0.0
    if minutes >= action.peak_min:
        return math.pow(0.5, (minutes - action.peak_min) / action.half_life_min)
    risen = (minutes - action.onset_min) / (action.peak_min - action.onset_min)
    return risen * risen * (3.0 - 2.0 * risen)


def relief_of(drug: str, route: str) -> Relief | None:
    """Of a recorded name, however it is written; None = it does nothing that is measured here.

    A route that is not usual for the drug, or not said, counts as its first one.
    """
    name = drug.strip().casefold()
    known = next((ways for words, ways in DRUGS.items() if _names(words, name)), None)
    if known is None:
        return None
    wanted = AS_GIVEN.get(route.strip().casefold(), "")
    return known.get(wanted) or next(iter(known.values()))


def _names(words: str, name: str) -> bool:
    """`words` are the beginnings of its names, so that salts and trade forms are found."""
    return any(name.startswith(word) for word in words.split("|"))


def milligrams(dose: str, unit: str) -> float | None:
    """None = not said, or in a unit that says nothing without knowing the ampoule."""
    number = number_in(dose)
    factor = _UNIT_MG.get(unit.strip().casefold())
    return None if number is None or factor is None else number * factor


def number_in(text: str) -> float | None:
    """The number in what somebody wrote; None = there is none."""
    found = _NUMBER.search(text)
    return None if found is None else float(found.group().replace(",", "."))


class Reliefs:
    """Everything of that kind that one patient got. Moments are session seconds."""

    def __init__(self) -> None:
        self._given: list[_Given] = []

    def give(self, drug: str, dose: str, unit: str, route: str, at_s: float) -> None:
        """Without an amount it is the usual dose."""
        relief = relief_of(drug, route)
        if relief is None:
            return
        mg = milligrams(dose, unit)
        doses = 1.0 if mg is None else min(mg / relief.usual_mg, _STRONGEST)
        self._given.append(_Given(relief, doses, at_s))

    def at(self, now_s: float) -> Change:
        """What all of it does now."""
        if not self._given:
            return NO_CHANGE
        sbp = dbp = hr = rr = spo2 = 0.0
        for given in self._given:
            strength, does = given.strength(now_s), given.relief
            sbp += strength * does.sbp
            dbp += strength * does.dbp
            hr += strength * does.hr
            rr += strength * does.rr
            spo2 += strength * does.spo2
        return Change(math.exp(sbp), math.exp(dbp), math.exp(hr), rr, spo2)
