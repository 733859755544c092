"""The example session with corrections and addenda, for the tests of the review."""

from __future__ import annotations

from monitor.amendments import Amendment, Correct, NewValue
from monitor.commands import ManualCuff, Note
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import CuffResult
from tests.ui.page_sessions import example_entries, example_record
from ui.requests import SessionRecord

UTC = 1_790_009_000.0
"""2026-09-21 18:43 where it was recorded."""


def line_of(kind: type, **fields: object) -> int:
    """The number of the first line of this kind with these fields."""
    return next(
        one.seq
        for one in example_entries("a")
        if isinstance(one.what, kind)
        and all(getattr(one.what, name) == value for name, value in fields.items())
    )


MANUAL = line_of(ManualCuff)
CUFF = line_of(CuffResult, sbp=168.0)
NOTE = line_of(Note, note_id="n1")
SECOND = line_of(Numerics)


def correct(
    line: int, reason: str = "typed wrong", by: str = "Nurse 1", **values: float | str
) -> Correct:
    told = tuple(
        NewValue(name, None, value) if isinstance(value, str) else NewValue(name, value)
        for name, value in values.items()
    )
    return Correct(line, told, reason, by, UTC, 120)


def amended(*said: Amendment) -> list[Entry]:
    record = list(example_entries("a"))
    last = record[-1]
    more = [Entry("a", last.seq + 1 + n, last.now_s, what) for n, what in enumerate(said)]
    return [*record, *more]


def amended_record(*said: Amendment, **changes: object) -> SessionRecord:
    return example_record("a", entries=amended(*said), **changes)
