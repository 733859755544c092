"""What was so at a moment of a session: phase, drug, scores, alarms and gaps. Pure, no Qt.

Rule: it is read off the lines of what happened and off what the curve shows, so that the values
      beside the cursor never differ from what is drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.outcomes import PhaseChanged
from ui.review.effect_site import DrugCourse, drug_course
from ui.review.line import Kind, Line
from ui.trend_model import TrendModel


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """`phase` is a value of `monitor.phases.Phase`."""

    from_s: float
    to_s: float
    phase: str


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """Of one session; `marks` are the moments of its lines, in their order."""

    phases: tuple[PhaseSpan, ...] = ()
    drug: DrugCourse = field(default_factory=DrugCourse)
    lines: tuple[Line, ...] = ()

    def phase_at(self, at_s: float) -> str:
        """Empty = before the first."""
        place = bisect_right(self.phases, at_s, key=lambda span: span.from_s) - 1
        return self.phases[place].phase if place >= 0 else ""

    def during(self, kind: Kind, at_s: float) -> list[Line]:
        """The lines of this kind that were under way at a moment."""
        return [
            line
            for line in self.lines
            if line.kind is kind
            and not line.struck
            and line.at_s <= at_s
            and line.until_s is not None
            and at_s < line.until_s
        ]

    def score_before(self, at_s: float) -> Line | None:
        """The last score that was given; None = there was none yet."""
        return next(
            (
                line
                for line in reversed(self.lines)
                if line.kind is Kind.SCORE and not line.struck and line.at_s <= at_s
            ),
            None,
        )


def course_facts(
    entries: Iterable[Entry], model: TrendModel, lines: Sequence[Line]
) -> CourseFacts:
    rare = [entry for entry in entries if type(entry.what) in (PhaseChanged, SessionOpened)]
    weight_kg = next(
        (one.what.patient.weight_kg for one in rare if isinstance(one.what, SessionOpened)), None
    )
    drug = drug_course(model.given, weight_kg, model.last_s)
    return CourseFacts(phases_of(rare, model.last_s), drug, tuple(lines))


def phases_of(entries: Iterable[Entry], until_s: float) -> tuple[PhaseSpan, ...]:
    """Each phase from its change to the next one."""
    changes = [
        (entry.now_s, entry.what.after.value)
        for entry in entries
        if isinstance(entry.what, PhaseChanged)
    ]
    return tuple(
        PhaseSpan(from_s, to_s, phase)
        for (from_s, phase), (to_s, _next) in pairwise([*changes, (until_s, "")])
        if to_s > from_s
    )
