"""What every virtual monitor puts on the wire in some minutes, as one number each.

    python every_monitors_bytes.py SEED

The patient is one of the population, so that everything that is drawn by chance takes part, and
the line has its faults. What the driver says to the monitor counts, too.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field

from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, VirtualMonitor
from devices.simulated.population.drawn_person import drawn_person
from devices.simulated.scenario.faults import fault_from
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import line_to
from devices.simulated.wire.stepped_link import SteppedLink

UNTIL_S = 240.0
INFUSED = ((60.0, 2.0),)
"""So early and so much that the drug acts within the time."""
FAULTS = tuple(map(fault_from, ("noise:70-90:0.1", "half-frames:110-130:0.5", "stuck:150-160")))


@dataclass(slots=True)
class Tapped:
    """A monitor whose line is listened to, both ways."""

    monitor: VirtualMonitor
    heard: hashlib._Hash = field(default_factory=hashlib.sha256)

    def receive(self, data: bytes, now: float) -> None:
        self.heard.update(f"< {now!r} ".encode() + data)
        self.monitor.receive(data, now)

    def due(self, now: float) -> bytes:
        said = self.monitor.due(now)
        self.heard.update(f"> {now!r} ".encode() + said)
        return said

    def wake_at(self) -> float:
        return self.monitor.wake_at()


def bytes_of(name: str, seed: int) -> str:
    patient = SimulatedPatient(drawn_person(seed, 2, outliers=1.0), seed, INFUSED)
    line = line_to(name, Sensors(patient), DRIVERS[name].line, FAULTS, str(seed))
    tapped = Tapped(line)
    link = SteppedLink(DRIVERS[name], tapped)
    while (at := link.wake_at()) <= UNTIL_S:
        for _heard in link.advance(at):
            pass
    return tapped.heard.hexdigest()


if __name__ == "__main__":
    for driver in VIRTUAL_MONITORS:
        sys.stdout.write(f"{driver} {bytes_of(driver, int(sys.argv[1]))}\n")
