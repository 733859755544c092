"""Keeps the output of a monitor switched on that is silent until it is told what to send.

Rule 1: a stream is asked for when the line opens and whenever it was not heard for a while: so
        also after the monitor lost power. A stream that it does not have is asked for in vain.
Rule 2: commands leave at least `apart_s` apart.
Rule 3: `send_next` is for a command that a person gave. It is forgotten when the line is reopened:
        a command of a minute ago is not obeyed now.
"""

from __future__ import annotations

from collections.abc import Mapping


class Streams:
    """`commands` switch a stream on, by the type of the frames that show that it is on."""

    def __init__(
        self, commands: Mapping[int, bytes], *, apart_s: float, silent_after_s: float
    ) -> None:
        self._commands = dict(commands)
        self._apart_s = apart_s
        self._silent_after_s = silent_after_s
        self._due_at: dict[int, float] = {}
        self._free_at = 0.0
        self._urgent = b""

    def opened(self, at: float) -> None:
        self._due_at = dict.fromkeys(self._commands, at)
        self._free_at = at
        self._urgent = b""

    def heard(self, kind: int, at: float) -> None:
        """A frame of this type came."""
        if kind in self._due_at:
            self._due_at[kind] = at + self._silent_after_s

    def send_next(self, command: bytes) -> None:
        if self._due_at:
            self._urgent = command

    def wake_at(self) -> float | None:
        """When `due` next has something to send; None = the line was never opened."""
        if not self._due_at:
            return None
        return self._free_at if self._urgent else max(self._free_at, min(self._due_at.values()))

    def due(self, now: float) -> bytes:
        wake_at = self.wake_at()
        if wake_at is None or now < wake_at:
            return b""
        self._free_at = now + self._apart_s
        if self._urgent:
            command, self._urgent = self._urgent, b""
            return command
        kind = min(self._due_at, key=self._due_at.__getitem__)
        self._due_at[kind] = now + self._silent_after_s
        return self._commands[kind]
