"""The library in words: how many sessions there are, and the months as people type them.

Part of `ui.words`. The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

LIBRARY_SENTENCES: dict[str, str] = {
    "library-torn": (
        "A line of this list is damaged: all sessions are shown, found or not. "
        "`chairside verify` names the line, `chairside rescue` mends it."
    ),
    "no-such-sessions": "No session fits “{0}”; «chairside sessions» lists all.",
    "no-sessions-left": "No session is left by these options; «chairside sessions» lists all.",
    "library-dose": "{0} mg, {1}",
    "library-dose-per-kg": "{0} mg/kg, {1}",
    "library-one": "1 session",
    "library-count": "{0} sessions",
    "library-found": "{0} of {1}",
    "library-look-again": (
        "Look for a patient, initials, a monitor, a dose or a date such as 2026-02 or 3\u00a0Feb."
    ),
    "library-none-left": (
        "No session is left by these filters. Take one off, or all; there are {0} sessions."
    ),
    "library-finder": "Filter and calendar",
    "library-months": (
        "January February March April May June July August September October November December"
    ),
}
