"""The clock of a room and its record: a disk that is gone is said, and time goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import wait_until
from practice_examples import asked, entries_of, room

from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import EndSession
from monitor.phases import Phase
from ui.demo_program import DemoProgram
from ui.practice import PracticeBackend
from ui.requests import Refusal


def alarms(practice: PracticeBackend, chair: int) -> list[str]:
    picture = practice.chair(chair).picture
    return [] if picture is None else [view.alarm for view in picture.alarms]


def test_a_record_that_is_gone_is_an_alarm_at_every_chair(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with room(disk) as practice:
        session = practice.open_session(asked(1, "sim:ge-dash"))
        practice.advance(5.0)
        disk.rename(tmp_path / "away")
        practice.advance(5.0)
        practice.open_session(asked(2, "sim:ge-dash#2"))
        practice.advance(5.0)
        assert practice.now_s == 15.0
        assert "store-failed" in alarms(practice, 1)
        assert "store-failed" in alarms(practice, 2), "who comes later hears of it too"
        (tmp_path / "away").rename(disk)

        def written() -> bool:
            practice.advance(1.0)
            return practice.chair(1).chair.all_recorded

        wait_until(written, what="the record")
        entries = entries_of(practice, session)
        assert [entry.seq for entry in entries] == list(range(len(entries)))


def test_a_scripted_treatment_and_one_by_hand_share_the_clock(tmp_path: Path) -> None:
    scenarios = [scenario_named("S1")]
    program = DemoProgram(tmp_path / "demo.db", scenarios, seed=1, speed=1.0, sound=False)
    with pytest.raises(Refusal, match="Chair 1 has a session already"):
        program.open_session(asked(1, "sim:dinamap"))
    program.start()
    try:
        program.advance(30.0)
        program.open_session(asked(2, "sim:dinamap"))
        program.advance(20.0)
        assert [line.url for line in program.device_lines(1)] == ["simulated"]
        assert [line.url for line in program.device_lines(2)] == ["sim:dinamap"]
        assert program.chair(2).now == pytest.approx(20.0, abs=5.0)
        with pytest.raises(KeyError):
            program.chair(1)
        program.send(2, EndSession("Nurse 1", reason="practised"))
        program.staff().sit("Nurse 1")
        phases = {row.patient_id: row.phase for row in program.library().rows}
    finally:
        program.close()
    assert phases["DEMO-S1"] == Phase.BASELINE


def test_the_day_of_the_room_is_its_own(tmp_path: Path) -> None:
    with room(tmp_path) as practice:
        practice.advance(60.0)
        practice.day().tick("oxygen", done=True, text="", by="Nurse 1")
        (tick,) = practice.day().ticks()
        assert tick.utc_s == practice.utc()
