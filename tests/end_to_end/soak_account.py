"""What one whole session adds to the figures of the campaign: seconds with a value, and not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from accounted import WATCHED, holes
from soak_judged import wire_is_whole
from soak_session import Played

from devices.simulated.scenario.scenario import scenario_named
from monitor.entries import Entry
from monitor.events import Numerics, is_event
from monitor.outcomes import AlarmChanged, Refused
from monitor.vitals import CuffFailed, CuffResult, VitalSign
from ui.demo import SimulatedChair


@dataclass(slots=True)
class Account:
    """What one session adds to the figures of the campaign. `seconds` of sign and device."""

    seconds: float = 0.0
    valued_s: float = 0.0
    gaps: Counter[str] = field(default_factory=Counter)
    gap_s: Counter[str] = field(default_factory=Counter)
    entries: int = 0
    commands: int = 0
    refused: int = 0
    alarms: int = 0
    cuffs: int = 0
    captured: int = 0
    """Whether its alarms were judged again from the bytes of the wires, 0 or 1."""

    def take(self, reason: str, gap_s: float) -> None:
        self.valued_s -= gap_s
        self.gaps[reason] += 1
        self.gap_s[reason] += gap_s


def account(played: Played) -> Account:
    found = Account(entries=len(played.stored))
    ends_s = played.stored[-1].now_s
    for entry in played.stored:
        found.refused += isinstance(entry.what, Refused)
        found.alarms += isinstance(entry.what, AlarmChanged)
        found.cuffs += isinstance(entry.what, CuffResult | CuffFailed)
        found.commands += hasattr(entry.what, "by") and is_event(entry.what)
    found.seconds = ends_s * sum(len(offered(one)) for one in played.drawn.drivers.values())
    found.valued_s = found.seconds
    for _source, _sign, first_s in openings(played):
        found.take("before the first value", first_s)
    for hole in holes(played.stored):
        found.take(hole.why[0].reason, hole.to_s - hole.from_s)
    found.captured = int(wire_is_whole(played))
    return found


@cache
def offered(driver: str) -> frozenset[VitalSign]:
    """The continuous signs that this virtual monitor gives when nothing befalls it."""
    entries: list[Entry] = []
    chair = SimulatedChair(
        scenario_named("S1"),
        seed=1,
        session_id="offered",
        store=entries.append,
        show=lambda _published: None,
        driver_name=driver,
    )
    chair.run_until(30.0)
    said = (entry.what for entry in entries if isinstance(entry.what, Numerics))
    signs = {reading.sign for numerics in said for reading in numerics.readings}
    return frozenset(signs & set(WATCHED))


def openings(played: Played) -> Iterator[tuple[str, VitalSign, float]]:
    """Until when each sign had its first value; to the end when it never had one."""
    first: dict[tuple[str, VitalSign], float] = {}
    for entry in played.stored:
        if isinstance(entry.what, Numerics):
            for reading in entry.what.readings:
                first.setdefault((reading.source, reading.sign), entry.now_s)
    ends_s = played.stored[-1].now_s
    for source, driver in played.drawn.drivers.items():
        for sign in sorted(offered(driver)):
            yield source, sign, first.get((source, sign), ends_s)
