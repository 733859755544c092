"""Virtual monitors on a port of this computer, served in a thread for the length of a block."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from virtual_bedside import patient

from devices.simulated.monitors.catalogue import VirtualMonitor, virtual_monitor
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.wire.server import serve

DEADLINE_S = 10.0


@contextmanager
def served(make: Callable[[], VirtualMonitor], **options: Any) -> Iterator[str]:
    """The URL of a server that ends with the block. `options`: those of `serve`."""
    said: queue.SimpleQueue[str] = queue.SimpleQueue()
    stop = threading.Event()
    thread = threading.Thread(
        target=serve, args=(make,), kwargs={"announce": said.put, "stop": stop, **options}
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
    return lambda: virtual_monitor(name, patient(played))
