"""What the screens about people say, from what the window knows. Pure, no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.treatment.view import PeopleView
from ui.chair.spans import minutes_text
from ui.seat import Seat
from ui.view_state import ChairView, ViewState
from ui.words import say, say_or


@dataclass(frozen=True, slots=True)
class WhoFace:
    """The tile in the top line: who is signed in, and what else is to be known of the chair."""

    name: str
    detail: str = ""
    locked: bool = False

    @property
    def spoken(self) -> str:
        return " · ".join(part for part in (self.name, self.detail) if part)


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """Entries of one chair without a name; `what` they were, as far as it is known here."""

    chair: int
    count: int
    what: str = ""


def people_of(view: ChairView) -> PeopleView:
    """Whose chair it is; of an older session whoever opened it."""
    treatment = view.picture.treatment
    people = PeopleView() if treatment is None else treatment.people
    return people if people.owner else PeopleView(view.by, unclaimed=people.unclaimed)


def cover_left(people: PeopleView, view: ChairView) -> str:
    """What is left of a cover, as minutes and seconds; empty = nobody covers."""
    if not people.cover or people.cover_until_s is None:
        return ""
    return minutes_text(max(0.0, people.cover_until_s - view.picture.now_s))


def who_face(seat: Seat, view: ChairView | None) -> WhoFace:
    if view is None:
        name = say("who-locked") if seat.locked else seat.name
        return WhoFace(name or say("who-none"), locked=seat.locked)
    people = people_of(view)
    name = say("who-locked") if seat.locked else seat.by(people.owner)
    return WhoFace(name or say("who-none"), _beside(name, people, view), seat.locked)


def _beside(name: str, people: PeopleView, view: ChairView) -> str:
    """Owner and cover, as far as they are somebody else."""
    if view.over or not people.owner:
        return ""
    left = cover_left(people, view)
    if left and people.cover == name:
        return say("who-covers", people.owner, left)
    if left:
        return say("who-covered", people.cover, left)
    return "" if people.owner == name else say("who-of", people.owner)


def chair_sentence(view: ChairView) -> str:
    """Whose chair is shown, in full."""
    people, chair = people_of(view), view.picture.chair
    if view.over or not people.owner:
        return ""
    left = cover_left(people, view)
    if left:
        return say("people-chair-covered", chair, people.owner, people.cover, left)
    return say("people-chair", chair, people.owner)


def unclaimed(state: ViewState, seat: Seat) -> tuple[Unclaimed, ...]:
    """Every session that goes on with entries of which nobody has said that she made them."""
    found = []
    for chair, view in sorted(state.chairs.items()):
        count = people_of(view).unclaimed
        if count and not view.over:
            found.append(Unclaimed(chair, count, entries_text(seat.nameless(chair))))
    return tuple(found)


def entries_text(kinds: Iterable[type]) -> str:
    """What was entered, each kind once with how often."""
    counts = Counter(say_or(f"entry-{kind.__name__}", kind.__name__) for kind in kinds)
    return ", ".join(
        word if times == 1 else say("entry-times", word, times) for word, times in counts.items()
    )


def count_text(count: int) -> str:
    return say("claim-one") if count == 1 else say("claim-many", count)


def chairs_text(chairs: Iterable[int]) -> str:
    numbers = sorted(chairs)
    which = ", ".join(str(one) for one in numbers)
    return say("handover-chair" if len(numbers) == 1 else "handover-chairs", which)
