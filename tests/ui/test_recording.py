"""Recordings in CSV: what a monitor would have said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events import Event, LinkChanged, LinkState, Numerics
from monitor.vitals import CuffResult, VitalSign
from ui.recording import (
    COLUMNS,
    Recording,
    RecordingError,
    RecordingRow,
    looks_like_recording,
    read_recording,
)


def recorded(*rows: tuple[float, dict[str, float]]) -> Recording:
    return Recording(tuple(RecordingRow(t_s, values) for t_s, values in rows))


def said(recording: Recording, *, continuous_bp: bool = False) -> list[tuple[float, Event]]:
    return [
        (at, event)
        for at, event in recording.events(continuous_bp=continuous_bp)
        if not isinstance(event, LinkChanged)
    ]


def cuffs(recording: Recording) -> list[tuple[float, float, float]]:
    return [(at, e.sbp, e.dbp) for at, e in said(recording) if isinstance(e, CuffResult)]


BP = {"sbp": 120.0, "dbp": 70.0}


def test_a_held_pressure_is_one_cuff() -> None:
    assert cuffs(recorded((0, BP), (1, BP), (2, BP))) == [(0, 120, 70)]


def test_another_value_is_another_cuff() -> None:
    assert len(cuffs(recorded((0, BP), (1, {**BP, "dbp": 71.0})))) == 2


def test_the_same_value_after_a_row_without_is_another_cuff() -> None:
    assert len(cuffs(recorded((0, BP), (1, {}), (2, BP)))) == 2
    assert len(cuffs(recorded((0, BP), (1, {"sbp": 120.0}), (2, BP)))) == 2


def test_half_a_pressure_is_no_cuff() -> None:
    assert cuffs(recorded((0, {"sbp": 120.0}), (1, {"dbp": 70.0}), (2, {"map": 90.0}))) == []


def test_an_arterial_line_is_a_stream_and_no_cuff() -> None:
    recording = recorded((0, {**BP, "map": 87.0}), (1, BP))
    assert cuffs(recording) != []
    events = said(recording, continuous_bp=True)
    assert all(isinstance(event, Numerics) for _, event in events)
    signs = {reading.sign for _, e in events if isinstance(e, Numerics) for reading in e.readings}
    assert signs == {VitalSign.ABP_SYS, VitalSign.ABP_DIA, VitalSign.ABP_MEAN}


@pytest.mark.parametrize(
    ("moments", "fresh_s", "lost_s"),
    [((0,), 5.0, 10.0), ((0, 1, 2), 5.0, 10.0), ((0, 60, 120, 900), 150.0, 150.0)],
)
def test_fresh_and_lost_follow_the_usual_step(
    moments: tuple[int, ...], fresh_s: float, lost_s: float
) -> None:
    recording = recorded(*((t, {"hr": 72.0}) for t in moments))
    assert (recording.fresh_for_s, recording.link_lost_after_s) == (fresh_s, lost_s)


def test_a_hole_in_the_rows_is_a_silence_of_the_line() -> None:
    rows = [(float(t), {"hr": 72.0}) for t in (0, 1, 2, 20, 21)]
    changes = [
        (at, event.state)
        for at, event in recorded(*rows).events(continuous_bp=False)
        if isinstance(event, LinkChanged)
    ]
    assert changes == [(0, LinkState.UP), (5, LinkState.SILENT), (20, LinkState.UP)]


CELLS = st.none() | st.integers(1, 300)


@given(st.lists(st.tuples(*(CELLS for _ in COLUMNS[1:])), min_size=1), st.booleans())
def test_any_rows_are_said_in_the_order_of_time(
    cells: list[tuple[int | None, ...]], continuous_bp: bool
) -> None:
    rows = [
        (float(t), {c: float(v) for c, v in zip(COLUMNS[1:], row, strict=True) if v is not None})
        for t, row in enumerate(cells)
    ]
    times = [at for at, _ in recorded(*rows).events(continuous_bp=continuous_bp)]
    assert times == sorted(times)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "recording.csv"
    path.write_text("\ufefft_seconds,hr,sbp,dbp,map,spo2,note\r\n0.5,72,,,,98,x\r\n", "utf-8")
    assert looks_like_recording(path)
    assert read_recording(path) == recorded((0.5, {"hr": 72.0, "spo2": 98.0}))
    raw = tmp_path / "monitor.raw"
    raw.write_bytes(b"\xff" * 100)
    assert not looks_like_recording(raw)


@pytest.mark.parametrize("number", [0.0, -1.0, 9999.0])
def test_a_number_that_nobody_can_have_is_no_value(number: float) -> None:
    every = dict.fromkeys(("hr", "sbp", "dbp", "map", "spo2"), number)
    for continuous_bp in (False, True):
        assert said(recorded((0, every), (1, every)), continuous_bp=continuous_bp) == []


def test_a_cuff_after_impossible_numbers_is_a_new_one() -> None:
    assert len(cuffs(recorded((0, BP), (1, {"sbp": 0.0, "dbp": 0.0}), (2, BP)))) == 2


HEADER = ",".join(COLUMNS)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n0,72,,,,98\n\n1,73,,,,98\n\n",
        f"{HEADER}\n0,72,,,,98\n,,,,,\n1,73,,,,98\n",
        "t_seconds, hr, sbp, dbp, map, spo2\n0, 72, , , , 98\n1, 73, , , , 98\n",
        "T_Seconds,HR,SBP,DBP,MAP,SpO2\r\n0,72,,,,98\r\n1,73,,,,98\r\n",
        "note,spo2,map,dbp,sbp,hr,t_seconds\nrést,98,,,,72,0\n,98,,,,73,1\n",
        f"{HEADER},rr\n0,72,,,,98,14\n1,73,,,,98\n",
    ],
    ids=["blank lines", "empty cells", "spaces", "capitals", "another order", "more columns"],
)
def test_what_else_a_file_has_is_passed_over(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text, encoding="latin-1")
    assert looks_like_recording(path)
    assert [(row.t_s, row.values) for row in read_recording(path).rows] == [
        (0.0, {"hr": 72.0, "spo2": 98.0}),
        (1.0, {"hr": 73.0, "spo2": 98.0}),
    ]


def test_a_broken_cell_is_named_by_its_line_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"{HEADER}\n0,72,,,,98\n\n1,fast,,,,98\n", encoding="utf-8")
    with pytest.raises(RecordingError, match=r"line 4: hr is 'fast'"):
        read_recording(path)
