"""While a living process records a session, no other continues it, and no demo sounds."""

from __future__ import annotations

from pathlib import Path

from helpers import wait_until
from real_program import chairside, needs_pty, one_sentence, simulated
from watched_program import wanted, watched

from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import EndSession
from monitor.phases import Phase
from ui.demo_program import DemoProgram
from ui.words import say

pytestmark = needs_pty


def test_a_session_that_is_still_recorded_is_not_resumed(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with simulated("--pty") as (_, url), watched(db) as seen:
        session = seen.program.open_session(wanted(url))
        seen.until(lambda: seen.published, what="a picture")
        ran = chairside("record", "--resume", "--port", url, "--seconds", 1, "--db", db)
        assert ran.code == 1
        assert one_sentence(ran.err)
        assert session in ran.err
        assert "still being recorded" in ran.err
        with watched(db) as other:
            assert [row.session_id for row in other.program.cut_off()] == [session]
            assert other.program.unfinished() == []


def test_a_demo_is_silent_while_a_session_runs_and_says_so(tmp_path: Path) -> None:
    demo = DemoProgram(tmp_path / "demo.db", [scenario_named("S1")], seed=1, speed=1.0, sound=True)
    demo.start()
    try:
        with simulated("--pty") as (_, url), watched(tmp_path / "record.db") as seen:
            assert demo.sound_note() == ""
            assert seen.program.sound_note() == ""
            seen.program.open_session(wanted(url))
            wait_until(lambda: demo.sound_note() == say("demo-silent"), 10.0, "the silence")
            seen.program.send(1, EndSession("AK"))
            seen.until(lambda: seen.published and seen.picture.phase is Phase.SIGNED)
            wait_until(lambda: demo.sound_note() == "", 10.0, "the sound")
    finally:
        demo.close()
