"""What narrows the library, in words: one chip for each thing, and what is left without it.

Pure, without Qt.

Rule 1: everything that leaves a session out is a chip; nothing narrows unseen.
Rule 2: a chip that is taken off takes one thing off, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from data.narrowing import DoseRange, Narrowing
from monitor.routes import Route
from ui.words import figure, say


@dataclass(frozen=True, slots=True)
class Chip:
    """`without` is what is left when it is taken off."""

    key: str
    text: str
    without: Narrowing


def chips(narrowing: Narrowing) -> tuple[Chip, ...]:
    """In the order in which the filters stand on the page."""
    return tuple(_chips(narrowing))


def _chips(now: Narrowing) -> Iterator[Chip]:
    if now.first is not None or now.last is not None:
        yield Chip("days", days_text(now.first, now.last), replace(now, first=None, last=None))
    if now.patient_id:
        yield Chip("patient", f"#{now.patient_id}", replace(now, patient_id=""))
    for route in Route:
        if route.value in now.routes:
            rest = replace(now, routes=now.routes - {route.value})
            yield Chip(f"route-{route.value}", say(f"route-{route.value}"), rest)
    if now.dose is not None:
        yield Chip("dose", dose_range_text(now.dose), replace(now, dose=None))
    if now.peak_sbp is not None:
        yield Chip(
            "peak",
            say("filter-peak-chip", figure(f"{now.peak_sbp:g}")),
            replace(now, peak_sbp=None),
        )
    if now.alarms is not None:
        yield Chip("alarms", say(f"filter-alarms-{now.alarms}-chip"), replace(now, alarms=None))
    if now.unsigned:
        yield Chip("unsigned", say("filter-unsigned"), replace(now, unsigned=False))


def days_text(first: date | None, last: date | None) -> str:
    """Days as the lines tell them."""
    if first == last and first is not None:
        return first.isoformat()
    if first is None:
        return say("filter-until", "" if last is None else last.isoformat())
    if last is None:
        return say("filter-from", first.isoformat())
    return say("filter-days", first.isoformat(), last.isoformat())


def dose_range_text(dose: DoseRange) -> str:
    least, most = (
        None if bound is None else figure(f"{bound:g}") for bound in (dose.least, dose.most)
    )
    if least is None and most is None:
        return say("filter-dose-any")
    if least is None:
        return say("filter-dose-most", most, dose.unit.value)
    if most is None:
        return say("filter-dose-least", least, dose.unit.value)
    if least == most:
        return say("filter-dose-is", least, dose.unit.value)
    return say("filter-dose-between", least, most, dose.unit.value)


# ---- what was typed

_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
)
_FIGURE = re.compile(r"\d{1,5}(?:[.,]\d{1,4})?")


class WrongFigure(ValueError):
    """What was typed is no day or no dose; the text is the sentence for the person."""


def typed_day(text: str) -> date | None:
    """`2026-09-21` or `21.9.2026`; None for nothing. Raises `WrongFigure`."""
    tidy = text.strip()
    if not tidy:
        return None
    for form in _DAYS:
        found = form.fullmatch(tidy)
        if found is not None:
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            try:
                return date(year, month, day)
            except ValueError:
                break
    raise WrongFigure(say("filter-day-wrong", tidy))


def typed_dose(text: str) -> float | None:
    """Of either decimal sign; None for nothing. Raises `WrongFigure`."""
    tidy = text.strip()
    if not tidy:
        return None
    if not tidy.isascii() or _FIGURE.fullmatch(tidy) is None:
        raise WrongFigure(say("filter-dose-wrong", tidy))
    return float(tidy.replace(",", "."))
