"""What went wrong with a port, from what the operating system says about it.

Rule 1: one table gives the reason, one the sentence; the sentence names the port, what happened
        and what to do.
Rule 2: whatever the operating system or pyserial throws becomes a `ConnectionFailed` here.

pyserial loses the error number on Windows, in its network ports and when termios complains; it
is then still in the text, as ``[Errno 111]`` or ``(25, '...')``.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from pathlib import Path

from devices.errors import ConnectionFailed, ConnectReason

_NUMBER_IN_TEXT = re.compile(r"\[Errno (-?\d+)\]|\((\d+), ")

_REASONS: dict[int, ConnectReason] = {
    errno.ENOENT: ConnectReason.ABSENT,
    errno.ENODEV: ConnectReason.ABSENT,
    errno.ENXIO: ConnectReason.ABSENT,
    # Opening the near end of a pseudo-terminal whose far end is gone, or a dead adapter.
    errno.EIO: ConnectReason.ABSENT,
    errno.EHOSTUNREACH: ConnectReason.ABSENT,
    errno.ENETUNREACH: ConnectReason.ABSENT,
    errno.ETIMEDOUT: ConnectReason.ABSENT,
    errno.EBUSY: ConnectReason.IN_USE,
    errno.EAGAIN: ConnectReason.IN_USE,
    errno.EPERM: ConnectReason.DENIED,
    # Windows denies a port that another program has open.
    errno.EACCES: ConnectReason.IN_USE if sys.platform == "win32" else ConnectReason.DENIED,
    errno.ECONNREFUSED: ConnectReason.REFUSED,
    errno.ENOTTY: ConnectReason.BAD_URL,
    errno.EISDIR: ConnectReason.BAD_URL,
    errno.EINVAL: ConnectReason.BAD_URL,
    errno.ENAMETOOLONG: ConnectReason.BAD_URL,
}

_SENTENCES: dict[ConnectReason, str] = {
    ConnectReason.ABSENT: (
        "{url} is not there; plug in the cable or switch on the adapter, or choose another port"
    ),
    ConnectReason.IN_USE: "{url} is used by another program; close that program and try again",
    ConnectReason.DENIED: (
        "{url} may not be opened by this user; join the group {group} and log in again"
    ),
    ConnectReason.REFUSED: (
        "{url} refuses the connection; switch on the serial server or correct the port number"
    ),
    ConnectReason.BAD_URL: (
        "{url} is not a serial port; expected COM3, /dev/ttyUSB0, socket://HOST:PORT"
        " or rfc2217://HOST:PORT"
    ),
    ConnectReason.BROKEN: (
        "{url} broke off; check the cable and the adapter, it is opened again once it is back"
    ),
    ConnectReason.STRANGER: (
        "{url} is now another adapter's{adapter}; it is not let in. Is this the same monitor?"
    ),
}


def could_not_open(url: str, error: Exception) -> ConnectionFailed:
    return connection_failed(url, _reason(error) if url else ConnectReason.BAD_URL)


def broke_off(url: str) -> ConnectionFailed:
    return connection_failed(url, ConnectReason.BROKEN)


def connection_failed(url: str, reason: ConnectReason, adapter: str = "") -> ConnectionFailed:
    """`adapter` is what the unit on the port calls itself; empty = it is not said."""
    # An empty name would make a sentence without its subject.
    named = url or "an empty port name"
    group = _group_of(url) if reason is ConnectReason.DENIED else ""
    adapter = f" ({adapter})" if adapter else ""
    text = _SENTENCES[reason].format(url=named, group=group, adapter=adapter)
    return ConnectionFailed(url, reason, text)


def _reason(error: Exception) -> ConnectReason:
    number = _error_number(error)
    if number is not None:
        # Resolver errors are negative or have numbers of their own: no such host.
        return _REASONS.get(number, ConnectReason.ABSENT if number < 0 else ConnectReason.BROKEN)
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return ConnectReason.ABSENT
    return ConnectReason.BAD_URL if isinstance(error, ValueError) else ConnectReason.BROKEN


def _error_number(error: Exception) -> int | None:
    number = getattr(error, "errno", None)
    if number is None and error.args and isinstance(error.args[0], int):
        number = error.args[0]
    if number is None and (found := _NUMBER_IN_TEXT.search(str(error))):
        number = found[1] or found[2]
    return None if number is None else int(number)


def _group_of(url: str) -> str:
    """The group that may open this device: ``dialout`` on Debian, ``uucp`` on Arch."""
    usual = "dialout"
    if os.name != "posix":
        return usual
    try:
        return Path(url).group()
    except (OSError, KeyError):
        return usual
