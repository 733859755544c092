"""Sessions that a real chair judged, told line by line; for the tests of the review."""

from __future__ import annotations

from dataclasses import replace

from monitor.chair import Chair
from monitor.commands import EndSession, SetBaseline, StartInfusion, StopInfusion
from monitor.entries import Entry
from monitor.events import Event, LinkChanged, LinkReason, LinkState, SessionOpened
from monitor.limits import PROFILES
from monitor.outcomes import Refused
from monitor.people import Course
from monitor.plan import Drug, Plan
from monitor.treatment.commands import MeasureBaseline, SignDecision
from tests.ui.page_sessions import IVY, cuff, opening
from ui.review.line import Line
from ui.review.timeline import timeline

NURSE, OTHER, PROVIDER = "Nurse 1", "Nurse 2", "Provider 1"
DRIP = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0)
"""41 mg = 4.1 mL in 40 min, 1.025 mg/min = 6.15 mL/h."""
SPRAY = Plan(None, 82.0, 40.0, fixed_mg=56.0, drug=Drug.ESKETAMINE)
UP = LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY)
BASELINE = SetBaseline(124.0, 76.0, 72.0, 98.0, NURSE)
READY = (MeasureBaseline(NURSE), BASELINE, SignDecision(PROVIDER, "on paper", NURSE, OTHER))
"""From the door to the start, in the words of one moment."""


def treatment(plan: Plan = DRIP, profile: str = "adult-iv") -> SessionOpened:
    """A session through all its steps, the third of a course of six."""
    return replace(
        opening(),
        plan=plan,
        profile=PROFILES[profile],
        flow=True,
        course=Course(3, 6, last_mg=38.0),
        by=NURSE,
        technical_alarms=False,
    )


class Recorded:
    """A session as it is recorded: what is said, and what the core answers."""

    def __init__(self, opened: SessionOpened | None = None) -> None:
        self.entries: list[Entry] = []
        self._chair = Chair(opened or treatment(), self.entries.append, lambda _shown: None)
        self._chair.begin()
        self.say(0.0, UP)

    def say(self, at_s: float, *events: Event) -> Recorded:
        for event in events:
            self._chair.take(event, at_s)
        return self

    def ready(self, at_s: float = 60.0) -> Recorded:
        return self.say(at_s, *READY)

    def started(self, at_s: float = 600.0) -> Recorded:
        return self.ready().say(at_s, StartInfusion(NURSE))

    def ended(self, at_s: float = 3000.0) -> Recorded:
        self.say(at_s, StopInfusion(NURSE))
        self.say(at_s + 30.0, cuff(128, 78))
        return self.say(at_s + 60.0, EndSession(NURSE, "agreed with the provider", OTHER))

    def refusals(self) -> list[str]:
        return [one.what.reason for one in self.entries if isinstance(one.what, Refused)]

    def lines(self) -> list[Line]:
        return timeline(self.entries)

    def told(self, after_s: float = -1.0) -> list[tuple[float, str, str]]:
        """Moment, words and details of every line that stands later than `after_s`."""
        return [(one.at_s, one.text, one.detail) for one in self.lines() if one.at_s > after_s]
