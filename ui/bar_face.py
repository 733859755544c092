"""What the alarm bar and the top line say, from what the window knows: words only."""

from __future__ import annotations

from monitor.events import LinkState, Priority
from monitor.picture import AlarmView, ChairPicture
from ui.chair.alarm_bar import BarFace
from ui.chair.alarm_text import alarm_words
from ui.chair.spans import course_text, minutes_text, span_text
from ui.chair.top_line import TopFace
from ui.view_state import ChairView, ViewState, limit_name, shown_alarm
from ui.words import SENTENCES, say

EMERGENCY_SHOWN_FOR_S = 300.0
RECORD_NEW_FOR_S = 1.5
RECORD_LATE_AFTER_S = 3.0
"""From here on the age of the record is set in bold; the alarm for it is the core's."""


def bar_face(view: ChairView | None) -> BarFace:
    if view is None:
        return BarFace(None, say("bar-no-session"), "")
    picture = view.picture
    if view.over:
        return BarFace(None, say("bar-ended"), "")
    alarm = shown_alarm(picture.alarms)
    others = [other for other in picture.alarms if other is not alarm]
    paused_s = picture.audio_pause_left_s
    return BarFace(
        alarm=None if alarm is None else alarm_words(alarm, view),
        calm=say("bar-none"),
        detail=link_state(picture),
        others=len(others),
        worst_other=_worst(others),
        audio_paused="" if paused_s is None else say("bar-audio-paused", minutes_text(paused_s)),
        emergency=_emergency(picture),
    )


def _worst(alarms: list[AlarmView]) -> Priority | None:
    return max((alarm.priority for alarm in alarms), default=None)


def link_state(picture: ChairPicture) -> str:
    """The link in words, for the calm bar; a lost one has an alarm of its own soon."""
    if picture.link is None:
        return say("bar-link-unknown")
    if picture.link.state is LinkState.UP:
        return say("bar-link-up")
    return say(f"why-{picture.link.reason.value}")


def _emergency(picture: ChairPicture) -> str:
    """That somebody pressed Emergency, for the first minutes after it."""
    for line in reversed(picture.notes):
        pressed = line.note.text == say("emergency-note") and not line.undone
        if pressed and picture.now_s - line.at_s < EMERGENCY_SHOWN_FOR_S:
            return say("bar-emergency", course_text(picture, line.at_s))
    return ""


def top_face(state: ViewState, view: ChairView | None, clock: str) -> TopFace:
    chairs = tuple(
        (number, _worst([alarm for alarm in other.picture.alarms if alarm.waits]))
        for number, other in sorted(state.chairs.items())
        if view is None or number != view.picture.chair
    )
    if view is None:
        return TopFace(say("app-name"), clock=clock, chairs=chairs)
    recorded, late = _recorded(view)
    return TopFace(
        title=say("chair", view.picture.chair),
        patient=_patient(view),
        simulated=view.picture.simulated,
        profile=_profile(view.picture),
        recorded=recorded,
        late=late or state.store_trouble is not None,
        who=view.by or say("who-none"),
        clock=clock,
        chairs=chairs,
    )


def _patient(view: ChairView) -> str:
    picture = view.picture
    year = None if view.opened is None else view.opened.patient.birth_year
    parts = (picture.initials, "" if year is None else str(year), f"#{picture.patient_id}")
    return " · ".join(part for part in parts if part)


def _recorded(view: ChairView) -> tuple[str, bool]:
    ago_s = view.recorded_ago_s
    if ago_s is None:
        return say("recorded-nothing"), view.picture.now_s > RECORD_LATE_AFTER_S
    if ago_s > RECORD_LATE_AFTER_S:
        return say("not-recorded-for", span_text(ago_s)), True
    if ago_s < RECORD_NEW_FOR_S:
        return say("recorded-now"), False
    return say("recorded-ago", span_text(ago_s)), False


def _profile(picture: ChairPicture) -> tuple[str, ...]:
    """The profile and every deviation; then wordings with fewer of them, for smaller windows."""
    name = SENTENCES.get(f"profile-{picture.profile}", picture.profile)
    moved = [
        say("deviation", limit_name(rule), f"{active:g}", f"{own:g}")
        for rule, own, active in picture.deviations
    ]
    if not moved:
        return (say("profile-default-limits", name), name)
    wordings = [" · ".join((name, *moved))]
    for kept in range(len(moved) - 1, -1, -1):
        more = say("deviations-more", len(moved) - kept)
        wordings.append(" · ".join((name, *moved[:kept], more)))
    return tuple(wordings)
