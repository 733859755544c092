"""Where a virtual monitor's cable ends: a pseudo-terminal or a TCP port of this computer.

Rule 1: one reader after another. When nobody reads, bytes are dropped and not kept: whoever comes
        next hears the present.
Rule 2: a write never waits. A reader that does not keep up loses whole messages, not pieces, and
        who writes is told.
Rule 3: closing is what pulling the cable is: the reader notices. What is put in again has its name
        again; a pseudo-terminal that was given no name of its own can't be pulled.
Rule 4: a TCP port is open to this computer only.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import threading
from pathlib import Path
from typing import Protocol

from devices.errors import DeviceError

if sys.platform != "win32":
    import termios
    import tty

READ_BYTES = 4096
LOOK_EVERY_S = 0.02
"""How soon it is noticed that somebody opened a pseudo-terminal."""
_SEND_BUFFER = 8192
_HIGHEST_PORT = 65535


class Outlet(Protocol):
    @property
    def url(self) -> str:
        """What to open."""
        ...

    @property
    def attended(self) -> bool:
        """Somebody has it open, as far as the last `read` found."""
        ...

    def read(self, timeout_s: float) -> bytes:
        """What the host sent; waits for it at most so long."""
        ...

    def write(self, data: bytes) -> bool:
        """One message to the host, or to nobody. False = the host did not keep up: it is lost.

        A write of nothing sends the rest of a message that was begun, if there is one.
        """
        ...

    def pull(self) -> None:
        """The plug comes out: the reader notices, and finds no port; nothing where it can't."""
        ...

    def put_in(self) -> None:
        """And goes in again. Raises `DeviceError` while somebody else has the port."""
        ...

    def close(self) -> None: ...


class Unsent:
    """The rest of a message that was begun; messages that come meanwhile are dropped whole."""

    def __init__(self) -> None:
        self._rest = b""

    def offer(self, data: bytes) -> bytes:
        """What to try to send now."""
        return self._rest or data

    def sent(self, tried: bytes, count: int) -> bool:
        """So much of it went; false = none of a new message did."""
        old = bool(self._rest)
        self._rest = tried[count:] if old or count > 0 else b""
        return not old and (count > 0 or not tried)

    def forget(self) -> None:
        self._rest = b""


class PtyOutlet:
    """A pseudo-terminal in raw mode; `link` is a name for it that survives a restart.

    Raises `DeviceError` where there are none, or when the link cannot be made.
    """

    def __init__(self, link: Path | None = None) -> None:
        if sys.platform == "win32":
            raise DeviceError("Windows has no pseudo-terminals; use --tcp PORT instead of --pty.")
        self._link = None if link is None else link.absolute()
        self._unsent = Unsent()
        self._attended = False
        self._open()

    def _open(self) -> None:
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self._slave_path = os.ttyname(slave)
        # Once opened and closed, the master reports a hang-up until somebody opens it again:
        # that is how a reader is noticed.
        os.close(slave)
        os.set_blocking(self._master, False)
        self._poll = select.poll()
        self._poll.register(self._master, select.POLLIN)
        self._there = True
        if self._link is not None:
            try:
                _point(self._link, self._slave_path)
            except DeviceError:
                self._there = False
                os.close(self._master)
                raise

    @property
    def url(self) -> str:
        return self._slave_path if self._link is None else str(self._link)

    @property
    def attended(self) -> bool:
        return self._attended

    def read(self, timeout_s: float) -> bytes:
        if not self._there:
            select.select([], [], [], timeout_s)
            return b""
        happened = self._poll.poll(timeout_s * 1000.0)
        flags = happened[0][1] if happened else 0
        if flags & select.POLLHUP:
            self._leave()
            # A hung-up terminal is always ready, so the waiting is done here.
            select.select([], [], [], min(timeout_s, LOOK_EVERY_S))
            return b""
        self._attended = True
        if not flags & select.POLLIN:
            return b""
        with contextlib.suppress(OSError):  # EIO: the reader left just now
            return os.read(self._master, READ_BYTES)
        return b""

    def write(self, data: bytes) -> bool:
        if not self._attended:
            return True
        tried = self._unsent.offer(data)
        try:
            count = os.write(self._master, tried)
        except BlockingIOError:
            count = 0
        return self._unsent.sent(tried, count)

    def pull(self) -> None:
        if self._link is not None:
            self.close()

    def put_in(self) -> None:
        if not self._there:
            self._open()

    def close(self) -> None:
        if not self._there:
            return
        self._there = self._attended = False
        self._unsent.forget()
        if self._link is not None and _points_to(self._link, self._slave_path):
            self._link.unlink()
        os.close(self._master)

    def _leave(self) -> None:
        """The reader closed it: what it did not read is not for the next one."""
        if not self._attended:
            return
        self._attended = False
        self._unsent.forget()
        slave = os.open(self._slave_path, os.O_RDWR | os.O_NOCTTY)
        termios.tcflush(slave, termios.TCIOFLUSH)
        os.close(slave)


class TcpOutlet:
    """A TCP port of 127.0.0.1; 0 = any free one. Raises `DeviceError` when it cannot be had."""

    def __init__(self, port: int) -> None:
        if not 0 <= port <= _HIGHEST_PORT:
            raise DeviceError(f"There is no TCP port {port}; choose 1 to {_HIGHEST_PORT}, or 0.")
        self._client: socket.socket | None = None
        self._unsent = Unsent()
        self._port = port
        self._listener: socket.socket | None = None
        self.put_in()

    def put_in(self) -> None:
        if self._listener is not None:
            return
        try:
            self._listener = socket.create_server(("127.0.0.1", self._port))
        except OSError as error:
            raise DeviceError(
                f"TCP port {self._port} cannot be opened: {error}. Choose another, or 0 for any."
            ) from error
        self._listener.setblocking(False)
        self._port = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        return f"socket://127.0.0.1:{self._port}"

    @property
    def attended(self) -> bool:
        return self._client is not None

    def read(self, timeout_s: float) -> bytes:
        client = self._client
        waits_for = self._listener if client is None else client
        if waits_for is None:  # it is pulled out
            threading.Event().wait(timeout_s)
            return b""
        ready, _, _ = select.select([waits_for], [], [], timeout_s)
        if not ready:
            return b""
        if client is None:
            self._accept()
            return b""
        try:
            data = client.recv(READ_BYTES)
        except OSError:
            data = b""
        if not data:
            self._leave()
        return data

    def write(self, data: bytes) -> bool:
        if self._client is None:
            return True
        tried = self._unsent.offer(data)
        try:
            count = self._client.send(tried)
        except BlockingIOError:
            count = 0
        except OSError:
            self._leave()
            return True
        return self._unsent.sent(tried, count)

    def pull(self) -> None:
        self.close()

    def close(self) -> None:
        if self._listener is not None:  # first: who is hung up on may come again at once
            self._listener.close()
            self._listener = None
        self._leave()

    def _accept(self) -> None:
        if self._listener is None:
            return
        with contextlib.suppress(OSError):  # it went away again before we could answer
            client, _ = self._listener.accept()
            client.setblocking(False)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._client = client

    def _leave(self) -> None:
        self._unsent.forget()
        if self._client is not None:
            self._client.close()
            self._client = None


def _point(link: Path, target: str) -> None:
    """Make `link` point to `target` in one step, whatever it pointed to before."""
    if link.exists() and not link.is_symlink():
        raise DeviceError(f"{link} exists and is not a link; choose another name for --link.")
    fresh = link.with_name(f".{link.name}.{os.getpid()}")
    try:
        fresh.symlink_to(target)
        fresh.replace(link)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise DeviceError(f"the link {link} cannot be made: {error.strerror}.") from error


def _points_to(link: Path, target: str) -> bool:
    try:
        return str(link.readlink()) == target
    except OSError:
        return False
