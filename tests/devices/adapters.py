"""Adapters on a bus that exists in a list only."""

from __future__ import annotations

from dataclasses import replace

from devices.serial_port import PortInfo


def adapter(
    url: str,
    serial: str | None = "A1",
    *,
    location: str | None = "1-2",
    by_path: str | None = None,
    product: str | None = "USB Serial",
) -> PortInfo:
    return PortInfo(url, "FTDI", product, serial, 0x0403, 0x6001, location, by_path)


def built_in(url: str) -> PortInfo:
    return PortInfo(url, None, None, None, None, None, None)


class Bus:
    """What is plugged in now; `list` is what a link is given to look at it."""

    def __init__(self, *ports: PortInfo) -> None:
        self._ports = {port.url: port for port in ports}

    def list(self) -> list[PortInfo]:
        return list(self._ports.values())

    def plug(self, port: PortInfo, url: str | None = None) -> None:
        """`url` is the name that the computer gives it; None = its own."""
        found = port if url is None else replace(port, url=url)
        self._ports = {**self._ports, found.url: found}

    def unplug(self, url: str) -> None:
        self._ports = {name: port for name, port in self._ports.items() if name != url}
