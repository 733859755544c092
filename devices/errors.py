"""Everything that can go wrong at the edge.

* DeviceError                 an environment error; a person can do something about it
  x ConnectionFailed          the port could not be opened or broke; has a `reason`
  x UnknownDriver
  x CaptureError              a capture file cannot be read or written
  x AudioFailed               no sound output
* ProtocolError               the other end sent something that its protocol does not allow
  x FramingError              no frame could be cut out of the bytes
  x ChecksumError             a frame arrived damaged
  x ContentError              an undamaged frame says something impossible

A driver yields observations or ProtocolErrors. If anything else comes out of one, that is a bug.
"""

from __future__ import annotations

import enum


class DeviceError(Exception):
    """Something outside the program does not work. The text says what, and what to do."""


class ConnectReason(enum.StrEnum):
    ABSENT = "absent"
    IN_USE = "in-use"
    DENIED = "denied"
    REFUSED = "refused"
    BAD_URL = "bad-url"
    BROKEN = "broken"
    STRANGER = "stranger"
    """Another unit sits where ours was."""


class ConnectionFailed(DeviceError):
    def __init__(self, url: str, reason: ConnectReason, text: str) -> None:
        super().__init__(text)
        self.url = url
        self.reason = reason


class UnknownDriver(DeviceError):
    """No driver has this name; the text lists those that exist and the nearest spelling."""


class CaptureError(DeviceError):
    """A capture file is missing, damaged or cannot be written."""


class AudioFailed(DeviceError):
    """There is no way to make a sound."""


class ProtocolError(Exception):
    """The other end broke its protocol. Yielded as data by drivers, never raised out of them."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.args == getattr(other, "args", None)

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class FramingError(ProtocolError):
    """Bytes from which no frame could be cut."""


class ChecksumError(ProtocolError):
    """A frame whose check value does not fit its content."""


class ContentError(ProtocolError):
    """A complete frame that says something its protocol does not know."""
