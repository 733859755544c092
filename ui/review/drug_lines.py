"""The drug of a session, told afterwards: plan, vials, doses, rates, and what the pump says.

Rule: masses are mg, volumes mL; what is calculated says so. A dose and a rate stand where they
      were given, however late they were entered.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.events import SessionOpened
from monitor.people import Course
from monitor.plan import Drug, Plan
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    SetPlan,
    WasteDrug,
)
from monitor.treatment.dose import dose_line, ml_per_h
from monitor.treatment.pump import Pump
from monitor.treatment.retold import GivenRetold
from ui.chair.plan_draft import line_text, number_text
from ui.review.line import Book, Handler, Kind, second
from ui.words import say, say_or


def rate_text(mg_per_min: float, mg_per_ml: float | None) -> str:
    """``0.5 mg/min = 3 mL/h``, as far as it is known."""
    drug = say("rate-mg-min", number_text(mg_per_min, 3))
    if mg_per_ml is None:
        return drug
    pump = say("rate-ml-h", number_text(ml_per_h(mg_per_min, mg_per_ml), 2))
    return say("past-rate", drug, pump)


def plan_line(plan: Plan, course: Course, route: Route) -> str:
    """The dose in every unit that is known, with the drug where it is not the usual one."""
    line = dose_line(plan, course, route)
    if line is not None:
        dose = line_text(line)
    elif plan.mg_per_kg is not None:
        dose = say("plan-per-kg", number_text(plan.mg_per_kg, 2))
    else:
        return say("review-watch")
    usual = plan.drug is Drug.KETAMINE
    return dose if usual else say("past-drug", say(f"drug-{plan.drug.value}"), dose)


class DrugLines:
    def __init__(self, book: Book, given: GivenRetold) -> None:
        self._book = book
        self._given = given
        self._course = Course()
        self._doses = 0

    def handlers(self) -> Mapping[type, Handler]:
        return {
            SessionOpened: self._opened,
            SetPlan: self._planned,
            DrawDrug: self._drawn,
            WasteDrug: self._wasted,
            GiveDose: self._dosed,
            ChangeRate: self._changed,
            PumpStopped: self._looked,
            PumpVolume: self._measured,
        }

    def close(self) -> None:
        """Nothing stays open."""

    def _opened(self, _now_s: float, what: SessionOpened) -> None:
        self._course = what.course

    def _planned(self, now_s: float, what: SetPlan) -> None:
        dose = plan_line(what.plan, self._course, self._given.route)
        name = "" if what.profile is None else what.profile.name
        profile = say_or(f"profile-{name}", name) if name else ""
        details = (profile, self._book.by(what.by), second(what.second))
        self._book.add(now_s, Kind.COURSE, say("past-plan", dose), *details)

    def _drawn(self, now_s: float, what: DrawDrug) -> None:
        self._book.add(
            now_s,
            Kind.NOTE,
            say("past-drawn", number_text(what.mg, 2)),
            *_vial(what),
            say("past-expiry", what.expiry) if what.expiry else "",
            say("past-expired", what.second) if what.second else "",
            self._book.by(what.by),
        )

    def _wasted(self, now_s: float, what: WasteDrug) -> None:
        text = say("past-wasted", number_text(what.mg, 2))
        witness = say("past-witness", what.witness)
        self._book.add(now_s, Kind.NOTE, text, *_vial(what), witness, self._book.by(what.by))

    def _dosed(self, now_s: float, what: GiveDose) -> None:
        self._doses += 1
        nasal = self._given.route is Route.INTRANASAL
        name = say("dose-device" if nasal else "dose-number", self._doses)
        text = say("past-dose", name, number_text(what.mg, 2))
        self._book.late(now_s, Kind.DRUG, text, what)

    def _changed(self, now_s: float, what: ChangeRate) -> None:
        rate = rate_text(what.mg_per_min, self._given.plan.concentration_mg_per_ml)
        self._book.late(now_s, Kind.DRUG, say("noted-rate", rate), what)

    def _looked(self, now_s: float, what: PumpStopped) -> None:
        text = say("noted-pump-stands" if what.stopped else "noted-pump-runs")
        self._book.add(now_s, Kind.MEASURED, text, self._book.by(what.by))

    def _measured(self, now_s: float, what: PumpVolume) -> None:
        text = say("noted-volume", number_text(what.ml, 2))
        beside = self._beside(what.ml, now_s)
        self._book.add(now_s, Kind.MEASURED, text, *beside, self._book.by(what.by))

    def _beside(self, ml: float, now_s: float) -> tuple[str, ...]:
        """What was calculated, and how far off the pump is."""
        given = self._given
        calculated_ml = given.plan.ml_of(given.clock.mg_given(now_s))
        if calculated_ml is None:
            return ()
        told = say("past-calculated", number_text(calculated_ml, 2))
        pump = Pump(volume_ml=ml)
        gap = pump.gap(calculated_ml)
        if gap is None or not pump.flagged(calculated_ml):
            return (told,)
        return told, say("past-off", f"{gap * 100:+.0f}")


def _vial(what: DrawDrug | WasteDrug) -> tuple[str, str]:
    return (
        say("past-lot", what.lot) if what.lot else "",
        say("past-vial", what.vial) if what.vial else "",
    )
