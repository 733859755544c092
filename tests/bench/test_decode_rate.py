"""How many times faster than its device a driver decodes: 16-byte pieces, events included."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence

import pytest
from helpers import in_chunks
from reporting import Figure, seconds_of

from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.monitors import VIRTUAL_MONITORS, virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.scenario import scenario_named

pytestmark = pytest.mark.bench

GOAL = 200
CHUNK = 16
STEP_S = 0.05
HEARD_S = 600.0
ROUNDS = 5

Wire = Sequence[tuple[float, bytes]]


def wire_of(driver: Driver) -> Wire:
    """What the virtual monitor says in ten minutes to a host that polls it, in pieces."""
    monitor = virtual_monitor(driver.name, SimulatedPatient(scenario_named("S5"), 1))
    session = driver.open(driver.source)
    monitor.receive(session.opened(0.0), 0.0)
    wire: list[tuple[float, bytes]] = []
    for step in range(int(HEARD_S / STEP_S)):
        now = step * STEP_S
        monitor.receive(session.due(now), now)
        said = monitor.due(now)
        for _ in session.receive(said, now):
            pass
        wire += [(now, piece) for piece in in_chunks(said, CHUNK)]
    return wire


def decode(driver: Driver, wire: Wire) -> tuple[int, int]:
    """How many events and how many whole frames there were."""
    session = driver.open(driver.source)
    session.opened(0.0)
    events = 0
    for at, piece in wire:
        session.due(at)
        for _ in session.receive(piece, at):
            events += 1
    return events, session.frames


@pytest.mark.parametrize("name", [name for name in DRIVERS if name in VIRTUAL_MONITORS])
def test_a_driver_is_much_faster_than_its_device(
    name: str, report: Callable[[Figure], None]
) -> None:
    driver = DRIVERS[name]
    wire = wire_of(driver)
    events, frames = decode(driver, wire)
    # A module that has only a cuff answers each second and has news each five minutes.
    said = max(events, frames)
    assert said > HEARD_S / driver.interval_s, "the wire says too little to be measured"
    size = sum(len(piece) for _, piece in wire)
    elapsed_s = statistics.median(seconds_of(lambda: decode(driver, wire)) for _ in range(ROUNDS))
    rate = size / elapsed_s
    report(
        Figure(
            f"decode {name}, {CHUNK}-byte pieces / its line",
            rate / driver.bytes_per_s,
            GOAL,
            at_least=True,
            detail=f"{frames / elapsed_s:.0f} frames/s of {size / frames:.0f} bytes",
        )
    )
