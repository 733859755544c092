"""What the devices say and what the program notices about itself: one function an event.

Rule: what a device says of which somebody said that it is not this patient's monitor is recorded
      as everything is, and taken for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.alarm_table import CLOCK_ROW
from monitor.events import (
    ClockJumped,
    LinkChanged,
    LinkState,
    Numerics,
    PartFailed,
    PartRecovered,
    Resumed,
    SessionOpened,
)
from monitor.latest import Cuffed
from monitor.outcomes import Outcome
from monitor.phases import Step
from monitor.training.staged import LessonBegun, Staged, TrueState
from monitor.vitals import CuffFailed, CuffResult, DeviceNote, SignalLost

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]


def _opened(core: MonitorCore, event: SessionOpened, now: float) -> list[Outcome]:
    return core.go(Step.SCREEN if event.flow else Step.MEASURE_BASELINE, now)


def _numerics(core: MonitorCore, event: Numerics, now: float) -> list[Outcome]:
    if event.readings and core.state.handshake.refused(event.readings[0].source):
        return []
    core.judge.streams(core.state.take(event, now), now)
    return []


def cuff(core: MonitorCore, event: CuffResult, now: float) -> list[Outcome]:
    """A cuff result, of a device or typed in."""
    state = core.state
    if state.handshake.refused(event.source):
        return []
    state.latest.take_cuff(event, now)
    state.handshake.result(event, now)
    if state.latest.cuffs[-1].judgeable:
        state.failed_in_a_row = 0
    return core.heard(core.judge.cuff(Cuffed(event, now), now))


def _cuff_failed(core: MonitorCore, event: CuffFailed, now: float) -> list[Outcome]:
    if core.state.handshake.refused(event.source):
        return []
    core.state.failed_in_a_row += 1
    core.judge.failed(core.state.failed_in_a_row, now)
    return []


def _lost(core: MonitorCore, event: SignalLost, now: float) -> list[Outcome]:
    if core.state.handshake.refused(event.source):
        return []
    core.state.latest.lose(event, now)
    core.judge.lost(event.sign, now)
    return []


def _device_note(core: MonitorCore, event: DeviceNote, now: float) -> list[Outcome]:
    core.state.note(event)
    core.judge.conditions.device(event, now)
    return []


def link(core: MonitorCore, event: LinkChanged, now: float) -> list[Outcome]:
    """A line went, or came back."""
    core.state.handshake.link(event, now)
    return [] if core.state.handshake.refused(event.source) else line(core, event, now)


def line(core: MonitorCore, event: LinkChanged, now: float) -> list[Outcome]:
    """What is known of a line from now on."""
    state = core.state
    state.links.take(event, now)
    if event.state is LinkState.UP:
        state.latest.give_grace(event.source, now)
    elif event.state is LinkState.DOWN:
        for sign in state.latest.lose_all(event.reason, now, event.source):
            core.judge.lost(sign, now)
    return []


def _part_failed(core: MonitorCore, event: PartFailed, now: float) -> list[Outcome]:
    core.judge.conditions.part(event.part, now, failed=True, text=event.text)
    return []


def _part_recovered(core: MonitorCore, event: PartRecovered, now: float) -> list[Outcome]:
    core.judge.conditions.part(event.part, now, failed=False)
    return []


def _resumed(core: MonitorCore, event: Resumed, now: float) -> list[Outcome]:
    state = core.state
    for sign in state.latest.lose_all("program-away", event.gap_from_s):
        core.judge.lost(sign, now)
    core.judge.conditions.devices_away(now)
    state.bedside_off.clear()
    core.judge.conditions.parts_anew(now)
    state.handshake.away(event.gap_from_s, now)
    state.gaps.append((event.gap_from_s, now))
    return []


def _clock_jumped(core: MonitorCore, event: ClockJumped, now: float) -> list[Outcome]:
    return list(core.judge.conditions.moment(CLOCK_ROW, now, f"{event.seconds:+.0f}"))


def _staged(
    _core: MonitorCore, _event: Staged | LessonBegun | TrueState, _now: float
) -> list[Outcome]:
    """What is only for the record of a lesson: nothing is judged by it."""
    return []


HEARD: dict[type, Handler] = {
    SessionOpened: _opened,
    Numerics: _numerics,
    CuffResult: cuff,
    CuffFailed: _cuff_failed,
    SignalLost: _lost,
    DeviceNote: _device_note,
    LinkChanged: link,
    PartFailed: _part_failed,
    PartRecovered: _part_recovered,
    Resumed: _resumed,
    ClockJumped: _clock_jumped,
    Staged: _staged,
    LessonBegun: _staged,
    TrueState: _staged,
}
"""Wave chunks are not here: many a second, and nothing is judged by them."""
