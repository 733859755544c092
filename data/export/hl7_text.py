"""Segments of HL7 version 2: fields, components, and the characters that part them.

Rule: what a person wrote passes through `plain`, so that nothing she types ends a field or a
      segment. A line end becomes a space.

Source: HL7 v2.6, chapter 2, "Use of escape sequences in text fields".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

CR = "\r"
_TABLE = str.maketrans(
    {
        "\\": r"\E" "\\",
        "|": r"\F" "\\",
        "^": r"\S" "\\",
        "&": r"\T" "\\",
        "~": r"\R" "\\",
    }
)


def plain(text: str) -> str:
    """A text as a field may hold it."""
    tidy = " ".join(text.split())
    return "".join(one for one in tidy if one.isprintable()).translate(_TABLE)


def coded(code: str | int, text: str, system: str) -> str:
    """A CWE: code, text, name of the coding system."""
    return f"{code}^{plain(text)}^{system}"


def segment(name: str, fields: dict[int, str]) -> str:
    """The segment with these fields by their number, its end included."""
    last = max(fields, default=0)
    return "|".join([name, *(fields.get(number, "") for number in range(1, last + 1))]) + CR


def header(fields: dict[int, str]) -> str:
    """MSH, whose first field is the separator itself."""
    shifted = {number - 1: text for number, text in fields.items() if number > 1}
    return segment("MSH", shifted)


def moment(when: datetime | None) -> str:
    """``20260115103207.250+0100``; empty when it is not known."""
    if when is None:
        return ""
    return f"{when:%Y%m%d%H%M%S}.{when.microsecond // 1000:03d}{when:%z}"[:24]


def number(value: float) -> str:
    """As few digits as tell it, without an exponent, which an NM may not have; empty = none is."""
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else f"{Decimal(repr(float(value))):f}"


def repeated(values: Sequence[str]) -> str:
    return "~".join(values)
