"""The time of the lock, on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.seat_file import (
    LONGEST_MIN,
    SHORTEST_MIN,
    USUAL_MIN,
    load_lock_after_min,
    possible,
    save_lock_after_min,
)


@pytest.mark.parametrize("minutes", range(SHORTEST_MIN, LONGEST_MIN + 1))
def test_what_is_kept_is_read_again(tmp_path: Path, minutes: int) -> None:
    path = tmp_path / "below" / "seat.json"
    save_lock_after_min(path, minutes)
    assert load_lock_after_min(path) == minutes
    assert [file.name for file in path.parent.iterdir()] == ["seat.json"]


def test_without_a_file_it_is_the_usual_time(tmp_path: Path) -> None:
    assert load_lock_after_min(tmp_path / "seat.json") == USUAL_MIN


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[5]",
        "9" * 20_000,
        '{"lock_after_min": true}',
        '{"lock_after_min": 0}',
        '{"lock_after_min": 16}',
        '{"lock_after_min": "5"}',
        '{"lock_after_min": 2.0}',
    ],
)
def test_a_damaged_file_means_the_usual_time(tmp_path: Path, content: str) -> None:
    path = tmp_path / "seat.json"
    path.write_text(content)
    assert load_lock_after_min(path) == USUAL_MIN


@given(st.integers())
def test_only_a_quarter_of_an_hour_is_possible(minutes: int) -> None:
    assert possible(minutes) is (minutes in range(1, 16))
