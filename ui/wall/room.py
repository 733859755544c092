"""The chairs of the room, and its alarms in the order in which they need somebody. Pure, no Qt.

Rule 1: chairs stand in room order and never change places; need is shown where the chair stands.
Rule 2: a chair that is not watched any more comes before every alarm, and its last alarms, which
        nobody keeps up to date, are not shown as if somebody did.
Rule 3: every alarm bears the number of its chair, and whatever is done about it names that number.
Rule 4: of equally urgent alarms of the room the one that began first comes first, whatever its
        chair; beside one chair the newest does, as at that chair.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.outcomes import AlarmPhase, Priority
from ui.chair.alarm_text import AlarmWords, alarm_words
from ui.chair.spans import span_text
from ui.view_state import ChairView, ViewState
from ui.words import say

LAYOUTS = ((4, 2), (6, 3), (8, 4))
"""(places, columns): a room gets the smallest that holds its highest chair."""
WIDEST_COLUMNS = 4
BROKEN, SILENT = "chair-broken", "chair-silent"
"""Keys of what no core can say: that its own chair is not watched, or does not answer."""


@dataclass(frozen=True, slots=True)
class Room:
    """`places` are the chairs from left to right, line by line, also those without a session."""

    places: tuple[int, ...]
    columns: int


def room_of(chairs: frozenset[int]) -> Room:
    """The room in which these chairs stand."""
    highest = max(chairs, default=1)
    for places, columns in LAYOUTS:
        if highest <= places:
            return Room(tuple(range(1, places + 1)), columns)
    most = LAYOUTS[-1][0]
    beyond = sorted(chair for chair in chairs if chair > most)
    return Room((*range(1, most + 1), *beyond), WIDEST_COLUMNS)


def running(state: ViewState) -> tuple[int, ...]:
    """The chairs with a session that goes on, in room order."""
    return tuple(chair for chair, view in sorted(state.chairs.items()) if not view.over)


def alarms_of(state: ViewState, chair: int, now: float) -> tuple[AlarmWords, ...]:
    """The alarms of one chair, most urgent first. `now` is window seconds."""
    view = state.chairs.get(chair)
    if view is None:
        return ()
    if chair in state.broken:
        words = (say("wall-broken"), say("wall-broken-what"))
        return (_not_watched(BROKEN, Priority.HIGH, chair, words),)
    silent_s = state.stalled_s(chair, now)
    if silent_s is not None:
        words = (say("wall-silent", span_text(silent_s)), say("wall-watch-monitor"))
        return (_not_watched(SILENT, Priority.MEDIUM, chair, words),)
    if view.over:
        return ()
    told = (alarm_words(alarm, view) for alarm in view.picture.alarms)
    return tuple(sorted(told, key=lambda words: words.urgency))


def alarms_of_room(
    state: ViewState, now: float, *, but: int | None = None
) -> tuple[AlarmWords, ...]:
    """The alarms of all chairs, or of all but one: most urgent first, then who waits longest."""
    found = [
        (words, _began(state.chairs[chair], words))
        for chair in sorted(state.chairs)
        if chair != but
        for words in alarms_of(state, chair, now)
    ]
    found.sort(key=lambda told: (told[0].urgency, told[1]))
    return tuple(replace(words, elsewhere=True) for words, _began_at in found)


def asked_of_room(alarms: tuple[AlarmWords, ...]) -> AlarmWords | None:
    """The alarm that Acknowledge is about: the first that waits for a hand."""
    return next((words for words in alarms if words.waits), None)


def silenced_next(state: ViewState, alarms: tuple[AlarmWords, ...]) -> int | None:
    """The chair that Silence is about: the most urgent that sounds, else one that was silenced."""
    live = [chair for chair in running(state) if chair not in state.broken]
    urgent = [words.number for words in alarms if words.number in live]
    pictures = [state.chairs[chair].picture for chair in dict.fromkeys([*urgent, *live])]
    paused = [one.chair for one in pictures if one.audio_pause_left_s is not None]
    heard = [one.chair for one in pictures if one.sound is not None and one.chair not in paused]
    return next(iter([*heard, *paused]), None)


def _began(view: ChairView, words: AlarmWords) -> float:
    """Unix seconds, as sessions count from openings of their own; before all, where unknown."""
    since = (alarm.since_s for alarm in view.picture.alarms if alarm.key == words.key)
    return next((view.wall_of(since_s) for since_s in since), float("-inf"))


def _not_watched(key: str, priority: Priority, chair: int, words: tuple[str, str]) -> AlarmWords:
    headline, what = words
    return AlarmWords(
        key=key,
        priority=priority,
        state=AlarmPhase.SOUNDING,
        headline=headline,
        reasons=what,
        since="",
        chair=say("chair", chair),
        detail=what,
        technical=True,
        number=chair,
        answerable=False,
    )
