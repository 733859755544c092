"""CSV files that may hold today's list: the newest ones where a person's files usually lie."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data.day_list import LARGEST

MOST_FILES = 4


def files_in(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Newest first, without those that are too large for a list; a folder may be missing."""
    found: dict[Path, float] = {}
    for folder in folders:
        try:
            for path in folder.iterdir():
                if path.suffix.lower() == ".csv" and path.is_file():
                    facts = path.stat()
                    if facts.st_size <= LARGEST:
                        found[path] = facts.st_mtime
        except OSError:
            continue  # a folder that cannot be read offers nothing
    return tuple(sorted(found, key=lambda path: (-found[path], path))[:MOST_FILES])
