"""What a pad asks for when a person is wanted, and what became of her PIN. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from data.accounts import StaffMember, folded
from monitor.rights import Role


@dataclass(frozen=True, slots=True)
class Asked:
    """`roles` empty = anybody. `but` are names that do not count: it must be somebody else.

    `second`: whoever is signed in does not count either, because a second person is wanted.
    """

    title: str
    sentence: str = ""
    roles: frozenset[Role] = frozenset()
    but: frozenset[str] = frozenset()
    second: bool = False
    without_pin: bool = False
    """There is a way without a PIN, too: a look at the running sessions."""
    beside_pin: str = ""
    """What stands above the keys; empty = that the PIN is to be typed."""


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """`sentence` is why not, empty = it was right; `wait_s` is how long the next try waits."""

    sentence: str = ""
    wait_s: float = 0.0


RIGHT_PIN = PinAnswer()
Check = Callable[[str, str], PinAnswer]
"""Takes a name and a PIN."""


def fitting(members: Sequence[StaffMember], asked: Asked) -> list[StaffMember]:
    """Who may answer, in the order in which they were given."""
    return [
        one
        for one in members
        if (not asked.roles or one.role in asked.roles) and not is_among(one.name, asked.but)
    ]


def is_among(name: str, names: Collection[str]) -> bool:
    """Two spellings of one name are one person."""
    return folded(name) in {folded(one) for one in names}
