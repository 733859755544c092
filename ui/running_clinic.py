"""A clinic in the middle of its day, as a newcomer meets it: three chairs, one hers soon.

Rule 1: the past is lived, not painted: bytes, drivers, cores, store and captures as ever, only as
        fast as the computer can. Nobody hears or sees it, so no picture of it is made but those
        the colleague looks at; the window looks it up in the record.
Rule 2: until the handover a colleague does and answers what is due; from then on nobody does
        anything by himself, and the patients answer to what is done to them.
Rule 3: the time of day at the handover is now, so every session began as long ago as it is old.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from monitor.commands import Command
from monitor.entries import Published
from monitor.picture import ChairPicture
from monitor.sounding import Sounding
from ui.clinic_past import GUESTS, PAST_S, Colleague, Guest
from ui.practice import PracticeBackend
from ui.practice_chair import Ways
from ui.requests import Refusal, SessionRequest
from ui.words import say

logger = logging.getLogger(__name__)

LOOKS_S = 10.0
"""How often the colleague looks at the chairs, virtual seconds."""
TURNS_S = (*(PAST_S - guest.age_s for guest in GUESTS), PAST_S)
"""When somebody comes, and when it is over: the clinic is looked at just then, too."""
WRITTEN_EVERY_S = 60.0
"""So much of the past at most waits for the disk."""


class RunningClinic(PracticeBackend):
    """`Backend` of the window in `chairside demo`. What it says of its past, on any thread."""

    def __init__(
        self, db: Path, *, seed: int = 1, speed: float | None = None, sound: bool = False
    ) -> None:
        """Raises a `StoreError` when the demo's record can't be opened or made."""
        super().__init__(db, seed=seed, speed=speed, sound=sound, utc_s=time.time() - PAST_S)
        self._ready = threading.Event()
        self._leaving = threading.Event()
        self._past = threading.Thread(target=self._live, name="past of the clinic", daemon=True)
        self.ways = Ways(self._writer.put, self._show)
        self.trouble = ""
        """Why there will be no clinic; empty = there will be one."""

    @property
    def ready(self) -> bool:
        """The past is over: the chairs are there, and their clock goes on."""
        return self._ready.is_set()

    @property
    def lived(self) -> float:
        """How much of the past is done, 0..1."""
        return min(1.0, self.now_s / PAST_S)

    def wall(self) -> float:
        """The time of day for a screen, Unix seconds: while the past is lived, the real one."""
        return self.utc() if self.ready else time.time()

    def wait_ready(self, timeout_s: float) -> bool:
        """Whether it is ready after at most so long."""
        return self._ready.wait(timeout_s)

    def close(self) -> None:
        self._leaving.set()
        if self._past.ident is not None:
            self._past.join()
        super().close()

    def open_session(self, request: SessionRequest) -> str:
        self._want_ready()
        return super().open_session(request)

    def _want_ready(self) -> None:
        if not self.ready:
            raise Refusal(say("setup-not-ready"))

    # ---- the past

    def _begin_clock(self) -> None:
        """Instead of going on at once: first what was."""
        self._past.start()

    def _live(self) -> None:
        try:
            lived = self._lived()
        except Exception:
            logger.exception("the past of the clinic")
            self.trouble = say("setup-failed")
            return
        if lived:
            self._hand_over()

    def _lived(self) -> bool:
        """Whether all of it was: the window may be closed before."""
        colleague = Colleague(self, self._receive)
        written_at = 0.0
        while self.now_s < PAST_S:
            if self._leaving.is_set():
                return False
            colleague.look(self.now_s, self._pictures())
            self.go_on(min(LOOKS_S, *(at - self.now_s for at in TURNS_S if at > self.now_s)))
            if self.now_s - written_at >= WRITTEN_EVERY_S:
                written_at = self.now_s
                self._write()
        self._write()
        return True

    def _receive(self, guest: Guest) -> None:
        super().open_session(guest.request())
        self.chair(guest.chair).watched = False

    def _pictures(self) -> dict[int, ChairPicture]:
        """What the colleague sees as she looks at all chairs."""
        return {number: self.chair(number).look() for number in self._chairs}

    def _hand_over(self) -> None:
        """It is now, whatever the past took; all chairs appear, and time goes on."""
        with self._clock:
            chairs = [self.chair(number) for number in self._chairs]
            for chair in chairs:
                chair.watched = True
                chair.look()
            self._ready.set()
            for chair in chairs:
                chair.take(None)
        super()._begin_clock()

    def _show(self, published: Published) -> None:
        if self.ready:
            self.inbox.put(published)

    def _wishes(self) -> tuple[Sounding | None, ...]:
        """What is past is heard by nobody."""
        return super()._wishes() if self.ready else ()

    def send(self, chair: int, command: Command) -> None:
        if not self.ready and threading.current_thread() is not self._past:
            raise Refusal(say("setup-not-ready"))
        super().send(chair, command)
