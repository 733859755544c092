"""The sentences about what came from outside and cannot be. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

OUTSIDE_SENTENCES: dict[str, str] = {
    "session-not-opened": (
        "Session {0} does not begin with its opening; «chairside verify» shows what is wrong."
    ),
    "session-out-of-time": (
        "The entries of session {0} are not in the order of time, or lie more than a month apart; "
        "«chairside verify» shows what is wrong."
    ),
}
