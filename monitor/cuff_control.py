"""Whether the program may start a device's cuff now: switched on by a person, and seldom enough.

Rule 1: off until somebody allows it, per device, and only for a device that can be told to start.
Rule 2: never sooner than 120 s after the last start that is known, whoever made it: we asked, the
        monitor said that it measures, or a result came of which no start was seen.
Rule 3: a cycle shorter than 5 min ends after 15 min: once starts that we asked for have come
        closer than that for 15 min, the next one waits until 5 min after the last.
        The monitor's own measurements begin no such cycle, but they keep one going.
Rule 4: not while the cuff measures, and not while the line to it is known to be gone: a command
        that waits is a surprise for the arm in it.
Rule 5: not that of a device of which somebody said that it is not this patient's monitor.
Rule 6: an ask that was granted counts as a start, whatever the monitor makes of it.
Rule 7: a measurement is known to be running while the monitor says so, and for a while after an
        ask that was granted, until it ended or the line to it is not well.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from monitor.clock import whole_ms
from monitor.events import DeviceFacts, Event, LinkChanged, LinkState, Resumed
from monitor.outcomes import CuffAsked, Refused
from monitor.vitals import (
    CuffFailed,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    VitalSign,
)

LEAST_APART_S = 120.0
SHORT_CYCLE_S = 300.0
SHORT_CYCLE_ENDS_AFTER_S = 900.0
MONITOR_CLOCK_S = 15.0
"""A monitor that measures every 5 min does so by its own clock, and keeps no short cycle going."""
ASKED_RUNS_S = 60.0
"""So long a start that we asked for is taken for a measurement."""
LONGEST_S = 180.0
"""No monitor may keep an adult's cuff inflated for longer (IEC 80601-2-30)."""
RESULT_AFTER_S = 10.0
"""A monitor that has ended its measurement tells the result within this time."""
_NOT_NOW = frozenset({Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN})


@dataclass(slots=True)
class _Cuff:
    """What is known of one device's cuff. Moments are session seconds; None = there was none."""

    device: DeviceFacts
    allowed: bool
    reachable: bool = True
    aside: bool = False
    """Somebody said that it is not this patient's monitor."""
    measuring: bool = False
    pending: bool = False
    """A start is known whose end was not heard yet."""
    started_at: float | None = None
    short_since: float | None = None
    """The start with which the present cycle shorter than 5 min began."""
    runs_until: float | None = None
    """The measurement under way is over by then, as far as is known; None = none is known."""

    def start_seen(self, now: float) -> None:
        """The monitor measures. It may be what we asked for, or its own idea."""
        self.runs_until = now + LONGEST_S
        if self._since(now) >= SHORT_CYCLE_S - MONITOR_CLOCK_S:
            self.short_since = None
        self.started_at, self.pending = now, True

    def start_asked(self, now: float) -> None:
        self.runs_until = now + ASKED_RUNS_S
        if self._since(now) >= SHORT_CYCLE_S:
            self.short_since = None
        elif self.short_since is None:
            self.short_since = self.started_at
        self.started_at, self.pending = now, True

    def ended(self, now: float, *, just_now: bool) -> None:
        if just_now and not self.pending:
            self.start_seen(now)
        self.over()

    def over(self) -> None:
        """Whatever was measured, it is measured no more."""
        self.measuring = self.pending = False
        self.runs_until = None

    def free_at(self, now: float) -> tuple[float, str]:
        """From when on a start is seldom enough, and the id of the rule that says so."""
        if self.started_at is None:
            return now, ""
        short_s = 0.0 if self.short_since is None else now - self.short_since
        if short_s >= SHORT_CYCLE_ENDS_AFTER_S:
            return whole_ms(self.started_at + SHORT_CYCLE_S), "cuff-short-cycle"
        return whole_ms(self.started_at + LEAST_APART_S), "cuff-too-soon"

    def _since(self, now: float) -> float:
        return math.inf if self.started_at is None else whole_ms(now - self.started_at)


class CuffControl:
    """The cuffs of one chair, in the order of its devices."""

    def __init__(self, devices: Iterable[DeviceFacts]) -> None:
        self._cuffs = {
            device.source: _Cuff(device, device.can_start_cuff and device.may_start_cuff)
            for device in devices
        }

    @property
    def allowed(self) -> frozenset[str]:
        """The sources whose cuff may be started, as far as people are concerned."""
        return frozenset(source for source, cuff in self._cuffs.items() if cuff.allowed)

    @property
    def measuring(self) -> bool:
        """A cuff of this chair is at work."""
        return any(cuff.measuring and not cuff.aside for cuff in self._cuffs.values())

    def allow(self, source: str, *, allowed: bool) -> Refused | None:
        """A person switches it on or off; None = done."""
        cuff = self._cuffs.get(source)
        if cuff is None or not cuff.device.can_start_cuff:
            return Refused("allow-cuff", "cuff-cannot", (self._name(source),))
        cuff.allowed = allowed
        return None

    def put_aside(self, source: str, *, aside: bool) -> None:
        """Whether a person says that this is another patient's monitor."""
        if source in self._cuffs:
            self._cuffs[source].aside = aside

    def ask(self, now: float, source: str | None = None) -> CuffAsked | Refused:
        """Start the cuff of this device; None = the first allowed one that is free.

        A refusal says why it may not be started now.
        """
        wanted = source or self._choose(now)
        refused = self._denial(wanted, now)
        if refused is not None:
            return refused
        self._cuffs[wanted].start_asked(now)
        return CuffAsked(wanted)

    def running_until(self, now: float) -> float | None:
        """When the measurement that runs at `now` is over at the latest; None = none is known."""
        known = [
            cuff.runs_until
            for cuff in self._cuffs.values()
            if cuff.runs_until is not None and cuff.reachable and not cuff.aside
        ]
        return max((until for until in known if until > now), default=None)

    def free_again_at(self, now: float) -> float | None:
        """When the next allowed cuff may be started that may not be now; None = none waits."""
        waits = [
            cuff.free_at(now)[0]
            for cuff in self._cuffs.values()
            if cuff.allowed and cuff.reachable and not cuff.measuring and not cuff.aside
        ]
        return min((at for at in waits if at > now), default=None)

    def hear(self, event: Event, now: float) -> None:
        """Every event of the chair passes here; those that tell of a cuff are remembered."""
        heard = _HEARD.get(type(event))
        if heard is not None:
            heard(self, event, now)

    def _choose(self, now: float) -> str:
        """The first cuff that may be started now; else the first that comes nearest to it."""
        sources = [s for s, cuff in self._cuffs.items() if VitalSign.SBP in cuff.device.signs]
        free = (source for source in sources if self._denial(source, now) is None)
        allowed = (source for source in sources if self._cuffs[source].allowed)
        able = (source for source in sources if self._cuffs[source].device.can_start_cuff)
        return next(itertools.chain(free, allowed, able, self._cuffs), "")

    def _denial(self, source: str, now: float) -> Refused | None:
        cuff = self._cuffs.get(source)
        if cuff is None or not cuff.device.can_start_cuff:
            return Refused("start-cuff", "cuff-cannot", (self._name(source),))
        if not cuff.allowed:
            return Refused("start-cuff", "cuff-not-allowed", (cuff.device.name,))
        if cuff.aside:
            return Refused("start-cuff", "cuff-put-aside", (cuff.device.name,))
        if not cuff.reachable:
            return Refused("start-cuff", "cuff-no-link", (cuff.device.name,))
        if cuff.measuring:
            return Refused("start-cuff", "cuff-measuring", (cuff.device.name,))
        free_at, reason = cuff.free_at(now)
        if now < free_at:
            return Refused("start-cuff", reason, (str(math.ceil(whole_ms(free_at - now))),))
        return None

    def _name(self, source: str) -> str:
        """How a refusal names a device."""
        return self._cuffs[source].device.name if source in self._cuffs else source

    def _note(self, note: DeviceNote, now: float) -> None:
        cuff = self._cuffs.get(note.source)
        if cuff is None:
            return
        if note.kind is DeviceNoteKind.MEASURING:
            cuff.measuring = True
            cuff.start_seen(now)
        elif note.kind is DeviceNoteKind.IDLE:
            cuff.measuring = False
            if cuff.runs_until is not None:
                cuff.runs_until = now + RESULT_AFTER_S

    def _result(self, result: CuffResult, now: float) -> None:
        if result.source in self._cuffs:
            just_now = result.quality not in _NOT_NOW
            self._cuffs[result.source].ended(now, just_now=just_now)

    def _failed(self, failed: CuffFailed, now: float) -> None:
        if failed.source in self._cuffs:
            self._cuffs[failed.source].ended(now, just_now=True)

    def _link(self, changed: LinkChanged, _now: float) -> None:
        cuff = self._cuffs.get(changed.source)
        if cuff is None:
            return
        cuff.reachable = changed.state is LinkState.UP
        if changed.state is LinkState.DOWN:
            cuff.over()

    def _away(self, _event: Resumed, _now: float) -> None:
        for cuff in self._cuffs.values():
            cuff.reachable = True
            cuff.over()


_HEARD: dict[type, Callable[[CuffControl, Any, float], None]] = {
    DeviceNote: CuffControl._note,
    CuffResult: CuffControl._result,
    CuffFailed: CuffControl._failed,
    LinkChanged: CuffControl._link,
    Resumed: CuffControl._away,
}
