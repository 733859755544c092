"""Somebody out of the population, to sit in a simulated chair.

A body, an answer to the drug, a fear and an hour of their own, and all the errors of real
measurements; what is drawn is `population.py`'s.
"""

from __future__ import annotations

from devices.simulated.body.person import Person
from devices.simulated.population.population import Member, Surge, drawn
from devices.simulated.scenario.parts import LIFELIKE, Overlay, OverlayKind, Resting
from devices.simulated.scenario.scenario import Scenario
from monitor.plan import Plan
from monitor.vitals import VitalSign

DRAWN = "drawn"


def drawn_person(seed: int, number: int = 1, *, visit: int = 0, outliers: float = 0.0) -> Person:
    """Person `number` of the population of this seed on that day; see `population.drawn`."""
    return person_in(drawn(seed, number, visit=visit, outliers=outliers))


def person_in(member: Member) -> Person:
    resting = Resting(
        age=member.age,
        weight_kg=member.weight_kg,
        sbp=member.rest_sbp,
        dbp=member.rest_dbp,
        hr=member.rest_hr,
        spo2=member.rest_spo2,
        rr=member.rest_rr,
        hypertension=member.hypertension,
        beta_blocker=member.beta_blocker,
    )
    overlay = () if member.surge is None else _surging(member.surge)
    scenario = Scenario(
        f"{DRAWN} {member.name}",
        "Drawn patient",
        resting,
        Plan(0.5, member.weight_kg, 40.0),
        script=(),
        noise=LIFELIKE,
        overlay=overlay,
    )
    return Person(
        scenario,
        member.body,
        member.response,
        anticipation=member.anticipation,
        hour=member.hour,
        dip=member.dip,
    )


def _surging(surge: Surge) -> tuple[Overlay, ...]:
    risen = surge.at_min + surge.rise_min
    held = risen + surge.hold_min
    over = held + surge.fall_min

    def course(by: float) -> tuple[tuple[float, float], ...]:
        return (surge.at_min, 0.0), (risen, by), (held, by), (over, 0.0)

    return (
        Overlay(VitalSign.SBP, OverlayKind.OFFSET, course(surge.sbp)),
        Overlay(VitalSign.DBP, OverlayKind.OFFSET, course(surge.dbp)),
    )
