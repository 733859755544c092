"""What enters the record of a training session beside what the devices and the learner say.

Rule 1: none of it is judged: no alarm, no phase, no value follows from it.
Rule 2: it is there only in a session that was opened as simulated.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.training.lesson import Lesson


class StagedKind(enum.StrEnum):
    EVENT = "event"
    """Something befell the patient, its sensors or the wire; `what` names it."""
    ENDED = "ended"
    """What was named so is over, because somebody ended it."""
    CUE = "cue"
    """The learner was told what the patient says or shows."""
    HAND = "hand"
    """The learner did this at the bedside, where no program sees it; `what` is a `Deed`."""
    NOTE = "note"
    """The instructor wrote down `text`."""
    PACE = "pace"
    """Time was frozen (`frozen`), went on (`unfrozen`), or goes `text` times as fast (`speed`)."""
    FINISHED = "finished"
    """The lesson is over: `what` says by whom (`instructor`, `learner`) or why (`time`)."""


@dataclass(frozen=True, slots=True)
class Staged:
    """`what` is an id; `text` what goes with it, numbers or a person's own words."""

    kind: StagedKind
    what: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class LessonBegun:
    """The lesson of this session, whole; `scenario` is the name of its file."""

    scenario: str
    learner: str
    seed: int
    lesson: Lesson
    instructor: bool = False
    """Somebody sits at the second window."""
    speed: float = 1.0
    """How many times as fast as on the wall time went at the beginning."""


@dataclass(frozen=True, slots=True)
class TrueState:
    """How the simulated patient really was: mmHg, 1/min, %; `effect` is a share of the most."""

    sbp: float
    dbp: float
    hr: float
    spo2: float
    rr: float
    effect: float


Training = Staged | LessonBegun | TrueState
