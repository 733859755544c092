"""The nurse of a scenario: says what its script says at its moment, and answers what is asked.

Rule 1: she says commands, nothing else; what the patient then gets is what the chair makes of it.
        Only her hands on the patient (`stimulate`) are no command: a note says what she did.
Rule 2: she finds the value on the monitor that the program asks for, unless somebody was faster.
Rule 3: when the program is killed and started again is not hers (`ui/scripted_crash.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from devices.simulated.scenario.scenario import Scenario
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb
from monitor.chair import Chair
from monitor.commands import (
    Acknowledge,
    Action,
    AllowCuff,
    AnswerEmergency,
    BeginDischarge,
    BeginEmergency,
    ChangeLimit,
    Command,
    ConfirmMonitor,
    EmergencyStamp,
    EndEmergency,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    SetBaseline,
    StampKind,
    StartCuff,
    StartInfusion,
    StopInfusion,
)
from monitor.handshake import Question
from monitor.stepped import SteppedRunner
from monitor.treatment.commands import (
    AnswerQuestion,
    ChangeRate,
    Distress,
    GiveDrug,
    OffMonitor,
    Scale,
    Score,
    SignDecision,
)
from monitor.treatment.screening import QUESTIONS, asked

NURSE = "demo"
LOOKS_FOR_S = 20.0
"""How long she takes to find a value on the monitor."""
Says = Callable[[ScriptedAction, str], Command]


class ScriptedNurse:
    """Acts at the chair of `runner`; `look_at` is called whenever it may show something new."""

    def __init__(
        self,
        scenario: Scenario,
        runner: SteppedRunner,
        stimulate: Callable[[float], None] = lambda _now: None,
    ) -> None:
        self._runner = runner
        self._looked_for: Question | None = None
        self._stimulate = stimulate
        for action in scenario.script:
            if action.action is not ScriptVerb.CRASH:
                runner.plan(action.at_s, self._act(action))

    def look_at(self, chair: Chair) -> None:
        """Whether this is still the monitor of this patient: she goes and looks."""
        question = chair.core.state.handshake.question
        if question is None or question == self._looked_for:
            return
        self._looked_for = question
        found = ConfirmMonitor(question.source, same=True, by=NURSE)
        self._runner.plan(
            question.at_s + LOOKS_FOR_S,
            lambda chair: (found,) if chair.core.state.handshake.question == question else (),
        )

    def _act(self, action: ScriptedAction) -> Callable[[Chair], Iterable[Command]]:
        """What she does at that moment, given what the chair then shows."""
        by = action.by or NURSE
        match action.action:
            case ScriptVerb.ACKNOWLEDGE:
                return lambda chair: _answers(chair, action, by)
            case ScriptVerb.SCREEN:
                return lambda chair: _screened(chair, by)
            case ScriptVerb.ALLOW_CUFF:
                return lambda chair: [AllowCuff(one, True, by) for one in _startable(chair)]
            case ScriptVerb.START_CUFF:
                return lambda chair: [StartCuff(one, by) for one in _startable(chair)[:1]]
            case ScriptVerb.STIMULATE:
                return lambda _chair: self._touch(action, by)
            case _:
                said = _SAYS[action.action](action, by)
                return lambda _chair: (said,)

    def _touch(self, action: ScriptedAction, by: str) -> list[Command]:
        self._stimulate(action.at_s)
        return [_note(action, by)]


def _note(action: ScriptedAction, by: str) -> Note:
    kind = NoteKind(action.kind) if action.kind else NoteKind.FREE_TEXT
    return Note(f"demo-{action.at_s:g}", kind, action.text, by)


def _drug(action: ScriptedAction, by: str) -> GiveDrug:
    drug, dose, unit, route = action.text.split()
    return GiveDrug(drug, dose, unit, route, action.provider, by)


_SAYS: dict[ScriptVerb, Says] = {
    ScriptVerb.ANSWER: lambda a, by: AnswerQuestion(a.kind, a.text, by),
    ScriptVerb.SIGN: lambda a, by: SignDecision(a.provider, a.reason, by, a.second),
    ScriptVerb.BASELINE: lambda a, by: SetBaseline(a.sbp, a.dbp, a.value, None, by),
    ScriptVerb.START: lambda _a, by: StartInfusion(by),
    ScriptVerb.PAUSE: lambda _a, by: PauseInfusion(by),
    ScriptVerb.RESUME: lambda a, by: ResumeInfusion(by, a.provider, a.reason),
    ScriptVerb.STOP: lambda _a, by: StopInfusion(by),
    ScriptVerb.RATE: lambda a, by: ChangeRate(a.value or 0.0, by),
    ScriptVerb.GIVE_DRUG: _drug,
    ScriptVerb.BEGIN_DISCHARGE: lambda _a, by: BeginDischarge(by),
    ScriptVerb.END: lambda a, by: EndSession(by, a.reason, a.second),
    ScriptVerb.NOTE: _note,
    ScriptVerb.PAUSE_AUDIO: lambda _a, by: PauseAudio(by),
    ScriptVerb.MANUAL_CUFF: lambda a, by: ManualCuff(a.sbp or 0.0, a.dbp or 0.0, by),
    ScriptVerb.CHANGE_LIMIT: lambda a, by: ChangeLimit(a.kind, a.value, by),
    ScriptVerb.SCORE: lambda a, by: Score(Scale(a.kind), round(a.value or 0.0), by),
    ScriptVerb.SEDATION: lambda a, by: Sedation(round(a.value or 0.0), by),
    ScriptVerb.DISTRESS: lambda _a, by: Distress(by),
    ScriptVerb.CALM: lambda _a, by: Distress(by, over=True),
    ScriptVerb.OFF_MONITOR: lambda _a, by: OffMonitor(by),
    ScriptVerb.BACK: lambda _a, by: OffMonitor(by, back=True),
    ScriptVerb.EMERGENCY: lambda _a, by: BeginEmergency(by),
    ScriptVerb.ANSWER_EMERGENCY: lambda _a, by: AnswerEmergency(by),
    ScriptVerb.STAMP: lambda a, by: EmergencyStamp(
        f"demo-{a.at_s:g}", StampKind(a.kind), a.text, by
    ),
    ScriptVerb.END_EMERGENCY: lambda _a, by: EndEmergency(by),
}
"""The verbs that are one command, whatever the chair shows."""


def _answers(chair: Chair, action: ScriptedAction, by: str) -> list[Command]:
    """Acknowledge every alarm that waits; with a text, only alarms of that id."""
    done = Action(action.kind) if action.kind else None
    return [
        Acknowledge(view.key, by, done)
        for view in chair.core.judge.engine.views(chair.core.now)
        if view.waits and action.text in {"", view.alarm}
    ]


def _screened(chair: Chair, by: str) -> list[Command]:
    """Nothing speaks against it; the escort has no name here."""
    questions = (QUESTIONS[name] for name in asked(chair.opened.course))
    return [
        AnswerQuestion(one.id, one.clear, by, "escort" if one.clear in one.text_with else "")
        for one in questions
    ]


def _startable(chair: Chair) -> list[str]:
    """The devices of this chair whose cuff can be started from here."""
    return [device.source for device in chair.opened.devices if device.can_start_cuff]
