"""How much room the record takes: a treatment of two hours, and the raw bytes of every monitor.

Everything is encrypted, and measured in whole files after they were closed. Of the raw bytes it is
told what they add to a file: an empty one has its own pages, as every database has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from long_session import write
from reporting import Figure

from data.capture_store import CaptureFile, Piece
from data.capture_store import read as read_capture
from data.store import SessionStore
from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.scenario.scenario import scenario_named

pytestmark = pytest.mark.bench

KEY = bytes(range(48))
SESSION_S = 7200
SESSION_GOAL_KB = 400.0
RAW_GOAL_PERCENT = 40.0
STEP_S = 0.25
"""A serial port is read about so often."""
LITTLE_BYTES = 100_000
"""Below that the pages of a file, 4096 bytes each, say more than what is in them."""


def size_of(path: Path) -> int:
    """With all that lies beside it."""
    return sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*"))


def test_a_treatment_of_two_hours_is_small(
    tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    empty, path = tmp_path / "empty.db", tmp_path / "full.db"
    SessionStore.open(empty, KEY).close()
    entries = write(path, KEY, SESSION_S)
    bytes_each = (size_of(path) - size_of(empty)) / entries
    report(
        Figure(
            "2 h session: numbers, cuff, alarms, people, audit; encrypted",
            size_of(path) / 1000,
            SESSION_GOAL_KB,
            unit="kB",
            detail=f"{entries} entries of {bytes_each:.0f} bytes; "
            f"an empty record has {size_of(empty) / 1000:.0f} kB",
        )
    )


def pieces_of(driver: Driver) -> Iterator[Piece]:
    """What goes over the wire in two hours, in both directions, as the port hands it over."""
    monitor = virtual_monitor(driver.name, SimulatedPatient(scenario_named("S5"), 1))
    session = driver.open(driver.source)
    asked = session.opened(0.0)
    for step in range(round(SESSION_S / STEP_S)):
        now = step * STEP_S
        asked += session.due(now)
        monitor.receive(asked, now)
        if asked:
            yield Piece(now, driver.name, "tx", asked)
        asked = b""
        said = monitor.due(now)
        if said:
            yield Piece(now, driver.name, "rx", said)
        for _ in session.receive(said, now):
            pass


def keep(path: Path, pieces: list[Piece]) -> None:
    """A second of pieces is one row, as the writer of captures makes it."""
    with_rows: dict[int, list[Piece]] = {}
    for piece in pieces:
        with_rows.setdefault(int(piece.at), []).append(piece)
    file = CaptureFile.open(path, KEY)
    try:
        for row in with_rows.values():
            file.add(row)
    finally:
        file.close()


@pytest.mark.parametrize("name", DRIVERS)
def test_raw_bytes_are_kept_in_less_room_than_they_came_in(
    name: str, tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    pieces = list(pieces_of(DRIVERS[name]))
    wire = sum(len(piece.data) for piece in pieces)
    empty, path = tmp_path / "empty.capture", tmp_path / "full.capture"
    keep(empty, [])
    keep(path, pieces)
    added = size_of(path) - size_of(empty)
    # Not before: who reads leaves an index beside the file.
    assert sum(len(data) for *_, data in read_capture(path, KEY)) == wire
    little = wire < LITTLE_BYTES
    report(
        Figure(
            f"raw bytes of 2 h kept, {name} / on the wire",
            100 * added / wire,
            None if little else RAW_GOAL_PERCENT,
            unit="%",
            detail=f"{added / 1000:.0f} kB of {wire / 1000:.0f} kB"
            + ("; too little for a ratio" if little else ""),
        )
    )
