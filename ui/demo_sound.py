"""The alarm sound of a demo; silent while a session is recorded on this computer.

Rule: nobody may take a demo's alarm for a patient's, so any session in whatever process counts.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

from devices.alarm_sound import AlarmSound
from monitor.sounding import Sounding
from ui.live_marks import LiveMarks
from ui.places import home
from ui.words import say

LOOK_EVERY_S = 2.0
"""How often it is asked whether a session runs on this computer."""


class DemoSound:
    """`on` False = no loudspeaker is opened at all. `turn` is called on one thread."""

    def __init__(self, *, on: bool) -> None:
        self._sound = AlarmSound(_quiet, lambda: None) if on else None
        self._marks = LiveMarks(home())
        self._looked_at = float("-inf")
        self._session_runs = False

    def start(self) -> None:
        if self._sound:
            self._sound.start()

    def turn(self, wishes: Iterable[Sounding | None]) -> None:
        """What the chairs ask for now; also the sign of life of the program."""
        if not self._sound:
            return
        now = time.monotonic()
        if now - self._looked_at >= LOOK_EVERY_S:
            self._looked_at = now
            self._session_runs = self._marks.any()
        heard = () if self._session_runs else tuple(wishes)
        self._sound.sound(tuple(wish for wish in heard if wish is not None))
        self._sound.beat()

    def note(self) -> str:
        """Why nothing is heard; on any thread."""
        return say("demo-silent") if self._session_runs else ""

    def rest(self) -> None:
        """Nothing is asked for any more."""
        if self._sound:
            self._sound.rest()

    def close(self) -> None:
        if self._sound:
            self._sound.close()


def _quiet(_text: str) -> None:
    """A demo without a loudspeaker is a silent demo; nobody is in danger."""
