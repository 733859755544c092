"""The screening of a session and the decision after it, told afterwards.

Rule 1: the answers of one round are one line, with those that speak against a start, and what was
        said to them; an answer that was given again says what it was before.
Rule 2: an answer after the decision, or in another phase, stands by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monitor.outcomes import PhaseChanged
from monitor.treatment.commands import AnswerQuestion, SignDecision
from monitor.treatment.screening import QUESTIONS, SUICIDALITY_ASKED
from monitor.treatment.view import Go
from ui.review.line import Book, Handler, Kind, because, joined, second
from ui.words import say, say_or


@dataclass(slots=True)
class _Round:
    """The answers that belong together: the newest to each question, and the one before it."""

    place: int
    newest: dict[str, AnswerQuestion] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    by: dict[str, None] = field(default_factory=dict)
    """Everybody who answered, in that order."""


def unclear(answer: AnswerQuestion) -> bool:
    """It does not speak for a start."""
    question = QUESTIONS.get(answer.question)
    return question is None or question.answers.get(answer.answer) is not Go.GO


class ScreeningLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._round: _Round | None = None
        self._known: dict[str, str] = {}

    def handlers(self) -> Mapping[type, Handler]:
        return {
            AnswerQuestion: self._answered,
            SignDecision: self._decided,
            PhaseChanged: self._phase,
        }

    def close(self) -> None:
        self._round = None

    def _phase(self, _now_s: float, _what: PhaseChanged) -> None:
        self._round = None

    def _answered(self, now_s: float, what: AnswerQuestion) -> None:
        known = self._round
        if known is None:
            known = self._round = _Round(self._book.add(now_s, Kind.MEASURED, ""))
        before = self._known.get(what.question)
        if before is not None and before != what.answer:
            known.before[what.question] = before
        self._known[what.question] = what.answer
        known.newest[what.question] = what
        known.by[self._book.by(what.by)] = None
        self._tell(known, now_s)

    def _tell(self, known: _Round, now_s: float) -> None:
        answers = list(known.newest.values())
        against = sum(unclear(answer) for answer in answers)
        if len(answers) == 1:
            text = say("past-answer", _told(answers[0], known.before))
            detail = joined(*known.by)
        else:
            words = "past-screening-unclear" if against else "past-screening"
            text = say(words, len(answers), against)
            worth = [one for one in answers if _worth(one, known.before)]
            detail = joined(*(_told(one, known.before) for one in worth), *known.by)
        line = self._book.line(known.place)
        self._book.put(known.place, replace(line, text=text, detail=detail, until_s=now_s))

    def _decided(self, now_s: float, what: SignDecision) -> None:
        self._round = None
        text = say("past-decision", what.provider)
        details = (because(what.reason), self._book.by(what.by), second(what.second))
        self._book.add(now_s, Kind.COURSE, text, *details)


def _worth(answer: AnswerQuestion, before: Mapping[str, str]) -> bool:
    """To be read beside the number of answers."""
    thoughts = answer.question == SUICIDALITY_ASKED and answer.answer != "none"
    return unclear(answer) or thoughts or bool(answer.text) or answer.question in before


def _told(answer: AnswerQuestion, before: Mapping[str, str]) -> str:
    """``escort: Named (a brother), was None``."""
    question = say_or(f"reason-{answer.question}", answer.question)
    told = say("decision-answer", question, _reply(answer.answer))
    if answer.text:
        told = say("past-answer-text", told, answer.text)
    earlier = before.get(answer.question)
    return told if earlier is None else say("past-answer-was", told, _reply(earlier))


def _reply(answer: str) -> str:
    return say_or(f"reply-{answer}", answer)
