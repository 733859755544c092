from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from helpers import wait_until

from devices.errors import ConnectionFailed, ConnectReason
from devices.socket_port import SocketPort


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def url_of(server: socket.socket) -> str:
    return f"socket://127.0.0.1:{server.getsockname()[1]}"


def arrives(port: SocketPort) -> Callable[[], bytes]:
    """Everything that has come since, asked again and again."""
    taken = bytearray()

    def so_far() -> bytes:
        taken.extend(port.read())
        return bytes(taken)

    return so_far


def test_what_the_server_said_before_we_listened_is_not_lost(server: socket.socket) -> None:
    with closing(SocketPort(url_of(server))) as port:
        peer, _ = server.accept()
        with peer:
            peer.sendall(b"HELLO\r\n")
            so_far = arrives(port)
            wait_until(lambda: so_far() == b"HELLO\r\n")


def test_what_we_write_arrives(server: socket.socket) -> None:
    with closing(SocketPort(url_of(server))) as port:
        peer, _ = server.accept()
        with peer:
            port.write(b"?")
            assert peer.recv(10) == b"?"


def test_a_silent_server_gives_nothing_and_no_error(server: socket.socket) -> None:
    with closing(SocketPort(url_of(server))) as port:
        assert port.read() == b""


def until_broken(port: SocketPort) -> ConnectReason:
    for _ in range(100):
        try:
            port.read()
        except ConnectionFailed as failure:
            return failure.reason
    pytest.fail("the line did not break")


def test_a_server_that_hangs_up_is_a_broken_line(server: socket.socket) -> None:
    with closing(SocketPort(url_of(server))) as port:
        server.accept()[0].close()
        assert until_broken(port) is ConnectReason.BROKEN


def test_a_server_that_resets_the_line_is_a_broken_line(server: socket.socket) -> None:
    with closing(SocketPort(url_of(server))) as port:
        peer, _ = server.accept()
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()
        assert until_broken(port) is ConnectReason.BROKEN


def test_nobody_listening_is_a_refusal(server: socket.socket) -> None:
    url = url_of(server)
    server.close()
    with pytest.raises(ConnectionFailed, match="refuses the connection") as failed:
        SocketPort(url)
    assert failed.value.reason is ConnectReason.REFUSED


@pytest.mark.parametrize("url", ["socket://", "socket://x", "socket://x:99999", "socket://x:y"])
def test_an_incomplete_url_says_how_to_write_it(url: str) -> None:
    with pytest.raises(ConnectionFailed, match="socket://HOST:PORT") as failed:
        SocketPort(url)
    assert failed.value.reason is ConnectReason.BAD_URL
