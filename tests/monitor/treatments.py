"""A treatment taken through its steps, in a few words, for the tests of what is given."""

from __future__ import annotations

from chairs import BASELINE, Bench

from monitor.limits import PROFILES
from monitor.outcomes import PhaseChanged, Refused
from monitor.people import Course
from monitor.phases import Phase
from monitor.plan import Drug, Plan
from monitor.treatment.commands import MeasureBaseline, SignDecision
from monitor.treatment.view import GivingView

NURSE, OTHER, PROVIDER = "Nurse 1", "Nurse 2", "Provider 1"
DRIP = Plan(0.5, 80.0, 40.0, concentration_mg_per_ml=10.0)
"""40 mg = 4 mL in 40 min, 1 mg/min."""
NASAL = Plan(None, 80.0, 40.0, fixed_mg=56.0, drug=Drug.ESKETAMINE)


def at_the_chair(
    plan: Plan = DRIP,
    profile: str = "adult-iv",
    *,
    flow: bool = True,
    course: Course = Course(),
    technical: bool = False,
) -> Bench:
    """Ready for the first dose: screened, decided, with a baseline."""
    bench = Bench(
        treating=False,
        technical=technical,
        plan=plan,
        profile=PROFILES[profile],
        flow=flow,
        course=course,
    )
    if flow:
        signed = SignDecision(PROVIDER, "the answers are on paper", NURSE, OTHER)
        bench.feed(0.0, MeasureBaseline(NURSE), BASELINE, signed)
    else:
        bench.feed(0.0, BASELINE)
    return bench


def giving(bench: Bench, at: float | None = None) -> GivingView:
    core = bench.core
    now = core.now if at is None else at
    return core.treatment.giving.view(core, now)


def refusals(bench: Bench) -> list[str]:
    return [one.reason for one in bench.of(Refused) if isinstance(one, Refused)]


def phase_changes(bench: Bench) -> list[tuple[float, Phase]]:
    return [(at, one.after) for at, one in bench.said if isinstance(one, PhaseChanged)]
