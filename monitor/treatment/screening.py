"""The questions of the screening, and what was answered.

Rule 1: a question is a row of `QUESTIONS`: its answers, and what each means for the go. Answered
        again, the newest counts and the older stays in the record.
Rule 2: `clear_answers` are those of one tap "all clear". What has to be asked by itself each time
        (pregnancy, thoughts of suicide, the name of the escort) is not among them.
Rule 3: an answer changes no limit. That oxygen or a benzodiazepine asks for tighter ones is said
        among the reasons of the decision, and done by a person.

Questions: the clinic's go / no-go table and the contra-indications of esketamine's label. The five
questions about the past (pressure, heart, psychosis, kidney, substances) ask for a provider's
decision, never for more.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.outcomes import Refused
from monitor.people import Course
from monitor.treatment.commands import AnswerQuestion
from monitor.treatment.scales import SUICIDALITY
from monitor.treatment.view import AnswerView, Go

SUICIDALITY_ASKED = "suicidality"
PREGNANCY = "pregnancy"
ESCORT = "escort"
OXYGEN = "oxygen"
INTERACTING = "interacting-drug"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `answers` in the order of the screen, each with its go.

    `clear` is the answer that speaks against nothing. With an answer of `text_with` goes a text:
    a name, a drug, a date. `by_itself`: one tap "all clear" does not answer it. `once`: only in
    the first session of a course.
    """

    id: str
    answers: dict[str, Go]
    clear: str
    text_with: frozenset[str] = frozenset()
    by_itself: bool = False
    once: bool = False


def _no_yes(question: str, yes: Go, *, once: bool = False) -> Question:
    return Question(question, {"no": Go.GO, "yes": yes}, "no", frozenset({"yes"}), once=once)


def _rows(*questions: Question) -> dict[str, Question]:
    return {question.id: question for question in questions}


QUESTIONS: dict[str, Question] = _rows(
    _no_yes("uncontrolled-hypertension", Go.CAUTION),
    _no_yes("unstable-heart-disease", Go.CAUTION),
    _no_yes("psychosis-history", Go.CAUTION),
    _no_yes("kidney-disease", Go.CAUTION),
    _no_yes("substance-use", Go.CAUTION),
    _no_yes("aneurysm-avm-bleed", Go.NO_GO),
    Question(
        PREGNANCY,
        {
            "not-applicable": Go.GO,
            "negative": Go.GO,
            "declined": Go.CAUTION,
            "positive": Go.NO_GO,
        },
        "not-applicable",
        frozenset({"negative", "declined", "positive"}),
        by_itself=True,
    ),
    _no_yes("acute-symptoms", Go.NO_GO),
    _no_yes("intoxicated", Go.NO_GO),
    Question(
        SUICIDALITY_ASKED,
        dict(zip(SUICIDALITY, (Go.GO, Go.GO, Go.CAUTION), strict=True)),
        "none",
        frozenset({"ideation", "intent-or-plan"}),
        by_itself=True,
    ),
    Question("fasting", {"yes": Go.GO, "no": Go.CAUTION}, "yes", frozenset({"no"})),
    Question(
        ESCORT, {"named": Go.GO, "none": Go.CAUTION}, "named", frozenset({"named"}), by_itself=True
    ),
    Question("consent", {"yes": Go.GO, "no": Go.NO_GO}, "yes"),
    Question("medication", {"taken": Go.GO, "missed": Go.CAUTION}, "taken", frozenset({"missed"})),
    Question(
        INTERACTING,
        {
            "none": Go.GO,
            "benzodiazepine": Go.CAUTION,
            "stimulant": Go.CAUTION,
            "maoi": Go.CAUTION,
            "several": Go.CAUTION,
        },
        "none",
        frozenset({"benzodiazepine", "stimulant", "maoi", "several"}),
    ),
    _no_yes(OXYGEN, Go.CAUTION),
    _no_yes("bladder-symptoms", Go.CAUTION, once=True),
)


def clear_answers() -> tuple[tuple[str, str], ...]:
    """The answers of one tap "all clear": question and answer."""
    return tuple((one.id, one.clear) for one in QUESTIONS.values() if not one.by_itself)


def asked(course: Course) -> tuple[str, ...]:
    """The questions of this session, in order."""
    first = course.number is None or course.number <= 1
    return tuple(one.id for one in QUESTIONS.values() if first or not one.once)


class Answers:
    """What was answered in one session. Moments are session seconds."""

    def __init__(self, course: Course) -> None:
        self._asked = asked(course)
        self._all: list[AnswerView] = []
        self._newest: dict[str, AnswerView] = {}

    def take(self, event: AnswerQuestion, now: float) -> Refused | None:
        """None = taken."""
        question = QUESTIONS.get(event.question)
        if question is None:
            return Refused("answer", "question-unknown", (event.question, ", ".join(QUESTIONS)))
        go = question.answers.get(event.answer)
        if go is None:
            allowed = ", ".join(question.answers)
            name = f"reason-{question.id}"
            return Refused("answer", "answer-unknown", (event.answer, name, allowed))
        view = AnswerView(question.id, event.answer, event.text.strip(), event.by, now, go)
        self._all.append(view)
        self._newest[question.id] = view
        return None

    def newest(self, question: str) -> AnswerView | None:
        return self._newest.get(question)

    def views(self) -> tuple[AnswerView, ...]:
        """The newest answer to each question, in the order of the questions."""
        return tuple(self._newest[one] for one in QUESTIONS if one in self._newest)

    def to(self, question: str) -> tuple[AnswerView, ...]:
        """Everything that was answered to one question, oldest first."""
        return tuple(one for one in self._all if one.question == question)

    def open(self) -> tuple[str, ...]:
        """What is asked in this session and has no answer, in order."""
        return tuple(one for one in self._asked if one not in self._newest)
