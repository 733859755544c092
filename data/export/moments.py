"""The wall clock of a session second, by the anchors of its record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from operator import attrgetter

from monitor.entries import Anchor

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moments:
    """By the last anchor before a moment; for what lies before all of them, the first."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        self._anchors = sorted(anchors, key=attrgetter("from_s"))

    def local(self, t_s: float) -> datetime | None:
        """To the millisecond, in the clinic's zone at that time; None = no anchor tells it."""
        anchor = self._anchor(t_s)
        if anchor is None:
            return None
        try:
            ms = round((anchor.utc_s + t_s - anchor.from_s) * 1000)
            zone = timezone(timedelta(minutes=anchor.offset_min))
            return (_EPOCH + timedelta(milliseconds=ms)).astimezone(zone)
        except (OverflowError, ValueError):
            return None  # no calendar has it

    def iso(self, t_s: float) -> str:
        """ISO 8601 with the offset of the clinic, ``2026-01-15T10:32:07.250+01:00``; or empty."""
        moment = self.local(t_s)
        return "" if moment is None else moment.isoformat(timespec="milliseconds")

    def utc(self, t_s: float) -> str:
        """ISO 8601 in UTC with a ``Z``; or empty."""
        moment = self.local(t_s)
        if moment is None:
            return ""
        told = moment.astimezone(UTC).isoformat(timespec="milliseconds")
        return told.replace("+00:00", "Z")

    def _anchor(self, t_s: float) -> Anchor | None:
        if not self._anchors:
            return None
        place = max(0, bisect_right(self._anchors, t_s, key=attrgetter("from_s")) - 1)
        return self._anchors[place]
