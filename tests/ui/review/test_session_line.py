"""What the line of a session says, and that a search of the record finds just what it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st
from spoken import language

from data.store import SessionStore
from data.vault import connect
from monitor.entries import Entry
from tests.data.record_examples import opening
from tests.ui.looked_for import matches
from tests.ui.page_sessions import cut_off_record, row
from ui.library import Library
from ui.requests import SessionRow
from ui.review.moments import date_text, opened_text
from ui.review.session_line import (
    dose_text,
    marks_of,
    peak_text,
    row_sentence,
    terms,
)
from ui.words import SENTENCES

SESSIONS = 4
ENGLISH_MONTHS = SENTENCES["library-months"].lower().split()


def test_an_unfinished_session_that_cannot_be_resumed_is_open():
    open_one = cut_off_record("x").row
    assert "open" in row_sentence(open_one, frozenset())
    assert "cut off" in row_sentence(open_one, frozenset({"x"}))


LOOKED_FOR = (
    "", "20417", "2026-09", "09-21", "16:13", "168/101", "simulated", "ivy", "cut OFF", "41 mg",
    "21 Sep", "21. sept", "Sep 21", "september 21, 2026", "21 sep 2026", "Sep 2026", "21.9.",
    "21.09.2026", "40 21 Sep j.",
)  # fmt: skip


@pytest.mark.parametrize("wanted", LOOKED_FOR)
def test_what_is_on_the_line_can_be_looked_for(wanted):
    assert matches(row("b", simulated=True, ended=False), frozenset({"b"}), wanted)


@pytest.mark.parametrize(
    "wanted",
    ["2025", "%", "_", "21 Oct", "22 Sep", "21 Sep 2025", "Sep 2025", "21.10.", "31 32", "sep"],
)
def test_what_is_not_on_the_line_is_not_found(wanted):
    assert not matches(row("b"), frozenset(), wanted)


def test_in_german_german_words_and_days_are_found():
    one = row("b", opened_utc_s=1_772_600_000.0, ended=False, dose_mg=41.5)
    with language("de"):
        for wanted in (
            "4. März",
            "4 mär 2026",
            "Mar 4",
            "März 2026",
            "04.03.2026",
            "offen",
            "41,5",
        ):
            assert matches(one, frozenset(), wanted), wanted
        assert not matches(one, frozenset(), "open")


def test_a_name_that_reads_like_a_day_is_found_as_it_is_written():
    assert matches(row(initials="3 Mar"), frozenset(), "3 mar")


def test_no_month_is_made_of_two_letters_or_of_a_day_that_there_is_not():
    for typed in ("3 fe", "32 feb", "3.13.", "0.1.", "feb"):
        assert terms(typed, [ENGLISH_MONTHS]) == (typed.split(), []), typed


# ---- the search of the record says the same as the line

strange = st.text(alphabet="aA1 %_'\"\\ßẞİiıIΣσςſḰä–/.:-\t\u00a0", max_size=8)
texts = strange | st.text(max_size=6)
masses = st.none() | st.floats(0.0, 900.0) | st.sampled_from([0.25, 0.35, 41.05, 1e-7, 82.5])
moments = st.floats(1.1e9, 4.0e9) | st.integers(1_100_000_000, 2_000_000_000).flatmap(
    lambda whole: st.sampled_from([whole - 2e-7, whole - 4e-7, whole - 6e-7, whole + 0.9996])
)
rows = st.builds(
    SessionRow,
    session_id=st.just(""),
    patient_id=texts,
    initials=texts,
    opened_utc_s=moments,
    offset_min=st.integers(-720, 840),
    duration_s=st.just(0.0),
    ended=st.booleans(),
    phase=st.just("planned"),
    dose_mg=masses,
    mg_per_kg=masses,
    minutes=st.floats(0.0, 600.0),
    peak_sbp=masses,
    peak_dbp=masses,
    alarms_high=st.just(0),
    alarms_medium=st.just(0),
    cuff_count=st.just(0),
    driver=texts,
    simulated=st.booleans(),
)


def line_of(one: SessionRow, cut_off: frozenset[str]) -> str:
    """All that the list and its screen reader say, and who the monitor was."""
    words = (one.patient_id, one.initials, one.driver, dose_text(one), peak_text(one))
    said = (date_text(one), opened_text(one), *words, *marks_of(one, cut_off))
    return " ".join(said).lower()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "record.db"
    with SessionStore.open(path) as store:
        for number in range(SESSIONS):
            name = f"s-{number}"
            store.write([Entry(name, 0, 0.0, opening(name))])
    return path


def put(path: Path, wanted: list[SessionRow]) -> None:
    connection = connect(path, None, read_only=False)
    connection.executemany(
        "UPDATE sessions SET patient_id = ?, initials = ?, opened_utc = ?, offset_min = ?,"
        " ended_ms = ?, dose_mg = ?, mg_per_kg = ?, minutes = ?, peak_sbp = ?, peak_dbp = ?,"
        " driver = ?, simulated = ? WHERE id = ?",
        [
            (one.patient_id, one.initials, one.opened_utc_s, one.offset_min,
             0 if one.ended else None, one.dose_mg, one.mg_per_kg, one.minutes, one.peak_sbp,
             one.peak_dbp, one.driver, one.simulated, one.session_id)
            for one in wanted
        ],
    )  # fmt: skip
    connection.close()


@st.composite
def typed(draw: st.DrawFn, lines: list[str]) -> str:
    """Pieces of what stands there, in any letters, and anything else."""
    words = [word for line in lines for word in line.split()] or ["x"]
    pieces = []
    for _ in range(draw(st.integers(0, 3))):
        word = draw(st.sampled_from(words))
        begin = draw(st.integers(0, len(word) - 1))
        piece = word[begin : begin + draw(st.integers(1, len(word)))]
        pieces.append(draw(st.sampled_from([piece, piece.upper(), piece.title()])))
    return " ".join([*pieces, *draw(st.lists(texts, max_size=1))])


@share_of_examples(0.5, suppress=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow))
@given(st.lists(rows, min_size=SESSIONS, max_size=SESSIONS), st.data())
def test_the_record_finds_the_lines_in_which_every_word_stands(
    record: Path, drawn: list[SessionRow], data: st.DataObject
) -> None:
    there = [replace(one, session_id=f"s-{number}") for number, one in enumerate(drawn)]
    put(record, there)
    cut_off = frozenset({"s-0", "s-1"})
    lines = {one.session_id: line_of(one, cut_off) for one in there}
    wanted = data.draw(typed(list(lines.values())))
    assume(not terms(wanted, [ENGLISH_MONTHS])[1])
    words = wanted.lower().split()
    fitting = {name for name, line in lines.items() if all(word in line for word in words)}
    page = Library(record, None).page(wanted, cut_off)
    assert {one.session_id for one in page.rows} == fitting
    assert (page.found, page.count) == (len(fitting), SESSIONS)
    assert {one.session_id for one in there if matches(one, cut_off, wanted)} == fitting
