"""One thread per device: connect, pump bytes through the driver, back off, reconnect.

Rule 1: only frozen dataclasses leave this thread, through `deliver(at, heard)`; `deliver` is
        called once for each read that had something to say, and neither blocks nor raises.
Rule 2: the conversation outlives the port: a cuff value that is unchanged after a cable came
        back is not a new one. It ends only when a person let another unit in.
Rule 3: what a port does is said once, by `LinkWatch`; it is logged once with it.
Rule 4: a bug in a driver stops this link loudly and nothing else.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing

from devices.capture import CaptureSink, Direction
from devices.cuff_orders import CuffOrders
from devices.errors import ConnectionFailed, ConnectReason, ProtocolError
from devices.identity import Units
from devices.link_watch import LinkStats, LinkWatch
from devices.serial_port import Transport, list_ports, open_port
from devices.session import DeviceSession, Driver, LineSettings
from devices.unit_keeper import UnitKeeper
from monitor.events import Heard, LinkChanged, LinkReason, gather

logger = logging.getLogger(__name__)

BACK_OFF_STEP_S = 0.1
BACK_OFF_AT_MOST_S = 0.3
"""A monitor that speaks once a second, 0.6 s long, is to be heard two seconds after its return."""
SLEPT_S = 10.0
"""Two reads further apart than this: the computer slept, and the port may be a dead one."""
GATHER_S = 0.004
"""Pause after bytes came: a fast line wakes us 250 times a second and not for every byte."""

_REASONS = {
    ConnectReason.ABSENT: LinkReason.PORT_ABSENT,
    ConnectReason.REFUSED: LinkReason.PORT_ABSENT,
    ConnectReason.BAD_URL: LinkReason.PORT_ABSENT,
    ConnectReason.IN_USE: LinkReason.PORT_IN_USE,
    ConnectReason.DENIED: LinkReason.PORT_DENIED,
    ConnectReason.BROKEN: LinkReason.PORT_BROKE,
    ConnectReason.STRANGER: LinkReason.STRANGER,
}

Deliver = Callable[[float, tuple[Heard, ...]], None]


class LinkThread:
    """The line to one monitor. After `stop` and `join` nothing more is delivered.

    `line` are the settings of this unit; None = those of its driver. `units` lists the ports that
    are there: the unit that was met first is found again by it, and no other is let in.
    """

    def __init__(
        self,
        url: str,
        driver: Driver,
        *,
        clock: Callable[[], float],
        deliver: Deliver,
        source: str | None = None,
        capture: CaptureSink | None = None,
        line: LineSettings | None = None,
        units: Units = list_ports,
    ) -> None:
        self._keeper = UnitKeeper(url, units)
        self._driver = driver
        self._source = driver.source if source is None else source
        self._clock = clock
        self._deliver = deliver
        self._capture = capture
        self._line = driver.line if line is None else line
        self._orders = CuffOrders()
        self._watch = LinkWatch(driver, self._source)
        self._stopping = threading.Event()
        self._back_off_s = BACK_OFF_STEP_S
        self._thread = threading.Thread(target=self._run, name=f"link {url}", daemon=True)

    @property
    def stats(self) -> LinkStats:
        """A snapshot, from any thread."""
        return self._watch.stats

    @property
    def url(self) -> str:
        """Where the unit is, or was last: its port may come back under another name."""
        return self._keeper.url

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def start_cuff(self) -> None:
        """Ask the monitor to measure, from any thread; forgotten when it can't be soon.

        The caller limits the rate, and asks only where a person allowed it.
        """
        self._orders.put(self._clock())

    def accept_stranger(self) -> None:
        """A person says, from any thread, that the unit that was refused is the right one."""
        self._keeper.accept()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ask the thread to end; it does so within a read, or within an attempt to connect."""
        self._stopping.set()

    def join(self, timeout_s: float | None = None) -> None:
        self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            self._keep_connected()
        except Exception:  # bottom of the thread: the bug is logged, and the link says so
            logger.exception("link %s: driver %s has a bug", self.url, self._driver.name)
            at = self._clock()
            text = f"the driver {self._driver.name} failed on {self.url}; restart the session"
            self._tell(at, self._watch.broke(LinkReason.DRIVER_BUG, at, text))

    def _keep_connected(self) -> None:
        session = self._driver.open(self._source)
        while not self._stopping.is_set():
            try:
                with closing(open_port(self._keeper.where(), self._line)) as port:
                    self._keeper.opened()
                    if self._keeper.changed():
                        session = self._driver.open(self._source)
                    self._converse(port, session)
            except ConnectionFailed as failure:
                at = self._clock()
                self._tell(at, self._watch.broke(_REASONS[failure.reason], at, str(failure)))
                self._stopping.wait(self._back_off_s)
                self._back_off_s = min(self._back_off_s + BACK_OFF_STEP_S, BACK_OFF_AT_MOST_S)

    def _converse(self, port: Transport, session: DeviceSession) -> None:
        """Until the end, or until the port is to be opened afresh."""
        at = self._clock()
        self._tell(at, self._watch.opened(at))
        self._send(port, session.opened(at), at)
        while not self._stopping.is_set():
            data = port.read()
            before, at = at, self._clock()
            if data:
                self._back_off_s = BACK_OFF_STEP_S
                self._take(session, data, at)
            self._tell(at, self._watch.tick(at))
            if at - before > SLEPT_S:
                return
            self._orders.pass_on(session, at)
            self._ask(port, session, at)
            if data:
                self._stopping.wait(GATHER_S)

    def _ask(self, port: Transport, session: DeviceSession, at: float) -> None:
        wake_at = session.wake_at()
        self._send(port, session.due(at), at)
        if wake_at is not None and wake_at <= at:
            # What it gave up waiting for, it says only when it is spoken to.
            self._take(session, b"", at)

    def _take(self, session: DeviceSession, data: bytes, at: float) -> None:
        if data:
            self._passed(Direction.RX, data, at)
        events = list(session.receive(data, at))
        changes = self._watch.took(events, len(data), at, frames=session.frames)
        observations = (event for event in events if not isinstance(event, ProtocolError))
        self._log(changes)
        heard = (*changes, *gather(observations))
        if heard:
            self._deliver(at, heard)

    def _send(self, port: Transport, data: bytes, at: float) -> None:
        if data:
            self._passed(Direction.TX, data, at)
            port.write(data)

    def _passed(self, direction: Direction, data: bytes, at: float) -> None:
        self._watch.passed(direction, data, at)
        if self._capture is not None:
            self._capture.put(at, direction, data)

    def _tell(self, at: float, changes: list[LinkChanged]) -> None:
        self._log(changes)
        if changes:
            self._deliver(at, tuple(changes))

    def _log(self, changes: list[LinkChanged]) -> None:
        for change in changes:
            trouble = self._watch.trouble
            logger.info("link %s: %s (%s) %s", self.url, change.state, change.reason, trouble)
