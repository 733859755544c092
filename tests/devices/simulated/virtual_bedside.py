"""A virtual monitor beside a simulated patient, its cable and the driver, all in memory.

What the tests of many monitors need: the sensors of a scenario's patient, what a driver hears of
them and when, and the same numbers as those sensors display them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VirtualMonitor, virtual_monitor
from devices.simulated.scenario.faults import Fault
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import CuffValues, Shown
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, Numerics
from monitor.vitals import VitalSign

S1 = scenario_named("S1")
Said = TypeVar("Said", bound=Heard)


def patient(scenario: Scenario = S1, seed: int = 1) -> SimulatedPatient:
    return SimulatedPatient(scenario, seed, scenario.rates)


def sensors(scenario: Scenario = S1, seed: int = 1) -> Sensors:
    return Sensors(patient(scenario, seed))


def listened(link: SteppedLink, until_s: float) -> list[tuple[float, Heard]]:
    """What the driver says until then, and when."""
    heard: list[tuple[float, Heard]] = []
    while (at := link.wake_at()) <= until_s:
        heard += [(at, what) for what in link.advance(at)]
    return heard


def understood(
    monitor: VirtualMonitor, driver: Driver, until_s: float, faults: Iterable[Fault] = ()
) -> list[tuple[float, Heard]]:
    """As `listened`, over a line with these faults; there was nothing the driver did not know."""
    link = SteppedLink(driver, FaultyLine(monitor, driver.line, faults))
    heard = listened(link, until_s)
    assert link.stats.errors == 0
    return heard


def heard_of(name: str, scenario: Scenario, until_s: float) -> list[tuple[float, Heard]]:
    """As `understood`, of the monitor of this name, with the faults of the scenario."""
    monitor = virtual_monitor(name, patient(scenario))
    return understood(monitor, DRIVERS[name], until_s, scenario.fault)


def of(heard: Iterable[tuple[float, Heard]], kind: type[Said]) -> list[Said]:
    return [what for _, what in heard if isinstance(what, kind)]


def values_of(numerics: Numerics) -> dict[VitalSign, float]:
    return {reading.sign: reading.value for reading in numerics.readings}


def displayed(shown: Shown, signs: Iterable[VitalSign]) -> dict[VitalSign, float | None]:
    """What the sensors show of these signs; None where they have no number."""
    values: dict[VitalSign, float | None] = {
        VitalSign.HR: shown.hr,
        VitalSign.RR: shown.rr,
        VitalSign.SPO2: shown.spo2,
        VitalSign.PULSE: shown.pulse,
        VitalSign.PERFUSION: round(shown.truth.perfusion, 2),
    }
    return {sign: values[sign] for sign in signs}


def each_second(measured: Sensors, until_s: int) -> list[Shown]:
    """From the beginning on, `until_s` not among them."""
    return [measured.at(float(second)) for second in range(until_s)]


def cuff_results(shown: Iterable[Shown]) -> list[CuffValues]:
    """Each result once, in the order of their ends."""
    found = {one.cuff.last.ended_s: one.cuff.last for one in shown if one.cuff.last is not None}
    return list(found.values())


def results_shown(scenario: Scenario, until_s: int) -> list[CuffValues]:
    """Those that the sensors of its patient display before `until_s`."""
    return cuff_results(each_second(sensors(scenario), until_s))
