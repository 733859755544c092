"""Real pseudo-terminals and sockets."""

import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from devices.errors import DeviceError
from devices.simulated.wire.outlets import Outlet, PtyOutlet, TcpOutlet, Unsent

needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
DEADLINE_S = 5.0


def until(condition: Callable[[], bool], outlet: Outlet) -> None:
    """Let the outlet look around until the condition holds."""
    ends_at = time.monotonic() + DEADLINE_S
    while not condition():
        outlet.read(0.01)
        assert time.monotonic() < ends_at, "it did not happen in time"


def heard(fd: int, count: int) -> bytes:
    data = b""
    ends_at = time.monotonic() + DEADLINE_S
    while len(data) < count:
        assert time.monotonic() < ends_at, f"only {data!r} came"
        data += os.read(fd, count - len(data))
    return data


@pytest.fixture
def pty() -> Iterator[PtyOutlet]:
    with closing(PtyOutlet()) as outlet:
        yield outlet


@pytest.fixture
def tcp() -> Iterator[TcpOutlet]:
    with closing(TcpOutlet(0)) as outlet:
        yield outlet


def opened(outlet: PtyOutlet) -> int:
    fd = os.open(outlet.url, os.O_RDWR | os.O_NOCTTY)
    until(lambda: outlet.attended, outlet)
    return fd


def connected(outlet: TcpOutlet) -> socket.socket:
    port = int(outlet.url.rpartition(":")[2])
    client = socket.create_connection(("127.0.0.1", port), timeout=DEADLINE_S)
    until(lambda: outlet.attended, outlet)
    return client


@needs_pty
def test_a_terminal_passes_bytes_both_ways_unchanged(pty: PtyOutlet) -> None:
    fd = opened(pty)
    every_byte = bytes(range(256))
    pty.write(every_byte)
    assert heard(fd, 256) == every_byte
    os.write(fd, b"\x03\r\n\x00?")
    asked = b""
    ends_at = time.monotonic() + DEADLINE_S
    while len(asked) < 5 and time.monotonic() < ends_at:
        asked += pty.read(0.05)
    os.close(fd)
    assert asked == b"\x03\r\n\x00?"


@needs_pty
def test_what_nobody_reads_is_not_kept(pty: PtyOutlet) -> None:
    for _ in range(100):
        pty.write(b"old" * 100)
    fd = opened(pty)
    pty.write(b"new")
    assert heard(fd, 3) == b"new"
    os.close(fd)


@needs_pty
def test_what_one_reader_left_is_not_for_the_next(pty: PtyOutlet) -> None:
    fd = opened(pty)
    pty.write(b"unread")
    os.close(fd)
    until(lambda: not pty.attended, pty)
    fd = opened(pty)
    pty.write(b"fresh")
    assert heard(fd, 5) == b"fresh"
    os.close(fd)


@needs_pty
def test_a_reader_that_does_not_keep_up_never_stops_the_monitor(pty: PtyOutlet) -> None:
    fd = opened(pty)
    began = time.monotonic()
    for _ in range(2000):
        pty.write(b"<" + b"x" * 560 + b">")
    assert time.monotonic() - began < DEADLINE_S
    whole = heard(fd, 562 * 3)
    os.close(fd)
    assert whole == (b"<" + b"x" * 560 + b">") * 3


@needs_pty
def test_the_reader_notices_the_end() -> None:
    outlet = PtyOutlet()
    fd = opened(outlet)
    outlet.close()
    try:
        rest = os.read(fd, 100)
    except OSError:
        rest = b""
    os.close(fd)
    assert rest == b""


@needs_pty
def test_a_link_survives_a_restart_and_goes_with_the_last_one(tmp_path: Path) -> None:
    link = tmp_path / "monitor"
    first = PtyOutlet(link)
    second = PtyOutlet(link)
    target = link.readlink()
    assert first.url == second.url == str(link)
    first.close()
    assert link.readlink() == target, "the first must not take away the link of the second"
    second.close()
    assert not link.is_symlink()
    assert list(tmp_path.iterdir()) == []


@needs_pty
def test_a_file_in_the_place_of_the_link_is_not_touched(tmp_path: Path) -> None:
    precious = tmp_path / "data"
    precious.write_text("kept")
    with pytest.raises(DeviceError, match="is not a link"):
        PtyOutlet(precious)
    assert precious.read_text() == "kept"


@needs_pty
def test_a_link_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeviceError, match="cannot be made"):
        PtyOutlet(tmp_path / "no" / "monitor")


def test_a_socket_passes_bytes_both_ways(tcp: TcpOutlet) -> None:
    with connected(tcp) as client:
        tcp.write(b"hello")
        assert client.recv(10) == b"hello"
        client.sendall(b"question")
        asked = b""
        ends_at = time.monotonic() + DEADLINE_S
        while len(asked) < 8 and time.monotonic() < ends_at:
            asked += tcp.read(0.05)
    assert asked == b"question"


def test_one_client_comes_after_another(tcp: TcpOutlet) -> None:
    for turn in (b"one", b"two"):
        tcp.write(b"to nobody")
        with connected(tcp) as client:
            tcp.write(turn)
            assert client.recv(10) == turn
        until(lambda: not tcp.attended, tcp)


def test_a_client_that_does_not_keep_up_never_stops_the_monitor(tcp: TcpOutlet) -> None:
    with connected(tcp):
        began = time.monotonic()
        for _ in range(20_000):
            tcp.write(b"x" * 562)
        assert time.monotonic() - began < DEADLINE_S


def test_a_client_that_vanished_is_noticed_while_writing(tcp: TcpOutlet) -> None:
    client = connected(tcp)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    client.close()
    ends_at = time.monotonic() + DEADLINE_S
    while tcp.attended and time.monotonic() < ends_at:
        tcp.write(b"x")
    assert not tcp.attended


def test_only_this_computer_can_come(tcp: TcpOutlet) -> None:
    assert tcp.url.startswith("socket://127.0.0.1:")


def test_a_port_that_is_taken_is_refused_with_its_number(tcp: TcpOutlet) -> None:
    port = int(tcp.url.rpartition(":")[2])
    with pytest.raises(DeviceError, match=str(port)):
        TcpOutlet(port)


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(DeviceError, match="99999"):
        TcpOutlet(99999)


def test_a_message_that_was_begun_is_finished_before_another() -> None:
    unsent = Unsent()
    assert unsent.offer(b"first") == b"first"
    assert unsent.sent(b"first", 2)
    assert unsent.offer(b"second") == b"rst"
    assert not unsent.sent(b"rst", 0)
    assert unsent.offer(b"third") == b"rst"
    assert not unsent.sent(b"rst", 3)
    assert unsent.offer(b"fourth") == b"fourth"
    assert not unsent.sent(b"fourth", 0)
    assert unsent.offer(b"fifth") == b"fifth"
