"""Every second of a stored session: a value, or a gap whose cause and start are in the fault list.

A value counts for as long as its device says that it is fresh. What follows is a gap, from the
last value on. Its reasons are those of the record: what the link said, what the monitor said of a
sign, and `no-value` where values just stopped coming, as the screen and the review say it.
A gap is accounted for when each of its reasons is one that its fault can have (`REASONS`), began
when the fault did (2 s and one interval of the device), and some fault, or the monitor's coming
back from it, lasts as long as it does. What befalls a monitor at the end of a slow line arrives as
late as everything that it says.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from devices.registry import DRIVERS
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import MOST_LATE_S, Fault, FaultKind
from monitor.entries import Entry
from monitor.events import (
    DeviceFacts,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    Resumed,
    SessionOpened,
)
from monitor.vitals import LostReason, SignalLost, VitalSign

AWAY = "program-away"
NEAR_S = 2.0
BACK_WITHIN_S = 12.0
"""From the end of a fault to the first value: a new association, a search, an interval of 10 s."""
WATCHED = (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2)

_SILENT = frozenset({LinkReason.NO_DATA.value})
_MISREAD = _SILENT | {LinkReason.WRONG_DRIVER.value, LostReason.NO_VALUE.value}
_GARBLED = _MISREAD | {reason.value for reason in LostReason}
"""Without a check value, a damaged message can also say that a sensor is off."""
REASONS: dict[FaultKind, frozenset[str]] = {
    FaultKind.UNPLUGGED: frozenset(
        {LinkReason.PORT_ABSENT.value, LinkReason.PORT_BROKE.value, *_SILENT}
    ),
    FaultKind.SILENT: _SILENT,
    FaultKind.NOISE: _GARBLED,
    FaultKind.STUCK: _GARBLED,
    FaultKind.HALF_FRAMES: _GARBLED,
    FaultKind.WRONG_BAUD: _GARBLED,
    FaultKind.SLOW: _SILENT | {LostReason.NO_VALUE.value},
    FaultKind.CLOCK_SKEW: frozenset(),
    FaultKind.STALE: _MISREAD,
    FaultKind.RESTART: _SILENT | {LostReason.NO_PULSE.value, LostReason.NO_VALUE.value},
    FaultKind.BATTERY_LOW: frozenset(),
}
"""What the program may say of each fault; nothing = it makes no gap."""
SUDDEN = frozenset({FaultKind.UNPLUGGED, FaultKind.SILENT, FaultKind.RESTART, FaultKind.STUCK})
"""With these, values stop when they begin, and not now and then while they last."""
AT_THE_PLUG = frozenset({FaultKind.UNPLUGGED, FaultKind.SILENT})
"""Nothing that is late gets through these, however slow the line."""
ARTEFACT_REASONS: dict[ArtefactKind, frozenset[str]] = {
    ArtefactKind.PROBE_OFF: frozenset(
        {LostReason.SENSOR_OFF.value, LostReason.NO_PULSE.value, LostReason.NO_VALUE.value}
    ),
    ArtefactKind.ELECTRODE_OFF: frozenset(
        {LostReason.SENSOR_OFF.value, LostReason.NO_VALUE.value, LostReason.POOR_SIGNAL.value}
    ),
    ArtefactKind.MOTION: frozenset({LostReason.POOR_SIGNAL.value, LostReason.NO_PULSE.value}),
    ArtefactKind.LOW_PERFUSION: frozenset(
        {LostReason.POOR_SIGNAL.value, LostReason.NO_PULSE.value}
    ),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that was done to the session: from (included) to (excluded), session seconds."""

    name: str
    from_s: float
    to_s: float
    reasons: frozenset[str]
    sudden: bool


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in the record, since when it held, and when it was said."""

    reason: str
    since_s: float
    said_s: float


@dataclass(frozen=True, slots=True)
class Hole:
    """A time without a value of one sign of one device, and all that was said of it."""

    source: str
    sign: VitalSign
    from_s: float
    to_s: float
    why: tuple[Why, ...]
    interval_s: float


@dataclass(frozen=True, slots=True)
class Unaccounted:
    hole: Hole
    what: str


def causes_of(
    faults: Iterable[Fault],
    artefacts: Iterable[Artefact] = (),
    away: Iterable[tuple[float, float]] = (),
) -> list[Cause]:
    """`away`: from when to when the program itself did not run."""
    faults = tuple(faults)
    found = [_of_the_line(one, faults) for one in faults if REASONS[one.kind]]
    found += [
        Cause(
            one.kind,
            arrival_s(faults, one.from_s),
            arrival_s(faults, one.to_s),
            ARTEFACT_REASONS[one.kind],
            sudden=False,
        )
        for one in artefacts
    ]
    found += [Cause(AWAY, begin, end, frozenset({AWAY}), sudden=True) for begin, end in away]
    return found


def _of_the_line(fault: Fault, faults: Sequence[Fault]) -> Cause:
    from_s, to_s = fault.from_s, fault.to_s
    if fault.kind not in AT_THE_PLUG:
        to_s = arrival_s(faults, to_s)
        if fault.kind is not FaultKind.SLOW:
            from_s = arrival_s(faults, from_s)
    return Cause(fault.kind, from_s, to_s, REASONS[fault.kind], fault.kind in SUDDEN)


def arrival_s(faults: Iterable[Fault], at: float) -> float:
    """When it is heard what the monitor says at `at`: in its order, on a line that may be slow.

    What was under way when the plug went is lost, and nothing waits for it.
    """
    faults = tuple(faults)
    plugs = [one for one in faults if one.kind is FaultKind.UNPLUGGED and one.from_s <= at]
    if any(one.holds(at) for one in plugs):
        return at  # it is not heard at all
    emptied_s = max((one.to_s for one in plugs), default=-math.inf)
    slow = [one for one in faults if one.kind is FaultKind.SLOW]
    ended = [one.to_s for one in slow if emptied_s < one.to_s <= at]
    latest = at
    for moment in [at, *(math.nextafter(end, -math.inf) for end in ended)]:
        late = (one.by_s + one.share * (moment - one.from_s) for one in slow if one.holds(moment))
        latest = max(latest, moment + min(MOST_LATE_S, math.fsum(late)))
    return latest


def unaccounted(entries: Sequence[Entry], causes: Sequence[Cause]) -> list[Unaccounted]:
    """Everything in this record that nothing explains; empty = every second is accounted for."""
    found = []
    for hole in holes(entries):
        found += [Unaccounted(hole, what) for what in _open_questions(hole, causes)]
    return found


def unseen(entries: Sequence[Entry], causes: Sequence[Cause]) -> list[Cause]:
    """Sudden causes, long enough and alone, of which the record has no gap that began then."""
    found = list(holes(entries))
    ends_s = entries[-1].now_s
    return [
        cause
        for cause in causes
        if cause.sudden
        and min(cause.to_s, ends_s) - cause.from_s > BACK_WITHIN_S
        and not any(_shadows(other, cause) for other in causes)
        and not any(_begins_with(hole, cause) for hole in found)
    ]


def _shadows(other: Cause, cause: Cause) -> bool:
    """While it lasts, or the monitor comes back from it, no other beginning can be seen."""
    return other is not cause and other.from_s <= cause.from_s < other.to_s + BACK_WITHIN_S


def _begins_with(hole: Hole, cause: Cause) -> bool:
    near_s = NEAR_S + hole.interval_s
    return abs(hole.from_s - cause.from_s) <= near_s and any(
        why.reason in cause.reasons for why in hole.why
    )


def _open_questions(hole: Hole, causes: Sequence[Cause]) -> Iterator[str]:
    near = [
        cause
        for cause in causes
        if cause.from_s - NEAR_S - hole.interval_s <= hole.to_s
        and hole.from_s <= cause.to_s + BACK_WITHIN_S
    ]
    if not hole.why:
        yield "unknown"
    for number, why in enumerate(hole.why):
        # What is said later in the same gap may be of a fault that followed the first one.
        moments = (why.since_s, why.said_s) if number else (why.since_s,)
        if not any(_explains(one, why, at, hole.interval_s) for one in near for at in moments):
            yield f"{why.reason} since {why.since_s:.1f}"
    for second in range(math.ceil(hole.from_s + NEAR_S + hole.interval_s), int(hole.to_s)):
        if not any(cause.from_s <= second < cause.to_s + BACK_WITHIN_S for cause in near):
            yield f"nothing holds at {second}"
            return


def _explains(cause: Cause, why: Why, at: float, interval_s: float) -> bool:
    if why.reason not in cause.reasons:
        return False
    return cause.from_s - NEAR_S - interval_s <= at <= cause.to_s + BACK_WITHIN_S


# ---- the record -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Told:
    """What the record says of one device."""

    facts: DeviceFacts
    values: dict[VitalSign, list[float]]
    said: list[tuple[float, VitalSign | None, Why]]
    """(when, of which sign or of the line, what)."""


def holes(entries: Sequence[Entry]) -> Iterator[Hole]:
    """All of them that are longer than a value is fresh, of signs that ever had a value."""
    told = _told(entries)
    ends_s = entries[-1].now_s
    for source, device in told.items():
        interval_s = DRIVERS[device.facts.name].interval_s
        for sign, times in device.values.items():
            for before, after in itertools.pairwise([*times, ends_s]):
                if after - before <= device.facts.fresh_for_s:
                    continue
                why = _reasons(device, sign, before, after)
                yield Hole(source, sign, before, after, why, interval_s)


def _reasons(device: _Told, sign: VitalSign, before: float, after: float) -> tuple[Why, ...]:
    said = [
        why for at, of, why in device.said if before - NEAR_S <= at <= after and of in {None, sign}
    ]
    return tuple(said) or (Why(LostReason.NO_VALUE.value, before, before),)


def _told(entries: Sequence[Entry]) -> dict[str, _Told]:
    told: dict[str, _Told] = {}
    for entry in entries:
        match entry.what:
            case SessionOpened(devices=devices):
                for facts in devices:
                    told[facts.source] = _Told(facts, defaultdict(list), [])
            case Numerics(readings=readings):
                for reading in readings:
                    if reading.sign in WATCHED:
                        told[reading.source].values[reading.sign].append(entry.now_s)
            case Resumed(gap_from_s=gap_from_s):
                for device in told.values():
                    device.said.append((entry.now_s, None, Why(AWAY, gap_from_s, entry.now_s)))
            case SignalLost() | LinkChanged():
                _loss(told, entry.what, entry.now_s)
    return told


def _loss(told: dict[str, _Told], what: SignalLost | LinkChanged, now_s: float) -> None:
    said = told[what.source].said
    if isinstance(what, SignalLost):
        said.append((now_s, what.sign, Why(what.reason.value, now_s, now_s)))
    elif what.state is LinkState.SILENT:  # it is quiet since its last whole frame
        since_s = now_s - (what.quiet_s or 0.0)
        said.append((now_s, None, Why(what.reason.value, since_s, now_s)))
    elif what.state is LinkState.DOWN:
        said.append((now_s, None, Why(what.reason.value, now_s, now_s)))
