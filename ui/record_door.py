"""How a program opens its record for writing: rescued when damaged, brought up to its journals.

Rule 1: a record that cannot be written now (no room, read-only, locked, its folder gone) keeps
        nobody from monitoring: the program starts, says so, and its journal takes everything.
        The record is opened as soon as that works, and brought up to the journals before
        anything new is written into it.
Rule 2: a wrong key, a newer or foreign file is refused, and so is a file that somebody named, that
        is not there and was never written: that is a wrong name, not a lost disk.
Rule 3: a damaged record is rescued by itself, at the start only; the damaged file is kept.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from data.errors import StoreDamaged, StoreError, StoreLocked, StoreUnwritable, WrongKey
from data.journal_file import Line
from data.journal_folder import segments
from data.merge import Merged, key_of_absent, merge_back, waiting_lines
from data.mirror import load_mirror, mirror_path
from data.rescue import Rescued, check_unfinished, finish, rescue
from data.store import SessionStore
from data.vault import key_for
from monitor.entries import Anchor, Entry, StoreNote
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from ui.places import home, open_record
from ui.requests import Refusal, SessionRecord
from ui.words import say

log = logging.getLogger(__name__)

MAY_RESUME_S = 2 * 86400.0
"""A session that was begun longer ago is not looked through at the start."""


class RecordDoor:
    """One program's way to its record. `open` is for the thread of the writer."""

    def __init__(
        self,
        db: Path,
        folder: Path,
        tell: Callable[[StoreNote], None],
        utc: Callable[[], float] = time.time,
    ) -> None:
        """`tell` hears what a person has to know; it must not block.

        Raises a `StoreError` when the record may not, or will never, be written.
        """
        self._db, self._folder, self._utc = db, folder, utc
        self._tell = tell
        self.key = self._find_key()
        self._merged = False
        self._waiting: dict[str, list[Line]] = {}
        try:
            self._begin()
        except (StoreUnwritable, StoreLocked) as error:
            if not self._is_known():
                raise
            log.info("the record cannot be opened yet: %s", error)
            self._waiting = waiting_lines(folder, db, self.key)

    def open(self) -> SessionStore:
        """The record with all that its journals have. Raises a `StoreError`."""
        store = open_record(self._db, key=self.key)
        if self._merged:
            return store
        try:
            self._say_merged(merge_back(store, self._folder, self.key, utc=self._utc))
        except BaseException:
            store.close()
            raise
        self._merged = True
        self._waiting = {}
        return store

    def completed(self, record: SessionRecord) -> SessionRecord:
        """A session with those of its lines that only the second place has.

        Raises `Refusal` for one that has ended there.
        """
        waiting = self._waiting.get(record.row.session_id, ())
        if not waiting:
            return record
        last = record.entries[-1].seq if record.entries else -1
        entries = {
            line.seq: line for line in waiting if isinstance(line, Entry) and line.seq > last
        }
        if any(_ends(line) for line in entries.values()):
            raise Refusal(say("resume-without-record", record.row.session_id))
        anchors = [*record.anchors]
        anchors += [line for line in waiting if isinstance(line, Anchor) and line not in anchors]
        return replace(
            record,
            entries=(*record.entries, *(entries[seq] for seq in sorted(entries))),
            anchors=tuple(anchors),
        )

    def _find_key(self) -> bytes | None:
        if self._db.exists():
            try:
                return key_for(self._db)
            except StoreUnwritable as error:
                log.info("%s", error)
        return key_of_absent(self._folder, self._db)

    def _is_known(self) -> bool:
        """It is there, or was written before; or nobody named it, so that no name is wrong."""
        if self._db.is_file() or self._db.parent == home():
            return True
        heads = mirror_path(self._folder, self._db)
        return bool(segments(self._folder, self._db)) or heads.exists()

    def _begin(self) -> None:
        try:
            if finish(self._db):
                self._note(say("rescued-finished", self._db))
            missed = 0 if self._db.exists() else self._sessions_outside()
            self._look_first()
            if missed:
                self._note(say("record-gone", self._db, missed))
        except StoreDamaged as error:
            log.info("%s", error)
            self._rescue()
            self._look()

    def _look_first(self) -> None:
        try:
            self._look()
        except WrongKey:
            # Another program has made the file since the key was asked for, with its own salt.
            known, self.key = self.key, self._find_key()
            if self.key == known:
                raise
            self._look()

    def _rescue(self) -> None:
        # Nearly no start needs it.
        from ui.rescue_backup import own_backup  # noqa: PLC0415

        backup = own_backup(self._db, self._folder, self.key)
        rescued = rescue(self._db, self.key, self._folder, backup=backup, utc=self._utc)
        self._note(rescued_sentence(self._db, rescued))

    def _sessions_outside(self) -> int:
        """So many sessions the second place knows of this record."""
        try:
            heads = load_mirror(self._folder, self._db, self.key)
        except StoreError as error:
            log.info("%s", error)
            return 0
        return 0 if heads is None else len(heads.sessions)

    def _look(self) -> None:
        self.open().close()
        check_unfinished(self._db, self.key, self._utc() - MAY_RESUME_S)

    def _note(self, sentence: str) -> None:
        self._tell(StoreNote(sentence))

    def _say_merged(self, merged: Merged) -> None:
        if merged.lines:
            word = "merged-back-one" if merged.lines == 1 else "merged-back"
            self._note(say(word, merged.lines, self._folder))
        if merged.lost:
            self._note(say("merged-lost", merged.lost, self._folder))
        if merged.unread:
            self._note(say("merged-unread", len(merged.unread), self._folder))


def _ends(entry: Entry) -> bool:
    return isinstance(entry.what, PhaseChanged) and entry.what.after is Phase.SIGNED


def rescued_sentence(db: Path, rescued: Rescued) -> str:
    lines = sum(one.lines for one in rescued.sessions)
    word = "rescued-part" if rescued.missing else "rescued-whole"
    return say(word, db, lines, len(rescued.sessions), rescued.aside, rescued.missing)
