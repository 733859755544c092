"""Which row it is that cannot be read: text that is none, numbers that are gone, a torn page.

Rule: asked only after reading everything at once has failed; row by row takes its time.
"""

from __future__ import annotations

from pathlib import Path

from data import queries
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged
from data.queries import SessionFacts
from data.rows import COLUMNS


def sessions(connection: Connection, path: Path) -> tuple[list[SessionFacts], list[int]]:
    """The sessions whose rows can be read, newest first, and the numbers of the others.

    Raises `StoreDamaged` when not even the numbers can be read.
    """
    try:
        with storage_errors(path):
            return queries.all_facts(connection), []
    except StoreDamaged:
        found: list[SessionFacts] = []
        torn: list[int] = []
    with storage_errors(path):
        numbers = connection.execute("SELECT n FROM sessions ORDER BY n DESC").fetchall()
    for (n,) in numbers:
        try:
            with storage_errors(path):
                found += queries.all_facts(connection, "WHERE n = ?", n)
        except StoreDamaged:
            torn.append(int(n))
    return found, torn


def first_line(connection: Connection, path: Path, session: int) -> int | None:
    """The first that does not come even when it alone is asked for; None = it is not known."""
    torn = []
    for table in COLUMNS:
        try:
            torn += _torn(connection, path, f"{table} WHERE session = ?", "seq", (session,))
        except StoreDamaged:
            continue
    return min(torn, default=None)


def first_row(connection: Connection, path: Path, table: str) -> int | None:
    """The first row of a table that only grows; None = it is not known."""
    try:
        torn = _torn(connection, path, f"{table} WHERE true", "n", ())
    except StoreDamaged:
        return None
    return min(torn, default=None)


def _torn(
    connection: Connection, path: Path, rows: str, name: str, values: tuple[int, ...]
) -> list[int]:
    """The first of these rows, by its column `name`."""
    with storage_errors(path):
        numbers = connection.execute(
            f"SELECT {name} FROM {rows} ORDER BY {name}", values
        ).fetchall()
    for (number,) in numbers:
        try:
            with storage_errors(path):
                row = (*values, number)
                connection.execute(f"SELECT * FROM {rows} AND {name} = ?", row).fetchall()
        except StoreDamaged:
            return [int(number)]
    return []
