"""How long sessions are kept, and how one is deleted.

Rule 1: everything is kept unless the clinic says for how many years; six at least, and most states
        of the US want seven to ten. Nothing is deleted by itself: what is due is named.
Rule 2: deleted is a session that was signed, by a person who may, with a reason. One that is not
        due yet only when that is asked for by name, and the line says so. Simulated ones always.
Rule 3: all of its rows go at once, sign-offs too, and its raw bytes; what stays is a line of the
        audit chain: its id, its day, how many items it had, its head and the hash of its manifest.
Rule 4: the room of its rows is overwritten, and the write-ahead log emptied. Backups that still
        have it, and merged journals, are named or go in their own time.
Rule 5: today's list of its day still names the patient's id: lines of days are only added.

Sources: 45 CFR 164.316(b)(2)(i) (six years), `docs` chapter on the record; SQLite secure_delete.
"""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data import queries, vault
from data.audit import AuditChain, AuditKind
from data.backup_folder import backups
from data.capture_seal import capture_path, wipe
from data.connection import Connection, storage_errors, transaction
from data.errors import DeletionRefused, StoreError
from data.migrations import prepare
from data.mirror import read_heads
from data.outgoing import write_json
from data.outside import small_json
from data.queries import SessionFacts
from data.rows import COLUMNS

FILE_NAME = "retention.json"
LEAST_YEARS = 6
MOST_YEARS = 100
LONGEST_REASON = 200
_TABLES = (*COLUMNS, "anchors", "links", "manifests")
_LARGEST = 10_000
_YEAR_DAYS = 365.2425
_TRIES = 8
_AGAIN_AFTER_S = 0.25


@dataclass(frozen=True, slots=True)
class Retention:
    """`keep_years` None = everything is kept for ever."""

    keep_years: int | None = None


@dataclass(frozen=True, slots=True)
class DueSession:
    session_id: str
    opened_utc_s: float
    offset_min: int


@dataclass(frozen=True, slots=True)
class Deletion:
    """`early`: although it is not due. `folders` are looked through for backups that have it."""

    session_id: str
    by: str
    reason: str
    utc_s: float
    early: bool = False
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Deleted:
    """`log_emptied` False = somebody reads the record; old pages go when it is closed.

    `backups` still have the session.
    """

    session_id: str
    rows: int
    capture_bytes: int
    log_emptied: bool
    backups: tuple[Path, ...]


# ---- the rule -----------------------------------------------------------------------------------


def load_retention(path: Path) -> Retention:
    """What is no number of years within the bounds counts as not set: everything is kept."""
    years = small_json(path, _LARGEST).get("keep_years")
    if isinstance(years, bool) or not isinstance(years, int):
        return Retention()
    return Retention(years) if LEAST_YEARS <= years <= MOST_YEARS else Retention()


def save_retention(path: Path, rule: Retention) -> None:
    """Raises `OSError`."""
    write_json(path, {"keep_years": rule.keep_years})


def due(connection: Connection, rule: Retention, utc_s: float) -> list[DueSession]:
    """Signed sessions that need not be kept any longer, oldest first."""
    if rule.keep_years is None:
        return []
    found = queries.all_facts(
        connection, "WHERE ended_ms IS NOT NULL AND opened_utc < ?", _bound(rule, utc_s)
    )
    return [DueSession(one.session_id, one.opened_utc, one.offset_min) for one in found[::-1]]


def _bound(rule: Retention, utc_s: float) -> float:
    """What was opened before this moment is due."""
    years = MOST_YEARS if rule.keep_years is None else rule.keep_years
    return utc_s - years * _YEAR_DAYS * 86_400.0


# ---- deleting one -------------------------------------------------------------------------------


def delete_session(
    path: Path, key: bytes | None, wanted: Deletion, rule: Retention | None = None
) -> Deleted:
    """Raises a `StoreError`; the session is then as it was."""
    reason = " ".join(wanted.reason.split())
    if not wanted.by or not 3 <= len(reason) <= LONGEST_REASON:
        raise DeletionRefused(
            f"a session is deleted with a name and a reason of 3 to {LONGEST_REASON} characters"
        )
    with _writing(path, key) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        with transaction(connection):
            facts = queries.find(connection, wanted.session_id)
            _want_deletable(facts, wanted, rule or Retention(), reason)
            capture = capture_path(path, facts.session_id)
            rows = _delete(connection, path, key, facts, wanted, reason)
        emptied = _emptied(connection)
    size = wipe(capture) if capture.exists() else 0
    held = tuple(_holding(path, key, facts.session_id, wanted.folders))
    return Deleted(facts.session_id, rows, size, emptied, held)


@contextlib.contextmanager
def _writing(path: Path, key: bytes | None) -> Iterator[Connection]:
    connection = vault.connect(path, key, read_only=False)
    try:
        with storage_errors(path):
            prepare(connection, path, key, read_only=False)
            yield connection
    finally:
        connection.close()


def _want_deletable(facts: SessionFacts, wanted: Deletion, rule: Retention, reason: str) -> None:
    """Raises `DeletionRefused`."""
    name = facts.session_id
    if facts.tally.ended_ms is None:
        raise DeletionRefused(f"session {name} was not signed; sign it before it is deleted")
    is_due = rule.keep_years is not None and facts.opened_utc < _bound(rule, wanted.utc_s)
    if not (is_due or wanted.early or facts.tally.simulated):
        kept = "for ever" if rule.keep_years is None else f"for {rule.keep_years} years"
        raise DeletionRefused(
            f"session {name} is kept {kept} and is not due; to delete it all the same, ask for an "
            "early deletion"
        )
    for secret in (facts.tally.patient_id, facts.tally.initials):
        if secret and re.search(rf"\b{re.escape(secret)}\b", reason, re.IGNORECASE):
            raise DeletionRefused(
                f"the reason names the patient of session {name}; it stays in the audit chain for "
                "ever, so say it without id and initials"
            )


def _delete(
    connection: Connection,
    path: Path,
    key: bytes | None,
    facts: SessionFacts,
    wanted: Deletion,
    reason: str,
) -> int:
    """Within a transaction; how many rows went."""
    manifests = queries.manifests(connection, facts.n)
    rows = _delete_rows(connection, facts.n)
    chain = AuditChain(connection, key if vault.is_encrypted(path) else None)
    opened = datetime.fromtimestamp(facts.opened_utc + 60 * facts.offset_min, UTC)
    chain.append(
        AuditKind.SESSION_DELETED,
        wanted.by,
        wanted.utc_s,
        facts.session_id,
        reason=reason,
        day=opened.date().isoformat(),
        items=facts.chain.items,
        head=facts.chain.head.hex(),
        manifest=manifests[-1].sha256.hex() if manifests else "",
        rows=rows,
        early=wanted.early,
        simulated=bool(facts.tally.simulated),
    )
    if capture_path(path, facts.session_id).exists():
        chain.append(AuditKind.CAPTURE_DELETED, wanted.by, wanted.utc_s, facts.session_id)
    return rows


def _delete_rows(connection: Connection, n: int) -> int:
    layouts = connection.execute(
        "SELECT DISTINCT layout FROM numerics WHERE session = ?", (n,)
    ).fetchall()
    rows = 1
    for table in _TABLES:
        rows += len(
            connection.execute(
                f"DELETE FROM {table} WHERE session = ? RETURNING 1", (n,)
            ).fetchall()
        )
    connection.executemany(
        "DELETE FROM layouts WHERE n = ? AND NOT EXISTS (SELECT 1 FROM numerics WHERE layout = n)",
        layouts,
    )
    connection.execute("DELETE FROM sessions WHERE n = ?", (n,))
    return rows


def _emptied(connection: Connection) -> bool:
    """The write-ahead log has nothing of it any more; a reader may keep that from being done."""
    for attempt in range(_TRIES):
        if attempt:
            threading.Event().wait(_AGAIN_AFTER_S)
        ((busy, _pages, _done),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not busy:
            return True
    return False


def _holding(
    path: Path, key: bytes | None, session_id: str, folders: tuple[Path, ...]
) -> Iterator[Path]:
    """Backups that still have the session, as far as their heads can be read."""
    known = key if vault.is_encrypted(path) else None
    for folder in folders:
        for one in backups(folder, path):
            try:
                heads = read_heads(one.heads, known)
            except StoreError:
                continue
            if heads is not None and session_id in heads.sessions:
                yield one.path
