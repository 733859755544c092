"""One session in one line of words: what the list shows of it, and what is looked for in it.

Pure, without Qt.

Rule 1: each session's time is told by the clock of the place where it was recorded.
Rule 2: a simulated session, an open one and one that was cut off say so in words.
Rule 3: a line is found when every word that was typed stands somewhere in it, in small letters as
        Python makes them. A day that was typed as people write it, `3 Feb`, `Feb 2026` or
        `3.2.2026`, is looked for as the line tells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from math import floor
from typing import Generic, TypeVar

from data.summaries import Searched
from monitor.routes import Route
from ui.requests import SessionRow
from ui.review.moments import date_text, opened_text
from ui.start.entry import tidy
from ui.words import SENTENCES, figure, say, say_or

_Key = TypeVar("_Key")
Day = tuple[str, tuple[str, ...]]
"""A day, or a part of one, as a line tells it, and the words it was typed in: either is in it."""

_EPOCH = date(1970, 1, 1)
_DAY_MIN = 1440
_HALF_A_MICROSECOND = 5e-7
"""`datetime` rounds to microseconds; the search has to find what it writes."""
_MOST_KEPT = 20_000
"""Texts of each kind."""


def marks_of(row: SessionRow, cut_off: Collection[str]) -> list[str]:
    """Words that stand beside the date: open, cut off, SIMULATED."""
    return _marks(row.ended, row.session_id in cut_off, row.simulated)


def _marks(ended: bool, cut_off: bool, simulated: bool) -> list[str]:
    marks = []
    if not ended:
        marks.append(say("review-cut-off" if cut_off else "review-open"))
    if simulated:
        marks.append(say("review-simulated"))
    return marks


def dose_text(row: SessionRow) -> str:
    return _dose(row.mg_per_kg, row.dose_mg, row.minutes, row.route)


def _dose(mg_per_kg: float | None, dose_mg: float | None, minutes: float, route: str) -> str:
    """A dose that is not infused has no minutes, and tells its route."""
    if dose_mg is not None:
        named, amount = "", tidy(dose_mg)
    elif mg_per_kg is not None:
        named, amount = "-per-kg", figure(f"{mg_per_kg:g}")
    else:
        return say("review-watch")
    if route in ("", Route.IV.value):
        return say(f"review-dose{named}", amount, figure(f"{minutes:g}"))
    return say(f"library-dose{named}", amount, say_or(f"route-{route}", route))


def peak_text(row: SessionRow) -> str:
    return _peak(row.peak_sbp, row.peak_dbp)


def _peak(sbp: float | None, dbp: float | None) -> str:
    if sbp is None or dbp is None:
        return say("stat-none")
    return say("review-peak", f"{sbp:.0f}", f"{dbp:.0f}")


def row_sentence(row: SessionRow, cut_off: Collection[str]) -> str:
    """The whole line in words, for a screen reader."""
    when = f"{date_text(row)} {opened_text(row)}"
    marks = ", ".join(marks_of(row, cut_off))
    counts = (row.alarms_high, row.alarms_medium)
    who = row.patient_id
    return say("review-row", when, who, dose_text(row), peak_text(row), *counts, marks).strip()


class _Kept(dict[_Key, str], Generic[_Key]):
    """Texts that many lines share are made once; a bounded number of them is kept."""

    def __init__(self, make: Callable[[_Key], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _Key) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        text = self[key] = self._make(key)
        return text


class LineTexts:
    """Lines as they are searched, in small letters; for one language.

    `known` are those that were made, by the head of the session's chain: who types the next letter
    need not wait for them again.
    """

    def __init__(self) -> None:
        self.known: dict[bytes, str] = {}
        self._days = _Kept(_day)
        self._clocks = _Kept(_clock)
        self._doses = _Kept[tuple[float | None, float | None, float, str]](lambda of: _dose(*of))
        self._peaks = _Kept[tuple[float | None, float | None]](lambda of: _peak(*of))

    def of(self, line: Searched) -> str:
        """All but its marks."""
        (head, _ended, _simulated, _session_id, utc_s, offset_min, patient_id, initials, driver,
         mg_per_kg, dose_mg, minutes, sbp, dbp, route) = line  # fmt: skip
        day, minute = divmod(floor(utc_s + _HALF_A_MICROSECOND) // 60 + offset_min, _DAY_MIN)
        text = (
            f"{self._days[day]} {self._clocks[minute]} {patient_id} {initials} {driver} "
            f"{self._doses[mg_per_kg, dose_mg, minutes, route]} {self._peaks[sbp, dbp]}"
        ).lower()
        if len(self.known) >= _MOST_KEPT:
            self.known.clear()
        if head:
            self.known[head] = text
        return text


class Search:
    """What was typed, tried on one line after another, ten thousand in an instant."""

    def __init__(
        self, wanted: str, cut_off: Collection[str], texts: LineTexts | None = None
    ) -> None:
        months = (_ENGLISH_MONTHS, say("library-months").lower().split())
        self._words, self._days = terms(wanted, months)
        self._cut_off = frozenset(cut_off)
        self._texts = LineTexts() if texts is None else texts
        self._known = self._texts.known

    def __call__(self, line: Searched) -> bool:
        head, ended, simulated = line[:3]
        text = self._known.get(head) or self._texts.of(line)
        if simulated or not ended:
            marks = _marks(bool(ended), line[3] in self._cut_off, bool(simulated))
            text = " ".join((text, *marks)).lower()
        if not _are_in(text, self._words):
            return False
        return not self._days or all(
            day in text or _are_in(text, words) for day, words in self._days
        )


def _are_in(text: str, words: Iterable[str]) -> bool:
    # A loop: as an expression this takes longer than all the rest of a search.
    for word in words:  # noqa: SIM110
        if word not in text:
            return False
    return True


def _day(number: int) -> str:
    """Of the day that is so many days after the first of 1970."""
    return (_EPOCH + timedelta(days=number)).isoformat()


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


# ---- what was typed -----------------------------------------------------------------------------

_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\.? (?P<word>[^\W\d_]+)\.?(?: (?P<year>\d{4}))?")
_MONTH_DAY = re.compile(r"(?P<word>[^\W\d_]+)\.? (?P<day>\d{1,2}),?(?: (?P<year>\d{4}))?")
_MONTH_YEAR = re.compile(r"(?P<word>[^\W\d_]+)\.? (?P<year>\d{4})")
_POINTS = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?")
_LONGEST = 3
"""Words of a date."""
_LEAST_LETTERS = 3
_ENGLISH_MONTHS = SENTENCES["library-months"].lower().split()


def terms(wanted: str, months: Sequence[Sequence[str]]) -> tuple[list[str], list[Day]]:
    """What was typed: plain words, and days; `months` are the twelve names in some languages."""
    typed = wanted.lower().split()
    words: list[str] = []
    days: list[Day] = []
    at = 0
    while at < len(typed):
        for length in range(_LONGEST, 0, -1):
            some = tuple(typed[at : at + length])
            told = _date_told(" ".join(some), months)
            if told:
                days.append((told, some))
                at += length
                break
        else:
            words.append(typed[at])
            at += 1
    return words, days


def _date_told(text: str, months: Sequence[Sequence[str]]) -> str:
    """The part of an ISO date that these words mean; empty when they are no date."""
    for form in (_POINTS, _DAY_MONTH, _MONTH_DAY, _MONTH_YEAR):
        found = form.fullmatch(text)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["month"]) if "month" in parts else _month(parts["word"], months)
        day = parts.get("day")
        if 1 <= month <= 12 and (day is None or 1 <= int(day) <= 31):
            end = "" if day is None else f"-{int(day):02}"
            return f"{parts['year'] or ''}-{month:02}{end}"
    return ""


def _month(word: str, months: Sequence[Sequence[str]]) -> int:
    """1 to 12 for the beginning of a month's name, else 0."""
    if len(word) < _LEAST_LETTERS:
        return 0
    for names in months:
        for number, name in enumerate(names, 1):
            if name.startswith(word):
                return number
    return 0
