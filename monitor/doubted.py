"""Which cuff results of a record a repeat did not confirm, for whoever draws or counts them again.

Rule 1: rows are never changed. That a result was not confirmed is said by a later outcome, which
        names its moment, and is applied when the record is read.
Rule 2: of several results of one moment the outcome means the earliest that it does not mean yet.
Rule 3: the outcome is about what was there then, whatever was corrected afterwards; a result of
        which a person then said what it is worth is worth that (`monitor/corrected.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from monitor.commands import ManualCuff
from monitor.correctable import ARTEFACT
from monitor.corrected import corrections_of, entries_corrected
from monitor.entries import Entry
from monitor.outcomes import CuffUnconfirmed
from monitor.treatment.late_entries import is_current, measured_at
from monitor.vitals import JUDGED, CuffResult, Quality


def unconfirmed(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers (`seq`) of the results that were not confirmed."""
    waiting: dict[int, list[int]] = {}
    found: list[int] = []
    for entry in entries:
        what = entry.what
        if isinstance(what, CuffUnconfirmed):
            found += waiting.get(_ms(what.at_s), [])[:1]
            del waiting.get(_ms(what.at_s), [])[:1]
        elif _judged(what, entry.now_s):
            waiting.setdefault(_ms(entry.now_s), []).append(entry.seq)
    return frozenset(found)


def entries_marked(entries: Iterable[Entry]) -> Iterator[Entry]:
    """A whole record in its order, corrected; what was not confirmed has that quality."""
    record = list(entries)
    doubts = unconfirmed(record) - _vouched(record)
    for entry in entries_corrected(record):
        yield _marked(entry) if entry.seq in doubts else entry


def _vouched(record: Iterable[Entry]) -> set[int]:
    """The numbers of the results of which a person said whether they are artefacts."""
    said = corrections_of(record)
    return {
        seq
        for seq, corrections in said.items()
        if any(value.part == ARTEFACT for one in corrections for value in one.values)
    }


def _marked(entry: Entry) -> Entry:
    what, at = entry.what, entry.now_s
    if isinstance(what, ManualCuff):
        at = measured_at(what, at)
        what = CuffResult(what.sbp, what.dbp, None, None, "manual")
    if isinstance(what, CuffResult):
        return replace(entry, now_s=at, what=replace(what, quality=Quality.UNCONFIRMED))
    return entry


def _judged(what: object, now: float) -> bool:
    if isinstance(what, ManualCuff):
        return is_current(what, now)
    return isinstance(what, CuffResult) and what.quality in JUDGED


def _ms(seconds: float) -> int:
    """-1 = a moment that no session has, of a record that is damaged."""
    ms = seconds * 1000
    return round(ms) if math.isfinite(ms) else -1
