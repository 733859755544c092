"""Reading what somebody else may have written: never more than a limit of it, whatever it is.

Rule 1: the limit is of what is read and not of what the file says of its size: a device, a pipe or
        a file that grows says 0.
Rule 2: packed data are unpacked up to a limit too; a few kilobytes can unpack to gigabytes.
Rule 3: a name that comes out of a file never leaves its folder.

The limits stand beside the readers that know what they read.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from pathlib import Path

LATEST_S = 1e9
"""No session second lies beyond it."""
LONGEST_TIME_S = 31 * 86_400.0
"""No recording and no session is longer; a moment beyond it is not waited for."""

LONGEST_QUOTE = 120
FIRST_UTC_S, LAST_UTC_S = -43_200.0, 32_503_680_000.0
"""From 1970, as a clock without a battery has it (what Windows can show), to the year 3000."""
FURTHEST_ZONE_MIN = 24 * 60 - 1
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_TAKEN_BY_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")


class TooLarge(ValueError):
    """There is more than `most` bytes of it."""

    def __init__(self, most: int) -> None:
        super().__init__(f"it has more than {most} bytes")
        self.most = most


def read_at_most(path: Path, most: int) -> bytes:
    """The whole content. Raises `TooLarge`, or OSError."""
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(most)
    return content


def small_json(path: Path, most: int) -> dict[str, object]:
    """The object in the file; an empty one when the file is missing or is none of ours."""
    try:
        if not path.is_file():  # the end of a pipe is never read
            return {}
        content = json.loads(read_at_most(path, most))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def inflate(packed: bytes, most: int) -> bytes:
    """Raises `TooLarge`, or zlib.error for what is not whole."""
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, most + 1)
    if len(data) > most:
        raise TooLarge(most)
    if not unpacker.eof:
        raise zlib.error("the packed data end too early")
    return data


def quoted(value: object) -> str:
    """What somebody else wrote, short enough for a sentence."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def on_calendar(utc_s: float, offset_min: int) -> bool:
    """A moment that can be shown as a day: Unix seconds, and minutes ahead of UTC."""
    return FIRST_UTC_S <= utc_s < LAST_UTC_S and abs(offset_min) <= FURTHEST_ZONE_MIN


def name_in_folder(name: str) -> str:
    """The beginning of a file's name for this id: the id itself, if it is a plain word.

    Any other id (a path, an empty one, one that Windows keeps for a device) becomes its hash, so
    that each has a file of its own, inside the folder.
    """
    if _PLAIN_NAME.fullmatch(name) and not _TAKEN_BY_WINDOWS.fullmatch(name):
        return name
    return f"id-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"
