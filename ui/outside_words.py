"""The sentences about what came from outside and cannot be. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

OUTSIDE_SENTENCES: dict[str, str] = {
    "missing-lines": (
        "{0} lines of this session cannot be read ({1}); the numbers are of what is left. "
        "`chairside rescue` looks for them in the second place and the backups."
    ),
    "missing-line": (
        "{0} line of this session cannot be read ({1}); the numbers are of what is left. "
        "`chairside rescue` looks for it in the second place and the backups."
    ),
    "missing-between": "between {0} and {1}",
    "missing-from": "from {0} on",
    "missing-second": "second {0}",
    "missing-and-more": "{0} and {1} more",
    "import-unreadable": "{0} cannot be read ({1}); check the path.",
    "import-unknown": (
        "{0} is neither a session of this program (export --format json) nor a CSV recording "
        "with the columns t_seconds,hr,sbp,dbp,map,spo2."
    ),
    "import-missing": "This session was not whole when it was exported: {0}",
    "import-no-patient": "Whose recording is it? Say it with --patient ID.",
    "import-no-began": "When did it begin? Say it with --began, such as 2026-01-15T10:32.",
    "import-began-wrong": "{0} is no time; write it like 2026-01-15T10:32.",
    "session-not-opened": (
        "Session {0} does not begin with its opening; «chairside verify» shows what is wrong."
    ),
    "session-out-of-time": (
        "The entries of session {0} are not in the order of time, or lie more than a month apart; "
        "«chairside verify» shows what is wrong."
    ),
}
