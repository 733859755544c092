"""A patient an hour and more after the drug, for the tests of leaving."""

from __future__ import annotations

from dataclasses import replace

from monitor.outcomes import BaselineAccepted
from monitor.routes import Route
from monitor.treatment.commands import StandingCuff
from monitor.treatment.leaving import LeavingFacts, Pressure, Stood
from monitor.treatment.view import ScoreView

MIN = 60.0
ENDED = LeavingFacts(
    now=120 * MIN,
    route=Route.IV,
    baseline=BaselineAccepted(124.0, 76.0, 72.0, 98.0),
    given_at=10 * MIN,
    done_at=50 * MIN,
)


def scored(*given: tuple[float, str, int]) -> LeavingFacts:
    """(minute, scale, total)"""
    scores = [
        ScoreView(scale, minute * MIN, total, (), "", "Nurse 1") for minute, scale, total in given
    ]
    return replace(ENDED, scores=tuple(scores))


def stood(minute: int, sbp: float, dbp: float, *, at: float = 118.0, ill: bool = False) -> Stood:
    """Standing since `minute`; she sat with 124/76 before."""
    said = StandingCuff(sbp, dbp, minute, ill, "Nurse 1")
    return Stood(at * MIN, said, Pressure(115 * MIN, 124.0, 76.0))


def better(met: bool | None) -> int:
    return {True: 2, None: 1, False: 0}[met]
