"""A folder of backups: what lies in it, what is kept, and what is taken away.

    clinic-20261122T173000Z.db            a verified copy of clinic.db, begun at that moment (UTC)
    clinic-20261122T173000Z.suspect.db    a true copy of a record in which a defect was found
    clinic-20261122T173000Z.heads         the heads of its chains (`data/mirror.py`)
    clinic-20261122T173000Z.db.recovery   the sealed key, when a recovery code was printed
    captures/                             the raw bytes of its sessions, each once
    *.part                                of a backup that was cut off; the next one removes it

Rule 1: a file has its name only after it was restored and compared; until then it ends in .part.
Rule 2: all of the last 14 days are kept, and the newest of each week for a year. The seven newest
        verified ones are never taken away, whatever the clock says, so never the last one.
Rule 3: nothing is taken away by a backup that found a defect.
Rule 4: a capture goes when none of the backups that are kept has its session.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.capture_seal import BESIDE, CAPTURE_SUFFIX, capture_path
from data.errors import StoreError, StoreUnwritable
from data.journal_segment import sync_folder
from data.mirror import Heads, read_heads

CAPTURES = "captures"
PART = ".part"
HEADS = ".heads"
LEAST_KEPT = 7
_SUSPECT = ".suspect"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(.+)-(\d{8}T\d{6}Z)(\.suspect)?\.db")


@dataclass(frozen=True, slots=True)
class Keep:
    """All of the last `days`, then one a week for `weeks`."""

    days: int = 14
    weeks: int = 52


@dataclass(frozen=True, slots=True)
class BackupFile:
    """`at_utc_s`: when it was begun. `suspect`: a defect was found in the record itself."""

    path: Path
    at_utc_s: float
    suspect: bool = False

    @property
    def heads(self) -> Path:
        return heads_of_backup(self.path)

    @property
    def size(self) -> int:
        """Bytes; 0 when it is gone."""
        with contextlib.suppress(OSError):
            return self.path.stat().st_size
        return 0


def heads_of_backup(path: Path) -> Path:
    """Where the heads of the chains of a backup lie."""
    match = _NAME.fullmatch(path.name)
    stem = f"{match[1]}-{match[2]}" if match else path.stem
    return path.with_name(stem + HEADS)


def name_at(record: Path, utc_s: float) -> str:
    return f"{record.stem}-{datetime.fromtimestamp(utc_s, UTC):{_STAMP}}"


def whole_name(name: str, *, suspect: bool) -> str:
    return f"{name}{_SUSPECT if suspect else ''}.db"


def backups(folder: Path, record: Path) -> list[BackupFile]:
    """Of this record, newest first; none where the folder cannot be read."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match and match[1] == record.stem and path.is_file():
                at = _moment(match[2])
                if at is not None:
                    found.append(BackupFile(path, at, match[3] is not None))
    return sorted(found, key=lambda one: (-one.at_utc_s, one.suspect))


def newest_verified(folder: Path, record: Path) -> BackupFile | None:
    return next((one for one in backups(folder, record) if not one.suspect), None)


def _moment(stamp: str) -> float | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


# ---- making and tidying -------------------------------------------------------------------------


@contextlib.contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Raises `StoreUnwritable` for what the folder or its disk refuse."""
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(
            f"no backup can be made in {folder}: {error.strerror or error}; "
            "check the folder and its disk, or choose another folder"
        ) from error


def make(folder: Path) -> None:
    """Only its owner may look into it. Raises `StoreUnwritable`.

    Where the folder above is missing nothing is made: a disk that was pulled out is not replaced
    by a folder of its name.
    """
    with unwritable(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / CAPTURES).mkdir(mode=0o700, exist_ok=True)


def want_room(folder: Path, need_bytes: int) -> None:
    """Raises `StoreUnwritable`."""
    with unwritable(folder):
        free = shutil.disk_usage(folder).free
    if free < need_bytes:
        raise StoreUnwritable(
            f"a backup needs {_megabytes(need_bytes)} MB, and the disk of {folder} has "
            f"{_megabytes(free)} MB left; free some space, or choose another folder"
        )


def _megabytes(count: int) -> int:
    return -(-count // 1_000_000)


def same_disk(folder: Path, record: Path) -> bool:
    with unwritable(folder):
        return folder.stat().st_dev == record.stat().st_dev


def remove(path: Path) -> None:
    """With all that SQLite may have left beside it. Raises `OSError`."""
    for suffix in BESIDE:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).unlink()


def tidy(folder: Path, record: Path) -> None:
    """Take away what a cut-off backup of this record has left. Raises `StoreUnwritable`."""
    with unwritable(folder):
        for path in folder.glob(f"{_plain(record.stem)}-*{PART}*"):
            path.unlink(missing_ok=True)
        for path in (folder / CAPTURES).glob(f"*{PART}*"):
            path.unlink(missing_ok=True)
        whole = {one.heads for one in backups(folder, record)}
        for path in folder.glob(f"{_plain(record.stem)}-*{HEADS}"):
            if path not in whole and _NAME.fullmatch(path.with_suffix(".db").name):
                path.unlink()


def _plain(stem: str) -> str:
    """For `glob`: brackets and stars of a name are themselves."""
    return re.sub(r"([\[\]*?])", r"[\1]", stem)


def put_in_place(part: Path, path: Path) -> None:
    """Durable, and under its name. Raises `OSError`."""
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """On the disk; and read from the disk the next time, where the system can be asked for it."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):  # not on macOS and Windows
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


# ---- what is kept -------------------------------------------------------------------------------


def kept(found: Collection[BackupFile], keep: Keep, utc_s: float) -> set[BackupFile]:
    """Which of these backups stay. Those with a defect stay as long as the days say."""
    newest_first = sorted(found, key=lambda one: -one.at_utc_s)
    verified = [one for one in newest_first if not one.suspect]
    days_ago = utc_s - timedelta(days=keep.days).total_seconds()
    weeks_ago = utc_s - timedelta(weeks=keep.weeks).total_seconds()
    stay = {one for one in newest_first if one.at_utc_s >= days_ago} | set(verified[:LEAST_KEPT])
    weeks: set[tuple[int, int]] = set()
    for one in verified:
        week = datetime.fromtimestamp(one.at_utc_s, UTC).isocalendar()[:2]
        if one.at_utc_s >= weeks_ago and week not in weeks:
            stay.add(one)
            weeks.add(week)
    return stay


def prune(folder: Path, record: Path, keep: Keep, utc_s: float) -> list[Path]:
    """Take away the backups that are kept no longer; which. Raises `StoreUnwritable`."""
    found = backups(folder, record)
    gone = [one for one in found if one not in kept(found, keep, utc_s)]
    with unwritable(folder):
        for one in gone:
            one.path.unlink()  # first: without it the others say nothing
            one.heads.unlink(missing_ok=True)
            one.path.with_name(one.path.name + ".recovery").unlink(missing_ok=True)
    return [one.path for one in gone]


def prune_captures(folder: Path, record: Path, key: bytes | None) -> int:
    """Take away the raw bytes of sessions that no backup here has any more; how many files.

    Nothing is taken away while the heads of one backup cannot be read, or while the folder holds
    those of another record. Raises `StoreUnwritable`.
    """
    wanted: set[str] = set()
    with unwritable(folder):
        if any(_is_of_another(path, record) for path in folder.iterdir()):
            return 0
        for one in backups(folder, record):
            heads = _heads(one, key)
            if heads is None:
                return 0
            wanted |= {capture_path(record, session_id).name for session_id in heads.sessions}
        gone = [path for path in _captures(folder) if path.name not in wanted]
        for path in gone:
            remove(path)
    return len(gone)


def _is_of_another(path: Path, record: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    return match is not None and match[1] != record.stem


def _heads(one: BackupFile, key: bytes | None) -> Heads | None:
    try:
        return read_heads(one.heads, key)
    except StoreError:
        return None


def _captures(folder: Path) -> list[Path]:
    """The raw bytes that lie with the backups of a folder."""
    return sorted((folder / CAPTURES).glob(f"*{CAPTURE_SUFFIX}"))
