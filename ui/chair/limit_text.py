"""What the limits panel says of each limit: from a picture to strings. Pure, no Qt.

Rule 1: the number that is moved is the profile's. Where another one is judged, because it follows
        the baseline or what is known of the patient, that one is said too.
Rule 2: a limit that was moved says what the profile has, who moved it and when.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.limits import Modifier, bounds_of
from monitor.optional_rows import OPTIONAL
from monitor.patient_limits import effective_limit
from monitor.picture import MovedLimit
from ui.chair.spans import clock_text
from ui.view_state import ChairView
from ui.words import figure, say, say_or

_ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)} | {
    rule: one.row for rule, one in OPTIONAL.items()
}


@dataclass(frozen=True, slots=True)
class LimitFace:
    """One limit: its number as it can be moved, the profile's own, and a line about both."""

    rule: str
    value: float
    own: float
    told: str


def limit_faces(view: ChairView) -> tuple[LimitFace, ...]:
    """All limits of the profile."""
    profile = view.profile
    moved = {one.rule: one for one in view.picture.limits_moved}
    return tuple(
        LimitFace(rule, profile.limit(rule), own, _told(view, rule, own, moved.get(rule)))
        for rule, own in profile.own.items()
    )


def profile_text(view: ChairView) -> str:
    """The profile and what is known of the patient, by name."""
    picture = view.picture
    name = say_or(f"profile-{picture.profile}", picture.profile)
    modifiers = [
        say(f"modifier-{known.value}") for known in Modifier if known in picture.modifiers
    ]
    return " · ".join((name, *modifiers))


def _told(view: ChairView, rule: str, own: float, moved: MovedLimit | None) -> str:
    value, active = view.profile.limit(rule), _active(view, rule)
    parts: list[str] = []
    if value != own:
        parts.append(say("limits-own", figure(f"{own:g}")))
    if active is not None and round(active, 1) != value:
        parts.append(say("limits-active", f"{active:.4g}"))
    if moved is not None and value != own:
        parts.append(say("limits-moved", moved.by, clock_text(view.wall_of(moved.at_s))))
    if value == own:
        low, high = bounds_of(rule)
        parts.append(say("limits-bounds", figure(f"{low:g}"), figure(f"{high:g}")))
    return " · ".join(parts)


def _active(view: ChairView, rule: str) -> float | None:
    """What is compared with for this patient; None = it is not judged, for want of a baseline."""
    return effective_limit(_ROWS[rule], view.profile, view.baseline)
