"""TOML that somebody else may have written, read within bounds.

The parser of the standard library needs memory that grows with the square of the number of parts
of a dotted key: a line of 200 kB takes 40 GB. Short lines and a small file bound it.
"""

from __future__ import annotations

import tomllib
from typing import Any

LARGEST = 64_000
LONGEST_LINE = 1_000
"""Bytes of a file, and characters of a line; the longest that we know have a tenth."""


def toml_table(text: str) -> dict[str, Any]:
    """Raises ValueError, whose text goes behind the name of the file."""
    if len(text) > LARGEST:
        raise ValueError(f"it has {len(text)} characters; expected at most {LARGEST}")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise ValueError(
                f"line {number} has {len(line)} characters; expected at most {LONGEST_LINE}"
            )
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("its lists or tables stand too deep in one another") from None
