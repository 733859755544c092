"""One line of what happened in a session, and the book in which the lines of all families stand.

Rule 1: a line stands at the moment when it happened; when it was entered a minute or more later,
        it says when.
Rule 2: what was entered behind a locked screen bears the name of whoever claimed it afterwards,
        and says so; unclaimed it is without a name.
Rule 3: what was taken back stays, struck through.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from monitor.entries import Entry
from monitor.outcomes import Priority
from monitor.treatment.commands import UNCLAIMED, Claim
from monitor.treatment.late_entries import moment
from ui.words import say

LATE_S = 60.0
Clock = Callable[[float], str]
"""From a session second to what the clock on the wall said."""
Handler = Callable[[float, Any], None]
"""Takes the moment of an entry and what it is."""


class Kind(enum.StrEnum):
    ALARM = "alarm"
    COURSE = "course"
    DRUG = "drug"
    """A dose, a rate, another drug that was given."""
    SCORE = "score"
    NOTE = "note"
    MEASURED = "measured"
    GAP = "gap"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Line:
    """`until_s` is when it was over; None = a moment. `struck` = taken back.

    `badge` is what its flag over the curve says; empty = its shape alone.
    """

    at_s: float
    kind: Kind
    text: str
    detail: str = ""
    priority: Priority | None = None
    struck: bool = False
    until_s: float | None = None
    badge: str = ""
    seq: int | None = field(default=None, compare=False)
    """The number of the entry that it tells of; None = of none alone."""
    amended: bool = False
    """Something was said of it after the session; it says what."""


@dataclass(frozen=True, slots=True)
class Claims:
    """`names`: whose an entry is, by its number; `counts`: how many each claim took on."""

    names: Mapping[int, str]
    counts: Mapping[int, int]


def claims_of(entries: Iterable[Entry]) -> Claims:
    names: dict[int, str] = {}
    counts: dict[int, int] = {}
    waiting: list[int] = []
    for entry in entries:
        what = entry.what
        if isinstance(what, Claim) and what.by != UNCLAIMED:
            names.update(dict.fromkeys(waiting, what.by))
            counts[entry.seq] = len(waiting)
            waiting = []
        elif getattr(what, "by", None) == UNCLAIMED:
            waiting.append(entry.seq)
    return Claims(names, counts)


def joined(*parts: str) -> str:
    """The parts that say something, side by side."""
    return " · ".join(part for part in parts if part)


class Book:
    """The lines so far, and what every family needs to know to write one."""

    def __init__(self, clock: Clock, claims: Claims) -> None:
        self.now_s = 0.0
        """The newest moment of the record."""
        self.names: dict[str, str] = {}
        """Of the devices by source, where there are several."""
        self._clock = clock
        self._claims = claims
        self._seq = 0
        self._lines: list[Line] = []
        self._dropped: set[int] = set()

    def turn_to(self, entry: Entry) -> None:
        self.reach(entry.now_s)
        self._seq = entry.seq

    def reach(self, now_s: float) -> None:
        """The record goes on until then."""
        self.now_s = max(self.now_s, now_s)

    # ---- the lines

    def add(self, at_s: float, kind: Kind, text: str, *details: str) -> int:
        """A new line; its place, by which it can be changed."""
        self._lines.append(Line(at_s, kind, text, joined(*details), seq=self._seq))
        return len(self._lines) - 1

    def late(self, now_s: float, kind: Kind, text: str, what: Any, *details: str) -> int:
        """What `what` says, which was entered at `now_s`, where it happened."""
        at_s = moment(what.ago_s, now_s)
        return self.add(at_s, kind, text, *details, self.by(what.by, at_s, now_s))

    def line(self, place: int) -> Line:
        return self._lines[place]

    def put(self, place: int, line: Line) -> None:
        self._lines[place] = line

    def more(self, place: int, *details: str) -> None:
        line = self._lines[place]
        self._lines[place] = replace(line, detail=joined(line.detail, *details))

    def strike(self, place: int, who: str) -> None:
        line = self._lines[place]
        name = self.name(who)
        told = say("past-taken-back", name) if name else say("past-taken-back-nobody")
        self._lines[place] = replace(line, struck=True, detail=joined(line.detail, told))

    def drop(self, place: int) -> None:
        """It turned out to be nothing."""
        self._dropped.add(place)

    def told(self) -> list[Line]:
        """All of them, oldest first."""
        kept = [line for place, line in enumerate(self._lines) if place not in self._dropped]
        return sorted(kept, key=lambda line: line.at_s)

    # ---- who and when

    def name(self, who: str) -> str:
        """Who it was; empty = nobody said so."""
        return self._claims.names.get(self._seq, "") if who == UNCLAIMED else who

    @property
    def claimed(self) -> int:
        """How many entries the claim that is told now took on."""
        return self._claims.counts.get(self._seq, 0)

    def by(self, who: str, at_s: float = 0.0, entered_s: float = 0.0) -> str:
        """Who said it, and when it was entered if that was later."""
        return joined(self._who(who), self.entered(at_s, entered_s))

    def entered(self, at_s: float, entered_s: float) -> str:
        late = entered_s - at_s >= LATE_S
        return say("past-entered", self._clock(entered_s)) if late else ""

    def _who(self, who: str) -> str:
        if who != UNCLAIMED:
            return say("past-by", who) if who else ""
        name = self.name(who)
        return say("past-claimed-by", name) if name else say("past-nobody")


def because(reason: str) -> str:
    """A reason in somebody's own words."""
    return say("past-because", reason) if reason.strip() else ""


def second(person: str) -> str:
    return say("past-second", person) if person else ""
