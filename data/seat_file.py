"""After how many minutes without a key or a click the windows here lock, in a small JSON file.

Rule 1: a file that is missing or damaged means the usual time.
Rule 2: it is replaced whole, so that a power cut leaves the old one or the new one.

    {"lock_after_min": 5}
"""

from __future__ import annotations

from pathlib import Path

from data.outgoing import write_json
from data.outside import small_json

FILE_NAME = "seat.json"
USUAL_MIN = 5
SHORTEST_MIN, LONGEST_MIN = 1, 15
_LARGEST = 10_000
"""Bytes. A larger file is none of ours."""


def possible(minutes: int) -> bool:
    return SHORTEST_MIN <= minutes <= LONGEST_MIN


def load_lock_after_min(path: Path) -> int:
    minutes = small_json(path, _LARGEST).get("lock_after_min")
    # JSON's true is no number, although Python takes it for one.
    return minutes if type(minutes) is int and possible(minutes) else USUAL_MIN


def save_lock_after_min(path: Path, minutes: int) -> None:
    """Raises `OSError`."""
    write_json(path, {"lock_after_min": minutes})
