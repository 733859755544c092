"""The only file that knows pyserial: opening a port, and listing those that are there.

Rule 1: `read` waits at most `READ_WAIT_S` and returns what is there as soon as anything is.
Rule 2: whatever goes wrong is a `ConnectionFailed` with a reason and a sentence.
Rule 3: a port is ours alone: on POSIX by an advisory lock, which other programs of good manners
        honour too; Windows knows it no other way.
Rule 4: a silent port whose name has come to mean another one is a broken one: a number that a
        pulled cable set free may be given away before the cable is back.
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import serial
from serial.tools import list_ports as port_list
from serial.tools.list_ports_common import ListPortInfo

from devices.port_trouble import broke_off, could_not_open
from devices.session import LineSettings, Parity
from devices.socket_port import SocketPort

READ_WAIT_S = 0.05
LOOK_AGAIN_READS = 10
"""Empty reads, half a second, after which a silent port's name is looked up again."""
BY_PATH = Path("/dev/serial/by-path")
_MAC_TERMINAL = re.compile(r"/dev/ttys\d+")
WRITE_WAIT_S = 0.3

try:
    import termios
except ImportError:  # Windows
    _PORT_ERRORS: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    # Not an OSError, and pyserial lets it through when a port breaks off at the wrong moment.
    _PORT_ERRORS = (OSError, ValueError, termios.error)


class Transport(Protocol):
    """An open line; every method but `close` may raise `ConnectionFailed`."""

    def read(self) -> bytes:
        """What has arrived; empty when nothing came for a moment."""
        ...

    def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PortInfo:
    """A port of this computer; None = the adapter does not say. `url` opens it."""

    url: str
    maker: str | None
    product: str | None
    serial_number: str | None
    vid: int | None
    pid: int | None
    location: str | None
    by_path: str | None = None
    """The socket of the computer that it sits in, as Linux names it."""


class SerialPort:
    def __init__(self, url: str, line: LineSettings) -> None:
        self._url = url
        self._empty_reads = 0
        try:
            line = _what_it_can(url, line)
            self._port = serial.serial_for_url(
                url,
                do_not_open=True,
                baudrate=line.baud,
                bytesize=line.data_bits,
                parity=line.parity.value,
                stopbits=line.stop_bits,
                rtscts=line.rtscts,
                timeout=READ_WAIT_S,
                # pyserial's RFC 2217 has a limit of its own and refuses to be given one.
                write_timeout=None if url.lower().startswith("rfc2217:") else WRITE_WAIT_S,
                exclusive=True,
            )
            self._port.open()
            self._device = _device_at(url)
        except _PORT_ERRORS as error:
            raise could_not_open(url, error) from error

    def read(self) -> bytes:
        try:
            first: bytes = self._port.read(1)
            if first:
                self._empty_reads = 0
                return first + self._port.read(self._port.in_waiting)
        except _PORT_ERRORS as error:
            raise broke_off(self._url) from error
        self._look_where_it_leads()
        return b""

    def _look_where_it_leads(self) -> None:
        self._empty_reads += 1
        if self._empty_reads % LOOK_AGAIN_READS:
            return
        device = _device_at(self._url)
        if device is not None and device != self._device:
            raise broke_off(self._url)

    def write(self, data: bytes) -> None:
        try:
            self._port.write(data)
        except serial.SerialTimeoutException:
            # Nobody takes our bytes: a monitor that is switched off holds a handshake line.
            # That is silence, not a broken port; old questions must not pile up meanwhile.
            self._drop_unsent()
        except _PORT_ERRORS as error:
            raise broke_off(self._url) from error

    def close(self) -> None:
        # Given back by name: a child process that is just being started still holds a copy of the
        # port, and with it the lock, so that the next opening would be refused.
        with contextlib.suppress(*_PORT_ERRORS):
            self._port.exclusive = False
        with contextlib.suppress(*_PORT_ERRORS):
            self._port.close()

    def _drop_unsent(self) -> None:
        try:
            self._port.reset_output_buffer()
        except _PORT_ERRORS as error:
            raise broke_off(self._url) from error


def open_port(url: str, line: LineSettings) -> Transport:
    """Open a device path, COM3, ``socket://``, ``rfc2217://`` or ``loop://``."""
    if url.lower().startswith("socket://"):
        return SocketPort(url)
    return SerialPort(url, line)


def _what_it_can(url: str, line: LineSettings) -> LineSettings:
    """The settings; for a pseudo-terminal those that it can have: 8 bits and no parity.

    Linux ignores others there the first time, and refuses a second opening, because nothing that
    was asked for could be done.
    """
    return replace(line, data_bits=8, parity=Parity.NONE) if _is_pseudo_terminal(url) else line


def _device_at(url: str) -> int | None:
    """The number of the device behind a name; None = none is there, or names have no numbers."""
    try:
        return os.stat(url).st_rdev or None
    except (OSError, ValueError):
        return None


def has_line_settings(url: str) -> bool:
    """Whether speed and parity mean anything there; not in memory and not in a plain socket."""
    if url.lower().startswith(("socket://", "loop://")):
        return False
    return not _is_pseudo_terminal(url)


def _is_pseudo_terminal(url: str) -> bool:
    if "://" in url:
        return False
    path = Path(url).resolve()
    return path.is_relative_to("/dev/pts") or bool(_MAC_TERMINAL.fullmatch(str(path)))


def list_ports() -> list[PortInfo]:
    """The serial ports that are there now, by name."""
    places = sockets()
    return [
        PortInfo(
            url=port.device,
            maker=port.manufacturer,
            product=port.product,
            serial_number=port.serial_number,
            vid=port.vid,
            pid=port.pid,
            location=port.location,
            by_path=places.get(port.device),
        )
        for port in sorted(_comports(), key=lambda port: port.device)
    ]


def _comports() -> list[ListPortInfo]:
    """An adapter that is pulled while pyserial reads its facts: this time there is no list."""
    try:
        return list(port_list.comports())
    except (OSError, TypeError, ValueError):
        return []


def sockets(folder: Path = BY_PATH) -> dict[str, str]:
    """Device file to the name of the socket; of two names for one socket the first."""
    try:
        links = sorted(folder.iterdir(), reverse=True)
    except OSError:  # not Linux, or nothing is plugged in
        return {}
    return {str(link.resolve()): link.name for link in links}
