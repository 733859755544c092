"""One chair of a practice room: a patient, its virtual monitors, and the real judging and record.

Rule 1: bytes, drivers, link watch, core, store and capture are those of a real session.
Rule 2: nobody acts by himself: what the patient gets is what was entered at this chair.
Rule 3: moments here are session seconds; the room keeps the common clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from data.capture_file import CaptureWriter
from devices.capture import Direction
from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.faults import befalling
from devices.simulated.scenario.mishaps import (
    CableMishap,
    Likeness,
    Mishap,
    PatientMishap,
    Subsides,
)
from devices.simulated.sensors.practice_patient import PracticePatient
from devices.simulated.sensors.practice_sensors import PracticeSensors
from devices.simulated.sensors.shown import Shown
from devices.simulated.wire.faulty_line import FaultyLine, line_to
from devices.simulated.wire.stepped_link import SteppedLink
from devices.simulated.wire.wire_mishaps import befall_wire, plan_wire
from monitor.chair import Chair
from monitor.entries import Anchor, Committed, Entry, Published
from monitor.events import Event, SessionOpened
from monitor.outcomes import CuffAsked
from monitor.picture import ChairPicture
from monitor.sounding import Sounding
from monitor.stepped import SteppedRunner
from ui.device_lines import Look, Plug, device_line
from ui.practice_hand import PracticeHand
from ui.practice_ports import SimulatedPort
from ui.requests import DeviceLine


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out of a chair, as those of a real one; none of them blocks."""

    store: Callable[[Entry | Anchor], None]
    show: Callable[[Published], None]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How it really is at `now_s`, what each monitor itself displays, and what the chair shows.

    `given_mg` is what really left the pump, the syringe or the spray; `displays` are in the order
    of the ports; `picture` None = nothing was shown yet.
    """

    now_s: float
    truth: Vitals
    displays: tuple[Shown, ...]
    given_mg: float
    picture: ChairPicture | None


class RoomChair(Protocol):
    """A session on the clock of a room; its moments are session seconds."""

    @property
    def ports(self) -> tuple[SimulatedPort, ...]:
        """What it uses of the room; empty = a monitor of its own."""
        ...

    @property
    def ended(self) -> bool: ...

    def run_until(self, now: float) -> None: ...

    def take(self, event: Event | None) -> None:
        """At the moment at which it stands (None: only show it); nothing after the end."""
        ...

    def committed(self, report: Committed) -> None: ...

    def sounding(self) -> Sounding | None: ...

    def device_lines(self) -> tuple[DeviceLine, ...]: ...

    def close(self) -> None: ...


@dataclass(slots=True)
class _Device:
    plug: Plug
    sensors: PracticeSensors
    line: FaultyLine
    link: SteppedLink


class PracticeChair:
    """`ports` are those of the plugs, in the same order; `capture` keeps what the wires carry."""

    def __init__(
        self,
        opened: SessionOpened,
        plugs: Mapping[str, tuple[Plug, SimulatedPort]],
        ways: Ways,
        capture: CaptureWriter,
        seed: int,
    ) -> None:
        self._ports = tuple(port for _, port in plugs.values())
        self._show = ways.show
        self._capture = capture
        self._picture: ChairPicture | None = None
        self.patient = _patient(opened, self._ports[0], seed)
        self.chair = Chair(opened, ways.store, self._watch)
        self._hand = PracticeHand(opened, self.patient, self._ports[0].way)
        self._devices = {
            source: self._device(plug, port) for source, (plug, port) in plugs.items()
        }
        links = [device.link for device in self._devices.values()]
        self._runner = SteppedRunner(self.chair, links)
        self.chair.begin()

    def _device(self, plug: Plug, port: SimulatedPort) -> _Device:
        sink = self._capture.sink(plug.facts.source)
        sink.put(0.0, Direction.RX, b"")  # the order of the devices, for a replay
        sensors = sensors_at(port, self.patient)
        seed = f"{self.patient.seed} {plug.facts.source}"
        line = line_to(port.monitor, sensors, plug.driver.line, seed=seed)
        link = SteppedLink(plug.driver, line, plug.facts.source, sink)
        return _Device(plug, sensors, line, link)

    # ---- what others know of it

    @property
    def ports(self) -> tuple[SimulatedPort, ...]:
        return self._ports

    @property
    def ended(self) -> bool:
        return self.chair.ended

    @property
    def now(self) -> float:
        """The session second at which the chair stands."""
        return self._runner.now

    @property
    def picture(self) -> ChairPicture | None:
        return self._picture

    @property
    def given_mg(self) -> float:
        """What the pump, the syringe or the spray really gave; nothing on the screen knows it."""
        return self.patient.given_mg(self.now)

    @property
    def watched(self) -> bool:
        """Somebody sees its pictures; else none is made but by `look`, which saves a third."""
        return self.chair.watched

    @watched.setter
    def watched(self, somebody: bool) -> None:
        self.chair.watched = somebody

    def look(self) -> ChairPicture:
        """The picture of this moment, also while nobody else watches."""
        self._picture = self.chair.look()
        return self._picture

    def glimpse(self) -> Glimpse:
        now = self.now
        displays = tuple(device.sensors.at(now) for device in self._devices.values())
        return Glimpse(now, self.patient.at(now), displays, self.given_mg, self._picture)

    def sounding(self) -> Sounding | None:
        return None if self.ended else self.chair.sounding()

    def device_lines(self) -> tuple[DeviceLine, ...]:
        allowed = self.chair.core.state.cuff_control.allowed
        look = Look(self.now, None, self._picture, allowed)
        return tuple(
            device_line(device.plug, device.link.stats, look) for device in self._devices.values()
        )

    # ---- what goes on

    def run_until(self, now: float) -> None:
        self._runner.run_until(now)

    def take(self, event: Event | None) -> None:
        """At the moment at which the chair stands (None: only show it); nothing after the end."""
        if not self.ended:
            self.chair.take(event, self.now)

    def committed(self, report: Committed) -> None:
        self.chair.heard_committed(report)

    def happen(self, mishap: Mishap, source: str = "") -> None:
        """It happens now; `source` names the device that it befalls, empty = all of the chair."""
        now = self.now
        if isinstance(mishap, PatientMishap | Subsides):
            self.patient.befall(mishap, now)
            return
        for name, device in self._devices.items():
            if source not in {"", name}:
                continue
            if isinstance(mishap, CableMishap):
                befall_wire(device.link, device.line, mishap, now)
            else:
                device.sensors.befall(mishap, now)

    def give_by_another(self, given: str) -> None:
        """Somebody else gives it now: drug, dose, unit and route in four words."""
        drug, dose, unit, route = given.split()
        self._hand.give_by_another(drug, dose, unit, route, self.now)

    def close(self) -> None:
        """What the wires carried is on the disk."""
        self._capture.close()

    def _watch(self, published: Published) -> None:
        self._picture = published.picture
        began = self._hand.began
        self._hand.follow(published)
        if self._hand.began and not began:
            self._begin(published.now_s)
        for outcome in published.outcomes:
            if isinstance(outcome, CuffAsked) and outcome.source in self._devices:
                self._devices[outcome.source].link.start_cuff(published.now_s)
        self._show(published)

    def _begin(self, now: float) -> None:
        """The treatment begins: what the patient's scenario plans counts from here."""
        scenario = self.patient.scenario
        for device in self._devices.values():
            device.sensors.begin(now)
            faults = befalling(scenario.fault, device.plug.driver.name)
            plan_wire(device.link, device.line, faults, now - scenario.start_s, now)


def sensors_at(port: SimulatedPort, patient: PracticePatient) -> PracticeSensors:
    """What hangs on the patient, and shows what the port wants it to show."""
    sensors = PracticeSensors(patient, port.every_s)
    if isinstance(port.likeness, Likeness):
        sensors.befall(port.likeness, 0.0)
    return sensors


def _patient(opened: SessionOpened, port: SimulatedPort, seed: int) -> PracticePatient:
    chosen = seed if port.seed is None else port.seed
    return PracticePatient(port.who(chosen, opened.patient.weight_kg), chosen)
