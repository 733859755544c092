"""What the tour says, where it points, and what it waits for. No Qt, no clock.

Rule 1: a step that waits for something goes on by itself when that was done; Next goes on, too.
Rule 2: what was done before its step came is not asked for again: the step says so.
Rule 3: nobody reads on beside an alarm: when the tour's chair begins to call, the tour is at once
        where that is spoken of; Back leads to what was left out.
Rule 4: what is pointed at is always the real thing; where it is not in sight the tour says how to
        come back to it, and nothing else.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture


class Place(enum.Enum):
    """What a step points at."""

    ROOM = "room"
    PRESSURE = "pressure"
    BAR = "bar"
    ACTIONS = "actions"
    RECORDED = "recorded"
    PACE = "pace"
    MENU = "menu"


class Wanted(enum.Enum):
    """What a step waits for."""

    COME = "come"
    ANSWER = "answer"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Step:
    """`wanted` None = it is read, and Next goes on."""

    name: str
    place: Place
    wanted: Wanted | None = None


STEPS = (
    Step("room", Place.ROOM, Wanted.COME),
    Step("pressure", Place.PRESSURE),
    Step("alarm", Place.BAR, Wanted.ANSWER),
    Step("actions", Place.ACTIONS, Wanted.PAUSE),
    Step("recorded", Place.RECORDED),
    Step("pace", Place.PACE),
    Step("after", Place.MENU),
)
ALARM = next(at for at, step in enumerate(STEPS) if step.wanted is Wanted.ANSWER)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the window shows. `chair` None = all of them, or none.

    `waiting`: an alarm of the tour's chair that can be heard waits for an answer. `next_s` is
    how long until its next cuff result is due; None = it is not known.
    """

    chair: int | None = None
    waiting: bool = False
    paused: bool = False
    next_s: float | None = None


def seen_of(picture: ChairPicture | None, chair: int | None) -> Seen:
    """`picture` is that of the tour's chair; None = it was not seen yet."""
    if picture is None:
        return Seen(chair)
    next_s = None if picture.next_cuff_at_s is None else picture.next_cuff_at_s - picture.now_s
    waiting = any(_calls(alarm) for alarm in picture.alarms)
    halted = picture.phase not in {Phase.SCREENING, Phase.BASELINE, Phase.TREATING}
    return Seen(chair, waiting, halted, next_s)


def _calls(alarm: AlarmView) -> bool:
    taken_back = alarm.state is AlarmPhase.WITHDRAWN
    return alarm.waits and alarm.priority >= Priority.MEDIUM and not taken_back


@dataclass(frozen=True, slots=True)
class Tour:
    """Where somebody is in it. `answered`: an alarm of the tour's chair waited, and no more."""

    chair: int
    at: int = 0
    over: bool = False
    waited: bool = False
    answered: bool = False
    seen: Seen = Seen()

    @property
    def step(self) -> Step:
        return STEPS[self.at]

    @property
    def away(self) -> bool:
        """What the step is about is at the tour's chair, and that is not the one that is shown."""
        return self.step.place is not Place.ROOM and self.seen.chair != self.chair

    @property
    def words(self) -> str:
        """The id of what is said now."""
        if self.away:
            return "tour-away"
        if self.step.wanted is Wanted.ANSWER:
            if self.seen.waiting:
                return "tour-alarm-now"
            return "tour-alarm-done" if self.answered else "tour-alarm"
        if self.step.wanted is Wanted.COME and self.seen.waiting:
            return "tour-room-now"
        return f"tour-{self.step.name}"

    def looked(self, seen: Seen) -> Tour:
        """The window shows this now."""
        answered = self.answered or (self.waited and not seen.waiting)
        after = replace(self, seen=seen, waited=self.waited or seen.waiting, answered=answered)
        if self.over:
            return after
        if after._called and not self._called:
            return replace(after, at=max(after.at, ALARM))
        return after.on() if after._did(self) else after

    @property
    def _called(self) -> bool:
        """The tour's chair is in front, and calls."""
        return self.seen.waiting and self.seen.chair == self.chair

    def _did(self, before: Tour) -> bool:
        """What the step waits for was done just now."""
        match self.step.wanted:
            case Wanted.COME:
                return self.seen.chair == self.chair != before.seen.chair
            case Wanted.ANSWER:
                return self.answered and not before.answered
            case Wanted.PAUSE:
                return self.seen.paused and not before.seen.paused
            case None:
                return False

    def on(self) -> Tour:
        """To the next step; after the last one it is over."""
        if self.at + 1 == len(STEPS):
            return replace(self, over=True)
        return replace(self, at=self.at + 1)

    def back(self) -> Tour:
        return replace(self, at=max(0, self.at - 1))

    def skipped(self) -> Tour:
        return replace(self, over=True)
