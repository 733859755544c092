"""A file that is whole under its name, or not there: what leaves the building, and settings.

Rule 1: it is written beside its place under a name of its own, brought to the disk, and only then
        given its name in one step. What was there before stays until then.
Rule 2: whatever goes wrong on the way, nothing half is left behind, under no name.
Rule 3: only its owner may read it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 18


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """How many bytes were written. Raises `OSError`, and whatever making the pieces raises."""
    if not path.name or "\0" in str(path):
        raise OSError(errno.EINVAL, "it is no name for a file")
    work = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.part")
    try:
        with _open(work) as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        work.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            work.unlink(missing_ok=True)
        raise
    return size


def write_json(path: Path, content: object) -> None:
    """A small file of settings, and its folder. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=1, ensure_ascii=False)
    write_whole(path, [text.encode("utf-8", "backslashreplace")])


def _open(path: Path) -> BinaryIO:
    as_it_is = getattr(os, "O_BINARY", 0)  # Windows would write two bytes for a line end
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | as_it_is
    return os.fdopen(os.open(path, flags, 0o600), "wb", PIECE)
