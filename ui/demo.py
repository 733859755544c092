"""The demo: simulated patient, virtual monitor, true bytes, the same cores, drivers and store.

Runs stepped on one virtual clock. In a window it is paced by the wall clock times `speed`; without
one it runs as fast as it can. Nothing in it can be mistaken for a patient: every session is marked
simulated, and demo data have a database of their own.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable

from data.capture_file import CaptureWriter
from devices.registry import driver_named
from devices.simulated.monitors import virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.scenario import Scenario
from devices.simulated.scenario_parts import ScriptedAction, ScriptVerb
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
from monitor.handshake import Question
from monitor.outcomes import CuffAsked, PhaseChanged
from monitor.phases import Phase
from monitor.picture import ChairPicture
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


class Pacer:
    """Steps simulated chairs in a thread, `speed` times as fast as the wall clock."""

    def __init__(
        self,
        chairs: Iterable[SimulatedChair],
        speed: float,
        each_turn: Callable[[], None],
    ) -> None:
        self._chairs = {simulated.chair.number: simulated for simulated in chairs}
        self._speed = speed
        self._each_turn = each_turn
        self._commands: queue.SimpleQueue[tuple[int, Command] | Committed] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="demo clock", daemon=True)

    TURN_S = 0.04

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def send(self, chair: int, command: Command) -> None:
        self._commands.put((chair, command))

    def committed(self, report: Committed) -> None:
        self._commands.put(report)

    def _run(self) -> None:
        last = time.monotonic()
        virtual = 0.0
        while not self._stopping.wait(self.TURN_S):
            now = time.monotonic()
            virtual += (now - last) * self._speed
            last = now
            self._take_commands()
            for simulated in self._chairs.values():
                simulated.runner.run_until(virtual)
            self._each_turn()

    def _take_commands(self) -> None:
        while not self._commands.empty():
            message = self._commands.get()
            if isinstance(message, Committed):
                for simulated in self._chairs.values():
                    simulated.chair.heard_committed(message)
                continue
            number, command = message
            found = self._chairs.get(number)
            if found is not None and not found.chair.ended:
                found.chair.take(command, found.runner.now)
