"""The raw bytes of a session, vouched for by the audit chain.

Rule 1: the hash is over what was said on the wires (times, who, which way, bytes, how much the cap
        has cost), not over the file: packing and another key leave it the same.
Rule 2: a capture is sealed once, after its session was signed and its file was closed. Later it is
        the same, or gone with a line that says so.
Rule 3: what is wiped is overwritten before its room is given back; a flash disk may keep it all
        the same, encrypted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from data import audit_check, capture_store
from data.audit import AuditChain, AuditKind
from data.audit_check import Told
from data.connection import Connection
from data.errors import StoreError, StoreUnwritable
from data.manifest import Defect
from data.migrations import TRUSTED, number
from data.outside import name_in_folder
from data.record_file import reading, writing

CAPTURE_SUFFIX = ".capture"
BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite may leave beside a database, and the database itself."""
_CHUNK = 1 << 20
_UNSEALED = """SELECT id FROM sessions WHERE ended_ms IS NOT NULL AND id NOT IN
    (SELECT session FROM audit WHERE kind IN (?, ?)) ORDER BY n"""


def capture_path(record: Path, session_id: str) -> Path:
    return record.with_name(f"{name_in_folder(session_id)}{CAPTURE_SUFFIX}")


def capture_hash(path: Path, key: bytes | None) -> str:
    """SHA-256 over the content, in hex. Raises a `StoreError`."""
    said = hashlib.sha256()
    for at, device, direction, data in capture_store.read(path, key):
        head = [round(at * 1000), device, direction, len(data)]
        said.update(json.dumps(head, separators=(",", ":")).encode() + b"\n" + data)
    return said.hexdigest()


def seal_captures(
    record: Path, key: bytes | None, utc_s: Callable[[], float], is_open: Callable[[str], bool]
) -> bool:
    """Seal what was signed and closed; False = some of it is still open.

    A capture that cannot be read is left without a seal, and tried again when the program starts.
    Raises a `StoreError` when the record fails.
    """
    with reading(record, key) as connection:
        kinds = (AuditKind.CAPTURE_SEALED, AuditKind.CAPTURE_DELETED)
        rows = connection.execute(_UNSEALED, kinds).fetchall()
    all_closed = True
    for (session_id,) in rows:
        path = capture_path(record, session_id)
        if not path.is_file():
            continue
        if is_open(session_id):
            all_closed = False
            continue
        with contextlib.suppress(StoreError):
            hashed, size = capture_hash(path, key), path.stat().st_size
            _note(record, key, utc_s(), session_id, {"sha256": hashed, "bytes": size})
    return all_closed


def _note(
    record: Path, key: bytes | None, utc_s: float, session_id: str, facts: dict[str, str | int]
) -> None:
    with writing(record, key) as connection:
        # Another window on the same record may have been faster.
        there = connection.execute(
            "SELECT 1 FROM audit WHERE session = ? AND kind = ?",
            (session_id, AuditKind.CAPTURE_SEALED),
        ).fetchall()
        if not there:
            chain = AuditChain(connection, key)
            chain.append(AuditKind.CAPTURE_SEALED, "", utc_s, session_id, **facts)


# ---- looking again ------------------------------------------------------------------------------


def capture_defects(record: Path, key: bytes | None, folders: Iterable[Path] = ()) -> list[Defect]:
    """What is wrong with the captures of this record. Raises a `StoreError`.

    They lie beside the record, or in one of the other `folders` (those of a backup).
    """
    with reading(record, key) as connection:
        told = told_by(connection, key)
    return check_captures(told, (record.parent, *folders), key)


def told_by(connection: Connection, key: bytes | None) -> Told:
    """What the audit chain of an open record says, as far as it can be believed."""
    audited = number(connection, "user_version") >= TRUSTED
    told = audit_check.told_of(connection, key, audited=audited)
    list(audit_check.check(connection, told))
    return told


def check_captures(told: Told, folders: Iterable[Path], key: bytes | None) -> list[Defect]:
    """Every capture that was sealed is there, and says what it said then."""
    places, found = tuple(folders), []
    for session_id, wanted in sorted(told.captures.items()):
        if session_id in told.gone:
            continue
        text = _wrong(places, session_id, wanted, key)
        if text is not None:
            found.append(Defect(session_id, None, text))
    return found


def _wrong(
    places: tuple[Path, ...], session_id: str, wanted: str, key: bytes | None
) -> str | None:
    paths = [capture_path(place / "record", session_id) for place in places]
    path = next((one for one in paths if one.is_file()), None)
    if path is None:
        return (
            f"its raw bytes ({paths[0].name}) are gone, and nobody is known to have deleted them"
        )
    try:
        hashed = capture_hash(path, key)
    except StoreError as error:
        return f"its raw bytes cannot be read: {error}"
    return None if hashed == wanted else f"its raw bytes ({path}) were changed"


# ---- taking away --------------------------------------------------------------------------------


def wipe(path: Path) -> int:
    """Overwrite a database and take it away; how many bytes it had. Raises `StoreUnwritable`."""
    size = 0
    try:
        for suffix in BESIDE:
            one = path.with_name(path.name + suffix)
            if one.is_file():
                size += _wipe_file(one)
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be removed: {error.strerror or error}; remove it by hand"
        ) from error
    return size


def wipe_deleted(record: Path, key: bytes | None) -> list[Path]:
    """What a power cut has left of sessions that were deleted. Raises a `StoreError`."""
    with reading(record, key) as connection:
        rows = connection.execute(
            "SELECT session FROM audit WHERE kind = ?"
            " AND session NOT IN (SELECT id FROM sessions)",
            (AuditKind.CAPTURE_DELETED,),
        ).fetchall()
    paths = [capture_path(record, session_id) for (session_id,) in rows]
    return [path for path in paths if path.is_file() and wipe(path)]


def _wipe_file(path: Path) -> int:
    size = path.stat().st_size
    with path.open("r+b") as file:
        for start in range(0, size, _CHUNK):
            file.write(bytes(min(_CHUNK, size - start)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    return size
