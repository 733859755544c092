"""Is a file that says it is ours of our shape? A database can do things while it is only read.

Rule 1: a view or a computed column is a program that runs when we read; a trigger runs when we
        write; a virtual table asks a module of SQLite. Ours has none of them but the triggers that
        refuse to change a line that is only added, word for word.
"""

from __future__ import annotations

import re
from pathlib import Path

from data.connection import Connection
from data.errors import StoreForeign

_ONLY_ADDED = re.compile(
    r"CREATE TRIGGER (\w+)_no_(update|delete) BEFORE (UPDATE|DELETE) ON (\w+)"
    r" BEGIN SELECT RAISE\(ABORT, 'lines of (\w+) are only added'\); END"
)


def check_shape(connection: Connection, path: Path) -> None:
    """Raises `StoreForeign` naming what a record has not."""
    found = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_master"
        " WHERE type NOT IN ('table', 'index') OR sql LIKE 'create virtual%'"
    ).fetchall()
    for kind, name, sql in found:
        if kind != "trigger" or not _is_ours(str(sql)):
            raise _foreign(path, str(kind), str(name))
    computed = connection.execute(
        "SELECT t.name, c.name FROM main.sqlite_master AS t, pragma_table_xinfo(t.name) AS c"
        " WHERE t.type = 'table' AND c.hidden <> 0 LIMIT 1"
    ).fetchall()
    for table, column in computed:
        raise _foreign(path, "computed column", f"{table}.{column}")


def _is_ours(sql: str) -> bool:
    made = _ONLY_ADDED.fullmatch(sql)
    return made is not None and made[2] == made[3].lower() and made[1] == made[4] == made[5]


def _foreign(path: Path, kind: str, name: str) -> StoreForeign:
    return StoreForeign(
        f"{path} has a {kind} {name[:60]!r}, which no record of Chairside has; it was changed by "
        "somebody else: restore the last backup"
    )
