"""Trying out a simulated monitor: what is said of it is what its line carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_examples import asked, room

from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from ui.practice import PracticeBackend
from ui.requests import DeviceRequest, Refusal, WrongEntry


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeBackend]:
    with room(tmp_path) as made:
        yield made


def test_a_test_hears_as_much_as_time_went_by(practice: PracticeBackend) -> None:
    practice.advance(100.0)
    trial = practice.test_device(DeviceRequest("sim:ivy-450c?hr=77&spo2=93", "ivy-450c"))
    assert trial.check().state == "waiting"
    practice.advance(12.0)
    heard = trial.check()
    assert (heard.state, heard.errors) == ("talking", 0)
    assert heard.frames == 11, "the twelfth is still on the line"
    values = {label: value for label, value, _ in heard.values}
    assert "77" in values.values()
    assert "93" in values.values()
    trial.stop()


def test_the_wrong_driver_is_noticed(practice: PracticeBackend) -> None:
    trial = practice.test_device(DeviceRequest("sim:ivy-450c", "masimo-ascii"))
    practice.advance(30.0)
    heard = trial.check()
    assert (heard.state, heard.frames) == ("wrong-driver", 0)
    assert heard.bytes_count > 1000


def test_a_driver_that_asks_another_monitor_in_vain_hears_nothing(
    practice: PracticeBackend,
) -> None:
    trial = practice.test_device(DeviceRequest("sim:dinamap", "ge-dash"))
    practice.advance(30.0)
    assert trial.check().state == "silent"
    assert trial.check().bytes_count == 0


def test_a_monitor_in_use_is_not_tried_out(practice: PracticeBackend) -> None:
    practice.open_session(asked(2, "sim:dinamap"))
    with pytest.raises(Refusal, match="chair 2"):
        practice.test_device(DeviceRequest("sim:dinamap", "dinamap"))
    search = practice.find_monitor("sim:dinamap")
    assert search.state().over
    assert "chair 2" in search.state().trouble
    search.stop()
    with pytest.raises(WrongEntry):
        practice.test_device(DeviceRequest("sim:dinamap#2", "dynamap"))
    assert "sim:NAME" in practice.find_monitor("COM3").state().trouble


SPOT = {"omron-hbp9030", "and-tm2657"}
"""They say nothing before a cuff measurement has ended."""


@pytest.mark.parametrize("name", sorted(set(VIRTUAL_MONITORS) - SPOT))
def test_a_search_finds_what_hangs_on_the_line(practice: PracticeBackend, name: str) -> None:
    search = practice.find_monitor(f"sim:{name}")
    state = search.state()
    search.stop()
    assert (state.over, state.proposed, state.trouble) == (True, name, "")
    assert state.evidence
    assert practice.now_s == 0.0
