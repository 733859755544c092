from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers import wait_until

from devices.serial_port import open_port
from devices.session import LineSettings
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.wire.outlets import PtyOutlet
from ui.searching import Searching

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def test_a_monitor_that_talks_is_proposed_with_what_was_heard() -> None:
    scenario = scenario_named("S1")
    monitor = virtual_monitor("ivy-450c", SimulatedPatient(scenario, 1, scenario.rates))
    frame = monitor.due(monitor.wake_at())
    outlet = PtyOutlet()
    search = Searching(outlet.url)

    def over() -> bool:
        outlet.read(0.01)
        outlet.write(frame)
        return search.state().over

    try:
        wait_until(over, 10.0)
    finally:
        search.stop()
        outlet.close()
    state = search.state()
    assert state.proposed == "ivy-450c"
    assert outlet.url in state.evidence
    assert (state.done, state.trouble, state.baud) == (1.0, "", None)


def test_a_search_that_is_stopped_frees_the_port_and_proposes_nothing() -> None:
    outlet = PtyOutlet()
    search = Searching(outlet.url)
    wait_until(lambda: search.state().trying == "listening")
    wait_until(lambda: 0.0 < search.state().done < 1.0)
    search.stop()
    search.stop()
    open_port(outlet.url, LineSettings(9600)).close()
    outlet.close()
    state = search.state()
    assert state.over
    assert state.proposed is None


def test_a_port_that_does_not_open_is_the_trouble(tmp_path: Path) -> None:
    search = Searching(str(tmp_path / "ttyNOWHERE"))
    wait_until(lambda: search.state().over)
    search.stop()
    assert "is not there" in search.state().trouble
    assert search.state().proposed is None
