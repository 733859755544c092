"""What the sound process has to sound: the alarms it is asked for, or the end of the program.

Rule 1: pure: messages and moments in, a `Wish` out; every transition is in the table.
Rule 2: heartbeats are expected from the first one on, until `rest` is said. A program that falls
        silent while it is expected to beat is announced by a sound of its own.
Rule 3: a program that goes without `quit` was killed. If it was watching or sounding, that is
        announced for a bounded time; nobody would be left to stop it.

Messages are lines of JSON, written by `alarm_sound.py`:

    {"do": "sound", "asked": [[2, "high", "cardiovascular"]]}
                                            what the chairs ask for: chair, priority, melody
    {"do": "try", "number": 1, "priority": "low"}
                                            play one burst once: a sound check
    {"do": "sound", "asked": [[2, "high", "general", true]]}
                                            the same, in a quiet room too
    {"do": "desk", "output": "Headset", "quiet": true}
                                            open a second output (null: close it); quiet: the room
                                            hears only what is heard everywhere
    {"do": "try", "number": 1, "priority": "medium", "desk": true}
                                            the burst of a check, at the desk
    {"do": "outputs"}                       say which outputs there are
    {"do": "beat"}                          the program watches
    {"do": "rest"}                          the program does not watch now, expect no beats
    {"do": "quit"}                          the program ends, as it should
"""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass

from devices.sound_player import NOBODY, Trial, Wish
from devices.sounds import PROGRAM_STOPPED, Sound
from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

STARVED_AFTER_S = 2.0
STEP_AT_MOST_S = 0.5
"""A longer step means that we slept ourselves (a laptop's lid): no beat was missed meanwhile."""
ORPHAN_SOUNDS_FOR_S = 120.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Sound this; nothing = silence."""

    asked: tuple[Sounding, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A second output (None = none); `quiet` = the alarms are heard there and not in the room."""

    output: str | None
    quiet: bool


@dataclass(frozen=True, slots=True)
class DeskTrial:
    """A burst of a check at the second output."""

    trial: Trial


class Enquiry(enum.Enum):
    OUTPUTS = enum.auto()


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

_SIMPLE: dict[str, Stimulus | Enquiry] = {
    "beat": Stimulus.BEAT,
    "rest": Stimulus.REST,
    "quit": Stimulus.QUIT,
    "outputs": Enquiry.OUTPUTS,
}
_PRIORITIES = {priority.word: priority for priority in Priority}
_ALARM_MELODIES = {melody.value: melody for melody in (Melody.GENERAL, Melody.CARDIOVASCULAR)}
_STOPPED = Wish((Sounding(NOBODY, PROGRAM_STOPPED.priority, PROGRAM_STOPPED.melody),))


Message = Stimulus | Ask | Trial | Desk | DeskTrial | Enquiry


def understand(line: bytes) -> Message | None:
    """What a line says; None = nothing that we know."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    match message.get("do"):
        case "sound":
            return _ask(message.get("asked"))
        case "try":
            trial = _trial(message.get("number"), message.get("priority"))
            return DeskTrial(trial) if trial and message.get("desk") is True else trial
        case "desk":
            output = message.get("output")
            named = output if isinstance(output, str) else None
            return Desk(named, named is not None and message.get("quiet") is True)
        case str(what):
            return _SIMPLE.get(what)
    return None


def _ask(asked: object) -> Ask | None:
    if not isinstance(asked, list):
        return None
    wishes = [_sounding(item) for item in asked]
    known = tuple(wish for wish in wishes if wish is not None)
    return Ask(known) if len(known) == len(wishes) else None


def _sounding(item: object) -> Sounding | None:
    match item:
        case [int(chair), str(word), str(melody), *more] if more in ([], [False], [True]):
            if word in _PRIORITIES and melody in _ALARM_MELODIES:
                return Sounding(chair, _PRIORITIES[word], _ALARM_MELODIES[melody], more == [True])
    return None


def _trial(number: object, word: object) -> Trial | None:
    if isinstance(number, int) and isinstance(word, str) and word in _PRIORITIES:
        return Trial(number, Sound(_PRIORITIES[word]))
    return None


class SoundDuty:
    def __init__(self, now: float, orphan_sounds_for_s: float = ORPHAN_SOUNDS_FOR_S) -> None:
        self._orphan_sounds_for_s = orphan_sounds_for_s
        self._duty = Duty.RESTING
        self._asked: tuple[Sounding, ...] = ()
        self._trial: Trial | None = None
        self._desk = Desk(None, quiet=False)
        self._desk_trial: Trial | None = None
        self._stepped_at = now
        self._unfed_s = 0.0
        """Time in this duty, or since the last beat, that we were awake for."""

    @property
    def duty(self) -> Duty:
        return self._duty

    @property
    def wish(self) -> Wish:
        """What is to be heard now."""
        if self._duty in {Duty.ALONE, Duty.ORPHANED}:
            return _STOPPED
        if self._duty is Duty.OVER:
            return Wish()
        return Wish(self._everywhere if self._desk.quiet else self._asked, self._trial)

    @property
    def output(self) -> str | None:
        """The second output that is to be open; None = none."""
        return self._desk.output

    @property
    def desk_wish(self) -> Wish:
        """What is to be heard there now."""
        if self._duty in {Duty.ALONE, Duty.ORPHANED}:
            return _STOPPED
        if self._duty is Duty.OVER:
            return Wish()
        return Wish(self._asked if self._desk.quiet else self._everywhere, self._desk_trial)

    @property
    def _everywhere(self) -> tuple[Sounding, ...]:
        return tuple(wish for wish in self._asked if wish.everywhere)

    def lose_desk(self) -> None:
        """The second output failed: the room hears everything again."""
        self._desk = Desk(None, quiet=False)

    def take(self, message: Stimulus | Ask | Trial | Desk | DeskTrial) -> None:
        match message:
            case Ask(asked):
                self._asked = asked
            case Desk():
                self._desk = message
            case DeskTrial(trial):
                self._desk_trial = trial
            case Trial():
                self._trial = message
            case Stimulus():
                if message is Stimulus.BEAT:
                    self._unfed_s = 0.0
                self._stir(message)

    def hang_up(self) -> None:
        """The program is gone: its end of the line was closed."""
        self._stir(Stimulus.ABANDONED if self._asked else Stimulus.HUNG_UP)

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
