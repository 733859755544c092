"""Which physical unit is on a port, whatever name the port has today.

Rule 1: a unit is known by the vendor, product and serial number of its adapter. An adapter with
        several sockets has one such number: the socket's number belongs to it.
Rule 2: one without a serial number is known by its kind and by the socket of the computer that it
        sits in (Linux: ``/dev/serial/by-path``, else where pyserial says it is).
Rule 3: what is on no bus (a built-in port, a pseudo-terminal, a socket) is its own name, and
        never a stranger: nobody can tell what hangs on it.
Rule 4: cheap adapters share a serial number. Of two that look the same the one with the known
        name is meant, else the one in the known socket; else nobody can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.serial_port import PortInfo

Units = Callable[[], Sequence[PortInfo]]
"""The ports that are there now."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One adapter as it was met. `key` is what it is known by; `socket` None = not told."""

    key: str
    url: str
    socket: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the unit is now: `url`, or None = nowhere.

    `stranger` is the other unit that sits on the port of ours meanwhile; None = nobody does.
    """

    url: str | None
    stranger: PortInfo | None = None


def unit_of(url: str, ports: Iterable[PortInfo]) -> str:
    """What the unit on this port is known by; the port's own name if nothing else is known."""
    port = port_at(url, ports)
    return url if port is None else _key(port)


def met(url: str, ports: Iterable[PortInfo]) -> Unit | None:
    """The unit on this port, to be remembered; None = no unit can be told there."""
    port = port_at(url, ports)
    if port is None or not _on_a_bus(port):
        return None
    return Unit(_key(port), url, _socket(port))


def find(unit: Unit, ports: Sequence[PortInfo]) -> Place:
    """Where this unit is now."""
    here = port_at(unit.url, ports)
    alike = [port for port in ports if _on_a_bus(port) and _key(port) == unit.key]
    if here is not None and here in alike:
        return Place(unit.url)
    in_socket = [port for port in alike if unit.socket and _socket(port) == unit.socket]
    for found in (in_socket, alike):
        if len(found) == 1:
            return Place(found[0].url)
    return Place(None, here)


def named(port: PortInfo) -> str:
    """The adapter in a few words, as it calls itself."""
    told = [port.product or port.maker or "", _number(port)]
    return " ".join(part for part in told if part) or port.url


def port_at(url: str, ports: Iterable[PortInfo]) -> PortInfo | None:
    """The port with this name; links and other spellings of a device file count."""
    if "://" in url:
        return None
    real = _real(url)
    return next((port for port in ports if port.url == url or _real(port.url) == real), None)


def _key(port: PortInfo) -> str:
    if not _on_a_bus(port):
        return port.url
    kind = f"{port.vid:04X}:{port.pid:04X}"
    if port.serial_number:
        number = _socket_of_adapter(port)
        return f"{kind}:{port.serial_number}{number}"
    socket = _socket(port)
    return f"{kind}@{socket}" if socket else f"{kind}@{port.url}"


def _on_a_bus(port: PortInfo) -> bool:
    return port.vid is not None and port.pid is not None


def _socket(port: PortInfo) -> str | None:
    return port.by_path or port.location


def _socket_of_adapter(port: PortInfo) -> str:
    """``.1`` for the second socket of an adapter with several, as pyserial's place tells it."""
    _, colon, interface = (port.location or "").partition(":")
    number = interface.rpartition(".")[2] if colon else ""
    return "" if number in {"", "0"} else f".{number}"


def _number(port: PortInfo) -> str:
    return port.serial_number or (f"{port.vid:04X}:{port.pid:04X}" if _on_a_bus(port) else "")


def _real(url: str) -> str:
    return str(Path(url).resolve()) if url.startswith("/") else url
