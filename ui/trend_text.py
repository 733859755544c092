"""How times are written beside a curve."""

from __future__ import annotations

MINUS = "\N{MINUS SIGN}"


def duration(seconds: float) -> str:
    """``1:20`` for 80 s, ``1:02:10`` from an hour on."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def clock(seconds: float) -> str:
    """A moment counted from zero, before it with a minus sign: ``−3:20``, ``26:10``, ``95:00``."""
    whole = round(abs(seconds))
    minutes, left = divmod(whole, 60)
    sign = MINUS if seconds < 0 and whole else ""
    return f"{sign}{minutes}:{left:02d}"


def minutes(seconds: float) -> str:
    """A tick of the axis: whole minutes from zero."""
    whole = round(abs(seconds) / 60.0)
    return f"{MINUS if seconds < 0 and whole else ''}{whole}"
