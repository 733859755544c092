"""A virtual monitor and a driver joined by a cable that exists in memory only.

Rule 1: one clock, handed in; no thread and no sleep. `advance` works everything off in the order
        and at the moments in which it would happen, so that it does not matter how rarely it is
        called, and the same seed gives the same bytes at the same times.
Rule 2: the cable carries what its line settings allow: a byte arrives when its last bit does, and
        the next message waits until the line is free. Bytes are handed over in pieces, as a real
        port does.
Rule 3: what a driver, the link watch and the capture see is what they see on a real port.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable

from devices.capture import CaptureSink
from devices.cuff_orders import CuffOrders
from devices.errors import ProtocolError
from devices.link_watch import LinkStats, LinkWatch
from devices.session import Driver
from devices.simulated.monitors.catalogue import VirtualMonitor
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.wire.faulty_line import FaultyLine
from devices.traffic import Direction
from monitor.events import Heard, LinkReason, gather

PIECE_BYTES = 128
BEHIND_S = 4.0
"""What waits longer for the line than this does not fit into the sender's buffer, and is lost."""
LEAST_STEP_S = 0.001
"""A conversation that wants to be woken again at once is woken after this."""


class Cable:
    """One direction of a serial line: messages in, pieces with their arrival times out."""

    def __init__(self, bytes_per_s: float) -> None:
        self._byte_s = 1.0 / bytes_per_s
        self._free_at = -math.inf
        self._coming: deque[tuple[float, bytes]] = deque()

    def put(self, data: bytes, at: float) -> None:
        """Begin to send at `at`, or when what was sent before is through.

        A monitor set to half the speed has more to say than the line carries.
        """
        begin = max(at, self._free_at)
        if begin - at > BEHIND_S:
            return
        for first in range(0, len(data), PIECE_BYTES):
            piece = data[first : first + PIECE_BYTES]
            self._coming.append((begin + (first + len(piece)) * self._byte_s, piece))
        self._free_at = begin + len(data) * self._byte_s

    def arrived(self, now: float) -> bytes:
        """The next piece that is there by `now`; empty when there is none."""
        if self._coming and self._coming[0][0] <= now:
            return self._coming.popleft()[1]
        return b""

    def next_at(self) -> float:
        return self._coming[0][0] if self._coming else math.inf

    def cut(self) -> None:
        """Everything under way is lost."""
        self._coming.clear()
        self._free_at = -math.inf


class SteppedLink:
    """Stands where a `LinkThread` stands, in a world with a clock of its own.

    A `FaultyLine` in place of the monitor also says when there is no port.
    """

    def __init__(
        self,
        driver: Driver,
        monitor: VirtualMonitor,
        source: str | None = None,
        capture: CaptureSink | None = None,
        *,
        from_s: float = 0.0,
    ) -> None:
        bears = driver.source if source is None else source
        self._monitor = monitor
        self._session = driver.open(bears)
        self._watch = LinkWatch(driver, bears)
        self._orders = CuffOrders()
        self._ordered_at = from_s
        self._capture = capture
        self._to_host = Cable(driver.line.bytes_per_s())
        self._to_monitor = Cable(driver.line.bytes_per_s())
        self._turns = _turns(monitor.faults if isinstance(monitor, FaultyLine) else (), from_s)
        self._open = False
        self._not_before = from_s
        self._own_at = -math.inf
        """When something happens next without the monitor; `_look_ahead` keeps it."""
        self._look_ahead()

    @property
    def stats(self) -> LinkStats:
        return self._watch.stats

    def start_cuff(self, at: float) -> None:
        """Ask the monitor to measure, if it can be asked; forgotten when it can't be soon."""
        self._orders.put(at)
        # The moments of a chair are whole milliseconds: this one may seem to be over already.
        self._ordered_at = at + LEAST_STEP_S
        self._look_ahead()

    def plug(self, at: float, *, plugged: bool) -> None:
        """At `at`, which is not over yet, the cable goes in or comes out."""
        self._turns = sorted([*self._turns, (at, plugged)], reverse=True)
        self._look_ahead()

    def wake_at(self) -> float:
        """When something happens next; `advance` to it, or past it."""
        return max(self._next_at(), self._not_before)

    def advance(self, now: float) -> tuple[Heard, ...]:
        """Everything that is heard up to `now`, in its order."""
        heard: list[Heard] = []
        at = self.wake_at()
        while at <= now:
            heard += self._step(at)
            next_at = self._next_at()
            if next_at <= at:
                self._not_before = at + LEAST_STEP_S
            at = max(next_at, self._not_before)
        return tuple(heard)

    def _next_at(self) -> float:
        """Somebody beside the monitor may change its mind at any time; nobody else's."""
        return min(self._monitor.wake_at(), self._own_at)

    def _look_ahead(self) -> None:
        own_at = self._to_monitor.next_at()
        if self._turns:
            own_at = min(own_at, self._turns[-1][0])
        if self._open:
            if self._orders.waiting:
                own_at = min(own_at, self._ordered_at)
            own_at = min(
                own_at,
                _or_never(self._session.wake_at()),
                _or_never(self._watch.wake_at()),
                self._to_host.next_at(),
            )
        self._own_at = own_at

    def _step(self, at: float) -> list[Heard]:
        heard: list[Heard] = []
        while self._turns and self._turns[-1][0] <= at:
            heard += self._turn(at, plugged=self._turns.pop()[1])
        self._serve_monitor(at)
        if self._open:
            heard += self._serve_host(at)
        self._look_ahead()
        return heard

    def _turn(self, at: float, *, plugged: bool) -> list[Heard]:
        """The cable comes or goes; one that is where it should be stays there."""
        if plugged is self._open:
            return []
        self._open = plugged
        self._to_host.cut()
        self._to_monitor.cut()
        if not plugged:
            return [*self._watch.broke(LinkReason.PORT_ABSENT, at)]
        changes = self._watch.opened(at)
        self._send(self._session.opened(at), at)
        return [*changes]

    def _serve_monitor(self, at: float) -> None:
        while request := self._to_monitor.arrived(at):
            self._monitor.receive(request, at)
        said = self._monitor.due(at)
        if said and self._open:
            self._to_host.put(said, at)

    def _serve_host(self, at: float) -> list[Heard]:
        heard: list[Heard] = []
        while piece := self._to_host.arrived(at):
            heard += self._take(piece, at)
        heard += self._watch.tick(at)
        self._orders.pass_on(self._session, at)
        woken = _or_never(self._session.wake_at()) <= at
        self._send(self._session.due(at), at)
        if woken:  # what the conversation gave up waiting for is said now
            heard += self._hear(b"", at)
        return heard

    def _take(self, piece: bytes, at: float) -> list[Heard]:
        self._passed(Direction.RX, piece, at)
        return self._hear(piece, at)

    def _hear(self, piece: bytes, at: float) -> list[Heard]:
        events = list(self._session.receive(piece, at))
        changes = self._watch.took(events, len(piece), at, frames=self._session.frames)
        observations = (event for event in events if not isinstance(event, ProtocolError))
        return [*changes, *gather(observations)]

    def _send(self, data: bytes, at: float) -> None:
        if data:
            self._passed(Direction.TX, data, at)
            self._to_monitor.put(data, at)

    def _passed(self, direction: Direction, data: bytes, at: float) -> None:
        self._watch.passed(direction, data, at)
        if self._capture is not None:
            self._capture.put(at, direction, data)


def _turns(faults: Iterable[Fault], from_s: float) -> list[tuple[float, bool]]:
    """(moment, cable is in), the last one first."""
    away: list[tuple[float, float]] = []
    for fault in sorted(faults, key=lambda fault: fault.from_s):
        if fault.kind is not FaultKind.UNPLUGGED:
            continue
        if away and fault.from_s <= away[-1][1]:
            away[-1] = (away[-1][0], max(away[-1][1], fault.to_s))
        else:
            away.append((fault.from_s, fault.to_s))
    turns = [] if any(out <= from_s < back for out, back in away) else [(from_s, True)]
    turns += [turn for out, back in away for turn in ((out, False), (back, True))]
    return sorted((turn for turn in turns if turn[0] >= from_s), reverse=True)


def _or_never(at: float | None) -> float:
    return math.inf if at is None else at
