"""The trainings that were kept: which there are, and what one of them was worth. No Qt.

Rule: a score is not kept; it is made again from the record, so that it can be understood.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from data.errors import StoreError
from data.store import SessionStore
from data.vault import key_for
from monitor.entries import Anchor, Entry
from monitor.training.debrief import Debrief
from monitor.training.scoring import NoLesson, debrief_of
from ui.debrief.facts import Words, words_of
from ui.places import open_record
from ui.requests import Refusal, WrongEntry
from ui.words import say

LAST = "last"


@dataclass(frozen=True, slots=True)
class Past:
    """One training as it is shown."""

    debrief: Debrief
    words: Words
    entries: Sequence[Entry]


class PastTrainings:
    """Reads the record of the trainings; somebody else may be writing it at the same time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ids(self) -> tuple[str, ...]:
        """Newest first; none before the first training. Raises `Refusal`."""
        if not self._path.exists():
            return ()
        with self._open() as store:
            return tuple(one.session_id for one in store.sessions(None))

    def one(self, session_id: str = LAST) -> Past:
        """By its id, its beginning where only one has it, or the last. Raises `Refusal`."""
        known = self.ids()
        if not known:
            raise Refusal(say("training-none-yet", self._path))
        fit = known[:1] if session_id == LAST else [one for one in known if _is(one, session_id)]
        if len(fit) != 1:
            raise WrongEntry(say("training-unknown", session_id, self._path))
        with self._open() as store:
            entries = list(store.entries(fit[0]))
            anchors: Sequence[Anchor] = list(store.anchors(fit[0]))
        try:
            debrief = debrief_of(entries)
        except NoLesson as error:
            raise Refusal(say("training-not-one", fit[0], self._path)) from error
        return Past(debrief, words_of(debrief, anchors[0] if anchors else None), entries)

    def _open(self) -> SessionStore:
        try:
            return open_record(self._path, read_only=True, key=key_for(self._path))
        except StoreError as error:
            raise Refusal(str(error)) from error


def _is(known: str, asked: str) -> bool:
    return known == asked or (bool(asked) and known.startswith(asked))


def as_json(past: Past) -> str:
    """Everything but the course of the truth; moments are session seconds."""
    debrief, words = past.debrief, past.words
    said: dict[str, Any] = {
        "session": debrief.session_id,
        "scenario": debrief.facts.scenario,
        "learner": debrief.facts.learner,
        "seed": debrief.facts.seed,
        "simulated": True,
        "cause": debrief.facts.lesson.cause,
        "began_s": debrief.began_s,
        "ended_s": debrief.ended_s,
        "finished": debrief.finished,
        "score": debrief.score,
        "earned": round(debrief.earned, 3),
        "possible": debrief.possible,
        "lost": debrief.lost,
        "wanted": [
            {
                "deed": one.wanted.deed,
                "never": one.wanted.never,
                "why": one.wanted.why,
                "because": row.why,
                "within_s": one.wanted.within_s,
                "verdict": one.verdict,
                "since_s": one.since_s,
                "done_s": one.done_s,
                "points": round(one.points, 3),
                "of": one.wanted.weight,
            }
            for one, row in zip(debrief.findings, words.wanted, strict=True)
        ],
        "alarms": [
            {**asdict(one), "priority": one.priority.word, "points": round(one.points, 3)}
            for one in debrief.alarms
        ],
        "needless": [asdict(one) for one in debrief.needless],
        "staged": [{"t_s": at_s, **asdict(one)} for at_s, one in debrief.staged],
    }
    return json.dumps(said)
