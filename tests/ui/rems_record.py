"""The record of an intranasal treatment, written by hand, for the tests of the form."""

from __future__ import annotations

from dataclasses import replace

import pictures
from recording_backend import ROW

from monitor.commands import EndSession, Note, NoteKind, Sedation
from monitor.entries import Entry
from monitor.events import Event, Numerics
from monitor.limits import PROFILES
from monitor.outcomes import BaselineAccepted, Outcome, Refused
from monitor.people import Course, Patient, Risk
from monitor.plan import Drug, Plan
from monitor.treatment.commands import AnswerQuestion, DrawDrug, GiveDose, Scale, Score
from monitor.vitals import CuffResult, Reading, VitalSign
from ui.requests import SessionRecord

BY = "Nurse 1"
SOURCE = "device:ivy-450c"
MIN_S = 60.0
SPRAY = Plan(None, None, 40.0, fixed_mg=56.0, drug=Drug.ESKETAMINE)
WHO = Patient(
    "20417", 82.0, "J. M.", 1974, "Name 1", "1974-05-31", "female", frozenset({Risk.MAOI})
)

Said = tuple[float, Event | Outcome]
"""(minute, what)"""


def cuff(sbp: float, dbp: float) -> CuffResult:
    return CuffResult(sbp, dbp, None, None, SOURCE)


def opened(plan: Plan = SPRAY, profile: str = "intranasal") -> Event:
    return replace(
        pictures.opened(),
        patient=WHO,
        plan=plan,
        profile=PROFILES[profile],
        flow=True,
        course=Course(3, 8),
        by=BY,
    )


def usual() -> tuple[Said, ...]:
    """First device at minute 20, signed at minute 145; awake after 70 min, clear after 85."""
    return (
        (0, opened()),
        (1, AnswerQuestion("interacting-drug", "benzodiazepine", BY, "one, yesterday")),
        (16, cuff(126, 80)),
        (17, BaselineAccepted(124.0, 78.0, 72.0, 98.0)),
        (18, DrawDrug(56.0, "NS7", "2028-03-31", BY)),
        (20, GiveDose(28.0, BY)),
        (26, GiveDose(28.0, BY, 60.0)),
        (50, Sedation(3, BY)),
        (55, Score(Scale.DISSOCIATION, 3, BY)),
        (61, cuff(146, 92)),
        (90, Sedation(5, BY)),
        (100, cuff(128, 82)),
        (105, Score(Scale.DISSOCIATION, 0, BY)),
        (140, Numerics((Reading(VitalSign.HR, 70.0, SOURCE),))),
        (140, Numerics((Reading(VitalSign.SPO2, 97.0, SOURCE),))),
        (142, cuff(124, 80)),
        (145, EndSession(BY)),
    )


def chest_pain(minute: float) -> Said:
    return minute, Note("n1", NoteKind.CHEST_PAIN, "", BY)


def refused(minute: float) -> tuple[Said, Said]:
    return (minute, GiveDose(5000.0, BY)), (minute, Refused("dose", "dose-impossible"))


def entries(*said: Said) -> tuple[Entry, ...]:
    return tuple(
        Entry("s-1", seq, minute * MIN_S, what)
        for seq, (minute, what) in enumerate(sorted(said, key=lambda one: one[0]))
    )


def record(*said: Said, simulated: bool = False) -> SessionRecord:
    row = replace(ROW, session_id="s-1", simulated=simulated)
    return SessionRecord(row, entries(*said), ())
