"""A server in a thread of its own, and once in a process that is told to end."""

import math
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import wait_until
from served import DEADLINE_S, monitor, served

from devices.registry import DRIVERS
from devices.simulated.monitors.catalogue import VirtualMonitor
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.raw_file import RawFileMonitor
from devices.simulated.wire.server import SETTLE_S, serve

REPOSITORY = Path(__file__).parents[4]
HEAD = b"\xffANSAR-B "
needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")


def client(url: str) -> socket.socket:
    port = int(url.rpartition(":")[2])
    return socket.create_connection(("127.0.0.1", port), timeout=DEADLINE_S)


def received(connection: socket.socket, enough: Callable[[bytes], bool]) -> bytes:
    data = b""
    ends_at = time.monotonic() + DEADLINE_S
    while not enough(data):
        assert time.monotonic() < ends_at, f"only {len(data)} bytes came"
        piece = connection.recv(4096)
        assert piece, "the server hung up"
        data += piece
    return data


def test_frames_come_at_the_pace_of_the_wall_clock_times_the_speed() -> None:
    with served(monitor("ivy-450c"), tcp_port=0, speed=20.0) as url, client(url) as connection:
        received(connection, lambda data: data.count(HEAD) >= 1)
        began = time.monotonic()
        received(connection, lambda data: data.count(HEAD) >= 20)
        assert 0.6 < time.monotonic() - began < 3.0


def test_a_question_is_answered() -> None:
    with served(monitor("dinamap"), tcp_port=0) as url, client(url) as connection:
        connection.sendall(b"\r OA!3\r\n")
        reply = received(connection, lambda data: data.endswith(b"\r"))
    assert reply.startswith(b" OA1")


def test_time_goes_on_while_nobody_listens() -> None:
    with served(monitor("ivy-450c"), tcp_port=0, speed=1000.0) as url:
        with client(url) as first:
            received(first, lambda data: data.count(HEAD) >= 60)
        with client(url) as second:
            frames = received(second, lambda data: data.count(b"\rP1=") >= 50)
    last = frames[: frames.rindex(b"\rP1=")].rpartition(b"\rNIBP=")[2]
    assert last.split(b";")[0] == b"4"


def test_a_recording_waits_for_its_first_listener() -> None:
    recording = bytes(range(250)) * 4
    make: Callable[[], VirtualMonitor] = lambda: RawFileMonitor(recording, 5000.0)  # noqa: E731
    with (
        served(make, tcp_port=0, waits_for_listener=True) as url,
        client(url) as connection,
    ):
        assert received(connection, lambda data: len(data) >= len(recording)) == recording
        connection.settimeout(0.3)
        with pytest.raises(TimeoutError):
            connection.recv(1)


@needs_pty
def test_a_recording_loses_nothing_to_a_reader_that_is_late(tmp_path: Path) -> None:
    """A terminal has room for 4 kB or so; the rest waits."""
    recording = bytes(range(250)) * 400
    make: Callable[[], VirtualMonitor] = lambda: RawFileMonitor(recording, 1e6)  # noqa: E731
    with served(make, pty_link=tmp_path / "monitor", waits_for_listener=True) as url:
        fd = os.open(url, os.O_RDWR | os.O_NOCTTY)
        opened_at = time.monotonic()
        wait_until(lambda: time.monotonic() > opened_at + 2 * SETTLE_S, what="a full terminal")
        data = b""
        while len(data) < len(recording) and select.select([fd], [], [], DEADLINE_S)[0]:
            data += os.read(fd, 4096)
        os.close(fd)
    assert data == recording


def test_a_recording_is_not_begun_by_who_only_looks_whether_there_is_a_port() -> None:
    recording = bytes(range(250)) * 4
    make: Callable[[], VirtualMonitor] = lambda: RawFileMonitor(recording, 5000.0)  # noqa: E731
    with served(make, tcp_port=0, waits_for_listener=True) as url:
        client(url).close()
        left_at = time.monotonic()
        wait_until(lambda: time.monotonic() > left_at + 2 * SETTLE_S, what="the time to begin")
        with client(url) as connection:
            assert received(connection, lambda data: len(data) >= len(recording)) == recording


class Welcoming:
    """Speaks a quarter of a second after its port was opened, and only then."""

    def __init__(self) -> None:
        self._speaks_at = math.inf

    def attended(self, now: float) -> None:
        self._speaks_at = now + 0.25

    def receive(self, data: bytes, now: float) -> None:
        """Nobody speaks to it."""

    def due(self, now: float) -> bytes:
        if now < self._speaks_at:
            return b""
        self._speaks_at = math.inf
        return b"welcome"

    def wake_at(self) -> float:
        return self._speaks_at


@pytest.mark.parametrize("loose", [False, True])
def test_a_monitor_is_told_each_time_that_its_port_is_opened(loose: bool) -> None:
    make: Callable[[], VirtualMonitor] = lambda: (  # noqa: E731
        FaultyLine(Welcoming(), DRIVERS["ivy-450c"].line) if loose else Welcoming()
    )
    with served(make, tcp_port=0) as url:
        for _ in range(2):
            with client(url) as connection:
                assert received(connection, lambda data: len(data) >= 7) == b"welcome"


@needs_pty
def test_a_terminal_is_announced_by_its_link_and_gone_at_the_end(tmp_path: Path) -> None:
    link = tmp_path / "monitor"
    with served(monitor("ivy-450c"), pty_link=link, speed=20.0) as url:
        assert url == str(link)
        fd = os.open(url, os.O_RDWR | os.O_NOCTTY)
        data = b""
        ends_at = time.monotonic() + DEADLINE_S
        while data.count(HEAD) < 2 and time.monotonic() < ends_at:
            data += os.read(fd, 4096)
        os.close(fd)
    assert data.startswith(HEAD)
    assert not link.is_symlink()


def test_it_ends_by_itself_after_so_many_seconds() -> None:
    said: list[str] = []
    began = time.monotonic()
    serve(monitor("ivy-450c"), tcp_port=0, seconds=0.3, announce=said.append)
    assert 0.3 <= time.monotonic() - began < 3.0
    assert len(said) == 1


def test_no_speed_keeps_it_from_ending() -> None:
    began = time.monotonic()
    serve(monitor("ivy-450c"), tcp_port=0, speed=1e9, seconds=0.2, announce=lambda _: None)
    assert time.monotonic() - began < 5.0


def test_signals_are_as_before_when_it_has_ended() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    serve(monitor("ivy-450c"), tcp_port=0, seconds=0.05, announce=lambda _: None)
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


PROGRAM = """
from pathlib import Path
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.wire.server import serve
import sys

patient = SimulatedPatient(scenario_named("S1"), 1)
serve(
    lambda: virtual_monitor("ivy-450c", patient),
    pty_link=Path(sys.argv[1]),
    announce=lambda url: print(url, flush=True),
)
"""


@needs_pty
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(number: signal.Signals, tmp_path: Path) -> None:
    link = tmp_path / "monitor"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(link)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().strip() == str(link)
        process.send_signal(number)
        assert process.wait(DEADLINE_S) == 0
        assert process.stderr.read() == ""
    assert not link.is_symlink()


def unplugged(from_s: float, to_s: float) -> Callable[[], VirtualMonitor]:
    line = DRIVERS["ivy-450c"].line
    faults = [Fault(FaultKind.UNPLUGGED, from_s, to_s)]
    return lambda: FaultyLine(monitor("ivy-450c")(), line, faults)


def refused(url: str) -> bool:
    try:
        client(url).close()
    except ConnectionRefusedError:
        return True
    return False


def test_an_unplugged_line_has_no_port_until_it_is_plugged_in_again() -> None:
    with served(unplugged(20.0, 100.0), tcp_port=0, speed=20.0) as url:
        with client(url) as connection:
            received(connection, lambda data: data.count(HEAD) >= 2)
            while connection.recv(4096):
                """The server hangs up."""
        assert refused(url)
        wait_until(lambda: not refused(url), DEADLINE_S, "the port")
        with client(url) as connection:
            received(connection, lambda data: data.count(HEAD) >= 2)


@needs_pty
def test_an_unplugged_terminal_takes_its_name_along_and_brings_it_back(tmp_path: Path) -> None:
    link = tmp_path / "monitor"
    with served(unplugged(20.0, 60.0), pty_link=link, speed=20.0):
        wait_until(lambda: not link.is_symlink(), DEADLINE_S, "no name")
        wait_until(link.exists, DEADLINE_S, "the name again")
        fd = os.open(link, os.O_RDWR | os.O_NOCTTY)
        try:
            data = b""
            while HEAD not in data:
                assert select.select([fd], [], [], DEADLINE_S)[0]
                data += os.read(fd, 4096)
        finally:
            os.close(fd)
    assert not link.is_symlink()


@needs_pty
def test_a_terminal_without_a_name_stays_and_says_nothing() -> None:
    with served(unplugged(0.0, 1e9), speed=20.0) as url:
        fd = os.open(url, os.O_RDWR | os.O_NOCTTY)
        try:
            assert not select.select([fd], [], [], 0.5)[0]
        finally:
            os.close(fd)
