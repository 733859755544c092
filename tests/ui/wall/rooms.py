"""Rooms full of chairs, made by hand, for tests of the wall."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import pictures

from monitor.entries import Published
from monitor.limits import PROFILES
from monitor.people import Course
from monitor.picture import ChairPicture
from monitor.treatment.view import GivingView, PeopleView, TreatmentView
from ui.view_state import ViewState

AT = 1000.0
"""Window seconds at which everything was heard."""
WALL_S = 1_790_000_000.0
INITIALS = ("K. L.", "J. M.", "P. R.", "S. T.", "A. B.", "C. D.", "E. F.", "G. H.")
PROFILE_OF = (
    "adult-iv",
    "adult-iv",
    "im-sc",
    "intranasal",
    "adult-iv",
    "elderly-iv",
    "oral",
    "adult-iv",
)
SHOWN = (
    pictures.calm,
    alarm_examples.confirmed,
    pictures.recovery,
    pictures.sensor_off,
    alarm_examples.pending,
    pictures.paused,
    pictures.link_lost,
    pictures.baseline,
)
"""What is on chairs 1 to 8: calm, high, over, a sensor off, a card, paused, no link, baseline."""


def treated(picture: ChairPicture, **changes: object) -> ChairPicture:
    """With a treatment that goes through all its steps, but for `changes`."""
    plain = TreatmentView(flow=True, giving=GivingView(pictures.opened().plan))
    return replace(picture, treatment=replace(plain, **changes))  # type: ignore[arg-type]


def on_chair(chair: int, picture: ChairPicture, *, profile: str = "adult-iv") -> ChairPicture:
    """The same picture, of this chair and of a session and a patient of its own."""
    return replace(
        picture,
        chair=chair,
        session_id=f"session {chair}",
        patient_id=f"P-{chair}",
        initials=INITIALS[(chair - 1) % len(INITIALS)],
        profile=profile,
    )


def published(picture: ChairPicture, *, by: str = "Nurse 1") -> list[Published]:
    """The opening of its session, and the picture."""
    opened = replace(
        pictures.opened(chair=picture.chair),
        session_id=picture.session_id,
        profile=PROFILES[picture.profile],
        course=Course(3, 6),
        by=by,
    )
    return [pictures.said(replace(picture, alarms=()), opened), pictures.said(picture)]


def example(chair: int) -> ChairPicture:
    """What `SHOWN` has for this chair, with its owner."""
    picture = on_chair(chair, SHOWN[chair - 1](), profile=PROFILE_OF[chair - 1])
    cover = "Nurse 2" if chair == 3 else ""
    until_s = picture.now_s + 420.0 if cover else None
    return treated(picture, people=PeopleView("Nurse 1", cover, until_s))


def state_of(*shown: ChairPicture) -> ViewState:
    state = ViewState()
    for picture in shown:
        for message in published(picture):
            state.absorb(message, AT, WALL_S)
    return state


def full_room(chairs: int = 8) -> ViewState:
    return state_of(*(example(chair) for chair in range(1, chairs + 1)))
