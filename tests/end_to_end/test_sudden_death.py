"""`kill -9` at a random moment: what was recorded stays, and the session goes on."""

from __future__ import annotations

import json
import random
import subprocess
import time
from datetime import datetime
from pathlib import Path

import pytest
from real_program import Running, asked, chairside, exported, needs_pty, simulated

from monitor.entries import Entry
from monitor.events import Resumed, SessionOpened
from monitor.outcomes import AlarmChanged
from ui.places import open_record

pytestmark = needs_pty

SPEED = 10
"""Ten frames a second: what is lost can be told to a tenth of one."""
MAY_LOSE_S = 1.0
MODERATE, MANY = range(3), range(100, 122)


def entries_of(db: Path, session: str) -> list[Entry]:
    store = open_record(db, read_only=True)
    try:
        return list(store.entries(session))
    finally:
        store.close()


def stored_alarms(entries: list[Entry]) -> list[tuple[float, str, str]]:
    return [
        (round(entry.now_s, 3), entry.what.alarm, entry.what.state.value)
        for entry in entries
        if isinstance(entry.what, AlarmChanged)
    ]


def replayed_alarms(db: Path, session: str) -> list[tuple[float, str, str]]:
    lines = asked("replay", session, "--db", db).alarms
    return [(line["t_s"], line["alarm"], line["state"]) for line in lines]


def killed_after(url: str, db: Path, seconds: float) -> float:
    """Record for a while, then die; the moment of death in Unix seconds."""
    with Running(
        "record", "--port", url, "--driver", "ivy-450c", "--db", db, "--profile", "elderly-iv",
        "--infuse", 0.5, "--weight", 82, "--patient", "4711",
    ) as recorder:  # fmt: skip
        recorder.until_said("is connected")
        with pytest.raises(subprocess.TimeoutExpired):  # it lives all that time
            recorder.process.wait(seconds)
        died_at = time.time()
        recorder.kill()
    return died_at


def die_and_go_on(folder: Path, seed: int) -> None:
    db = folder / "record.db"
    with simulated("--pty", "--speed", SPEED, "--scenario", "S10", "--seed", seed) as (_, url):
        died_at = killed_after(url, db, random.Random(seed).uniform(0.3, 3.0))
        listed = json.loads(asked("sessions", "--db", db, "--json").out)
        assert [one["ended"] for one in listed] == [False]
        session = listed[0]["id"]
        before = exported(session, db, folder)
        assert died_at - unix(before[-1]["utc"]) <= MAY_LOSE_S
        known = entries_of(db, session)
        ran = chairside("record", "--resume", "--port", url, "--seconds", 1.5, "--db", db)
    assert ran.code == 0, ran.err
    assert ran.last_line == session
    entries = entries_of(db, session)
    assert entries[: len(known)] == known
    assert [entry.seq for entry in entries] == list(range(len(entries)))
    resumed = [entry for entry in entries if isinstance(entry.what, Resumed)]
    assert [one.what for one in resumed] == [Resumed(known[-1].now_s)]
    the_gap_is_in_the_export(before, exported(session, db, folder), resumed[0])
    opened = [entry.what for entry in entries if isinstance(entry.what, SessionOpened)]
    assert [one.profile.name for one in opened] == ["elderly-iv"]
    assert stored_alarms(entries) == replayed_alarms(db, session)
    verified = asked("verify", "--db", db)
    assert verified.code == 0, verified.out


def the_gap_is_in_the_export(
    before: list[dict[str, str]], after: list[dict[str, str]], resumed: Entry
) -> None:
    assert after[: len(before)] == before
    first_back = after[len(before)]
    assert float(first_back["t_seconds"]) >= resumed.now_s
    away = float(first_back["t_seconds"]) - float(before[-1]["t_seconds"])
    assert away == pytest.approx(unix(first_back["utc"]) - unix(before[-1]["utc"]), abs=0.05)
    assert len(after) > len(before) + 5


def unix(utc: str) -> float:
    return datetime.fromisoformat(utc).timestamp()


@pytest.mark.parametrize("seed", MODERATE)
def test_after_a_sudden_death_the_session_goes_on(tmp_path: Path, seed: int) -> None:
    die_and_go_on(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", MANY)
def test_after_any_sudden_death_the_session_goes_on(tmp_path: Path, seed: int) -> None:
    die_and_go_on(tmp_path, seed)


def test_there_is_nothing_to_resume_when_nothing_was_cut_off(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    ran = chairside("record", "--resume", "--port", tmp_path / "none", "--db", db)
    assert ran.code == 1
    assert len(ran.err.strip().splitlines()) == 1
