"""By which route each session was given, as its own lines say it: for a list that did not keep it.

Rule 1: it is counted as `data/tally.py` counts it, of the lines that may change it.
Rule 2: a line that cannot be read leaves its session without a route; `verify` names the line.
"""

from __future__ import annotations

from data.codec import decode
from data.connection import Connection
from data.errors import StoreDamaged
from data.tally import Tally

_TELLING = ("session-opened", "set-plan", "refused")
"""Kinds of events that say by which route a session is given, or that a plan was not taken."""


def routes_said(connection: Connection) -> dict[int, str]:
    """By the number of the session."""
    marks = ", ".join("?" * len(_TELLING))
    rows = connection.execute(
        f"SELECT session, t_ms, kind, body FROM events WHERE kind IN ({marks})"
        " ORDER BY session, seq",
        _TELLING,
    )
    tallies: dict[int, Tally] = {}
    torn: set[int] = set()
    for session, t_ms, kind, body in rows:
        try:
            what = decode(kind, body)
        except StoreDamaged:
            torn.add(session)
            continue
        tallies[session] = tallies.get(session, Tally()).after(t_ms, what)
    return {
        session: tally.route
        for session, tally in tallies.items()
        if tally.route is not None and session not in torn
    }
