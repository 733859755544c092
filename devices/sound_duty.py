"""What the sound process has to sound: the alarms it is asked for, or the end of the program.

Rule 1: pure: messages and moments in, a `Sound` or None out; every transition is in the table.
Rule 2: heartbeats are expected from the first one on, until `rest` is said. A program that falls
        silent while it is expected to beat is announced by a sound of its own.
Rule 3: a program that goes without `quit` was killed. If it was watching or sounding, that is
        announced for a bounded time; nobody would be left to stop it.

Messages are lines of JSON, written by `alarm_sound.py`:

    {"do": "sound", "priority": "high"}     high, medium, low or null
    {"do": "beat"}                          the program watches
    {"do": "rest"}                          the program does not watch now, expect no beats
    {"do": "quit"}                          the program ends, as it should
"""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass

from devices.sounds import PROGRAM_STOPPED, Sound
from monitor.events import Priority

STARVED_AFTER_S = 2.0
STEP_AT_MOST_S = 0.5
"""A longer step means that we slept ourselves (a laptop's lid): no beat was missed meanwhile."""
ORPHAN_SOUNDS_FOR_S = 120.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Sound this; None = silence."""

    priority: Priority | None


class Stimulus(enum.Enum):
    BEAT = enum.auto()
    REST = enum.auto()
    QUIT = enum.auto()
    STARVED = enum.auto()
    HUNG_UP = enum.auto()
    """The line to the program is gone, and no alarm sounded."""
    ABANDONED = enum.auto()
    """The line to the program is gone, and an alarm was sounding."""
    WORN_OUT = enum.auto()


class Duty(enum.Enum):
    RESTING = enum.auto()
    WATCHED = enum.auto()
    ALONE = enum.auto()
    """The program lives but does not beat: it hangs."""
    ORPHANED = enum.auto()
    OVER = enum.auto()


_D, _S = Duty, Stimulus

TRANSITIONS: dict[Duty, dict[Stimulus, Duty]] = {
    _D.RESTING: {
        _S.BEAT: _D.WATCHED,
        _S.QUIT: _D.OVER,
        _S.HUNG_UP: _D.OVER,
        _S.ABANDONED: _D.ORPHANED,
    },
    _D.WATCHED: {
        _S.REST: _D.RESTING,
        _S.STARVED: _D.ALONE,
        _S.QUIT: _D.OVER,
        _S.HUNG_UP: _D.ORPHANED,
        _S.ABANDONED: _D.ORPHANED,
    },
    _D.ALONE: {
        _S.BEAT: _D.WATCHED,
        _S.REST: _D.RESTING,
        _S.QUIT: _D.OVER,
        _S.HUNG_UP: _D.ORPHANED,
        _S.ABANDONED: _D.ORPHANED,
    },
    _D.ORPHANED: {_S.WORN_OUT: _D.OVER},
    _D.OVER: {},
}
"""What is not listed changes nothing."""

_SIMPLE = {"beat": Stimulus.BEAT, "rest": Stimulus.REST, "quit": Stimulus.QUIT}
_PRIORITIES = {priority.word: priority for priority in Priority}


def understand(line: bytes) -> Stimulus | Ask | None:
    """What a line says; None = nothing that we know."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict):
        return None
    what, word = message.get("do"), message.get("priority")
    if what == "sound" and word is None:
        return Ask(None)
    if what == "sound" and isinstance(word, str) and word in _PRIORITIES:
        return Ask(_PRIORITIES[word])
    return _SIMPLE.get(what) if isinstance(what, str) else None


class SoundDuty:
    def __init__(self, now: float, orphan_sounds_for_s: float = ORPHAN_SOUNDS_FOR_S) -> None:
        self._orphan_sounds_for_s = orphan_sounds_for_s
        self._duty = Duty.RESTING
        self._asked: Sound | None = None
        self._stepped_at = now
        self._unfed_s = 0.0
        """Time in this duty, or since the last beat, that we were awake for."""

    @property
    def duty(self) -> Duty:
        return self._duty

    @property
    def sound(self) -> Sound | None:
        """What is to be heard now."""
        if self._duty in {Duty.ALONE, Duty.ORPHANED}:
            return PROGRAM_STOPPED
        return None if self._duty is Duty.OVER else self._asked

    def take(self, message: Stimulus | Ask) -> None:
        if isinstance(message, Ask):
            self._asked = None if message.priority is None else Sound(message.priority)
            return
        if message is Stimulus.BEAT:
            self._unfed_s = 0.0
        self._stir(message)

    def hang_up(self) -> None:
        """The program is gone: its end of the line was closed."""
        self._stir(Stimulus.HUNG_UP if self._asked is None else Stimulus.ABANDONED)

    def tick(self, now: float) -> None:
        """To be called at least every `STEP_AT_MOST_S`."""
        self._unfed_s += min(now - self._stepped_at, STEP_AT_MOST_S)
        self._stepped_at = now
        if self._duty is Duty.WATCHED and self._unfed_s >= STARVED_AFTER_S:
            self._stir(Stimulus.STARVED)
        if self._duty is Duty.ORPHANED and self._unfed_s >= self._orphan_sounds_for_s:
            self._stir(Stimulus.WORN_OUT)

    def _stir(self, stimulus: Stimulus) -> None:
        after = TRANSITIONS[self._duty].get(stimulus, self._duty)
        if after is not self._duty:
            self._duty = after
            self._unfed_s = 0.0
