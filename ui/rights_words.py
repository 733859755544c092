"""The sentences about who may do what: refusals, the emergency view, the audit trail.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

RIGHTS_SENTENCES: dict[str, str] = {
    # ---- refused
    "right-nobody-here": "Nobody is signed in at this window; sign in with a PIN first.",
    "right-other-unproved": "{0} is named and has not given a PIN here; ask {0} for it.",
    "right-other-not-allowed": "{0} is {1} here; this needs a {2}.",
    "right-emergency-only": (
        "The emergency view shows only the sessions that run at this seat; sign in with a PIN."
    ),
    # ---- the command line
    "right-by-missing": (
        "{0} has staff and patients; say who asks for this with --by NAME, and give the PIN."
    ),
    "audit-line-failed": "This could not be written into the audit trail: {0}",
    "audit-none": "The audit trail is empty.",
    "audit-waits": "The audit trail cannot be written now, and waits: {0}",
    "audit-caught-up": "The audit trail is written again; nothing of it is missing.",
    "audit-lost": "The audit trail lacks {0} lines of this program: {1}",
    # ---- the emergency view
    "glass-open": "No PIN – emergency view",
    "glass-title": "Emergency view",
    "glass-why": (
        "Look at the running sessions for {0} min without a PIN. "
        "Who looked and why is kept in the audit trail."
    ),
    "glass-name": "Your name",
    "glass-name-hint": "Type your name",
    "glass-name-missing": "Type your name first.",
    "glass-name-wrong": "This is no name; it can have 40 characters, in one line.",
    "glass-reason-missing": "Say why: tap one of the reasons.",
    "glass-reason-patient": "Patient emergency",
    "glass-reason-staff": "Staff not reachable",
    "glass-reason-technical": "Technical fault",
    "glass-text": "In own words, if needed",
    "glass-text-hint": "In own words, if needed; no patient's name",
    "glass-review": "Review of this session",
    "glass-begin": "Show the running sessions",
    "glass-left": "Emergency view · {0} left",
    "glass-of": "{0} · no PIN · entries still ask for one",
    "glass-end": "End the view",
}
