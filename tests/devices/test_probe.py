"""What answers on a port: heard, asked, proposed; never guessed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.errors import ConnectionFailed
from devices.probe import probe
from devices.simulated.monitors import VirtualMonitor, virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.raw_file import RawFileMonitor
from devices.simulated.scenario import scenario_named
from devices.simulated.server import serve


@contextmanager
def served(make: Callable[[], VirtualMonitor]) -> Iterator[str]:
    """A virtual monitor on a TCP port, in a thread."""
    said: list[str] = []
    listens, stop = threading.Event(), threading.Event()

    def announce(url: str) -> None:
        said.append(url)
        listens.set()

    thread = threading.Thread(
        target=serve,
        args=(make,),
        kwargs={"tcp_port": 0, "announce": announce, "stop": stop},
    )
    thread.start()
    try:
        assert listens.wait(10)
        yield said[0]
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("driver", ["ivy-450c", "dinamap"])
def test_a_monitor_is_known_by_its_whole_frames(driver: str) -> None:
    patient = SimulatedPatient(scenario_named("S1"), 1)
    with served(lambda: virtual_monitor(driver, patient)) as url:
        finding = probe(url)
    assert finding.proposed == driver
    assert finding.url == url
    assert url in finding.evidence


def test_noise_is_proposed_to_be_nothing() -> None:
    with served(lambda: RawFileMonitor(b"\x55\xaa" * 20_000, 2000.0)) as url:
        finding = probe(url, listen_s=0.3)
    assert finding.proposed is None
    assert "not understood" in finding.evidence


def test_a_port_that_does_not_open_is_an_error_and_no_finding(tmp_path: Path) -> None:
    with pytest.raises(ConnectionFailed, match="ttyNOWHERE"):
        probe(str(tmp_path / "ttyNOWHERE"))
