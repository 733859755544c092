"""Whether the tour of the first minutes is shown on this computer again, in a small JSON file.

Rule: a file that is missing or damaged means that nobody said that she has seen enough of it.

    {"tour": "never"}
"""

from __future__ import annotations

from pathlib import Path

from data.outgoing import write_json
from data.outside import small_json

FILE_NAME = "tour.json"
_NEVER = "never"
_LARGEST = 10_000
"""Bytes. A larger file is none of ours."""


def tour_wanted(path: Path) -> bool:
    return small_json(path, _LARGEST).get("tour") != _NEVER


def never_again(path: Path) -> None:
    """Raises `OSError`."""
    write_json(path, {"tour": _NEVER})


def show_again(path: Path) -> None:
    """Raises `OSError`."""
    path.unlink(missing_ok=True)
