from __future__ import annotations

import os
import pty
import socket
import threading
import time
import tty
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import serial
from helpers import wait_until
from serial.rfc2217 import PortManager

from devices.errors import ConnectionFailed, ConnectReason
from devices.serial_port import (
    LOOK_AGAIN_READS,
    PortInfo,
    SerialPort,
    Transport,
    has_line_settings,
    list_ports,
    open_port,
    sockets,
)
from devices.session import LineSettings, Parity

LINE = LineSettings(9600)


@dataclass
class Cable:
    """A pseudo-terminal: we hold the monitor's end, `url` is the computer's."""

    master: int
    slave: int
    url: str
    plugged: bool = True

    def unplug(self) -> None:
        if self.plugged:
            self.plugged = False
            os.close(self.slave)
            os.close(self.master)


@pytest.fixture
def cable() -> Iterator[Cable]:
    master, slave = pty.openpty()
    tty.setraw(slave)
    cable = Cable(master, slave, os.ttyname(slave))
    yield cable
    cable.unplug()


def read_all(port: Transport, length: int) -> bytes:
    taken = bytearray()

    def enough() -> bool:
        taken.extend(port.read())
        return len(taken) >= length

    wait_until(enough)
    return bytes(taken)


def test_bytes_go_both_ways(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        os.write(cable.master, b"\x00HR 080\r\n\xff")
        assert read_all(port, 10) == b"\x00HR 080\r\n\xff"
        port.write(b"?")
        assert os.read(cable.master, 10) == b"?"


def test_a_read_returns_what_is_there_and_waits_for_no_more(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        os.write(cable.master, b"abc")
        began = time.monotonic()
        assert read_all(port, 3) == b"abc"
        assert time.monotonic() - began < 0.04


def test_a_silent_line_gives_nothing_after_a_moment(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        began = time.monotonic()
        assert port.read() == b""
        assert time.monotonic() - began < 1.0


@pytest.mark.parametrize(
    "line",
    [
        LineSettings(1200, parity=Parity.ODD),
        LineSettings(19200, data_bits=7, parity=Parity.EVEN, stop_bits=2),
        LineSettings(115200, rtscts=True),
    ],
)
def test_a_pseudo_terminal_takes_every_line_setting_each_time(
    cable: Cable, line: LineSettings
) -> None:
    for _ in range(2):
        with closing(open_port(cable.url, line)) as port:
            os.write(cable.master, b"A")
            assert read_all(port, 1) == b"A"


def test_a_cable_that_is_pulled_is_a_broken_line(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        cable.unplug()
        with pytest.raises(ConnectionFailed, match="broke off") as failed:
            port.read()
    assert failed.value.reason is ConnectReason.BROKEN


def test_a_silent_port_whose_name_now_means_another_is_a_broken_line(
    cable: Cable, tmp_path: Path
) -> None:
    name, elsewhere = tmp_path / "monitor", pty.openpty()
    name.symlink_to(cable.url)
    try:
        with closing(SerialPort(str(name), LINE)) as port:
            os.write(cable.master, b"still here")
            assert read_all(port, 10) == b"still here"
            name.unlink()
            assert all(port.read() == b"" for _ in range(2 * LOOK_AGAIN_READS))
            name.symlink_to(os.ttyname(elsewhere[1]))
            with pytest.raises(ConnectionFailed) as failed:
                all(port.read() == b"" for _ in range(LOOK_AGAIN_READS))
        assert failed.value.reason is ConnectReason.BROKEN
    finally:
        for end in elsewhere:
            os.close(end)


def test_writing_into_a_pulled_cable_is_a_broken_line(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        cable.unplug()
        with pytest.raises(ConnectionFailed, match="broke off"):
            port.write(b"?")


def test_a_monitor_that_takes_no_bytes_is_silent_and_not_broken(cable: Cable) -> None:
    with closing(open_port(cable.url, LINE)) as port:
        port.write(bytes(200_000))
        os.write(cable.master, b"A")
        assert read_all(port, 1) == b"A"


def test_a_port_that_we_have_is_in_use_for_everybody_else(cable: Cable) -> None:
    with (
        closing(open_port(cable.url, LINE)),
        pytest.raises(ConnectionFailed, match="another program") as failed,
    ):
        open_port(cable.url, LINE)
    assert failed.value.reason is ConnectReason.IN_USE


def test_a_port_that_was_closed_can_be_opened_again(cable: Cable) -> None:
    open_port(cable.url, LINE).close()
    open_port(cable.url, LINE).close()


def test_closing_twice_is_no_error(cable: Cable) -> None:
    port = open_port(cable.url, LINE)
    cable.unplug()
    port.close()
    port.close()


def test_a_port_that_is_not_there_is_absent(tmp_path: Path) -> None:
    with pytest.raises(ConnectionFailed, match="is not there") as failed:
        open_port(str(tmp_path / "ttyUSB9"), LINE)
    assert failed.value.reason is ConnectReason.ABSENT


def test_a_file_is_not_a_serial_port(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no port")
    with pytest.raises(ConnectionFailed, match="is not a serial port") as failed:
        open_port(str(path), LINE)
    assert failed.value.reason is ConnectReason.BAD_URL


@pytest.mark.parametrize("url", ["gopher://x", "", "socket://nowhere"])
def test_a_name_that_means_nothing_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(ConnectionFailed) as failed:
        open_port(url, LINE)
    assert failed.value.url == url
    assert "\n" not in str(failed.value)


def test_a_loop_gives_back_what_was_sent() -> None:
    with closing(open_port("loop://", LINE)) as port:
        port.write(b"echo")
        assert read_all(port, 4) == b"echo"


def test_a_serial_server_is_opened_by_its_url() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"socket://127.0.0.1:{server.getsockname()[1]}"
        with closing(open_port(url, LINE)) as port:
            peer, _ = server.accept()
            with peer:
                peer.sendall(b"A")
                assert read_all(port, 1) == b"A"


class EchoServer:
    """An RFC 2217 server with one client, that sends back what it gets."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.device = serial.serial_for_url("loop://")
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        self._client, _ = self._listener.accept()
        with self._client:
            manager = PortManager(cast(Any, self.device), cast(Any, self))
            while data := self._client.recv(1000):
                echo = b"".join(manager.filter(data))
                self.write(b"".join(manager.escape(echo)))

    def write(self, data: bytes) -> None:
        self._client.sendall(data)

    def close(self) -> None:
        self._thread.join()
        self.device.close()


@pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")
def test_a_serial_server_that_can_set_its_line_is_told_our_settings() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = EchoServer(listener)
        url = f"rfc2217://127.0.0.1:{listener.getsockname()[1]}"
        with (
            closing(server),
            closing(open_port(url, LineSettings(1200, parity=Parity.ODD))) as port,
        ):
            port.write(b"\x00\xff80")
            assert read_all(port, 4) == b"\x00\xff80"
            assert (server.device.baudrate, server.device.parity) == (1200, "O")


def test_the_ports_of_this_computer_have_names_in_order() -> None:
    ports = list_ports()
    assert all(isinstance(port, PortInfo) and port.url for port in ports)
    assert ports == sorted(ports, key=lambda port: port.url)


def test_a_port_knows_the_socket_that_it_sits_in(tmp_path: Path) -> None:
    device, folder = tmp_path / "ttyUSB0", tmp_path / "by-path"
    device.touch()
    folder.mkdir()
    (folder / "pci-0-usbv2-0:2:1.0-port0").symlink_to(device)
    (folder / "pci-0-usb-0:2:1.0-port0").symlink_to(device)
    assert sockets(folder) == {str(device): "pci-0-usb-0:2:1.0-port0"}
    assert sockets(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("url", "has"),
    [
        ("/dev/ttyUSB0", True),
        ("COM3", True),
        ("rfc2217://host:4001", True),
        ("socket://host:4001", False),
        ("loop://", False),
    ],
)
def test_speed_means_something_on_a_serial_line_and_nothing_in_a_socket(
    url: str,
    has: bool,
) -> None:
    assert has_line_settings(url) is has


def test_speed_means_nothing_on_a_pseudo_terminal(cable: Cable, tmp_path: Path) -> None:
    assert not has_line_settings(cable.url)
    link = tmp_path / "monitor"
    link.symlink_to(cable.url)
    assert not has_line_settings(str(link))


def test_a_closed_port_is_free_though_a_child_process_still_holds_a_copy(cable: Cable) -> None:
    """As for a moment between the fork and the exec of a process that is just being started."""
    port = open_port(cable.url, LINE)
    assert isinstance(port, SerialPort)
    copy = os.dup(port._port.fileno())
    port.close()
    try:
        open_port(cable.url, LINE).close()
    finally:
        os.close(copy)
