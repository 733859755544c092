"""The file of the sound checks: what is put is what is read, and damage means that one is due."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.check_file import FILE_NAME, load_checks, save_checks
from monitor.sound_check import SeatChecks

MOMENTS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
CHECKS = st.builds(SeatChecks, MOMENTS, MOMENTS, st.booleans())
KNOWN = SeatChecks(1_790_000_000.0, 1_790_003_600.5, not_heard=True)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checks") / "home" / FILE_NAME


@given(st.dictionaries(st.text(), CHECKS, min_size=1, max_size=5))
def test_every_seat_reads_what_was_put_for_it(place: Path, seats: dict[str, SeatChecks]) -> None:
    for seat, checks in seats.items():
        save_checks(place, seat, checks)
    assert {seat: load_checks(place, seat) for seat in seats} == seats


def test_a_seat_that_was_never_checked_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    assert load_checks(path, "desk") == SeatChecks()
    save_checks(path, "desk", KNOWN)
    assert load_checks(path, "nurse") == SeatChecks()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[1]",
        b'{"desk": 1}',
        b'{"desk": {}}',
        b'{"desk": {"full_at_utc_s": 1e999, "any_at_utc_s": null, "not_heard": false}}',
        b'{"desk": {"full_at_utc_s": NaN, "any_at_utc_s": null, "not_heard": false}}',
        b'{"desk": {"full_at_utc_s": "now", "any_at_utc_s": null, "not_heard": false}}',
        b'{"desk": {"full_at_utc_s": 1.0, "any_at_utc_s": 1.0, "not_heard": 0}}',
        b'{"desk": {"full_at_utc_s": 1.0, "any_at_utc_s": 1.0}}',
        b"[" * 100_000,
        b" " * 1_000_001 + json.dumps({"desk": {}}).encode(),
    ],
    ids=range(13),
)
def test_damage_means_that_nothing_is_known_and_is_written_over(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    assert load_checks(path, "desk") == SeatChecks()
    save_checks(path, "desk", KNOWN)
    assert load_checks(path, "desk") == KNOWN


def test_one_damaged_seat_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    save_checks(path, "desk", KNOWN)
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps({**content, "nurse": "?"}), encoding="utf-8")
    assert load_checks(path, "desk") == KNOWN


def test_a_file_half_written_before_a_power_cut_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    save_checks(path, "desk", KNOWN)
    path.with_name(FILE_NAME + ".new").write_text('{"desk": {"full', encoding="utf-8")
    assert load_checks(path, "desk") == KNOWN


def test_a_folder_in_its_place_is_an_error_and_nothing_is_known(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.mkdir()
    assert load_checks(path, "desk") == SeatChecks()
    with pytest.raises(OSError, match=r"(?i)directory|denied"):
        save_checks(path, "desk", KNOWN)
