"""What the clinic says of itself: kept whole, and never believed when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clinic_file import MOST_DRUGS, Clinic, drugs_of, load_clinic, save_clinic, tidy

WHOLE = Clinic("Lakeside", "14 Harbour Street", "Yard", "112", "+41 55", ("Adrenaline 0.5 mg",))


def test_what_was_kept_is_known_again(tmp_path: Path) -> None:
    save_clinic(tmp_path / "new" / "clinic.json", WHOLE)
    assert load_clinic(tmp_path / "new" / "clinic.json") == WHOLE
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["clinic.json"]


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b'"text"', b"{", b"\xff\xfe", b"[" * 50_000, b" " * 200_000]
)
def test_a_damaged_file_means_that_nothing_is_known(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clinic.json"
    path.write_bytes(content)
    assert load_clinic(path) == Clinic()


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert load_clinic(tmp_path / "clinic.json") == Clinic()


def test_what_is_not_text_is_left_out_and_the_rest_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "clinic.json"
    path.write_text('{"name": 7, "address": "14 Harbour Street", "drugs": "x", "more": 1}')
    assert load_clinic(path) == Clinic(address="14 Harbour Street")


@given(st.text(max_size=300))
def test_a_tidy_text_is_one_short_line(text: str) -> None:
    made = tidy(text)
    assert len(made) <= 200
    assert len(made.splitlines()) <= 1
    assert tidy(made) == made


@given(st.lists(st.text(max_size=20) | st.none() | st.integers()))
def test_there_are_at_most_six_drugs_and_none_is_empty(names: list[str | int | None]) -> None:
    drugs = drugs_of(names)
    assert len(drugs) <= MOST_DRUGS
    assert all(drugs)
