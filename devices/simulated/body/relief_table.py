"""The drugs whose effect on a simulated patient is known, as data; `relief.py` says how they act.

Onset, peak and half-life of the effect in minutes: textbooks and product labels, rounded. Sizes at
the usual dose are proposed: `sbp`, `dbp`, `hr` are exponents (-0.12 lowers by 11 %), `rr` is
breaths/min and `spo2` %.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Minutes; `half_life_min` is that of the effect after its peak."""

    onset_min: float
    peak_min: float
    half_life_min: float


@dataclass(frozen=True, slots=True)
class Relief:
    """What `usual_mg` does at its peak."""

    usual_mg: float
    action: Action
    sbp: float = 0.0
    dbp: float = 0.0
    hr: float = 0.0
    rr: float = 0.0
    spo2: float = 0.0


AS_GIVEN = {
    "iv": "iv",
    "im": "im",
    "sc": "im",
    "po": "po",
    "sl": "sl",
    "inhaled": "inhaled",
}
"""Routes as the drug panel names them; under the skin counts as into a muscle."""

_BENZODIAZEPINE_IV = Action(1.0, 4.0, 25.0)

DRUGS: dict[str, dict[str, Relief]] = {
    # beta blockers
    "labetalol": {
        "iv": Relief(20.0, Action(1.0, 10.0, 120.0), sbp=-0.13, dbp=-0.14, hr=-0.082),
        "po": Relief(200.0, Action(30.0, 120.0, 300.0), sbp=-0.13, dbp=-0.14, hr=-0.082),
    },
    "metoprolol|beloc": {
        "iv": Relief(5.0, Action(1.0, 12.0, 150.0), sbp=-0.06, dbp=-0.04, hr=-0.13),
        "po": Relief(50.0, Action(30.0, 90.0, 240.0), sbp=-0.07, dbp=-0.05, hr=-0.13),
    },
    "esmolol": {
        "iv": Relief(40.0, Action(0.5, 2.0, 9.0), sbp=-0.07, dbp=-0.05, hr=-0.16),
    },
    "propranolol": {
        "po": Relief(20.0, Action(30.0, 90.0, 240.0), sbp=-0.05, dbp=-0.04, hr=-0.12),
        "iv": Relief(1.0, Action(1.0, 5.0, 120.0), sbp=-0.04, dbp=-0.03, hr=-0.12),
    },
    # against the sympathetic drive
    "clonidin": {
        "po": Relief(0.1, Action(30.0, 120.0, 300.0), sbp=-0.09, dbp=-0.09, hr=-0.06, rr=-0.3),
        "iv": Relief(0.1, Action(3.0, 15.0, 180.0), sbp=-0.10, dbp=-0.10, hr=-0.08, rr=-0.5),
        "im": Relief(0.1, Action(8.0, 30.0, 180.0), sbp=-0.10, dbp=-0.10, hr=-0.08, rr=-0.5),
    },
    "prazosin": {"po": Relief(2.0, Action(30.0, 120.0, 240.0), sbp=-0.08, dbp=-0.09, hr=0.05)},
    "urapidil|ebrantil": {
        "iv": Relief(12.5, Action(1.0, 5.0, 45.0), sbp=-0.11, dbp=-0.10, hr=0.02)
    },
    # vessels
    "hydralazin|dihydralazin": {
        "po": Relief(25.0, Action(20.0, 75.0, 180.0), sbp=-0.09, dbp=-0.12, hr=0.09),
        "iv": Relief(10.0, Action(7.0, 25.0, 150.0), sbp=-0.13, dbp=-0.16, hr=0.12),
        "im": Relief(10.0, Action(12.0, 45.0, 180.0), sbp=-0.11, dbp=-0.14, hr=0.10),
    },
    "nitroglycerin|glyceryl|glycerol|nitro": {
        "sl": Relief(0.4, Action(1.0, 4.0, 12.0), sbp=-0.13, dbp=-0.08, hr=0.08),
        "iv": Relief(0.1, Action(0.5, 2.0, 4.0), sbp=-0.13, dbp=-0.08, hr=0.08),
    },
    "diltiazem": {
        "po": Relief(30.0, Action(30.0, 120.0, 240.0), sbp=-0.06, dbp=-0.06, hr=-0.06),
        "iv": Relief(20.0, Action(2.0, 7.0, 120.0), sbp=-0.08, dbp=-0.08, hr=-0.14),
    },
    "nifedipin": {"po": Relief(10.0, Action(12.0, 35.0, 150.0), sbp=-0.13, dbp=-0.13, hr=0.08)},
    "nicardipin|clevidipin": {
        "iv": Relief(1.0, Action(1.0, 6.0, 25.0), sbp=-0.12, dbp=-0.11, hr=0.05)
    },
    "nitrendipin": {"sl": Relief(5.0, Action(5.0, 30.0, 180.0), sbp=-0.11, dbp=-0.11, hr=0.05)},
    "amlodipin": {"po": Relief(5.0, Action(90.0, 480.0, 2400.0), sbp=-0.05, dbp=-0.05)},
    "captopril": {
        "po": Relief(25.0, Action(15.0, 60.0, 240.0), sbp=-0.10, dbp=-0.09),
        "sl": Relief(25.0, Action(8.0, 45.0, 180.0), sbp=-0.10, dbp=-0.09),
    },
    "enalaprilat": {"iv": Relief(1.25, Action(15.0, 60.0, 240.0), sbp=-0.09, dbp=-0.09)},
    # the other way
    "atropin": {"iv": Relief(0.5, Action(0.5, 3.0, 30.0), sbp=0.02, dbp=0.02, hr=0.25)},
    "glycopyrr": {"iv": Relief(0.2, Action(1.0, 4.0, 60.0), hr=0.15)},
    "ephedrin": {"iv": Relief(5.0, Action(0.5, 4.0, 25.0), sbp=0.12, dbp=0.08, hr=0.08)},
    "phenylephrin": {"iv": Relief(0.1, Action(0.3, 1.5, 6.0), sbp=0.15, dbp=0.13, hr=-0.10)},
    # sedatives
    "midazolam|dormicum": {
        "iv": Relief(2.0, _BENZODIAZEPINE_IV, sbp=-0.05, dbp=-0.05, hr=0.01, rr=-2.0, spo2=-0.8),
        "im": Relief(5.0, Action(5.0, 25.0, 60.0), sbp=-0.05, dbp=-0.05, rr=-2.0, spo2=-0.8),
    },
    "lorazepam|tavor|ativan": {
        "po": Relief(1.0, Action(20.0, 100.0, 400.0), sbp=-0.03, dbp=-0.03, hr=-0.02, rr=-1.0),
        "sl": Relief(1.0, Action(10.0, 60.0, 400.0), sbp=-0.03, dbp=-0.03, hr=-0.02, rr=-1.0),
        "iv": Relief(1.0, Action(2.0, 15.0, 240.0), sbp=-0.05, dbp=-0.05, rr=-2.0, spo2=-0.8),
    },
    "diazepam|valium": {
        "iv": Relief(5.0, Action(1.0, 5.0, 40.0), sbp=-0.05, dbp=-0.05, rr=-2.0, spo2=-0.8),
        "po": Relief(5.0, Action(15.0, 60.0, 300.0), sbp=-0.03, dbp=-0.03, rr=-1.0),
    },
}
"""Beginnings of a drug's names, then its routes, the usual one first."""
