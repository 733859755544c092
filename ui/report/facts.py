"""One session as a report: worked out of its `Material` once, for paper and for text. No Qt.

Rule 1: every number is worked out where the screen has it from (`ui/review`, `ui/report/leaving`);
        here it gets its words and its place.
Rule 2: what the record does not say is not filled in. A record of which little is left gives a
        report with little in it.
Rule 3: what is not usual about the record (simulated, imported, without names, damaged) is a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.export.material import Material
from monitor.amendments import Addendum, Correct
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.people import Course as Treated
from monitor.people import Patient
from monitor.taken import accepted
from monitor.treatment.view import CriterionView
from monitor.vitals import CuffResult, DeviceNote, DeviceNoteKind, VitalSign
from ui.chair.leaving_faces import LineState, let_go_words, state_of
from ui.chair.plan_draft import number_text
from ui.chair.spans import minutes_text, span_text
from ui.leaving_text import criterion_name, evidence_lines
from ui.report.course import counts, course_of, model_of
from ui.report.drug import drug_facts
from ui.report.happened import alarm_rows, event_rows, worth_a_page
from ui.report.leaving import LeavingRetold, retold
from ui.report.parts import Criterion, CuffRow, Fact, Met, Report
from ui.report.setting import answer_facts, limit_facts, setting_facts
from ui.report.summary import alarms_text, measure_facts, score_facts, sign_rows, whole
from ui.review.computed import computed
from ui.review.line import Clock, joined
from ui.review.signature import signature, signature_text
from ui.review.statistics import statistics
from ui.review.timeline import timeline
from ui.trend_model import TrendModel
from ui.wall.course_text import session_text
from ui.words import say, say_or

IMPORTED = "imported"
_MET = {
    LineState.MET: Met.YES,
    LineState.NOT_MET: Met.NO,
    LineState.NOT_YET: Met.OPEN,
    LineState.LET_GO: Met.LET_GO,
}


def report_of(material: Material) -> Report:
    entries, clock = material.entries, clock_of(material)
    found, known, model = statistics(entries), computed(entries), model_of(entries)
    told, lines = retold(entries), timeline(entries, clock)
    events = list(accepted(entries))
    said = [one.what for one in events]
    opened = next((one for one in said if isinstance(one, SessionOpened)), None)
    patient = Patient("", None) if opened is None else opened.patient
    happened = event_rows(entries, lines, clock, model.zero_s)
    treated = Treated() if opened is None else opened.course
    criteria = _criteria(told, found.length_s, clock)
    return Report(
        session_id=material.session_id,
        title=joined(_title(told), session_text(treated)),
        clinic=material.clinic,
        who=who_text(patient, deidentified=material.deidentified),
        about=_about(patient, deidentified=material.deidentified),
        when=_when(material),
        marks=tuple(_marks(material)),
        missing=material.missing,
        drug=drug_facts(told, found, clock),
        setting=tuple(setting_facts(opened, said, told)),
        signs=sign_rows(found, model, clock),
        measures=measure_facts(found, known, model),
        alarms=alarm_rows(lines, clock),
        alarms_told=alarms_text(found),
        events=worth_a_page(happened),
        happened=happened,
        scores=score_facts(told.scores, clock),
        criteria=criteria,
        criteria_told=_criteria_told(criteria),
        signed=(signature_text(signature(entries), clock), *_amended(said)),
        audit=tuple(_audit(material)),
        program=say("chart-program", say("app-name"), material.program or "–"),
        course=course_of(model, told.given.clock),
        cuffs=tuple(_cuff_rows(model, clock)),
        limits=tuple(limit_facts(told.given.profile)),
        answers=tuple(answer_facts(said)),
        clock=clock,
    )


def clock_of(material: Material) -> Clock:
    """The time of the day of a session second; of a record without anchors, its minutes."""
    moments = material.moments

    def clock(at_s: float) -> str:
        moment = moments.local(at_s)
        return minutes_text(at_s) if moment is None else f"{moment:%H:%M}"

    return clock


def _title(told: LeavingRetold) -> str:
    plan = told.given.plan
    if not plan.planned and told.given.clock.started_at is None:
        return say("chart-title-watched")
    return say("chart-title", say(f"drug-{plan.drug.value}"))


# ---- who, when, and what is not usual -----------------------------------------------------------


def who_text(patient: Patient, *, deidentified: bool) -> str:
    number = say("review-patient", patient.patient_id) if patient.patient_id else ""
    if deidentified:
        return joined(say("chart-pseudonym", patient.patient_id or "–"))
    return joined(patient.name, patient.initials, number) or say("chart-nobody")


def _about(patient: Patient, *, deidentified: bool) -> str:
    born = patient.birth_date
    if not born and patient.birth_year is not None:
        born = str(patient.birth_year)
    if deidentified and patient.birth_year is not None:
        born = say("chart-decade", patient.birth_year)
    weight = patient.weight_kg
    return joined(
        say("chart-born", born) if born else "",
        say_or(f"sex-{patient.sex}", patient.sex) if patient.sex else "",
        "" if weight is None else say("chart-weight", number_text(weight)),
    )


def _when(material: Material) -> str:
    begin, end = (material.moments.local(at) for at in (0.0, material.last_s))
    lasted = span_text(material.last_s)
    if begin is None or end is None:
        return say("chart-no-clock", lasted)
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{end:%Y-%m-%d %H:%M}"
    return joined(f"{begin:%Y-%m-%d}", say("chart-from-to", f"{begin:%H:%M}", until), lasted)


def _marks(material: Material) -> Iterator[str]:
    if material.simulated:
        yield say("simulated")
    elif any(_demo(one) for one in material.entries):
        yield say("demo-data")
    if material.deidentified:
        yield say("chart-deidentified")
    if any(_imported(one) for one in material.entries):
        yield say("chart-imported")
    if material.missing:
        yield say("chart-damaged")


def _demo(entry: Entry) -> bool:
    what = entry.what
    return (
        isinstance(what, DeviceNote) and what.kind is DeviceNoteKind.DEMO_MODE and what.text != ""
    )


def _imported(entry: Entry) -> bool:
    what = entry.what
    if isinstance(what, Numerics):
        return any(one.source == IMPORTED for one in what.readings)
    return isinstance(what, CuffResult) and what.source == IMPORTED


# ---- leaving and audit --------------------------------------------------------------------------


def _criteria(told: LeavingRetold, now_s: float, clock: Clock) -> tuple[Criterion, ...]:
    return tuple(_criterion(one, clock) for one in told.criteria(now_s))


def _criterion(one: CriterionView, clock: Clock) -> Criterion:
    state = state_of(one)
    parts = [one.text] if one.text else []
    if state is LineState.LET_GO:
        parts.append(let_go_words(one))
    if not (one.by_hand and state is LineState.MET):
        parts += evidence_lines(one, clock)
    return Criterion(criterion_name(one.id), _MET[state], joined(*parts))


def _criteria_told(criteria: Sequence[Criterion]) -> str:
    if not criteria:
        return ""
    met = sum(one.met is Met.YES for one in criteria)
    let_go = sum(one.met is Met.LET_GO for one in criteria)
    told = say("chart-criteria-met", met, len(criteria))
    return joined(told, say("chart-criteria-let-go", let_go) if let_go else "")


def _amended(said: Sequence[object]) -> Iterator[str]:
    """How much was corrected and added after the fact; each stands among the events."""
    corrections = sum(isinstance(one, Correct) for one in said)
    addenda = sum(isinstance(one, Addendum) for one in said)
    if corrections or addenda:
        yield say("chart-amended", corrections, addenda)


def _audit(material: Material) -> Iterator[Fact]:
    yield Fact(say("chart-session"), material.session_id)
    if material.head:
        yield Fact(say("chart-head"), material.head)
    if material.sealed:
        yield Fact(say("chart-sealed"), material.sealed)


# ---- cuff readings ------------------------------------------------------------------------------


def _cuff_rows(model: TrendModel, clock: Clock) -> Iterator[CuffRow]:
    for one in sorted(model.cuffs.all, key=lambda one: one.at_s):
        named = one.priority
        heart = model.reading_at(model.signals.rate.sign, one.at_s)
        spo2 = model.reading_at(VitalSign.SPO2, one.at_s)
        yield CuffRow(
            clock(one.at_s),
            minutes_text(one.at_s - model.zero_s),
            say("review-peak", whole(one.sbp), whole(one.dbp)),
            whole(one.map),
            whole(heart),
            whole(spo2),
            joined(
                say("chart-by-hand") if one.manual else "",
                "" if named is None else say("chart-alarm-named", say(f"chart-text-{named.word}")),
                "" if counts(one) else say(f"chart-quality-{one.quality.value}"),
            ),
        )
