"""Virtual monitors by the name of the driver that understands them.

Rule 1: a virtual monitor does no I/O: bytes and the moment go in, bytes come out. `now` is
        simulated seconds since it was switched on, and never goes back.
Rule 2: it builds its bytes from the description of the protocol, and uses nothing of a driver;
        otherwise the two would agree about a mistake.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from devices.errors import UnknownDriver
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_and_tm2657 import VirtualAndTm2657
from devices.simulated.monitors.virtual_contec_cms50 import VirtualContecCms50
from devices.simulated.monitors.virtual_dinamap import VirtualDinamap
from devices.simulated.monitors.virtual_ge_dash import VirtualGeDash
from devices.simulated.monitors.virtual_ge_s5 import VirtualGeS5
from devices.simulated.monitors.virtual_intellivue import VirtualIntelliVue
from devices.simulated.monitors.virtual_ivy import VirtualIvy450C
from devices.simulated.monitors.virtual_masimo import VirtualMasimo
from devices.simulated.monitors.virtual_nellcor import VirtualNellcor
from devices.simulated.monitors.virtual_nonin import nonin_df2, nonin_df7
from devices.simulated.monitors.virtual_omron import VirtualOmron
from devices.simulated.monitors.virtual_par import VirtualPar
from devices.simulated.monitors.virtual_pm6750 import VirtualPM6750
from devices.simulated.monitors.virtual_suntech import VirtualSunTech
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import Measuring


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


@runtime_checkable
class Attended(Protocol):
    """A monitor beside which somebody presses START when its port is opened."""

    def attended(self, now: float) -> None: ...


VIRTUAL_MONITORS: dict[str, Callable[[Measuring], VirtualMonitor]] = {
    "ivy-450c": VirtualIvy450C,
    "dinamap": VirtualDinamap,
    "philips-intellivue": VirtualIntelliVue,
    "ge-s5": VirtualGeS5,
    "par-nibp2010": VirtualPar,
    "berry-pm6750": VirtualPM6750,
    "suntech-oem": VirtualSunTech,
    "ge-dash": VirtualGeDash,
    "nonin-df2": nonin_df2,
    "nonin-df7": nonin_df7,
    "contec-cms50": VirtualContecCms50,
    "omron-hbp9030": VirtualOmron,
    "and-tm2657": VirtualAndTm2657,
    "masimo-ascii": VirtualMasimo,
    "nellcor-n560": VirtualNellcor,
}


def maker_named(driver_name: str) -> Callable[[Measuring], VirtualMonitor]:
    """Raises `UnknownDriver` with the list and the nearest spelling."""
    make = VIRTUAL_MONITORS.get(driver_name)
    if make is None:
        near = difflib.get_close_matches(driver_name, VIRTUAL_MONITORS, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        listed = ", ".join(sorted(VIRTUAL_MONITORS))
        raise UnknownDriver(
            f"There is no virtual monitor for {driver_name!r}.{hint} There are: {listed}."
        )
    return make


def virtual_monitor(driver_name: str, patient: SimulatedPatient) -> VirtualMonitor:
    """Switch a monitor on beside this patient. Raises as `maker_named`."""
    return maker_named(driver_name)(Sensors(patient))
