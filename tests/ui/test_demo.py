"""A simulated chair: its monitor on the panel, its cuff that may be started."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.vault import key_for
from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import AllowCuff, ConfirmMonitor, StartCuff
from monitor.entries import Entry, Published
from monitor.events import Event
from monitor.outcomes import CuffAsked
from monitor.vitals import DeviceNote, DeviceNoteKind, VitalSign
from ui.demo import SOURCE, SimulatedChair
from ui.demo_backend import DemoBackend
from ui.demo_program import DemoProgram
from ui.places import open_record
from ui.requests import DeviceRequest, Refusal
from ui.scripted_nurse import LOOKS_FOR_S
from ui.words import say


class Played:
    """A simulated chair and what came out of it."""

    def __init__(self, driver_name: str = "ivy-450c") -> None:
        self.entries: list[Entry] = []
        self.shown: list[Published] = []
        self.simulated = SimulatedChair(
            scenario_named("S1"),
            seed=1,
            session_id="s-1",
            store=self.entries.append,
            show=self.shown.append,
            driver_name=driver_name,
        )

    def until(self, now_s: float) -> None:
        self.simulated.runner.run_until(now_s)

    def say(self, event: Event) -> None:
        self.simulated.chair.take(event, self.simulated.runner.now)


def test_the_virtual_monitor_is_on_the_panel() -> None:
    played = Played()
    assert played.simulated.device_line().state == "waiting"
    played.until(30.0)
    line = played.simulated.device_line()
    assert (line.source, line.url, line.state) == (SOURCE, SOURCE, "up")
    assert line.frames > 20
    assert line.bytes_count > line.frames
    assert line.tail
    assert dict(line.signs)[VitalSign.SPO2]
    assert line.clock_skew_s is None, "a demo has a time of its own"


def test_the_scripted_nurse_finds_the_first_value_on_the_monitor() -> None:
    played = Played()
    played.until(300.0)
    asked = [shown.picture.question for shown in played.shown]
    first = next(question for question in asked if question is not None)
    answers = [one.now_s for one in played.entries if isinstance(one.what, ConfirmMonitor)]
    assert answers == [pytest.approx(first.at_s + LOOKS_FOR_S)]
    assert asked[-1] is None


def test_the_cuff_of_a_virtual_monitor_starts_when_it_is_allowed() -> None:
    played = Played("dinamap")
    played.until(2.0)  # before its own first measurement
    played.say(AllowCuff(SOURCE, allowed=True, by="AK"))
    played.say(StartCuff(SOURCE, "AK"))
    assert CuffAsked(SOURCE) in [entry.what for entry in played.entries]
    assert played.simulated.device_line().may_start_cuff
    played.until(60.0)
    began = [entry.now_s for entry in played.entries if is_measuring(entry.what)]
    assert len(began) == 1
    assert 2.0 < began[0] < 4.0


def is_measuring(what: object) -> bool:
    return isinstance(what, DeviceNote) and what.kind is DeviceNoteKind.MEASURING


@pytest.fixture
def backend(tmp_path: Path) -> DemoBackend:
    db = tmp_path / "demo.db"
    open_record(db, key=key_for(db)).close()
    return DemoBackend(db)


def test_nothing_is_searched_and_nothing_begins_in_earnest(backend: DemoBackend) -> None:
    search = backend.find_monitor("/dev/ttyUSB0")
    state = search.state()
    assert (state.over, state.proposed, state.trouble) == (True, None, say("demo-no-devices"))
    search.stop()
    assert backend.device_lines(1) == ()
    with pytest.raises(Refusal):
        backend.resume_session("s-1", (DeviceRequest("/dev/ttyUSB0", "ivy-450c"),))
    with pytest.raises(Refusal):
        backend.test_device(DeviceRequest("/dev/ttyUSB0", "ivy-450c"))
    backend.accept_device(1, SOURCE)
    with pytest.raises(Refusal, match="Nobody is signed in"):
        backend.library()
    backend.staff().sit("Nurse 1")
    assert (backend.library().count, backend.unfinished(), backend.ports()) == (0, [], [])


def test_each_simulated_chair_has_its_own_device(tmp_path: Path) -> None:
    scenarios = [scenario_named("S1"), scenario_named("S2")]
    program = DemoProgram(tmp_path / "demo.db", scenarios, seed=1, speed=1.0, sound=False)
    program.start()
    try:
        assert [line.source for line in program.device_lines(2)] == [SOURCE]
        assert program.device_lines(3) == ()
    finally:
        program.close()
