"""The record of a whole session: nothing lost, and judged again it says the same.

Judged from its own lines, by a program that is started anew with it, and from the bytes that went
over the wires.
"""

from __future__ import annotations

import heapq
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence

from click.testing import CliRunner
from soak_session import ROUNDED_S, Played

from data.capture_file import read as read_capture
from data.manifest import verify
from devices.capture import CapturedBytes, Direction, replay_capture
from devices.registry import DRIVERS
from devices.simulated.scenario.faults import FaultKind
from monitor.amendments import Amendment
from monitor.chair import Chair
from monitor.core import MonitorCore
from monitor.entries import Entry
from monitor.events import Event, Heard, SessionOpened, is_event
from monitor.outcomes import AlarmChanged, Outcome
from monitor.vitals import WaveChunk
from ui.commands.replay import replay

ENTRIES_A_SECOND = 12.0
"""No monitor, and no nurse, says more than this, waves apart."""
Moments = list[tuple[float, Outcome]]


def entries_lost(played: Played) -> Iterator[str]:
    """What was handed over is there, in its order, once, and the chain says so."""
    waves = played.drawn.waves
    handed = [one for one in played.handed if waves or not isinstance(one.what, WaveChunk)]
    for at, (mine, theirs) in enumerate(itertools.zip_longest(handed, played.stored)):
        if mine != theirs:
            yield f"entry {at} of {len(handed)} was handed over as {mine}, and is {theirs}"
            break
    for defect in verify(played.db, played.key):
        yield f"the record does not verify: {defect}"
    seconds = max(1.0, played.stored[-1].now_s)
    rows = sum(not isinstance(one.what, WaveChunk) for one in played.stored)
    if rows / seconds > ENTRIES_A_SECOND:
        yield f"{rows} entries in {seconds:.0f} s: more than {ENTRIES_A_SECOND:g} a second"


def outcomes_of(entries: Iterable[Entry]) -> Moments:
    """What the core answered; nothing was amended here."""
    return [
        (one.now_s, one.what)
        for one in entries
        if not is_event(one.what) and not isinstance(one.what, Amendment)
    ]


def judged_otherwise(played: Played) -> Iterator[str]:
    """The record judged again says the same; so does a program that is started anew with it."""
    events = [(one.now_s, one.what) for one in played.stored if is_event(one.what)]
    recorded = outcomes_of(played.stored)
    anew = _judged(events, played.stored[-1].now_s)
    yield from _apart("judged from the record", recorded, anew)
    more: list[Entry] = []
    opened = played.stored[0].what
    assert isinstance(opened, SessionOpened)
    Chair(opened, more.append, lambda _published: None).relive(played.stored)
    if more:
        yield f"started anew with its record, the program says {more}"


def _judged(events: Iterable[tuple[float, Event]], ends_s: float) -> Moments:
    said: Moments = []
    core: MonitorCore | None = None
    for at, event in events:
        if core is None:
            assert isinstance(event, SessionOpened)
            core = MonitorCore(event, at)
        said += [(one.at, one.outcome) for one in core.handle(event, at)]
    assert core is not None
    said += [(one.at, one.outcome) for one in core.tick(max(core.now, ends_s + ROUNDED_S))]
    return [one for one in said if one[0] <= ends_s]


def _apart(
    what: str,
    wanted: Sequence[tuple[float, object]],
    got: Sequence[tuple[float, object]],
    within_s: float = 0.0,
) -> Iterator[str]:
    for mine, theirs in itertools.zip_longest(wanted, got):
        same = mine is not None and theirs is not None and mine[1] == theirs[1]
        if not same or abs(mine[0] - theirs[0]) > within_s:
            yield f"{what}: {theirs} in place of {mine}"
            return


def replayed_otherwise(played: Played) -> Iterator[str]:
    """`chairside replay` prints the alarms of the record."""
    if played.key is not None:
        return  # the program would ask for its passphrase
    ran = CliRunner().invoke(replay, [played.session_id, "--db", str(played.db)])
    if ran.exit_code:
        yield f"replay ends with {ran.exit_code}: {ran.output}"
        return
    lines = map(json.loads, ran.output.splitlines())
    printed = [(line["t_s"], (line["alarm"], line["priority"], line["state"])) for line in lines]
    recorded = [
        (at, (one.alarm, one.priority.word, one.state.value))
        for at, one in outcomes_of(played.stored)
        if isinstance(one, AlarmChanged)
    ]
    yield from _apart("replayed", recorded, printed)


# ---- the wires ----------------------------------------------------------------------------------


def wire_is_whole(played: Played) -> bool:
    """The bytes tell all: neither a port nor the program was ever away."""
    one = played.drawn
    unplugged = any(fault.kind is FaultKind.UNPLUGGED for fault in one.scenario.fault)
    return not unplugged and not one.away


def judged_otherwise_from_the_wires(played: Played) -> Iterator[str]:
    """The bytes, understood anew, with what people said: the same alarms at the same moments."""
    if not wire_is_whole(played):
        return
    ends_s = played.stored[-1].now_s
    heard = heapq.merge(*_understood(played, ends_s), key=lambda one: one[0])
    others = [
        (one.now_s, one.what)
        for one in played.stored
        if is_event(one.what) and not isinstance(one.what, Heard)
    ]
    opened, others = others[0], others[1:]
    events = [opened, *heapq.merge(heard, others, key=lambda one: one[0])]
    anew = [one for one in _judged(events, ends_s) if isinstance(one[1], AlarmChanged)]
    recorded = [one for one in outcomes_of(played.stored) if isinstance(one[1], AlarmChanged)]
    yield from _apart("judged from the wires", recorded, anew, 2.0 * ROUNDED_S)


def _understood(played: Played, ends_s: float) -> Iterator[Iterator[tuple[float, Event]]]:
    """What each device said, in its order; waves change nothing."""
    wires: dict[str, list[CapturedBytes]] = {}
    for at, name, way, data in read_capture(played.capture, played.key):
        wires.setdefault(name, []).append(CapturedBytes(at, Direction(way), data))
    for source, driver in played.drawn.drivers.items():
        said = replay_capture(wires.get(driver, []), DRIVERS[driver], source, ends_s)
        yield _without_waves(said)


def _without_waves(
    said: Iterable[tuple[float, tuple[Heard, ...]]],
) -> Iterator[tuple[float, Event]]:
    for at, heard in said:
        for one in heard:
            if not isinstance(one, WaveChunk):
                yield round(at, 3), one
