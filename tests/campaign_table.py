"""What the long campaigns have measured, in one table each at the end of `make soak`.

A test hands over a row with `record_property(TABLE, row)`; rows of one campaign and one name are
one line of its table: counts are added up, and of what is measured the worst counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

TABLE = "campaign"


@dataclass(frozen=True, slots=True)
class Column:
    """`worst`: the largest value counts; else they are added up. `goal` = at most; None = none."""

    name: str
    worst: bool = False
    goal: float | None = None


CAMPAIGNS: dict[str, tuple[Column, ...]] = {
    "attack": (Column("tried"), Column("found"), Column("named")),
    "fault": (
        Column("runs"),
        Column("rows written"),
        Column("rows found"),
        Column("worst loss s", worst=True, goal=1.0),
        Column("human lost", goal=0),
        Column("unreadable", goal=0),
        Column("back after s", worst=True, goal=15.0),
        Column("waves lost"),
    ),
    "session": (
        Column("sessions"),
        Column("seconds"),
        Column("with value"),
        Column("gaps"),
        Column("cuffs"),
        Column("alarms"),
        Column("commands"),
        Column("refused"),
        Column("entries"),
        Column("judged by bytes"),
        Column("wrong", goal=0),
    ),
    "gap": (Column("gaps"), Column("seconds")),
}
"""By the name of the first column."""


@dataclass(slots=True)
class _Line:
    values: dict[str, float] = field(default_factory=dict)
    told: str = ""


def row_of(campaign: str, name: str, *, told: str = "", **values: float) -> str:
    """What a test hands over; an underscore stands for the space in the name of a column.

    `told` is what a person was told of it, in one sentence.
    """
    said = {key.replace("_", " "): value for key, value in values.items()}
    return json.dumps({"campaign": campaign, "name": name, "values": said, "told": told})


def lines_of(rows: Iterable[str]) -> Iterator[str]:
    """All tables."""
    gathered: dict[str, dict[str, _Line]] = {}
    for text in rows:
        row: dict[str, Any] = json.loads(text)
        line = gathered.setdefault(row["campaign"], {}).setdefault(row["name"], _Line())
        line.told = line.told or row["told"]
        for column in CAMPAIGNS[row["campaign"]]:
            value = row["values"][column.name]
            before = line.values.get(column.name, 0)
            line.values[column.name] = max(before, value) if column.worst else before + value
    for campaign, lines in gathered.items():
        yield from _table(campaign, lines)
        yield ""
        yield from (f"{name}: {line.told}" for name, line in lines.items() if line.told)


def _table(campaign: str, lines: dict[str, _Line]) -> Iterator[str]:
    columns = CAMPAIGNS[campaign]
    cells = [[campaign, *(column.name for column in columns), ""]]
    for name, line in lines.items():
        said = [_plain(line.values[column.name]) for column in columns]
        cells.append([name, *said, _missed(columns, line)])
    widths = [max(len(row[at]) for row in cells) for at in range(len(columns) + 1)]
    for row in cells:
        first, *others = row[:-1]
        numbers = [f"{one:>{width}}" for one, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([f"{first:<{widths[0]}}", *numbers, row[-1]]).rstrip()


def _missed(columns: Iterable[Column], line: _Line) -> str:
    names = [
        column.name
        for column in columns
        if column.goal is not None and line.values[column.name] > column.goal
    ]
    return f"MISSED: {', '.join(names)}" if names else ""


def _plain(value: float) -> str:
    return f"{value:d}" if isinstance(value, int) else f"{value:.2f}"
