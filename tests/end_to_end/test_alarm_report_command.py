"""What the alarms were worth, asked of real records from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from monitor.commands import Acknowledge, Action, EndSession, StartInfusion, StopInfusion
from monitor.core import MonitorCore
from monitor.entries import Entry
from monitor.events import DeviceFacts, Event, Numerics, SessionOpened
from monitor.limits import PROFILES
from monitor.outcomes import Outcome
from monitor.people import Patient
from monitor.plan import Plan
from monitor.vitals import CuffResult, Reading, VitalSign
from ui.cli import run
from ui.places import open_record

SOURCE = "device:ivy-450c"
BY = "AK"
FIGURES = {
    "hours", "alarms", "alarms_per_hour", "technical", "technical_per_hour", "confirmed",
    "withdrawn", "undecided", "cards_withdrawn", "artefacts", "artefact_share", "acknowledged",
    "median_acknowledge_s", "breach_s", "breach_left_out",
}  # fmt: skip


def opened(session_id: str) -> SessionOpened:
    signs = frozenset({VitalSign.HR, VitalSign.SBP, VitalSign.DBP})
    return SessionOpened(
        session_id=session_id,
        chair=1,
        patient=Patient("20417", 80.0),
        plan=Plan(0.5, 80.0, 40.0),
        profile=PROFILES["adult-iv"],
        devices=(DeviceFacts("ivy-450c", SOURCE, 5.0, 10.0, signs),),
        nibp_interval_s=300.0,
        simulated=True,
        by=BY,
    )


def heart(begin: int, end: int, rate: float) -> list[tuple[float, Event]]:
    return [
        (float(at), Numerics((Reading(VitalSign.HR, rate, SOURCE),))) for at in range(begin, end)
    ]


def cuff(at: float, sbp: float, dbp: float) -> tuple[float, Event]:
    return at, CuffResult(sbp, dbp, None, None, SOURCE)


COURSE = [
    (0.0, StartInfusion(BY)),
    cuff(10.0, 124.0, 78.0),
    cuff(100.0, 186.0, 92.0),
    (112.0, Acknowledge("bp/high", BY, Action.ARTEFACT)),
    cuff(160.0, 132.0, 80.0),
    *heart(161, 200, 45.0),
    (200.0, Acknowledge("hr/low", BY)),
    *heart(201, 280, 72.0),
    cuff(300.0, 130.0, 80.0),
    (360.0, StopInfusion(BY)),
]


def recorded(path: Path, session_id: str, *, ended: bool = True) -> None:
    """A session as the program would leave it, judged by a real core."""
    opening = opened(session_id)
    core = MonitorCore(opening)
    lines: list[tuple[float, Event | Outcome]] = []
    end: list[tuple[float, Event]] = [(3600.0, EndSession(BY))] if ended else []
    for at, event in [(0.0, opening), *COURSE, *end]:
        for one in core.tick(at):
            lines.append((one.at, one.outcome))
        lines.append((at, event))
        lines += [(one.at, one.outcome) for one in core.handle(event, at)]
    with open_record(path) as store:
        store.write([Entry(session_id, n, at, what) for n, (at, what) in enumerate(lines)])


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["alarm-report", "--json", *arguments]) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_a_session_says_what_its_alarms_were_worth(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(record, "first")
    said = asked(capsys, "first", "--db", str(record))
    assert said["library"] is None
    (one,) = said["sessions"]
    assert {"id", "patient", "opened", "ended", "simulated", *FIGURES} == set(one)
    assert (one["id"], one["ended"], one["hours"]) == ("first", True, 1.0)
    assert one["alarms"] == {"high": 0, "medium": 2, "low": 0}
    assert one["alarms_per_hour"]["medium"] == 2.0
    assert (one["confirmed"], one["withdrawn"], one["undecided"]) == (0, 1, 0)
    assert (one["artefacts"], one["artefact_share"]) == (1, 0.5)
    assert (one["acknowledged"], one["median_acknowledge_s"]) == (2, pytest.approx(20.5))
    assert one["breach_s"] == {"hr": 40.0, "sbp": 60.0, "dbp": 0.0}
    assert one["technical"]["low"] + one["technical"]["medium"] + one["technical"]["high"] > 0


def test_the_library_is_the_sum_of_its_sessions(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(record, "first")
    recorded(record, "second")
    said = asked(capsys, "--db", str(record))
    library = said["library"]
    assert set(library) == {"sessions", *FIGURES}
    assert [one["id"] for one in said["sessions"]] == ["second", "first"]
    assert (library["sessions"], library["hours"]) == (2, 2.0)
    assert library["alarms"]["medium"] == 4
    assert library["artefact_share"] == 0.5
    assert library["breach_s"]["hr"] == 80.0


def test_an_unfinished_session_is_counted_up_to_its_last_entry(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(record, "first", ended=False)
    (one,) = asked(capsys, "--db", str(record))["sessions"]
    assert (one["ended"], one["hours"]) == (False, 0.1)


def test_an_entry_without_an_opening_is_no_reason_to_fall_over(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_record(record) as store:
        store.write([Entry("torn", 0, 5.0, CuffResult(186.0, 92.0, None, None, SOURCE))])
    (one,) = asked(capsys, "--db", str(record))["sessions"]
    assert (one["hours"], one["alarms_per_hour"]["high"]) == (0.0, None)


def test_an_empty_library_has_nothing_to_report(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing = asked(capsys)
    assert (nothing["sessions"], nothing["library"]["sessions"]) == ([], 0)
    open_record(record).close()
    assert asked(capsys, "--db", str(record)) == nothing
    assert run(["alarm-report", "--db", str(record)]) == 0
    assert capsys.readouterr().out == "No session has been recorded yet.\n"


def test_a_person_reads_the_same_in_lines(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(record, "first")
    assert run(["alarm-report", "--db", str(record)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "All sessions together: 1 · 1.0 h"
    assert "first · 1.0 h" in lines
    assert "  alarms       high 0 (0.00/h)   medium 2 (2.00/h)   low 0 (0.00/h)" in lines
    assert "  artefacts    1 of 2 alarms (50 %)" in lines
    assert "  in breach    HR 0.7 min · SBP 1.0 min · DBP 0.0 min" in lines
    assert run(["alarm-report", "first", "--db", str(record)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "first · 1.0 h"


def test_rows_that_are_not_counted_are_named(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = PROFILES["adult-iv"].switch_on(["shock-index-high"])
    with open_record(record) as store:
        store.write([Entry("first", 0, 0.0, replace(opened("first"), profile=profile))])
    assert asked(capsys, "--db", str(record))["library"]["breach_left_out"] == ["shock-index-high"]
    assert run(["alarm-report", "first", "--db", str(record)]) == 0
    assert "               not counted: shock-index-high" in capsys.readouterr().out.splitlines()


def test_the_beginning_of_an_id_is_enough_and_an_unknown_one_is_refused(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recorded(record, "20260115T103207-1a2b3c")
    assert asked(capsys, "20260115", "--db", str(record))["sessions"][0]["ended"] is True
    assert run(["alarm-report", "nobody", "--db", str(record)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "nobody" in said.err
    assert len(said.err.splitlines()) == 1
