"""How fast a driver decodes: 16-byte pieces, events included.

Two figures for each: frames a second, and how many times faster that is than its device speaks.
In processor time, and of the best round: what else the computer does is not the decoder's.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from helpers import in_chunks
from reporting import Figure

from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.scenario.scenario import scenario_named

pytestmark = pytest.mark.bench

FRAMES_PER_S = 5000
TIMES_ITS_DEVICE = 200
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


def processor_seconds_of(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize("name", DRIVERS)
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
    elapsed_s = min(processor_seconds_of(lambda: decode(driver, wire)) for _ in range(ROUNDS))
    report(
        Figure(
            f"decode {name}, {CHUNK}-byte pieces",
            frames / elapsed_s,
            FRAMES_PER_S,
            at_least=True,
            unit="frames/s",
            detail=f"frames of {size / frames:.0f} bytes, {events / elapsed_s:.0f} events/s",
        )
    )
    report(
        Figure(
            f"decode {name} / its device",
            size / elapsed_s / driver.bytes_per_s,
            TIMES_ITS_DEVICE,
            at_least=True,
            detail=f"which sends {driver.bytes_per_s:.0f} bytes/s",
        )
    )
