"""What a score can be, in words for a tap, and a sheet of items while it is filled in. Pure.

Rule 1: bounds, items and bands are those of `monitor.treatment.scales`, words those of
        `ui/scale_words.py`; nothing of either is written down twice.
Rule 2: item 9 of the PHQ-9 is asked also where only the total is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.treatment.commands import Scale
from monitor.treatment.scales import (
    AWAKE,
    MOAAS,
    SCALES,
    SUICIDALITY,
    band,
    remission,
    response,
)
from monitor.treatment.view import ScoreView
from ui.chair.spans import clock_text
from ui.view_state import ChairView
from ui.words import say

QUICK = (MOAAS, Scale.DISSOCIATION.value, Scale.NAUSEA.value)
"""Given in one tap from the first page."""
OTHERS = tuple(scale.value for scale in Scale if scale.value not in QUICK)
BY_ITEMS = frozenset(scale.value for scale, facts in SCALES.items() if facts.items)
BY_TOTAL = frozenset({Scale.PHQ9, Scale.GAD7, Scale.MADRS, Scale.CADSS})
"""Of which the total alone may be typed."""
ITEM_9 = "self-harm"


@dataclass(frozen=True, slots=True)
class Choice:
    """`total` None = a result in words, `result`. `short` fits a narrow tile."""

    text: str
    short: str
    total: int | None = None
    result: str = ""

    @property
    def mark(self) -> str:
        """What stands large on a tile."""
        return self.text if self.total is None else str(self.total)


def choices(scale: str) -> tuple[Choice, ...]:
    """Every value of a scale that is given in one tap; empty for the others."""
    if scale == MOAAS:
        return tuple(
            Choice(say(f"moaa-s-{total}"), say(f"moaa-s-short-{total}"), total)
            for total in range(AWAKE, -1, -1)
        )
    if scale == Scale.CSSRS:
        return tuple(
            Choice(say(f"result-{one}"), say(f"result-short-{one}"), result=one)
            for one in SUICIDALITY
        )
    if scale in BY_ITEMS or scale in BY_TOTAL:
        return ()
    facts = SCALES[Scale(scale)]
    words = {total: band_words(scale, total) for total in range(facts.low, facts.high + 1)}
    return tuple(Choice(text, text.partition(",")[0], total) for total, text in words.items())


def band_words(scale: str, total: int) -> str:
    """What a total means; empty for a scale without bands."""
    name = "" if scale == MOAAS else band(Scale(scale), total)
    return say(f"band-{scale}-{name}") if name else ""


def last_scores(view: ChairView) -> Mapping[str, str]:
    """By scale, the newest one: ``5 · 14:32``."""
    treatment = view.picture.treatment
    scores: tuple[ScoreView, ...] = () if treatment is None else treatment.checks.scores
    return {
        one.scale: say("score-last", score_text(one), clock_text(view.wall_of(one.at_s)))
        for one in sorted(scores, key=lambda one: one.at_s)
    }


def score_text(one: ScoreView) -> str:
    return say(f"result-short-{one.result}") if one.total is None else str(one.total)


def over_the_course(scale: str, total: int, first: int | None) -> str:
    """Response and remission, where they can be known; empty = neither."""
    if scale == MOAAS:
        return ""
    known = Scale(scale)
    parts = []
    if first is not None and remission(known, total) is not None:
        answered = response(first, total)
        parts.append(say("score-responded" if answered else "score-from-first", first))
    if remission(known, total):
        parts.append(say("score-remission"))
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The items of one scale; `points` None = not answered yet, `at` is the one that is asked."""

    scale: str
    points: tuple[int | None, ...]
    at: int = 0

    @classmethod
    def of(cls, scale: str) -> Sheet:
        return cls(scale, (None,) * len(SCALES[Scale(scale)].items))

    @property
    def items(self) -> tuple[str, ...]:
        return SCALES[Scale(self.scale)].items

    @property
    def item(self) -> str:
        return self.items[self.at]

    @property
    def total(self) -> int:
        """Of what is answered so far."""
        return sum(point for point in self.points if point is not None)

    @property
    def answered(self) -> tuple[int, ...] | None:
        """All of them; None while one is missing."""
        given = tuple(point for point in self.points if point is not None)
        return given if len(given) == len(self.points) else None

    def give(self, points: int) -> Sheet:
        """The asked item gets so many points, and the next one without any is asked."""
        given = list(self.points)
        given[self.at] = points
        order = [*range(self.at + 1, len(given)), *range(self.at)]
        to = next((place for place in order if given[place] is None), self.at)
        return replace(self, points=tuple(given), at=to)

    def ask(self, place: int) -> Sheet:
        return replace(self, at=place)

    def answers(self) -> tuple[tuple[int, str], ...]:
        """(points, words) for the asked item, the best first where more points are better."""
        high = SCALES[Scale(self.scale)].item_high
        if self.scale in BY_TOTAL:
            return tuple((points, say(f"choice-{points}")) for points in range(high + 1))
        return tuple(
            (points, say(f"item-{self.scale}-{self.item}-{points}"))
            for points in range(high, -1, -1)
        )
