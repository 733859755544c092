"""What happened so far, line by line, made of what the chair publishes. Pure, no Qt.

Rule 1: the lines are those of the review: nobody reads two accounts of one lesson.
Rule 2: of the values of a stream only those are kept that end a gap, so a lesson of hours stays
        small.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from monitor.commands import PreferSource
from monitor.entries import Entry, Published
from monitor.events import Event, LinkChanged, Numerics, Resumed, SessionOpened
from monitor.outcomes import Outcome
from monitor.training.staged import TrueState
from monitor.vitals import DeviceNote, SignalLost, VitalSign, WaveChunk
from ui.chair.spans import minutes_text
from ui.review.line import Clock, Line
from ui.review.timeline import timeline
from ui.words import say

_LEFT_OUT = (WaveChunk, DeviceNote, TrueState)
_CHANGES = (SignalLost, LinkChanged, Resumed, SessionOpened, PreferSource)


_SEPARATOR = " · "


class Story:
    """Of one session. `news` goes up with everything that can be another line."""

    def __init__(self) -> None:
        self.news = 0
        self._seq = itertools.count()
        self._entries: list[Entry] = []
        self._heard: set[VitalSign] = set()
        """Of which signs values came since something changed."""

    def absorb(self, published: Published) -> None:
        for what in (published.event, *published.outcomes):
            if what is not None and self._tells(what):
                session = published.picture.session_id
                entry = Entry(session, next(self._seq), published.now_s, what)
                self._entries.append(entry)
                self.news += 1

    def lines(self, clock: Clock = minutes_text) -> list[Line]:
        """Oldest first; what has not ended is said to go on, and not to go on to the end."""
        return [_still(line) for line in timeline(self._entries, clock)]

    def _tells(self, what: Event | Outcome) -> bool:
        if isinstance(what, Numerics):
            signs = {reading.sign for reading in what.readings}
            known, self._heard = self._heard, self._heard | signs
            return not signs <= known
        if isinstance(what, _CHANGES):
            self._heard = set()
        return not isinstance(what, _LEFT_OUT)


def _still(line: Line) -> Line:
    """The account of a session that is over says of an open thing that it was so at the end."""
    ended = {say("past-still-on"), say("past-to-end")}
    parts = line.detail.split(_SEPARATOR)
    if ended.isdisjoint(parts):
        return line
    return replace(line, detail=_SEPARATOR.join(part for part in parts if part not in ended))
