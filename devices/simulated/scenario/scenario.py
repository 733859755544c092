"""Scenarios: what a simulated patient and the nurse beside it will do, as data.

A scenario is a TOML file in `scenarios/`. Two clocks are used in one, and a key's name says which:

* ``…_s``     session seconds: 0 is the opening of the session
* ``…_min``   infusion minutes: 0 is ``start_s`` (600 unless said otherwise), the *planned* first
              drop; they go on counting through a pause and may be negative. Points of an overlay
              are pairs of an infusion minute and a value.

    [patient]       who, and the resting values
    [plan]          mg_per_kg, minutes
    [target]        what the drug alone brings this patient to at `minute` of an unbroken infusion;
                    without it, the typical answer at this age
    [noise]         what differs from the measured sizes of `Noise`
    [cuff_unit]     how the cuff measures, see `CuffSetting`
    [oximeter]      average_s = 4, 8 or 16
    [[overlay]]     sign = sbp dbp hr pulse spo2 rr; kind = "offset" (added), "target" (stands
                    instead of the model) or "down" (this share of the way from the patient's own
                    value down to `aim`); piecewise linear between its first and last point,
                    nothing outside; lets_go = how late and how slowly it ends for who is woken
    [[cuff]]        a measurement that ends then: START was pressed, or what it must give
    [[script]]      what the nurse does: at_min or at_s, action, and what goes with it
                    (`script.py`)
    [[fault]]       what befalls the wire: kind, from_min, to_min, and its size (`faults.py`)
    [[artefact]]    what spoils a measurement: kind, from_min, to_min, and for movement spo2 and hr
                    (`artefacts.py`)
    [lesson]        what is wanted of a learner (`lesson.py`)
    [[expect]]      what the program must do, all of it; also [[expect_prompt]] and [expect_record]
                    (`expected.py`)

    drivers         the monitors at the chair, in order of priority; the usual one when not said
    flow            the session is taken through all its steps: screening, decision, leaving
    beside          the scenarios of the patients on the chairs beside, at the same time
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import cattrs
from cattrs.v import format_exception

from devices.errors import DeviceError
from devices.simulated.scenario.artefacts import Artefact
from devices.simulated.scenario.expected import Expected, ExpectedPrompt, ExpectedRecord
from devices.simulated.scenario.faults import Fault
from devices.simulated.scenario.faults import wrong as wrong_fault
from devices.simulated.scenario.lesson import faults_of
from devices.simulated.scenario.parts import (
    CuffSetting,
    Noise,
    Overlay,
    OverlayKind,
    OximeterSetting,
    Resting,
    ScriptedCuff,
    Target,
)
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb, wrong
from monitor.people import ImpossibleEntry
from monitor.plan import Plan
from monitor.training.lesson import Lesson


class UnknownScenario(DeviceError):
    """No scenario has this name; the text lists those that exist and the nearest spelling."""


class ScenarioError(DeviceError):
    """A scenario file says something that no scenario can say."""


@dataclass(frozen=True, slots=True)
class Scenario:
    name: str
    title: str
    patient: Resting
    plan: Plan
    script: tuple[ScriptedAction, ...]
    target: Target | None = None
    noise: Noise = field(default_factory=Noise)
    cuff_unit: CuffSetting = field(default_factory=CuffSetting)
    oximeter: OximeterSetting = field(default_factory=OximeterSetting)
    overlay: tuple[Overlay, ...] = ()
    cuff: tuple[ScriptedCuff, ...] = ()
    fault: tuple[Fault, ...] = ()
    artefact: tuple[Artefact, ...] = ()
    expect: tuple[Expected, ...] = ()
    lesson: Lesson | None = None
    """None = it is no lesson; it can be watched."""
    expect_prompt: tuple[ExpectedPrompt, ...] = ()
    expect_record: ExpectedRecord | None = None
    drivers: tuple[str, ...] = ()
    flow: bool = False
    beside: tuple[str, ...] = ()
    start_s: float = 600.0
    cuff_every_s: float = 300.0
    """The auto-cycle outside the drug-effect window; within it, a cuff every 5 minutes."""

    @property
    def ends_at_s(self) -> float:
        """When the last scripted action is done."""
        return max((action.at_s for action in self.script), default=self.start_s)

    @property
    def rates(self) -> tuple[tuple[float, float], ...]:
        """(session second, mg/min): the pump, if everything goes by the script."""
        running = self.plan.mg_per_min or 0.0
        rate_after = {
            ScriptVerb.START: running,
            ScriptVerb.RESUME: running,
            ScriptVerb.PAUSE: 0.0,
            ScriptVerb.STOP: 0.0,
            ScriptVerb.END: 0.0,
        }
        found: list[tuple[float, float]] = []
        for action in self.script:
            if action.action is ScriptVerb.RATE:
                running = rate_after[ScriptVerb.RESUME] = action.value or 0.0
                found.append((action.at_s, running))
            elif action.action in rate_after:
                found.append((action.at_s, rate_after[action.action]))
        return tuple(found)


def scenario_names() -> tuple[str, ...]:
    """All scenarios that come with the program, in the order of their numbers."""
    files = (resources.files("devices.simulated") / "scenarios").iterdir()
    names = [file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")]
    return tuple(sorted(names, key=lambda name: (len(name), name)))


def scenario_named(name: str) -> Scenario:
    """Raises `UnknownScenario` with the list and the nearest spelling."""
    names = scenario_names()
    wanted = name.strip().upper()
    if wanted not in names:
        near = difflib.get_close_matches(wanted, names, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        listed = ", ".join(names)
        raise UnknownScenario(f"There is no scenario {name!r}.{hint} There are: {listed}.")
    file = resources.files("devices.simulated") / "scenarios" / f"{wanted}.toml"
    return scenario_from(file.read_text(encoding="utf-8"), where=file.name)


def with_beside(scenarios: Sequence[Scenario], *, alone: bool) -> list[Scenario]:
    """With those on the chairs beside; only where nobody has said how many chairs there are."""
    if not alone:
        return list(scenarios)
    beside = [scenario_named(name) for one in scenarios for name in one.beside]
    return [*scenarios, *beside]


def scenario_from(text: str, *, where: str) -> Scenario:
    """Read one scenario. Raises `ScenarioError` naming `where` and everything that is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{where} is not TOML: {error}") from error
    try:
        scenario = _CONVERTER.structure(_weighed(_on_session_clock(table)), Scenario)
    except cattrs.BaseValidationError as error:
        wrong = "; ".join(cattrs.transform_error(error, format_exception=_worded))
        raise ScenarioError(f"{where} is not a scenario: {wrong}") from error
    _check(scenario, where)
    return scenario


def _worded(fault: BaseException, wanted: type | None) -> str:
    return str(fault) if isinstance(fault, ImpossibleEntry) else format_exception(fault, wanted)


def _check(scenario: Scenario, where: str) -> None:
    times = [action.at_s for action in scenario.script]
    if times != sorted(times):
        raise ScenarioError(f"{where}: the actions of the script are not in the order of time")
    for action in scenario.script:
        if (why := wrong(action)) is not None:
            raise ScenarioError(f"{where}: {why}")
    for fault in scenario.fault:
        if (why := wrong_fault(fault)) is not None:
            raise ScenarioError(f"{where}: {why}")
    for overlay in scenario.overlay:
        _check_overlay(overlay, where)
    faults = [] if scenario.lesson is None else faults_of(scenario.lesson)
    if faults:
        raise ScenarioError(f"{where}: {'; '.join(faults)}")


def _check_overlay(overlay: Overlay, where: str) -> None:
    minutes = [minute for minute, _ in overlay.points]
    if minutes != sorted(minutes):
        raise ScenarioError(f"{where}: the points for {overlay.sign} go back in time")
    shares = [share for _, share in overlay.points]
    if overlay.kind is OverlayKind.DOWN and not all(0.0 <= one <= 1.0 for one in shares):
        raise ScenarioError(f"{where}: a share of the way down of {overlay.sign} is 0 to 1")
    if overlay.lets_go is not None and not overlay.lets_go[0] >= 0.0 < overlay.lets_go[1]:
        raise ScenarioError(f"{where}: lets_go of {overlay.sign} is not late and slow, in seconds")


def _on_session_clock(table: dict[str, Any]) -> dict[str, Any]:
    """The same table with every ``…_min`` of a list entry turned into session seconds."""
    start_s = table.get("start_s", 600.0)
    if not isinstance(start_s, int | float):
        return table

    def turned(entry: object) -> object:
        if not isinstance(entry, dict):
            return entry
        return dict(on_clock(key, value) for key, value in entry.items())

    def on_clock(key: str, value: Any) -> tuple[str, Any]:
        if not key.endswith("_min") or not isinstance(value, int | float):
            return key, value
        return key.removesuffix("_min") + "_s", start_s + 60.0 * value

    return {
        key: [turned(entry) for entry in value] if isinstance(value, list) else value
        for key, value in table.items()
    }


def _weighed(table: dict[str, Any]) -> dict[str, Any]:
    """The same table with the patient's weight in the plan, where it is needed too."""
    plan, patient = table.get("plan"), table.get("patient")
    if not isinstance(plan, dict) or not isinstance(patient, dict):
        return table
    return {**table, "plan": {"weight_kg": patient.get("weight_kg"), **plan}}


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)
"""Strict: a key that no scenario knows is an error, not a silence."""
