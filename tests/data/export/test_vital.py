"""Read by vitaldb, which knows nothing of us."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from past_treatments import Played, drawn, iv_treatment, opened
from record_examples import sessions, start_anchor
from wave_examples import chunks, pleth

from data.export.marks import session_marks
from data.export.material import Material
from data.export.values import DRAWN, session_values
from data.export.vital import session_vital
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Numerics
from monitor.vitals import CuffResult, Reading, VitalSign

with warnings.catch_warnings():
    # What its own libraries have to say to each other.
    warnings.simplefilter("ignore")
    from vitaldb.utils import VitalFile

# That reader leaves the file open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

SOURCE = "device:ivy-450c"


def watched() -> Material:
    values = [
        (second + 0.25, Numerics((Reading(VitalSign.HR, 60.0 + second / 10, SOURCE),)))
        for second in range(6, 40)
        if not 20 <= second < 25
    ]
    cuff = (30.4, CuffResult(142.0, 84.0, 101.0, 77.0, SOURCE))
    said = sorted((*iv_treatment(drawn(50.0)), *values, cuff), key=lambda one: one[0])
    return Material("s-1", Played(opened(), said).entries, [start_anchor()])


def read(material: Material, folder: Path) -> VitalFile:
    path = folder / "session.vital"
    path.write_bytes(b"".join(session_vital(material)))
    return VitalFile(str(path))


def records(found: VitalFile, name: str) -> list[tuple[float, float]]:
    (track,) = [one for key, one in found.trks.items() if key.split("/")[-1] == name]
    return [(one["dt"], one["val"]) for one in track.recs]


def test_another_reader_finds_every_value_at_its_moment(tmp_path: Path) -> None:
    material = watched()
    found = read(material, tmp_path)
    values = [one for one in session_values(material.entries) if one.quality in DRAWN]
    assert {one.sign for one in values} > {VitalSign.HR, VitalSign.SBP, VitalSign.NIBP_PULSE}
    for sign in {one.sign for one in values}:
        there = {
            (dt, value)
            for key, track in found.trks.items()
            if key.split("/")[-1] == sign.value.upper()
            for dt, value in ((one["dt"], one["val"]) for one in track.recs)
        }
        utc = {(moment(material, one.t_s), one.value) for one in values if one.sign is sign}
        assert there == utc, sign


def moment(material: Material, t_s: float) -> float:
    there = material.moments.local(t_s)
    assert there is not None
    return there.timestamp()


def test_another_reader_finds_every_mark_and_the_zone(tmp_path: Path) -> None:
    material = replace(watched(), anchors=[Anchor("s-1", 0.0, 1.7e9, 90, AnchorReason.START)])
    found = read(material, tmp_path)
    told = [(one["dt"], one["val"]) for one in found.trks["EVENT"].recs]
    assert told == [
        (pytest.approx(1.7e9 + one.t_s), one.text) for one in session_marks(material.entries)
    ]
    assert found.dgmt == -90


def test_another_reader_finds_each_wave_sample_and_its_gaps(tmp_path: Path) -> None:
    missing = frozenset({10, 11, 30})
    kept = chunks(missing=missing)
    material = replace(watched(), waves=lambda: iter(kept))
    parts = records(read(material, tmp_path), "PLETH")
    start = moment(material, 0.0)
    heard: dict[int, float] = {}
    for dt, samples in parts:
        first = round((dt - start) * 125)
        heard |= {first + place: float(one) for place, one in enumerate(np.asarray(samples))}
    expected = {
        second * 125 + place: value
        for second in range(40)
        if second not in missing
        for place, value in enumerate(pleth(second))
    }
    assert heard == expected


@settings(max_examples=20, deadline=None)
@given(entries=sessions())
def test_every_session_is_a_file_that_another_reader_opens(
    entries: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = read(Material("s-1", entries, [start_anchor()]), tmp_path_factory.mktemp("vital"))
    values = [one for one in session_values(entries) if one.quality in DRAWN]
    kept = sum(len(one.recs) for key, one in found.trks.items() if key != "EVENT")
    assert kept == len(values)
    assert len(found.trks["EVENT"].recs) == len(list(session_marks(entries)))


def test_a_clock_that_was_set_back_lays_no_value_over_another(tmp_path: Path) -> None:
    plain = watched()
    back = Anchor("s-1", 20.0, plain.anchors[0].utc_s + 20.0 - 3600.0, 60, AnchorReason.CLOCK_STEP)
    times = [
        dt
        for dt, _ in records(read(replace(plain, anchors=[*plain.anchors, back]), tmp_path), "HR")
    ]
    assert times == [dt for dt, _ in records(read(plain, tmp_path), "HR")] == sorted(times)
