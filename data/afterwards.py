"""Adding to a session that is over: a correction, an addendum. Nothing that is there is touched.

Rule 1: a session that goes on is corrected at its chair, not here. One that was cut off, or ended
        without a signature, takes corrections and addenda; a signed one takes addenda only.
Rule 2: what is added goes on with the chain of its session under the same key, and one that has
        ended is sealed anew: the line, its link, its manifest and what the audit chain says of it
        are one transaction.
Rule 3: what only the second place still has of the session comes into the record before: a line
        that is added must not take the number of one that was lost.
Rule 4: what was decided on was read outside of the transaction. Whoever wrote meanwhile took the
        number; then it is read and decided again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import AmendmentRefused, EntryConflict, StoreLocked, StoreMissing
from data.merge import merge_back
from data.store import SessionStore
from data.summaries import SessionSummary
from monitor.amendments import Addendum, Amendment
from monitor.corrected import Trouble, trouble
from monitor.entries import Entry
from monitor.phases import Phase

TRIES = 3
_SENTENCES = {
    "amend-nobody": "what is added to a session needs the name of whoever adds it",
    "amend-running": "session {name} goes on; correct it at its chair",
    "amend-signed": "session {name} is signed and takes addenda only; what was signed stays",
    "amend-never-opened": "session {name} was never opened; there is nothing to add to",
    "amend-no-reason": "a correction of session {name} needs a reason of at most 2000 characters",
    "amend-no-text": "an addendum to session {name} needs a text of at most {0} characters",
    "amend-no-line": "session {name} has no line {0}",
    "amend-no-value": "the correction of session {name} says no new value",
    "amend-not-this": (
        "this line of session {name} has nothing called {0!r} that can be corrected; "
        "write an addendum"
    ),
    "amend-impossible": "{0} of session {name} cannot be {1}; look at the value again",
    "amend-the-same": "the line of session {name} says that already",
}


@dataclass(frozen=True, slots=True)
class Place:
    """The record that is added to.

    `running` tells of a session whether a living process records it, at this seat or another;
    `spill` is the folder of the journals, None = there is none.
    """

    path: Path
    key: bytes | None
    running: Callable[[str], bool]
    spill: Path | None = None


def amend(place: Place, session_id: str, said: Amendment) -> Entry:
    """The line that was added; it is on the disk. Raises a `StoreError`; nothing was added then.

    `session_id` may be any beginning of it that no other session shares.
    """
    if not place.path.exists():
        raise StoreMissing(f"there is no record at {place.path}; look at the path again")
    with SessionStore.open(place.path, place.key) as store:
        if place.spill is not None:
            merge_back(store, place.spill, place.key)
        for _again in range(TRIES):
            entry = _fitting(store, place, session_id, said)
            try:
                store.write([entry])
            except EntryConflict:
                continue
            return entry
    raise StoreLocked(f"{place.path} is being written by another program; close it there")


def _fitting(store: SessionStore, place: Place, wanted: str, said: Amendment) -> Entry:
    """The line as it would be added now. Raises `AmendmentRefused`."""
    reached = store.reached()  # before anything else is read: rule 4
    summary = store.summary(wanted)
    name = summary.session_id
    wrong = _state(summary, place, said) or _trouble(store.record(name), said)
    if wrong is not None:
        text = _SENTENCES[wrong.reason].format(*wrong.arguments, name=name)
        raise AmendmentRefused(text, wrong.reason, wrong.arguments)
    return Entry(name, reached[name] + 1, summary.last_s, said)


def _trouble(entries: Sequence[Entry], said: Amendment) -> Trouble | None:
    return trouble(entries, said) if entries else Trouble("amend-never-opened")


def _state(summary: SessionSummary, place: Place, said: Amendment) -> Trouble | None:
    if place.running(summary.session_id):
        return Trouble("amend-running")
    if summary.phase == Phase.SIGNED.value and not isinstance(said, Addendum):
        return Trouble("amend-signed")
    return None
