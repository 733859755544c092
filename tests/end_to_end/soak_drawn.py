"""What will happen in one whole session, drawn by its seed: who comes, what befalls, what is done.

Rule: everything that takes a value away is in the plan: nothing is lost by itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from devices.registry import DRIVERS
from devices.simulated.body.person import Person
from devices.simulated.population.drawn_person import drawn_person
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind, befalling, usual_fault
from devices.simulated.scenario.mishaps import (
    Apnoea,
    Desaturation,
    FastRhythm,
    Panic,
    PatientMishap,
    Surge,
    Vasovagal,
    overlays_of,
)
from devices.simulated.scenario.parts import CuffSetting, Overlay
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb
from ui.demo import SOURCE
from ui.scripted_crash import crashes

MISHAPS: tuple[PatientMishap, ...] = (
    Surge(60.0, 35.0, 20.0),
    Surge(-35.0, -20.0),
    Panic(),
    Desaturation(83.0),
    Desaturation(90.0, hold_s=120.0),
    Vasovagal(),
    Apnoea(),
    FastRhythm(),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What will happen; all moments are session seconds."""

    seed: int
    person: Person
    encrypted: bool
    waves: bool
    until_s: float

    @property
    def scenario(self) -> Scenario:
        return self.person.scenario

    @property
    def drivers(self) -> dict[str, str]:
        """By source, as `SimulatedChair` names them."""
        names = self.scenario.drivers
        return {SOURCE if not nth else f"{SOURCE}#{nth + 1}": one for nth, one in enumerate(names)}

    def faults(self, driver: str) -> tuple[Fault, ...]:
        return befalling(self.scenario.fault, driver)

    @property
    def away(self) -> tuple[tuple[float, float], ...]:
        return tuple(crashes(self.scenario))


def drawn(seed: int, minutes: tuple[float, float] = (6.0, 25.0)) -> Drawn:
    """The session of this seed; it lasts so many minutes, if nobody ends it sooner."""
    dice = Random(f"soak {seed}")
    until_s = round(60.0 * dice.uniform(*minutes), 1)
    person = drawn_person(seed, dice.randrange(1000), outliers=0.2)
    start_s = round(dice.uniform(40.0, 0.3 * until_s), 1)
    drivers = tuple(dice.sample(list(DRIVERS), 2 if dice.random() < 0.25 else 1))
    plan = replace(person.scenario.plan, minutes=max(2.0, round(until_s / 120.0)))
    scenario = replace(
        person.scenario,
        name=f"soak {seed}",
        plan=plan,
        drivers=drivers,
        start_s=start_s,
        flow=dice.random() < 0.5,
        # What comes by itself is in no plan: it is planned here.
        noise=replace(person.scenario.noise, spo2_dropouts=0.0, motions=0.0),
        cuff_unit=CuffSetting(retries=dice.random() < 0.3),
        overlay=(*person.scenario.overlay, *_mishaps(dice, start_s, until_s)),
        fault=tuple(_faults(dice, drivers, until_s)),
        artefact=tuple(_artefacts(dice, until_s)),
        script=tuple(sorted(_script(dice, start_s, until_s), key=lambda action: action.at_s)),
    )
    return Drawn(
        seed,
        replace(person, scenario=scenario),
        encrypted=dice.random() < 0.5,
        waves=dice.random() < 0.3,
        until_s=until_s,
    )


def _window(dice: Random, until_s: float, longest_s: float) -> tuple[float, float]:
    """Short ones are as likely as long ones."""
    from_s = round(dice.uniform(0.0, until_s), 1)
    return from_s, round(from_s + math.exp(dice.uniform(math.log(3.0), math.log(longest_s))), 1)


def _faults(dice: Random, drivers: Sequence[str], until_s: float) -> Iterable[Fault]:
    for _ in range(dice.choice([0, 1, 2, 3, 4, 6, 8])):
        kind = dice.choice(list(FaultKind))
        fault = usual_fault(kind, *_window(dice, until_s, 240.0))
        driver = dice.choice(["", *drivers])
        yield replace(_sized(dice, fault), driver=driver)


def _sized(dice: Random, fault: Fault) -> Fault:
    match fault.kind:
        case FaultKind.NOISE:
            return replace(fault, share=dice.choice([0.005, 0.02, 0.1, 0.5]))
        case FaultKind.HALF_FRAMES:
            return replace(fault, share=dice.choice([0.1, 0.5, 1.0]))
        case FaultKind.SLOW:
            return replace(fault, by_s=dice.choice([0.5, 2.0, 8.0]), share=dice.choice([0.0, 0.1]))
        case FaultKind.CLOCK_SKEW:
            return replace(fault, by_s=dice.choice([-420.0, 3600.0, 45.0]))
        case FaultKind.WRONG_BAUD:
            return replace(fault, baud=dice.choice([0, 0, 1200, 2400, 38400]))
        case _:
            return fault


def _artefacts(dice: Random, until_s: float) -> Iterable[Artefact]:
    for _ in range(dice.choice([0, 1, 2, 4])):
        kind = dice.choice(list(ArtefactKind))
        yield Artefact(kind, *_window(dice, until_s, 120.0))


def _mishaps(dice: Random, start_s: float, until_s: float) -> Iterable[Overlay]:
    for _ in range(dice.choice([0, 1, 1, 2])):
        minute = (dice.uniform(0.0, until_s) - start_s) / 60.0
        for one in overlays_of(dice.choice(MISHAPS)):
            points = tuple((minute + at, value) for at, value in one.points)
            yield replace(one, points=points)


def _script(dice: Random, start_s: float, until_s: float) -> Iterable[ScriptedAction]:
    """What is done in every session; somebody may do it before, or something else."""
    verb = ScriptVerb
    given_s = start_s + 0.5 * (until_s - start_s)
    at_s = sorted(dice.uniform(start_s, given_s) for _ in range(2))
    yield ScriptedAction(5.0, verb.SCREEN)
    yield ScriptedAction(0.4 * start_s, verb.BASELINE, sbp=124.0, dbp=76.0, value=72.0)
    reason = "seen, and agreed"
    signed = {"provider": "Provider 1", "reason": reason, "second": "Nurse 2"}
    yield ScriptedAction(0.9 * start_s, verb.SIGN, **signed)
    yield ScriptedAction(start_s, verb.START)
    if dice.random() < 0.5:
        yield ScriptedAction(at_s[0], verb.PAUSE)
        yield ScriptedAction(at_s[1], verb.RESUME, provider="Provider 1", reason=reason)
    if dice.random() < 0.15:
        away_s = dice.uniform(2.0, 60.0)
        yield ScriptedAction(dice.uniform(60.0, given_s), verb.CRASH, value=round(away_s, 1))
    yield ScriptedAction(given_s, verb.STOP)
    yield ScriptedAction(given_s + 30.0, verb.BEGIN_DISCHARGE)
    if dice.random() < 0.6:
        yield ScriptedAction(until_s - 5.0, verb.END, reason=reason, second="Nurse 2")
