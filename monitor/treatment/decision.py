"""Go, caution or no-go: from the answers, the resting values, and what is known of the patient.

Rule 1: every reason is listed, worst first. What is missing makes it unknown, as long as nothing
        worse is known: silence is never a go.
Rule 2: nothing here stops a person. A caution wants a provider's name, a no-go also a reason and
        a second person, something missing a reason; then it is open.
Rule 3: a signature stands for what was known when it was given. While a reason is there that it
        did not see, or a sign is worse than it was, it does not count.

Bands: the clinic's go / no-go table (mean of the last two of three readings, at rest). A mean lies
between whole numbers: what is over the last whole number of a band belongs to the worse one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from monitor.people import Risk
from monitor.plan import Plan
from monitor.treatment.commands import SignDecision
from monitor.treatment.scales import AWAKE, MOAAS
from monitor.treatment.view import AnswerView, DecisionView, Go, GoReason

BADNESS = {Go.GO: 0, Go.UNKNOWN: 1, Go.CAUTION: 2, Go.NO_GO: 3}
READINGS = 3
APART = 15.0
"""So many cuff readings make a baseline; the last two agree when they differ by no more, mmHg."""


@dataclass(frozen=True, slots=True)
class Band:
    """Within `go` it is a go, within `caution` a caution, outside a no-go; bounds included."""

    go: tuple[float, float]
    caution: tuple[float, float]

    def judge(self, value: float) -> Go:
        if self.go[0] <= value <= self.go[1]:
            return Go.GO
        return Go.CAUTION if self.caution[0] <= value <= self.caution[1] else Go.NO_GO

    def is_low(self, value: float) -> bool:
        return value < self.go[0]


BANDS: dict[str, Band] = {
    "sbp": Band((90, 140), (90, 160)),
    "dbp": Band((50, 90), (50, 100)),
    "hr": Band((50, 100), (45, 110)),
    "spo2": Band((95, 100), (92, 100)),
    "rr": Band((10, 20), (10, 24)),
}
"""mmHg, 1/min, %."""
SBP_AT_65 = Band((90, 150), (90, 160))
CAUTION_RISKS = (Risk.BENZODIAZEPINE, Risk.STIMULANT, Risk.MAOI, Risk.SLEEP_APNOEA, Risk.BMI_35)
WEIGHT = "weight"
BASELINE_READINGS = "baseline-readings"
BASELINE_AGREEMENT = "baseline-agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """What was measured at rest; None = not measured.

    `wanted` are the signs that have a source here and so must have a value. `readings` cuff
    readings were counted; `agree`: the last two do. `by_hand`: somebody gave the pressure.
    """

    sbp: float | None = None
    dbp: float | None = None
    hr: float | None = None
    spo2: float | None = None
    rr: float | None = None
    moaas: int | None = None
    wanted: frozenset[str] = frozenset()
    readings: int = 0
    agree: bool = True
    by_hand: bool = False

    def values(self) -> dict[str, float]:
        found = {"sbp": self.sbp, "dbp": self.dbp, "hr": self.hr, "spo2": self.spo2, "rr": self.rr}
        return {sign: value for sign, value in found.items() if value is not None}

    def missing(self) -> tuple[str, ...]:
        found = list[str]()
        if not self.by_hand:
            if self.readings < READINGS:
                found.append(BASELINE_READINGS)
            elif not self.agree:
                found.append(BASELINE_AGREEMENT)
        known = self.values()
        found += [sign for sign in BANDS if sign in self.wanted and sign not in known]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known, and what it comes to. `reasons` worst first."""

    go: Go
    reasons: tuple[GoReason, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    command: SignDecision
    at_s: float
    seen: Weighed

    def covers(self, now: Weighed) -> bool:
        """Nothing is there that it did not see, and nothing became worse."""
        seen = {_key(reason): BADNESS[reason.go] for reason in self.seen.reasons}
        known = all(seen.get(_key(one), 0) >= BADNESS[one.go] for one in now.reasons)
        return known and set(now.missing) <= set(self.seen.missing)


def _key(reason: GoReason) -> tuple[str, str]:
    """What makes two reasons the same one: a sign too high is not the sign too low."""
    band = BANDS.get(reason.what)
    if band is None:
        return reason.what, reason.value
    return reason.what, "low" if band.is_low(float(reason.value)) else "high"


def weigh(
    answers: Sequence[AnswerView],
    open_questions: Sequence[str],
    rested: Rested,
    risks: Collection[Risk],
    plan: Plan,
) -> Weighed:
    reasons = [GoReason(one.question, one.answer, one.go) for one in answers]
    reasons += _signs(rested, old=Risk.AGE_65 in risks)
    reasons += [GoReason(risk.value, "yes", Go.CAUTION) for risk in CAUTION_RISKS if risk in risks]
    if plan.mg_per_kg is not None and plan.dose_mg is None:
        reasons.append(GoReason(WEIGHT, "missing", Go.CAUTION))
    against = [reason for reason in reasons if reason.go is not Go.GO]
    against.sort(key=lambda reason: -BADNESS[reason.go])
    missing = (*open_questions, *rested.missing())
    found = [reason.go for reason in against]
    found.append(Go.UNKNOWN if missing else Go.GO)
    return Weighed(max(found, key=BADNESS.__getitem__), tuple(against), missing)


def _signs(rested: Rested, *, old: bool) -> list[GoReason]:
    found = list[GoReason]()
    for sign, value in rested.values().items():
        band = SBP_AT_65 if sign == "sbp" and old else BANDS[sign]
        found.append(GoReason(sign, f"{value:g}", band.judge(value)))
    if rested.moaas is not None:
        go = Go.GO if rested.moaas == AWAKE else Go.NO_GO
        found.append(GoReason(MOAAS, str(rested.moaas), go))
    return found


def sign_refused(event: SignDecision, weighed: Weighed) -> str | None:
    """The id of why this signature is not enough, or not needed; None = it is taken."""
    if weighed.go is Go.GO:
        return "decision-wants-nothing"
    if not event.provider.strip():
        return "decision-wants-provider"
    if (weighed.go is Go.NO_GO or weighed.missing) and not event.reason.strip():
        return "decision-wants-reason"
    if weighed.go is Go.NO_GO:
        second = event.second.strip().casefold()
        if not second or second == event.provider.strip().casefold():
            return "decision-wants-second"
    return None


def named(reasons: Sequence[GoReason], missing: Sequence[str]) -> tuple[str, ...]:
    """For a sentence: the worst reason and its value, else what is missing first and how much."""
    if not reasons:
        return (f"reason-{missing[0]}", str(len(missing))) if missing else ()
    reason = reasons[0]
    number = reason.what in BANDS or reason.what == MOAAS
    return f"reason-{reason.what}", reason.value if number else f"reply-{reason.value}"


def shown(weighed: Weighed, signature: Signature | None) -> DecisionView:
    plain = DecisionView(weighed.go, weighed.reasons, weighed.missing)
    if signature is None or not signature.covers(weighed):
        return plain
    said = signature.command
    return DecisionView(
        weighed.go,
        weighed.reasons,
        weighed.missing,
        said.by,
        said.provider,
        said.reason,
        signature.at_s,
        said.second,
    )
