"""What a reader sees of the practice room: its monitors, and what cannot be done there."""

from __future__ import annotations

PRACTICE_SENTENCES: dict[str, str] = {
    "practice-port": "simulated patient",
    "practice-no-port": (
        "{0} is no simulated monitor; expected sim:NAME, sim:NAME#2 or sim:NAME?scenario=S5, "
        "with NAME one of {1}."
    ),
    "practice-wrong-option": "{0} has {1}={2}, which means nothing here; there are {3}.",
    "practice-wrong-number": "{1} of {0} is {2}; expected a whole number.",
    "practice-port-used": "{0} is used by the session on chair {1}; choose another one.",
    "practice-frozen": "Time is frozen; nothing can be entered until it goes on.",
    "practice-no-resume": (
        "A practice session ends with the window; session {0} is not continued. Begin a new one."
    ),
}
