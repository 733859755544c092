"""A backup becomes a record again.

Rule 1: nothing is ever overwritten: neither a record nor raw bytes that are there.
Rule 2: the backup is looked at before anything is written: it is a file, a record of ours of a
        version we know, it opens with the key, has our tables and triggers and no others, and
        there is room for it.
Rule 3: the record has its name only when it is whole: copied, every page and every session
        checked, compared with the heads that lie beside the backup.
Rule 4: one with a defect is refused, unless it is wanted all the same; then the defects are named.
Rule 5: the restored record says that it was restored, and the mirror outside says what it lacks.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from data import vault
from data.audit import AuditChain, AuditKind
from data.backup_check import want_whole
from data.backup_copy import Pace, capture, copy_capture, copy_database
from data.backup_folder import CAPTURES, PART, heads_of_backup, remove, want_room
from data.capture_seal import capture_path
from data.connection import Connection
from data.errors import StoreDamaged, StoreError, StoreForeign, StoreMissing, StoreUnwritable
from data.journal_segment import sync_folder
from data.manifest import Defect, verify
from data.mirror import Heads, heads_of, load_mirror, read_heads, renew
from data.record_file import reading, writing
from data.recovery import sidecar_of

_LARGEST_SIDECAR = 10_000
_LARGEST_HEADS = 256 << 20


@dataclass(frozen=True, slots=True)
class Wish:
    """How a backup is restored. `despite`: also with defects.

    `spill` is the folder of the mirror, None = there is none; `present` is the record in use.
    """

    by: str
    utc_s: float
    despite: bool = False
    spill: Path | None = None
    present: Path | None = None
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the record in use has, by its mirror, and the backup has not."""

    sessions: int = 0
    longer: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """`newest_utc_s`: when its newest session was opened, None = it has none.

    `beyond` None = nothing is known outside of the record in use, or it cannot be believed.
    `faults` are raw bytes that could not be brought back.
    """

    path: Path
    sessions: int
    newest_utc_s: float | None
    captures: int
    recovery: bool
    vouched: bool
    """The heads beside the backup were there, and agreed."""
    beyond: Beyond | None
    defects: tuple[Defect, ...] = ()
    faults: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    """Sessions that were deleted from the record in use since, and are in this one again."""


def restore(backup: Path, target: Path, key: bytes | None, wish: Wish) -> Restored:
    """Make the record `target` out of `backup`. Raises a `StoreError`; nothing is left then."""
    _want_free(target)
    part = target.with_name(f"{target.name}.restored{PART}")
    try:
        with looked_at(backup, key) as source:
            want_room(target.parent, backup.stat().st_size + (64 << 20))
            _remove(part)
            copy_database(source, backup, part, _key_of(backup, key), wish.pace)
        heads = _heads_beside(backup, _key_of(backup, key))
        defects = _checked(part, key, heads, backup)
        if defects and not wish.despite:
            raise StoreDamaged(
                f"{backup} has {len(defects)} defects, the first: {defects[0].text} (session "
                f"{defects[0].session_id or 'none'}); take another backup, or restore it "
                "despite its defects"
            )
        beyond = _beyond(part, key, wish)
        ids, newest = _note(part, backup, key, wish, beyond)
        _put_in_place(part, target)
    finally:
        _remove(part)
    captures, faults = _bring_captures(backup, target, ids, key, wish.pace)
    recovery = _bring_recovery(backup, target)
    faults += _renew_mirror(target, key, wish)
    return Restored(
        target,
        len(ids),
        newest,
        captures,
        recovery,
        heads is not None,
        beyond,
        tuple(defects),
        tuple(faults),
        _deleted_since(ids, key, wish),
    )


def _key_of(path: Path, key: bytes | None) -> bytes | None:
    """None for a file in clear, whatever key was given."""
    return key if vault.is_encrypted(path) else None


def _want_free(target: Path) -> None:
    for one in (target, target.with_name(target.name + "-wal")):
        if one.exists() and (one == target or one.stat().st_size):
            raise StoreUnwritable(
                f"{one} is there already, and nothing is overwritten; give another name, or "
                "move it away first"
            )


# ---- looking first ------------------------------------------------------------------------------


@contextlib.contextmanager
def looked_at(backup: Path, key: bytes | None) -> Iterator[Connection]:
    """One look at a backup that can be one of ours. Raises a `StoreError`."""
    if not backup.exists():
        raise StoreMissing(f"there is no backup at {backup}; `chairside backup --list` names them")
    if not backup.is_file() or not backup.stat().st_size:
        raise StoreForeign(f"{backup} is no backup of Chairside; give a file that is one")
    with reading(backup, key) as connection:
        yield connection


def _heads_beside(backup: Path, key: bytes | None) -> Heads | None:
    """None when there are none. Raises a `StoreError`."""
    path = heads_of_backup(backup)
    if path.is_file() and path.stat().st_size > _LARGEST_HEADS:
        raise StoreForeign(f"{path} is too large for the heads of a record; take it away")
    return read_heads(path, key)


def _checked(part: Path, key: bytes | None, heads: Heads | None, backup: Path) -> list[Defect]:
    with reading(part, key) as connection:
        want_whole(connection, backup, encrypted=vault.is_encrypted(part))
    return verify(part, key, heads)


def _beyond(part: Path, key: bytes | None, wish: Wish) -> Beyond | None:
    if wish.spill is None or wish.present is None:
        return None
    try:
        known = load_mirror(wish.spill, wish.present, _key_of(part, key))
    except StoreError:
        return None
    if known is None:
        return None
    with reading(part, key) as connection:
        there = heads_of(connection).sessions
        gone = {
            str(session_id)
            for (session_id,) in connection.execute(
                "SELECT session FROM audit WHERE kind = ?", (AuditKind.SESSION_DELETED,)
            )
        }
    more = [name for name in known.sessions if name not in there and name not in gone]
    longer = [
        name
        for name, (items, _head) in known.sessions.items()
        if items > there.get(name, (items,))[0]
    ]
    return Beyond(len(more), len(longer))


def _renew_mirror(target: Path, key: bytes | None, wish: Wish) -> list[str]:
    """What was known outside of a record at this place is known no more: rule 5."""
    if wish.spill is None:
        return []
    try:
        with reading(target, key) as connection:
            renew(wish.spill, target, _key_of(target, key), heads_of(connection))
    except StoreError as error:
        return [str(error)]
    return []


def _deleted_since(session_ids: list[str], key: bytes | None, wish: Wish) -> tuple[str, ...]:
    """Nothing where the record in use cannot be asked any more."""
    if wish.present is None:
        return ()
    try:
        with reading(wish.present, key) as connection:
            rows = connection.execute(
                "SELECT session FROM audit WHERE kind = ?", (AuditKind.SESSION_DELETED,)
            ).fetchall()
    except StoreError:
        return ()
    gone = {str(session_id) for (session_id,) in rows}
    return tuple(one for one in session_ids if one in gone)


# ---- in place -----------------------------------------------------------------------------------


def _note(
    part: Path, backup: Path, key: bytes | None, wish: Wish, beyond: Beyond | None
) -> tuple[list[str], float | None]:
    """The line of the audit chain; the ids of the sessions, and when the newest was opened."""
    with writing(part, key) as connection:
        rows = connection.execute("SELECT id, opened_utc FROM sessions ORDER BY n").fetchall()
        newest = max((float(utc_s) for _id, utc_s in rows), default=None)
        AuditChain(connection, _key_of(part, key)).append(
            AuditKind.RESTORED,
            wish.by,
            wish.utc_s,
            file=backup.name,
            sessions=len(rows),
            newest=None if newest is None else datetime.fromtimestamp(newest, UTC).isoformat(),
            missing=None if beyond is None else beyond.sessions,
            shorter=None if beyond is None else beyond.longer,
        )
    return [str(session_id) for session_id, _utc_s in rows], newest


def _put_in_place(part: Path, target: Path) -> None:
    """Under its name, which nobody took meanwhile."""
    try:
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        try:
            target.hardlink_to(part)
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links (FAT)
            _want_free(target)
            part.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreUnwritable(
            f"{target} cannot be made: {error.strerror or error}; give another name or folder"
        ) from error


def _bring_captures(
    backup: Path, target: Path, session_ids: list[str], key: bytes | None, pace: Pace
) -> tuple[int, list[str]]:
    """Raw bytes that are there already stay; those that cannot be brought are named."""
    brought, faults = 0, []
    for session_id in session_ids:
        path = capture_path(target, session_id)
        kept = capture_path(backup.parent / CAPTURES / backup.name, session_id)
        source = kept if kept.is_file() else capture_path(backup, session_id)
        if path.exists() or not source.is_file():
            continue
        try:
            source_key = key if vault.opens(source, key) else vault.key_for(source)
            with capture(source, source_key) as connection:
                # Under the key of the record: with an older backup it may have had another since.
                target_key = key if vault.is_encrypted(source) else None
                copy_capture(connection, source, path, target_key, pace)
            brought += 1
        except StoreError as error:
            faults.append(str(error))
    return brought, faults


def _bring_recovery(backup: Path, target: Path) -> bool:
    """The sealed key, so that the recovery code opens the restored record too."""
    source, path = sidecar_of(backup), sidecar_of(target)
    try:
        if not source.is_file() or path.exists() or source.stat().st_size > _LARGEST_SIDECAR:
            return False
        part = path.with_name(path.name + PART)
        shutil.copyfile(source, part)
        part.chmod(0o600)
        part.replace(path)
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be made: {error.strerror or error}; copy {source} by hand"
        ) from error
    return True


def _remove(part: Path) -> None:
    with contextlib.suppress(OSError):
        remove(part)
