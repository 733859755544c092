"""What was not measured in a session, and why.

Rule: a gap is a line with its reason and its length; gaps shorter than `SHORTEST_GAP_S` are named
      on the curve only, or a loose probe would bury everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitor.events import ClockJumped, LinkChanged, LinkState, Numerics, Resumed
from monitor.vitals import CuffFailed, LostReason, SignalLost, VitalSign
from ui.chair.spans import span_text
from ui.review.line import Book, Handler, Kind
from ui.review.stopped import Stopped
from ui.words import say, say_or, sign_label

SHORTEST_GAP_S = 10.0


class GapLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: set[VitalSign] = set()
        self._lost: dict[VitalSign, tuple[float, str]] = {}
        self._quiet: dict[str, tuple[float, str]] = {}
        """Since when, and why, nothing comes from a source."""

    def handlers(self) -> Mapping[type, Handler]:
        return {
            CuffFailed: self._failed,
            Numerics: self._heard,
            SignalLost: self._lost_sign,
            LinkChanged: self._link,
            Resumed: self._away,
            ClockJumped: self._clock,
        }

    def stopped(self, holes: Iterable[Stopped]) -> None:
        """Of these nobody said anything while they lasted."""
        for hole in holes:
            text = say("past-lost", sign_label(hole.sign), say(f"why-{LostReason.NO_VALUE}"))
            self._gap(hole.from_s, hole.to_s, text, "", to_end=hole.to_end)

    def close(self) -> None:
        for sign in list(self._lost):
            self._end_loss(sign, self._book.now_s, to_end=True)
        for source in list(self._quiet):
            self._end_quiet(source, self._book.now_s, to_end=True)

    def _failed(self, now_s: float, what: CuffFailed) -> None:
        reason = say_or(f"why-{what.reason}", what.reason).removeprefix(say("why-cuff"))
        self._book.add(now_s, Kind.GAP, say("past-cuff-failed", reason))

    def _heard(self, now_s: float, what: Numerics) -> None:
        for reading in what.readings:
            self._known.add(reading.sign)
            if reading.sign in self._lost:
                self._end_loss(reading.sign, now_s)

    def _lost_sign(self, now_s: float, what: SignalLost) -> None:
        if what.sign in self._known and what.sign not in self._lost:
            self._lost[what.sign] = (now_s, say_or(f"why-{what.reason}", what.reason))

    def _link(self, now_s: float, what: LinkChanged) -> None:
        if what.state is LinkState.UP:
            self._end_quiet(what.source, now_s)
        elif what.source not in self._quiet:
            since_s = now_s - (what.quiet_s or 0.0)
            self._quiet[what.source] = (since_s, say_or(f"link-{what.reason}", ""))

    def _away(self, now_s: float, what: Resumed) -> None:
        self._gap(what.gap_from_s, now_s, say("past-away"), "")

    def _clock(self, now_s: float, what: ClockJumped) -> None:
        self._book.add(now_s, Kind.SETTING, say("past-clock", f"{what.seconds:+.0f}"))

    def _end_loss(self, sign: VitalSign, now_s: float, *, to_end: bool = False) -> None:
        since_s, reason = self._lost.pop(sign)
        if now_s - since_s >= SHORTEST_GAP_S:
            text = say("past-lost", sign_label(sign), reason)
            self._gap(since_s, now_s, text, "", to_end=to_end)

    def _end_quiet(self, source: str, now_s: float, *, to_end: bool = False) -> None:
        if source in self._quiet:
            since_s, reason = self._quiet.pop(source)
            name = self._book.names.get(source)
            text = say("past-no-data") if name is None else say("past-no-data-of", name)
            self._gap(since_s, now_s, text, reason, to_end=to_end)

    def _gap(
        self, since_s: float, until_s: float, text: str, reason: str, *, to_end: bool = False
    ) -> None:
        length = say("past-to-end") if to_end else say("past-for", span_text(until_s - since_s))
        place = self._book.add(since_s, Kind.GAP, text, length, reason)
        self._book.put(place, replace(self._book.line(place), until_s=until_s))
