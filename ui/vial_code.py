"""What stands on a vial: its lot, its expiry and its number; typed, or scanned from its code.

The code is a GS1 element string, as the DataMatrix of a vial gives it to a scanner that types:
fields that begin with two digits, one after another; those of open length end with a group
separator or at the end. (GS1 General Specifications, application identifiers 01, 10, 17, 21.)

    01 05412345000013 17 270331 10 A123 <GS> 21 0042
       article           expiry    lot         serial number

or the label that a clinic prints itself: ``A123;2027-03-31``.

Rule: a day 00 is the last day of the month, as the specification says.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

GROUP_SEPARATOR = "\x1d"
SYMBOLOGY = re.compile(r"^\](?:d2|C1|Q3|e0)")
"""What some scanners type before the code."""
FIXED = {"01": 14, "02": 14, "11": 6, "13": 6, "15": 6, "17": 6, "20": 2}
OPEN = {"10": 20, "21": 20, "240": 30}
"""The longest that a field of open length can be."""
_TYPED = "expiry"
"""Not from a code: the expiry of a label, in ISO 8601 already."""
_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class VialCode:
    """`expiry` is ISO 8601, a day or a month; empty = not in the code."""

    lot: str = ""
    expiry: str = ""
    serial: str = ""


def vial_code(scanned: str) -> VialCode | None:
    """None for what is no such code: a lot that was typed, for example."""
    fields = _fields(SYMBOLOGY.sub("", scanned.strip())) or _label(scanned)
    if fields is None or "10" not in fields:
        return None
    expiry = _expiry(fields["17"]) if "17" in fields else ""
    if expiry is None:
        return None
    return VialCode(fields["10"], fields.get(_TYPED, expiry), fields.get("21", ""))


def _label(text: str) -> dict[str, str] | None:
    """A label that a clinic prints itself: ``LOT;EXPIRY``, as either is typed."""
    lot, mark, expiry = text.strip().partition(";")
    typed = typed_expiry(expiry)
    lot = lot.strip()
    if not mark or typed is None or not 0 < len(lot) <= OPEN["10"] or not lot.isprintable():
        return None
    return {"10": lot, _TYPED: typed}


def _fields(text: str) -> dict[str, str] | None:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        if text[at] == GROUP_SEPARATOR:
            at += 1
            continue
        known = next((ai for ai in (*FIXED, *OPEN) if text.startswith(ai, at)), None)
        if known is None:
            return None
        at += len(known)
        value = _value(text, at, known)
        if not value:
            return None
        found[known] = value
        at += len(value)
    return found or None


def _value(text: str, at: int, known: str) -> str:
    """The field that begins here; empty = it is not complete, or longer than it can be."""
    if known in FIXED:
        value = text[at : at + FIXED[known]]
        return value if len(value) == FIXED[known] and value.isdecimal() else ""
    end = text.find(GROUP_SEPARATOR, at)
    value = text[at:] if end < 0 else text[at:end]
    return value if 0 < len(value) <= OPEN[known] else ""


def _expiry(yymmdd: str) -> str | None:
    """ISO 8601; None for a date that there is not."""
    year, month, day = 2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return None
    return f"{year:04}-{month:02}-{day or last:02}"


def typed_expiry(text: str) -> str | None:
    """A day or a month as it was typed: 2027-03, 2027-03-31, 03/2027; None for anything else."""
    cleaned = text.strip()
    short = _SHORT.fullmatch(cleaned)
    if short is not None:
        cleaned = f"{short[2]}-{short[1]}"
    found = _DATE.fullmatch(cleaned)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2]), found[3]
    if not 1 <= month <= 12 or year < 1:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{int(day):02}"


def expired(expiry: str, today: date) -> bool:
    """Good through its last day; a month is good through its last day too. Takes ISO 8601."""
    return expiry < today.isoformat()[: len(expiry)]
