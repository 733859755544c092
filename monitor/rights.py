"""Who may do what: the one table, asked below the screen and by the command line.

Rule 1: `MAY` has every right. Whatever looks at, takes along or changes anything asks it.
Rule 2: what a patient may need at once (`LOCKED_MAY`) needs no role and no PIN; judging, alarms
        and sounds ask nobody.
Rule 3: while nobody is enlisted everybody may everything, and the screen says so.
Rule 4: a name that only stands in a command proves nothing: others that it names (`OTHERS`) have
        given their PINs too.

Source: 45 CFR 164.312(a) and 164.308(a)(4), 21 CFR 11.10(d) and (g).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor import commands as c
from monitor.treatment import commands as t


class Role(enum.StrEnum):
    """As it is kept in the record."""

    NURSE = "nurse"
    PROVIDER = "provider"
    SUPERVISOR = "supervisor"
    VIEWER = "viewer"


class Right(enum.StrEnum):
    VIEW_RUNNING = "view-running"
    """Look at the chairs and everything of a session that goes on."""
    VIEW_RECORD = "view-record"
    """Look at recorded sessions, and at a patient's earlier ones."""
    TREAT = "treat"
    """Open a session, and enter whatever is done or seen in it."""
    LIMITS = "limits"
    SIGN = "sign"
    """End a session with one's name."""
    DECIDE = "decide"
    """Take on a caution, an override, or a resumption against the rules."""
    EXPORT = "export"
    DEIDENTIFIED_EXPORT = "deidentified-export"
    PRINT = "print"
    DAY = "day"
    """Change today's list, tick what was done."""
    STAFF = "staff"
    """Enlist and retire."""
    SETTINGS = "settings"
    """What the clinic says of itself, when a window locks."""
    BACKUP = "backup"
    RESTORE = "restore"
    DELETE = "delete"
    """Delete sessions, and say how long they are kept."""
    KEYS = "keys"
    """Change the key of the record, print its recovery code."""
    AUDIT = "audit"
    """Read the audit trail."""
    VERIFY = "verify"


_TREATING = frozenset({Role.NURSE, Role.PROVIDER, Role.SUPERVISOR})
_SUPERVISOR = frozenset({Role.SUPERVISOR})
_EVERYBODY = frozenset(Role)

MAY: dict[Right, frozenset[Role]] = {
    Right.VIEW_RUNNING: _EVERYBODY,
    Right.VIEW_RECORD: _EVERYBODY,
    Right.TREAT: _TREATING,
    Right.LIMITS: _TREATING,
    Right.SIGN: _TREATING,
    Right.DECIDE: frozenset({Role.PROVIDER}),
    Right.EXPORT: _TREATING,
    Right.DEIDENTIFIED_EXPORT: _EVERYBODY,
    Right.PRINT: _TREATING,
    Right.DAY: _TREATING,
    Right.STAFF: _SUPERVISOR,
    Right.SETTINGS: _SUPERVISOR,
    Right.BACKUP: _SUPERVISOR,
    Right.RESTORE: _SUPERVISOR,
    Right.DELETE: _SUPERVISOR,
    Right.KEYS: _SUPERVISOR,
    Right.AUDIT: _SUPERVISOR,
    Right.VERIFY: _EVERYBODY,
}


RIGHTS: dict[type, Right] = {
    c.SetBaseline: Right.TREAT,
    c.StartInfusion: Right.TREAT,
    c.PauseInfusion: Right.TREAT,
    c.ResumeInfusion: Right.TREAT,
    c.StopInfusion: Right.TREAT,
    c.BeginDischarge: Right.TREAT,
    c.EndSession: Right.SIGN,
    c.Acknowledge: Right.TREAT,
    c.PauseAudio: Right.TREAT,
    c.ResumeAudio: Right.TREAT,
    c.Note: Right.TREAT,
    c.UndoNote: Right.TREAT,
    c.ManualCuff: Right.TREAT,
    c.Sedation: Right.TREAT,
    c.ConfirmMonitor: Right.TREAT,
    c.ChangeLimit: Right.LIMITS,
    c.AllowCuff: Right.TREAT,
    c.StartCuff: Right.TREAT,
    c.PreferSource: Right.TREAT,
    c.SoundChecked: Right.TREAT,
    c.BeginEmergency: Right.TREAT,
    c.AnswerEmergency: Right.TREAT,
    c.EmergencyStamp: Right.TREAT,
    c.UndoStamp: Right.TREAT,
    c.EndEmergency: Right.TREAT,
    c.QuietRoom: Right.TREAT,
    t.Mount: Right.TREAT,
    t.AnswerQuestion: Right.TREAT,
    t.MeasureBaseline: Right.TREAT,
    t.SignDecision: Right.TREAT,
    t.SetPlan: Right.TREAT,
    t.DrawDrug: Right.TREAT,
    t.WasteDrug: Right.TREAT,
    t.GiveDose: Right.TREAT,
    t.ChangeRate: Right.TREAT,
    t.PumpStopped: Right.TREAT,
    t.PumpVolume: Right.TREAT,
    t.EndNote: Right.TREAT,
    t.StillPresent: Right.TREAT,
    t.GiveDrug: Right.TREAT,
    t.Distress: Right.TREAT,
    t.OffMonitor: Right.TREAT,
    t.Score: Right.TREAT,
    t.CountBreaths: Right.TREAT,
    t.StandingCuff: Right.TREAT,
    t.SkipPrompt: Right.TREAT,
    t.TickCriterion: Right.TREAT,
    t.OverrideCriterion: Right.TREAT,
    t.Claim: Right.TREAT,
    t.Cover: Right.TREAT,
    t.HandOver: Right.TREAT,
}
"""What each command needs, where `LOCKED_MAY` does not let it through."""


AMENDING = Right.TREAT
"""What it needs to correct a line of a session that is over, or to add to it (`amendments.py`)."""


@dataclass(frozen=True, slots=True)
class Other:
    """A field of a command that names somebody beside `by`; empty = nobody is named.

    `right` is what she needs; None = being enlisted is enough.
    """

    field: str
    right: Right | None = None


OTHERS: dict[type, tuple[Other, ...]] = {
    c.ResumeInfusion: (Other("provider", Right.DECIDE),),
    c.EndSession: (Other("second"),),
    t.SignDecision: (Other("provider", Right.DECIDE), Other("second")),
    t.SetPlan: (Other("second"),),
    t.DrawDrug: (Other("second"),),
    t.WasteDrug: (Other("witness"),),
    t.OverrideCriterion: (Other("second"),),
    t.HandOver: (Other("to", Right.TREAT),),
}


def may(role: Role, right: Right) -> bool:
    return role in MAY[right]


def right_of(command: c.Command) -> Right:
    """What this command needs."""
    return RIGHTS[type(command)]
