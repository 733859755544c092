"""The evidence of a criterion of leaving, as a person reads it. No Qt.

An argument that is a moment becomes a time of the day; one that is an id, the words of that id;
what a person typed stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.treatment.view import CriterionView
from ui.view_state import limit_name
from ui.words import SENTENCES, say

Clock = Callable[[float], str]
"""From session seconds to the time of the day as it is shown."""
_MOMENT = "at:"
_ALARM = "alarm-"
_TYPED = frozenset({"leave-escort-named"})
"""The sentences whose argument a person typed."""


def criterion_name(criterion: str) -> str:
    return say(f"criterion-{criterion}")


def evidence_lines(one: CriterionView, clock: Clock) -> tuple[str, ...]:
    """One sentence for each piece of evidence."""
    return tuple(_sentence(evidence, clock) for evidence in one.evidence)


def _sentence(evidence: tuple[str, ...], clock: Clock) -> str:
    sentence, *arguments = evidence
    if sentence in _TYPED:
        return say(sentence, *arguments)
    return say(sentence, *(_in_words(word, clock) for word in arguments))


def _in_words(word: str, clock: Clock) -> str:
    if word.startswith(_MOMENT):
        return clock(float(word.removeprefix(_MOMENT)))
    if word.startswith(_ALARM) and word not in SENTENCES:
        return limit_name(word.removeprefix(_ALARM))
    return say(word) if word.startswith((_ALARM, "note-", "reply-")) else word
