"""Whose chair it is, who looks after it meanwhile, and which entries nobody has claimed yet.

Rule 1: somebody may cover a chair for 10 min at most; whose chair it is does not change, and the
        cover ends by itself at its second.
Rule 2: a handover changes the owner and ends the cover. Alarms that were acknowledged and are true
        still speak again to the newcomer, once each.
Rule 3: every command that was entered behind a locked screen is counted, also a refused one, until
        somebody says that it was she. Nobody unnamed takes a chair on.
Rule 4: behind a locked screen there is what a patient may need at once (`LOCKED_MAY`), no more.

Source: the clinic's rules on answering, and on opening and closing the day.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from monitor.clock import whole_ms
from monitor.commands import (
    Acknowledge,
    ManualCuff,
    Note,
    PauseAudio,
    PauseInfusion,
    ResumeAudio,
    StopInfusion,
    UndoNote,
)
from monitor.emergency import EmergencyCommand
from monitor.events import Event, SessionOpened
from monitor.outcomes import Outcome, Refused
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, Claim, Cover, EndNote, HandOver, StillPresent
from monitor.treatment.view import PeopleView

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]

COVER_AT_MOST_S = 600.0
LOCKED_MAY: frozenset[type] = frozenset(
    {
        Acknowledge,
        Note,
        UndoNote,
        EndNote,
        StillPresent,
        PauseInfusion,
        StopInfusion,
        ManualCuff,
        PauseAudio,
        ResumeAudio,
        *get_args(EmergencyCommand),
    }
)
"""The commands that work without a PIN; each is claimed afterwards."""


class Staffing:
    """The people of one chair. Moments are session seconds."""

    def __init__(self, opened: SessionOpened) -> None:
        self._owner = opened.by
        self._cover = ""
        self._cover_until = 0.0
        self._unclaimed = 0

    def hear(self, event: Event) -> None:
        """Everything that a person says bears who it was."""
        if getattr(event, "by", None) == UNCLAIMED:
            self._unclaimed += 1

    def view(self, now: float) -> PeopleView:
        if self._cover and now < self._cover_until:
            return PeopleView(self._owner, self._cover, self._cover_until, self._unclaimed)
        return PeopleView(self._owner, unclaimed=self._unclaimed)

    def claim(self) -> str:
        """Why there is nothing to claim (an id of `ui/words.py`); "" = all of it is claimed."""
        if not self._unclaimed:
            return "nothing-to-claim"
        self._unclaimed = 0
        return ""

    def cover(self, by: str, seconds: float, now: float) -> str:
        """Why not; "" = done. 0 s end a cover."""
        if seconds == 0.0:
            if not self.view(now).cover:
                return "nobody-covers"
            self._cover = ""
            return ""
        if not 0.0 < seconds <= COVER_AT_MOST_S:
            return "cover-too-long"
        if by == self._owner:
            return "cover-is-owner"
        self._cover, self._cover_until = by, whole_ms(now + seconds)
        return ""

    def hand_over(self, to: str) -> str:
        """Why not; "" = done."""
        if not named(to):
            return "hand-over-to-nobody"
        if to == self._owner:
            return "hand-over-to-owner"
        self._owner, self._cover = to, ""
        return ""


def named(who: str) -> bool:
    """Somebody, and not whoever was there when the screen was locked."""
    return bool(who.strip()) and who != UNCLAIMED


def _claim(core: MonitorCore, event: Claim, _now: float) -> list[Outcome]:
    if not named(event.by):
        return [Refused("claim", "sign-in-first")]
    reason = core.treatment.staffing.claim()
    return [Refused("claim", reason)] if reason else []


def _cover(core: MonitorCore, event: Cover, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("cover", "session-over")]
    if not named(event.by):
        return [Refused("cover", "sign-in-first")]
    reason = core.treatment.staffing.cover(event.by, event.seconds, now)
    return [Refused("cover", reason, (event.by,))] if reason else []


def _hand_over(core: MonitorCore, event: HandOver, now: float) -> list[Outcome]:
    if core.state.phase is Phase.SIGNED:
        return [Refused("hand-over", "session-over")]
    if not named(event.by):
        return [Refused("hand-over", "sign-in-first")]
    reason = core.treatment.staffing.hand_over(event.to)
    if reason:
        return [Refused("hand-over", reason, (event.to,))]
    return core.heard(core.judge.engine.remind_all(now))


STAFFED: dict[type, Handler] = {Claim: _claim, Cover: _cover, HandOver: _hand_over}
