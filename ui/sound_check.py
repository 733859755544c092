"""The sound checks of this seat: which is due, a check under way, and where its answer goes.

Rule 1: what is due and what is played is decided by `monitor.sound_check`.
Rule 2: the answer is told to every session of this computer, and to the next ones as long as
        nobody heard the sound; and it is kept for the seat.
Rule 3: a burst that did not begin cannot have been heard. One that did not begin can be
        *not heard*: that is how a dead loudspeaker shows.
Rule 4: nothing is played while an alarm sounds: the alarm is more important, and heard anyway.

A seat is a computer, by its name in the network.
"""

from __future__ import annotations

import logging
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.check_file import load_checks, save_checks
from devices.sound_process import SoundReport
from devices.sounds import Sound
from monitor.commands import SoundChecked
from monitor.outcomes import Priority
from monitor.sound_check import CheckKind, CheckRun, SeatChecks, due
from monitor.sounding import Sounding
from ui.requests import Refusal
from ui.words import say

logger = logging.getLogger(__name__)


def this_seat() -> str:
    return platform.node() or "this computer"


@dataclass(frozen=True, slots=True)
class Sounds:
    """What a check needs of the program; none of it may block."""

    play: Callable[[Priority], None]
    tell: Callable[[SoundChecked], None]
    """To every session that is open."""
    asked: Callable[[], tuple[Sounding, ...]]
    """What the chairs ask to be heard now."""


class SoundChecks:
    """All of one seat. `hear` may be called on any thread, the rest belongs to one."""

    def __init__(
        self,
        path: Path,
        sounds: Sounds,
        *,
        seat: str | None = None,
        utc: Callable[[], float] = time.time,
    ) -> None:
        self.seat = seat or this_seat()
        self._path = path
        self._sounds = sounds
        self._utc = utc
        self._known: SeatChecks | None = None
        self._running: SoundCheck | None = None

    @property
    def known(self) -> SeatChecks:
        if self._known is None:
            self._known = load_checks(self._path, self.seat)
        return self._known

    def due(self, session_since_utc_s: float | None) -> CheckKind | None:
        """Which check is due; None = none. `session_since_utc_s` None = no session begins."""
        return due(self.known, self._utc(), session_since_utc_s)

    def begin(self, kind: CheckKind, by: str) -> SoundCheck:
        """A new check; one that was not finished counts for nothing."""
        self._running = SoundCheck(kind, self._sounds, lambda heard: self._end(kind, by, heard))
        return self._running

    def standing(self, by: str) -> tuple[SoundChecked, ...]:
        """What a session that begins must know: that the sound is not heard at this seat."""
        if not self.known.not_heard:
            return ()
        return (SoundChecked(self.seat, full=False, heard=False, by=by),)

    def hear(self, report: SoundReport) -> None:
        """From the sound process."""
        running = self._running
        if running is not None:
            running.hear(report)

    def _end(self, kind: CheckKind, by: str, heard: bool) -> None:
        self._running = None
        full = kind is CheckKind.FULL
        self._sounds.tell(SoundChecked(self.seat, full=full, heard=heard, by=by))
        self._known = self.known.after(kind, self._utc(), heard=heard)
        try:
            save_checks(self._path, self.seat, self._known)
        except OSError as error:  # it is due again at the next start, which errs on the safe side
            logger.warning("the sound check could not be kept in %s: %s", self._path, error)


class SoundCheck:
    """A check under way: `play` the burst of the `step`, ask, `answer`, until `step` is None."""

    def __init__(self, kind: CheckKind, sounds: Sounds, end: Callable[[bool], None]) -> None:
        self.kind = kind
        self._run = CheckRun(kind)
        self._sounds = sounds
        self._end = end
        self._asked_for: Priority | None = None
        self._begun: Priority | None = None

    @property
    def step(self) -> Priority | None:
        """The burst that is played and asked about now; None = the check is over."""
        return self._run.step

    @property
    def heard(self) -> bool | None:
        """How it ended; None = it is under way."""
        return self._run.heard

    @property
    def began(self) -> bool:
        """The burst of this step began: it can be asked for now."""
        return self.step is not None and self._begun is self.step

    def play(self, step: Priority) -> None:
        """Play the burst of this step, once or again. Raises `Refusal`."""
        if step is not self.step:
            raise Refusal(say("sound-check-other-step", step.word))
        if self._sounds.asked():
            raise Refusal(say("sound-check-alarm"))
        self._asked_for = step
        self._sounds.play(step)

    def answer(self, *, heard: bool) -> None:
        """Whether the burst was heard. Raises `Refusal` before it was played."""
        step = self.step
        if step is None or self._asked_for is not step or (heard and not self.began):
            raise Refusal(say("sound-check-not-played"))
        self._run.answer(heard=heard)
        if self._run.heard is not None:
            self._end(self._run.heard)

    def hear(self, report: SoundReport) -> None:
        """Which burst began; of no chair, because a check is none's."""
        wanted = self._asked_for
        if wanted is None or report.said != "burst" or report.chair or report.desk:
            return
        if report.what == Sound(wanted).name:
            self._begun = wanted
