"""The ports that are there and the monitors that are known, as lines to read and as JSON.

Rule: the keys of the JSON are a promise to other programs; a key is added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from devices.identity import unit_of
from devices.serial_port import PortInfo
from devices.session import Driver, LineSettings
from ui.device_choices import line_text
from ui.words import say

Json = dict[str, object]
_INDENT = "  "


def ports_json(ports: Sequence[PortInfo]) -> list[Json]:
    """`unit` is what the same adapter is known by again, wherever it is plugged in."""
    return [
        {
            "url": port.url,
            "maker": port.maker,
            "product": port.product,
            "serial": port.serial_number,
            "vid": port.vid,
            "pid": port.pid,
            "location": port.location,
            "by_path": port.by_path,
            "unit": unit_of(port.url, ports),
        }
        for port in ports
    ]


def drivers_json(drivers: Iterable[Driver]) -> list[Json]:
    return [
        {
            "name": driver.name,
            "title": driver.title,
            "signs": sorted(driver.signs),
            **_line_json(driver.line),
            "other_lines": [_line_json(line) for line in driver.alternative_lines],
            "cable": driver.cable,
            "sends": [{"bytes": sent.hex(" "), "what": what} for sent, what in driver.sends],
            "speaks_only_when_measured": driver.speaks_only_when_measured,
            "can_start_cuff": driver.starts_cuff,
        }
        for driver in drivers
    ]


def _line_json(line: LineSettings) -> Json:
    return {
        "baud": line.baud,
        "data_bits": line.data_bits,
        "parity": line.parity.value,
        "stop_bits": line.stop_bits,
        "flow_control": "rtscts" if line.rtscts else "none",
    }


def ports_table(ports: Sequence[PortInfo]) -> list[str]:
    if not ports:
        return [say("no-ports")]
    rows = [
        (
            port.url,
            port.maker or "",
            port.product or "",
            port.serial_number or "",
            "" if port.vid is None or port.pid is None else f"{port.vid:04X}:{port.pid:04X}",
            port.by_path or port.location or "",
        )
        for port in ports
    ]
    return [say("ports-heading"), *(_INDENT + line for line in _columns(rows))]


def drivers_table(drivers: Iterable[Driver]) -> list[str]:
    """Each monitor: its name and settings, then its cable, then what is sent to it."""
    known = list(drivers)
    heads = _columns([(one.name, one.title, _settings(one)) for one in known])
    lines = [say("drivers-heading")]
    for driver, head in zip(known, heads, strict=True):
        lines += [_INDENT + head, *(_INDENT * 3 + fact for fact in _facts(driver))]
    return lines


def _settings(driver: Driver) -> str:
    text = line_text(driver.line)
    for line in driver.alternative_lines:
        text = say("drivers-other-line", text, line_text(line))
    return text


def _facts(driver: Driver) -> list[str]:
    what = "; ".join(what for _, what in driver.sends)
    facts = [driver.cable, say("drivers-sends", what) if what else say("drivers-sends-nothing")]
    return [*facts, say("drivers-starts-cuff")] if driver.starts_cuff else facts


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows with their columns under each other; a column without a word is left out."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True) if width
        ).rstrip()
        for row in rows
    ]
