"""Starting a cuff through a real line, and never starting one that nobody asked for."""

from __future__ import annotations

import contextlib
import queue
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import wait_until

from devices.capture import CapturedBytes, Direction, replay_capture
from devices.link import LinkThread
from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, virtual_monitor
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.server import serve
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard
from monitor.vitals import CuffResult, DeviceNote, DeviceNoteKind, Quality

STARTED = [name for name in DRIVERS if DRIVERS[name].starts_cuff]
OF_CUFF = (CuffResult, DeviceNote)
SPEED = 12.0
SOON_S = 20.0
# The monitor measures by itself from 1 s to 44 s, and not again before 326 s.
ONE_CUFF = replace(scenario_named("S1"), start_s=61.0)
needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


class Kept:
    """What was heard and what was on the wire."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.records: list[CapturedBytes] = []

    def hear(self, _at: float, heard: tuple[Heard, ...]) -> None:
        self.heard += heard

    def put(self, at: float, direction: Direction, data: bytes) -> None:
        self.records.append(CapturedBytes(at, direction, data))

    @property
    def results(self) -> list[CuffResult]:
        return [event for event in self.heard if isinstance(event, CuffResult)]

    @property
    def begun(self) -> int:
        kinds = [event.kind for event in self.heard if isinstance(event, DeviceNote)]
        return kinds.count(DeviceNoteKind.MEASURING)

    def starts(self, name: str) -> list[float]:
        """When a command was sent that starts the cuff of this monitor."""
        return [
            record.at
            for record in self.records
            if record.direction is Direction.TX and record.data in DRIVERS[name].cuff_start
        ]


def patient(scenario: Scenario) -> SimulatedPatient:
    return SimulatedPatient(scenario, 1, scenario.rates)


@contextlib.contextmanager
def on_a_line(name: str, kept: Kept, link_path: Path) -> Iterator[LinkThread]:
    """A virtual monitor on a pseudo-terminal, and a link to it."""
    announced: queue.SimpleQueue[str] = queue.SimpleQueue()
    stop = threading.Event()
    server = threading.Thread(
        target=serve,
        args=(lambda: virtual_monitor(name, patient(ONE_CUFF)),),
        kwargs={"pty_link": link_path, "speed": SPEED, "announce": announced.put, "stop": stop},
    )
    server.start()
    link = LinkThread(
        announced.get(timeout=SOON_S),
        DRIVERS[name],
        clock=time.monotonic,
        deliver=kept.hear,
        capture=kept,
    )
    link.start()
    try:
        yield link
    finally:
        link.stop()
        link.join(SOON_S)
        stop.set()
        server.join(SOON_S)
        assert not link.running
        assert not server.is_alive()


def test_four_monitors_can_be_told_to_start() -> None:
    assert STARTED == ["dinamap", "par-nibp2010", "berry-pm6750", "suntech-oem"]
    for name, driver in DRIVERS.items():
        harmless = {sent for sent, _ in driver.sends}
        assert harmless.isdisjoint(driver.cuff_start), name


@needs_pty
def test_a_start_gives_exactly_one_new_result(tmp_path: Path) -> None:
    """Of each monitor on a line of its own, all at once: most of it is waiting for the cuffs."""
    heard = {name: Kept() for name in STARTED}
    with contextlib.ExitStack() as lines:
        links = {
            name: lines.enter_context(on_a_line(name, kept, tmp_path / name))
            for name, kept in heard.items()
        }
        for name, kept in heard.items():
            wait_until(lambda k=kept: k.results, SOON_S, f"the own cuff of {name}")
        begun = {name: kept.begun for name, kept in heard.items()}
        for link in links.values():
            link.start_cuff()
        for name, kept in heard.items():
            wait_until(
                lambda k=kept, n=name: k.begun == begun[n] + 1, SOON_S, f"the beginning of {name}"
            )
        for name, kept in heard.items():
            wait_until(lambda k=kept: len(k.results) == 2, SOON_S, f"the result of {name}")
        for name, link in links.items():
            frames = link.stats.frames
            wait_until(
                lambda x=link, n=frames: x.stats.frames >= n + 4, SOON_S, f"frames after {name}"
            )
            assert link.stats.errors == 0, name
    for name, kept in heard.items():
        assert len(kept.results) == 2, name
        assert kept.results[1].quality is Quality.GOOD, name
        assert len(kept.starts(name)) == 1, name


def stepped(name: str, kept: Kept, *faults: Fault) -> SteppedLink:
    monitor = virtual_monitor(name, patient(ONE_CUFF))
    line = FaultyLine(monitor, DRIVERS[name].line, faults)
    return SteppedLink(DRIVERS[name], line, capture=kept)


@pytest.mark.parametrize("name", STARTED)
def test_in_stepped_time_a_start_is_the_same(name: str) -> None:
    kept = Kept()
    link = stepped(name, kept)
    kept.heard += link.advance(60.0)
    link.start_cuff(60.0)
    kept.heard += link.advance(130.0)
    assert len(kept.results) == 2
    (at,) = kept.starts(name)
    assert 60.0 <= at <= 65.0


def test_a_start_that_answers_what_was_heard_comes_after_it() -> None:
    """The moments of a chair are rounded: without this the clock of a room stood still."""
    link = stepped("berry-pm6750", Kept())
    link.advance(60.0004)
    link.start_cuff(60.0)
    assert link.wake_at() > 60.0004


@pytest.mark.parametrize("name", STARTED)
def test_the_black_box_tells_a_start_as_it_was(name: str) -> None:
    kept = Kept()
    link = stepped(name, kept)
    kept.heard += link.advance(60.0)
    link.start_cuff(60.0)
    kept.heard += link.advance(130.0)
    told = replay_capture(kept.records, DRIVERS[name])
    cuff = [event for _, heard in told for event in heard if isinstance(event, OF_CUFF)]
    assert cuff == [event for event in kept.heard if isinstance(event, OF_CUFF)]
    assert len(cuff) == 6, "it began and ended twice, with a result"


@pytest.mark.parametrize("name", STARTED)
@pytest.mark.parametrize(("asked_at", "sent"), [(64.0, 0), (68.0, 1)])
def test_a_start_waits_five_seconds_for_its_port_and_not_longer(
    name: str, asked_at: float, sent: int
) -> None:
    kept = Kept()
    link = stepped(name, kept, Fault(FaultKind.UNPLUGGED, 62.0, 70.0))
    kept.heard += link.advance(asked_at)
    link.start_cuff(asked_at)
    kept.heard += link.advance(130.0)
    assert len(kept.starts(name)) == sent
    assert len(kept.results) == 1 + sent


@pytest.mark.parametrize("name", [name for name in DRIVERS if name not in STARTED])
def test_a_monitor_that_cannot_be_told_is_told_nothing(name: str) -> None:
    plain, asked = Kept(), Kept()
    for kept in (plain, asked):
        link = stepped(name, kept)
        link.advance(20.0)
        if kept is asked:
            link.start_cuff(20.0)
        link.advance(30.0)
    assert plain.records == asked.records


COMMANDS = {command: name for name in STARTED for command in DRIVERS[name].cuff_start}


@pytest.mark.parametrize("name", list(VIRTUAL_MONITORS))
def test_no_driver_starts_a_cuff_that_nobody_asked_for(name: str) -> None:
    """Ten minutes, with the cable out once: whatever a driver sends, it is none of these."""
    kept = Kept()
    stepped(name, kept, Fault(FaultKind.UNPLUGGED, 200.0, 230.0)).advance(600.0)
    sent = [record.data for record in kept.records if record.direction is Direction.TX]
    assert [data for data in sent if any(command in data for command in COMMANDS)] == []
