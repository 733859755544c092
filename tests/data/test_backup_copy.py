"""Databases copied while others write them, and raw bytes copied once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from backup_examples import KEY, SALTED, clinic

from data import vault
from data.backup_copy import Pace, bytes_of_captures, capture, copy_captures, copy_database
from data.backup_folder import CAPTURES
from data.capture_seal import capture_path
from data.capture_store import CaptureFile, Piece, read
from data.errors import BackupFailed, StoreDamaged, StoreError
from data.record_file import reading

IDS = ("s-0", "s-1", "s-gone")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "safe" / CAPTURES).mkdir(parents=True)
    return clinic(tmp_path, KEY, 2)


def test_who_copies_may_breathe_and_may_end_it(record: Path, tmp_path: Path) -> None:
    breaths: list[int] = []
    target = tmp_path / "copy.db"
    with reading(record, KEY) as source:
        copy_database(source, record, target, KEY, Pace(4, lambda: breaths.append(1)))
    assert len(breaths) > 3
    assert vault.opens(target, KEY)
    assert [path.name for path in tmp_path.glob("copy.db*")] == ["copy.db"]

    def enough() -> None:
        raise BackupFailed("enough")

    with reading(record, KEY) as source, pytest.raises(BackupFailed, match="enough"):
        copy_database(source, record, tmp_path / "other.db", KEY, Pace(4, enough))


def test_a_damaged_source_is_not_copied_as_zeros(record: Path, tmp_path: Path) -> None:
    """SQLCipher says nothing of a page whose HMAC is wrong when it is copied."""
    data = bytearray(record.read_bytes())
    data[len(data) - 2000] ^= 1
    record.write_bytes(data)
    with reading(record, KEY) as source, pytest.raises(StoreDamaged, match=r"clinic\.db"):
        copy_database(source, record, tmp_path / "copy.db", KEY, Pace())


def test_raw_bytes_are_copied_once_and_again_when_they_changed(
    record: Path, tmp_path: Path
) -> None:
    safe = tmp_path / "safe"
    assert bytes_of_captures(record, IDS, safe) > 0
    first = copy_captures(record, KEY, IDS, safe, Pace())
    assert (first.files, first.faults) == (2, [])
    assert first.size > 0
    assert bytes_of_captures(record, IDS, safe) == 0
    assert copy_captures(record, KEY, IDS, safe, Pace()).files == 0
    more = CaptureFile.open(capture_path(record, "s-1"), KEY)
    more.add([Piece(7.0, "device:a", "rx", b"more")])
    more.close()
    assert copy_captures(record, KEY, IDS, safe, Pace()).files == 1
    assert list(read(safe / CAPTURES / "s-1.capture", KEY))[-1][3] == b"more"


def test_a_disk_that_keeps_even_seconds_is_good_enough(record: Path, tmp_path: Path) -> None:
    """A FAT disk cuts the time of a file down to two seconds."""
    safe = tmp_path / "safe"
    copy_captures(record, KEY, IDS, safe, Pace())
    for session_id in IDS[:2]:
        copy = safe / CAPTURES / f"{session_id}.capture"
        even = int(copy.stat().st_mtime) // 2 * 2
        os.utime(copy, (even, even))
    assert copy_captures(record, KEY, IDS, safe, Pace()).files == 0


def test_under_a_new_key_they_are_copied_again(record: Path, tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    copy_captures(record, KEY, IDS, safe, Pace())
    path = capture_path(record, "s-0")
    with capture(path, KEY) as source:
        copy_database(source, path, tmp_path / "new.capture", SALTED, Pace())
    (tmp_path / "new.capture").replace(path)
    assert copy_captures(record, SALTED, ["s-0"], safe, Pace()).files == 1
    assert list(read(safe / CAPTURES / path.name, SALTED)) == list(read(path, SALTED))


def test_a_folder_that_fails_is_no_fault_of_the_raw_bytes(record: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        copy_captures(record, KEY, IDS, tmp_path / "nowhere", Pace())
