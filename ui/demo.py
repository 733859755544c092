"""The demo: simulated patient, virtual monitor, true bytes, the same cores, drivers and store.

Runs stepped on one virtual clock: in a window that of a practice room (`ui/practice.py`), without
one as fast as it can. Nothing in it can be mistaken for a patient: every session is marked
simulated, and demo data have a database of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from data.capture_file import CaptureWriter
from devices.registry import driver_named
from devices.simulated.monitors import virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.scenario import Scenario
from devices.simulated.scenario_script import ScriptedAction, ScriptVerb
from devices.simulated.wire import SteppedLink
from monitor.chair import Chair
from monitor.commands import (
    Acknowledge,
    Action,
    BeginDischarge,
    Command,
    ConfirmMonitor,
    EndSession,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.entries import Committed, Entry, Published
from monitor.events import Event
from monitor.handshake import Question
from monitor.outcomes import CuffAsked, PhaseChanged
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.sounding import Sounding
from monitor.stepped import SteppedRunner
from ui.device_lines import Look, Plug, device_line
from ui.opening import facts_of, opening
from ui.requests import DeviceLine, DeviceRequest, SessionRequest

SOURCE = "simulated"
NURSE = "demo"
DEMO_DRIVER = "ivy-450c"
LOOKS_FOR_S = 20.0
"""How long the scripted nurse takes to find a value on the monitor."""

_STEPS: dict[
    ScriptVerb,
    type[
        StartInfusion | PauseInfusion | ResumeInfusion | StopInfusion | BeginDischarge | EndSession
    ],
] = {
    ScriptVerb.START: StartInfusion,
    ScriptVerb.PAUSE: PauseInfusion,
    ScriptVerb.RESUME: ResumeInfusion,
    ScriptVerb.STOP: StopInfusion,
    ScriptVerb.BEGIN_DISCHARGE: BeginDischarge,
    ScriptVerb.END: EndSession,
}


class SimulatedChair:
    """One chair with its patient, its monitor and its scripted nurse, on a virtual clock."""

    def __init__(
        self,
        scenario: Scenario,
        *,
        seed: int,
        session_id: str,
        store: Callable[[Entry], None],
        show: Callable[[Published], None],
        capture: CaptureWriter | None = None,
        number: int = 1,
        driver_name: str = DEMO_DRIVER,
    ) -> None:
        driver = driver_named(driver_name)
        self.scenario = scenario
        self._show = show
        self._capture = capture
        self._patient = SimulatedPatient(scenario, seed)
        self._plug = Plug(SOURCE, driver, facts_of(driver, SOURCE), driver.line)
        self._picture: ChairPicture | None = None
        self._may_start: frozenset[str] = frozenset()
        self._looked_for: Question | None = None
        opened = opening(
            _request(scenario, number, driver_name),
            (self._plug.facts,),
            session_id,
            simulated=True,
        )
        self.chair = Chair(opened, store, self._watch)
        self._link = SteppedLink(
            driver,
            virtual_monitor(driver_name, self._patient),
            SOURCE,
            None if capture is None else capture.sink(driver.name),
            unplugged=scenario.unplugged,
        )
        self.runner = SteppedRunner(self.chair, [self._link])
        for action in scenario.script:
            self.runner.plan(action.at_s, _act(action))
        self.chair.begin()

    def _watch(self, published: Published) -> None:
        """Close the loop: the patient gets what the phase says that the pump gives."""
        self._picture = published.picture
        self._may_start = self.chair.core.state.cuff_control.allowed
        for outcome in published.outcomes:
            if isinstance(outcome, PhaseChanged):
                running = outcome.after is Phase.TREATING
                rate = self.scenario.plan.mg_per_min if running else 0.0
                self._patient.set_rate(rate or 0.0, published.now_s)
            elif isinstance(outcome, CuffAsked):
                self._link.start_cuff(published.now_s)
        self._look_at_the_monitor(published.picture.question)
        self._show(published)

    def _look_at_the_monitor(self, question: Question | None) -> None:
        """The scripted nurse finds the value on the monitor; somebody else may be faster."""
        if question is None or question == self._looked_for:
            return
        self._looked_for = question
        found = ConfirmMonitor(question.source, same=True, by=NURSE)
        self.runner.plan(
            question.at_s + LOOKS_FOR_S,
            lambda chair: (found,) if chair.core.state.handshake.question == question else (),
        )

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
        return (self.device_line(),)

    def close(self) -> None:
        """What the wire carried is on the disk."""
        if self._capture is not None:
            self._capture.close()

    def device_line(self) -> DeviceLine:
        """The virtual monitor as its panel shows it; from any thread."""
        look = Look(self.runner.now, None, self._picture, self._may_start)
        return device_line(self._plug, self._link.stats, look)


def _request(scenario: Scenario, number: int, driver_name: str) -> SessionRequest:
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
        devices=(DeviceRequest(SOURCE, driver_name),),
        by=NURSE,
    )


def _act(action: ScriptedAction) -> Callable[[Chair], Iterable[Command]]:
    """What the scripted nurse does at that moment, given what the chair then shows."""
    if action.action in _STEPS:
        step = _STEPS[action.action]
        return lambda _chair: (step(NURSE),)
    if action.action is ScriptVerb.NOTE:
        kind = NoteKind(action.kind) if action.kind else NoteKind.FREE_TEXT
        note = Note(f"demo-{action.at_s:g}", kind, action.text, NURSE)
        return lambda _chair: (note,)
    if action.action is ScriptVerb.PAUSE_AUDIO:
        return lambda _chair: (PauseAudio(NURSE),)
    return lambda chair: _answers(chair, action)


def _answers(chair: Chair, action: ScriptedAction) -> list[Command]:
    """Acknowledge every alarm that waits; with a text, only alarms of that id."""
    done = Action(action.kind) if action.kind else None
    return [
        Acknowledge(view.key, NURSE, done)
        for view in chair.core.judge.engine.views(chair.core.now)
        if view.waits and action.text in {"", view.alarm}
    ]
