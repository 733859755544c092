"""An emergency and a quiet room in the running program: sound process, two voids, record."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_program import needs_pty, simulated
from watched_program import wanted, watched

from monitor.commands import BeginEmergency, EmergencyStamp, EndSession, QuietRoom, StampKind
from monitor.outcomes import Priority
from monitor.phases import Phase

pytestmark = needs_pty

STAMP = EmergencyStamp("s1", StampKind.OXYGEN, "", "AK")


def test_a_room_that_is_quiet_and_an_emergency_in_it_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_SOUND", "null,null")
    with simulated("--pty") as (_, url), watched(tmp_path / "record.db") as seen:
        session = seen.program.open_session(wanted(url))
        room = seen.program.quiet_room()
        room.look()
        seen.until(lambda: room.view().known, what="the loudspeakers")
        room.try_output("Void 2")
        seen.until(lambda: room.view().began, what="the burst at the desk")
        room.answer(heard=True, by="AK")
        assert room.view().on
        seen.program.send(1, BeginEmergency("AK"))
        seen.program.send(1, STAMP)
        seen.until(lambda: seen.picture.sound is Priority.HIGH, what="the ringing")
        seen.until(lambda: bool(seen.picture.emergency and seen.picture.emergency.stamps))
        seen.program.send(1, EndSession("AK"))
        seen.until(lambda: seen.picture.phase is Phase.SIGNED)
        assert seen.picture.sound is None
        assert seen.program.flush()
        said = [entry.what for entry in seen.program.record(session).entries]
        kept = [
            one for one in said if isinstance(one, (QuietRoom, BeginEmergency, EmergencyStamp))
        ]
        assert kept == [QuietRoom(on=True, output="Void 2", by="AK"), BeginEmergency("AK"), STAMP]
