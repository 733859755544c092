"""What the bars above and below say when no chair is chosen: the room's alarms, and who is meant.

Rule 1: the alarm bar shows the most urgent alarm of all chairs, by its chair; the others are one
        glance away.
Rule 2: an action is never done to a chair that its tile does not name. Silence and Acknowledge
        name the chair of their alarm; for the others it is asked which chair is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.events import LinkState
from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.chair.alarm_bar import BarFace
from ui.chair.alarm_text import AlarmWords
from ui.chair.bottom_bar import Act, ActionsFace
from ui.chair.spans import minutes_text, span_text
from ui.chair.top_line import TopFace
from ui.view_state import ViewState, not_a_patient
from ui.wall.room import asked_of_room, running, silenced_next
from ui.wall.which_chair import Candidate
from ui.words import say

CAN_PAUSE = frozenset({Phase.TREATING, Phase.PAUSED})
NAMED = 3
"""Of more chairs than this the bar says only how many; each tile says it of its own."""
LATE_AFTER_S = 3.0
"""As beside one chair: from here on the age of the record is set in bold."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom Silence and Acknowledge are about, as it is shown; None = nobody."""

    silence: int | None
    asked: AlarmWords | None


def meant_of(state: ViewState, alarms: tuple[AlarmWords, ...]) -> Meant:
    return Meant(silenced_next(state, alarms), asked_of_room(alarms))


def _live(state: ViewState) -> list[ChairPicture]:
    return [state.chairs[chair].picture for chair in running(state) if chair not in state.broken]


# ---- the alarm bar


def room_bar(state: ViewState, alarms: tuple[AlarmWords, ...]) -> BarFace:
    live = _live(state)
    paused = [(one.chair, one.audio_pause_left_s) for one in live]
    going = [(one.chair, _code_s(one)) for one in live]
    return BarFace(
        alarm=alarms[0] if alarms else None,
        calm=say("bar-none"),
        detail=_watched(live),
        others=alarms[1:],
        audio_paused=_timed("wall-audio-paused", paused),
        emergency=_timed("wall-emergency", going),
    )


def _code_s(picture: ChairPicture) -> float | None:
    emergency = picture.emergency
    goes_on = emergency is not None and emergency.going
    return emergency.code_s(picture.now_s) if emergency is not None and goes_on else None


def _timed(words: str, chairs: list[tuple[int, float | None]]) -> str:
    """``Sound off: chair 2 1:43``, of several only which, of many how many; empty of none."""
    known = [(chair, seconds) for chair, seconds in chairs if seconds is not None]
    if not known:
        return ""
    if len(known) > NAMED:
        return say(words, say("wall-chair-count", len(known)))
    if len(known) > 1:
        return say(words, say("wall-chairs", ", ".join(str(chair) for chair, _ in known)))
    [(chair, seconds)] = known
    return say(words, say("wall-chair-time", chair, minutes_text(seconds)))


def _watched(live: list[ChairPicture]) -> str:
    if not live:
        return say("wall-watched-none")
    count = say("wall-watched-one") if len(live) == 1 else say("wall-watched", len(live))
    apart = [
        say("wall-not-connected", one.chair)
        for one in live
        if one.link is None or one.link.state is not LinkState.UP
    ]
    return " · ".join((count, *apart))


# ---- the six actions


def room_actions(state: ViewState, meant: Meant) -> ActionsFace:
    live, asked = _live(state), meant.asked
    silence = None if meant.silence is None else state.chairs[meant.silence].picture
    left_s = None if silence is None else silence.audio_pause_left_s
    return ActionsFace(
        sound_on=left_s is not None,
        sound_off_for="" if silence is None else _silenced(silence.chair, left_s),
        can_silence=silence is not None,
        waiting=None if asked is None else asked.priority,
        taken_back=asked is not None and asked.state is AlarmPhase.WITHDRAWN,
        running=bool(live),
        can_pause=any(_can_pause(one) for one in live),
        answers="" if asked is None else asked.chair,
    )


def _silenced(chair: int, left_s: float | None) -> str:
    """Whose sound it is; once it is paused, for how long still."""
    name = say("chair", chair)
    return name if left_s is None else f"{name} · {say('bar-audio-paused', minutes_text(left_s))}"


def candidates(state: ViewState, act: Act) -> tuple[Candidate, ...]:
    """The chairs that may be meant, in room order."""
    return tuple(_candidate(state, chair, act) for chair in running(state))


def _can_pause(picture: ChairPicture) -> bool:
    by_route = picture.treatment is None or picture.treatment.giving.can_pause
    return by_route and picture.phase in CAN_PAUSE


def _candidate(state: ViewState, chair: int, act: Act) -> Candidate:
    picture = state.chairs[chair].picture
    who = picture.initials or f"#{picture.patient_id}"
    able = chair not in state.broken
    if act is Act.PAUSE:
        able = able and _can_pause(picture)
        if picture.phase is Phase.PAUSED:
            who = f"{who} · {say('which-resume')}"
    return Candidate(chair, who, able)


# ---- the top line


def room_top(
    state: ViewState,
    alarms: tuple[AlarmWords, ...],
    clock: str,
    sound_note: str,
    *,
    on_wall: bool,
) -> TopFace:
    """`on_wall`: the chairs are on the screen already, and need no tiles at the top."""
    live = _live(state)
    marks = {not_a_patient(one) for one in live} or {say("simulated") if state.demo else ""}
    recorded, late = _recorded(state, live)
    return TopFace(
        title=say("wall-title"),
        simulated=marks.pop() if len(marks) == 1 else "",
        recorded=recorded,
        late=late or state.store_trouble is not None,
        clock=clock,
        chairs=() if on_wall else marked_chairs(state, alarms, but=None),
        warnings=program_warnings(state, sound_note),
        room=not on_wall,
    )


def program_warnings(state: ViewState, sound_note: str) -> tuple[str, ...]:
    """What must stand on the screen about the program itself."""
    second = say("second-place-off") if state.second_place_off else ""
    return tuple(text for text in (sound_note, second) if text)


def marked_chairs(
    state: ViewState, alarms: tuple[AlarmWords, ...], *, but: int | None
) -> tuple[tuple[int, Priority | None], ...]:
    """Each chair and the worst alarm that waits there, in room order."""
    worst: dict[int, Priority] = {}
    for words in alarms:
        if words.waits or not words.answerable:
            worst[words.number] = max(words.priority, worst.get(words.number, words.priority))
    return tuple((chair, worst.get(chair)) for chair in sorted(state.chairs) if chair != but)


def _recorded(state: ViewState, live: list[ChairPicture]) -> tuple[str, bool]:
    """How old the record is of the chair on which it is oldest; empty while all is well."""
    ages = [state.chairs[one.chair].recorded_ago_s for one in live]
    known = [age for age in ages if age is not None]
    oldest = max(known, default=0.0)
    if len(known) < len(ages) and any(one.now_s > LATE_AFTER_S for one in live):
        return say("recorded-nothing"), True
    if oldest > LATE_AFTER_S:
        return say("not-recorded-for", span_text(oldest)), True
    return (say("recorded-now"), False) if known else ("", False)
