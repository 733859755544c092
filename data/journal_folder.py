"""The second place: which files of the journal lie there, of which record and run, and until when.

    journal-<record>-<start>-<chance>.0001.jnl      a segment that may hold what the record lacks
    journal-<record>-<start>-<chance>.0001.merged   one of which everything is in the record
    journal-<record>-<start>-<chance>.live          a living program writes this run

Rule 1: `record` is a hash of the record's absolute path; nothing in a name is about a patient.
Rule 2: a run belongs to the process that holds its live mark; nobody else reads or renames its
        segments.
Rule 3: only merged segments are ever taken away: when a verified backup is newer, after 30 days,
        or beyond 256 MB, the oldest first. The newest segment of a record always stays: where
        the record itself is gone, that one knows the salt of its passphrase.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.live_mark import SUFFIX, is_held, take

OPEN, MERGED = ".jnl", ".merged"
KEEP_S = 30 * 86400.0
KEEP_BYTES = 256 << 20
_NAME = re.compile(r"journal-([0-9a-f]{16}-\d{8}T\d{6}-[0-9a-f]{8})\.(\d{4,})\.(jnl|merged)")


@dataclass(frozen=True, slots=True)
class Segment:
    path: Path
    run: str
    number: int
    merged: bool


def record_mark(record: Path) -> str:
    """The same for every spelling of one path on this computer."""
    place = os.path.normcase(record.absolute())
    return hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def new_run(record: Path, utc_s: float) -> str:
    at = datetime.fromtimestamp(utc_s, UTC)
    return f"{record_mark(record)}-{at:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"


def segment_path(folder: Path, run: str, number: int) -> Path:
    return folder / f"journal-{run}.{number:04}{OPEN}"


def live_path(folder: Path, run: str) -> Path:
    return folder / f"journal-{run}{SUFFIX}"


def make(folder: Path) -> None:
    """Only its owner may look into it. Raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def segments(folder: Path, record: Path) -> list[Segment]:
    """Of all runs of this record, oldest first; none where the folder cannot be read."""
    mark, found = record_mark(record), []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"journal-{mark}-*"):
            match = _NAME.fullmatch(path.name)
            if match:
                run, number, kind = match.groups()
                found.append(Segment(path, run, int(number), merged=kind == "merged"))
    return sorted(found, key=lambda one: (one.run, one.number))


def waiting_runs(folder: Path, record: Path) -> dict[str, list[Segment]]:
    """Segments that were not merged, by run, oldest first; living runs too."""
    runs: dict[str, list[Segment]] = {}
    for segment in segments(folder, record):
        if not segment.merged:
            runs.setdefault(segment.run, []).append(segment)
    return runs


def is_living(folder: Path, run: str) -> bool:
    """A living process writes it; also where that cannot be asked."""
    try:
        return is_held(live_path(folder, run))
    except OSError:
        return True


def any_living(folder: Path, record: Path) -> bool:
    """A living process has this record open for writing."""
    mark = record_mark(record)
    try:
        return any(is_held(path) for path in folder.glob(f"journal-{mark}-*{SUFFIX}"))
    except OSError:
        return False


@contextlib.contextmanager
def held(folder: Path, run: str) -> Iterator[bool]:
    """False when a living process has the run. Raises `OSError`."""
    mark = take(live_path(folder, run))
    try:
        yield mark is not None
    finally:
        if mark is not None:
            mark.drop()


def mark_merged(segment: Path) -> None:
    """Raises `OSError`."""
    segment.replace(segment.with_suffix(MERGED))


def forget_until(folder: Path, record: Path, utc_s: float) -> int:
    """Take away what was merged and last written before `utc_s`; how many files that were.

    For a verified backup that was begun at `utc_s` (Unix seconds).
    """
    return _take_away([one for one in _aged(folder, record) if one[0] < utc_s])


def tidy(folder: Path, record: Path, utc_s: float) -> int:
    """Take away what is kept no longer; how many files that were."""
    aged = _aged(folder, record)
    room, beyond = KEEP_BYTES, []
    for one in reversed(aged):
        room -= one[1]
        if room < 0 or one[0] < utc_s - KEEP_S:
            beyond.append(one)
    return _take_away(beyond)


def _aged(folder: Path, record: Path) -> list[tuple[float, int, Path]]:
    """When each merged segment was last written, its bytes and itself; oldest first."""
    found = []
    for segment in segments(folder, record)[:-1]:  # the last one stays: rule 3
        if segment.merged:
            with contextlib.suppress(OSError):
                stat = segment.path.stat()
                found.append((stat.st_mtime, stat.st_size, segment.path))
    return sorted(found)


def _take_away(files: list[tuple[float, int, Path]]) -> int:
    gone = 0
    for _at, _size, path in files:
        with contextlib.suppress(OSError):
            path.unlink()
            gone += 1
    return gone
