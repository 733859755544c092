"""The chains of a record that was in clear and gets its first key.

Rule 1: what the lines of the audit say stays as it is, word for word; their hashes are made anew
        under a key. What was done to them before, while anybody could, is not found any more: the
        line that comes behind them says from when on they can be trusted.
Rule 2: the chains of the sessions stay without a key, as they were begun; where each of them is
        now goes into the audit chain, which has one.
"""

from __future__ import annotations

from data import audit, chain_keys
from data.chain import digest
from data.connection import Connection

_KEEPS_LINES = "audit_no_update"


def seal_for_the_first_time(connection: Connection, key: bytes, utc_s: float) -> None:
    """Within a transaction on a copy that nobody else has."""
    number, chain_key = chain_keys.add(connection, key, utc_s)
    ((rule,),) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (_KEEPS_LINES,)
    ).fetchall()
    connection.execute(f"DROP TRIGGER {_KEEPS_LINES}")
    n, head = 0, audit.START
    lines = connection.execute("SELECT n, utc, kind, by, session, facts FROM audit ORDER BY n")
    for n, *said in lines.fetchall():
        head = digest(chain_key, head + audit.canonical((n, *said, number)))
        connection.execute("UPDATE audit SET key = ?, head = ? WHERE n = ?", (number, head, n))
    connection.execute(
        "UPDATE audit_end SET seal = ? WHERE n = ?", (audit.end_seal(chain_key, n, head), n)
    )
    connection.execute(rule)
    audit.adopt(connection, key, utc_s)
