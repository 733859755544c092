"""Trying out a simulated monitor before a session: what its virtual line really carries.

Rule 1: a trial has a monitor and a patient of its own, switched on for it: what is found out here
        is not known to the session that begins later.
Rule 2: a test hears as much as virtual time went by; a search takes none.
Rule 3: a virtual line runs at the speed that its driver wants, whatever baud was chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from devices.capture import CaptureSink, Direction
from devices.probe import SAMPLE_BYTES, Finding, Overheard
from devices.probe_evidence import Account, account, best
from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.sensors.practice_patient import PracticePatient
from devices.simulated.wire.stepped_link import SteppedLink
from ui.connection_test import Overhearing
from ui.evidence import evidence
from ui.practice_chair import sensors_at
from ui.practice_ports import SimulatedPort
from ui.requests import DeviceCheck, SearchState

SEARCH_S = 15.0
"""So much virtual time each driver has to understand, or to be answered."""


def _link(port: SimulatedPort, driver: Driver, sink: CaptureSink | None = None) -> SteppedLink:
    patient = PracticePatient(port.who(port.seed or 0), port.seed or 0)
    monitor = VIRTUAL_MONITORS[port.monitor](sensors_at(port, patient))
    return SteppedLink(driver, monitor, None, sink)


class PracticeTest:
    """A `DeviceTest`; `clock` is virtual seconds."""

    def __init__(self, port: SimulatedPort, driver: Driver, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began_s = clock()
        self._overhearing = Overhearing(driver)
        self._link = _link(port, driver)

    def check(self) -> DeviceCheck:
        now = self._clock() - self._began_s
        self._overhearing.hear(now, self._link.advance(now))
        return self._overhearing.check(self._link.stats)

    def stop(self) -> None:
        """Nothing runs."""


@dataclass(slots=True)
class _Wire:
    """What one driver's try put on the wire; a `CaptureSink`."""

    heard: bytearray = field(default_factory=bytearray)
    sent: list[bytes] = field(default_factory=list)

    def put(self, _at: float, direction: Direction, data: bytes) -> None:
        if direction is Direction.RX:
            self.heard += data
        else:
            self.sent.append(data)


class PracticeSearch:
    """A `DeviceSearch`: every driver that is known is tried on a line of its own."""

    def __init__(self, port: SimulatedPort) -> None:
        wires = {name: _tried(port, DRIVERS[name]) for name in DRIVERS}
        understood = best([_account(DRIVERS[name], wire) for name, wire in wires.items()])
        finding = _finding(port, understood, wires)
        told, proposed = evidence(finding), finding.proposed
        baud = None if finding.line is None else finding.line.baud
        self._state = SearchState(1.0, "", proposed, told, over=True, baud=baud)

    def state(self) -> SearchState:
        return self._state

    def stop(self) -> None:
        """Nothing runs."""


class FailedSearch:
    """One that could not begin, because of `trouble`."""

    def __init__(self, url: str, trouble: str) -> None:
        self._state = SearchState(1.0, url, None, "", over=True, trouble=trouble)

    def state(self) -> SearchState:
        return self._state

    def stop(self) -> None:
        """Nothing runs."""


def _tried(port: SimulatedPort, driver: Driver) -> _Wire:
    wire = _Wire()
    _link(port, driver, wire).advance(SEARCH_S)
    return wire


def _account(driver: Driver, wire: _Wire) -> Account:
    return account(driver, bytes(wire.heard), wire.sent)


def _finding(
    port: SimulatedPort, understood: tuple[Account, ...], wires: dict[str, _Wire]
) -> Finding:
    if understood:
        driver = understood[0].driver
        heard, line = wires[driver.name].heard, driver.line
    else:
        heard, line = max((wire.heard for wire in wires.values()), key=len), None
    lines = () if line is None else (line,)
    overheard = Overheard(lines, len(heard), bytes(heard[:SAMPLE_BYTES]))
    return Finding(port.url, understood, line, (overheard,), echo=False)
