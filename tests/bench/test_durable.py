"""How long it takes from a reading's arrival until it is on the disk: eight chairs, 1 Hz each.

Everything is at work as in the program: the store's thread, the journal's, a reader that opens the
record now and then. The chairs are not in step: each has its own place within the second.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from reporting import Figure

from data.journal import Journal
from data.store import SessionStore
from data.writer import StoreWriter
from monitor.entries import Committed, Entry, StoreTrouble, StoreWell
from monitor.events import Numerics
from tests.ui.trend_examples import numerics, opened

pytestmark = pytest.mark.bench

KEY = bytes(range(32))
CHAIRS, SECONDS = 8, 40
P99_GOAL_MS, WORST_GOAL_MS = 300.0, 1000.0


class Clock:
    """When each entry was handed over, and how long it took until it was on the disk."""

    def __init__(self) -> None:
        self._put: dict[tuple[str, int], float] = {}
        self._reached: dict[str, int] = {}
        self.waits_ms: list[float] = []
        self.trouble: list[str] = []

    def put(self, entry: Entry) -> None:
        self._put[entry.session_id, entry.seq] = time.perf_counter()

    def hear(self, report: Committed | StoreTrouble | StoreWell) -> None:
        now = time.perf_counter()
        if isinstance(report, StoreTrouble):
            self.trouble.append(report.text)
        if not isinstance(report, Committed):
            return
        for seq in range(self._reached.get(report.session_id, -1) + 1, report.seq + 1):
            self.waits_ms.append((now - self._put[report.session_id, seq]) * 1000)
        self._reached[report.session_id] = report.seq


def record(writer: StoreWriter, clock: Clock) -> None:
    pause, start = threading.Event(), time.perf_counter()
    values = [numerics(hr=70 + n, pulse=70 + n, spo2=97, rr=14) for n in range(20)]
    for beat in range(SECONDS * CHAIRS):
        chair, second = beat % CHAIRS, beat // CHAIRS
        what = opened() if second == 0 else values[(chair + second) % 20]
        assert second == 0 or isinstance(what, Numerics)
        pause.wait(max(0.0, start + beat / CHAIRS - time.perf_counter()))
        entry = Entry(f"chair-{chair}", second, float(second), what)
        clock.put(entry)
        writer.put(entry)


def look(path: Path, over: threading.Event) -> None:
    """Somebody has the library open."""
    while not over.wait(1.0):
        with SessionStore.open(path, KEY, read_only=True) as store:
            store.unfinished()


def test_what_arrives_is_soon_on_the_disk(
    tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    path, spill = tmp_path / "record.db", tmp_path / "spill"
    SessionStore.open(path, KEY).close()
    clock, over = Clock(), threading.Event()
    writer = StoreWriter(
        lambda: SessionStore.open(path, KEY), clock.hear, Journal(spill, path, KEY)
    )
    reader = threading.Thread(target=look, args=(path, over))
    writer.start()
    reader.start()
    try:
        record(writer, clock)
        assert writer.flush(30.0)
    finally:
        over.set()
        reader.join()
        writer.stop()
    waits = sorted(clock.waits_ms)
    assert len(waits) == CHAIRS * SECONDS
    assert not clock.trouble
    p99 = waits[int(len(waits) * 0.99)]
    detail = f"p50 {waits[len(waits) // 2]:.0f} ms, {CHAIRS} chairs at 1 Hz for {SECONDS} s"
    report(Figure("reading on the disk, p99", p99, P99_GOAL_MS, unit="ms", detail=detail))
    report(Figure("reading on the disk, worst", waits[-1], WORST_GOAL_MS, unit="ms"))
