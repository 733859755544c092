"""A session in columns is the session entry by entry."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import given

from data.columns import columns_of
from data.errors import StoreDamaged
from data.rows import LAYOUT_AT, to_row
from data.session_entries import SessionEntries
from data.store import SessionStore
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import Reading, VitalSign, Wave, WaveChunk
from tests.data.record_examples import SOURCE, course, second, sessions
from tests.data.second_examples import as_read, lived


@given(sessions())
def test_any_session_comes_back_equal_and_in_order(entries: list[Entry]) -> None:
    kept = [entry for entry in entries if not isinstance(entry.what, WaveChunk)]
    assert list(as_read(kept)) == kept


@given(lived())
def test_a_column_holds_what_the_readings_say(entries: list[Entry]) -> None:
    read = as_read(entries)
    rows = [entry for entry in entries if isinstance(entry.what, Numerics) and entry.what.readings]
    columns = read.columns
    assert columns.seq.tolist() == [entry.seq for entry in rows]
    assert columns.now_s.tolist() == [entry.now_s for entry in rows]
    for place, entry in enumerate(rows):
        assert isinstance(entry.what, Numerics)
        assert columns.numerics(place) == entry.what
        said = {reading.sign: reading.value for reading in entry.what.readings}
        for sign, values in columns.values.items():
            value = values[place]
            assert said.get(sign) == (None if math.isnan(value) else value)


def test_the_record_gives_the_same_both_ways(tmp_path: Path) -> None:
    whole = course("s-1", 400)
    wave = Entry("s-1", len(whole), 500.0, WaveChunk(Wave.PLETH, 125.0, "%", (1.0,), SOURCE))
    odd = Entry("s-1", len(whole) + 1, 501.0, Numerics((Reading(VitalSign.SBP, 1.0, SOURCE),)))
    with SessionStore.open(tmp_path / "r.db") as store:
        store.write([*whole, wave, odd])
        read = store.record("s-1")
        assert isinstance(read, SessionEntries)
        assert list(read) == list(store.entries("s-1", waves=False))
        assert odd in read.events
        assert read[0] == whole[0]
        assert read[-1] == odd
        assert read[3:9] == whole[3:9]
        assert len(read) == len(whole) + 1


def test_a_part_of_it_is_read_without_the_rest() -> None:
    read = as_read(course("s-1", 100))
    assert [entry.seq for entry, _ in zip(read, range(5), strict=False)] == [0, 1, 2, 3, 4]
    assert len(list(read)) == len(list(read)) == len(read)


def test_an_empty_session_has_empty_columns() -> None:
    read = as_read([])
    assert (len(read), len(read.columns), list(read)) == (0, 0, [])


def numbered(changed: dict[int, object]) -> list[tuple[object, ...]]:
    """Two rows of numerics; `changed` are values of the second one by place."""
    import random  # noqa: PLC0415

    rows = []
    for at in range(2):
        values = list(to_row(Entry("s-1", at, float(at), second(at, random.Random(1)))).values)
        values[LAYOUT_AT] = 0
        rows.append(values)
    for place, value in changed.items():
        rows[1][place] = value
    return [tuple(row) for row in rows]


LAYOUT = "hr pulse spo2 rr perfusion @ device:ivy-450c"


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        pytest.param({4: None}, LAYOUT, id="a value is missing"),
        pytest.param({4: math.inf}, LAYOUT, id="a value without end"),
        pytest.param({11: 2**60}, LAYOUT, id="hundredths beyond reason"),
        pytest.param({2: 7}, LAYOUT, id="a layout that is not there"),
        pytest.param({1: -5000}, LAYOUT, id="time goes back"),
        pytest.param({1: 2**62}, LAYOUT, id="a moment far outside"),
        pytest.param({0: None}, LAYOUT, id="no number"),
        pytest.param({3: b"x"}, LAYOUT, id="a stamp that is none"),
        pytest.param({3: 2**50}, LAYOUT, id="a stamp beyond the calendar"),
        pytest.param({}, "hr hr @ x", id="a sign twice"),
        pytest.param({}, "hr:splendid @ x", id="a quality that is none"),
        pytest.param({}, "hr sbp @ x", id="a sign that has no column"),
        pytest.param({}, "hr", id="no source"),
    ],
)
def test_what_does_not_fit_gives_no_columns(changed: dict[int, object], text: str) -> None:
    assert columns_of(numbered({}), {0: LAYOUT}) is not None
    assert columns_of(numbered(changed), {0: text}) is None


def test_a_damaged_second_is_told_as_ever(tmp_path: Path) -> None:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 -- somebody else changes the file

    path = tmp_path / "r.db"
    with SessionStore.open(path) as store:
        store.write(course("s-1", 20))
    other = dbapi2.connect(str(path))
    other.execute("UPDATE numerics SET hr = NULL WHERE seq = 9")
    other.commit()
    other.close()
    with SessionStore.open(path, read_only=True) as store:
        with pytest.raises(StoreDamaged) as by_entry:
            list(store.entries("s-1", waves=False))
        with pytest.raises(StoreDamaged) as by_column:
            store.record("s-1")
    assert str(by_column.value) == str(by_entry.value)


@share_of_examples(0.3)
@given(lived())
def test_the_file_gives_what_was_lived(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    with SessionStore.open(tmp_path_factory.mktemp("lived") / "r.db") as store:
        store.write(entries)
        assert list(store.record("s-1")) == entries
