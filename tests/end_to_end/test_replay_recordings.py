"""Recordings in CSV, judged again from the command line."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT

from ui.cli import run

HEADER = "t_seconds,hr,sbp,dbp,map,spo2"
STATES = {
    "pending", "sounding", "acknowledged", "latched", "withdrawn", "cleared", "reminded",
    "escalated",
}  # fmt: skip
Line = dict[str, Any]
Judge = Callable[..., list[Line]]


@pytest.fixture
def judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Judge:
    """Write these rows as a recording and replay it; the lines it prints."""

    def judge(rows: Iterable[str] | Path, *options: str) -> list[Line]:
        if isinstance(rows, Path):
            path = rows
        else:
            path = tmp_path / "recording.csv"
            path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
        assert run(["replay", str(path), *options]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return judge


def onsets(lines: list[Line], alarm: str | None = None) -> list[tuple[float, str]]:
    return [
        (line["t_s"], line["alarm"])
        for line in lines
        if line["state"] == "sounding" and alarm in {None, line["alarm"]}
    ]


def steady(until: int, **cells: object) -> list[str]:
    """A row a second with the same values."""
    return [row(t, **cells) for t in range(until)]


def row(t: object, hr: object = "", sbp: object = "", dbp: object = "", spo2: object = "") -> str:
    return f"{t},{hr},{sbp},{dbp},,{spo2}"


def test_a_row_that_is_off_is_judged_when_it_is_switched_on(judged: Judge) -> None:
    rows = ["0,72,96,53,58,98", "60,72,97,53,59,98", "61,72,,,,98"]
    assert judged(rows) == []
    lines = judged(rows, "--switch-on", "map-low", "--switch-on", "rpp-high")
    assert [(line["alarm"], line["sign"], line["state"]) for line in lines] == [
        ("map-low", "map", "pending"),
        ("map-low", "map", "sounding"),
    ]
    assert (lines[1]["t_s"], lines[1]["value"], lines[1]["limit"]) == (60.0, 59.0, 60)


def test_what_can_be_switched_on_is_said_when_something_cannot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "recording.csv"
    path.write_text(f"{HEADER}\n0,72,,,,98\n", encoding="utf-8")
    assert run(["replay", str(path), "--switch-on", "sbp-high"]) == 2
    told = capsys.readouterr().err
    assert "sbp-high" in told
    assert "map-low" in told
    assert told.count("\n") == 1


def test_what_is_known_of_the_patient_moves_the_limits(judged: Judge) -> None:
    drowsy = steady(60, spo2=93)
    assert judged(drowsy) == []
    assert onsets(judged(drowsy, "--modifier", "sedatives")) == [(15.0, "spo2-low")]
    raised = [row(0, sbp=165, dbp=90), row(60, sbp=166, dbp=91), row(120)]
    with_baseline = ("--baseline", "150/85/70")
    assert onsets(judged(raised, *with_baseline)) == [(60.0, "sbp-high")]
    both = ("--modifier", "raised-baseline", "--modifier", "oxygen")
    assert onsets(judged(raised, *with_baseline, *both)) == []


def test_an_unknown_modifier_is_refused_with_those_that_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "recording.csv"
    path.write_text(f"{HEADER}\n0,80,,,,97\n", encoding="utf-8")
    assert run(["replay", str(path), "--modifier", "fast"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in ("sedatives", "oxygen", "raised-baseline"))


def test_a_line_has_these_keys_and_a_known_state(judged: Judge) -> None:
    lines = judged(steady(60, hr=30, spo2=80))
    assert lines
    for line in lines:
        assert list(line) == ["t_s", "alarm", "sign", "priority", "state", "value", "limit"]
        assert line["state"] in STATES
        assert line["priority"] in {"high", "medium", "low"}


def test_a_calm_recording_says_nothing(judged: Judge) -> None:
    assert judged(steady(900, hr=72, sbp=122, dbp=76, spo2=98)) == []


def test_a_held_cuff_is_one_measurement(judged: Judge) -> None:
    lines = judged(steady(240, sbp=205, dbp=95))
    assert onsets(lines) == [(0, "sbp-extreme")]


def test_the_same_values_after_a_blank_row_are_a_new_measurement(judged: Judge) -> None:
    held = steady(800, sbp=122, dbp=76)
    assert onsets(judged(held, "--technical")) == [(420, "bp-overdue")]
    again = [*held[:300], row(300), *held[301:]]
    assert onsets(judged(again, "--technical")) == [(721, "bp-overdue")]


def test_a_pressure_without_its_partner_is_no_measurement(judged: Judge) -> None:
    assert judged([row(t, sbp=230) for t in range(60)]) == []
    assert judged([row(t, dbp=130) for t in range(60)]) == []


def test_a_partial_row_before_the_whole_one_does_not_make_two(judged: Judge) -> None:
    rows = [row(t, sbp=206) for t in range(13)] + [row(t, sbp=204, dbp=90) for t in range(13, 60)]
    assert onsets(judged(rows)) == [(13, "sbp-extreme")]


def test_a_slow_heart_alarms_after_its_delay(judged: Judge) -> None:
    assert onsets(judged(steady(60, hr=48))) == [(10, "hr-low")]
    assert onsets(judged(steady(10, hr=48))) == []


def test_a_blank_heart_rate_keeps_its_last_value_fresh_for_five_seconds(judged: Judge) -> None:
    held = [row(t, hr=48) for t in range(6)]
    gap = [row(t) for t in range(6, 60)]
    assert onsets(judged(held + gap)) == []
    bridged = [row(t, hr=48 if t % 4 == 0 else "") for t in range(60)]
    assert onsets(judged(bridged)) == [(10, "hr-low")]


def test_fresh_is_two_and_a_half_usual_steps_when_they_are_long(judged: Judge) -> None:
    assert onsets(judged([row(t, hr=48) for t in range(0, 600, 60)])) == [(10, "hr-low")]


def test_time_ends_with_the_last_row(judged: Judge) -> None:
    assert onsets(judged(steady(10, hr=48))) == []
    assert onsets(judged(steady(11, hr=48))) == [(10, "hr-low")]


def test_the_baseline_moves_what_is_relative_to_it(judged: Judge) -> None:
    rows = steady(90, hr=48)
    assert onsets(judged(rows, "--baseline", "//54")) == []
    assert onsets(judged(steady(90, hr=104), "--baseline", "//72")) == [(60, "hr-rise")]
    assert onsets(judged(steady(90, hr=104))) == []
    risen = [row(0, sbp=154, dbp=80), row(60), row(120, sbp=153, dbp=80)]
    assert onsets(judged(risen, "--baseline", "112/70/")) == [(120, "sbp-rise")]
    assert onsets(judged(risen)) == []


def test_before_treating_a_high_pressure_is_only_a_colour(judged: Judge) -> None:
    rows = [row(0, sbp=165, dbp=80), row(60), row(120, sbp=165, dbp=80)]
    assert onsets(judged(rows, "--phase", "treating")) == [(120, "sbp-high")]
    assert judged(rows, "--phase", "baseline") == []
    assert onsets(judged([row(0, sbp=206, dbp=80)], "--phase", "baseline")) == [(0, "sbp-extreme")]


@pytest.mark.parametrize(
    ("cuffs", "end", "said"),
    [
        ([(0, 165)], 400, [(0, "pending", "medium"), (360, "sounding", "medium")]),
        ([(0, 165), (90, 140)], 400, [(0, "pending", "medium"), (90, "withdrawn", "medium")]),
        ([(0, 185)], 200, [(0, "sounding", "medium"), (120, "escalated", "high")]),
        ([(0, 185), (90, 140)], 200, [(0, "sounding", "medium"), (90, "withdrawn", "medium")]),
        ([(0, 206), (90, 140)], 200, [(0, "sounding", "high"), (90, "withdrawn", "high")]),
        ([(0, 206), (121, 140)], 200, [(0, "sounding", "high")]),
    ],
)
def test_one_cuff_value_is_answered_by_a_second(
    judged: Judge, cuffs: list[tuple[int, int]], end: int, said: list[tuple[float, str, str]]
) -> None:
    values = dict(cuffs)
    rows = [row(t, sbp=values[t], dbp=80) if t in values else row(t) for t in range(end)]
    lines = judged(rows, "--phase", "treating")
    assert [(line["t_s"], line["state"], line["priority"]) for line in lines] == said


def test_absence_is_an_alarm_only_when_it_is_asked_for(judged: Judge) -> None:
    rows = [row(0, hr=72, sbp=120, dbp=76, spo2=98)]
    rows += [row(t, hr=72, spo2=98) for t in range(1, 700)]
    assert judged(rows) == []
    assert onsets(judged(rows, "--technical"))[0] == (420, "bp-overdue")
    hour = onsets(judged(rows, "--technical", "--nibp-interval", "3"))
    assert hour[0] == (300, "bp-overdue")


def test_a_hole_in_the_rows_is_a_lost_link_only_when_it_is_asked_for(judged: Judge) -> None:
    rows = steady(60, hr=72, spo2=98) + [row(t, hr=72, spo2=98) for t in range(120, 180)]
    assert judged(rows) == []
    lost = [line for line in judged(rows, "--technical") if line["alarm"] == "link-lost"]
    assert (lost[0]["t_s"], lost[0]["state"], lost[0]["priority"]) == (69, "sounding", "medium")
    assert (lost[0]["sign"], lost[0]["value"], lost[0]["limit"]) == (None, None, None)


def test_rows_without_values_are_a_sign_of_life(judged: Judge) -> None:
    rows = steady(60, hr=72, spo2=98) + steady(180)[60:]
    alarms = {alarm for _, alarm in onsets(judged(rows, "--technical"))}
    assert alarms == {"sensor-off"}


def test_an_arterial_line_waits_ten_seconds_instead_of_a_repeat(judged: Judge) -> None:
    arterial = "--continuous-bp"
    assert onsets(judged(steady(30, sbp=165, dbp=80), arterial)) == [(10, "sbp-high")]
    very = judged(steady(30, sbp=185, dbp=80), arterial)
    assert (very[-1]["alarm"], very[-1]["priority"]) == ("sbp-very-high", "high")
    assert very[-1]["t_s"] == 10
    assert onsets(judged(steady(30, sbp=205, dbp=80), arterial))[0] == (0, "sbp-extreme")
    assert {line["sign"] for line in very} == {"sbp"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("t_seconds,hr\n0,72\n", "sbp"),
        (f"{HEADER}\n", "no rows"),
        (f"{HEADER}\n5,72,,,,\n1,72,,,,\n", "sort the rows"),
        (f"{HEADER}\n0,fast,,,,\n", "line 2"),
        (f"{HEADER}\n0,nan,,,,\n", "line 2"),
        (f"{HEADER}\n,72,,,,\n", "t_seconds is missing"),
    ],
)
def test_what_is_no_recording_is_refused_with_its_place(
    text: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(text, encoding="utf-8")
    assert run(["replay", str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert str(path) in said.err
    assert words in said.err
    assert len(said.err.splitlines()) == 1


# ---- real ones, where they are ------------------------------------------------------------------


def real(name: str) -> Path:
    path = ROOT.parent / "shared" / "realdata" / name
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    return path


def test_a_heart_rate_that_chatters_about_its_limit_is_no_stream_of_alarms(judged: Judge) -> None:
    path = real("intellivue_or_record1_abp.csv")
    lines = judged(path, "--baseline", "//60", "--continuous-bp")
    assert 1 <= len(onsets(lines, "hr-low")) <= 3


def test_a_cuff_that_is_resent_every_second_is_judged_once_a_cycle(judged: Judge) -> None:
    path = real("intellivue_or_record1_nibp_held.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    minutes = (float(rows[-1]["t_seconds"]) - float(rows[0]["t_seconds"])) / 60
    moments = Counter(
        line["t_s"]
        for line in judged(path)
        if line["sign"] in {"sbp", "dbp"} and line["state"] in {"sounding", "escalated", "cleared"}
    )
    assert len(moments) <= minutes / 5 + 2


@pytest.mark.parametrize(
    "name",
    [
        "cinc2012_133770_nibp.csv", "mimic3_s00001_nibp.csv", "preg_001_clinic4h.csv",
        "preg_002_clinic4h.csv", "preg_004_clinic4h.csv", "preg_005_clinic4h.csv",
    ],
)  # fmt: skip
@pytest.mark.parametrize("technical", [False, True])
def test_every_real_recording_is_judged_to_its_end(
    name: str, technical: bool, judged: Judge
) -> None:
    options = ("--technical", "--nibp-interval", "30") if technical else ()
    lines = judged(real(name), *options)
    assert [line["t_s"] for line in lines] == sorted(line["t_s"] for line in lines)
    assert {line["state"] for line in lines} <= STATES
    assert technical or not {"bp-overdue", "link-lost", "sensor-off"} & {
        line["alarm"] for line in lines
    }
