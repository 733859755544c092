"""A chair in a few words, for the tests of the core."""

from __future__ import annotations

from dataclasses import replace

from monitor.commands import SetBaseline, StartInfusion
from monitor.core import MonitorCore
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    SessionOpened,
)
from monitor.limits import PROFILES
from monitor.outcomes import AlarmChanged, Outcome
from monitor.people import Patient
from monitor.plan import Plan
from monitor.vitals import CuffResult, Quality, Reading, VitalSign

SOURCE = "device:test"
DEVICE = DeviceFacts("test", SOURCE, 5.0, 10.0, frozenset(VitalSign))
OPENED = SessionOpened(
    session_id="s-1",
    chair=1,
    patient=Patient("20417", 80.0),
    plan=Plan(0.5, 80.0, 40.0),
    profile=PROFILES["adult-iv"],
    devices=(DEVICE,),
    nibp_interval_s=300.0,
    simulated=False,
    by="AK",
)
UP = LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)
BASELINE = SetBaseline(124.0, 76.0, 72.0, 98.0, "AK")


def cuff(sbp: float, dbp: float, quality: Quality = Quality.GOOD) -> CuffResult:
    return CuffResult(sbp, dbp, None, None, SOURCE, quality)


def numerics(
    quality: Quality = Quality.GOOD, source: str = SOURCE, /, **values: float
) -> Numerics:
    return Numerics(
        tuple(Reading(VitalSign(sign), value, source, quality) for sign, value in values.items())
    )


class Bench:
    """A core with a memory of what it said."""

    def __init__(
        self, *, technical: bool = False, treating: bool = True, **changes: object
    ) -> None:
        opened = replace(OPENED, technical_alarms=technical, **changes)  # type: ignore[arg-type]
        self.core = MonitorCore(opened)
        self.fed: list[tuple[float, Event]] = []
        self.said: list[tuple[float, Outcome]] = []
        self.feed(0.0, opened, UP)
        if treating:
            self.feed(0.0, BASELINE, StartInfusion("AK"))

    def feed(self, at: float, *events: Event) -> None:
        for event in events:
            self.fed.append((at, event))
            self.said += [(one.at, one.outcome) for one in self.core.handle(event, at)]

    def stream(self, begin: float, end: float, **values: float) -> None:
        """The same values once a second, from `begin` until before `end`."""
        at = begin
        while at < end:
            self.feed(at, numerics(**values))
            at += 1.0

    def wait(self, until: float) -> None:
        self.said += [(one.at, one.outcome) for one in self.core.tick(until)]

    def alarms(self) -> list[tuple[float, str, str, str]]:
        """(moment, alarm, priority, state) of everything said about alarms."""
        return [
            (round(at, 3), change.alarm, change.priority.word, change.state.value)
            for at, change in self.said
            if isinstance(change, AlarmChanged)
        ]

    def of(self, kind: type[Outcome]) -> list[Outcome]:
        return [outcome for _at, outcome in self.said if isinstance(outcome, kind)]
