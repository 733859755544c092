"""A session on one page, to be signed: what was given, measured, noted, scored, and what is open.

Rule: what the program worked out is said to be so; what nobody said is not known, never a zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor.outcomes import AlarmPhase, BaselineAccepted, Priority
from monitor.phases import AFTER_DRUG, BEFORE_DRUG
from monitor.picture import ChairPicture
from monitor.plan import MINUTES, Drug, Plan
from monitor.routes import Route
from monitor.treatment.leaving_by_hand import SECOND_WANTED
from monitor.treatment.scales import MOAAS
from monitor.treatment.view import (
    ChecksView,
    CriterionView,
    GivingView,
    ScoreView,
    SignedView,
    TreatmentView,
)
from ui.chair.leaving_faces import let_go_words, open_lines
from ui.chair.plan_draft import number_text
from ui.chair.score_choices import score_text
from ui.chair.spans import clock_text
from ui.leaving_text import criterion_name
from ui.view_state import ChairView, limit_name
from ui.words import say

if TYPE_CHECKING:
    from ui.trend_model import TrendModel

LOW_IS_WORSE = frozenset({MOAAS, "aldrete", "padss"})


@dataclass(frozen=True, slots=True)
class SignoffFace:
    """`facts` are (what, value). `open` are the lines of the checklist that are not done, by id.

    `nothing`: nothing was given, so that it is asked why. `can_sign`: not while it is given.
    `signed` is who signed and when, in words; empty = nobody did. `form`: a form goes with it.
    """

    session_id: str
    facts: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    nothing: bool
    can_sign: bool
    wants_second: bool
    signed: str = ""
    because: str = ""
    form: bool = False

    @property
    def wants_reason(self) -> bool:
        return self.nothing or bool(self.open)


def signoff_face(view: ChairView, model: TrendModel) -> SignoffFace:
    picture = view.picture
    treatment = picture.treatment or TreatmentView(False, GivingView(_no_plan(view)))
    checks = treatment.checks
    still = open_lines(checks)
    given = picture.infusion_started_s is not None
    nasal = view.profile.route is Route.INTRANASAL
    return SignoffFace(
        session_id=picture.session_id,
        facts=tuple(_facts(view, model, treatment)),
        open=still,
        nothing=not given,
        can_sign=picture.phase in BEFORE_DRUG | AFTER_DRUG,
        wants_second=bool(SECOND_WANTED & set(still)),
        signed="" if checks.signed is None else signed_words(checks.signed, view),
        because="" if checks.signed is None else checks.signed.reason,
        form=given and nasal and treatment.giving.plan.drug is Drug.ESKETAMINE,
    )


def signed_words(signed: SignedView, view: ChairView) -> str:
    at = clock_text(view.wall_of(signed.at_s))
    words = "signoff-signed-second" if signed.second else "signoff-signed"
    return say(words, signed.by or say("who-none"), at, signed.second)


def _no_plan(view: ChairView) -> Plan:
    return Plan(None, None, MINUTES[0]) if view.opened is None else view.opened.plan


def _facts(
    view: ChairView, model: TrendModel, treatment: TreatmentView
) -> Iterator[tuple[str, str]]:
    picture, checks = view.picture, treatment.checks
    yield say("signoff-patient"), _patient(view)
    yield say("signoff-drug"), _drug(view, treatment.giving)
    yield say("signoff-given"), _given(picture, treatment.giving)
    yield say("signoff-time"), _times(view)
    yield say("signoff-bp"), _pressure(model, picture.baseline)
    signs = _signs(model)
    if signs:
        yield say("signoff-signs"), signs
    yield say("signoff-alarms"), _alarms(model)
    yield say("signoff-symptoms"), _symptoms(view)
    yield say("signoff-scores"), _scores(checks)
    if picture.deviations:
        yield say("signoff-limits"), _limits(picture)
    gone = [one for one in checks.leaving if one.override and one.met is not True]
    if gone:
        yield say("signoff-let-go"), "; ".join(_let_go(gone))
    still = [criterion_name(one) for one in open_lines(checks)]
    if treatment.people.unclaimed:
        still.append(say("signoff-unclaimed", treatment.people.unclaimed))
    if still:
        yield say("signoff-open"), " · ".join(still)


def _let_go(gone: Sequence[CriterionView]) -> list[str]:
    """The lines that went with one reason and the same people stand together."""
    together: dict[str, list[str]] = {}
    for one in gone:
        together.setdefault(let_go_words(one), []).append(criterion_name(one.id))
    return [say("leaving-do", why, ", ".join(names)) for why, names in together.items()]


def _patient(view: ChairView) -> str:
    picture = view.picture
    opened = view.opened
    year = None if opened is None else opened.patient.birth_year
    course = ""
    if opened is not None and opened.course.number is not None:
        number, of = opened.course.number, opened.course.of
        course = say("signoff-number", number) if of is None else say("signoff-course", number, of)
    parts = (picture.initials, "" if year is None else str(year), f"#{picture.patient_id}", course)
    return " · ".join(part for part in parts if part)


def _drug(view: ChairView, giving: GivingView) -> str:
    drug, route = say(f"drug-{giving.plan.drug.value}"), say(f"route-{view.profile.route.value}")
    words = f"{drug} · {route}"
    planned = giving.plan.dose_mg
    return words if planned is None else say("signoff-planned", words, number_text(planned))


def _given(picture: ChairPicture, giving: GivingView) -> str:
    if picture.infusion_started_s is None:
        return say("signoff-nothing")
    mg = giving.mg_given
    if mg is None:
        return say("signoff-not-known")
    if giving.doses:
        many = len(giving.doses)
        doses = say("signoff-doses-1") if many == 1 else say("signoff-doses", many)
        return say("signoff-mg-doses", number_text(mg), doses)
    if giving.pump_ml is not None and giving.mg_calculated is not None:
        both = (number_text(giving.pump_ml, 2), number_text(giving.mg_calculated))
        return say("signoff-mg-pump", number_text(mg), *both)
    return say("signoff-mg-calculated", number_text(mg))


def _times(view: ChairView) -> str:
    picture = view.picture

    def clock(at_s: float) -> str:
        return clock_text(view.wall_of(at_s))

    began, ended = picture.infusion_started_s, picture.infusion_ended_s
    if began is None:
        return say("signoff-since-opened", clock(0.0))
    if ended is None or ended <= began:
        return say("signoff-since", clock(began))
    return say("signoff-ran", clock(began), clock(ended))


def _pressure(model: TrendModel, baseline: BaselineAccepted | None) -> str:
    judged = [cuff for cuff in model.cuffs.all if cuff.judged]
    if not judged:
        return say("signoff-not-known")
    rest = say("signoff-none")
    if baseline is not None and baseline.sbp is not None and baseline.dbp is not None:
        rest = f"{baseline.sbp:.0f}/{baseline.dbp:.0f}"
    last = judged[-1]
    peak = (f"{max(one.sbp for one in judged):.0f}", f"{max(one.dbp for one in judged):.0f}")
    return say("signoff-peak", *peak, rest, f"{last.sbp:.0f}/{last.dbp:.0f}")


def _signs(model: TrendModel) -> str:
    rate, spo2 = model.signals.rate.extremes, model.signals.spo2.extremes
    if rate is None and spo2 is None:
        return ""
    most = "–" if rate is None else f"{rate[1]:.0f}"
    least = "–" if spo2 is None else f"{spo2[0]:.0f}"
    return say("signoff-extremes", most, least)


def _alarms(model: TrendModel) -> str:
    """Every onset once, under the worst priority it reached."""
    counted = dict.fromkeys(Priority, 0)
    reached: dict[str, Priority] = {}
    for mark in model.marks.alarms:
        if mark.state is AlarmPhase.SOUNDING:
            reached[mark.key] = mark.priority
            counted[mark.priority] += 1
        elif mark.state is AlarmPhase.ESCALATED:
            before = reached.get(mark.key, Priority.HIGH)
            if mark.priority > before:
                counted[before] -= 1
                counted[mark.priority] += 1
                reached[mark.key] = mark.priority
    worst_first = (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
    return say("signoff-counted", *(counted[one] for one in worst_first))


def _symptoms(view: ChairView) -> str:
    """Each kind once; one that is not over says so."""
    found: dict[str, bool] = {}
    for line in view.picture.notes:
        kind = line.note.kind
        if not line.undone and kind.value not in {"free-text", "drug-given"}:
            found[kind.value] = found.get(kind.value, False) or line.ended_s is None
    words = [
        say("signoff-symptom-open", say(f"note-{kind}")) if still else say(f"note-{kind}")
        for kind, still in found.items()
    ]
    return " · ".join(words) or say("signoff-none")


def _scores(checks: ChecksView) -> str:
    by_scale: dict[str, list[ScoreView]] = {}
    for one in sorted(checks.scores, key=lambda one: one.at_s):
        by_scale.setdefault(one.scale, []).append(one)
    return " · ".join(_score(scale, given) for scale, given in by_scale.items()) or say(
        "signoff-none"
    )


def _score(scale: str, given: list[ScoreView]) -> str:
    """The worst and the last, where they differ."""
    name, last = say(f"scale-{scale}"), given[-1]
    totals = [one.total for one in given if one.total is not None]
    if not totals or last.total is None:
        return say("signoff-only", name, score_text(last))
    worst = min(totals) if scale in LOW_IS_WORSE else max(totals)
    if worst == last.total:
        return say("signoff-only", name, worst)
    return say("signoff-worst", name, worst, last.total)


def _limits(picture: ChairPicture) -> str:
    return " · ".join(
        say("signoff-limit", limit_name(rule), f"{active:g}", f"{own:g}")
        for rule, own, active in picture.deviations
    )
