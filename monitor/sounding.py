"""What is to be heard: one wish a chair, and whose turn it is.

Rule 1: a chair asks for one sound at most, that of its most urgent alarm; of several alarms
        equally urgent the newest speaks.
Rule 2: only the most urgent chairs are heard. Lesser alarms are silent meanwhile, and on the
        screen. Several chairs of that priority take turns, one burst each.
Rule 3: a chair that was not heard yet comes first, then the one whose turn is longest ago.
Rule 4: the melody says what an alarm is about: pressure and heart rate have one of their own,
        everything else has the general one.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitor.outcomes import Priority


class Melody(enum.StrEnum):
    GENERAL = "general"
    CARDIOVASCULAR = "cardiovascular"
    PROGRAM_STOPPED = "program-stopped"
    """Of no chair: the sound process says it for itself when the program stopped watching."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """What a chair asks for; chair 0 is the program itself."""

    chair: int
    priority: Priority
    melody: Melody = Melody.GENERAL
    everywhere: bool = False
    """In a quiet room too: an emergency, or a high alarm that nobody has answered."""


CARDIOVASCULAR_IDS = frozenset(
    {
        "sbp-high", "sbp-very-high", "sbp-extreme", "sbp-rise", "sbp-low", "sbp-very-low",
        "dbp-high", "dbp-very-high", "dbp-extreme", "dbp-rise", "dbp-low",
        "map-high", "map-low", "sbp-z-high", "sbp-trend-high",
        "rpp-high", "rpp-very-high", "shock-index-high",
        "hr-high", "hr-very-high", "hr-extreme", "hr-rise",
        "hr-low", "hr-very-low", "hr-extreme-low",
    }
)  # fmt: skip
"""The alarms of pressure and heart rate."""


def melody_of(alarm: str) -> Melody:
    """The melody of an alarm's id."""
    return Melody.CARDIOVASCULAR if alarm in CARDIOVASCULAR_IDS else Melody.GENERAL


def turns(asked: Iterable[Sounding]) -> tuple[Sounding, ...]:
    """Those of the most urgent, by the numbers of their chairs; empty = silence."""
    wishes = tuple(asked)
    most = max((wish.priority for wish in wishes), default=None)
    return tuple(
        sorted((wish for wish in wishes if wish.priority is most), key=lambda wish: wish.chair)
    )


def next_turn(taking_turns: Sequence[Sounding], heard: Sequence[int]) -> Sounding | None:
    """Whose burst is next; None = silence. `heard` are chairs, the one heard last at the end."""
    when = {chair: place for place, chair in enumerate(heard)}
    return min(taking_turns, key=lambda wish: (when.get(wish.chair, -1), wish.chair), default=None)
