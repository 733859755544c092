"""What is to be done next, over all chairs, in order of urgency. Pure, no Qt.

Rule 1: first a chair that is not watched, then alarms that wait for a hand, then what is due: what
        presses, measurements, and the rest, each by the clock; last what comes, the soonest first.
Rule 2: one measurement is one duty. A repeat that is asked for, or the 40-minute pressure, stands
        for the cuff that would be due then; while the cuff measures, nobody has to do anything.
Rule 3: scores and pump are asked for only where the treatment goes through all its steps.
Rule 4: nothing is decided here: when something is due is said by the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.routes import Route
from monitor.treatment.view import PromptKind, PromptView
from ui.chair.alarm_text import AlarmWords
from ui.chair.spans import minutes_text
from ui.view_state import ChairView, ViewState
from ui.wall.course_text import route_of
from ui.wall.room import BROKEN, alarms_of, asked_of_room, running
from ui.words import say

NOT_WATCHED, ALARM, TIMED = range(3)
"""What comes first."""
PRESSING, MEASURING, OTHER = range(3)
"""What comes first of what is due: an old score never hides a cuff that is due as well."""
SAME_S = 1.0
"""Two duties of one measurement are not further apart."""
WEIGHTS = {
    PromptKind.TERMINATE: PRESSING,
    PromptKind.CALL_PROVIDER: PRESSING,
    PromptKind.PAUSE_AND_CALL: PRESSING,
    PromptKind.DISTRESS: PRESSING,
    PromptKind.STILL_PRESENT: PRESSING,
    PromptKind.OFF_MONITOR: MEASURING,
    PromptKind.BP_AT_40: MEASURING,
}
SCORES = frozenset(
    {
        PromptKind.SEDATION,
        PromptKind.DISSOCIATION,
        PromptKind.BREATHS,
        PromptKind.STANDING,
        PromptKind.BASELINE,
    }
)


@dataclass(frozen=True, slots=True)
class Duty:
    """`due_in_s` None = now, without a clock."""

    chair: int
    what: str
    due_in_s: float | None = None
    rank: int = TIMED
    weight: int = OTHER

    @property
    def order(self) -> tuple[int, bool, int, float]:
        due_in_s = self.due_in_s or 0.0
        comes = due_in_s > 0
        return self.rank, comes, 0 if comes else self.weight, due_in_s

    @property
    def text(self) -> str:
        """``cuff 1:40``, ``cuff overdue 0:30``, or only what it is."""
        if self.due_in_s is None:
            return self.what
        seconds = int(abs(self.due_in_s))
        if seconds == 0:
            return say("wall-duty-now", self.what)
        words = "wall-duty-in" if self.due_in_s > 0 else "wall-duty-over"
        return say(words, self.what, minutes_text(float(seconds)))

    @property
    def named(self) -> str:
        return say("wall-duty", self.chair, self.text)


def duties_of_room(state: ViewState, now: float) -> tuple[Duty, ...]:
    """`now` is window seconds, for chairs that have fallen silent."""
    found = [duty for chair in running(state) for duty in duties_of_chair(state, chair, now)]
    return tuple(sorted(found, key=lambda duty: duty.order))


def duties_of_chair(state: ViewState, chair: int, now: float) -> tuple[Duty, ...]:
    """The duties of one chair, most urgent first."""
    view = state.chairs[chair]
    alarms = alarms_of(state, chair, now)
    if not all(words.answerable for words in alarms):
        words = "wall-do-watch" if alarms[0].key == BROKEN else "wall-do-answer"
        return (Duty(chair, say(words), rank=NOT_WATCHED),)
    found = [*_alarm(chair, alarms), *_measurements(view), *_treatment(view)]
    return tuple(sorted(found, key=lambda duty: duty.order))


def next_of_chair(duties: tuple[Duty, ...]) -> str:
    """The first duty that is no alarm, in words; empty = there is none."""
    return next((duty.text for duty in duties if duty.rank == TIMED), "")


def _alarm(chair: int, alarms: tuple[AlarmWords, ...]) -> Iterator[Duty]:
    asked = asked_of_room(alarms)
    if asked is not None:
        yield Duty(chair, say("wall-do-acknowledge", asked.headline), rank=ALARM)


# ---- the cuff


def _measurements(view: ChairView) -> Iterator[Duty]:
    picture = view.picture
    if picture.question is not None:
        asked = picture.question
        what = say("wall-do-question", f"{asked.sbp:.0f}", f"{asked.dbp:.0f}")
        yield Duty(picture.chair, what, weight=MEASURING)
    if picture.cuff_measuring or _away(picture):
        return
    repeat_at = _repeat_at(picture)
    if repeat_at is not None:
        left_s = repeat_at - picture.now_s
        yield Duty(picture.chair, say("wall-do-repeat"), left_s, weight=PRESSING)
    elif picture.wish is not None:
        yield Duty(picture.chair, say("wall-do-cuff"), 0.0, weight=PRESSING)
    elif picture.next_cuff_at_s is not None and not _at_40(picture):
        left_s = picture.next_cuff_at_s - picture.now_s
        yield Duty(picture.chair, say("wall-do-cuff"), left_s, weight=MEASURING)


def _repeat_at(picture: ChairPicture) -> float | None:
    moments = [one.repeat_by_s for one in picture.alarms if one.repeat_by_s is not None]
    return min(moments, default=None)


def _away(picture: ChairPicture) -> bool:
    return picture.treatment is not None and picture.treatment.off_monitor_since_s is not None


def _at_40(picture: ChairPicture) -> bool:
    """The next cuff is the one that is asked for by its own name."""
    if picture.treatment is None or picture.next_cuff_at_s is None:
        return False
    moments = (
        prompt.due_s for prompt in picture.treatment.prompts if prompt.kind is PromptKind.BP_AT_40
    )
    return any(abs(at - picture.next_cuff_at_s) < SAME_S for at in moments)


# ---- the treatment


def _treatment(view: ChairView) -> Iterator[Duty]:
    picture = view.picture
    if route_of(view) is Route.IV:
        yield from _end_of_infusion(picture)
    treatment = picture.treatment
    if treatment is None:
        return
    giving = treatment.giving
    if treatment.flow and giving.asks_pump:
        yield Duty(picture.chair, say("wall-do-pump"), weight=PRESSING)
    if treatment.flow and giving.asks_volume:
        yield Duty(picture.chair, say("wall-do-volume"))
    for prompt in treatment.prompts:
        if treatment.flow or prompt.kind not in SCORES:
            yield _prompt(prompt, picture)
    leave_at = treatment.checks.leave_from_s
    if leave_at is not None and picture.phase in {Phase.RECOVERY, Phase.DISCHARGE}:
        left_s = leave_at - picture.now_s
        yield Duty(picture.chair, say("wall-do-leaving"), left_s if left_s > 0 else None)


def _end_of_infusion(picture: ChairPicture) -> Iterator[Duty]:
    left_s = picture.planned_s - picture.infusion_ran_s
    if picture.infusion_running and picture.dose_mg is not None and left_s > 0:
        yield Duty(picture.chair, say("wall-do-infusion-end"), left_s)


def _prompt(prompt: PromptView, picture: ChairPicture) -> Duty:
    what = say(f"wall-do-{prompt.kind.value}")
    left_s = prompt.due_s - picture.now_s
    return Duty(picture.chair, what, left_s, weight=WEIGHTS.get(prompt.kind, OTHER))
