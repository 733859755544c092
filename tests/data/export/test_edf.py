"""Read by pyedflib, which knows nothing of us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyedflib
import pytest
from hypothesis import given, settings
from past_treatments import Played, drawn, iv_treatment, opened
from record_examples import sessions, start_anchor
from wave_examples import RATE_HZ, chunks, pleth

from data.errors import StoreError
from data.export.edf import MISSING, session_edf
from data.export.marks import session_marks
from data.export.material import Material
from data.export.tracks import sign_tracks
from data.export.values import DRAWN, session_values
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import CuffResult, Reading, VitalSign, Wave, WaveChunk

SOURCE = "device:ivy-450c"


def treated(*more: tuple[float, object]) -> Material:
    said = sorted((*iv_treatment(drawn(50.0)), *more), key=lambda one: one[0])
    entries = Played(opened(), said).entries  # type: ignore[arg-type]
    return Material("s-1", entries, [start_anchor()], program="1.0")


def watched(waves: Iterable[Entry] = ()) -> Material:
    """With values, a cuff result, and a gap of signs between 20 s and 25 s."""
    values = [
        (float(second), Numerics((Reading(VitalSign.HR, 60.0 + second / 10, SOURCE),)))
        for second in range(6, 40)
        if not 20 <= second < 25
    ]
    cuff = (30.4, CuffResult(142.0, 84.0, 101.0, 77.0, SOURCE))
    kept = list(waves)
    return replace(treated(*values, cuff), waves=lambda: iter(kept))


def read(material: Material, folder: Path) -> pyedflib.EdfReader:
    path = folder / "session.edf"
    path.write_bytes(b"".join(session_edf(material)))
    return pyedflib.EdfReader(str(path))


def signal(reader: pyedflib.EdfReader, label: str) -> np.ndarray:
    return reader.readSignal(reader.getSignalLabels().index(label))


def test_another_reader_finds_every_value_at_its_second(tmp_path: Path) -> None:
    material = watched()
    with read(material, tmp_path) as reader:
        for track in sign_tracks(material):
            found = signal(reader, track.sign.value.upper())
            there = {int(one.t_s): one.value for one in track.values}
            lowest = MISSING * track.step
            for second, value in enumerate(found):
                told = there.get(second, lowest)
                assert value == pytest.approx(told, abs=track.step / 2 + 1e-9), (
                    track.sign,
                    second,
                )
        labels = reader.getSignalLabels()
        assert {"HR", "SBP", "DBP", "MAP", "NIBP_PULSE"} <= set(labels)


def test_another_reader_finds_the_beginning_to_the_millisecond(tmp_path: Path) -> None:
    material = watched()
    began = material.moments.local(0.0)
    assert began is not None
    with read(material, tmp_path) as reader:
        # In steps of 100 ns; as microseconds this reader tells a tenth of it.
        parts_s = reader.starttime_subsecond / 1e7
        whole = reader.getStartdatetime().replace(microsecond=0)
    assert whole == began.replace(tzinfo=None, microsecond=0)
    assert parts_s == pytest.approx(began.microsecond / 1e6)


def test_another_reader_finds_every_mark_at_its_moment(tmp_path: Path) -> None:
    material = watched()
    marks = list(session_marks(material.entries))
    assert len(marks) > 10
    with read(material, tmp_path) as reader:
        onsets, _lengths, texts = reader.readAnnotations()
    assert list(texts) == [one.text for one in marks]
    assert list(onsets) == pytest.approx([one.t_s for one in marks], abs=1e-3)
    assert "nibp 142/84 (101) pulse 77" in texts


def test_another_reader_finds_each_wave_sample_and_its_gaps(tmp_path: Path) -> None:
    missing = frozenset({10, 11, 30})
    with read(watched(chunks(missing=missing)), tmp_path) as reader:
        row = reader.getSignalLabels().index("PLETH")
        assert reader.getSampleFrequency(row) == RATE_HZ
        found, low = reader.readSignal(row), reader.getPhysicalMinimum(row)
        ecg = signal(reader, "ECG")
    for second in range(40):
        there = found[second * 125 : second * 125 + 125]
        expected = np.full(125, low) if second in missing else np.array(pleth(second))
        assert there == pytest.approx(expected, abs=0.01), second
    assert ecg[:200] == pytest.approx([0.001 * (place % 7) for place in range(200)], abs=1e-6)


def test_of_a_deidentified_session_only_the_pseudonym_is_in_the_head(tmp_path: Path) -> None:
    with read(replace(watched(), deidentified=True), tmp_path) as reader:
        assert reader.getPatientName() in {"", "X"}
        assert reader.getPatientCode() == watched().patient.patient_id


def test_a_note_of_many_words_and_many_tongues_is_an_annotation(tmp_path: Path) -> None:
    text = "Übelkeit – « besser » \x14 nach\t5 min\n" + "lang " * 80
    noted = (100.0, Note("n-1", NoteKind.NAUSEA, text, "AK"))
    with read(treated(noted), tmp_path) as reader:
        texts = list(reader.readAnnotations()[2])
    (told,) = [one for one in texts if one.startswith("note ")]
    assert "Übelkeit – « besser »" in told
    assert told.endswith("…")


@settings(max_examples=20, deadline=None)
@given(entries=sessions())
def test_every_session_is_a_file_that_another_reader_opens(
    entries: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> None:
    near = [one for one in entries if one.now_s < 5_000]
    material = Material("s-1", near, [start_anchor()])
    with read(material, tmp_path_factory.mktemp("edf")) as reader:
        signs = {one.sign for one in session_values(near) if one.quality in DRAWN}
        labels = set(reader.getSignalLabels())
        assert labels == {sign.value.upper() for sign in signs}
        assert len(reader.readAnnotations()[0]) == len(list(session_marks(near)))


def test_a_wave_that_began_before_the_session_is_not_pushed_behind_its_values(
    tmp_path: Path,
) -> None:
    there = [replace(one, now_s=one.now_s - 0.6) for one in chunks(jitter_s=0.0)]
    with read(watched(there), tmp_path) as reader:
        found = signal(reader, "PLETH")
    assert found[:50] == pytest.approx(np.array(pleth(0)[75:]), abs=0.01)
    assert found[50:175] == pytest.approx(np.array(pleth(1)), abs=0.01)


def test_what_was_heard_after_the_last_line_is_there_too(tmp_path: Path) -> None:
    material = treated()
    late = replace(chunks(1, jitter_s=0.0)[0], now_s=material.last_s + 2.5)
    with read(replace(material, waves=lambda: iter([late])), tmp_path) as reader:
        found, row = signal(reader, "PLETH"), reader.getSignalLabels().index("PLETH")
        heard = found[found > reader.getPhysicalMinimum(row) + 0.01]
    assert heard == pytest.approx(np.array(pleth(0)), abs=0.01)


def test_a_rate_that_fits_no_record_drifts_from_nothing(tmp_path: Path) -> None:
    rate_hz, seconds = 62.4725, 600
    told = []
    for n in range(seconds):
        first, last = round(n * rate_hz), round((n + 1) * rate_hz)
        samples = tuple(place / rate_hz for place in range(first, last))
        wave = WaveChunk(Wave.PLETH, rate_hz, "", samples, "d")
        told.append(Entry("s-1", n, last / rate_hz, wave))
    with read(watched(told), tmp_path) as reader:
        row = reader.getSignalLabels().index("PLETH")
        found, hz = signal(reader, "PLETH"), reader.getSampleFrequency(row)
    places = np.arange(len(found)) / hz
    there = found > 0.1
    assert np.abs(found[there] - places[there]).max() < 0.05
    assert there.sum() > 0.99 * seconds * hz


def test_a_value_that_the_file_has_no_number_for_is_a_gap_and_no_other_value(
    tmp_path: Path,
) -> None:
    wild = (50.0, Numerics((Reading(VitalSign.TEMP, 9_999.0, SOURCE),)))
    usual = (60.0, Numerics((Reading(VitalSign.TEMP, 36.7, SOURCE),)))
    with read(treated(wild, usual), tmp_path) as reader:
        found, row = signal(reader, "TEMP"), reader.getSignalLabels().index("TEMP")
        low = reader.getPhysicalMinimum(row)
    assert found[50] == pytest.approx(low)
    assert found[60] == pytest.approx(36.7, abs=0.01)


def test_a_line_at_a_moment_that_no_session_has_is_a_sentence() -> None:
    material = treated()
    far = replace(material.entries[-1], now_s=9e8)
    with pytest.raises(StoreError, match="export it as csv"):
        b"".join(session_edf(replace(material, entries=(*material.entries, far))))
