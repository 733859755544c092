"""What the panel of who is here says and offers. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from data.accounts import StaffMember
from ui.people.faces import chair_sentence, people_of
from ui.seat import Seat
from ui.view_state import ChairView
from ui.words import say

WAYS = ("cover", "cover-other", "cover-end", "hand-over", "claim", "staff", "lock")
"""What can be done here, in the order of the screen."""


@dataclass(frozen=True, slots=True)
class PeopleFace:
    """`names` can be signed in with a tap; `ways` are those of `WAYS` that make sense."""

    title: str
    lines: tuple[str, ...] = ()
    names: tuple[StaffMember, ...] = ()
    ways: tuple[str, ...] = ()


def people_face(
    seat: Seat, view: ChairView | None, trouble: str, *, going: bool, nameless: bool
) -> PeopleFace:
    """`trouble`: why the staff cannot be read; empty = it can.

    `going`: there is a session; `nameless`: there are entries without a name.
    """
    if seat.locked:
        return PeopleFace(say("people-title-locked"))
    owner = "" if view is None or view.over else people_of(view).owner
    hint = say("people-switch") if seat.enlisted else say("people-no-staff")
    lines = ("" if view is None else chair_sentence(view), trouble or hint)
    ways = {
        **_covering(seat, view, owner),
        "hand-over": going,
        "claim": nameless,
        "staff": True,
        "lock": seat.enlisted,
    }
    return PeopleFace(
        title=say("people-title", seat.by(owner) or say("who-none")),
        lines=tuple(line for line in lines if line),
        names=tuple(one for one in seat.members if one.name != seat.name),
        ways=tuple(way for way in WAYS if ways.get(way)),
    )


def _covering(seat: Seat, view: ChairView | None, owner: str) -> dict[str, bool]:
    if view is None or not owner or view.picture.treatment is None:
        return {}
    covered = bool(people_of(view).cover)
    own = seat.by(owner) == owner
    return {
        "cover": not covered and not own,
        "cover-other": not covered and own,
        "cover-end": covered,
    }
