"""Is that the monitor in front of you? The identity of a port names an adapter, not a monitor.

Rule 1: the first cuff result of a device is asked about, at the start of a session and after its
        link, or the program, was away for more than 60 s, or another unit was let in. Of a device
        that speaks only when it has measured the link is its port. Until somebody answers, the
        question follows the newest result: that is what she finds there.
Rule 2: until somebody answers, its values are taken: the question must not cost an alarm.
Rule 3: after a "no" nothing of this device is taken any more, until somebody says yes; and what
        it said since it was to be asked about, or since the last yes, was not this patient's.
Rule 4: one question at a time; another device waits for its next result.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.events import DeviceFacts, LinkChanged, LinkReason, LinkState
from monitor.vitals import CuffResult, Quality

ASK_AFTER_GAP_S = 60.0
_OLD = frozenset({Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN})


@dataclass(frozen=True, slots=True)
class Question:
    """A result that just came, and the question whether the monitor in front shows it."""

    source: str
    at_s: float
    sbp: float
    dbp: float


class Handshake:
    """Which devices were confirmed by a person. Moments are session seconds."""

    def __init__(self, devices: Iterable[DeviceFacts]) -> None:
        facts = tuple(devices)
        sources = [device.source for device in facts]
        self._speak_seldom = {one.source for one in facts if one.link_lost_after_s is None}
        self._unasked = set(sources)
        self._refused: set[str] = set()
        self._quiet_since: dict[str, float] = {}
        self._links: dict[str, LinkChanged] = {}
        self._unsure: dict[str, list[float]] = {source: [] for source in sources}
        """When the results of a device came for which nobody has vouched."""
        self._sure_until: dict[str, float] = {}
        self.question: Question | None = None

    def refused(self, source: str) -> bool:
        """Somebody said that this is not the patient's monitor."""
        return source in self._refused

    @property
    def put_aside(self) -> frozenset[str]:
        """The devices from which nothing is taken until somebody says yes."""
        return frozenset(self._refused)

    def link(self, changed: LinkChanged, now: float) -> None:
        source = changed.source
        self._links[source] = changed
        if changed.reason is LinkReason.STRANGER:  # who comes next may be the one let in
            self._ask_anew(source, now)
        seldom = source in self._speak_seldom
        if changed.state is LinkState.DOWN or (changed.state is LinkState.SILENT and not seldom):
            quiet_s = 0.0 if seldom else changed.quiet_s or 0.0
            self._quiet_since.setdefault(source, now - quiet_s)
            return
        since = self._quiet_since.pop(source, None)
        if since is not None and now - since > ASK_AFTER_GAP_S:
            self._ask_anew(source, since)

    def away(self, from_s: float, now: float) -> None:
        """The program was away since then: nobody saw what was plugged meanwhile."""
        if now - from_s > ASK_AFTER_GAP_S:
            for source in self._unsure:
                self._ask_anew(source, from_s)

    def _ask_anew(self, source: str, since: float) -> None:
        """Its next result is asked about.

        Until `since` it was the right one, unless there was a question about it already.
        """
        asked = self.question is not None and self.question.source == source
        if source in self._unsure and not asked and source not in self._unasked:
            self._unsure[source].clear()
            self._sure_until[source] = since
        self._unasked.add(source)

    def link_of(self, source: str) -> LinkChanged:
        """What its line last said, whether or not anything was taken from it; up at first."""
        up = LinkChanged(LinkState.UP, LinkReason.CONNECTED, source)
        return self._links.get(source, up)

    def result(self, result: CuffResult, now: float) -> None:
        source = result.source
        unsure = self._unsure.get(source)
        if unsure is None or result.quality in _OLD:
            return
        asked = self.question is not None and self.question.source == source
        if source in self._unasked and (self.question is None or asked):
            self._unasked.discard(source)
            asked = True
        unsure.append(now)
        if asked:
            self.question = Question(source, now, result.sbp, result.dbp)

    def sure_until(self, source: str) -> float:
        """What this device said until then is vouched for; minus infinity = nothing is."""
        return self._sure_until.get(source, -math.inf)

    def answer(self, source: str, now: float, *, same: bool) -> tuple[float, ...]:
        """What a person says; when the results came that by this were not the patient's."""
        if same:
            self._sure_until[source] = now
        (self._refused.discard if same else self._refused.add)(source)
        if self.question is not None and self.question.source == source:
            self.question = None
        unsure = self._unsure.get(source, [])
        strange = () if same else tuple(unsure)
        unsure.clear()
        return strange
