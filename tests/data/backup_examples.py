"""Records with sessions and captures, for the tests of backups, restoring and retention."""

from __future__ import annotations

from pathlib import Path

from data.capture_seal import capture_path, seal_captures
from data.capture_store import CaptureFile, Piece
from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason
from tests.data.record_examples import course

KEY = bytes(range(32))
SALTED = bytes(range(48))
DAY_S = 86_400.0
FIRST_UTC_S = 1_790_000_000.0


def add_session(
    record: Path,
    key: bytes | None,
    session_id: str,
    *,
    seconds: int = 40,
    ended: bool = True,
    opened_utc_s: float = FIRST_UTC_S,
    wire: bytes = b"HR 72\r\n",
) -> None:
    """A session with its raw bytes; sealed when it has ended."""
    anchor = Anchor(session_id, 0.0, opened_utc_s, 0, AnchorReason.START)
    with SessionStore.open(record, key) as store:
        store.write(course(session_id, seconds, ended=ended), [anchor])
    capture = CaptureFile.open(capture_path(record, session_id), key)
    for at in range(5):
        capture.add([Piece(float(at), "device:ivy-450c", "rx", wire * 20)])
    capture.close()
    seal_captures(record, key, lambda: opened_utc_s + seconds, lambda _session: False)


def clinic(folder: Path, key: bytes | None = KEY, sessions: int = 3) -> Path:
    """A record of so many signed sessions."""
    record = folder / "clinic.db"
    for number in range(sessions):
        add_session(record, key, f"s-{number}", opened_utc_s=FIRST_UTC_S + number * DAY_S)
    return record
