"""Serves one virtual monitor on a pseudo-terminal or a TCP port, at the pace of the wall clock.

Rule 1: simulated time is wall time since the beginning, times `speed`; it goes on when nobody
        listens. Only a recording waits for its first listener, and for a slow one, so that none of
        it is lost.
Rule 2: a line that is unplugged has no port while it is, where the outlet allows it.
Rule 3: the end (SIGTERM, SIGINT, `stop`, `seconds`) comes within a tenth of a second, and the
        port is closed so that the reader notices.
"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from devices.errors import DeviceError
from devices.simulated.monitors.catalogue import Attended, VirtualMonitor
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.outlets import Outlet, PtyOutlet, TcpOutlet

LONGEST_WAIT_S = 0.05
MOST_MESSAGES = 100
"""Between two looks at the clock, so that no speed can keep it from stopping."""
SETTLE_S = 0.2
"""A program that opens a port throws away what comes while it sets the line up."""
FULL_S = 0.005
"""How soon a reader that had no room is tried again."""


def serve(
    make_monitor: Callable[[], VirtualMonitor],
    *,
    pty_link: Path | None = None,
    tcp_port: int | None = None,
    speed: float = 1.0,
    seconds: float | None = None,
    announce: Callable[[str], None],
    stop: threading.Event | None = None,
    waits_for_listener: bool = False,
) -> None:
    """Serve until told to stop, or for so many seconds of the wall clock.

    On `tcp_port` if there is one, else on a pseudo-terminal. `announce` is called once with the
    URL. Without a `stop`, SIGTERM and SIGINT end it. With `waits_for_listener` (of a
    recording) simulated time begins when the port was opened and stays open, and a slow reader is
    waited for. Raises `DeviceError` when the port cannot be had.
    """
    monitor = make_monitor()
    outlet: Outlet = PtyOutlet(pty_link) if tcp_port is None else TcpOutlet(tcp_port)
    with contextlib.closing(outlet), _stopping(stop) as stopped:
        announce(outlet.url)
        ends_at = None if seconds is None else time.monotonic() + seconds
        show = _Showing(monitor, outlet, speed, recording=waits_for_listener)
        while not stopped.is_set() and (ends_at is None or time.monotonic() < ends_at):
            left_s = LONGEST_WAIT_S if ends_at is None else ends_at - time.monotonic()
            show.go_on(max(0.0, min(left_s, LONGEST_WAIT_S)))


class _Showing:
    """One monitor at one outlet: keeps its time and passes bytes both ways."""

    def __init__(
        self, monitor: VirtualMonitor, outlet: Outlet, speed: float, *, recording: bool
    ) -> None:
        self._monitor = monitor
        self._outlet = outlet
        self._speed = speed
        self._recording = recording
        self._waits = recording
        self._begun_at: float | None = None if recording else time.monotonic()
        """When simulated time was 0, by the monotonic clock; None = it has not begun."""
        self._held = b""
        """Of a recording: what the reader had no room for yet."""
        self._behind = False
        """The reader had no room for all of the last message."""
        self._attended = False
        self._plugged = True
        self._now = 0.0

    def go_on(self, most_s: float) -> None:
        """Say what is due, then listen until something is due again, but not longer than this."""
        self._tell_time()
        self._say()
        self._look_whether_plugged()
        asked = self._outlet.read(self._wait_s(most_s))
        self._wait_for_listener()
        self._look_who_listens()
        if asked:
            self._tell_time()
            self._monitor.receive(asked, self._now)

    def _wait_for_listener(self) -> None:
        """Who leaves before the first byte only looked whether there is a port."""
        if not self._waits:
            return
        if not self._outlet.attended:
            self._begun_at = None
        elif self._begun_at is None:
            self._begun_at = time.monotonic() + SETTLE_S

    def _look_whether_plugged(self) -> None:
        if not isinstance(self._monitor, FaultyLine):
            return
        plugged = self._monitor.plugged(self._now)
        if plugged == self._plugged:
            return
        if plugged:
            try:
                self._outlet.put_in()
            except DeviceError:  # somebody else sits there; it is tried again
                return
        else:
            self._outlet.pull()
        self._plugged = plugged

    def _look_who_listens(self) -> None:
        before, self._attended = self._attended, self._outlet.attended
        if self._attended and not before and isinstance(self._monitor, Attended):
            self._tell_time()
            self._monitor.attended(self._now)

    def _tell_time(self) -> None:
        if self._begun_at is not None:
            elapsed_s = max(0.0, time.monotonic() - self._begun_at)
            self._now = max(self._now, elapsed_s * self._speed)

    def _say(self) -> None:
        self._behind = not self._outlet.write(b"")
        for _ in range(MOST_MESSAGES):
            if self._held:
                if not self._outlet.write(self._held):
                    return
                self._held = b""
            due_at = self._monitor.wake_at()
            if due_at > self._now:
                return
            self._waits = False
            said = self._monitor.due(due_at)
            if not self._outlet.write(said) and self._recording:
                self._held = said

    def _wait_s(self, most_s: float) -> float:
        if self._begun_at is None:
            return most_s
        due_in_s = max((self._monitor.wake_at() - self._now) / self._speed, 0.0)
        return min(FULL_S if self._held or self._behind else due_in_s, most_s)


@contextlib.contextmanager
def _stopping(stop: threading.Event | None) -> Iterator[threading.Event]:
    """The event that ends it: the caller's own, or one that SIGTERM and SIGINT set."""
    if stop is not None or threading.current_thread() is not threading.main_thread():
        yield stop or threading.Event()
        return
    stopped = threading.Event()
    kept = {
        number: signal.signal(number, lambda *_: stopped.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stopped
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
