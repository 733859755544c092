"""Where the lines of a session are found when its record is damaged, and which of two counts.

Rule: journals are read once to learn which session is where, and again session by session: a
      clinic's whole record need not fit into memory.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from data.errors import StoreError
from data.journal_file import Found
from data.journal_folder import segments
from data.line_order import Placed
from data.merge import read_segment
from data.mirror import Head
from data.rows import to_row
from data.salvage import DamagedRecord
from monitor.entries import Anchor, Entry

log = logging.getLogger(__name__)

_AT_HAND = 4
"""So many segments of journals are kept in memory."""


@dataclass(slots=True)
class Kept:
    """One session. `last_seq` is the highest number that anybody knew of; -1 = unknown."""

    entries: dict[int, Entry] = field(default_factory=dict)
    anchors: list[Placed] = field(default_factory=list)
    created_utc_s: float | None = None
    last_seq: int = -1
    disagreed: int = 0
    head: Head | None = None
    """Where the chain stood by the damaged record; None = that cannot be read."""

    def add_anchor(self, placed: Placed) -> None:
        if not any(one.anchor == placed.anchor for one in self.anchors):
            self.anchors.append(placed)


class Sources:
    def __init__(
        self,
        folder: Path,
        record: Path,
        key: bytes | None,
        damaged: DamagedRecord,
        older: DamagedRecord | None,
    ) -> None:
        """`older` is a backup; None = there is none."""
        self.unread: list[Path] = []
        self.records = [one for one in (damaged, older) if one is not None]
        """The damaged one first."""
        if older is not None:
            damaged.learn_layouts(older.layouts())
        self._numbers = [
            {name: n for n, name in one.session_ids().items()} for one in self.records
        ]
        self._read = lru_cache(maxsize=_AT_HAND)(lambda path: read_segment(path, key))
        self._where: dict[str, list[Path]] = {}
        for segment in segments(folder, record):
            found = self._found(segment.path)
            for name in dict.fromkeys(line.session_id for line in found.lines):
                self._where.setdefault(name, []).append(segment.path)

    def _found(self, path: Path) -> Found:
        try:
            return self._read(path)
        except StoreError as error:
            log.info("%s", error)
            if path not in self.unread:
                self.unread.append(path)
            return Found((), 0, torn=True)

    def session_ids(self) -> list[str]:
        """In the order of the record, then those that only a journal knows."""
        names: dict[str, None] = {}
        for numbers in self._numbers:
            names.update(dict.fromkeys(sorted(numbers, key=lambda name: numbers[name])))
        names.update(dict.fromkeys(self._where))
        return list(names)

    def session(self, session_id: str) -> Kept:
        kept = Kept()
        # The backup first: what the damaged record still has counts more.
        pairs = zip(self.records, self._numbers, strict=True)
        for record, numbers in reversed(list(pairs)):
            n = numbers.get(session_id)
            if n is None:
                continue
            kept.entries.update(record.entries(n, session_id))
            for stored in record.anchors(n, session_id):
                kept.add_anchor(Placed(stored.anchor, stored.after_seq))
            kept.created_utc_s = record.created(n) or kept.created_utc_s
            kept.last_seq = max(kept.last_seq, record.last_seq(n))
            kept.head = record.head(n) if record is self.records[0] else kept.head
        self._add_journals(session_id, kept)
        return kept

    def _add_journals(self, session_id: str, kept: Kept) -> None:
        for path in self._where.get(session_id, ()):
            for line in self._found(path).lines:
                if line.session_id != session_id:
                    continue
                if isinstance(line, Anchor):
                    kept.add_anchor(Placed(line))
                    continue
                there = kept.entries.get(line.seq)
                if there is not None and there != line and not _same(there, line):
                    kept.disagreed += 1
                kept.entries[line.seq] = line
                kept.last_seq = max(kept.last_seq, line.seq)


def _same(one: Entry, other: Entry) -> bool:
    """As the record would write them."""
    return to_row(one).canonical == to_row(other).canonical
