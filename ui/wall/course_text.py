"""Where a session is, in a few words: route, phase and clock, whose chair it is. Pure, no Qt.

Rule: whole minutes, so that a tile does not tick; what ticks is the next duty alone.
"""

from __future__ import annotations

from monitor.people import Course
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.routes import Route
from ui.chair.spans import minutes_text
from ui.view_state import ChairView
from ui.words import say

ABOUT_TO_GIVE = frozenset({Phase.PLANNED, Phase.SCREENING, Phase.BASELINE})


def route_of(view: ChairView) -> Route:
    return view.profile.route


def route_text(view: ChairView) -> str:
    """How the drug is given."""
    if view.picture.dose_mg is None:
        return say("wall-watch-only")
    return say(f"wall-route-{route_of(view).value}")


def _route_and_dose(view: ChairView) -> str:
    """With the dose where it comes in whole devices or tablets."""
    name, dose = route_text(view), view.picture.dose_mg
    whole = route_of(view) in {Route.INTRANASAL, Route.ORAL}
    return say("wall-route-dose", name, f"{dose:.0f}") if whole and dose is not None else name


def patient_text(view: ChairView) -> tuple[str, ...]:
    """Who is in the chair and how: wordings to choose from, longest first."""
    picture = view.picture
    who = picture.initials or f"#{picture.patient_id}"
    given = _route_and_dose(view)
    session = session_text(None if view.opened is None else view.opened.course)
    long = " · ".join(part for part in (who, given, session) if part)
    return long, f"{who} · {given}", f"{who} · {route_text(view)}", who


def session_text(course: Course | None) -> str:
    """``session 3 of 6``; empty = not known."""
    if course is None or course.number is None:
        return ""
    if course.of is None:
        return say("wall-session", course.number)
    return say("wall-session-of", course.number, course.of)


def phase_text(view: ChairView) -> str:
    """``Infusion 12 of 40 min``, ``Recovery 48 min``, ``36 min after first device``."""
    picture, route = view.picture, route_of(view)
    given_at = picture.infusion_started_s
    if picture.phase is Phase.SIGNED:
        return say("phase-signed")
    if given_at is None or picture.phase in ABOUT_TO_GIVE or picture.dose_mg is None:
        return _phase_for(picture)
    if route is not Route.IV:
        device = route is Route.INTRANASAL
        words = "wall-after-device" if device else "wall-after-dose"
        return say(words, _minutes(picture.now_s - given_at))
    ran, planned = _minutes(picture.infusion_ran_s), f"{picture.planned_s / 60:.0f}"
    if picture.phase is Phase.TREATING:
        return say("wall-infusion", ran, planned)
    if picture.phase is Phase.PAUSED:
        since = minutes_text(picture.now_s - picture.phase_since_s)
        return say("wall-paused", since, ran, planned)
    return _phase_for(picture)


def _phase_for(picture: ChairPicture) -> str:
    name = say(f"phase-{picture.phase.value}")
    return say("wall-phase-for", name, _minutes(picture.now_s - picture.phase_since_s))


def _minutes(seconds: float) -> str:
    return str(int(max(0.0, seconds) // 60))


def people_text(view: ChairView) -> tuple[str, ...]:
    """Whose chair it is, and who looks after it meanwhile: wordings, longest first."""
    treatment = view.picture.treatment
    people = None if treatment is None else treatment.people
    owner = (people.owner if people else "") or view.by
    if people is None or not people.cover:
        return (owner,)
    cover = say("wall-covers", people.cover)
    if people.cover_until_s is not None:
        left_s = max(0.0, people.cover_until_s - view.picture.now_s)
        cover = say("wall-covers-for", people.cover, minutes_text(left_s))
    return f"{owner} · {cover}", cover, people.cover
