"""A mark that says: a living process works on this. It goes with the process, however that ends.

Rule 1: the mark is a lock of the operating system on a file, never what the file holds or whether
        it is there: after a crash the file stays, and the lock does not.
Rule 2: whoever finds a file that nobody has locked takes it away.
Rule 3: a lock counts only while its file is still the one at its path: somebody may have taken
        the file away between the opening and the locking.

The lock belongs to the open file, so it also tells two owners in one process apart. Windows locks
a byte of the file (`msvcrt.locking`), all other systems the file (`flock`).
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path

SUFFIX = ".live"
TRIES = 10
AGAIN_AFTER_S = 0.02
"""Somebody who only looks holds the lock for less than this."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class LiveMark:
    """Held from `take` until `drop`, or until the process is gone."""

    def __init__(self, path: Path, file: int) -> None:
        self._path, self._file = path, file

    def drop(self) -> None:
        _take_away(self._path, self._file)


def take(path: Path) -> LiveMark | None:
    """Mark this as worked on; None = a living process has it. Raises `OSError`."""
    for attempt in range(TRIES):
        if attempt:
            threading.Event().wait(AGAIN_AFTER_S)
        file = _open(path, create=True)
        if not _lock(file):
            os.close(file)
        elif _is_at(path, file):
            return LiveMark(path, file)
        else:
            os.close(file)
    return None


def is_held(path: Path) -> bool:
    """A living process has it; a file without one is taken away. Raises `OSError`."""
    try:
        file = _open(path, create=False)
    except FileNotFoundError:
        return False
    if not _lock(file):
        os.close(file)
        return True
    _take_away(path, file)
    return False


def any_held(folder: Path) -> bool:
    """Raises `OSError`."""
    return any(is_held(path) for path in folder.glob(f"*{SUFFIX}"))


def _open(path: Path, *, create: bool) -> int:
    # Not handed on to child processes: a sound process that outlives us holds nothing.
    return os.open(path, os.O_RDWR | (os.O_CREAT if create else 0), 0o600)


def _is_at(path: Path, file: int) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file), path.stat())
    return False


def _take_away(path: Path, file: int) -> None:
    """Windows takes away no file that is open; elsewhere it must go before the lock does."""
    if sys.platform == "win32":
        os.close(file)
    with contextlib.suppress(FileNotFoundError, PermissionError):
        path.unlink()
    if sys.platform != "win32":
        os.close(file)
