"""A verified backup: a copy of the record, restored and compared before it counts.

Rule 1: it is taken while the program records: no commit waits for it.
Rule 2: what is not finished ends in ``.part``, whatever stops it: a full disk, a folder that
        vanishes, a power cut. It is never taken for a backup, and the next one removes it.
Rule 3: it counts when it is on the disk under its name: opened with the same key, every page
        checked, compared with the look that was copied (`data/backup_check.py`). Its heads lie
        beside it; the audit chain has its SHA-256.
Rule 4: what fails leaves all earlier backups as they were.
Rule 5: a backup on the same disk is allowed, and said. The last 512 MB of the record's own disk
        are for the record.

The restored copy lies for a while in the same folder, so that the disk of the record is not
filled; about twice the size of the record must be free there.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from data import backup_folder, vault
from data.audit import Audit, AuditKind
from data.backup_check import (
    Checked,
    Extent,
    Snapshot,
    check_sessions,
    snapshot,
    want_same,
    want_whole,
)
from data.backup_copy import Pace, bytes_of_captures, copy_captures, copy_database
from data.backup_folder import PART, Keep, unwritable
from data.errors import StoreError, StoreLocked, StoreMissing
from data.journal_folder import forget_until
from data.live_mark import SUFFIX, take
from data.manifest import Defect
from data.mirror import Heads, read_heads, save_heads
from data.record_file import reading
from data.recovery import has_recovery, sidecar_of

RESERVE_BYTES = 512 << 20
_CHUNK = 1 << 20
_TRIES_OF_AUDIT = 20
_AGAIN_AFTER_S = 0.25


class Stage(enum.StrEnum):
    COPYING = "copying"
    CAPTURES = "captures"
    CHECKING = "checking"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Order:
    """How a backup is made. `by` empty = the program itself; `spill`: the folder of the journal.

    `stage` is told where it has got to, and the file that is worked on.
    """

    by: str = ""
    full: bool = False
    keep: Keep = field(default_factory=Keep)
    pace: Pace = field(default_factory=Pace)
    spill: Path | None = None
    clock: Callable[[], float] = time.time
    stage: Callable[[Stage, Path], None] = lambda _stage, _path: None


@dataclass(frozen=True, slots=True)
class Backup:
    """What was made. `checked` sessions were looked at line by line; `seconds` it took.

    `defects` are of the record itself: the copy is true, but it does not count as verified.
    `faults` are captures that cannot be read where they are.
    """

    path: Path
    at_utc_s: float
    sessions: int
    checked: int
    size: int
    captures: int
    sha256: str
    seconds: float
    full: bool
    same_disk: bool
    defects: tuple[Defect, ...] = ()
    faults: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()

    @property
    def verified(self) -> bool:
        return not self.defects


@dataclass(frozen=True, slots=True)
class _Work:
    """One backup on its way. `key` None = in clear; `given` is the key as it was given."""

    record: Path
    folder: Path
    name: str
    key: bytes | None
    given: bytes | None
    utc_s: float
    order: Order

    @property
    def part(self) -> Path:
        return self.folder / f"{self.name}.db{PART}"

    @property
    def scratch(self) -> Path:
        return self.folder / f"{self.name}.restored{PART}"

    @property
    def heads(self) -> Path:
        return self.folder / f"{self.name}{backup_folder.HEADS}{PART}"


def make_backup(
    record: Path, key: bytes | None, folder: Path, order: Order | None = None
) -> Backup:
    """Back up `record` into `folder`. Raises a `StoreError`; nothing is left then."""
    order = order or Order()
    if not record.is_file():
        raise StoreMissing(f"there is no record at {record}; give the right file with --db")
    began, utc_s = time.monotonic(), order.clock()
    with _alone(record):
        backup_folder.make(folder)
        backup_folder.tidy(folder, record)
        work = _work(record, key, folder, utc_s, order)
        try:
            made = _make(work)
        finally:
            _forget(work)
        made = replace(made, seconds=round(time.monotonic() - began, 3))
        _note(work, made)
        return replace(made, removed=tuple(_tidy_after(work, made)))


def _work(record: Path, key: bytes | None, folder: Path, utc_s: float, order: Order) -> _Work:
    """With a name that nobody has yet, also when the clock was set back."""
    taken = {one.at_utc_s for one in backup_folder.backups(folder, record)}
    at = float(int(utc_s))
    while at in taken:
        at += 1.0
    encrypted = vault.is_encrypted(record)
    name = backup_folder.name_at(record, at)
    return _Work(record, folder, name, key if encrypted else None, key, at, order)


def _make(work: _Work) -> Backup:
    order = work.order
    extent = Extent(work.key is None or order.full, order.full, _known(work), work.utc_s)
    with reading(work.record, work.given) as source:
        wanted = snapshot(source, every_row=extent.every_row)
        _want_room(work, wanted)
        order.stage(Stage.COPYING, work.part)
        copy_database(source, work.record, work.part, work.key, order.pace)
    with unwritable(work.folder):
        backup_folder.sync_file(work.part)
    order.stage(Stage.CAPTURES, work.part)
    copied = copy_captures(work.record, work.given, wanted.heads.sessions, work.folder, order.pace)
    order.stage(Stage.CHECKING, work.part)
    checked = _compare(work, wanted, extent)
    sha256, size = _hashed(work)
    order.stage(Stage.KEEPING, work.part)
    path = _put_in_place(work, wanted.heads, suspect=bool(checked.defects))
    return Backup(
        path=path,
        at_utc_s=work.utc_s,
        sessions=len(wanted.heads.sessions),
        checked=checked.sessions,
        size=size,
        captures=copied.files,
        sha256=sha256,
        seconds=0.0,
        full=order.full,
        same_disk=backup_folder.same_disk(work.folder, work.record),
        defects=tuple(checked.defects),
        faults=tuple(copied.faults),
    )


def _known(work: _Work) -> Heads | None:
    """The heads at the last backup that counted; None where they cannot be believed."""
    last = backup_folder.newest_verified(work.folder, work.record)
    if last is None:
        return None
    with contextlib.suppress(StoreError):
        return read_heads(last.heads, work.key)
    return None


def _want_room(work: _Work, wanted: Snapshot) -> None:
    with unwritable(work.folder):
        beside = [work.record, work.record.with_name(work.record.name + "-wal")]
        size = sum(one.stat().st_size for one in beside if one.is_file())
    need = 2 * size + bytes_of_captures(work.record, wanted.heads.sessions, work.folder)
    if backup_folder.same_disk(work.folder, work.record):
        need += RESERVE_BYTES
    backup_folder.want_room(work.folder, need)


def _compare(work: _Work, wanted: Snapshot, extent: Extent) -> Checked:
    """Restore what was written, open it anew, and compare."""
    pace, path = work.order.pace, work.part
    with reading(path, work.key) as copy:
        want_whole(copy, path, encrypted=work.key is not None)
        copy_database(copy, path, work.scratch, work.key, pace)
    with unwritable(work.folder):
        backup_folder.sync_file(work.scratch)
    with reading(work.scratch, work.key) as restored:
        want_whole(restored, path, encrypted=work.key is not None)
        want_same(restored, path, wanted, every_row=extent.every_row)
        return check_sessions(restored, path, work.key, extent, pace.breathe)


def _hashed(work: _Work) -> tuple[str, int]:
    said, size = hashlib.sha256(), 0
    with unwritable(work.folder), work.part.open("rb") as file:
        while block := file.read(_CHUNK):
            said.update(block)
            size += len(block)
    return said.hexdigest(), size


def _put_in_place(work: _Work, heads: Heads, *, suspect: bool) -> Path:
    """The file itself last: without it the others are nothing."""
    path = work.folder / backup_folder.whole_name(work.name, suspect=suspect)
    save_heads(work.heads, work.key, heads)
    with unwritable(work.folder):
        if has_recovery(work.record):
            copy = sidecar_of(work.part)
            shutil.copyfile(sidecar_of(work.record), copy)
            copy.chmod(0o600)
            backup_folder.put_in_place(copy, sidecar_of(path))
        backup_folder.put_in_place(work.heads, backup_folder.heads_of_backup(path))
        backup_folder.put_in_place(work.part, path)
    return path


def _forget(work: _Work) -> None:
    for path in (work.part, work.scratch, work.heads, sidecar_of(work.part)):
        with contextlib.suppress(OSError):
            backup_folder.remove(path)


def _note(work: _Work, made: Backup) -> None:
    """The line of the audit chain; a commit of the program may hold the record for a moment."""
    for attempt in range(_TRIES_OF_AUDIT):
        try:
            Audit(work.record, work.given).note(
                AuditKind.BACKUP,
                work.order.by,
                work.order.clock(),
                file=made.path.name,
                folder=str(made.path.parent),
                at=made.at_utc_s,
                sha256=made.sha256,
                bytes=made.size,
                sessions=made.sessions,
                checked=made.checked,
                captures=made.captures,
                seconds=made.seconds,
                full=made.full,
                same_disk=made.same_disk,
                verified=made.verified,
            )
        except StoreLocked:
            if attempt + 1 == _TRIES_OF_AUDIT:
                raise
            threading.Event().wait(_AGAIN_AFTER_S)
        else:
            return


def _tidy_after(work: _Work, made: Backup) -> list[Path]:
    if not made.verified:
        return []
    if work.order.spill is not None:
        forget_until(work.order.spill, work.record, work.utc_s)
    gone = backup_folder.prune(work.folder, work.record, work.order.keep, work.order.clock())
    backup_folder.prune_captures(work.folder, work.record, work.key)
    return gone


@contextlib.contextmanager
def _alone(record: Path) -> Iterator[None]:
    """One backup of a record at a time, in all programs. Raises `StoreLocked`."""
    mark_path = record.with_name(f"{record.name}.backup{SUFFIX}")
    with unwritable(record.parent):
        mark = take(mark_path)
    if mark is None:
        raise StoreLocked(f"a backup of {record} is being made already; wait until it is there")
    try:
        yield
    finally:
        mark.drop()
