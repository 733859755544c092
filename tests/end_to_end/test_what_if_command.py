"""The alarms of a recorded session beside those under other limits, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from real_program import Ran, asked, one_sentence

from data.store import SessionStore
from monitor.entries import Anchor, AnchorReason, Entry
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import Recorder

Line = dict[str, Any]


def treatment() -> list[Entry]:
    """A pressure of 168/96, seen twice, and a heart of 118."""
    made = Recorder().treating(rested=False).at(300.0, cuff(168, 96)).at(390.0, cuff(168, 96))
    made.at(700.0, cuff(130, 80)).stream(760.0, hr=118.0).stream(820.0, hr=80.0)
    return made.at(3600.0, cuff(130, 80)).entries


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("what-if") / "record.db"
    start = Anchor("s-1", 0.0, 1_790_000_000.0, 120, AnchorReason.START)
    with SessionStore.open(path) as store:
        store.write(treatment(), [start])
    return path


def lines(ran: Ran) -> list[Line]:
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_each_alarm_stands_beside_what_it_would_have_been(db: Path) -> None:
    *alarms, last = lines(asked("replay", "s-1", "--db", db, "--what-if", "hr-high=120"))
    assert [(one["change"], one["was"]["alarm"]) for one in alarms] == [
        ("same", "sbp-high"),
        ("gone", "hr-high"),
    ]
    assert alarms[0]["then"] == alarms[0]["was"]
    assert alarms[1]["then"] is None
    summary = last["summary"]
    assert summary["was"]["medium"] == 2
    assert summary["then"]["medium"] == 1
    assert summary["first_difference_s"] == alarms[1]["was"]["t_s"]
    assert summary["faithful"]


def test_several_limits_and_another_profile_go_together(db: Path) -> None:
    asking = ("replay", "s-1", "--db", db, "--profile", "elderly-iv")
    limits = ("--what-if", "sbp-high=185", "--what-if", "sbp-very-high=195")
    *alarms, last = lines(asked(*asking, *limits))
    assert [one["change"] for one in alarms] == ["gone", "same"]
    assert last["summary"]["then"]["per_hour"] == 1.0


def test_the_same_question_has_the_same_answer(db: Path) -> None:
    asking = ("replay", "s-1", "--db", db, "--what-if", "sbp-high=150")
    assert asked(*asking).out == asked(*asking).out


def test_a_profile_that_is_named_judges_the_session(db: Path) -> None:
    asking = ("replay", "s-1", "--db", db)
    own = lines(asked(*asking))
    assert lines(asked(*asking, "--profile", "adult-iv")) == own
    assert {"sbp-high", "hr-high"} <= {line["alarm"] for line in own}


@pytest.mark.parametrize(
    ("limit", "named"),
    [
        ("sbp-high", "sbp-high=170"),
        ("sbp-high=tall", "sbp-high=tall"),
        ("sbp-high=nan", "sbp-high=nan"),
        ("sbp-tall=160", "sbp-tall"),
        ("sbp-high=250", "250"),
        ("sbp-high=185", "sbp-very-high"),
    ],
)
def test_a_limit_that_may_not_be_is_refused_in_one_sentence(
    db: Path, limit: str, named: str
) -> None:
    ran = asked("replay", "s-1", "--db", db, "--what-if", limit)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)
    assert named in ran.err


def test_a_file_has_no_session_to_compare_with(tmp_path: Path) -> None:
    path = tmp_path / "recording.csv"
    path.write_text("t_seconds,hr,sbp,dbp,map,spo2\n0,72,,,,98\n", encoding="utf-8")
    ran = asked("replay", path, "--what-if", "hr-high=120")
    assert ran.code == 2
    assert str(path) in ran.err
