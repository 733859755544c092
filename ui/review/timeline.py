"""What happened in a session, told line by line. Pure, no Qt.

Rule 1: each family of events has its module (`…_lines.py`), which says in `handlers` what it
        tells; all write into one book (`line.py`), which keeps the rules that hold for every line.
Rule 2: a command that was refused did nothing, and is no line (`monitor/taken.py`).
Rule 3: what came late stands where it happened.
Rule 4: what was corrected stays, struck through, beside what counts (`correction_lines.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from data.counted import as_counted, happened
from monitor.commands import PreferSource
from monitor.entries import Entry
from monitor.events import LinkChanged, Numerics, Resumed, SessionOpened
from monitor.treatment.retold import GivenRetold
from monitor.vitals import SignalLost
from ui.chair.spans import minutes_text
from ui.review.alarm_lines import AlarmLines
from ui.review.check_lines import CheckLines
from ui.review.correction_lines import amended
from ui.review.course_lines import CourseLines
from ui.review.drug_lines import DrugLines
from ui.review.gap_lines import SHORTEST_GAP_S, GapLines
from ui.review.line import Book, Clock, Handler, Line, claims_of
from ui.review.note_lines import NoteLines
from ui.review.screening_lines import ScreeningLines
from ui.review.setting_lines import SettingLines
from ui.review.stopped import stopped
from ui.review.training_lines import TrainingLines

_CHANGING = frozenset({SignalLost, LinkChanged, Resumed, SessionOpened, PreferSource, Numerics})
"""After these the next values of a sign may be news; each second's values are no line."""


class Family(Protocol):
    """Some of the events of a session, told by one module."""

    def handlers(self) -> Mapping[type, Handler]:
        """What it tells, by type; called for each entry with its moment."""

    def close(self) -> None:
        """The record is over: what is still open ends here."""


def families(book: Book, given: GivenRetold) -> tuple[Family, ...]:
    return (
        SettingLines(book),
        AlarmLines(book),
        CourseLines(book, given),
        DrugLines(book, given),
        ScreeningLines(book),
        CheckLines(book),
        NoteLines(book),
        GapLines(book),
        TrainingLines(book),
    )


def timeline(entries: Sequence[Entry], clock: Clock = minutes_text) -> list[Line]:
    """Every line of the session, oldest first; `clock` tells the time of a session second."""
    return amended(_lines(entries, clock), entries, lambda some: _lines(some, clock))


def _lines(entries: Sequence[Entry], clock: Clock) -> list[Line]:
    """As it counts; corrected lines say nothing yet of what they were."""
    book, given = Book(clock, claims_of(happened(entries))), GivenRetold()
    told = families(book, given)
    handlers: dict[type, list[Handler]] = defaultdict(list)
    for family in told:
        for kind, handle in family.handlers().items():
            handlers[kind].append(handle)
    for entry in as_counted(entries, marked=False).thinned(_CHANGING):
        book.turn_to(entry)
        given.hear(entry.what, entry.now_s)
        for handle in handlers.get(type(entry.what), ()):
            handle(entry.now_s, entry.what)
    if entries:
        book.reach(entries[-1].now_s)
    for family in told:
        if isinstance(family, GapLines):
            family.stopped(stopped(entries, SHORTEST_GAP_S))
        family.close()
    return book.told()
