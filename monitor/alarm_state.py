"""The life of one alarm, as a table.

Rule 1: everything that can change the state of an alarm is in `TRANSITIONS`.
Rule 2: UNKNOWN is not a stimulus. Losing a sign must never look like recovering from it.
Rule 3: an alarm that sounded stays on the screen until somebody acknowledges it. Below the
        extremes only the message stays; an extreme goes on sounding (`INSISTING`).
Rule 4: what a repeated cuff reading took back stays on the screen too, as a note.
"""

from __future__ import annotations

import enum

from monitor.outcomes import AlarmPhase


class AlarmState(enum.Enum):
    QUIET = enum.auto()
    PENDING = enum.auto()
    """A cuff value was seen once: a silent card that asks for a repeat."""
    SOUNDING = enum.auto()
    INSISTING = enum.auto()
    """The condition is over, but it was an extreme: it sounds until acknowledged."""
    LATCHED = enum.auto()
    """The condition is over; silent, the message waits to be acknowledged."""
    ACKNOWLEDGED = enum.auto()
    """The condition holds, somebody knows; silent until it is time to remind."""
    WITHDRAWN = enum.auto()
    """A repeat did not confirm it; silent, the note waits to be acknowledged."""


class Stimulus(enum.Enum):
    ASKED = enum.auto()
    """A repeat is asked for, and nothing of this alarm is confirmed."""
    RAISED = enum.auto()
    WORSE = enum.auto()
    OVER = enum.auto()
    OVER_EXTREME = enum.auto()
    OVER_UNHEARD = enum.auto()
    """The condition is over, and it never made a sound: there is nothing to answer for."""
    TAKEN_BACK = enum.auto()
    """A repeat said that the reading was wrong."""
    ACKNOWLEDGE = enum.auto()
    REMIND = enum.auto()
    LESSER = enum.auto()
    """While an extreme waits to be acknowledged, a lesser tier of the same alarm holds."""


S, X = AlarmState, Stimulus

TRANSITIONS: dict[AlarmState, dict[Stimulus, AlarmState]] = {
    S.QUIET: {X.ASKED: S.PENDING, X.RAISED: S.SOUNDING},
    S.PENDING: {
        X.RAISED: S.SOUNDING,
        X.OVER: S.QUIET,
        X.TAKEN_BACK: S.WITHDRAWN,
    },
    S.SOUNDING: {
        X.WORSE: S.SOUNDING,
        X.OVER: S.LATCHED,
        X.OVER_EXTREME: S.INSISTING,
        X.OVER_UNHEARD: S.QUIET,
        X.TAKEN_BACK: S.WITHDRAWN,
        X.ACKNOWLEDGE: S.ACKNOWLEDGED,
    },
    S.INSISTING: {
        X.RAISED: S.SOUNDING,
        X.WORSE: S.SOUNDING,
        X.LESSER: S.SOUNDING,
        X.ACKNOWLEDGE: S.QUIET,
    },
    S.LATCHED: {
        X.ASKED: S.LATCHED,
        X.RAISED: S.SOUNDING,
        X.TAKEN_BACK: S.LATCHED,
        X.ACKNOWLEDGE: S.QUIET,
    },
    S.ACKNOWLEDGED: {
        X.WORSE: S.SOUNDING,
        X.OVER: S.QUIET,
        X.OVER_EXTREME: S.QUIET,
        X.OVER_UNHEARD: S.QUIET,
        X.TAKEN_BACK: S.WITHDRAWN,
        X.REMIND: S.SOUNDING,
    },
    S.WITHDRAWN: {
        X.ASKED: S.WITHDRAWN,
        X.RAISED: S.SOUNDING,
        X.TAKEN_BACK: S.WITHDRAWN,
        X.ACKNOWLEDGE: S.QUIET,
    },
}

SAID: dict[tuple[AlarmState, Stimulus], tuple[AlarmPhase, ...]] = {
    (S.QUIET, X.ASKED): (AlarmPhase.PENDING,),
    (S.QUIET, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.PENDING, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.PENDING, X.OVER): (AlarmPhase.CLEARED,),
    (S.PENDING, X.TAKEN_BACK): (AlarmPhase.WITHDRAWN,),
    (S.SOUNDING, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.SOUNDING, X.OVER): (AlarmPhase.LATCHED,),
    (S.SOUNDING, X.OVER_EXTREME): (),
    (S.SOUNDING, X.OVER_UNHEARD): (AlarmPhase.CLEARED,),
    (S.SOUNDING, X.TAKEN_BACK): (AlarmPhase.WITHDRAWN,),
    (S.SOUNDING, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED,),
    (S.INSISTING, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.INSISTING, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.INSISTING, X.LESSER): (),
    (S.INSISTING, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED),
    (S.LATCHED, X.ASKED): (AlarmPhase.PENDING,),
    (S.LATCHED, X.TAKEN_BACK): (AlarmPhase.WITHDRAWN,),
    (S.LATCHED, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.LATCHED, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED),
    (S.ACKNOWLEDGED, X.WORSE): (AlarmPhase.ESCALATED,),
    (S.ACKNOWLEDGED, X.OVER): (AlarmPhase.CLEARED,),
    (S.ACKNOWLEDGED, X.OVER_EXTREME): (AlarmPhase.CLEARED,),
    (S.ACKNOWLEDGED, X.OVER_UNHEARD): (AlarmPhase.CLEARED,),
    (S.ACKNOWLEDGED, X.TAKEN_BACK): (AlarmPhase.WITHDRAWN,),
    (S.ACKNOWLEDGED, X.REMIND): (AlarmPhase.REMINDED,),
    (S.WITHDRAWN, X.ASKED): (AlarmPhase.PENDING,),
    (S.WITHDRAWN, X.RAISED): (AlarmPhase.SOUNDING,),
    (S.WITHDRAWN, X.TAKEN_BACK): (AlarmPhase.WITHDRAWN,),
    (S.WITHDRAWN, X.ACKNOWLEDGE): (AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED),
}
"""What the record says when a stimulus moves an alarm: the words of `AlarmPhase`, in order."""

AUDIBLE = frozenset({S.SOUNDING, S.INSISTING})
