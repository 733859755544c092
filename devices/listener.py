"""A conversation with a monitor that only talks: bytes, frames, meaning; nothing is ever sent.

A driver says how frames are cut (`framer`) and what one means (`_understand`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Protocol

from devices.errors import FramingError, ProtocolError
from devices.session import DeviceEvent


class Framer(Protocol):
    """Cuts frames out of bytes that come in pieces of any size."""

    def feed(self, data: bytes) -> Iterable[bytes | FramingError]: ...

    def reset(self) -> None: ...


class Listener(ABC):
    """The `DeviceSession` of a monitor that is never asked. `_frames` counts what was whole."""

    def __init__(self, framer: Framer) -> None:
        self._framer = framer
        self._frames = 0

    @property
    def frames(self) -> int:
        return self._frames

    def opened(self, at: float) -> bytes:  # noqa: ARG002
        self._framer.reset()
        self._reopened()
        return b""

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        for cut in self._framer.feed(data):
            if isinstance(cut, FramingError):
                events.append(cut)
                continue
            try:
                events += self._understand(cut, at)
            except ProtocolError as error:
                events.append(error)
        return events

    def due(self, now: float) -> bytes:  # noqa: ARG002
        return b""

    def wake_at(self) -> float | None:
        return None

    def _reopened(self) -> None:  # noqa: B027 - a hook, for those who need it
        """The line is open again; what must be said again can be forgotten here."""

    @abstractmethod
    def _understand(self, frame: bytes, at: float) -> Iterable[DeviceEvent]:
        """What one frame says. Raises `ProtocolError` for one that says nothing possible."""
