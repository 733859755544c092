"""The demo without a display: as fast as it goes, with pictures of the real window on the way.

Leaves in the folder: one database, the raw bytes of each session, the pictures, and the report of
the first session as a PDF.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.capture_file import CaptureWriter
from data.store import SessionStore
from data.vault import key_for
from devices.simulated.scenario.scenario import Scenario
from monitor.entries import Anchor, AnchorReason, Committed, Entry, Published
from monitor.outcomes import AlarmChanged, Priority
from monitor.station import utc_offset_min
from ui.demo import SimulatedChair
from ui.opening import new_session_id
from ui.places import CAPTURE_SUFFIX, capture_path, open_record

DATABASE = "demo.db"
TURN_S = 10.0
"""Virtual seconds between two commits and two looks of the window."""
BASELINE, ALARM, PEAK, RECOVERY = "1-baseline", "2-high-alarm", "3-peak", "4-recovery"
REVIEW, REPORT, WALL = "5-review", "6-report", "7-wall"
PICTURES = (BASELINE, ALARM, PEAK, RECOVERY, REVIEW, WALL)
BASELINE_BEFORE_S = 20.0
PEAK_BEFORE_STOP_S = 30.0
RECOVERY_AFTER_S = 25 * 60.0
AFTER_ALARM_S = 12.0
WALL_MIN = (12.0, 26.0, 88.0, 33.0, 30.0, 6.0, 52.0, 18.0)
"""The minute of its infusion at which each chair is shown on the wall."""


class Window(Protocol):
    """What takes the pictures and makes the report; `ui/gallery.py` has the real window."""

    def show(self, published: Published) -> None: ...

    def committed(self, report: Committed) -> None: ...

    def look(self, now_s: float) -> None: ...

    def take(self, name: str, now_s: float) -> Path: ...

    def review(self, session_id: str) -> Path: ...

    def report(self, session_id: str) -> Path: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Left:
    """What is in the folder now."""

    database: Path
    sessions: tuple[str, ...]
    pictures: tuple[Path, ...]
    """The report of the first session is among them."""


def run_headless(
    scenarios: Sequence[Scenario],
    out: Path,
    *,
    seed: int,
    window: Callable[[Path], Window] | None,
) -> Left:
    """Play the scenarios one after another. Raises a `StoreError` when `out` can't be written."""
    out.mkdir(parents=True, exist_ok=True)
    _clear(out)
    database = out / DATABASE
    key = key_for(database)
    store = open_record(database, key=key)
    taken: list[Path] = []
    plays: list[_Play] = []
    try:
        for number, scenario in enumerate(scenarios, start=1):
            camera = window(database) if window is not None and number == 1 else None
            play = _Play(scenario, store, database, key, number, seed + number - 1, camera)
            play.watched(window is not None)
            taken += play.to_the_end()
            plays.append(play)
    finally:
        store.close_for_good()
    if window is not None and len(plays) > 1:
        taken.append(_wall(plays, window(database)))
    return Left(database, tuple(play.session_id for play in plays), tuple(taken))


def _wall(plays: Sequence[_Play], camera: Window) -> Path:
    """All chairs on one screen, each at a moment of its own."""
    for play in plays:
        for published in play.on_the_wall:
            camera.show(published)
    taken = camera.take(WALL, 0.0)
    camera.close()
    return taken


def report_in(out: Path) -> Path:
    """The report of the first session."""
    return out / f"{REPORT}.pdf"


def _clear(out: Path) -> None:
    """Take away what an earlier demo left in this folder, and nothing else."""
    database = out / DATABASE
    if not database.exists():
        return
    for name in ("", "-wal", "-shm"):
        database.with_name(database.name + name).unlink(missing_ok=True)
    for left in (
        *out.glob(f"*{CAPTURE_SUFFIX}*"),
        *(out / f"{name}.png" for name in PICTURES),
        report_in(out),
    ):
        left.unlink(missing_ok=True)


class _Play:
    """One scenario from the opening to the end."""

    def __init__(
        self,
        scenario: Scenario,
        store: SessionStore,
        database: Path,
        key: bytes | None,
        number: int,
        seed: int,
        camera: Window | None,
    ) -> None:
        self.session_id = new_session_id()
        self.on_the_wall: list[Published] = []
        """The opening of the session, and the moment at which the wall shows it."""
        self._scenario = scenario
        minute = WALL_MIN[(number - 1) % len(WALL_MIN)]
        self._wall_at_s = min(scenario.start_s + minute * 60.0, scenario.ends_at_s - TURN_S)
        self._store = store
        self._camera = camera
        self._entries: list[Entry] = []
        self._alarm_at: float | None = None
        utc_s = time.time()
        offset = utc_offset_min(utc_s)
        self._anchors = [Anchor(self.session_id, 0.0, utc_s, offset, AnchorReason.START)]
        self._capture = CaptureWriter(capture_path(database, self.session_id), key)
        self._simulated = SimulatedChair(
            scenario,
            seed=seed,
            session_id=self.session_id,
            store=self._entries.append,
            show=self._show,
            capture=self._capture,
            number=number,
        )

    def watched(self, somebody: bool) -> None:
        """Pictures are wanted of it, now or on the wall in the end."""
        self._simulated.watched = somebody

    def _show(self, published: Published) -> None:
        if self._camera is not None:
            self._camera.show(published)
        if not self.on_the_wall:
            self.on_the_wall = [published, published]
        elif published.now_s <= self._wall_at_s:
            self.on_the_wall[1] = published
        for outcome in published.outcomes:
            if isinstance(outcome, AlarmChanged) and outcome.priority is Priority.HIGH:
                self._alarm_at = self._alarm_at or published.now_s

    def to_the_end(self) -> list[Path]:
        taken: list[Path] = []
        end = self._scenario.ends_at_s + 1.0
        now = 0.0
        moments = self._moments()
        while now < end:
            now = min(now + TURN_S, end)
            self._simulated.runner.run_until(now)
            self._commit()
            if self._camera is not None:
                self._camera.look(now)
            taken += self._pictures(moments, now)
        self._capture.close()
        if self._camera is not None:
            taken += [self._camera.review(self.session_id), self._camera.report(self.session_id)]
            self._camera.close()
        return taken

    def _pictures(self, moments: dict[str, float], now: float) -> list[Path]:
        """Take every picture whose moment has come; each is taken once."""
        if self._camera is None:
            return []
        if self._alarm_at is not None:
            moments.setdefault(ALARM, self._alarm_at + AFTER_ALARM_S)
        due = [name for name, at in moments.items() if at <= now]
        if due and not self._simulated.chair.ended:
            self._simulated.chair.take(None, now)  # so that the picture knows of the commit
        for name in due:
            moments[name] = math.inf
        return [self._camera.take(name, now) for name in due]

    def _moments(self) -> dict[str, float]:
        """When which picture is taken, in session seconds."""
        start = self._scenario.start_s
        stop = start + self._scenario.plan.minutes * 60.0
        return {
            BASELINE: start - BASELINE_BEFORE_S,
            PEAK: stop - PEAK_BEFORE_STOP_S,
            RECOVERY: stop + RECOVERY_AFTER_S,
        }

    def _commit(self) -> None:
        if not self._entries:
            return
        self._store.write(self._entries, self._anchors)
        seq = self._entries[-1].seq
        self._anchors = []
        self._entries.clear()
        report = Committed(self.session_id, seq)
        self._simulated.chair.heard_committed(report)
        if self._camera is not None:
            self._camera.committed(report)
