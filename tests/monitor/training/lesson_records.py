"""Records of a lesson, written by hand: a treatment from 600 s on, and one alarm."""

from __future__ import annotations

from monitor.commands import Acknowledge, Action, PauseInfusion, ResumeInfusion, StopInfusion
from monitor.entries import Entry
from monitor.events import Recorded
from monitor.outcomes import AlarmChanged, AlarmPhase, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.training.lesson import Deed, Lesson, Moment, Wanted
from monitor.training.staged import LessonBegun, Staged, StagedKind, TrueState
from monitor.vitals import VitalSign
from tests.monitor.chairs import OPENED

START_S, ALARM_S = 600.0, 2400.0
KEY = "bp/high"
At = tuple[float, Recorded]
HIGH = Moment(alarm=("sbp-very-high", "dbp-very-high"))


def wanted(
    deed: Deed,
    after: Moment = HIGH,
    *,
    within_s: float | None = 120.0,
    never: bool = False,
    kind: str = "",
) -> Wanted:
    return Wanted(deed, after, f"why-{deed}", within_s, 4, never=never, kind=kind)


def lesson(*things: Wanted) -> Lesson:
    return Lesson("cause-severe-hypertension", things)


LESSON = lesson(wanted(Deed.PAUSE))


def alarm(
    state: AlarmPhase, name: str = "sbp-very-high", priority: Priority = Priority.MEDIUM
) -> AlarmChanged:
    return AlarmChanged(KEY, name, VitalSign.SBP, priority, state, 186.0, 180.0, (name,))


def staged(at_s: float, kind: StagedKind, what: str = "learner") -> At:
    return at_s, Staged(kind, what, "", "N")


def true(at_s: float, sbp: float) -> At:
    return at_s, TrueState(sbp, 90.0, 80.0, 97.0, 14.0, 0.5)


def paused(at_s: float, *, again: bool = False) -> list[At]:
    """`again`: and half a minute later it goes on."""
    made: list[At] = [
        (at_s, PauseInfusion("N")),
        (at_s, PhaseChanged(Phase.TREATING, Phase.PAUSED)),
    ]
    if again:
        made += [
            (at_s + 30.0, ResumeInfusion("N")),
            (at_s + 30.0, PhaseChanged(Phase.PAUSED, Phase.TREATING)),
        ]
    return made


def stopped(at_s: float) -> list[At]:
    return [(at_s, StopInfusion("N")), (at_s, PhaseChanged(Phase.TREATING, Phase.RECOVERY))]


def acknowledged(at_s: float, action: Action | None = None) -> list[At]:
    return [(at_s, Acknowledge(KEY, "N", action)), (at_s, alarm(AlarmPhase.ACKNOWLEDGED))]


def record(*lines: At, taught: Lesson = LESSON) -> list[Entry]:
    """In the order of time; what is given with the alarm's moment comes after it."""
    before: list[At] = [
        (0.0, OPENED),
        (0.0, LessonBegun("S4", "Nurse 1", 1, taught)),
        (START_S, PhaseChanged(Phase.BASELINE, Phase.TREATING)),
        (ALARM_S, alarm(AlarmPhase.SOUNDING)),
    ]
    ordered = sorted([*before, *lines], key=lambda one: one[0])
    return [Entry("s-1", seq, at_s, what) for seq, (at_s, what) in enumerate(ordered)]
