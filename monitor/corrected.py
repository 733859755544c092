"""A record with its corrections in their place: what counts, for whoever draws, counts or exports.

Rule 1: rows are never changed. A correction is applied when the record is read, at the line that
        it names and at no other; of several about one value the newest counts.
Rule 2: what was said of a value goes before what was said of its worth: a pressure that was
        corrected and marked as artefact is the corrected one, marked.
Rule 3: a correction that does not fit its line (another program wrote it) changes nothing.
Rule 4: a record that is corrected already is corrected to the same again.
Rule 5: what the core lived through is judged by what was there then: `Chair.relive`, alarms and
        their report never come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from monitor.amendments import LONGEST_TEXT, Addendum, Amendment, Correct
from monitor.correctable import ARTEFACT, AT, Value, part, put
from monitor.entries import Entry
from monitor.events import SessionOpened, is_event
from monitor.outcomes import Refused
from monitor.treatment import late_entries
from monitor.vitals import VitalSign

MOST_LINES = 4 * 3600
"""A run of lines that is said to be an artefact is at most so long: four hours at one a second."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an amendment cannot be: an id of `ui/words.py` and the arguments of its sentence."""

    reason: str
    arguments: tuple[str, ...] = ()


def entries_corrected(entries: Iterable[Entry]) -> Sequence[Entry]:
    """A whole record in its order, every line as it counts; the amendments stay in it."""
    record = entries if isinstance(entries, Sequence) else list(entries)
    said = [entry.what for entry in _told(record) if isinstance(entry.what, Correct)]
    if not said:
        return record
    by_line = _Said(said)
    return [by_line.of(entry) for entry in record]


class _Said:
    """All corrections of one record, found by the line that they are about."""

    def __init__(self, said: Sequence[Correct]) -> None:
        self._of: dict[int, list[tuple[int, Correct]]] = {}
        self._runs: list[tuple[int, Correct]] = []
        for place, one in enumerate(said):
            if one.last_line is None:
                self._of.setdefault(one.line, []).append((place, one))
            else:
                self._runs.append((place, one))

    def of(self, entry: Entry) -> Entry:
        """The line as it counts."""
        known = self._of.get(entry.seq, [])
        if self._runs:
            over = [pair for pair in self._runs if pair[1].covers(entry.seq)]
            known = sorted([*known, *over], key=itemgetter(0)) if over else known
        return corrected(entry, [one for _place, one in known]) if known else entry


def corrections_of(entries: Iterable[Entry]) -> dict[int, list[Correct]]:
    """Of each line that has any, oldest first; a run stands at its first line."""
    found: dict[int, list[Correct]] = {}
    for entry in _told(entries):
        if isinstance(entry.what, Correct):
            found.setdefault(entry.what.line, []).append(entry.what)
    return found


def artefacts(said: Iterable[Correct], sign: VitalSign) -> set[int]:
    """The lines of which these corrections, oldest first, say that this sign is an artefact."""
    found: set[int] = set()
    for one in said:
        last = one.line if one.last_line is None else min(one.last_line, one.line + MOST_LINES)
        for value in one.values:
            if value.part == f"{ARTEFACT}-{sign.value}":
                lines = range(one.line, last + 1)
                (found.update if value.number else found.difference_update)(lines)
    return found


def _told(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Those among which a correction can be.

    A session that was read in columns (`data/columns.py`) knows which are only values of a second.
    """
    told: Iterable[Entry] = getattr(entries, "events", entries)
    return told


def corrected(entry: Entry, said: Iterable[Correct]) -> Entry:
    """One line after these corrections of it, oldest first."""
    newest: dict[str, Value | None] = {}
    for one in said:
        for value in one.values:
            newest.pop(value.part, None)
            newest[value.part] = value.text if value.number is None else value.number
    for name, told in sorted(newest.items(), key=lambda pair: _is_mark(pair[0])):
        known = part(entry, name)
        changed = None if known is None else put(entry, known, told)
        entry = entry if changed is None else changed
    return entry


def _is_mark(name: str) -> bool:
    return name.partition("-")[0] == ARTEFACT


# ---- what may be said ---------------------------------------------------------------------------


def trouble(entries: Sequence[Entry], said: Amendment) -> Trouble | None:
    """Why this cannot be added to this record; None = it can."""
    if not said.by.strip():
        return Trouble("amend-nobody")
    if isinstance(said, Addendum):
        return _addendum_trouble(entries, said)
    if not said.reason.strip() or len(said.reason) > LONGEST_TEXT:
        return Trouble("amend-no-reason")
    entry = _line(entries, said.line)
    if entry is None:
        return Trouble("amend-no-line", (str(said.line),))
    if said.last_line is not None:
        return _run_trouble(entries, entry, said)
    return _values_trouble(entries, entry, said)


def _addendum_trouble(entries: Sequence[Entry], said: Addendum) -> Trouble | None:
    if not said.text.strip() or len(said.text) > LONGEST_TEXT:
        return Trouble("amend-no-text", (str(LONGEST_TEXT),))
    if said.about is not None and _line(entries, said.about) is None:
        return Trouble("amend-no-line", (str(said.about),))
    return None


def _values_trouble(entries: Sequence[Entry], entry: Entry, said: Correct) -> Trouble | None:
    if not said.values:
        return Trouble("amend-no-value")
    for value in said.values:
        known = part(entry, value.part)
        told: Value = value.text if value.number is None else value.number
        if known is None or not _counts(entries, entry):
            return Trouble("amend-not-this", (value.part,))
        if put(entry, known, told) is None or not _possible(entries, entry, value.part, told):
            shown = told if isinstance(told, str) else f"{told:g}"
            return Trouble("amend-impossible", (value.part, shown))
    before = corrections_of(entries).get(entry.seq, [])
    same = corrected(entry, [*before, said]) == corrected(entry, before)
    return Trouble("amend-the-same") if same else None


def _possible(entries: Sequence[Entry], entry: Entry, name: str, told: Value) -> bool:
    """A moment lies within the session, and not after it was entered."""
    if name != AT or isinstance(told, str):
        return True
    opening = (one.now_s for one in _told(entries) if isinstance(one.what, SessionOpened))
    opened = next(opening, 0.0)
    return not late_entries.trouble(entry.now_s - told, entry.now_s, opened)


def _run_trouble(entries: Sequence[Entry], first: Entry, said: Correct) -> Trouble | None:
    last = said.last_line
    if last is None or not first.seq <= last <= first.seq + MOST_LINES:
        return Trouble("amend-no-line", (str(last),))
    if not said.values or any(not _is_mark(value.part) for value in said.values):
        return Trouble("amend-not-this", ("",))
    for value in said.values:
        known = part(first, value.part)
        if known is None or not known.fits(value.number):
            return Trouble("amend-not-this", (value.part,))
    with_it = _Said([*(one.what for one in entries if isinstance(one.what, Correct)), said])
    before = entries_corrected(entries)
    changed = any(with_it.of(one) != now for one, now in zip(entries, before, strict=True))
    return None if changed else Trouble("amend-the-same")


def _line(entries: Sequence[Entry], seq: int) -> Entry | None:
    found = (one for part_of in (_told(entries), entries) for one in part_of if one.seq == seq)
    return next(found, None)


def _counts(entries: Sequence[Entry], entry: Entry) -> bool:
    """It was not refused: `Refused` follows what it answers."""
    after = next((one for one in _told(entries) if one.seq > entry.seq), None)
    refused = after is not None and isinstance(after.what, Refused) and is_event(entry.what)
    return not refused and late_entries.counts(entry.what, entry.now_s)
