"""What a window asks about the key of its record: whether there is one, and for a recovery code.

Rule: who may print a code is asked before it is made; it is shown once and kept nowhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from data.audit import Audit, AuditKind
from data.errors import StoreError
from data.recovery import has_recovery, make_recovery
from ui.requests import Refusal
from ui.words import say


class KeyDesk:
    """`KeyDoor` over the record."""

    def __init__(
        self,
        path: Path,
        key: bytes | None,
        want: Callable[[], str],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`want` says who asks, or raises `Refusal` for one who may not; `clock` is Unix time."""
        self._path, self._key = path, key
        self._want = want
        self._clock = clock

    def note(self) -> str:
        return "" if self._key is not None else say("key-note-clear")

    def code_printed(self) -> bool | None:
        return None if self._key is None else has_recovery(self._path)

    def print_code(self) -> str:
        by = self._want()
        if self._key is None:
            raise Refusal(say("key-code-in-clear", self._path))
        try:
            code = make_recovery(self._path, self._key)
            Audit(self._path, self._key).note(
                AuditKind.RECOVERY_CODE, by, self._clock(), used=False
            )
        except StoreError as error:
            raise Refusal(str(error)) from error
        return code


class NoKey:
    """`KeyDoor` of a demo: its record may be in clear, and says so where it is told of."""

    def note(self) -> str:
        return ""

    def code_printed(self) -> bool | None:
        return None

    def print_code(self) -> str:
        raise Refusal(say("key-code-demo"))
