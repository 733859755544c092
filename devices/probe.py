"""What answers on a port: listen first, then ask with harmless requests, propose, never guess.

Monitors that only talk are listened for before anybody is asked anything; a driver that polls
sends nothing but what its `sends` lists. A proposal needs a whole, valid frame; without one there
is none.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from devices.errors import ProtocolError
from devices.registry import DRIVERS
from devices.serial_port import open_port
from devices.session import Driver, LineSettings

LISTEN_S = 3.5
"""Longer than the rhythm of the slowest monitor that only talks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`proposed` None = nothing understood what came; `evidence` says in a line what was heard."""

    url: str
    proposed: str | None
    evidence: str


def probe(url: str, listen_s: float = LISTEN_S) -> Finding:
    """Try the drivers on this port. Raises `ConnectionFailed` when it does not open.

    All monitors that only talk, at the same settings of the line, are listened for at once.
    """
    heard: list[str] = []
    for drivers in _together(DRIVERS.values()):
        tries = _listen(url, drivers, listen_s)
        for one in tries:
            if one.frames:
                evidence = f"{one.driver.title}: {one.frames} whole frame(s) on {url}"
                return Finding(url, one.driver.name, evidence)
        heard += [
            f"{one.driver.name}: {one.bytes} bytes, {one.errors} not understood" for one in tries
        ]
    return Finding(url, None, f"no monitor understood on {url} ({'; '.join(heard)})")


def _together(drivers: Iterable[Driver]) -> list[tuple[Driver, ...]]:
    """Who can share one opening of the port: those that only talk first, then each that asks."""
    listens: dict[LineSettings, tuple[Driver, ...]] = {}
    asks: list[tuple[Driver, ...]] = []
    for driver in drivers:
        if driver.sends:
            asks.append((driver,))
        else:
            listens[driver.line] = (*listens.get(driver.line, ()), driver)
    return [*listens.values(), *asks]


class _Try:
    """One driver's conversation, and what came of it."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.session = driver.open(driver.source)
        self.bytes = 0
        self.errors = 0

    @property
    def frames(self) -> int:
        return self.session.frames

    def receive(self, data: bytes, now: float) -> None:
        self.bytes += len(data)
        self.errors += sum(
            isinstance(said, ProtocolError) for said in self.session.receive(data, now)
        )


def _listen(url: str, drivers: tuple[Driver, ...], listen_s: float) -> list[_Try]:
    """Listen, and ask if the driver asks; it ends at the first whole frame of anybody."""
    tries = [_Try(driver) for driver in drivers]
    with closing(open_port(url, drivers[0].line)) as port:
        end = time.monotonic() + listen_s
        for one in tries:
            port.write(one.session.opened(time.monotonic()))
        while (now := time.monotonic()) < end and not any(one.frames for one in tries):
            data = port.read()
            for one in tries:
                one.receive(data, now)
                asked = one.session.due(now)
                if asked:
                    port.write(asked)
    return tries
