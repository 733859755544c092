"""A debrief as text, for the command line. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.entries import Entry
from monitor.training.debrief import Debrief, Verdict
from monitor.training.scoring import until_the_end
from ui.debrief.facts import Words, clock
from ui.review.line import Line
from ui.review.timeline import timeline
from ui.words import say

SIGNS = {
    Verdict.MET: "[x]",
    Verdict.LATE: "[~]",
    Verdict.MISSED: "[ ]",
    Verdict.WRONG: "[!]",
    Verdict.UNDECIDED: "[?]",
    Verdict.NOT_NEEDED: " - ",
}


def text_of(debrief: Debrief, words: Words, entries: Sequence[Entry]) -> Iterator[str]:
    """Line by line, without an end of line."""
    yield f"{say('simulated')} · {say('debrief-title')}"
    yield " · ".join(words.head)
    score = say("debrief-score")
    yield words.sum if words.score is None else f"{score} {words.score} · {words.sum}"
    yield from words.notes
    yield ""
    yield say("debrief-cause")
    yield f"  {words.cause}"
    yield from _part(say("debrief-wanted"), _wanted(words), say("debrief-no-wanted"))
    yield from _part(say("debrief-alarms"), _alarms(words), say("debrief-no-alarms"))
    if words.needless:
        yield from _part(say("debrief-needless"), iter(words.needless), "")
    yield from _part(say("debrief-happened"), _happened(debrief, entries), "")


def _part(title: str, lines: Iterator[str], otherwise: str) -> Iterator[str]:
    yield ""
    yield title
    said = list(lines) or [otherwise]
    yield from (f"  {line}" for line in said)


def _wanted(words: Words) -> Iterator[str]:
    for row in words.wanted:
        worth = f" · {row.worth}" if row.worth else ""
        yield f"{SIGNS[row.verdict]} {row.deed} · {row.timing}{worth}"
        yield f"    {row.why}"


def _alarms(words: Words) -> Iterator[str]:
    for row in words.alarms:
        worth = f" · {row.worth}" if row.worth else ""
        yield f"{SIGNS[row.verdict]} {row.began} {row.alarm} · {row.timing}{worth}"


def happened(debrief: Debrief, entries: Sequence[Entry]) -> list[Line]:
    """What happened until the lesson was over, oldest first; `timeline` tells it."""
    kept, _ended = until_the_end(entries)
    return [line for line in timeline(kept) if line.at_s <= debrief.ended_s]


def _happened(debrief: Debrief, entries: Sequence[Entry]) -> Iterator[str]:
    for line in happened(debrief, entries):
        detail = f" · {line.detail}" if line.detail else ""
        yield f"{clock(line.at_s, debrief):>8}  {line.text}{detail}"
