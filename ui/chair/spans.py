"""Times in words, for a glance: how long ago, how long still, at what o'clock. Pure, no Qt."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.picture import ChairPicture
from ui.words import say


def minutes_text(seconds: float) -> str:
    """``26:10``; from an hour on ``1:02:10``; before zero ``−0:20``."""
    whole = int(abs(seconds))
    sign = "−" if seconds < 0 and whole > 0 else ""
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{left:02}" if hours else f"{sign}{minutes}:{left:02}"


def span_text(seconds: float) -> str:
    """A length of time in a sentence: ``12 s``, ``3 min``, ``2 h 5 min``."""
    whole = max(0, int(seconds))
    if whole < 60:
        return say("span-s", whole)
    minutes = whole // 60
    if minutes < 60:
        return say("span-min", minutes)
    return say("span-h", minutes // 60, minutes % 60)


def age_text(seconds: float) -> str:
    """How old a cuff result is; below a minute in steps of 5 s, so that it does not tick."""
    if seconds < 10:
        return say("age-now")
    if seconds < 60:
        return say("age-ago", span_text(int(seconds // 5) * 5))
    return say("age-ago", span_text(seconds))


def clock_text(unix_s: float) -> str:
    """The local time of day, ``14:31``."""
    return datetime.fromtimestamp(unix_s, tz=UTC).astimezone().strftime("%H:%M")


def course_text(picture: ChairPicture, at_s: float) -> str:
    """A moment of the session: minutes of the infusion once it has begun, else of the session."""
    start = picture.infusion_started_s
    return minutes_text(at_s if start is None or at_s < start else at_s - start)
