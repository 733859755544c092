"""What the alarm bar and the top line say, from what the window knows: words only."""

from __future__ import annotations

from monitor.events import LinkState
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.chair.alarm_bar import BarFace
from ui.chair.alarm_text import AlarmWords, alarm_words
from ui.chair.spans import minutes_text, span_text
from ui.chair.top_line import TopFace
from ui.profiles import profile_label
from ui.view_state import ChairView, ViewState, limit_name, not_a_patient, shown_alarm
from ui.wall.bars import marked_chairs, program_warnings
from ui.wall.course_text import session_text
from ui.words import figure, say

RECORD_NEW_FOR_S = 1.5
RECORD_LATE_AFTER_S = 3.0
"""From here on the age of the record is set in bold; the alarm for it is the core's."""


def bar_face(view: ChairView | None, elsewhere: tuple[AlarmWords, ...] = ()) -> BarFace:
    """`elsewhere` are the alarms of the other chairs, most urgent first."""
    if view is None:
        return BarFace(None, say("bar-no-session"), "", elsewhere)
    picture = view.picture
    if view.over:
        return BarFace(None, say("bar-ended"), "", elsewhere)
    alarm = shown_alarm(picture.alarms)
    own = [alarm_words(other, view) for other in picture.alarms if other is not alarm]
    others = sorted((*own, *elsewhere), key=lambda words: words.urgency) if elsewhere else own
    paused_s = picture.audio_pause_left_s
    return BarFace(
        alarm=None if alarm is None else alarm_words(alarm, view),
        calm=say("wall-none-here", picture.chair) if elsewhere else say("bar-none"),
        detail=link_state(picture),
        others=tuple(others),
        audio_paused="" if paused_s is None else say("bar-audio-paused", minutes_text(paused_s)),
        emergency=_emergency(picture),
    )


def link_state(picture: ChairPicture) -> str:
    """The link in words, for the calm bar; a lost one has an alarm of its own soon."""
    if picture.link is None:
        return say("bar-link-unknown")
    if picture.link.state is LinkState.UP:
        return say("bar-link-up")
    return say(f"why-{picture.link.reason.value}")


def _emergency(picture: ChairPicture) -> str:
    """The code clock of an emergency under way."""
    emergency = picture.emergency
    if emergency is not None and emergency.going and picture.phase is not Phase.SIGNED:
        return say("bar-emergency", minutes_text(emergency.code_s(picture.now_s)))
    return ""


def top_face(
    state: ViewState,
    view: ChairView | None,
    clock: str,
    sound_note: str = "",
    elsewhere: tuple[AlarmWords, ...] = (),
) -> TopFace:
    """`sound_note` is what the program says of its own sound; empty = nothing.

    `elsewhere` are the alarms of the other chairs.
    """
    chairs = marked_chairs(state, elsewhere, but=None if view is None else view.picture.chair)
    if view is None:
        warnings = program_warnings(state, sound_note)
        simulated = say("simulated") if state.demo else ""
        return TopFace(
            say("app-name"), simulated=simulated, clock=clock, chairs=chairs, warnings=warnings
        )
    recorded, late = _recorded(view)
    return TopFace(
        title=say("chair", view.picture.chair),
        patient=_patient(view),
        simulated=not_a_patient(view.picture),
        profile=_profile(view.picture),
        recorded=recorded,
        late=late or state.store_trouble is not None,
        clock=clock,
        chairs=chairs,
        devices=_devices(view),
        connected=view.picture.link is not None and view.picture.link.state is LinkState.UP,
        warnings=_warnings(state, view, sound_note),
        room=bool(chairs),
        course=session_text(None if view.opened is None else view.opened.course),
    )


def _warnings(state: ViewState, view: ChairView, sound_note: str) -> tuple[str, ...]:
    off = bool(view.picture.bedside_alarm_off) and not view.over
    bedside = (say("bedside-alarm-off"),) if off else ()
    return bedside + program_warnings(state, sound_note)


def _devices(view: ChairView) -> str:
    count = 0 if view.opened is None else len(view.opened.devices)
    if view.over or count == 0:
        return ""
    return say("top-device") if count == 1 else say("top-devices", count)


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
    """The profile, what moves its limits, and every deviation.

    Then wordings for smaller windows: with fewer deviations, then with shorter words; what is
    known of the patient is always named.
    """
    own_name = profile_label(picture.profile)
    known = sorted(picture.modifiers)
    name = " · ".join((own_name, *(say(f"modifier-{one.value}") for one in known)))
    short = " · ".join((own_name, *(say(f"modifier-short-{one.value}") for one in known)))
    moved = [
        say("deviation", limit_name(rule), figure(f"{active:g}"), figure(f"{own:g}"))
        for rule, own, active in picture.deviations
    ]
    if not moved:
        return (say("profile-default-limits", name), name, short)
    wordings = [" · ".join((name, *moved))]
    for kept in range(len(moved) - 1, -1, -1):
        more = say("deviations-more", len(moved) - kept)
        wordings.append(" · ".join((name, *moved[:kept], more)))
    if known:
        wordings.append(" · ".join((short, say("deviations-more", len(moved)))))
    return tuple(wordings)
