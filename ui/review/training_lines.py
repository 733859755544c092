"""What was staged in a lesson, told afterwards: by the instructor, and at the bedside."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.training.staged import LessonBegun, Staged, StagedKind
from ui.review.line import Book, Handler, Kind
from ui.words import say, say_or

_PACES = frozenset({"frozen", "unfrozen"})
_KINDS = {
    StagedKind.HAND: Kind.COURSE,
    StagedKind.CUE: Kind.NOTE,
    StagedKind.NOTE: Kind.NOTE,
}


class TrainingLines:
    def __init__(self, book: Book) -> None:
        self._book = book

    def handlers(self) -> Mapping[type, Handler]:
        return {LessonBegun: self._begun, Staged: self._staged}

    def close(self) -> None:
        """Nothing of it stays open."""

    def _begun(self, now_s: float, what: LessonBegun) -> None:
        self._book.add(now_s, Kind.SETTING, say("staged-begun", what.scenario, what.learner))

    def _staged(self, now_s: float, what: Staged) -> None:
        self._book.add(now_s, _KINDS.get(what.kind, Kind.SETTING), staged_line(what))


def staged_line(what: Staged) -> str:
    """One staged thing as a sentence."""
    match what.kind:
        case StagedKind.EVENT | StagedKind.ENDED:
            name = say_or(f"mishap-{what.what}", what.what)
            told = say("staged-with", name, what.text) if what.text else name
        case StagedKind.CUE:
            told = what.text or say_or(what.what, what.what)
        case StagedKind.HAND:
            told = say_or(f"hand-{what.what}", what.what)
        case StagedKind.FINISHED:
            told = say_or(f"debrief-finished-{what.what}", what.what)
        case StagedKind.NOTE:
            told = what.text
        case StagedKind.PACE if what.what in _PACES:
            return say(f"staged-{what.what}")
        case StagedKind.PACE:
            return say("staged-speed", what.text)
    return say(f"staged-{what.kind}", told)
