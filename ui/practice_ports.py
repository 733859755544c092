"""The ports of a practice room: each is a virtual monitor beside a simulated patient.

    sim:dinamap                       a DINAMAP beside a calm patient
    sim:dinamap#2                     another one
    sim:ivy-450c?scenario=S5&seed=3   the patient of a scenario, without its nurse
    sim:dinamap?patient=drawn&seed=5  somebody out of the population, with every error of measuring
    sim:dinamap?way=skin              a dose by hand goes under the skin (tongue: under the tongue)
    sim:omron-hbp9030?every=0         its cuff has no cycle of its own
    sim:dinamap?sbp=131&dbp=81&hr=71&spo2=97    it shows exactly these, and nothing else

Of several monitors of one chair the first one says who the patient is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from devices.simulated.body.absorption import Way
from devices.simulated.body.person import Person, person_of, weighing
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.population.drawn_person import DRAWN, drawn_person
from devices.simulated.scenario.mishaps import Likeness
from devices.simulated.scenario.scenario import Scenario, UnknownScenario, scenario_named
from devices.simulated.sensors.practice_patient import CALM, calm_patient
from devices.simulated.sensors.practice_sensors import USUAL_EVERY_S
from ui.requests import PortChoice, WrongEntry
from ui.words import say

SIM = "sim:"
_LIKE = ("sbp", "dbp", "hr", "spo2")
_OPTIONS = ("scenario", "seed", "every", *_LIKE, "patient", "way")
_PATIENTS = (CALM, DRAWN)


@dataclass(frozen=True, slots=True)
class SimulatedPort:
    """`scenario` empty = a calm patient; `seed` None = the room's own for this chair.

    `every_s` is the cycle of the cuff, 0 = none; `likeness` None = what is really measured;
    `drawn`: somebody out of the population; `way` None = the commoner one of each route.
    """

    url: str
    monitor: str
    nth: int = 1
    scenario: str = ""
    seed: int | None = None
    every_s: float = USUAL_EVERY_S
    likeness: Likeness | None = None
    drawn: bool = False
    way: Way | None = None

    @property
    def place(self) -> tuple[str, int]:
        """Which monitor of the room it is, whoever sits beside it."""
        return self.monitor, self.nth

    def patient(self, seed: int) -> Scenario:
        return (
            without_nurse(scenario_named(self.scenario)) if self.scenario else calm_patient(seed)
        )

    def who(self, seed: int, weight_kg: float | None = None) -> Person:
        """`weight_kg` None = as much as the patient weighs."""
        if self.drawn:
            return drawn_person(seed).weighing(weight_kg)
        return person_of(weighing(self.patient(seed), weight_kg))


def without_nurse(scenario: Scenario) -> Scenario:
    """The same patient; nobody presses START on the monitor between the beats of its cycle.

    Where a lesson gives a drug, the cuff tells what comes of it, and not what the file says.
    """
    kept = [cuff for cuff in scenario.cuff if _of_cycle(cuff.at_s - scenario.start_s)]
    if scenario.lesson is not None and any(cue.given for cue in scenario.lesson.cue):
        kept = [replace(cuff, sbp=None, dbp=None, pulse=None) for cuff in kept]
    return replace(scenario, cuff=tuple(kept))


def _of_cycle(at_s: float) -> bool:
    return min(at_s % USUAL_EVERY_S, -at_s % USUAL_EVERY_S) < 1.0


def simulated_port(url: str) -> SimulatedPort:
    """Raises `WrongEntry` naming what is wrong with it."""
    head, _, query = url.partition("?")
    name, _, nth = head.removeprefix(SIM).partition("#")
    if not head.startswith(SIM) or name not in VIRTUAL_MONITORS:
        raise WrongEntry(say("practice-no-port", url, ", ".join(VIRTUAL_MONITORS)))
    options = dict(parse_qsl(query, keep_blank_values=True))
    for key, value in options.items():
        if key not in _OPTIONS:
            raise WrongEntry(say("practice-wrong-option", url, key, value, ", ".join(_OPTIONS)))
    scenario = options.pop("scenario", "")
    drawn = _one_of(_PATIENTS, url, "patient", options.pop("patient", CALM)) == DRAWN
    if drawn and scenario:
        raise WrongEntry(say("practice-wrong-option", url, "patient", DRAWN, "scenario"))
    way = options.pop("way", None)
    numbers = {key: _number(url, key, value) for key, value in options.items()}
    return SimulatedPort(
        url,
        name,
        _number(url, "#", nth) if nth else 1,
        _known(scenario),
        numbers.get("seed"),
        numbers.get("every", USUAL_EVERY_S / 60.0) * 60.0,
        _likeness(numbers),
        drawn,
        None if way is None else Way(_one_of(tuple(Way), url, "way", way)),
    )


def _one_of(known: Sequence[str], url: str, key: str, value: str) -> str:
    if value not in known:
        raise WrongEntry(say("practice-wrong-option", url, key, value, ", ".join(known)))
    return value


def _number(url: str, key: str, text: str) -> int:
    if not text.isdecimal():
        raise WrongEntry(say("practice-wrong-number", url, key, repr(text)))
    return int(text)


def _known(scenario: str) -> str:
    if scenario:
        try:
            return scenario_named(scenario).name
        except UnknownScenario as error:
            raise WrongEntry(str(error)) from error
    return ""


def _likeness(numbers: dict[str, int]) -> Likeness | None:
    """Given in part, the rest is that of a healthy adult."""
    if not any(key in numbers for key in _LIKE):
        return None
    usual = Likeness(120, 75, 70, 98)
    return Likeness(*(numbers.get(key, getattr(usual, key)) for key in _LIKE))


def port_choices(used: Iterable[SimulatedPort]) -> list[PortChoice]:
    """One of each kind that nobody uses."""
    taken = {port.place for port in used}
    return [_choice(name, taken) for name in VIRTUAL_MONITORS]


def _choice(name: str, taken: set[tuple[str, int]]) -> PortChoice:
    nth = next(nth for nth in range(1, len(taken) + 2) if (name, nth) not in taken)
    url = f"{SIM}{name}" if nth == 1 else f"{SIM}{name}#{nth}"
    return PortChoice(url, url, ((say("port-product"), say("practice-port")),))
