"""The course of a treatment, told afterwards: its phases, and the start, pauses and end of a drip.

Rule 1: a change of phase that somebody asked for stands where it happened, with who asked for it
        and why; one that came by itself has no name.
Rule 2: a dose by another route begins the treatment and is a line of its own (`drug_lines.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monitor.commands import (
    BeginDischarge,
    EndSession,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.commands import GiveDose, MeasureBaseline
from monitor.treatment.late_entries import moment
from monitor.treatment.retold import GivenRetold
from ui.review.line import Book, Handler, Kind, because, second
from ui.words import say

TOLD_BY_THE_PHASE = (
    StartInfusion,
    PauseInfusion,
    ResumeInfusion,
    StopInfusion,
    BeginDischarge,
    MeasureBaseline,
    EndSession,
    GiveDose,
)
_WORDS = {
    (Phase.BASELINE, Phase.TREATING): "past-started",
    (Phase.TREATING, Phase.PAUSED): "past-paused",
    (Phase.PAUSED, Phase.TREATING): "past-resumed",
    (Phase.TREATING, Phase.RECOVERY): "past-stopped",
    (Phase.PAUSED, Phase.RECOVERY): "past-stopped",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody asked for at `now_s`; `name` empty = nobody said who."""

    what: Any
    now_s: float
    by: str
    name: str
    at_s: float


class CourseLines:
    def __init__(self, book: Book, given: GivenRetold) -> None:
        self._book = book
        self._given = given
        self._asked: _Asked | None = None

    def handlers(self) -> Mapping[type, Handler]:
        return {**dict.fromkeys(TOLD_BY_THE_PHASE, self._ask), PhaseChanged: self._phase}

    def close(self) -> None:
        self._asked = None

    def _ask(self, now_s: float, what: Any) -> None:
        at_s = moment(getattr(what, "ago_s", 0.0), now_s)
        by = self._book.by(what.by, at_s, now_s)
        self._asked = _Asked(what, now_s, by, self._book.name(what.by), at_s)

    def _phase(self, now_s: float, change: PhaseChanged) -> None:
        asked, self._asked = self._asked, None
        if asked is None or asked.now_s != now_s:
            self._book.add(now_s, Kind.COURSE, self._text(change))
            return
        what = asked.what
        if isinstance(what, GiveDose):
            return
        allowed = what.provider if isinstance(what, ResumeInfusion) else ""
        details = (
            say("past-allowed", allowed) if allowed else "",
            because(getattr(what, "reason", "")),
            asked.by,
            second(getattr(what, "second", "")),
        )
        signed = isinstance(what, EndSession) and bool(asked.name)
        text = say("past-signed") if signed else self._text(change)
        self._book.add(asked.at_s, Kind.COURSE, text, *details)

    def _text(self, change: PhaseChanged) -> str:
        words = _WORDS.get((change.before, change.after))
        if words is None:
            return say("past-phase", say(f"phase-{change.after}"))
        by_drip = self._given.route is Route.IV
        return say("past-stopped-dose" if words == "past-stopped" and not by_drip else words)
