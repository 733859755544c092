"""Sudden death at a random moment: what was recorded stays, and the session goes on.

A small campaign here; `make soak` has the large one (`test_survival.py`).
"""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from real_program import Running, asked, chairside, exported, needs_pty, simulated
from survival_faults import AGAIN_AND_AGAIN, FAULTS, goals
from survival_run import Place
from survival_steps import MONITOR

from monitor.entries import Entry
from monitor.events import Resumed, SessionOpened
from monitor.outcomes import AlarmChanged
from ui.places import open_record

pytestmark = needs_pty

SPEED = 10
"""Ten frames a second: what is lost can be told to a tenth of one."""
MAY_LOSE_S = 1.0
DEATHS = 4
"""Of one session."""


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
    # What only the second place had was put back before the session went on.
    last = entries[resumed[0].seq - 1]
    assert [one.what for one in resumed] == [Resumed(last.now_s)]
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
    old = [row for row in after if float(row["t_seconds"]) < resumed.now_s]
    last, first_back = old[-1], after[len(old)]
    away = float(first_back["t_seconds"]) - float(last["t_seconds"])
    assert away == pytest.approx(unix(first_back["utc"]) - unix(last["utc"]), abs=0.05)
    assert len(after) > len(old) + 5


def unix(utc: str) -> float:
    return datetime.fromisoformat(utc).timestamp()


def test_after_a_sudden_death_the_session_goes_on(tmp_path: Path) -> None:
    die_and_go_on(tmp_path, seed=0)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with simulated(*MONITOR) as (_, url):
        yield url


@pytest.mark.parametrize(
    ("fault", "seed"),
    [("kill -9", 1), ("kill -9", 2), ("power cut, one file torn", 3)],
)
def test_a_session_survives_death_after_death(
    fault: str, seed: int, url: str, tmp_path: Path
) -> None:
    done = AGAIN_AND_AGAIN[fault](Place(tmp_path / "run"), url, random.Random(seed), DEATHS)
    assert goals(fault, done) == []
    assert done.written > 0


@pytest.mark.parametrize(
    "fault",
    ["log (WAL) damaged", "a page damaged", "second place damaged", "a second program, one dies"],
)
def test_what_was_handed_over_is_there_after_a_death_with(
    fault: str, url: str, tmp_path: Path
) -> None:
    done = FAULTS[fault](Place(tmp_path / "run"), url, random.Random(4))
    assert goals(fault, done) == []
    assert done.written > 0


def test_there_is_nothing_to_resume_when_nothing_was_cut_off(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    ran = chairside("record", "--resume", "--port", tmp_path / "none", "--db", db)
    assert ran.code == 1
    assert len(ran.err.strip().splitlines()) == 1
