"""Every sentence a user reads, by id. Lower layers return ids and arguments, never prose.

Rule 1: one id, one sentence; `{0}`, `{1}` are its arguments.
Rule 2: a sentence names the thing, the value and what to do. Plain words, no exclamation.
Rule 3: nothing here claims that this program is a medical device; it says that it is not.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # ---- the program itself
    "app-name": "Chairside",
    "disclaimer": (
        "Chairside is not a certified medical device. "
        "The bedside monitor and its own alarms stay primary: do not switch them off."
    ),
    "simulated": "SIMULATED – NOT A PATIENT",
    # ---- phases
    "phase-planned": "Planned",
    "phase-screening": "Screening",
    "phase-baseline": "Baseline",
    "phase-treating": "Infusion",
    "phase-paused": "Paused",
    "phase-recovery": "Recovery",
    "phase-discharge": "Discharge",
    "phase-signed": "Ended",
    # ---- refused commands and limits
    "limit-unknown": "There is no limit called {0}; known are {2}.",
    "limit-out-of-bounds": "{0} = {1} is out of bounds; it can be set from {2} to {3}.",
    "limit-crossed": "{0} = {1} would cross {2} = {3}; move that one first.",
}


def say(sentence_id: str, *arguments: object) -> str:
    """The sentence with its arguments filled in. Raises KeyError for an unknown id: a bug."""
    return SENTENCES[sentence_id].format(*arguments)
