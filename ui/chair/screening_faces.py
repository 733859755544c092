"""The screening in words: groups of questions, what was answered, what is open. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.people import Course
from monitor.treatment.screening import QUESTIONS, asked, clear_answers
from monitor.treatment.view import AnswerView, ChecksView, Go
from ui.chair.spans import clock_text
from ui.view_state import ChairView
from ui.words import perhaps, say, say_or

HISTORY, TODAY, ARRANGED = "history", "today", "arranged"
_TODAY = frozenset(
    {
        "pregnancy",
        "acute-symptoms",
        "intoxicated",
        "suicidality",
        "medication",
        "interacting-drug",
    }
)
_ARRANGED = frozenset({"oxygen", "fasting", "escort", "consent", "bladder-symptoms"})
GROUPS = (HISTORY, TODAY, ARRANGED)


def group_of(question: str) -> str:
    """Which of `GROUPS` a question stands in."""
    if question in _TODAY:
        return TODAY
    return ARRANGED if question in _ARRANGED else HISTORY


@dataclass(frozen=True, slots=True)
class QuestionFace:
    """One row. `answers` are (id, words, go); `chosen` empty = not answered.

    `told` stands below the question: the text that goes with the answer, who answered and when.
    """

    id: str
    words: str
    answers: tuple[tuple[str, str, Go], ...]
    chosen: str
    told: str
    wants_text: bool
    """Something in words goes with the chosen answer, and is not there yet."""


@dataclass(frozen=True, slots=True)
class ScreeningFace:
    rows: dict[str, tuple[QuestionFace, ...]]
    answered: int
    of: int
    clear: tuple[tuple[str, str], ...]
    """What "all clear" would answer now: question and answer."""

    def open_in(self, group: str) -> int:
        return sum(not row.chosen for row in self.rows[group])

    @property
    def next_open(self) -> str:
        """The first group with an open question; empty = everything is answered."""
        return next((group for group in GROUPS if self.open_in(group)), "")


def screening_face(view: ChairView) -> ScreeningFace:
    treatment = view.picture.treatment
    checks = ChecksView() if treatment is None else treatment.checks
    answers = {one.question: one for one in checks.answers}
    course = Course() if view.opened is None else view.opened.course
    wanted = asked(course)
    rows: dict[str, list[QuestionFace]] = {group: [] for group in GROUPS}
    for question in wanted:
        rows[group_of(question)].append(_row(question, answers.get(question), view))
    clear = tuple(
        (question, answer)
        for question, answer in clear_answers()
        if question in wanted and question not in answers
    )
    return ScreeningFace(
        {group: tuple(found) for group, found in rows.items()},
        sum(question in answers for question in wanted),
        len(wanted),
        clear,
    )


def _row(name: str, answer: AnswerView | None, view: ChairView) -> QuestionFace:
    question = QUESTIONS[name]
    offered = tuple((key, answer_words(key), go) for key, go in question.answers.items())
    if answer is None:
        return QuestionFace(name, question_words(name), offered, "", "", wants_text=False)
    by = say("screening-told", answer.by, clock_text(view.wall_of(answer.at_s)))
    told = " · ".join(part for part in (answer.text, by) if part)
    wants = answer.answer in question.text_with and not answer.text
    return QuestionFace(name, question_words(name), offered, answer.answer, told, wants_text=wants)


def question_words(question: str) -> str:
    """Short enough for its row."""
    return perhaps(f"question-{question}") or reason_name(question)


def answer_words(answer: str) -> str:
    """Short enough for its tile."""
    return perhaps(f"short-{answer}") or reply_words(answer)


def reason_name(what: str) -> str:
    """A question, a sign or a risk as it is named in a sentence, with a capital."""
    name = say_or(f"reason-{what}", what)
    return f"{name[:1].upper()}{name[1:]}"


def reply_words(answer: str) -> str:
    return say_or(f"reply-{answer}", answer)


def text_hint(question: str) -> str:
    """What goes with an answer: the name of the escort, the drug that was missed."""
    return say_or(f"screening-text-{question}", say("screening-text"))
