"""Virtual monitors by the name of the driver that understands them.

Rule 1: a virtual monitor does no I/O: bytes and the moment go in, bytes come out. `now` is
        simulated seconds since it was switched on, and never goes back.
Rule 2: it builds its bytes from the description of the protocol, and uses nothing of a driver;
        otherwise the two would agree about a mistake.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Protocol

from devices.errors import UnknownDriver
from devices.simulated.measurement import Sensors
from devices.simulated.patient import SimulatedPatient
from devices.simulated.scenario_parts import Window
from devices.simulated.virtual_dinamap import VirtualDinamap
from devices.simulated.virtual_ivy import VirtualIvy450C


class VirtualMonitor(Protocol):
    def receive(self, data: bytes, now: float) -> None:
        """Bytes that the host sent have arrived."""
        ...

    def due(self, now: float) -> bytes:
        """Bytes to put on the wire now; may be empty."""
        ...

    def wake_at(self) -> float:
        """When `due` next has something; infinity when only the host can change that."""
        ...


class LooseCable:
    """A monitor whose cable is out in these windows: nothing passes, and it goes on measuring."""

    def __init__(self, monitor: VirtualMonitor, unplugged: Iterable[Window]) -> None:
        self._monitor = monitor
        self._unplugged = tuple(unplugged)

    def receive(self, data: bytes, now: float) -> None:
        if not self._out(now):
            self._monitor.receive(data, now)

    def due(self, now: float) -> bytes:
        said = self._monitor.due(now)
        return b"" if self._out(now) else said

    def wake_at(self) -> float:
        return self._monitor.wake_at()

    def _out(self, now: float) -> bool:
        return any(window.holds(now) for window in self._unplugged)


VIRTUAL_MONITORS: dict[str, Callable[[Sensors], VirtualMonitor]] = {
    "ivy-450c": VirtualIvy450C,
    "dinamap": VirtualDinamap,
}


def virtual_monitor(driver_name: str, patient: SimulatedPatient) -> VirtualMonitor:
    """Switch a monitor on beside this patient.

    Raises `UnknownDriver` with the list and the nearest spelling.
    """
    make = VIRTUAL_MONITORS.get(driver_name)
    if make is None:
        near = difflib.get_close_matches(driver_name, VIRTUAL_MONITORS, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        listed = ", ".join(sorted(VIRTUAL_MONITORS))
        raise UnknownDriver(
            f"There is no virtual monitor for {driver_name!r}.{hint} There are: {listed}."
        )
    return make(Sensors(patient))
