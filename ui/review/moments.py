"""Times of a recorded session in words: by the clock of the place where it was recorded.

Rule 1: a session is shown in its own local time (its anchors' offset), wherever it is looked at.
Rule 2: dates are year-month-day, the same in every language of the computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from monitor.entries import Anchor
from ui.requests import SessionRow


def local_time(utc_s: float, offset_min: int) -> datetime:
    """A moment that no calendar has becomes the first of all: a damaged line stops no page."""
    try:
        return datetime.fromtimestamp(utc_s, timezone(timedelta(minutes=offset_min)))
    except (OverflowError, ValueError, OSError):
        return datetime.min.replace(tzinfo=UTC)


def date_text(row: SessionRow) -> str:
    return f"{local_time(row.opened_utc_s, row.offset_min):%Y-%m-%d}"


def opened_text(row: SessionRow) -> str:
    return f"{local_time(row.opened_utc_s, row.offset_min):%H:%M}"


def moment_at(at_s: float, anchors: Sequence[Anchor], row: SessionRow) -> datetime:
    """The local time of a session second, by the latest anchor before it."""
    best: Anchor | None = None
    for anchor in anchors:
        if anchor.from_s <= at_s and (best is None or anchor.from_s >= best.from_s):
            best = anchor
    if best is None:
        return local_time(row.opened_utc_s + at_s, row.offset_min)
    return local_time(best.utc_s + at_s - best.from_s, best.offset_min)


def clock_at(at_s: float, anchors: Sequence[Anchor], row: SessionRow) -> str:
    return f"{moment_at(at_s, anchors, row):%H:%M}"


def whole_minutes(seconds: float) -> int:
    return int(seconds // 60)
