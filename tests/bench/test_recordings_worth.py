"""What real recordings do to the alarms, side by side with a plain threshold monitor.

Each recording is replayed from the command line, as a stranger would, with its pressures as a cuff
and as an arterial line. An *episode* is an unbroken run of values beyond a limit that lasts as
long as the rule wants it to (a cuff result is one at once); it is found when an alarm of its sign
and side is open during it, or at most 120 s later.

Files of the same form beside these are judged too: ``CHAIRSIDE_RECORDINGS=FOLDER make bench``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from helpers import ROOT
from reporting import Figure
from threshold_monitor import ROWS, Span, ThresholdMonitor

from monitor.limits import PROFILES
from monitor.outcomes import BaselineAccepted
from monitor.patient_limits import effective_limit
from monitor.rules import Row
from monitor.vitals import CuffResult, VitalSign
from ui.cli import run
from ui.recording import Recording, read_recording

pytestmark = pytest.mark.bench

BASELINE = "//60"
RESTING = BaselineAccepted(None, None, 60.0, None)
WITHIN_S = 120.0
CHATTER = "intellivue_or_record1_abp.csv"
HELD = "intellivue_or_record1_nibp_held.csv"
MOST_ONSETS = 3.0
SIDES = {row.id: row.key.partition("/")[2] for row in ROWS}


def folder() -> Path:
    named = os.environ.get("CHAIRSIDE_RECORDINGS")
    found = Path(named) if named else ROOT.parent / "shared" / "realdata"
    if not found.is_dir():
        pytest.skip(f"no recordings beside the project ({found} is no folder)")
    return found


def real(name: str) -> Path:
    path = folder() / name
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    return path


def limit_of(row: Row) -> float | None:
    return effective_limit(row, PROFILES["adult-iv"], RESTING)


@dataclass(frozen=True, slots=True)
class Open:
    """One of our alarms, from its first sound to its end."""

    sign: str
    side: str
    begin: float
    end: float


Judge = Callable[..., list[Open]]


@pytest.fixture
def judged(capsys: pytest.CaptureFixture[str]) -> Judge:
    """Replay a recording; the alarms that sounded."""

    def judge(path: Path, *options: str) -> list[Open]:
        assert run(["replay", str(path), "--baseline", BASELINE, *options]) == 0
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        return list(_opened(lines, read_recording(path).rows[-1].t_s))

    return judge


def _opened(lines: list[dict[str, object]], end_s: float) -> Iterator[Open]:
    begun: dict[tuple[str, str], float] = {}
    for line in lines:
        sign = _family(str(line["sign"]))
        key = (sign, SIDES[str(line["alarm"])])
        at = float(str(line["t_s"]))
        if line["state"] == "sounding":
            begun[key] = at
        elif line["state"] in {"latched", "withdrawn", "cleared"} and key in begun:
            yield Open(*key, begun.pop(key), at)
    for key, at in begun.items():
        yield Open(*key, at, end_s)


def _family(sign: str) -> str:
    """Both pressures are one alarm."""
    return "bp" if sign in {"sbp", "dbp"} else sign


def plain_of(recording: Recording, *, continuous_bp: bool) -> ThresholdMonitor:
    plain = ThresholdMonitor.arterial() if continuous_bp else ThresholdMonitor()
    cuffs = {
        at: event
        for at, event in recording.events(continuous_bp=continuous_bp)
        if isinstance(event, CuffResult)
    }
    streams = {"hr": VitalSign.HR, "spo2": VitalSign.SPO2}
    if continuous_bp:
        streams |= {"sbp": VitalSign.SBP, "dbp": VitalSign.DBP}
    for row in recording.rows:
        values = {
            sign: value
            for column, sign in streams.items()
            if (value := row.value(column, sign)) is not None
        }
        cuff = cuffs.get(row.t_s)
        if cuff is not None:
            values |= {VitalSign.SBP: cuff.sbp, VitalSign.DBP: cuff.dbp}
        plain.values(row.t_s, values, limit_of)
    plain.end(recording.rows[-1].t_s)
    return plain


def delays_of(spans: list[Span], ours: list[Open]) -> list[float | None]:
    """Of each episode, seconds until we alarmed; None = we did not."""
    delays: list[float | None] = []
    for span in spans:
        if span.end - span.begin < span.row.delay_s:
            continue
        sign, _, side = span.key.replace("abp/", "bp/").partition("/")
        begins = [
            max(0.0, one.begin - span.begin)
            for one in ours
            if (one.sign, one.side) == (sign, side)
            and one.begin <= span.end + WITHIN_S
            and one.end >= span.begin
        ]
        delays.append(min(begins, default=None))
    return delays


@pytest.mark.parametrize("arterial", [False, True], ids=["cuff", "arterial"])
def test_every_recording_side_by_side(
    arterial: bool, judged: Judge, report: Callable[[Figure], None]
) -> None:
    paths = sorted(folder().glob("*.csv"))
    assert paths
    for path in paths:
        recording = read_recording(path)
        plain = plain_of(recording, continuous_bp=arterial)
        ours = judged(path, *(["--continuous-bp"] if arterial else []))
        delays = delays_of(plain.spans, ours)
        found = [delay for delay in delays if delay is not None]
        onsets = sum(not one.escalated for one in plain.sounded)
        how = "arterial line" if arterial else "cuff"
        detail = f"plain {onsets}; {len(found)} of {len(delays)} episodes found"
        if found:
            detail += f", delay {median(found):.0f} s (median), {max(found):.0f} s at most"
        report(Figure(f"alarms, {path.stem}, {how}", len(ours), None, unit="", detail=detail))


def test_a_heart_rate_that_chatters_about_its_limit(
    judged: Judge, report: Callable[[Figure], None]
) -> None:
    path = real(CHATTER)
    ours = [
        one for one in judged(path, "--continuous-bp") if (one.sign, one.side) == ("hr", "low")
    ]
    plain = plain_of(read_recording(path), continuous_bp=True)
    theirs = [one for one in plain.sounded if one.row.key == "hr/low" and not one.escalated]
    report(
        Figure(
            "hr-low onsets, HR 46-52 about its limit of 50",
            len(ours),
            MOST_ONSETS,
            unit="",
            detail=f"plain {len(theirs)}",
        )
    )
    assert len(theirs) > MOST_ONSETS


def test_a_held_cuff_value_is_one_result(report: Callable[[Figure], None]) -> None:
    recording = read_recording(real(HELD))
    cuffs = [
        event
        for _at, event in recording.events(continuous_bp=False)
        if isinstance(event, CuffResult)
    ]
    minutes = (recording.rows[-1].t_s - recording.rows[0].t_s) / 60.0
    rows = sum(row.value("sbp", VitalSign.SBP) is not None for row in recording.rows)
    report(
        Figure(
            "results of a cuff that is resent every second",
            len(cuffs),
            minutes / 5.0 + 2.0,
            unit="",
            detail=f"in {minutes:.0f} min at a cycle of 5; {rows} rows have it",
        )
    )
