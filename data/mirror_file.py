"""The file of a mirror (`data/mirror.py`): heads of chains, a line per change, each with its HMAC.

<HMAC in hex> {id: [items, head, held?], ...}
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.errors import StoreDamaged
from data.journal_segment import sync_folder
from data.outside import TooLarge, read_at_most
from data.vault import subkey

PURPOSE = "mirror"
NO_AUDIT = (0, b"")
_AUDIT = ""
"""Under this name the audit chain stands among the sessions; no session has an empty id."""
_MAC_HEX = 64
_ROOM = 1 << 20
"""So far beyond what it says the file may grow before it is written anew."""

Head = tuple[int, bytes]
"""How many items a chain has, and its head."""


@dataclass(frozen=True, slots=True)
class Heads:
    """`sessions`: items and head of each session's chain; `audit`: last number and its head."""

    sessions: dict[str, Head] = field(default_factory=dict)
    audit: Head = NO_AUDIT


class Known:
    """What the file says, and what it does not say yet."""

    def __init__(self, key: bytes | None) -> None:
        self.sessions: dict[str, Head] = {}
        self.audit = NO_AUDIT
        self._held: set[str] = set()
        self._changed: set[str] = set()
        self._mac = b""
        self._room = -1
        self._left: tuple[int, int] | None = None
        """Number and size of the file when this was all that it said; None = never."""
        self._key = subkey(key, PURPOSE)

    @property
    def heads(self) -> dict[str, Head]:
        return {**self.sessions, _AUDIT: self.audit}

    # ---- what changed

    def take(self, heads: Heads, seen: Mapping[str, Head] | None = None) -> None:
        """`seen` is what was kept before a record was opened that has these heads now."""
        for name, head in {**heads.sessions, _AUDIT: heads.audit}.items():
            if name not in self._held:
                self._take(name, head, None if seen is None else seen.get(name))

    def _take(self, name: str, head: Head, seen: Head | None) -> None:
        before = self.heads.get(name)
        if head == before:
            return
        # A chain without a line was never ahead of anything.
        if seen is not None and seen[0] and head != seen and head[0] <= seen[0]:
            self._held.add(name)  # rule 2
        elif before is not None and head[0] <= before[0]:
            return  # the other program knows more
        elif name == _AUDIT:
            self.audit = head
        else:
            self.sessions[name] = head
        self._changed.add(name)

    # ---- the file

    def read(self, path: Path) -> bool:
        """False when there is no file. Raises `StoreDamaged`, `OSError`."""
        try:
            data = read_at_most(path, 64 * _ROOM)
        except FileNotFoundError:
            return False
        except TooLarge as error:
            raise unreadable(path) from error
        *whole, _torn = data.split(b"\n")
        for line in whole:
            text = line[_MAC_HEX + 1 :]
            self._mac = self._next_mac(text)
            if not hmac.compare_digest(line[: _MAC_HEX + 1], self._mac.hex().encode() + b" "):
                raise unreadable(path)
            self._absorb(path, text)
        self._room = _ROOM - len(data) if not _torn else -1
        self._left = _standing(path)
        return bool(whole)

    def was_changed(self, path: Path) -> bool:
        """Somebody has added something since. One that was taken away is made anew."""
        there = _standing(path)
        return there is not None and there != self._left

    def _absorb(self, path: Path, text: bytes) -> None:
        try:
            said: dict[str, Any] = json.loads(text)
            for name, (items, head, held) in said.items():
                if name == _AUDIT:
                    self.audit = (int(items), bytes.fromhex(head))
                else:
                    self.sessions[name] = (int(items), bytes.fromhex(head))
                if held:
                    self._held.add(name)
        except (ValueError, TypeError, AttributeError) as error:
            raise unreadable(path) from error

    def save(self, path: Path) -> bool:
        """False when nothing has changed. Raises `OSError`."""
        if not self._changed:
            return False
        if self._room < 0 or not path.exists():
            self.rewrite(path)
            return True
        line = self._line(self._changed)
        self._room -= len(line)
        with path.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._changed = set()
        self._left = _standing(path)
        return True

    def rewrite(self, path: Path) -> None:
        """Raises `OSError`; the file is then as it was."""
        self._mac = b""
        self._room = -1
        line = self._line({*self.sessions, _AUDIT})
        new = path.with_name(path.name + ".new")
        with contextlib.suppress(FileNotFoundError):
            new.unlink()
        file = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(file, "wb") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
        sync_folder(path.parent)
        self._room = _ROOM
        self._changed = set()
        self._left = _standing(path)

    def _line(self, names: Collection[str]) -> bytes:
        said = {}
        for name in sorted(names):
            items, head = self.audit if name == _AUDIT else self.sessions[name]
            said[name] = [items, head.hex(), int(name in self._held)]
        text = json.dumps(said, separators=(",", ":")).encode()
        self._mac = self._next_mac(text)
        return self._mac.hex().encode() + b" " + text + b"\n"

    def _next_mac(self, text: bytes) -> bytes:
        if self._key is None:
            return hashlib.sha256(self._mac + text).digest()
        return hmac.digest(self._key, self._mac + text, "sha256")


def _standing(path: Path) -> tuple[int, int] | None:
    """None = there is no file."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    return there.st_ino, there.st_size


def unreadable(path: Path) -> StoreDamaged:
    return StoreDamaged(f"{path} was changed, or another key made it; keep it, and find out how")
