"""What stands on a downtime sheet: the patient and what is known of her, and what is asked. No Qt.

Rule 1: it is for when there is no computer: what the program would ask is asked by the paper, with
        the same limits and in the same order.
Rule 2: what is known is printed, everything else is a line to write on; nothing is guessed.
Rule 3: the questions are the program's own table (`monitor/treatment/screening.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.courses import PastSession, PatientCourse
from data.day_book import TodayEntry
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import Go
from ui.profiles import profile_label
from ui.words import say

ROW_MIN = (*range(0, 41, 5), *range(55, 131, 15))
"""Minutes since the first drug: every 5 to 40, then every 15."""
BEFORE_ROWS = 3
_POUNDS = 1 / 0.45359237
_ASKED_IN_WORDS = frozenset({"fasting", "escort", "consent"})
"""They have lines of their own."""
_OWN_WORDS = frozenset({"pregnancy", "medication", "interacting-drug"})
"""Where the name of the question does not say which answer is meant."""
LEAVING = (
    "downtime-leave-time",
    "downtime-leave-bp",
    "downtime-leave-hr",
    "downtime-leave-spo2",
    "criterion-sedation",
    "criterion-dissociation",
    "criterion-aldrete-padss",
    "downtime-leave-standing",
    "criterion-suicidality",
    "criterion-symptoms",
    "criterion-iv-removed",
    "criterion-waste",
    "criterion-escort",
    "criterion-no-driving",
    "criterion-instructions",
    "criterion-next-date",
)


@dataclass(frozen=True, slots=True)
class DowntimeSheet:
    """`facts` and `plan` are (what, value); an empty value is a line to write on."""

    facts: tuple[tuple[str, str], ...]
    plan: tuple[tuple[str, str], ...]
    stops: tuple[str, ...]
    asks: tuple[str, ...]
    times: tuple[str, ...]
    leaving: tuple[str, ...]
    clinic: str
    made: str
    practice: bool = False


def downtime_sheet(
    entry: TodayEntry | None,
    course: PatientCourse | None,
    *,
    clinic: str,
    date: str,
    made: str,
    practice: bool = False,
) -> DowntimeSheet:
    """`entry` None = a blank one; `course` None = nothing is known of earlier sessions."""
    return DowntimeSheet(
        facts=tuple(_facts(entry or TodayEntry(""), course, date if entry else "")),
        plan=tuple(_plan(entry or TodayEntry(""), course)),
        stops=tuple(_questions(Go.NO_GO)),
        asks=tuple(_questions(Go.CAUTION)),
        times=(
            *(say("downtime-before") for _ in range(BEFORE_ROWS)),
            *(f"{minute} {say('downtime-min')}" for minute in ROW_MIN),
        ),
        leaving=tuple(say(word) for word in LEAVING),
        clinic=clinic,
        made=say("downtime-made", made),
        practice=practice,
    )


def _facts(
    entry: TodayEntry, course: PatientCourse | None, date: str
) -> Iterator[tuple[str, str]]:
    patient = None if course is None else course.patient
    known = patient is not None
    born = str(patient.birth_year) if patient is not None and patient.birth_year else ""
    initials = entry.initials or (patient.initials if patient is not None else "")
    weight = ""
    if patient is not None and patient.weight_kg is not None:
        kg = patient.weight_kg
        weight = say("downtime-weight-last", f"{kg:g}", f"{kg * _POUNDS:.0f}")
    risks = sorted(say(f"risk-{risk.value}") for risk in patient.risks) if patient else []
    yield say("downtime-patient"), f"#{entry.patient_id}" if entry.patient_id else ""
    yield say("downtime-initials"), initials
    yield say("downtime-born"), born
    yield say("downtime-date"), " ".join(part for part in (date, entry.at) if part)
    yield say("downtime-chair"), "" if entry.chair is None else str(entry.chair)
    yield say("downtime-session"), _number(course) if known else ""
    yield say("downtime-weight"), weight
    yield say("downtime-risks"), ", ".join(risks)
    yield say("downtime-note"), entry.note


def _number(course: PatientCourse | None) -> str:
    if course is None or course.next.number is None:
        return ""
    next_one = course.next
    if next_one.of is None:
        return str(next_one.number)
    return say("downtime-of", next_one.number, next_one.of)


def _plan(entry: TodayEntry, course: PatientCourse | None) -> Iterator[tuple[str, str]]:
    route = profile_label(entry.profile) if entry.profile else ""
    last = None if course is None else _last(course)
    yield say("downtime-route"), " · ".join(part for part in (route, last) if part)


def _last(course: PatientCourse) -> str:
    treated: list[PastSession] = [one for one in course.sessions if one.treated]
    if not treated:
        return ""
    one = treated[-1]
    mg = one.given_mg if one.given_mg is not None else one.plan.dose_mg
    if mg is None:
        return ""
    if one.peak_sbp is None or one.peak_dbp is None:
        return say("downtime-last-dose-only", f"{mg:.0f}")
    return say("downtime-last-dose", f"{mg:.0f}", f"{one.peak_sbp:.0f}/{one.peak_dbp:.0f}")


def _questions(worst: Go) -> Iterator[str]:
    """Those whose worst answer means this."""
    for question in QUESTIONS.values():
        found = set(question.answers.values())
        severest = Go.NO_GO if Go.NO_GO in found else Go.CAUTION
        asked = question.id not in _ASKED_IN_WORDS and not question.once
        if asked and severest is worst and worst in found:
            word = "downtime-ask" if question.id in _OWN_WORDS else "reason"
            yield say(f"{word}-{question.id}")
