"""What only the journal has goes back into the record.

Rule 1: only runs that no living process writes are read, each by one process at a time.
Rule 2: all runs are read before a line is written: after a step of the clock nobody knows which of
        them was first, but every line has its number.
Rule 3: an entry whose number is above the last one of its session, and an anchor that is not
        there, is written; everything else is there already. So it may be done again, and be cut
        off at any moment.
Rule 4: a session that was deleted by intention does not come back.
Rule 5: what was read to its end is marked as merged; a file that another key made is left as it
        is, and named.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data import key_ring
from data.audit import Audit, AuditKind
from data.errors import NotEncrypted, StoreError, StoreForeign, WrongKey
from data.journal_file import Found, Line, read
from data.journal_folder import Segment, held, mark_merged, segments, tidy, waiting_runs
from data.line_order import Placed, in_order
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, derive_key, key_for
from monitor.entries import Anchor, Entry

log = logging.getLogger(__name__)

BATCH = 500


@dataclass(frozen=True, slots=True)
class Merged:
    """`lines` were put back, of so many `sessions`; `lost` frames could not be read.

    `unread` are files that do not open with any key that is known here.
    """

    lines: int = 0
    sessions: int = 0
    lost: int = 0
    unread: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Waiting:
    """What the record may lack, of all runs: their order cannot be told from a clock."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    read: list[Path] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    lost: int = 0

    def add(self, segment: Segment, key: bytes | None) -> None:
        try:
            found = read_segment(segment.path, key)
        except (WrongKey, NotEncrypted, StoreForeign) as error:
            log.info("%s", error)
            self.unread.append(segment.path)
            return
        for line in found.lines:
            self.lines.setdefault(line.session_id, []).append(line)
        self.lost += found.lost
        self.read.append(segment.path)


def merge_back(
    store: SessionStore,
    folder: Path,
    key: bytes | None,
    *,
    utc: Callable[[], float] = time.time,
) -> Merged:
    """Bring the record up to its journals. Raises a `StoreError`; then it is done again later."""
    waiting = _Waiting()
    with contextlib.ExitStack() as holding:
        for run, files in waiting_runs(folder, store.path).items():
            with _readable():
                if holding.enter_context(held(folder, run)):
                    for segment in files:
                        waiting.add(segment, key)
        put_back = _put_back(store, Audit(store.path, key), waiting.lines)
        if put_back:
            Audit(store.path, key).note(
                AuditKind.MERGED,
                "",
                utc(),
                lines=sum(put_back.values()),
                sessions=len(put_back),
                lost=waiting.lost,
            )
        if waiting.read:
            # Nobody reads these files again: what they have must not hang on the log alone.
            store.settle()
        with _readable():
            for path in waiting.read:
                mark_merged(path)
    tidy(folder, store.path, utc())
    lines = sum(put_back.values())
    return Merged(lines, len(put_back), waiting.lost, tuple(waiting.unread))


@contextlib.contextmanager
def _readable() -> Iterator[None]:
    """A second place that is in trouble keeps the record from nothing."""
    try:
        yield
    except OSError as error:
        log.info("the second place cannot be read or put in order: %s", error)


def _put_back(store: SessionStore, audit: Audit, waiting: dict[str, list[Line]]) -> dict[str, int]:
    """How many lines each session got that lacked some."""
    reached = store.reached() if waiting else {}
    put_back = {}
    for session_id, lines in waiting.items():
        last = reached.get(session_id)
        if last is None and _is_deleted(audit, session_id):
            continue
        entries = _new_entries(lines, -1 if last is None else last)
        anchors = _new_anchors(lines, [] if last is None else store.anchors(session_id))
        for some, at in in_order(entries, anchors, BATCH):
            store.write(some, at)
        if entries or anchors:
            put_back[session_id] = len(entries) + len(anchors)
    return put_back


def _is_deleted(audit: Audit, session_id: str) -> bool:
    told = audit.lines(session_id=session_id)
    return any(one.kind == AuditKind.SESSION_DELETED for one in told)


def _new_entries(lines: Iterable[Line], last: int) -> dict[int, Entry]:
    return {line.seq: line for line in lines if isinstance(line, Entry) and line.seq > last}


def _new_anchors(lines: Iterable[Line], known: Sequence[Anchor]) -> list[Placed]:
    new = dict.fromkeys(line for line in lines if isinstance(line, Anchor))
    return [Placed(anchor) for anchor in new if anchor not in known]


def read_segment(path: Path, key: bytes | None) -> Found:
    """With the key of the record, else with another one that is known here.

    Raises `WrongKey` for a file of which none is known, `NotEncrypted` for one in clear of a
    record that is not, and `StoreForeign`.
    """
    try:
        return read(path, key)
    except WrongKey:
        for other in _other_keys(path):
            try:
                return read(path, other)
            except WrongKey:
                continue
        raise


def _other_keys(path: Path) -> Iterator[bytes]:
    """Of a journal that was begun while its record was not there, or under an older key."""
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    if passphrase:
        yield derive_key(passphrase, path)
    yield from key_ring.others()


def waiting_lines(folder: Path, record: Path, key: bytes | None) -> dict[str, list[Line]]:
    """By session, what runs that have ended left for a record that cannot be written now."""
    found: dict[str, list[Line]] = {}
    for files in waiting_runs(folder, record).values():
        for segment in files:
            try:
                lines = read_segment(segment.path, key).lines
            except StoreError as error:
                log.info("%s", error)
                continue
            for line in lines:
                found.setdefault(line.session_id, []).append(line)
    return found


def key_of_absent(folder: Path, record: Path) -> bytes | None:
    """The key of a record that is not there at the moment, by the salt of its newest journal."""
    known = segments(folder, record)
    return key_for(known[-1].path if known else record)
