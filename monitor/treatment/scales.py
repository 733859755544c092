"""The scales: what a score may be, what it means, and what became of it over a course.

Rule 1: of MADRS, CADSS and C-SSRS only totals or results are kept: their texts are not free.
        PHQ-9 and GAD-7 are, so their items can be; item 9 of the PHQ-9 (thoughts of death) is
        kept even where only the total is typed: a single item beside a PHQ-9 total is item 9.
Rule 2: a total that the scale cannot have is a slip of the finger and refused with its bounds;
        nothing that a scale allows is.
Rule 3: response is a fall by half or more, remission a PHQ-9 below 5 or a MADRS of at most 10.

Bounds and bands: Kroenke 2001 (PHQ-9), Spitzer 2006 (GAD-7), Snaith 1986 (MADRS), Bremner 1998
(CADSS), Aldrete 1995, Chung 1995 (PADSS). The words of each item are in `ui/scale_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.treatment.commands import Scale, Score

MOAAS = "moaa-s"
"""The name under which a `Sedation` stands among the scores."""
MOAAS_RANGE = (0, 5)
AWAKE = 5
LATEST_ENTRY_S = 12 * 3600.0
"""How late a score may be entered, seconds."""


@dataclass(frozen=True, slots=True)
class ScaleFacts:
    """One scale. `items` in its order, empty = never by items; `item_high` bounds each, from 0.

    `bands` are (from this total on, the id of what it means), lowest first. `results` are the
    words that a scale without a number has.
    """

    low: int
    high: int
    items: tuple[str, ...] = ()
    item_high: int = 0
    bands: tuple[tuple[int, str], ...] = ()
    results: tuple[str, ...] = ()


SUICIDALITY = ("none", "ideation", "intent-or-plan")
PHQ9_ITEMS = (
    "interest", "mood", "sleep", "energy", "appetite", "worth", "focus", "pace", "self-harm",
)  # fmt: skip
GAD7_ITEMS = (
    "nervous",
    "worry-control",
    "worry-much",
    "relaxing",
    "restless",
    "irritable",
    "dread",
)
_FIT = ((0, "not-yet"), (9, "fit"))

SCALES: dict[Scale, ScaleFacts] = {
    Scale.DISSOCIATION: ScaleFacts(
        0, 4, bands=((0, "none"), (1, "slight"), (2, "moderate"), (3, "severe"), (4, "extreme"))
    ),
    Scale.CADSS: ScaleFacts(0, 92, bands=((0, "none"), (5, "present"))),
    Scale.ALDRETE: ScaleFacts(
        0, 10, ("activity", "breathing", "circulation", "consciousness", "oxygen"), 2, _FIT
    ),
    Scale.PADSS: ScaleFacts(0, 10, ("vitals", "walking", "nausea", "pain", "bleeding"), 2, _FIT),
    Scale.PAIN: ScaleFacts(
        0, 10, bands=((0, "none"), (1, "mild"), (4, "moderate"), (7, "severe"))
    ),
    Scale.NAUSEA: ScaleFacts(
        0, 3, bands=((0, "none"), (1, "mild"), (2, "moderate"), (3, "severe"))
    ),
    Scale.PHQ9: ScaleFacts(
        0,
        27,
        PHQ9_ITEMS,
        3,
        ((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "moderately-severe"), (20, "severe")),
    ),
    Scale.GAD7: ScaleFacts(
        0, 21, GAD7_ITEMS, 3, ((0, "minimal"), (5, "mild"), (10, "moderate"), (15, "severe"))
    ),
    Scale.MADRS: ScaleFacts(
        0, 60, bands=((0, "none"), (7, "mild"), (20, "moderate"), (35, "severe"))
    ),
    Scale.CSSRS: ScaleFacts(0, 0, results=SUICIDALITY),
}


def check(score: Score) -> str | None:
    """The id of why this cannot be a score of its scale; None = it can."""
    facts = SCALES[score.scale]
    if facts.results:
        wrong = score.result not in facts.results or score.total is not None or score.items
        return "score-wants-result" if wrong else None
    if score.result:
        return "score-has-no-result"
    if score.total is None or not facts.low <= score.total <= facts.high:
        return "score-out-of-range"
    return _items_wrong(score, facts, score.total)


def _items_wrong(score: Score, facts: ScaleFacts, total: int) -> str | None:
    items = score.items
    if not items:
        return None
    if any(not 0 <= item <= facts.item_high for item in items):
        return "score-item-out-of-range"
    if score.scale is Scale.PHQ9 and len(items) == 1:
        others_at_most = facts.item_high * (len(facts.items) - 1)
        fits = items[0] <= total <= items[0] + others_at_most
        return None if fits else "score-sum-differs"
    if len(items) != len(facts.items):
        return "score-items-missing"
    return None if sum(items) == total else "score-sum-differs"


def self_harm(score: Score) -> int | None:
    """Item 9 of a PHQ-9, 0-3; None = not a PHQ-9, or it was not kept."""
    return score.items[-1] if score.scale is Scale.PHQ9 and score.items else None


def band(scale: Scale, total: int) -> str:
    """The id of what a total means; empty for a scale without bands."""
    return next((name for at, name in reversed(SCALES[scale].bands) if total >= at), "")


def response(first: int, now: int) -> bool:
    """At least half of the first total is gone; of nothing, nothing can go."""
    return first > 0 and 2 * now <= first


def remission(scale: Scale, total: int) -> bool | None:
    """None = for this scale there is no such bound."""
    if scale is Scale.PHQ9:
        return total < 5
    return total <= 10 if scale is Scale.MADRS else None
