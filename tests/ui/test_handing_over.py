from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from past_treatments import keep, opened
from record_examples import course, start_anchor

from data.store import SessionStore
from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk
from ui.handing_over import FORMATS, hand_over, material_of
from ui.requests import Refusal

KEY = bytes(range(48))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    entries = course(seconds=30)
    wave = WaveChunk(Wave.PLETH, 125.0, "", (0.0, 1.0, 2.0), "device:name of a clinic")
    last = entries[-1]
    entries.append(replace(last, seq=last.seq + 1, what=wave))
    with SessionStore.open(path, KEY) as store:
        store.write(entries, [start_anchor()])
    return path


def waves(entries: list[Entry]) -> list[WaveChunk]:
    return [one.what for one in entries if isinstance(one.what, WaveChunk)]


def test_the_material_of_a_session_is_the_record(record: Path) -> None:
    made = material_of(record, KEY, "s-1")
    with SessionStore.open(record, KEY, read_only=True) as store:
        stored = list(store.entries("s-1"))
    assert list(made.entries) == [one for one in stored if not waves([one])]
    assert waves(list(made.waves())) == waves(stored) == waves(list(made.waves()))
    assert len(made.head) == 64
    assert made.patient.patient_id == made.opened.patient.patient_id if made.opened else False
    assert made.last_s == stored[-1].now_s


def test_a_material_without_names_has_none_in_any_of_its_parts(record: Path) -> None:
    made, true = material_of(record, KEY, "s-1", deidentify=True), material_of(record, KEY, "s-1")
    assert made.session_id != true.session_id
    chunks = list(made.waves())
    assert {one.session_id for one in (*made.entries, *chunks)} == {made.session_id}
    assert waves(chunks)[0].source == "device:other"
    assert waves(chunks)[0].samples == (0.0, 1.0, 2.0)
    assert (made.head, made.sealed, made.clinic) == ("", "", "")
    assert made.patient.patient_id != true.patient.patient_id


@pytest.mark.parametrize("kind", FORMATS)
def test_a_session_is_handed_over_in_every_format_or_nothing_is_left(
    kind: str, record: Path, tmp_path: Path
) -> None:
    made = material_of(record, KEY, "s-1")
    out = tmp_path / f"out{FORMATS[kind].suffix}"
    assert hand_over(made, kind, out) == out.stat().st_size > 0
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refusal, match="nowhere"):
        hand_over(made, kind, tmp_path / "nowhere" / "out")
    with pytest.raises(Refusal):
        hand_over(made, kind, tmp_path)
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("kind", [kind for kind, one in FORMATS.items() if one.choices])
def test_what_a_format_can_do_besides_makes_another_file(
    kind: str, record: Path, tmp_path: Path
) -> None:
    made = material_of(record, KEY, "s-1")
    usual, chosen = tmp_path / "usual", tmp_path / "chosen"
    hand_over(made, kind, usual)
    hand_over(made, kind, chosen, FORMATS[kind].choices)
    assert chosen.read_bytes() != usual.read_bytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_session_of_which_little_is_left_is_handed_over_too(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, opened("s-2"), [])
    made = material_of(path, None, "s-2")
    for bare in (made, replace(made, entries=(), anchors=())):
        assert hand_over(bare, kind, tmp_path / "bare") > 0
