"""What answers on a port: listen first, then ask with harmless requests, propose, never guess.

Monitors that only talk are listened for before anybody is asked anything; a driver that polls sends
nothing but what its `sends` lists. A proposal needs a whole, valid frame; without one there is none.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass

from devices.errors import ProtocolError
from devices.registry import DRIVERS
from devices.serial_port import open_port
from devices.session import Driver

LISTEN_S = 3.5
"""Longer than the rhythm of the slowest monitor that only talks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`proposed` None = nothing understood what came; `evidence` says in one line what was heard."""

    url: str
    proposed: str | None
    evidence: str


def probe(url: str) -> Finding:
    """Try the drivers on this port. Raises `ConnectionFailed` when it does not open."""
    heard: list[str] = []
    for driver in sorted(DRIVERS.values(), key=lambda one: bool(one.sends)):
        frames, errors, count = _listen(url, driver)
        if frames:
            return Finding(url, driver.name, f"{driver.title}: {frames} whole frame(s) on {url}")
        heard.append(f"{driver.name}: {count} bytes, {errors} not understood")
    return Finding(url, None, f"no monitor understood on {url} ({'; '.join(heard)})")


def _listen(url: str, driver: Driver) -> tuple[int, int, int]:
    """Whole frames, protocol errors and bytes within the time; ends at the first frame."""
    session = driver.open(driver.source)
    errors = count = 0
    with closing(open_port(url, driver.line)) as port:
        end = time.monotonic() + LISTEN_S
        port.write(session.opened(time.monotonic()))
        while (now := time.monotonic()) < end and not session.frames:
            data = port.read()
            count += len(data)
            errors += sum(isinstance(said, ProtocolError) for said in session.receive(data, now))
            asked = session.due(now)
            if asked:
                port.write(asked)
    return session.frames, errors, count
