"""A session as it is read for a person: what happened as entries, each second's values as columns.

Rule 1: the whole is a sequence of the same entries, in the same order, as `SessionStore.entries`
        gives without waves. The values of a second become an entry when somebody asks for it.

Who counts or draws all values of a session takes `data/counted.py`: twenty times quicker.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from data import queries
from data.columns import HAPPENED, NUMERICS, Columns, columns_of
from data.connection import Connection
from data.queries import SessionFacts
from data.rows import LAYOUT_AT, Row, Values, to_entry
from monitor.amendments import Correct
from monitor.commands import ConfirmMonitor
from monitor.entries import Entry
from monitor.events import SessionOpened, is_event
from monitor.outcomes import Refused

if TYPE_CHECKING:
    from data.counted import Told


class SessionEntries(Sequence[Entry]):
    """All entries of one session but its waves; `events` are those without a row in `columns`."""

    def __init__(
        self,
        session_id: str,
        events: tuple[Entry, ...],
        columns: Columns,
        rows: Sequence[Values],
    ) -> None:
        """`rows` are those of `columns`, as the table has them, with the text of their layout."""
        self.session_id = session_id
        self.events = events
        self.columns = columns
        self.counted: dict[bool, Told] = {}
        """What was worked out of it once (`data/counted.py`)."""
        self._rows = rows
        seconds = map(self.second, range(len(rows)))
        self._made: list[Entry] = []
        self._to_make = heapq.merge(events, seconds, key=attrgetter("seq"))

    def __len__(self) -> int:
        return len(self.events) + len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        self._made.extend(self._to_make)
        return self._made[place]

    def __iter__(self) -> Iterator[Entry]:
        """What was asked for once is kept: a session is told many times over."""
        place = 0
        while True:
            if place == len(self._made):
                following = next(self._to_make, None)
                if following is None:
                    return
                self._made.append(following)
            yield self._made[place]
            place += 1

    @cached_property
    def plain(self) -> bool:
        """No second's values are left out or changed by anything else in the record."""
        return _plain(self)

    def second(self, row: int) -> Entry:
        """The values of one row of `columns`."""
        return to_entry(self.session_id, Row(NUMERICS, self._rows[row]))


def read(connection: Connection, facts: SessionFacts) -> SessionEntries | None:
    """Everything that was committed of a session but its waves; None: see rule 2.

    Raises `StoreDamaged` for an event that cannot be read.
    """
    texts = queries.layouts(connection)
    rows = queries.seconds(connection, facts.n, facts.last_seq)
    columns = columns_of(rows, texts)
    if columns is None:
        return None
    events = queries.rows(connection, facts.n, facts.last_seq, tables=HAPPENED)
    return SessionEntries(
        facts.session_id,
        tuple(to_entry(facts.session_id, row) for row in events),
        columns,
        _Named(rows, texts),
    )


class _Named(Sequence[Values]):
    """Rows with the text of their layout in place of its number."""

    def __init__(self, rows: Sequence[Values], texts: dict[int, str]) -> None:
        self._rows, self._texts = rows, texts

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Values: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Values]: ...
    def __getitem__(self, place: int | slice) -> Values | Sequence[Values]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        row = self._rows[place]
        return (*row[:LAYOUT_AT], self._texts[row[LAYOUT_AT]], *row[LAYOUT_AT + 1 :])


def _plain(entries: SessionEntries) -> bool:
    spoken: int | None = None
    for event in entries.events:
        what = event.what
        if isinstance(what, ConfirmMonitor):
            return False
        if isinstance(what, SessionOpened) and len(what.devices) > 1:
            return False
        if isinstance(what, Correct) and _corrects_a_second(entries.columns, what):
            return False
        if isinstance(what, Refused) and _second_between(entries.columns, spoken, event.seq):
            return False
        if is_event(what):
            spoken = event.seq
    return True


def _corrects_a_second(columns: Columns, what: Correct) -> bool:
    last = what.line if what.last_line is None else what.last_line
    first, end = columns.seq.searchsorted([what.line, last + 1]).tolist()
    return bool(first < end)


def _second_between(columns: Columns, spoken: int | None, refused: int) -> bool:
    """A second's values came between what was refused and its refusal."""
    place = int(columns.seq.searchsorted(refused))
    if not place:
        return False
    return spoken is None or int(columns.seq[place - 1]) > spoken
