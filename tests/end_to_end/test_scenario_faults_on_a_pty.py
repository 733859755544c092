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
from pathlib import Path

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

from devices.simulated.scenario.faults import FaultKind
from monitor.commands import EndSession
from monitor.entries import Entry
from monitor.events import LinkChanged, LinkReason, LinkState, Numerics

pytestmark = needs_pty

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


@pytest.fixture(scope="module")
def stale_results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    """A `record` of a spot monitor: it goes on while the other sessions do."""
    db = tmp_path_factory.mktemp("stale") / "record.db"
    driver = "omron-hbp9030"
    with simulated("--pty", "--fault", "stale:25-", driver=driver) as (_monitor, url):
        port = ("--port", url, "--driver", driver)
        with Running("record", *port, "--seconds", 40, "--db", db) as recorder:
            yield recorder, db


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory, stale_results: object) -> dict[str, Befallen]:
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
    stale_results: tuple[Running, Path], tmp_path: Path
) -> None:
    """A spot monitor measures soon after it was opened, and then says that every second."""
    recorder, db = stale_results
    ran = recorder.wait()
    assert ran.code == 0, ran.err
    assert len(values(exported(ran.last_line, db, tmp_path), "sbp")) == 1


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
