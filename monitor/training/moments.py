"""When the moment of a lesson has come. Pure."""

from __future__ import annotations

from monitor.events import Recorded
from monitor.outcomes import AlarmChanged, AlarmPhase, PhaseChanged
from monitor.training.lesson import Moment
from monitor.training.staged import Staged, StagedKind

RAISED = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})


def raises(moment: Moment, change: AlarmChanged) -> bool:
    """One of the alarms of the moment is said now."""
    said = change.state in RAISED or (moment.card and change.state is AlarmPhase.PENDING)
    return said and bool({change.alarm, *change.reasons}.intersection(moment.alarm))


def is_moment(moment: Moment, what: Recorded) -> bool:
    """With this line of a record the moment begins; what it adds in seconds is not in it."""
    match what:
        case AlarmChanged():
            return raises(moment, what)
        case PhaseChanged(after=after):
            return moment.phase == after
        case Staged(StagedKind.CUE, cue):
            return moment.cue == cue
        case Staged(StagedKind.EVENT, name):
            return moment.befell == name
        case _:
            return False
