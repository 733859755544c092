"""A search on a line whose settings matter: a serial server that is told them (RFC 2217)."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, cast

import pytest
import serial
from serial.rfc2217 import PortManager
from served import monitor

from devices.probe import probe
from devices.registry import DRIVERS
from devices.session import LineSettings

LOOK_S = 0.01
pytestmark = pytest.mark.filterwarnings("ignore:set(Daemon|Name):DeprecationWarning")


class SerialServer:
    """One monitor at one setting of the line: at any other, nothing goes either way."""

    def __init__(self, listener: socket.socket, name: str, line: LineSettings) -> None:
        self._listener = listener
        self._monitor = monitor(name)()
        self._line = line
        self._began = time.monotonic()
        self._ending = threading.Event()
        self.device = serial.serial_for_url("loop://")
        self.settings: list[tuple[int, str]] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def write(self, data: bytes) -> None:
        """What the manager answers about the line."""
        self._client.sendall(data)

    def close(self) -> None:
        self._ending.set()
        self._thread.join()
        self.device.close()

    def _serve(self) -> None:
        self._listener.settimeout(0.1)
        while not self._ending.is_set():
            with contextlib.suppress(TimeoutError):
                client, _ = self._listener.accept()
                with client:
                    self._talk(client)

    def _talk(self, client: socket.socket) -> None:
        self._client = client
        client.settimeout(LOOK_S)
        manager = PortManager(cast(Any, self.device), cast(Any, self))
        while not self._ending.is_set():
            now = time.monotonic() - self._began
            said = self._monitor.due(now)
            with contextlib.suppress(TimeoutError, ConnectionError):
                if self._fits():
                    client.sendall(b"".join(manager.escape(said)))
                data = client.recv(1000)
                if not data:
                    return
                heard = b"".join(manager.filter(data))
                if heard and self._fits():
                    self._monitor.receive(heard, now)

    def _fits(self) -> bool:
        now = (self.device.baudrate, str(self.device.parity))
        if not self.settings or self.settings[-1] != now:
            self.settings.append(now)
        return now == (self._line.baud, self._line.parity.value)


@contextmanager
def serial_server(name: str, line: LineSettings) -> Iterator[tuple[str, SerialServer]]:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        closing(SerialServer(listener, name, line)) as server,
    ):
        yield f"rfc2217://127.0.0.1:{listener.getsockname()[1]}", server


def test_a_monitor_is_found_at_the_settings_that_it_has() -> None:
    driver = DRIVERS["par-nibp2010"]
    with serial_server(driver.name, driver.line) as (url, server):
        began = time.monotonic()
        finding = probe(url)
        assert time.monotonic() - began < 15.0
    assert finding.proposed == driver.name
    assert finding.line == driver.line
    tried = [baud for baud, _ in server.settings]
    assert tried.index(9600) < tried.index(4800)
