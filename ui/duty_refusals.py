"""Why a note, a prompt, a drug, a walk, a cover or a handover was refused: one sentence each.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

DUTY_REFUSALS: dict[str, str] = {
    # ---- late entries, with how long ago it was in minutes
    "late-not-past": "That lies in the future; give how long ago it was.",
    "late-too-long": "{0} min ago is more than 12 h; write it into a note as text.",
    "late-before-session": (
        "{0} min ago this session had not begun; write it into a note as text."
    ),
    "note-unknown": "There is no such note, or it was taken back; choose one of the list.",
    "note-end-before-begin": "It would be over before it began; give a later end.",
    "nothing-asked": "Nobody asks about this note any more.",
    # ---- what is asked for
    "prompt-unknown": "This is not asked for any more; look at the list again.",
    "prompt-no-reason": "Say why it is skipped; choose a reason or write one.",
    "prompt-must-be-done": "This cannot be skipped; answer it.",
    # ---- beside the signals
    "drug-no-name": "The name of the drug is missing; write which drug was given.",
    "no-distress": "Distress is not noted now; there is nothing to end.",
    "off-monitor-already": "The patient is off the monitor already; tap Back when she returns.",
    "not-off-monitor": "The patient is not noted as off the monitor; there is no return to note.",
    # ---- people, with the name of one
    "sign-in-first": "Sign in first: whose chair this is needs a name.",
    "nothing-to-claim": "Every entry of this chair has a name; there is nothing to claim.",
    "nobody-covers": "Nobody covers this chair; there is nothing to end.",
    "cover-too-long": "A cover lasts 10 min at most; for longer, hand the chair over.",
    "cover-is-owner": "This is the chair of {0} already; it needs no cover by the same person.",
    "hand-over-to-nobody": "Choose who takes the chair.",
    "hand-over-to-owner": "This is the chair of {0} already; choose somebody else.",
}
