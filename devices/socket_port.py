"""A serial server on the network, as raw bytes over TCP: ``socket://HOST:PORT``.

Not pyserial's own ``socket://``: that one throws away what came in the first moment, sleeps at
every closing, leaks the socket of a peer that went away, and never notices a server that lost its
power. The rules of `serial_port.Transport` hold here too.
"""

from __future__ import annotations

import contextlib
import socket
from urllib.parse import urlsplit

from devices.errors import ConnectReason
from devices.port_trouble import broke_off, connection_failed, could_not_open

CONNECT_WAIT_S = 2.0
READ_WAIT_S = 0.05
WRITE_WAIT_S = 0.5
READ_AT_MOST = 65536

# A server that vanished without a word is found after 5 + 3 x 2 seconds. Which of these names
# exist depends on the operating system.
_KEEP_ALIVE = (("TCP_KEEPIDLE", 5), ("TCP_KEEPALIVE", 5), ("TCP_KEEPINTVL", 2), ("TCP_KEEPCNT", 3))


class SocketPort:
    def __init__(self, url: str) -> None:
        self._url = url
        try:
            self._socket = socket.create_connection(_address(url), timeout=CONNECT_WAIT_S)
        except OSError as error:
            raise could_not_open(url, error) from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEP_ALIVE:
            if hasattr(socket, name):
                self._socket.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)

    def read(self) -> bytes:
        self._socket.settimeout(READ_WAIT_S)
        try:
            data = self._socket.recv(READ_AT_MOST)
        except TimeoutError:
            return b""
        except OSError as error:
            raise broke_off(self._url) from error
        if not data:
            raise broke_off(self._url)
        return data

    def write(self, data: bytes) -> None:
        self._socket.settimeout(WRITE_WAIT_S)
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise broke_off(self._url) from error

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def _address(url: str) -> tuple[str, int]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise connection_failed(url, ConnectReason.BAD_URL) from error
    if not host or not port:
        raise connection_failed(url, ConnectReason.BAD_URL)
    return host, port
