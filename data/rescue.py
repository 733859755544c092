"""A new record out of what can be read of a damaged one, its journals and a backup.

    NAME.rescuing       being made; thrown away when it is found at a start
    NAME.rescued        whole, about to take the place; a start that finds it goes on with that
    NAME.damaged-UTC    the damaged file as it was found, with its -wal and -shm

Rule 1: the damaged file is read and moved, never changed. While another program records into it
        nothing is done.
Rule 2: of every session each number is taken from the journal, else from the damaged record, else
        from the backup; where journal and record disagree the journal counts, and it is said.
Rule 3: how the new one is made, and what its audit says, is in `data/rescue_build.py`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data import vault
from data.connection import storage_errors
from data.errors import StoreDamaged, StoreUnwritable
from data.journal_folder import any_living
from data.migrations import prepare
from data.mirror import renew
from data.record_file import reading
from data.rescue_build import RescuedSession, build
from data.rescue_sources import Sources
from data.rows import COLUMNS
from data.salvage import DamagedRecord

log = logging.getLogger(__name__)

_SIDES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Rescued:
    """`aside` is the damaged file now; `holes` is how often it could not be read."""

    aside: Path
    sessions: tuple[RescuedSession, ...]
    holes: int
    unread: tuple[Path, ...]

    @property
    def missing(self) -> int:
        return sum(one.missing for one in self.sessions)

    @property
    def disagreed(self) -> int:
        return sum(one.disagreed for one in self.sessions)


def rescue(
    path: Path,
    key: bytes | None,
    folder: Path,
    *,
    backup: Path | None = None,
    utc: Callable[[], float] = time.time,
) -> Rescued:
    """Make the new record and put it in the place of the damaged one. Raises a `StoreError`."""
    if any_living(folder, path):
        raise StoreDamaged(
            f"{path} is damaged, and another Chairside still writes into it; close it there first"
        )
    new = _beside(path, ".rescuing")
    _remove(new)
    damaged = DamagedRecord(path, key)
    older = None if backup is None else DamagedRecord(backup, key)
    try:
        sources = Sources(folder, path, key, damaged, older)
        aside = _free_name(path, utc())
        sessions, heads = build(new, key, sources, utc(), aside.name)
    finally:
        damaged.close()
        if older is not None:
            older.close()
    _in_words(path, lambda: new.replace(_beside(path, ".rescued")))
    finish(path, aside)
    renew(folder, path, key, heads)
    return Rescued(aside, sessions, damaged.holes, tuple(sources.unread))


def finish(path: Path, aside: Path | None = None) -> bool:
    """Put a rescued record that is whole into its place; False when there is none.

    A rescue that was cut off is ended by this at the next start. Raises a `StoreError`.
    """
    _remove(_beside(path, ".rescuing"))
    rescued = _beside(path, ".rescued")
    if not rescued.exists():
        return False
    away = aside or _free_name(path, time.time())

    def swap() -> None:
        # The log first: beside the new file it would be played into that.
        for side in (*_SIDES, ""):
            there = path.with_name(path.name + side)
            if there.exists():
                there.replace(away.with_name(away.name + side))
        rescued.replace(path)

    _in_words(path, swap)
    return True


def check_unfinished(path: Path, key: bytes | None, since_utc_s: float) -> None:
    """Read the sessions that may be resumed. Raises `StoreDamaged` when one cannot be read."""
    with reading(path, key) as connection:
        unfinished = connection.execute(
            "SELECT n FROM sessions WHERE ended_ms IS NULL AND opened_utc > ?", (since_utc_s,)
        ).fetchall()
        for (n,) in unfinished:
            for table in (*COLUMNS, "anchors", "links"):
                for _row in connection.execute(f"SELECT * FROM {table} WHERE session = ?", (n,)):
                    pass


def check_all(path: Path, key: bytes | None) -> None:
    """Read every page of the file. Raises `StoreDamaged` when one cannot be read."""
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            prepare(connection, path, key, read_only=True)
            said = connection.execute("PRAGMA integrity_check(1)").fetchall()
            if said != [("ok",)]:
                raise StoreDamaged(f"{path} is damaged ({' '.join(str(said[0][0]).split())})")
    finally:
        connection.close()


# ---- the files ----------------------------------------------------------------------------------


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _remove(path: Path) -> None:
    def gone() -> None:
        for side in ("", *_SIDES):
            path.with_name(path.name + side).unlink(missing_ok=True)

    _in_words(path, gone)


def _in_words(path: Path, what: Callable[[], object]) -> None:
    try:
        what()
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be put in order: {error.strerror or error}; check its folder"
        ) from error


def _free_name(path: Path, utc_s: float) -> Path:
    stamp = f"{datetime.fromtimestamp(utc_s, UTC):%Y%m%dT%H%M%S}"
    wanted, count = path.with_name(f"{path.name}.damaged-{stamp}"), 1
    while wanted.exists():
        count += 1
        wanted = path.with_name(f"{path.name}.damaged-{stamp}-{count}")
    return wanted
