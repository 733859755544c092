"""One file of the journal while it is written: appended to, durable when `append` returns."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from data.journal_file import Line, Sealer

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


class SegmentFile:
    """Made at once, with mode 0600.

    Everything raises `OSError`; after that `append` is called again with the same lines.
    """

    def __init__(self, path: Path, sealer: Sealer) -> None:
        self._path, self._sealer = path, sealer
        self._waiting = b""
        self.size = 0
        self._file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o600)
        try:
            self._put(sealer.head)
            sync_folder(path.parent)
        except OSError:
            # Nobody misses an empty file, and a full disk is not littered with them.
            os.close(self._file)
            with contextlib.suppress(OSError):
                path.unlink()
            raise

    def append(self, lines: Sequence[Line]) -> None:
        """On the disk when this returns."""
        if not self._waiting:
            self._waiting = self._sealer.frame(lines)
        self._put(self._waiting)
        self._waiting = b""

    def is_there(self) -> bool:
        """The file at its path is still this one; an open file takes writing without a name."""
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._file)

    def _put(self, data: bytes) -> None:
        try:
            os.lseek(self._file, self.size, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(self._file, left) :]
            os.fsync(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, self.size)
            raise
        self.size += len(data)


def sync_folder(folder: Path) -> None:
    """Make a new name durable; Windows knows no such thing, and does it with the file."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
