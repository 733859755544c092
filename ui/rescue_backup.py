"""Which backup a rescue may take lines from by itself.

Rule: only one that is known to be of this record: what was kept outside the record shares a
      session with the heads beside the backup. Two records may bear the same name.
"""

from __future__ import annotations

import logging
from pathlib import Path

from data.backup_file import FILE_NAME, load_settings
from data.backup_folder import newest_verified
from data.errors import StoreError
from data.mirror import load_mirror, read_heads
from ui.places import home

log = logging.getLogger(__name__)


def own_backup(db: Path, spill: Path, key: bytes | None) -> Path | None:
    """The newest verified backup of this record; None = there is none, or it is not certain."""
    try:
        newest = newest_verified(load_settings(home() / FILE_NAME).place(home()), db)
        known = load_mirror(spill, db, key)
        heads = None if newest is None else read_heads(newest.heads, key)
    except StoreError as error:
        log.info("no backup is asked: %s", error)
        return None
    if newest is None or known is None or heads is None:
        return None
    return newest.path if known.sessions.keys() & heads.sessions.keys() else None
