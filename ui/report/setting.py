"""How a session was set up, in words for a report: screening, decision, limits, monitors, staff.

Pure, no Qt. `said` is everything in the record that counts, in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.commands import BeginEmergency
from monitor.events import SessionOpened
from monitor.limits import LimitProfile, Modifier
from monitor.treatment.commands import UNCLAIMED, AnswerQuestion, SignDecision
from ui.report.leaving import LeavingRetold
from ui.report.parts import Fact
from ui.review.line import because, joined, second
from ui.review.screening_lines import unclear
from ui.view_state import limit_name
from ui.words import figure, say, say_or

_PEOPLE = ("by", "to", "provider", "second", "witness", "ordered_by")
"""The parts of an entry in which somebody of the staff is named."""


def setting_facts(
    opened: SessionOpened | None, said: Sequence[object], told: LeavingRetold
) -> Iterator[Fact]:
    answers = list(_newest(said).values())
    if answers:
        against = [one for one in answers if unclear(one)]
        names = ", ".join(_question(one) for one in against)
        words = "chart-answers-unclear" if against else "chart-answers"
        yield Fact(say("chart-screening"), say(words, len(answers), len(against), names))
    decided = [one for one in said if isinstance(one, SignDecision)]
    if decided:
        last = decided[-1]
        whole_text = joined(last.provider, because(last.reason), second(last.second))
        yield Fact(say("chart-decision"), whole_text)
    profile = told.given.profile
    if profile is not None:
        yield Fact(say("chart-limits"), _profile_text(profile))
    if opened is not None and opened.devices:
        names = ", ".join(device.label for device in opened.devices)
        yield Fact(say("chart-monitors"), names)
    people = _people(opened, said)
    if people:
        yield Fact(say("chart-staff"), ", ".join(people))
    calls = sum(isinstance(one, BeginEmergency) for one in said)
    if calls:
        yield Fact(say("chart-emergency"), say("chart-emergency-called", calls))


def _newest(said: Sequence[object]) -> dict[str, AnswerQuestion]:
    return {one.question: one for one in said if isinstance(one, AnswerQuestion)}


def _question(answer: AnswerQuestion) -> str:
    name = say_or(f"reason-{answer.question}", answer.question)
    return say("decision-answer", name, _reply(answer))


def _reply(answer: AnswerQuestion) -> str:
    reply = say_or(f"reply-{answer.answer}", answer.answer)
    return say("past-answer-text", reply, answer.text) if answer.text else reply


def _profile_text(profile: LimitProfile) -> str:
    known = [say(f"modifier-{one.value}") for one in Modifier if one in profile.modifiers]
    moved = [
        say("chart-limit-moved", limit_name(rule), figure(f"{value:g}"))
        for rule, value in profile.changed.items()
    ]
    return joined(say_or(f"profile-{profile.name}", profile.name), *known, *moved)


def _people(opened: SessionOpened | None, said: Sequence[object]) -> list[str]:
    """Everybody who entered something, in the order of their appearance."""
    names = ["" if opened is None else opened.by]
    for one in said:
        names += [getattr(one, part, "") for part in _PEOPLE]
    return [one for one in dict.fromkeys(names) if one and one != UNCLAIMED]


def answer_facts(said: Sequence[object]) -> Iterator[Fact]:
    for one in _newest(said).values():
        yield Fact(say_or(f"reason-{one.question}", one.question), _reply(one))


def limit_facts(profile: LimitProfile | None) -> Iterator[Fact]:
    if profile is None:
        return
    for rule in profile.own:
        own, value = profile.own[rule], profile.limit(rule)
        was = say("limits-own", figure(f"{own:g}")) if value != own else ""
        yield Fact(limit_name(rule), joined(figure(f"{value:g}"), was))
