"""What else is true of a chair and must be seen from across the room. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.picture import ChairPicture
from monitor.treatment.view import TreatmentView
from ui.chair.device_text import maker
from ui.chair.spans import minutes_text
from ui.view_state import ChairView
from ui.words import say


def states_of(view: ChairView) -> tuple[str, ...]:
    """The most pressing first; none of them is an alarm, so none has a colour of one."""
    if view.over:
        return ()
    return tuple(_states(view.picture))


def _states(picture: ChairPicture) -> Iterator[str]:
    emergency = picture.emergency
    if emergency is not None and emergency.going:
        yield say("wall-emergency-for", minutes_text(emergency.code_s(picture.now_s)))
    if picture.treatment is not None:
        yield from _of_treatment(picture.treatment, picture.now_s)
    if picture.audio_pause_left_s is not None:
        yield say("wall-sound-off", minutes_text(picture.audio_pause_left_s))
    for source in sorted(picture.put_aside):
        yield say("wall-aside", maker(source))
    if picture.bedside_alarm_off:
        yield say("wall-bedside-off")
    unclaimed = 0 if picture.treatment is None else picture.treatment.people.unclaimed
    if unclaimed:
        words = "wall-unclaimed-one" if unclaimed == 1 else "wall-unclaimed"
        yield say(words, unclaimed)


def _of_treatment(treatment: TreatmentView, now_s: float) -> Iterator[str]:
    if treatment.off_monitor_since_s is not None:
        yield say("wall-off-monitor", minutes_text(now_s - treatment.off_monitor_since_s))
    if treatment.distress_since_s is not None:
        yield say("wall-distress")
    resume = treatment.giving.resume
    if resume.terminate:
        yield say("wall-locked-terminate")
    elif not resume.allowed:
        yield say("wall-locked-resume")
