"""The life of one alarm, as a table.

Rule 1: everything that can change the state of an alarm is in `TRANSITIONS`.
Rule 2: UNKNOWN is not a stimulus. Losing a sign must never look like recovering from it.
Rule 3: an alarm that sounded stays on the screen until somebody acknowledges it. Below the
        extremes only the message stays; an extreme goes on sounding (`INSISTING`).

A place is kept for PENDING, the silent card that asks for a repeated cuff reading.
"""

from __future__ import annotations

import enum

from monitor.events import AlarmPhase


class AlarmState(enum.Enum):
    QUIET = enum.auto()
    SOUNDING = enum.auto()
    INSISTING = enum.auto()
    """The condition is over, but it was an extreme: it sounds until acknowledged."""
    LATCHED = enum.auto()
    """The condition is over; silent, the message waits to be acknowledged."""
    ACKNOWLEDGED = enum.auto()
    """The condition holds, somebody knows; silent until it is time to remind."""


class Stimulus(enum.Enum):
    RAISED = enum.auto()
    WORSE = enum.auto()
    OVER = enum.auto()
    OVER_EXTREME = enum.auto()
    ACKNOWLEDGE = enum.auto()
    REMIND = enum.auto()
    LESSER = enum.auto()
    """While an extreme waits to be acknowledged, a lesser tier of the same alarm holds."""


S, X = AlarmState, Stimulus

TRANSITIONS: dict[AlarmState, dict[Stimulus, AlarmState]] = {
    S.QUIET: {X.RAISED: S.SOUNDING},
    S.SOUNDING: {
        X.WORSE: S.SOUNDING,
        X.OVER: S.LATCHED,
        X.OVER_EXTREME: S.INSISTING,
        X.ACKNOWLEDGE: S.ACKNOWLEDGED,
    },
    S.INSISTING: {
        X.RAISED: S.SOUNDING,
        X.WORSE: S.SOUNDING,
        X.LESSER: S.SOUNDING,
        X.ACKNOWLEDGE: S.QUIET,
    },
    S.LATCHED: {X.RAISED: S.SOUNDING, X.ACKNOWLEDGE: S.QUIET},
    S.ACKNOWLEDGED: {
        X.WORSE: S.SOUNDING,
        X.OVER: S.QUIET,
        X.OVER_EXTREME: S.QUIET,
        X.REMIND: S.SOUNDING,
    },
}

SAID: dict[tuple[AlarmState, Stimulus], tuple[AlarmPhase, ...]] = {
    (S.QUIET, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.SOUNDING, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.SOUNDING, X.OVER): (AlarmPhase.LATCHED,),
    (S.SOUNDING, X.OVER_EXTREME): (),
    (S.SOUNDING, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED,),
    (S.INSISTING, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.INSISTING, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.INSISTING, X.LESSER): (),
    (S.INSISTING, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED),
    (S.LATCHED, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.LATCHED, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED),
    (S.ACKNOWLEDGED, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.ACKNOWLEDGED, X.OVER): (AlarmPhase.CLEARED,),
    (S.ACKNOWLEDGED, X.OVER_EXTREME): (AlarmPhase.CLEARED,),
    (S.ACKNOWLEDGED, X.REMIND): (AlarmPhase.REMINDED,),
}
"""What the record says when a stimulus moves an alarm: the words of `AlarmPhase`, in order."""

AUDIBLE = frozenset({S.SOUNDING, S.INSISTING})
