"""The link faults once more on a real pseudo-terminal, with the program and its store behind it.

The virtual monitor is a process of its own (`simulate --fault`). What the program said is read off
its record: the reason, and the gap that the CSV has where nothing was measured. All sessions wait
for their faults at the same time.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from helpers import wait_until
from real_program import (
    PATIENCE_S,
    Running,
    asked,
    exported,
    ivy_frame,
    needs_pty,
    one_sentence,
    simulated,
    values,
)
from watched_program import Watched, wanted, watched

from data.store import SessionStore
from devices.simulated.monitors.virtual_and_tm2657 import CLOCK_FROM
from devices.simulated.scenario.faults import FaultKind
from monitor.commands import EndSession
from monitor.entries import Entry
from monitor.events import LinkChanged, LinkReason, LinkState, Numerics
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.vitals import CuffResult

pytestmark = needs_pty

Said = TypeVar("Said")
DRIVER = "ivy-450c"
BEGINS_S, LASTS_S = 15, 10
"""On a busy computer, so many processes and stores need some seconds until all have begun."""
ABSENT = frozenset({LinkReason.PORT_ABSENT, LinkReason.PORT_BROKE})
QUIET = frozenset({LinkReason.NO_DATA})
MISREAD = QUIET | {LinkReason.WRONG_DRIVER}
SAID: dict[str, tuple[str, frozenset[LinkReason]]] = {
    FaultKind.UNPLUGGED: ("", ABSENT),
    FaultKind.SILENT: ("", QUIET),
    FaultKind.NOISE: (":0.2", MISREAD),
    FaultKind.STUCK: ("", MISREAD),
    FaultKind.HALF_FRAMES: (":1", MISREAD),
    FaultKind.WRONG_BAUD: (":19200", MISREAD),
    FaultKind.RESTART: ("", QUIET),
}
"""What the fault is, and what may be said of it."""


@dataclass(slots=True)
class Befallen:
    """A session on a monitor whose line one fault befalls."""

    folder: Path
    seen: Watched
    session_id: str = ""
    returned: bool = False
    """Values came again after the loss, before the patience was at its end."""
    entries: list[Entry] = field(default_factory=list)
    """Its whole record, once it has ended."""

    @property
    def db(self) -> Path:
        return self.folder / "record.db"

    def end(self) -> None:
        self.session_id = self.seen.picture.session_id
        self.returned = self.back()
        self.seen.program.send(1, EndSession("Nurse 1"))
        self.seen.until(lambda: len(self.seen.events(EndSession)) == 1, what="the end")
        self.seen.program.flush()
        self.entries = list(self.seen.program.record(self.session_id).entries)

    def back(self) -> bool:
        """It was lost, and then values came again."""
        lost = [at for at, event in self.seen.events(LinkChanged) if _is_loss(event)]
        return bool(lost) and any(at > max(lost) + 1.0 for at, _ in self.seen.events(Numerics))


def _is_loss(event: object) -> bool:
    return isinstance(event, LinkChanged) and event.state is not LinkState.UP


@contextmanager
def befallen(folder: Path) -> Iterator[dict[str, Befallen]]:
    """A session for each fault, all at once, each with a store and a monitor of its own."""
    with ExitStack() as stack:
        monitors = {}
        for kind, (size, _) in SAID.items():
            (folder / kind).mkdir()
            fault = f"{kind}:{BEGINS_S}-{BEGINS_S + LASTS_S}{size}"
            link = folder / kind / "monitor"
            stack.callback(link.unlink, missing_ok=True)
            monitors[kind] = stack.enter_context(
                Running("simulate", "--driver", DRIVER, "--pty", "--link", link, "--fault", fault)
            )
        sessions = {}
        for kind, monitor in monitors.items():
            seen = stack.enter_context(watched(folder / kind / "record.db"))
            seen.program.open_session(wanted(monitor.until_said("/"), DRIVER))
            sessions[kind] = Befallen(folder / kind, seen)
        yield sessions


def watch_until(sessions: dict[str, Befallen], holds: Callable[[Befallen], bool]) -> None:
    """Watch all of them, as so many windows would, until it holds for each or patience ends."""
    deadline = time.monotonic() + PATIENCE_S

    def over() -> bool:
        for one in sessions.values():
            one.seen.look()
        return all(map(holds, sessions.values())) or time.monotonic() >= deadline

    wait_until(over, 2 * PATIENCE_S, "the end of patience")


RECORDED_S = 40
RECORDED = {
    FaultKind.STALE: ("omron-hbp9030", "stale:25-"),
    FaultKind.CLOCK_SKEW: ("and-tm2657", "clock-skew:0-600:-420"),
    FaultKind.SLOW: ("ivy-450c", "slow:24-600:3"),
    FaultKind.BATTERY_LOW: ("nellcor-n560", "battery-low:0-600"),
}
"""Faults in which nothing is lost: the monitor, and what befalls it or its line."""


@pytest.fixture(scope="module")
def recorders(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[FaultKind, tuple[Running, Path]]]:
    """A `record` of each: they go on while the other sessions do."""
    with ExitStack() as stack:
        found = {}
        for kind, (driver, fault) in RECORDED.items():
            db = tmp_path_factory.mktemp(kind) / "record.db"
            _monitor, url = stack.enter_context(
                simulated("--pty", "--fault", fault, driver=driver)
            )
            words = ("--port", url, "--driver", driver, "--seconds", RECORDED_S, "--db", db)
            found[kind] = (stack.enter_context(Running("record", *words)), db)
        yield found


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one `record` left."""

    session_id: str
    db: Path
    entries: tuple[Entry, ...]

    def of(self, kind: type[Said]) -> list[tuple[float, Said]]:
        return [(one.now_s, one.what) for one in self.entries if isinstance(one.what, kind)]


@pytest.fixture
def recorded(recorders: dict[FaultKind, tuple[Running, Path]]) -> Callable[[FaultKind], Recorded]:
    def of(kind: FaultKind) -> Recorded:
        recorder, db = recorders[kind]
        ran = recorder.wait()
        assert ran.code == 0, ran.err
        with SessionStore.open(db, keep_waves=False) as store:
            entries = tuple(store.entries(ran.last_line, waves=False))
        return Recorded(ran.last_line, db, entries)

    return of


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory, recorders: object) -> dict[str, Befallen]:
    """What was stored of each session. A loss is waited for in all of them at once."""
    with befallen(tmp_path_factory.mktemp("lost")) as sessions:
        watch_until(sessions, lambda one: one.back())
        for one in sessions.values():
            one.end()
        return sessions


@pytest.mark.parametrize("kind", SAID)
def test_a_scenario_with_this_fault_says_why_and_leaves_a_gap(
    kind: str, lost: dict[str, Befallen]
) -> None:
    _, reasons = SAID[kind]
    session = lost[kind]
    assert session.returned
    said = [entry.what for entry in session.entries if _is_loss(entry.what)]
    assert said
    assert {link.reason for link in said if isinstance(link, LinkChanged)} <= reasons
    rows = exported(session.session_id, session.db, session.folder)
    times = [float(row["t_seconds"]) for row in rows]
    widest, begins_s = max((after - before, before) for before, after in itertools.pairwise(times))
    assert LASTS_S - 1.0 <= widest <= LASTS_S + 10.0
    first = next(entry for entry in session.entries if _is_loss(entry.what))
    assert begins_s <= first.now_s <= begins_s + 5.0
    assert asked("verify", "--db", session.db).code == 0


def test_a_scenario_of_stale_results_has_each_once_on_a_real_line(
    recorded: Callable[[FaultKind], Recorded], tmp_path: Path
) -> None:
    """A spot monitor measures soon after it was opened, and then says that every second."""
    stale = recorded(FaultKind.STALE)
    assert len(values(exported(stale.session_id, stale.db, tmp_path), "sbp")) == 1


def test_a_scenario_of_a_wrong_clock_keeps_its_time_beside_ours_on_a_real_line(
    recorded: Callable[[FaultKind], Recorded],
) -> None:
    """Its clock begins with the process, minutes ago at most; it tells no seconds."""
    results = recorded(FaultKind.CLOCK_SKEW).of(CuffResult)
    assert results
    for _, result in results:
        told = datetime.fromisoformat(result.device_time or "")
        assert -480.0 <= (told - CLOCK_FROM).total_seconds() <= -240.0


def test_a_scenario_of_a_slow_line_is_late_and_loses_nothing_on_a_real_line(
    recorded: Callable[[FaultKind], Recorded],
) -> None:
    slow = recorded(FaultKind.SLOW)
    assert "link-lost" not in {change.alarm for _, change in slow.of(AlarmChanged)}
    times = [at for at, _ in slow.of(Numerics)]
    gaps = sorted(after - before for before, after in itertools.pairwise(times))
    assert 3.2 <= gaps[-1] <= 9.0
    assert len(times) == pytest.approx(times[-1] - times[0] + 1.0 - 3.0, abs=2.0)


def test_a_scenario_of_an_empty_battery_is_an_alarm_on_a_real_line(
    recorded: Callable[[FaultKind], Recorded],
) -> None:
    changes = [change for _, change in recorded(FaultKind.BATTERY_LOW).of(AlarmChanged)]
    battery = [one for one in changes if one.alarm == "battery-low"]
    assert battery[0].state is AlarmPhase.SOUNDING
    assert battery[0].priority is Priority.LOW


@pytest.mark.parametrize(
    "fault", ["noisy", "noise:5", "noise:0-5:2", "noise:9-5", "silent:0-5:3", "slow:0-5:soon"]
)
def test_a_fault_that_there_is_not_is_refused_before_anything_listens(fault: str) -> None:
    ran = asked("simulate", "--driver", "ivy-450c", "--pty", "--seconds", 1, "--fault", fault)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)


@pytest.mark.parametrize("fault", ["restart:1-2", "clock-skew"])
def test_a_recording_is_not_switched_on_again(fault: str, tmp_path: Path) -> None:
    raw = tmp_path / "monitor.raw"
    raw.write_bytes(ivy_frame())
    driver = ("--driver", "ivy-450c", "--file", raw)
    ran = asked("simulate", *driver, "--tcp", 0, "--seconds", 1, "--fault", fault)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)
