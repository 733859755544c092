"""A session that was recorded elsewhere becomes one of this record.

Rule 1: all of it or nothing; it is chained, counted and, if it was signed, sealed anew here, and
        a line of the audit trail says who took it in and from what.
Rule 2: a session that is here already is not taken in a second time.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from data.audit import Audit, AuditKind, Fact
from data.bundle_file import NotTakenIn
from data.errors import NoSuchSession
from data.store import SessionStore
from monitor.entries import Anchor, Entry


def take_in(
    path: Path,
    key: bytes | None,
    entries: Iterable[Entry],
    anchors: Iterable[Anchor],
    by: str,
    **facts: Fact,
) -> str:
    """The id of the session. Raises `NotTakenIn`, or another `StoreError`; then nothing is there.

    `facts` say where it came from; nothing of a patient belongs into them.
    """
    told = list(entries)
    session_id = told[0].session_id
    with SessionStore.open(path, key) as store:
        if _is_here(store, session_id):
            raise NotTakenIn(
                f"session {session_id} is in {path} already; nothing was changed. "
                "Delete it first if the other one is to count"
            )
        store.write(told, list(anchors))
    Audit(path, key).note(AuditKind.IMPORTED, by, time.time(), session_id, **facts)
    return session_id


def _is_here(store: SessionStore, session_id: str) -> bool:
    try:
        return store.summary(session_id).session_id == session_id
    except NoSuchSession:
        return False
