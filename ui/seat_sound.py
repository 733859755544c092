"""The sound of one seat: its loudspeaker, the checks that somebody hears it, and the quiet room.

Rule 1: what sounds, and when, is asked by the station and depends on nobody's right.
Rule 2: saying that a sound was heard, or that the room is quiet, needs somebody who treats; to end
        a quiet room needs nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from data.audit import AuditKind
from devices.alarm_sound import AlarmSound
from devices.sound_process import SoundReport
from monitor.commands import Command, QuietRoom
from monitor.rights import Right
from monitor.sound_check import CheckKind
from monitor.sounding import Sounding
from monitor.station import awake_clock
from ui.doors import QuietRoomDoor, SoundTrial
from ui.gate import Gate
from ui.quiet_room import NoQuietRoom, QuietRoomOfSeat, QuietWays
from ui.requests import Refusal
from ui.sound_check import SoundChecks, Sounds
from ui.words import say


@dataclass(frozen=True, slots=True)
class SoundWays:
    """What it needs of the program; none of it may block."""

    tell: Callable[[Command], None]
    """To every session that is open."""
    failed: Callable[[str], None]
    well: Callable[[], None]
    said: Callable[[SoundReport], None]
    """What the sound process says, on a thread of its own."""


class SeatSound:
    """`place` is where the checks are kept; None = this seat makes no sound."""

    def __init__(self, gate: Gate, ways: SoundWays, place: Path | None) -> None:
        self._gate, self._ways = gate, ways
        self._asked: tuple[Sounding, ...] = ()
        self._sound: AlarmSound | None = None
        self._checks: SoundChecks | None = None
        self._quiet: QuietRoomOfSeat | None = None
        if place is not None:
            self._sound = sound = AlarmSound(ways.failed, ways.well, self._hear)
            sounds = Sounds(sound.try_burst, ways.tell, lambda: self._asked)
            self._checks = SoundChecks(place, sounds)
            self._quiet = QuietRoomOfSeat(self._quiet_ways(sound), awake_clock)

    def _quiet_ways(self, sound: AlarmSound) -> QuietWays:
        return QuietWays(
            ask_outputs=sound.ask_outputs,
            try_desk=sound.try_desk,
            desk=lambda output, quiet: sound.desk(output or None, quiet=quiet),
            tell=self._tell_quiet,
            alarm=lambda: bool(self._asked),
            want=lambda by: self._want(by, "quiet-room"),
        )

    def _want(self, by: str, about: str) -> None:
        self._gate.want(Right.TREAT, by, about)

    def _tell_quiet(self, command: QuietRoom) -> None:
        self._gate.trail.note(AuditKind.SETTING, command.by, what="quiet-room", new=command.on)
        self._ways.tell(command)

    # ---- as long as the program runs

    def start(self) -> None:
        if self._sound:
            self._sound.start()

    def rest(self) -> None:
        """Nothing is asked of it any more."""
        if self._sound:
            self._sound.rest()

    def close(self) -> None:
        if self._sound:
            self._sound.close()

    # ---- asked by the station

    def ask(self, asked: tuple[Sounding, ...]) -> None:
        self._asked = asked
        if self._sound:
            self._sound.sound(asked)

    def beat(self) -> None:
        if self._quiet:
            self._quiet.tick()
        if self._sound:
            self._sound.beat()

    def _hear(self, report: SoundReport) -> None:
        if self._checks:
            self._checks.hear(report)
        if self._quiet:
            self._quiet.hear(report)
        self._ways.said(report)

    def standing(self, by: str) -> Iterator[Command]:
        """What a session must know from its beginning: that its room does not hear it."""
        if self._checks is not None:
            yield from self._checks.standing(by)
        if self._quiet is not None:
            yield from self._quiet.standing()

    # ---- asked by the window

    def due(self, session_since_utc_s: float | None) -> CheckKind | None:
        return None if self._checks is None else self._checks.due(session_since_utc_s)

    def begin(self, kind: CheckKind, by: str) -> SoundTrial:
        """Raises `Refusal`."""
        if self._checks is None:
            raise Refusal(say("sound-check-off"))
        self._want(by, "sound-check")
        return self._checks.begin(kind, by)

    def note(self) -> str:
        return "" if self._sound else say("sound-note-off")

    def quiet_room(self) -> QuietRoomDoor:
        return NoQuietRoom(say("quiet-no-sound")) if self._quiet is None else self._quiet
