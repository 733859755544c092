"""Journals as a program leaves them that was cut off, for the tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.journal_file import Line, Sealer
from data.journal_folder import make, new_run, segment_path
from data.journal_segment import SegmentFile

KEY = bytes(range(32))
UTC = 1_760_000_000.0


def left_behind(
    folder: Path,
    record: Path,
    *parts: Sequence[Line],
    key: bytes | None = KEY,
    utc_s: float = UTC,
    frame: int = 7,
) -> list[Path]:
    """One run of these segments, in frames of so many lines; the files."""
    make(folder)
    run = new_run(record, utc_s)
    paths = []
    for number, lines in enumerate(parts):
        path = segment_path(folder, run, number)
        file = SegmentFile(path, Sealer(key, number))
        for start in range(0, len(lines), frame):
            file.append(lines[start : start + frame])
        file.close()
        paths.append(path)
    return paths
