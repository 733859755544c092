"""A sound check in the running program: real sound process, real record, playing into the void."""

from __future__ import annotations

from pathlib import Path

from real_program import needs_pty, simulated
from watched_program import Watched, wanted, watched

from monitor.commands import EndSession, SoundChecked
from monitor.phases import Phase
from monitor.sound_check import CheckKind
from ui.doors import SoundTrial
from ui.sound_check import this_seat

pytestmark = needs_pty


def go_through(seen: Watched, kind: CheckKind, *answers: bool) -> SoundTrial:
    trial = seen.program.begin_sound_check(kind, "AK")
    for heard in answers:
        assert trial.step is not None
        trial.play(trial.step)
        seen.until(lambda: trial.began, what="the burst")
        trial.answer(heard=heard)
    return trial


def test_what_is_heard_at_a_seat_is_known_to_its_sessions_and_kept(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with simulated("--pty") as (_, url):
        with watched(db) as seen:
            assert seen.program.sound_check_due(None) is CheckKind.FULL
            go_through(seen, CheckKind.SHORT, False)
            session = seen.program.open_session(wanted(url))
            seen.until(lambda: "sounding" in seen.alarms("sound-failed"), what="the alarm")
            assert seen.picture.alarms[0].text == "not-heard"
            seen.program.send(1, EndSession("AK"))
            seen.until(lambda: seen.picture.phase is Phase.SIGNED)
            assert go_through(seen, CheckKind.FULL, True, True, True).heard
            assert seen.program.sound_check_due(None) is None
        with watched(db) as seen:
            assert seen.program.sound_check_due(None) is None
            said = [entry.what for entry in seen.program.record(session).entries]
            [checked] = [one for one in said if isinstance(one, SoundChecked)]
            assert checked == SoundChecked(this_seat(), full=False, heard=False, by="AK")
