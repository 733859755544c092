"""What the monitors of a chair have, so that it is known what can befall them. No Qt.

Rule: a virtual monitor is asked itself whether it tells the time or its battery; what hangs on the
      patient is told by the signs that its driver reads.
"""

from __future__ import annotations

from collections.abc import Iterable

from devices.registry import driver_named
from devices.simulated.monitors.catalogue import maker_named
from devices.simulated.monitors.device_clock import TellsBattery, TellsTime
from devices.simulated.sensors.practice_patient import PracticePatient
from monitor.vitals import VitalSign
from ui.instructor.triggers import Needs, Trigger
from ui.practice_chair import sensors_at
from ui.practice_ports import SimulatedPort

_SHOWS: dict[Needs, VitalSign] = {
    Needs.CUFF: VitalSign.SBP,
    Needs.PROBE: VitalSign.SPO2,
    Needs.ELECTRODES: VitalSign.HR,
}


def reach_of(ports: Iterable[SimulatedPort], patient: PracticePatient) -> frozenset[Needs]:
    """What at least one of these monitors has."""
    return frozenset(one for port in ports for one in _of_port(port, patient))


def _of_port(port: SimulatedPort, patient: PracticePatient) -> Iterable[Needs]:
    signs = driver_named(port.monitor).signs
    yield from (needs for needs, sign in _SHOWS.items() if sign in signs)
    monitor = maker_named(port.monitor)(sensors_at(port, patient))
    if isinstance(monitor, TellsTime):
        yield Needs.CLOCK
    if isinstance(monitor, TellsBattery):
        yield Needs.BATTERY


def lacking(trigger: Trigger, reach: frozenset[Needs]) -> Needs | None:
    """Why it would befall nobody here; None = it can be let happen."""
    return None if trigger.needs in reach else trigger.needs
