"""A session for whoever counts or draws it: what happened, and runs of seconds in between.

Rule 1: the result is that of going through the record entry by entry; this is only the quick way
        there. A record in which a second's values may not count as they stand (several devices, a
        monitor that was somebody else's, values that were corrected) is given entry by entry.
Rule 2: whoever asks says which kinds of entries change how seconds count. A run ends before each
        of these, and at the end of the record; before all others it may still be open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.columns import Columns
from data.session_entries import SessionEntries
from monitor.corrected import entries_corrected
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.taken import entries_taken
from monitor.vitals import JUDGED, Quality, VitalSign

if TYPE_CHECKING:
    from data.columns import Floats


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of columns, from `first` up to `end`; at least one."""

    columns: Columns
    first: int
    end: int

    @property
    def now_s(self) -> Floats:
        """When each second's values came."""
        return self.columns.now_s[self.first : self.end]

    @property
    def signs(self) -> Collection[VitalSign]:
        return self.columns.values.keys()

    def judged(self, sign: VitalSign) -> Floats:
        """A value for each row; NaN = there is none, or none that counts."""
        values = self.columns.values.get(sign)
        fit = self._by_layout(lambda _source, signs: signs.get(sign) in JUDGED)
        if values is None:
            import numpy as np  # noqa: PLC0415 -- nobody counts at the start

            return np.full(self.end - self.first, np.nan)
        found = values[self.first : self.end].copy()
        found[fit == 0.0] = float("nan")
        return found

    def by_source(self, seconds_of: Callable[[str], float]) -> Floats:
        """What `seconds_of` says of the source of each row."""
        return self._by_layout(lambda source, _signs: seconds_of(source))

    def _by_layout(self, say: Callable[[str, dict[VitalSign, Quality]], float]) -> Floats:
        import numpy as np  # noqa: PLC0415 -- nobody counts at the start

        said = [float(say(one.source, dict(one.signs))) for one in self.columns.layouts]
        found: Floats = np.array(said)[self.columns.layout[self.first : self.end]]
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """`before` says of each event how many rows of the columns came before it.

    Without columns every second stands among the events.
    """

    events: Sequence[Entry]
    before: Sequence[int] = ()
    entries: SessionEntries | None = None

    def parts(self, changing: Collection[type]) -> Iterator[Entry | Run]:
        """Everything in its order; `changing` are the kinds before which a run has to end."""
        if self.entries is None:
            yield from self.events
            return
        columns, done = self.entries.columns, 0
        for event, before in zip(self.events, self.before, strict=True):
            if before > done and type(event.what) in changing:
                yield Run(columns, done, before)
                done = before
            yield event
        if done < len(columns):
            yield Run(columns, done, len(columns))

    def thinned(self, changing: Collection[type]) -> list[Entry]:
        """The events; of each run the first row of every layout; and the last row of all.

        For who asks only which signs come again after one of `changing`.
        """
        if self.entries is None:
            return list(self.events)
        rows: set[int] = set()
        for part in self.parts(changing):
            if isinstance(part, Run):
                rows.update(_firsts(part))
                rows.add(part.end - 1)
        found: list[Entry] = []
        kept, place = sorted(rows), 0
        for event, before in zip(self.events, self.before, strict=True):
            while place < len(kept) and kept[place] < before:
                found.append(self.entries.second(kept[place]))
                place += 1
            found.append(event)
        found.extend(self.entries.second(row) for row in kept[place:])
        return found


def _firsts(run: Run) -> list[int]:
    """The first row of each layout."""
    import numpy as np  # noqa: PLC0415 -- nobody counts at the start

    _layouts, places = np.unique(run.columns.layout[run.first : run.end], return_index=True)
    return [run.first + int(place) for place in places]


def as_recorded(entries: Sequence[Entry]) -> Told:
    """In the order of the record, nothing left out, corrected (`monitor/corrected.py`)."""
    if not isinstance(entries, SessionEntries) or not entries.plain:
        return Told(entries_corrected(entries))
    before = entries.columns.seq.searchsorted([event.seq for event in entries.events])
    return Told(entries_corrected(entries.events), before.tolist(), entries)


def happened(entries: Sequence[Entry]) -> Sequence[Entry]:
    """All but the rows of seconds: for who asks for anything but the values of a stream."""
    return entries.events if isinstance(entries, SessionEntries) else entries


def as_counted(entries: Sequence[Entry], *, marked: bool = True) -> Told:
    """What counts of it (`monitor/taken.py`), in the order of what happened.

    `marked`: cuff results that were not confirmed have that quality (`monitor/doubted.py`).
    """
    if not isinstance(entries, SessionEntries):
        return Told(_events(entries, marked=marked))
    if marked not in entries.counted:
        entries.counted[marked] = _counted(entries, marked=marked)
    return entries.counted[marked]


def _counted(entries: SessionEntries, *, marked: bool) -> Told:
    if not entries.plain:
        return Told(_events(entries, marked=marked))
    events, columns = _events(entries.events, marked=marked), entries.columns
    # By moment, and at the same moment by number.
    numbers = 1 + max(int(columns.seq[-1]) if len(columns) else 0, *(one.seq for one in events), 0)
    rows = columns.ms * numbers + columns.seq
    places = [round(one.now_s * 1000) * numbers + one.seq for one in events]
    return Told(events, rows.searchsorted(places).tolist(), entries)


def _events(record: Sequence[Entry], *, marked: bool) -> list[Entry]:
    return list(entries_taken(entries_marked(record) if marked else record))
