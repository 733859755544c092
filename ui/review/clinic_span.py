"""The days that the clinic's figures are about: a week, a month, a quarter, or from – to.

Pure, no Qt. A week begins on Monday and is numbered as ISO 8601 does.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta

from ui.words import say

MOST_DAYS = 731
AT_ONCE = 31
"""Days that are read while nothing else is done: a window must never stand still for long."""
_DAY = timedelta(days=1)
Days = tuple[date, date]
"""The first and the last one, both within."""


class Span(enum.StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    DAYS = "days"


def around(span: Span, day: date) -> Days:
    """The week, month or quarter in which this day lies; of `DAYS`, the day alone."""
    if span is Span.WEEK:
        first = day - day.weekday() * _DAY
        return first, first + 6 * _DAY
    if span is Span.DAYS:
        return day, day
    months = 1 if span is Span.MONTH else 3
    month = day.month - (day.month - 1) % months
    first = date(day.year, month, 1)
    return first, _months_later(first, months) - _DAY


def _months_later(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def moved(span: Span, days: Days, by: int) -> Days:
    """The one before (-1) or after (+1): as long, and touching it."""
    first, last = days
    if span is Span.DAYS:
        length = last - first + _DAY
        return first + by * length, last + by * length
    return around(span, first - _DAY if by < 0 else last + _DAY)


def title(span: Span, days: Days) -> str:
    first, last = days
    whole = say("figures-days", first.isoformat(), last.isoformat())
    match span:
        case Span.WEEK:
            year, week, _weekday = first.isocalendar()
            return f"{say('figures-week', week, year)}  ·  {whole}"
        case Span.MONTH:
            return f"{first:%Y-%m}  ·  {whole}"
        case Span.QUARTER:
            quarter = say("figures-quarter", (first.month + 2) // 3, first.year)
            return f"{quarter}  ·  {whole}"
        case Span.DAYS:
            return whole


def pieces(days: Days) -> list[Days]:
    """The same days in parts of at most `AT_ONCE` days."""
    begin, last = days
    found: list[Days] = []
    while begin <= last:
        end = min(last, begin + (AT_ONCE - 1) * _DAY)
        found.append((begin, end))
        begin = end + _DAY
    return found


def typed(first: str, last: str) -> Days | str:
    """The days that were typed in, or the sentence about what is wrong with them."""
    found: list[date] = []
    for name, text in (("figures-from", first), ("figures-to", last)):
        try:
            found.append(date.fromisoformat(text.strip()))
        except ValueError:
            return say("figures-bad-day", say(name), text.strip())
    begin, end = found
    if end < begin:
        return say("figures-days-turned", begin, end)
    many = (end - begin).days + 1
    if many > MOST_DAYS:
        return say("figures-days-long", begin, end, many, MOST_DAYS)
    return begin, end
