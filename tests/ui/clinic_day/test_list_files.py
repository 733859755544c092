"""Which files are offered as today's list."""

from __future__ import annotations

import os
from pathlib import Path

from data.day_list import LARGEST
from ui.clinic_day.list_files import MOST_FILES, files_in


def test_the_newest_come_first_and_only_a_few(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 2):
        path = tmp_path / f"{number}.csv"
        path.write_text("patient_id\n", encoding="utf-8")
        os.utime(path, (number, number))
    names = [path.stem for path in files_in([tmp_path])]
    assert names == [str(MOST_FILES + 1 - place) for place in range(MOST_FILES)]


def test_what_is_no_list_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "large.csv").write_bytes(b"x" * (LARGEST + 1))
    (tmp_path / "LIST.CSV").write_text("patient_id\n", encoding="utf-8")
    assert [path.name for path in files_in([tmp_path, tmp_path / "nowhere"])] == ["LIST.CSV"]
