"""A connection to a host, waited for in short steps: whoever wants it to end need not wait for it.

Rule 1: every wait has an end (`wait_s`), and within a step of `STEP_S` sees that it is to stop.
Rule 2: the name of the host is looked up beside it, on a thread that nobody waits for: no system
        can be told to give up looking.
"""

from __future__ import annotations

import contextlib
import errno
import os
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

STEP_S = 0.1
_UNDER_WAY = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEINVAL", 0)})
_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
_Got = TypeVar("_Got")
_Address = tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]


class Stopped(Exception):
    """Somebody wants it to end; what was under way may have arrived or not."""


class Patience:
    """How long is waited: `wait_s` for each thing, and only until `stopping` says so."""

    def __init__(self, wait_s: float, stopping: Callable[[], bool] = lambda: False) -> None:
        self.wait_s = wait_s
        self._stopping = stopping

    def steps(self) -> Iterator[float]:
        """How long to wait next, again and again. Raises `TimeoutError` in the end, `Stopped`."""
        deadline = time.monotonic() + self.wait_s
        while (left_s := deadline - time.monotonic()) > 0:
            if self._stopping():
                raise Stopped
            yield min(STEP_S, left_s)
        raise TimeoutError


class Line:
    """A socket that does not block, with or without TLS around it."""

    def __init__(self, line: socket.socket, patience: Patience) -> None:
        self._line = line
        self._patience = patience

    def send(self, data: bytes) -> None:
        """All of it. Raises `OSError`, `Stopped`."""
        rest = memoryview(data)
        steps = self._patience.steps()
        while rest:
            rest = rest[self._do(partial(self._line.send, rest), _WRITE, steps) :]

    def pieces(self) -> Iterator[bytes]:
        """What comes, as it comes; all of it within one wait. Raises `OSError`, `Stopped`."""
        steps = self._patience.steps()
        while piece := self._do(lambda: self._line.recv(4096), _READ, steps):
            yield piece
        raise ConnectionError("it hung up before it answered")

    def shake_hands(self, line: ssl.SSLSocket) -> None:
        self._do(line.do_handshake, _READ, self._patience.steps())

    def _do(self, attempt: Callable[[], _Got], usual: int, steps: Iterator[float]) -> _Got:
        while True:
            try:
                return attempt()
            except ssl.SSLWantWriteError:
                wants = _WRITE
            except ssl.SSLWantReadError:
                wants = _READ
            except BlockingIOError:
                wants = usual
            wait_ready(self._line, wants, steps)


def wait_ready(line: socket.socket, wants: int, steps: Iterator[float]) -> None:
    """Raises what `steps` raises."""
    with selectors.DefaultSelector() as selector:
        selector.register(line, wants)
        for step_s in steps:
            if selector.select(step_s):
                return


@contextlib.contextmanager
def connected(
    host: str, port: int, patience: Patience, tls: ssl.SSLContext | None
) -> Iterator[Line]:
    """Raises `OSError`, `Stopped`."""
    with _reached(host, port, patience) as plain:
        if tls is None:
            yield Line(plain, patience)
            return
        with tls.wrap_socket(
            plain, server_hostname=host, do_handshake_on_connect=False
        ) as secured:
            line = Line(secured, patience)
            line.shake_hands(secured)
            yield line


def _reached(host: str, port: int, patience: Patience) -> socket.socket:
    """By the first of its addresses that answers; the trouble is that of the last."""
    trouble: OSError = ConnectionError("it has no address")
    steps = patience.steps()
    for family, kind, protocol, address in _addresses(host, port, steps):
        line = socket.socket(family, kind, protocol)
        try:
            _connect(line, address, steps)
        except TimeoutError:
            line.close()
            raise
        except OSError as error:
            line.close()
            trouble = error
        except BaseException:
            line.close()
            raise
        else:
            return line
    raise trouble


def _connect(line: socket.socket, address: _Address, steps: Iterator[float]) -> None:
    line.setblocking(False)
    begun = line.connect_ex(address)
    if begun not in _UNDER_WAY:
        raise OSError(begun, os.strerror(begun))
    wait_ready(line, _WRITE, steps)
    if became := line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        raise OSError(became, os.strerror(became))


def _addresses(
    host: str, port: int, steps: Iterator[float]
) -> list[tuple[int, int, int, _Address]]:
    found: list[tuple[int, int, int, _Address]] = []
    trouble: list[OSError] = []
    over = threading.Event()

    def look_up() -> None:
        try:
            for family, kind, protocol, _name, address in socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM
            ):
                found.append((family, kind, protocol, address))
        except OSError as error:
            trouble.append(error)
        except UnicodeError:  # a part of it is empty, or longer than a name may be
            trouble.append(OSError(errno.EINVAL, "it is no name that a host can have"))
        finally:
            over.set()

    threading.Thread(target=look_up, name="look up", daemon=True).start()
    for step_s in steps:
        if over.wait(step_s):
            break
    if trouble:
        raise trouble[0]
    return found
