"""When the next cuff result is due, by phase and route; and how long the drug is expected to act.

Rule 1: the session's own interval holds where the route does not make a longer one enough. When
        the drug has ceased to act the cuff is due every 15 min (or at the own, longer, interval).
Rule 2: this is the rhythm that an overdue cuff is measured against. What is wanted sooner because
        of an alarm is a wish (`wishes.py`), and its absence no alarm of its own.
"""

from __future__ import annotations

from monitor.clock import whole_ms
from monitor.infusion import InfusionClock
from monitor.phases import JUDGING, Phase
from monitor.routes import COURSES, Course, Route

RECOVERY_INTERVAL_S = 15 * 60.0


def in_window(clock: InfusionClock, now: float, route: Route = Route.IV) -> bool:
    """The drug is expected to act at `now`."""
    begin, end = window_starts_at(clock, route), window_ends_at(clock, route)
    if begin is None or now < begin:
        return False
    return end is None or now < end


def window_starts_at(clock: InfusionClock, route: Route = Route.IV) -> float | None:
    """None = nothing was given."""
    if clock.started_at is None:
        return None
    return whole_ms(clock.started_at + COURSES[route].acts_from_s)


def window_ends_at(clock: InfusionClock, route: Route = Route.IV) -> float | None:
    """None = it is not known yet: nothing was given, or the infusion goes on."""
    course = COURSES[route]
    if course.acts_until_s is not None:
        given_at = _dose_at(clock, course)
        return None if given_at is None else whole_ms(given_at + course.acts_until_s)
    return None if clock.ended_at is None else whole_ms(clock.ended_at + course.acts_after_end_s)


def cuff_interval_s(
    own_s: float, clock: InfusionClock, now: float, route: Route = Route.IV
) -> float:
    """The interval in force at `now`, seconds."""
    end = window_ends_at(clock, route)
    if end is not None and now >= end:
        return max(own_s, RECOVERY_INTERVAL_S)
    given_at = _dose_at(clock, COURSES[route])
    if given_at is None:
        return own_s
    return max(own_s, COURSES[route].least_interval_s(now - given_at))


def _dose_at(clock: InfusionClock, course: Course) -> float | None:
    """The dose that the time of the drug counts from; None = nothing was given."""
    if course.each_dose_anew and clock.last_dose_at is not None:
        return clock.last_dose_at
    return clock.started_at


def cuff_due_at(
    phase: Phase,
    own_s: float,
    clock: InfusionClock,
    last_at: float | None,
    opened_at: float,
    route: Route = Route.IV,
) -> float | None:
    """When the next cuff result is due; None in a phase without measurements."""
    if phase not in JUDGING:
        return None
    since = opened_at if last_at is None else last_at
    due_at = whole_ms(since + cuff_interval_s(own_s, clock, since + own_s, route))
    exactly_at_s = COURSES[route].exactly_at_s
    if exactly_at_s is None or clock.started_at is None:
        return due_at
    exact = whole_ms(clock.started_at + exactly_at_s)
    return exact if since < exact < due_at else due_at
