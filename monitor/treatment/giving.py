"""What is given, and how much of it has been: plan, doses, pauses, vials, the pump's figure.

Rule 1: what was given is *calculated* (`infusion.py`) until the pump's own volume is entered,
        which is the record then; the calculated figure stays beside it.
Rule 2: by a route other than the drip the treatment is over at the end of the time in which the
        drug acts, at that very second, unless somebody said before that the last dose is in.

What a person says about it is obeyed in `dosing.py`; start, pause, resume and stop in
`infusing.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.events import SessionOpened
from monitor.infusion import InfusionClock
from monitor.outcomes import Outcome, Refused
from monitor.phases import AFTER_DRUG, Phase
from monitor.routes import Route
from monitor.schedule import window_ends_at
from monitor.treatment.commands import SetPlan
from monitor.treatment.dose import dose_line, why_confirm, why_second
from monitor.treatment.infusing import stopped
from monitor.treatment.pump import Pump
from monitor.treatment.resume_rule import ResumeRule
from monitor.treatment.vials import Vials
from monitor.treatment.view import DoseView, GivingView, ResumeView

if TYPE_CHECKING:
    from monitor.core import MonitorCore


class Giving:
    """The drug of one session. Moments are session seconds."""

    def __init__(self, opened: SessionOpened) -> None:
        self._flow, self._course = opened.flow, opened.course
        self.plan = opened.plan
        self.second = ""
        """Who was the second person for the plan; empty = nobody."""
        self.pump = Pump()
        self.vials = Vials()
        self.rule: ResumeRule | None = None
        """Of the pause under way; None = it is not paused."""
        self._doses: list[DoseView] = []
        self._look_at_plan(opened.profile.route)

    def _look_at_plan(self, route: Route) -> None:
        self._line = dose_line(self.plan, self._course, route)
        self._wants_second = why_second(self.plan, self._course, route)
        self._wants_confirm = why_confirm(self.plan.weight_kg, self._course)

    # ---- what others ask

    def settle(self, core: MonitorCore, now: float) -> list[Outcome]:
        """Time went on, or something was heard."""
        state = core.state
        if self.rule is not None:
            self.rule.hear(state)
        if state.phase is not Phase.TREATING or state.profile.route is Route.IV:
            return []
        ends_at = window_ends_at(state.clock, state.profile.route)
        return stopped(core, now, now) if ends_at is not None and now >= ends_at else []

    def start_refused(self, command: str) -> Refused | None:
        """Why nothing may be given yet by this plan; None = it may."""
        if not self._flow or not self._wants_second or self.second:
            return None
        line = self._line
        assert line is not None, "a second person is wanted for a dose"
        return Refused(
            command,
            f"needs-second-{self._wants_second[0]}",
            (
                f"{line.mg:.1f}",
                "" if line.mg_per_kg is None else f"{line.mg_per_kg:.2f}",
                "" if line.last_mg is None else f"{line.last_mg:.1f}",
            ),
        )

    def resume(self, core: MonitorCore, now: float) -> ResumeView:
        """What the rules want before it goes on; only while it is paused."""
        if self.rule is None:
            return ResumeView()
        clock = core.state.clock
        return self.rule.view(core.state, pauses=clock.pauses, paused_s=clock.paused_s(now))

    def view(self, core: MonitorCore, now: float) -> GivingView:
        state, clock, pump = core.state, core.state.clock, self.pump
        iv = state.profile.route is Route.IV
        mg = clock.mg_given(now)
        ml = self.plan.ml_of(mg)
        mg_record, ml_record = self._record(mg, ml)
        under_way = iv and state.phase in {Phase.TREATING, Phase.PAUSED}
        return GivingView(
            self.plan,
            mg_given=mg_record,
            ml_given=ml_record,
            mg_per_min=clock.set_mg_per_min if clock.running else 0.0,
            doses=tuple(self._doses),
            vials=self.vials.lines,
            drawn_mg=self.vials.drawn_mg,
            wasted_mg=self.vials.wasted_mg,
            unaccounted_mg=None if under_way else self.vials.unaccounted_mg(mg_record),
            wants_second=self._wants_second,
            second=self.second,
            asks_pump=iv and should_stand(core, now) and not pump.stands,
            asks_volume=iv and state.phase in AFTER_DRUG and pump.volume_ml is None,
            pump_ml=pump.volume_ml,
            pump_gap=pump.gap(ml),
            pump_flagged=pump.flagged(ml),
            can_pause=iv,
            pauses=clock.pauses,
            paused_s=clock.paused_s(now),
            resume=self.resume(core, now),
            line=self._line,
            wants_confirm=self._wants_confirm,
            mg_calculated=mg,
            ml_calculated=ml,
            set_mg_per_min=clock.set_mg_per_min if iv else None,
            runs_out_s=clock.runs_out_at(),
            pump_runs_on_s=pump.runs_on_at,
        )

    def _record(self, mg: float | None, ml: float | None) -> tuple[float | None, float | None]:
        pump_ml, concentration = self.pump.volume_ml, self.plan.concentration_mg_per_ml
        if pump_ml is None:
            return mg, ml
        return (mg if concentration is None else pump_ml * concentration), pump_ml

    # ---- what is done to it

    def replan(self, event: SetPlan, route: Route) -> None:
        self.plan, self.second = event.plan, event.second.strip()
        self._look_at_plan(route)

    def give(self, clock: InfusionClock, at: float, mg: float | None, by: str) -> None:
        """A whole dose; None mg = nobody knows how much."""
        clock.dose(at, mg)
        if mg is not None:
            self._doses.append(DoseView(at, mg, by))


def should_stand(core: MonitorCore, now: float) -> bool:
    """The pump has no reason to run: paused, stopped, or everything is in."""
    phase = core.state.phase
    return phase is Phase.PAUSED or phase in AFTER_DRUG or core.state.dose_time_over(now)
