"""Go, caution or no-go in words: why, what is missing, and who took it on. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import ChecksView, DecisionView, Go, GoReason
from monitor.vitals import SIGNS, VitalSign
from ui.chair.screening_faces import question_words, reason_name, reply_words
from ui.chair.spans import clock_text
from ui.view_state import ChairView
from ui.words import perhaps, say, sign_label

READINGS = 3
_SIGNS = {sign.value for sign in VitalSign}


@dataclass(frozen=True, slots=True)
class DecisionFace:
    """`reasons` are (words, go). `signed` empty = nobody took it on.

    `wants_reason`: to sign it needs a reason in words; `wants_second`: and a second person.
    """

    go: Go
    word: str
    headline: str
    reasons: tuple[tuple[str, Go], ...]
    missing: tuple[str, ...]
    signed: str
    open: bool
    wants_reason: bool
    wants_second: bool


def decision_face(view: ChairView) -> DecisionFace:
    treatment = view.picture.treatment
    checks = ChecksView() if treatment is None else treatment.checks
    decision = checks.decision
    return DecisionFace(
        go=decision.go,
        word=say(f"go-{decision.go.value}"),
        headline=_headline(decision),
        reasons=tuple((reason_words(reason), reason.go) for reason in decision.reasons),
        missing=_missing(checks),
        signed=_signed(decision, view),
        open=decision.open,
        wants_reason=decision.go is Go.NO_GO or bool(decision.missing),
        wants_second=decision.go is Go.NO_GO,
    )


def _headline(decision: DecisionView) -> str:
    if decision.signed_by:
        return say("decision-taken-on")
    return say(f"decision-{decision.go.value}")


def _signed(decision: DecisionView, view: ChairView) -> str:
    if not decision.signed_by:
        return ""
    at = "" if decision.signed_at_s is None else clock_text(view.wall_of(decision.signed_at_s))
    said = (
        say("decision-signed", decision.provider, at),
        decision.reason,
        decision.second and say("decision-second", decision.second),
    )
    return " · ".join(part for part in said if part)


def reason_words(reason: GoReason) -> str:
    """``SBP 152 mmHg``, ``Kidney disease: Yes``, ``Sleep apnoea``."""
    if reason.what in _SIGNS:
        sign = VitalSign(reason.what)
        return say("decision-value", sign_label(sign), reason.value, SIGNS[sign].unit)
    name = reason_name(reason.what)
    if reason.what not in QUESTIONS and reason.value == "yes":
        return name
    return say("decision-answer", name, reply_words(reason.value))


def _missing(checks: ChecksView) -> tuple[str, ...]:
    """Open questions are counted, so that what has to be measured is not lost among them."""
    missing = checks.decision.missing
    questions = [one for one in missing if one in QUESTIONS]
    found = [_missing_words(one, checks) for one in missing if one not in QUESTIONS]
    if len(questions) == 1:
        found.insert(0, say("missing-question", question_words(questions[0])))
    elif questions:
        found.insert(0, say("missing-questions", len(questions)))
    return tuple(found)


def _missing_words(what: str, checks: ChecksView) -> str:
    if what == "baseline-readings":
        return say("missing-baseline", min(checks.baseline_readings, READINGS), READINGS)
    if what in _SIGNS:
        return say("missing-sign", sign_label(VitalSign(what)))
    return perhaps(f"missing-{what}") or reason_name(what)
