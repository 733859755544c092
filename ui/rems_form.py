"""The monitoring form of an intranasal esketamine treatment in words, in the form's order. No Qt.

Rule 1: what the record does not say is marked as missing, and never filled in.
Rule 2: whether an event was a serious one is judged by the prescriber; the record only lists.

The fields: clinical.md §4.1, the row of the REMS form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from data.closing import FORM_DAYS
from data.outside import name_in_folder
from monitor.people import Patient, Risk
from monitor.treatment.leaving import Pressure, low_enough
from monitor.treatment.scales import AWAKE
from ui.chair.plan_draft import number_text
from ui.rems_facts import BEFORE_AT_MOST, MONITORED_S, RemsFacts, rems_facts
from ui.requests import SessionRecord
from ui.review.moments import clock_at, date_text, local_time
from ui.words import say


@dataclass(frozen=True, slots=True)
class Field:
    """`value` empty = it is missing."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """`due` is the day until which it is to be sent."""

    session_id: str
    stem: str
    parts: tuple[Part, ...]
    made: str
    due: str
    practice: bool
    nameless: bool = False
    """It does not say whose it is; its days are moved, and it is sent nowhere."""

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(one.name for part in self.parts for one in part.fields if not one.value)


def form_of(record: SessionRecord, clinic: str, *, nameless: bool = False) -> Form | None:
    """None = there is no form for this session. `nameless`: the record is `nameless_record`'s."""
    facts = rems_facts(record.entries)
    return _Words(record, facts, clinic, nameless).form() if facts.nasal else None


class _Words:
    def __init__(
        self, record: SessionRecord, facts: RemsFacts, clinic: str, nameless: bool
    ) -> None:
        self._record, self._facts, self._clinic = record, facts, clinic
        self._nameless = nameless

    def form(self) -> Form:
        row = self._record.row
        day = local_time(row.opened_utc_s, row.offset_min)
        parts = (
            ("patient", self._patient()),
            ("drugs", self._drugs()),
            ("dose", self._dose()),
            ("vitals", self._vitals()),
            ("effects", self._effects()),
            ("events", self._events()),
            ("leaving", self._leaving()),
            ("signed", self._signed()),
        )
        which = name_in_folder(row.session_id)  # a name of a file says nothing of the patient
        return Form(
            row.session_id,
            f"chairside-form-{date_text(row)}-{which}",
            tuple(Part(say(f"form-part-{name}"), tuple(fields)) for name, fields in parts),
            say("form-made", date_text(row), row.session_id),
            f"{day + timedelta(days=FORM_DAYS):%Y-%m-%d}",
            row.simulated,
            self._nameless,
        )

    def _told(self, value: str) -> str:
        """What only a form with names has."""
        return say("form-taken-out") if self._nameless else value

    def _clock(self, at_s: float) -> str:
        return clock_at(at_s, self._record.anchors, self._record.row)

    def _minutes(self, at_s: float) -> int:
        return int((at_s - (self._facts.first_s or 0.0)) // 60)

    def _patient(self) -> Iterator[Field]:
        row, opened = self._record.row, self._facts.opened
        patient = None if opened is None else opened.patient
        yield Field(say("form-name"), self._told("" if patient is None else patient.name))
        yield Field(say("form-id"), row.patient_id)
        yield Field(say("form-birth"), "" if patient is None else self._born(patient))
        sex = "" if patient is None or not patient.sex else patient.sex
        yield Field(say("form-sex"), say(f"sex-{sex}") if sex in SEXES else sex)
        yield Field(say("form-clinic"), self._told(self._clinic))
        yield Field(say("form-date"), date_text(row))
        number = None if opened is None else opened.course.number
        yield Field(say("form-number"), "" if number is None else str(number))

    def _born(self, patient: Patient) -> str:
        if not self._nameless:
            return patient.birth_date
        decade = patient.birth_year  # the first year of the ten
        return "" if decade is None else say("chart-decade", decade)

    def _drugs(self) -> Iterator[Field]:
        known = frozenset[Risk]()
        if self._facts.opened is not None:
            known = self._facts.opened.patient.risks
        for name, risk in _DRUGS:
            yield Field(say(f"form-{name}"), self._taken(name, risk, known))

    def _taken(self, name: str, risk: Risk | None, known: frozenset[Risk]) -> str:
        """What was answered about drugs taken on the day, and what is known of the patient."""
        asked = self._facts.interacting
        if risk is None:
            return ""  # nobody is asked about the other sedatives
        if asked is not None and asked.answer == name:
            return say("form-in-question", say("form-yes"), asked.text) if asked.text else _yes()
        if risk in known:
            return _yes()
        if asked is None or asked.answer == "several":
            return ""
        return say("form-no")

    def _dose(self) -> Iterator[Field]:
        facts = self._facts
        total = sum(mg for _at, mg in facts.doses)
        yield Field(say("form-dose"), say("form-mg", number_text(total)))
        devices = [
            say("form-device", number_text(mg), self._clock(at)) for at, mg in sorted(facts.doses)
        ]
        yield Field(say("form-devices"), " · ".join(devices))
        lots = " · ".join(facts.lots)
        yield Field(say("form-lot"), self._told(lots) if facts.lots else "")
        yield Field(say("form-minutes"), self._monitored())

    def _monitored(self) -> str:
        facts, first_s = self._facts, self._facts.first_s or 0.0
        whole = self._minutes(facts.until_s)
        if facts.ended is None:
            return say("form-minutes-running", whole, self._clock(first_s))
        enough = facts.until_s - first_s >= MONITORED_S
        words = "form-minutes-from" if enough else "form-minutes-short"
        return say(words, whole, self._clock(first_s), self._clock(facts.until_s))

    def _vitals(self) -> Iterator[Field]:
        facts = self._facts
        before, end = facts.before, facts.at_end
        rest = facts.baseline
        good = before is not None and (
            before.sbp <= BEFORE_AT_MOST[0] and before.dbp <= BEFORE_AT_MOST[1]
        )
        resting = (None, None) if rest is None else (rest.hr, rest.spo2)
        yield Field(say("form-before"), _accepted(before, *resting, good=good))
        calm = end is not None and low_enough(end, rest)
        yield Field(say("form-at-end"), _accepted(end, facts.hr, facts.spo2, good=calm))
        known = before is not None and before.at > 0.0
        if before is not None:
            clock = self._clock(before.at)
            told = say("form-bp-at", before.text, clock) if known else say("form-bp", before.text)
            yield Field(say("form-bp-before"), told)
        else:
            yield Field(say("form-bp-before"), "")
        for name, one in (("form-bp-40", facts.after_40), ("form-bp-end", end)):
            yield Field(say(name), "" if one is None else self._pressure(one))

    def _pressure(self, one: Pressure) -> str:
        return say("form-bp-minute", one.text, self._clock(one.at), self._minutes(one.at))

    def _effects(self) -> Iterator[Field]:
        facts, first_s = self._facts, self._facts.first_s or 0.0
        sedation = [one for one in facts.sedation if one[0] >= first_s]
        yield from self._effect("sedation", "form-moaa-s", sedation, low_is_worse=True)
        degrees = [one for one in facts.dissociation if one[0] >= first_s]
        yield from self._effect("dissociation", "form-degree", degrees, low_is_worse=False)

    def _effect(
        self, name: str, words: str, given: Sequence[tuple[float, int]], *, low_is_worse: bool
    ) -> Iterator[Field]:
        ordered = sorted(given)
        title, resolved = say(f"form-{name}"), say(f"form-{name}-resolved")
        if not ordered:
            yield Field(title, "")
            yield Field(resolved, "")
            return
        none = AWAKE if low_is_worse else 0
        pick = min if low_is_worse else max
        at, worst = pick(ordered, key=lambda one: one[1])
        if worst == none:
            yield Field(title, say("form-effect-none", say(words, worst)))
            yield Field(resolved, say("form-not-needed"))
            return
        yield Field(title, say("form-effect-yes", say(words, worst), self._clock(at)))
        last_s = max(at for at, total in ordered if total != none)
        over = [at for at, _total in ordered if at > last_s]
        told = say("form-not-resolved")
        if over:
            told = say("form-resolved-at", self._clock(over[0]), self._minutes(over[0]))
        yield Field(resolved, told)

    def _events(self) -> Iterator[Field]:
        facts = self._facts
        found = [(at, say(f"note-{note.kind.value}")) for at, note in facts.symptoms()]
        found += [(at, say("form-emergency")) for at in facts.emergencies]
        told = [say("form-event", self._clock(at), what) for at, what in sorted(found)]
        yield Field(say("form-events"), " · ".join(told) or say("form-events-none"))
        yield Field(say("form-judged"), say("form-judged-by"))

    def _leaving(self) -> Iterator[Field]:
        ready_s = self._facts.ready_s()
        told = ""
        if ready_s is not None:
            told = say("form-ready-min", self._minutes(ready_s))
        yield Field(say("form-ready"), told)

    def _signed(self) -> Iterator[Field]:
        ended = self._facts.ended
        told = ""
        if ended is not None and ended[1].by:
            told = say("form-signed-at", ended[1].by, self._clock(ended[0]))
        yield Field(say("form-signed"), told)
        yield Field(say("form-prescriber"), self._told(say("form-line")))


SEXES = ("female", "male", "other")
_DRUGS: tuple[tuple[str, Risk | None], ...] = (
    ("benzodiazepine", Risk.BENZODIAZEPINE),
    ("sedative", None),
    ("stimulant", Risk.STIMULANT),
    ("maoi", Risk.MAOI),
)


def _yes() -> str:
    return say("form-yes")


def _accepted(one: Pressure | None, hr: float | None, spo2: float | None, *, good: bool) -> str:
    if one is None:
        return ""
    values = ("–" if value is None else f"{value:.0f}" for value in (hr, spo2))
    told = say("form-vitals", one.text, *values)
    return say("form-values", say("form-yes" if good else "form-no"), told)
