"""Today's list as it is typed, or as it comes from a CSV file.

    patient_id,initials,at,chair,profile,note
    20417,J. M.,09:30,2,adult-iv,=second visit
    20418,,,,,

The delimiter is a comma, a semicolon or a tab, whichever the first line has most of; the columns
may come in any order, and all but the first may be missing.

Rule 1: a file is taken whole or not at all; every line that is wrong is named, with its value.
Rule 2: whatever a cell begins with, it is text, and nothing is ever calculated.
Rule 3: a file larger than 1 MB or with more than 200 lines is no list of one day.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.day_book import TodayEntry

COLUMNS = ("patient_id", "initials", "at", "chair", "profile", "note")
LARGEST = 1_000_000
MOST_LINES = 200
CHAIRS = (1, 8)
LONGEST = {"patient_id": 64, "initials": 16, "note": 400}
_DELIMITERS = ",;\t"
_AT = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
IsProfile = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class WrongCell:
    """`reason` is an id of the screen's sentences, with its arguments; line 1 is the header."""

    line: int
    reason: str
    arguments: tuple[object, ...]


class ListRefused(Exception):
    """The list cannot be taken; `wrong` says why, in the order of its lines."""

    def __init__(self, wrong: tuple[WrongCell, ...]) -> None:
        super().__init__(wrong)
        self.wrong = wrong


class EntryRefused(Exception):
    """`reason` is an id of the screen's sentences."""

    def __init__(self, reason: str, *arguments: object) -> None:
        super().__init__(reason, *arguments)
        self.reason = reason
        self.arguments = arguments


def checked(entry: TodayEntry, is_profile: IsProfile) -> TodayEntry:
    """The entry, tidy. Raises `EntryRefused` naming the value."""
    texts = {name: " ".join(getattr(entry, name).split()) for name in LONGEST}
    if not texts["patient_id"]:
        raise EntryRefused("day-patient-missing")
    for name, longest in LONGEST.items():
        if len(texts[name]) > longest or not texts[name].isprintable():
            raise EntryRefused("day-text-wrong", name, texts[name][:longest], longest)
    profile = entry.profile.strip()
    if profile and not is_profile(profile):
        raise EntryRefused("day-profile-unknown", profile[:64])
    if entry.chair is not None and not CHAIRS[0] <= entry.chair <= CHAIRS[1]:
        raise EntryRefused("day-chair-wrong", entry.chair, *CHAIRS)
    return TodayEntry(at=_at(entry.at), chair=entry.chair, profile=profile, **texts)


def _at(text: str) -> str:
    found = _AT.fullmatch(text.strip())
    if found is not None:
        return f"{int(found[1]):02}:{found[2]}"
    if text.strip():
        raise EntryRefused("day-at-wrong", text.strip()[:64])
    return ""


def read_list(path: Path, is_profile: IsProfile) -> tuple[TodayEntry, ...]:
    """Raises `ListRefused`, or OSError for a file that cannot be read."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    return parse_list(content, is_profile)


def parse_list(content: bytes, is_profile: IsProfile) -> tuple[TodayEntry, ...]:
    """Raises `ListRefused`."""
    if len(content) > LARGEST:
        raise _refused(1, "day-list-large", LARGEST // 1000)
    reader = csv.reader(io.StringIO(_text(content), newline=""), delimiter=_delimiter(content))
    try:
        lines = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise _refused(reader.line_num, "day-list-torn", str(error)) from error
    names = _header(lines[0][1] if lines else [])
    if len(lines) - 1 > MOST_LINES:
        raise _refused(lines[MOST_LINES + 1][0], "day-list-long", len(lines) - 1, MOST_LINES)
    return _entries(names, lines[1:], is_profile)


def _entries(
    names: list[str], lines: list[tuple[int, list[str]]], is_profile: IsProfile
) -> tuple[TodayEntry, ...]:
    entries: list[TodayEntry] = []
    wrong: list[WrongCell] = []
    seen: dict[str, int] = {}
    for line, cells in lines:
        try:
            entry = checked(_entry(names, cells), is_profile)
        except EntryRefused as error:
            wrong.append(WrongCell(line, error.reason, error.arguments))
            continue
        before = seen.setdefault(entry.patient_id, line)
        if before != line:
            wrong.append(WrongCell(line, "day-twice", (entry.patient_id, before)))
        entries.append(entry)
    if wrong:
        raise ListRefused(tuple(wrong))
    return tuple(entries)


def _entry(names: list[str], cells: list[str]) -> TodayEntry:
    extra = [cell.strip() for cell in cells[len(names) :] if cell.strip()]
    if extra:
        raise EntryRefused("day-cell-extra", extra[0][:64])
    texts = dict(zip(names, cells, strict=False))
    chair = texts.pop("chair", "").strip()
    if chair and not (chair.isascii() and chair.isdigit() and len(chair) < 4):
        raise EntryRefused("day-chair-wrong", chair[:64], *CHAIRS)
    return TodayEntry(**texts, chair=int(chair) if chair else None)


def _header(cells: list[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    strange = [name for name in names if name not in COLUMNS]
    if strange or COLUMNS[0] not in names or len(set(names)) < len(names):
        found = ", ".join(names)[:120]
        raise _refused(1, "day-header-wrong", found, ",".join(COLUMNS))
    return names


def _delimiter(content: bytes) -> str:
    first = content.split(b"\n", 1)[0]
    return max(_DELIMITERS, key=lambda mark: first.count(mark.encode()))


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise _refused(1 + content[: content.index(b"\0")].count(b"\n"), "day-list-no-text")
    for coding in ("utf-8-sig", "cp1252"):  # a spreadsheet on Windows writes either
        try:
            return content.decode(coding)
        except UnicodeDecodeError as error:
            place = error.start
    raise _refused(1 + content[:place].count(b"\n"), "day-list-no-text")


def _refused(line: int, reason: str, *arguments: object) -> ListRefused:
    return ListRefused((WrongCell(line, reason, arguments),))
