"""An emergency on one chair: the ringing, the code clock, and what was done when. Pure.

Rule 1: it rings on every seat from the first press until somebody answers or it ends; no audio
        pause silences it. A press while it goes on rings again, and the code clock goes on.
Rule 2: a stamp bears the moment it was set. It can be undone for 10 s, and stays, struck through.
Rule 3: an emergency that ended stays to be read and printed until the next one begins.

All times are session seconds; the code clock counts from the first press.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    UndoStamp,
)

UNDO_WITHIN_S = 10.0

EmergencyCommand = BeginEmergency | AnswerEmergency | EmergencyStamp | UndoStamp | EndEmergency


@dataclass(frozen=True, slots=True)
class StampView:
    """`code_s` is what the code clock showed."""

    at_s: float
    code_s: float
    stamp: EmergencyStamp
    undone: bool = False

    def may_be_undone(self, now: float) -> bool:
        return not self.undone and now - self.at_s <= UNDO_WITHIN_S


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """`ended_s` and `answered_s` are None until somebody says so."""

    began_s: float
    by: str
    ended_s: float | None = None
    answered_s: float | None = None
    stamps: tuple[StampView, ...] = ()

    @property
    def going(self) -> bool:
        return self.ended_s is None

    @property
    def rings(self) -> bool:
        return self.going and self.answered_s is None

    def code_s(self, now: float) -> float:
        """What the code clock shows."""
        return (now if self.ended_s is None else self.ended_s) - self.began_s


class Emergency:
    """`obey` says why it refuses (an id of `ui/words.py`); "" = done."""

    def __init__(self) -> None:
        self._view: EmergencyView | None = None

    @property
    def view(self) -> EmergencyView | None:
        """The last one; None = there was none."""
        return self._view

    @property
    def rings(self) -> bool:
        return self._view is not None and self._view.rings

    def obey(self, command: EmergencyCommand, now: float) -> str:
        view = self._view
        if isinstance(command, UndoStamp):
            return self._undo(command.stamp_id, now)
        if isinstance(command, BeginEmergency):
            going = view is not None and view.going
            begun = EmergencyView(now, command.by)
            self._view = replace(view, answered_s=None) if view is not None and going else begun
            return ""
        if view is None or not view.going:
            return "no-emergency"
        match command:
            case AnswerEmergency():
                answered = now if view.answered_s is None else view.answered_s
                self._view = replace(view, answered_s=answered)
            case EndEmergency():
                self._view = replace(view, ended_s=now)
            case EmergencyStamp():
                made = StampView(now, view.code_s(now), command)
                self._view = replace(view, stamps=(*view.stamps, made))
        return ""

    def _undo(self, stamp_id: str, now: float) -> str:
        stamps = () if self._view is None else self._view.stamps
        found = [one for one in stamps if one.stamp.stamp_id == stamp_id and not one.undone]
        if self._view is None or not found:
            return "nothing-to-undo"
        if not all(one.may_be_undone(now) for one in found):
            return "stamp-too-late"
        kept = tuple(replace(one, undone=True) if one in found else one for one in stamps)
        self._view = replace(self._view, stamps=kept)
        return ""
