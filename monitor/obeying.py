"""What a person says: one function a command.

Rule: a command that does not fit is refused with a reason, and nothing happened; nothing that a
      person measured is ever refused for its value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from monitor import baseline, hearing
from monitor.alarm_table import DEEP_AT_MOST, SEDATION_ROW
from monitor.baseline import RestingValues
from monitor.commands import (
    Acknowledge,
    Action,
    AllowCuff,
    BeginDischarge,
    ChangeLimit,
    ConfirmMonitor,
    EndSession,
    ManualCuff,
    Note,
    PauseAudio,
    PreferSource,
    QuietRoom,
    ResumeAudio,
    Sedation,
    SetBaseline,
    SoundChecked,
    StartCuff,
    UndoNote,
)
from monitor.emergency import EmergencyCommand
from monitor.events import LinkChanged, LinkReason, LinkState
from monitor.limits import LimitRefused
from monitor.outcomes import BaselineAccepted, CuffUnconfirmed, LimitChanged, Outcome, Refused
from monitor.phases import Phase
from monitor.picture import MovedLimit
from monitor.treatment import checking, noting
from monitor.treatment.infusing import INFUSED
from monitor.treatment.read_only import Handler, while_open

if TYPE_CHECKING:
    from monitor.core import MonitorCore


def _set_baseline(core: MonitorCore, event: SetBaseline, now: float) -> list[Outcome]:
    core.state.baseline = baseline.given(event, core.state.baseline)
    core.state.rested_on = baseline.still_measured(core.state.rested_on, event)
    if event.sbp is not None and event.dbp is not None:
        core.treatment.checks.mounting.settled()
    core.judge.baseline_moved(now)
    return [core.state.baseline]


def _acknowledge(core: MonitorCore, event: Acknowledge, now: float) -> list[Outcome]:
    artefact = event.action is Action.ARTEFACT and event.key in core.judge.cuffs.sides
    said = core.judge.engine.acknowledge(event.key, now, soon=artefact)
    if said is None:
        return [Refused("acknowledge", "nothing-to-acknowledge", (event.key,))]
    if artefact:
        core.state.wishes.repeat(now)
    if event.action is Action.DRUG_GIVEN and event.key in core.judge.cuffs.sides:
        core.treatment.checks.pressure_drug = True
    return list(said)


def _pause_audio(core: MonitorCore, event: PauseAudio, now: float) -> list[Outcome]:
    core.pause.begin(now, event.seconds, core.judge.engine.audible())
    return []


def _resume_audio(core: MonitorCore, _event: ResumeAudio, _now: float) -> list[Outcome]:
    core.pause.end()
    return []


def _sedation(core: MonitorCore, event: Sedation, now: float) -> list[Outcome]:
    refused = checking.sedation(core, event, now)
    if refused is not None:
        return [refused]
    deep = event.score <= DEEP_AT_MOST
    if deep:  # what waits to be acknowledged keeps the score that raised it
        core.judge.engine.say_why(SEDATION_ROW.key, str(event.score))
    core.judge.conditions.condition(SEDATION_ROW, now, true=deep)
    return []


def _confirm_monitor(core: MonitorCore, event: ConfirmMonitor, now: float) -> list[Outcome]:
    """Is it the monitor in front of the nurse? After a no it is as good as unplugged."""
    state = core.state
    known = [device.source for device in state.opened.devices]
    if event.source not in known:
        return [Refused("confirm-monitor", "prefer-no-device", (event.source, ", ".join(known)))]
    if event.same:
        was_refused = state.handshake.refused(event.source)
        state.handshake.answer(event.source, now, same=True)
        state.cuff_control.put_aside(event.source, aside=False)
        core.judge.conditions.device_aside(event.source, now, aside=False)
        last = state.handshake.link_of(event.source)
        return hearing.line(core, last, now) if was_refused else []
    strange = state.handshake.answer(event.source, now, same=False)
    state.cuff_control.put_aside(event.source, aside=True)
    state.resting = RestingValues()
    core.judge.conditions.device_aside(event.source, now, aside=True)
    hearing.line(core, LinkChanged(LinkState.DOWN, LinkReason.STRANGER, event.source), now)
    core.judge.cuffs.forget(strange)
    believed = {
        cuffed.at
        for cuffed in state.latest.cuffs
        if cuffed.result.source == event.source and cuffed.judgeable
    }
    said = core.heard([CuffUnconfirmed(at) for at in strange if at in believed])
    state.latest.disown_cuffs(event.source, strange)
    return [*said, *_drop_baseline(core, event.source, now)]


def _drop_baseline(core: MonitorCore, source: str, now: float) -> list[Outcome]:
    """What rests on the readings of another patient is no resting value of this one."""
    state = core.state
    sure_until = state.handshake.sure_until(source)
    left = baseline.without(state.baseline, state.rested_on, source, sure_until)
    if left == state.baseline:
        return []
    state.baseline = left
    core.judge.baseline_moved(now)
    return [left or BaselineAccepted(None, None, None, None)]


def _allow_cuff(core: MonitorCore, event: AllowCuff, _now: float) -> list[Outcome]:
    refused = core.state.cuff_control.allow(event.source, allowed=event.allowed)
    return [] if refused is None else [refused]


def _start_cuff(core: MonitorCore, event: StartCuff, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("start-cuff", "refused-in-this-phase", ("start-cuff", "signed"))]
    return [core.state.cuff_control.ask(now, event.source)]


def _prefer_source(core: MonitorCore, event: PreferSource, now: float) -> list[Outcome]:
    refused = core.state.prefer(event, now)
    if refused is not None:
        return [refused]
    core.judge.lost(event.sign, now)
    return []


def _change_limit(core: MonitorCore, event: ChangeLimit, now: float) -> list[Outcome]:
    before = core.state.profile
    try:
        after = before.with_limit(event.rule, event.value)
    except LimitRefused as refusal:
        return [Refused("change-limit", refusal.reason, refusal.arguments)]
    core.state.profile = after
    core.state.moved[event.rule] = MovedLimit(event.rule, event.by, now)
    core.judge.limit_moved(now)
    old, new = before.limit(event.rule), after.limit(event.rule)
    return [LimitChanged(event.rule, old, new, event.by)]


def _sound_checked(core: MonitorCore, event: SoundChecked, now: float) -> list[Outcome]:
    core.judge.conditions.sound_checked(event.seat, now, heard=event.heard)
    return []


def _emergency(core: MonitorCore, event: EmergencyCommand, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("emergency", "refused-in-this-phase", ("emergency", "signed"))]
    reason = core.emergency.obey(event, now)
    return [Refused("emergency", reason)] if reason else []


def _quiet_room(_core: MonitorCore, _event: QuietRoom, _now: float) -> list[Outcome]:
    """Of the whole seat; the record of a session says where its alarms were heard."""
    return []


OBEYED: dict[type, Handler] = {
    SetBaseline: while_open("set-baseline", _set_baseline),
    Acknowledge: _acknowledge,
    PauseAudio: _pause_audio,
    ResumeAudio: _resume_audio,
    Note: while_open("note", noting.note),
    UndoNote: while_open("undo", noting.undo_note),
    Sedation: while_open("sedation", _sedation),
    ManualCuff: while_open("manual-cuff", noting.manual_cuff),
    ConfirmMonitor: while_open("confirm-monitor", _confirm_monitor),
    PreferSource: while_open("prefer-source", _prefer_source),
    AllowCuff: while_open("allow-cuff", _allow_cuff),
    StartCuff: _start_cuff,
    ChangeLimit: while_open("change-limit", _change_limit),
    SoundChecked: _sound_checked,
    QuietRoom: _quiet_room,
    **dict.fromkeys(get_args(EmergencyCommand), _emergency),
    BeginDischarge: checking.begin_discharge,
    EndSession: checking.end_session,
    **INFUSED,
}
"""Every command has one place; a test checks that none is missing."""
