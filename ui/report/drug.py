"""What was planned, given and thrown away, in words for a report. Pure, no Qt.

Rule: what is calculated says so; the pump's own figure stands beside it, and where both are more
      than 5 % apart that is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.people import Course
from monitor.routes import Route
from monitor.treatment.pump import Pump
from monitor.treatment.view import VialView
from ui.chair.plan_draft import number_text
from ui.chair.spans import span_text
from ui.report.leaving import LeavingRetold
from ui.report.parts import Fact
from ui.review.drug_lines import plan_line, rate_text
from ui.review.line import Clock, joined
from ui.review.statistics import GivenBy, SessionStatistics
from ui.words import figure, say


def drug_facts(told: LeavingRetold, found: SessionStatistics, clock: Clock) -> tuple[Fact, ...]:
    given, plan = told.given, told.given.plan
    strength = plan.concentration_mg_per_ml
    facts = [
        Fact(
            say("chart-plan"),
            joined(
                say(f"route-{given.route.value}") if plan.planned else "",
                plan_line(plan, Course(), given.route),
                "" if strength is None else say("plan-concentration", number_text(strength, 2)),
            ),
        )
    ]
    if found.infusion_started_s is not None:
        facts.append(Fact(say("chart-given"), _given(told, found), loud=True))
        facts += _course(told, found, clock)
        facts += _pump(told, found)
    return (*facts, *_vials(told, found))


def _given(told: LeavingRetold, found: SessionStatistics) -> str:
    if found.mg_given is None:
        return say("chart-given-unknown")
    how = {
        GivenBy.CALCULATED: "chart-calculated",
        GivenBy.PUMP: "chart-by-pump",
        GivenBy.DOSES: "chart-by-doses",
    }
    mg, weight_kg = say("plan-mg", number_text(found.mg_given, 2)), told.given.plan.weight_kg
    if weight_kg:
        by_weight = say("plan-per-kg", number_text(found.mg_given / weight_kg, 2))
        mg = say("chart-is", mg, by_weight)
    return joined(mg, say(how[found.given_by]))


def _course(told: LeavingRetold, found: SessionStatistics, clock: Clock) -> Iterator[Fact]:
    given, begun = told.given, found.infusion_started_s or 0.0
    if given.route is not Route.IV:
        doses = (
            say("chart-dose", "–" if mg is None else number_text(mg, 2), clock(at))
            for at, mg in given.clock.doses
        )
        yield Fact(say("chart-doses"), joined(*doses))
        return
    ended = found.infusion_ended_s
    until = say("chart-runs-on") if ended is None else clock(ended)
    pauses = given.clock.pauses
    paused_s = given.clock.paused_s(found.length_s)
    steps = [one for one in given.clock.steps if one.runs and one.mg_per_min is not None]
    rates = list(dict.fromkeys(one.mg_per_min or 0.0 for one in steps))
    rate = rate_text(rates[0], given.plan.concentration_mg_per_ml) if len(rates) == 1 else ""
    yield Fact(
        say("chart-infusion"),
        joined(
            say("chart-from-to", clock(begun), until),
            say("chart-ran", span_text(found.infusion_ran_s)),
            say("chart-pauses", pauses, span_text(paused_s)) if pauses else "",
            rate if len(rates) < 2 else say("chart-rates", len(rates)),
        ),
    )


def _pump(told: LeavingRetold, found: SessionStatistics) -> Iterator[Fact]:
    """The pump's volume beside the calculated one."""
    given = told.given
    if given.route is not Route.IV:
        return
    calculated = given.plan.ml_of(given.clock.mg_given(found.length_s))
    pump = Pump(volume_ml=given.pump_ml)
    gap = pump.gap(calculated)
    beside = "" if calculated is None else say("past-calculated", number_text(calculated, 2))
    apart = "" if gap is None else figure(f"{gap * 100:+.1f}".replace("-", "−"))
    off = say("chart-gap", apart) if apart else ""
    flagged = say("chart-gap-flagged") if pump.flagged(calculated) else ""
    own = (
        say("chart-pump-missing")
        if given.pump_ml is None
        else say("chart-pump-ml", number_text(given.pump_ml, 2))
    )
    yield Fact(say("chart-pump"), joined(own, beside, off, flagged), loud=bool(flagged))


def _vials(told: LeavingRetold, found: SessionStatistics) -> Iterator[Fact]:
    lines = told.vials.lines
    drawn = [one for one in lines if not one.wasted]
    wasted = [one for one in lines if one.wasted]
    if drawn:
        mg = number_text(told.vials.drawn_mg, 2)
        yield Fact(say("chart-drawn"), joined(say("plan-mg", mg), *_lots(drawn)))
    left = told.unaccounted_mg(found.length_s)
    if wasted or drawn:
        mg = number_text(told.vials.wasted_mg, 2)
        seen = (say("past-witness", one.witness) for one in wasted if one.witness)
        rest = "" if left is None else say("chart-unaccounted", number_text(left, 2))
        whole = joined(say("plan-mg", mg), *dict.fromkeys(seen), rest)
        yield Fact(say("chart-wasted"), whole)


def _lots(drawn: list[VialView]) -> list[str]:
    texts = (
        joined(
            say("past-lot", one.lot) if one.lot else "",
            say("past-vial", one.vial) if one.vial else "",
            say("past-expiry", one.expiry) if one.expiry else "",
        )
        for one in drawn
    )
    return [text for text in dict.fromkeys(texts) if text]
