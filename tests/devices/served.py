"""Virtual monitors on a port of this computer, served in a thread for the length of a block."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VirtualMonitor, virtual_monitor
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.wire.server import serve

DEADLINE_S = 10.0


@contextmanager
def served(
    make: Callable[[], VirtualMonitor], *, tcp: bool = False, waits: bool = False
) -> Iterator[str]:
    """The URL: a pseudo-terminal, or a socket. `waits`: it begins when somebody listens."""
    said: queue.SimpleQueue[str] = queue.SimpleQueue()
    stop = threading.Event()
    thread = threading.Thread(
        target=serve,
        args=(make,),
        kwargs={
            "tcp_port": 0 if tcp else None,
            "announce": said.put,
            "stop": stop,
            "waits_for_listener": waits,
        },
    )
    thread.start()
    try:
        yield said.get(timeout=DEADLINE_S)
    finally:
        stop.set()
        thread.join(DEADLINE_S)
        assert not thread.is_alive()


def monitor(name: str, scenario: str = "S1") -> Callable[[], VirtualMonitor]:
    played = scenario_named(scenario)
    return lambda: virtual_monitor(name, SimulatedPatient(played, 1, played.rates))
