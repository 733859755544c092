"""The demo: simulated patient, virtual monitor, true bytes, the same cores, drivers and store.

Runs stepped on one virtual clock: in a window that of a practice room (`ui/practice.py`), without
one as fast as it can. Nothing in it can be mistaken for a patient: every session is marked
simulated, and demo data have a database of their own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.capture_file import CaptureWriter
from devices.capture import CaptureSink
from devices.registry import driver_named
from devices.session import LineSettings
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.body.person import Person
from devices.simulated.monitors.catalogue import VirtualMonitor, virtual_monitor
from devices.simulated.scenario.faults import befalling
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import line_to
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.chair import Chair
from monitor.entries import Committed, Entry, Published
from monitor.events import Event
from monitor.outcomes import CuffAsked
from monitor.picture import ChairPicture
from monitor.sounding import Sounding
from monitor.stepped import SteppedRunner
from ui.device_lines import Look, Plug, device_line
from ui.opening import facts_of, opening
from ui.practice_hand import PracticeHand
from ui.requests import DeviceLine, DeviceRequest, SessionRequest
from ui.scripted_crash import Crashing
from ui.scripted_nurse import NURSE, ScriptedNurse

SOURCE = "simulated"
DEMO_DRIVER = "ivy-450c"


@dataclass(slots=True)
class _Device:
    """One monitor at the chair. `link` is another one after the program was started again."""

    plug: Plug
    monitor: VirtualMonitor
    sink: CaptureSink | None
    link: SteppedLink


class SimulatedChair:
    """One chair with its patient, its monitors and its scripted nurse, on a virtual clock.

    `driver_name` stands instead of the scenario's own monitors. A `Person` sits there with a body
    of their own; the nurse plays the script of their scenario.
    """

    def __init__(
        self,
        who: Scenario | Person,
        *,
        seed: int,
        session_id: str,
        store: Callable[[Entry], None],
        show: Callable[[Published], None],
        capture: CaptureWriter | None = None,
        number: int = 1,
        driver_name: str | None = None,
    ) -> None:
        scenario = who.scenario if isinstance(who, Person) else who
        names = (driver_name,) if driver_name else scenario.drivers or (DEMO_DRIVER,)
        self.scenario = scenario
        self._show = show
        self._store = store
        self._capture = capture
        self._patient = SimulatedPatient(who, seed)
        self._picture: ChairPicture | None = None
        self._watched = True
        self._may_start: frozenset[str] = frozenset()
        self._devices = {
            one.plug.facts.source: one for one in map(self._device, names, _sources())
        }
        self._opened = opening(
            _request(scenario, number, names),
            tuple(device.plug.facts for device in self._devices.values()),
            session_id,
            simulated=True,
        )
        self._hand = PracticeHand(self._opened, self._patient)
        self.chair = self._begin()
        self.runner = SteppedRunner(self.chair, [one.link for one in self._devices.values()])
        self._nurse = ScriptedNurse(scenario, self.runner, self._patient.stimulate)
        self._crashing = Crashing(self.runner, self._begin, self._cables)
        self._crashing.plan(scenario)
        self.chair.begin()

    def _device(self, name: str, source: str) -> _Device:
        driver = driver_named(name)
        plug = Plug(source, driver, facts_of(driver, source), driver.line)
        monitor = self._monitor(name, driver.line)
        sink = None if self._capture is None else self._capture.sink(name)
        return _Device(plug, monitor, sink, SteppedLink(driver, monitor, source, sink))

    def _monitor(self, name: str, line: LineSettings) -> VirtualMonitor:
        faults = befalling(self.scenario.fault, name)
        if not faults:
            return virtual_monitor(name, self._patient)
        return line_to(name, Sensors(self._patient), line, faults, str(self._patient.seed))

    def _begin(self) -> Chair:
        """The chair of this session: the first, or that of a program that was started again."""
        self.chair = Chair(self._opened, self._keep, self._watch)
        self.chair.watched = self._watched
        return self.chair

    def _keep(self, entry: Entry) -> None:
        self._crashing.keep(entry)
        self._store(entry)

    def _cables(self, at: float, plugged: bool) -> None:
        for device in self._devices.values():
            if not plugged:
                device.link.plug(at, plugged=False)
                continue
            driver, source = device.plug.driver, device.plug.facts.source
            old, device.link = (
                device.link,
                SteppedLink(driver, device.monitor, source, device.sink, from_s=at),
            )
            self.runner.exchange(old, device.link)

    def _watch(self, published: Published) -> None:
        """Close the loop: the patient gets what was entered."""
        self._picture = published.picture
        self._may_start = self.chair.core.state.cuff_control.allowed
        self._hand.follow(published)
        for outcome in published.outcomes:
            if isinstance(outcome, CuffAsked):
                self._devices[outcome.source].link.start_cuff(published.now_s)
        self._nurse.look_at(self.chair)
        self._show(published)

    @property
    def watched(self) -> bool:
        """Somebody sees its pictures; else none is made."""
        return self._watched

    @watched.setter
    def watched(self, somebody: bool) -> None:
        self._watched = self.chair.watched = somebody

    # ---- one of a room

    @property
    def ports(self) -> tuple[()]:
        """It has a monitor of its own."""
        return ()

    @property
    def ended(self) -> bool:
        return self.chair.ended

    def run_until(self, now: float) -> None:
        self.runner.run_until(now)

    def take(self, event: Event | None) -> None:
        """At the moment at which the chair stands; nothing after the end."""
        if not self.ended:
            self.chair.take(event, self.runner.now)

    def committed(self, report: Committed) -> None:
        self.chair.heard_committed(report)

    def sounding(self) -> Sounding | None:
        return None if self.ended else self.chair.sounding()

    def device_lines(self) -> tuple[DeviceLine, ...]:
        """The virtual monitors as their panels show them; from any thread."""
        look = Look(self.runner.now, None, self._picture, self._may_start)
        return tuple(device_line(one.plug, one.link.stats, look) for one in self._devices.values())

    def close(self) -> None:
        """What the wire carried is on the disk."""
        if self._capture is not None:
            self._capture.close()

    def device_line(self) -> DeviceLine:
        """That of the first monitor."""
        return self.device_lines()[0]


def _sources() -> Iterator[str]:
    yield SOURCE
    for number in itertools.count(2):
        yield f"{SOURCE}#{number}"


def _request(scenario: Scenario, number: int, drivers: Sequence[str]) -> SessionRequest:
    patient, plan = scenario.patient, scenario.plan
    return SessionRequest(
        chair=number,
        patient_id=f"DEMO-{scenario.name}",
        initials=patient.initials,
        birth_year=None,
        weight_kg=patient.weight_kg,
        mg_per_kg=plan.mg_per_kg,
        minutes=plan.minutes,
        profile="adult-iv",
        nibp_interval_min=5.0,
        devices=tuple(map(DeviceRequest, _sources(), drivers)),
        by=NURSE,
        flow=scenario.flow,
    )
