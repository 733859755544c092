"""What is to be known of a record before somebody is asked for a PIN.

Rule: the demo's records, and those of simulated sessions, are of nobody.
"""

from __future__ import annotations

from pathlib import Path

from data.record_file import reading


def holds_patients(path: Path, key: bytes | None) -> bool:
    """Some session of it is not simulated. Raises a `StoreError`."""
    with reading(path, key) as connection:
        found = connection.execute("SELECT EXISTS (SELECT 1 FROM sessions WHERE NOT simulated)")
        return bool(found.fetchall()[0][0])


def keeps_trail(path: Path, key: bytes | None) -> bool:
    """It has an audit trail; one that an older version wrote has none. Raises a `StoreError`."""
    with reading(path, key) as connection:
        found = connection.execute(
            "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' AND name = 'audit'"
        )
        return bool(found.fetchall()[0][0])
