"""The second loudspeaker of the sound process: the desk's, while somebody asked for one.

Rule 1: it is opened and closed here, and what it plays is the duty's `desk_wish`.
Rule 2: when it cannot be opened, or stops asking for samples, the duty is told at once: the
        sound is back in the room before the program knows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from devices.errors import AudioFailed
from devices.sound_duty import SoundDuty
from devices.sound_player import BurstBegan, SoundPlayer


class OpenSpeaker(Protocol):
    def stalled(self, now: float) -> bool: ...

    def close(self) -> None: ...


class DeskSound:
    """`open_speaker` raises `AudioFailed`; `say` takes what is told to the program."""

    def __init__(
        self,
        duty: SoundDuty,
        open_speaker: Callable[[SoundPlayer, str], OpenSpeaker],
        report: Callable[[BurstBegan], None],
        say: Callable[[str, str], None],
    ) -> None:
        self._duty = duty
        self._open_speaker = open_speaker
        self._say = say
        self._player = SoundPlayer(report)
        self._speaker: OpenSpeaker | None = None
        self._output: str | None = None

    def follow(self, now: float) -> None:
        """Open, close and feed it as the duty says."""
        if self._duty.output != self._output:
            self.close()
            self._output = self._duty.output
            if self._output is not None:
                self._open(self._output)
        if self._speaker is not None and self._speaker.stalled(now):
            self._lose(self._output or "")
        self._player.want(self._duty.desk_wish)

    def _open(self, output: str) -> None:
        try:
            self._speaker = self._open_speaker(self._player, output)
        except AudioFailed:
            self._lose(output)
        else:
            self._say("desk-ready", output)

    def _lose(self, output: str) -> None:
        self.close()
        self._duty.lose_desk()
        self._say("desk-failed", output)

    def close(self) -> None:
        if self._speaker is not None:
            self._speaker.close()
        self._speaker = self._output = None
