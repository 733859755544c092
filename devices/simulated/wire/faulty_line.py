"""A virtual monitor at the end of a line that misbehaves on a timeline; to both sides a monitor.

Rule 1: no clock and no I/O, as a monitor. Any faults may hold together, planned or laid on it
        while it runs; the same seed and the same questions give the same bytes.
Rule 2: the monitor goes on measuring, and talking, while nobody can hear it; only one that hangs
        (`stale`) or is switched off hears nothing either.
Rule 3: what is late stays in its order; what is late when the plug goes, or is said while nothing
        passes, is lost.
Rule 4: memory is bounded: what is kept to be said again is one message and a few answers, and
        nothing is later than `MOST_LATE_S`.
Rule 5: while no fault holds, a call costs a comparison or two.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from devices.session import LineSettings
from devices.simulated.monitors.catalogue import Attended, VirtualMonitor, maker_named
from devices.simulated.monitors.device_clock import TellsBattery, TellsTime
from devices.simulated.scenario.faults import MOST_LATE_S, Fault, FaultKind
from devices.simulated.sensors.shown import Measuring
from devices.simulated.wire.garbling import STUCK_EVERY_S, Garbling
from devices.simulated.wire.switched_on import Bedside

STALE_EVERY_S = 1.0
STALE_ANSWERS_AFTER_S = 0.02
ASKED_WITHIN_S = 10.0
"""Who was asked so lately hangs by giving old answers, and not by talking."""
MOST_ANSWERS = 16
_NUDGE_S = 1e-6
"""On the clock of a monitor that was switched on later, a moment may be short by a rounding."""
_NOTHING_PASSES = frozenset({FaultKind.UNPLUGGED, FaultKind.SILENT})


class FaultyLine:
    """`bedside` makes the monitor anew when it is switched on again; None = as it was before."""

    def __init__(
        self,
        monitor: VirtualMonitor,
        line: LineSettings,
        faults: Iterable[Fault] = (),
        seed: str = "",
        bedside: Bedside | None = None,
    ) -> None:
        self._monitor = monitor
        self._bedside = bedside
        self._garbling = Garbling(line, seed)
        self._since_s = 0.0
        """When the monitor was switched on."""
        self._off = False
        self._faults = tuple(faults)
        self._edges: list[float] = sorted(_edges(self._faults))
        self._holding: tuple[Fault, ...] = ()
        self._kinds: frozenset[FaultKind] = frozenset()
        self._late: deque[tuple[float, bytes]] = deque()
        self._again_at = math.inf
        """When one that is stuck or hangs speaks next."""
        self._hears_s = -math.inf
        self._asked: bytes = b""
        self._last: bytes = b""
        self._answers: dict[bytes, bytes] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is planned, and what was."""
        return self._faults

    def plugged(self, now: float) -> bool:
        return not any(
            fault.kind is FaultKind.UNPLUGGED and fault.holds(now) for fault in self._faults
        )

    # ---- what is laid on it while it runs

    def befall(self, fault: Fault) -> None:
        """It begins at its time, which is not over yet."""
        self._faults = (*self._faults, fault)
        for edge in _edges((fault,)):
            insort(self._edges, edge)

    def mend(self, now: float, kind: FaultKind | None = None) -> None:
        """What holds now ends now, and what was to come does not: of this kind, None = of all."""
        kept: list[Fault] = []
        for fault in self._faults:
            if fault.to_s <= now or kind not in {None, fault.kind}:
                kept.append(fault)
            elif fault.from_s < now:
                kept.append(replace(fault, to_s=now))
        self._faults = tuple(kept)
        insort(self._edges, now)

    # ---- as a monitor

    def attended(self, now: float) -> None:
        if isinstance(self._monitor, Attended):
            self._monitor.attended(self._local(now))

    def receive(self, data: bytes, now: float) -> None:
        self._keep_up(now)
        if FaultKind.STALE in self._kinds:
            self._answer_again(data, now)
            return
        if self._off or self._kinds & _NOTHING_PASSES:
            return
        if self._holding:
            data = self._garbling.to_monitor(data, self._holding)
        self._asked, self._hears_s = data, now
        self._monitor.receive(data, self._local(now))

    def due(self, now: float) -> bytes:
        self._keep_up(now)
        said = b"" if self._off else self._monitor.due(self._local(now))
        if said and FaultKind.STALE not in self._kinds:
            self._remember(said)
        if not self._holding and not self._late:
            return said
        return self._through(said, now)

    def wake_at(self) -> float:
        at = math.inf if self._off else self._since_s + self._monitor.wake_at()
        if self._edges:
            at = min(at, self._edges[0])
        if self._late:
            at = min(at, self._late[0][0])
        return min(at, self._again_at)

    def _local(self, now: float) -> float:
        """On the clock of the monitor."""
        return now - self._since_s + _NUDGE_S if self._since_s else now

    # ---- the timeline

    def _keep_up(self, now: float) -> None:
        while self._edges and self._edges[0] <= now:
            self._turn(self._edges.pop(0))

    def _turn(self, at: float) -> None:
        """Some fault begins or ends."""
        held, self._holding = self._holding, tuple(one for one in self._faults if one.holds(at))
        self._kinds = frozenset(fault.kind for fault in self._holding)
        for fault in held:
            if fault not in self._holding:
                self._garbling.forget(fault)
        if FaultKind.UNPLUGGED in self._kinds:
            self._late.clear()
        self._switch(at)
        self._set_clock(at)
        if FaultKind.STUCK in self._kinds:
            self._again_at = min(self._again_at, at + STUCK_EVERY_S)
        elif FaultKind.STALE not in self._kinds:
            self._again_at = math.inf
        elif at - self._hears_s > ASKED_WITHIN_S:
            self._again_at = min(self._again_at, at + STALE_EVERY_S)

    def _switch(self, at: float) -> None:
        off = FaultKind.RESTART in self._kinds
        if off and not self._off and self._bedside is not None:
            self._bedside.switched_off(at)
        if self._off and not off and self._bedside is not None:
            self._monitor = self._bedside.switched_on(at)
            self._since_s = at
            self._last, self._asked, self._hears_s = b"", b"", -math.inf
            self._answers.clear()
        self._off = off
        if isinstance(self._monitor, TellsBattery):
            self._monitor.battery_low = FaultKind.BATTERY_LOW in self._kinds

    def _set_clock(self, at: float) -> None:
        """A monitor that was off has a clock that went on."""
        if isinstance(self._monitor, TellsTime):
            skews = [one.by_s for one in self._holding if one.kind is FaultKind.CLOCK_SKEW]
            ahead_s = math.fsum(skews) + self._since_s
            self._monitor.clock.set_ahead(ahead_s, at - self._since_s)

    # ---- what passes

    def _remember(self, said: bytes) -> None:
        self._last = said
        if self._asked:
            self._answers.pop(self._asked, None)
            self._answers[self._asked] = said
            self._asked = b""
            if len(self._answers) > MOST_ANSWERS:
                del self._answers[next(iter(self._answers))]

    def _answer_again(self, asked: bytes, now: float) -> None:
        answer = self._answers.get(asked, b"")
        if answer and not self._off and not self._kinds & _NOTHING_PASSES:
            self._put_off(answer, now + STALE_ANSWERS_AFTER_S)

    def _through(self, said: bytes, now: float) -> bytes:
        if FaultKind.STUCK in self._kinds or FaultKind.STALE in self._kinds:
            said = self._again(now)
        if said and FaultKind.STUCK not in self._kinds:
            said = self._garbling.to_host(said, self._holding)
        if self._kinds & _NOTHING_PASSES:
            said = b""
        if said and (self._late or FaultKind.SLOW in self._kinds):
            self._put_off(said, now + self._delay_s(now))
            said = b""
        while self._late and self._late[0][0] <= now:
            said += self._late.popleft()[1]
        return b"" if self._kinds & _NOTHING_PASSES else said

    def _again(self, now: float) -> bytes:
        """What one that is stuck, or hangs, says now."""
        if self._again_at > now:
            return b""
        for fault in self._holding:
            if fault.kind is FaultKind.STUCK:
                self._again_at = now + STUCK_EVERY_S
                return self._garbling.stuck(fault)
        self._again_at = now + STALE_EVERY_S
        return b"" if self._off else self._last

    def _delay_s(self, now: float) -> float:
        slow = (fault for fault in self._holding if fault.kind is FaultKind.SLOW)
        late = (fault.by_s + fault.share * (now - fault.from_s) for fault in slow)
        return min(MOST_LATE_S, math.fsum(late))

    def _put_off(self, said: bytes, until: float) -> None:
        """Not before what was put off earlier."""
        last = self._late[-1][0] if self._late else until
        self._late.append((max(last, until), said))


def _edges(faults: Iterable[Fault]) -> list[float]:
    return [at for fault in faults for at in (fault.from_s, fault.to_s) if math.isfinite(at)]


def line_to(
    name: str,
    sensors: Measuring,
    line: LineSettings,
    faults: Iterable[Fault] = (),
    seed: str = "",
) -> FaultyLine:
    """A monitor of this name on a line that may misbehave. Raises `UnknownDriver`."""
    bedside = Bedside(maker_named(name), sensors)
    return FaultyLine(bedside.make(sensors), line, faults, seed, bedside)
