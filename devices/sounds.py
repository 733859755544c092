"""The alarm bursts, as samples: when each pulse begins, how high it is, how it rises and falls.

Rule 1: pure calculation; the standard library only, because the sound process must start fast.
Rule 2: every pulse of a burst is equally loud, and high >= medium >= low at every moment.
Rule 3: no claim of conformity is made.

    high    x x X x  gap  x x X x    ten pulses of 150 ms, x = 100 ms, X = 2x + one pulse
    medium  y y                      three pulses of 200 ms, y = 200 ms
    low     y                        two pulses of 200 ms

Lengths are counted between the half-way points of the ramps, so that a pulse with its rise and
fall, and a pause without them, stay within the usual bounds however they are measured. Bounds and
melodies are those published for the alarms of bedside monitors in 2006 (general, cardiovascular
and equipment); a low has the same two tones in every melody.

A chair's number is told by as many short ticks after its burst, in groups of four:

    burst  0.5 s  | | | |   |        chair 5

They are pure tones, shorter, higher and softer than any pulse, and lie in the silence that
follows a burst anyway. Chairs above eight have no ticks: nobody would count them.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

RATE_HZ = 44_100
FULL = 32_767
PEAK = 0.9
"""The loudest sample of a high burst, of full scale."""

HARMONICS_DB = (0.0, -3.0, -6.0, -9.0, -12.0)
RAMP_OF_PULSE = 0.1875
"""Length of the straight ramp, of the pulse: 10 % to 90 % takes 15 % of the pulse."""

_HARMONIC_GAINS = tuple(math.pow(10.0, level_db / 20.0) for level_db in HARMONICS_DB)

_C4, _E4, _G4, _C5 = 261.63, 329.63, 392.00, 523.25


@dataclass(frozen=True, slots=True)
class Sound:
    """Something that can be sounded."""

    priority: Priority
    melody: Melody = Melody.GENERAL

    @classmethod
    def of(cls, wish: Sounding) -> Sound:
        """A low sounds alike whatever it is about."""
        low = wish.priority is Priority.LOW
        return cls(wish.priority, Melody.GENERAL if low else wish.melody)

    @property
    def name(self) -> str:
        return f"{self.priority.word}-{self.melody.value}"


PROGRAM_STOPPED = Sound(Priority.HIGH, Melody.PROGRAM_STOPPED)


@dataclass(frozen=True, slots=True)
class Shape:
    """One column of the burst table. `pauses_s` lie between the pulses."""

    pulse_s: float
    pauses_s: tuple[float, ...]
    rest_s: float
    """Silence between two bursts."""
    shortest_rest_s: float
    """Silence before the burst of a chair that was not heard yet."""
    level_db: float


_HIGH_GROUP_S = (0.1, 0.1, 2 * 0.1 + 0.15, 0.1)

SHAPES: dict[Priority, Shape] = {
    Priority.HIGH: Shape(0.15, (*_HIGH_GROUP_S, 0.7, *_HIGH_GROUP_S), 4.0, 2.5, 0.0),
    Priority.MEDIUM: Shape(0.2, (0.2, 0.2), 8.0, 2.5, -3.0),
    Priority.LOW: Shape(0.2, (0.2,), 20.0, 15.5, -12.0),
}

MELODIES: dict[Sound, tuple[float, ...]] = {
    Sound(Priority.HIGH): (_C4, _C4, _C4, _C4, _C4) * 2,
    Sound(Priority.MEDIUM): (_C4, _C4, _C4),
    Sound(Priority.LOW): (_E4, _C4),
    Sound(Priority.HIGH, Melody.CARDIOVASCULAR): (_C4, _E4, _G4, _G4, _C5) * 2,
    Sound(Priority.MEDIUM, Melody.CARDIOVASCULAR): (_C4, _E4, _G4),
    PROGRAM_STOPPED: (_C5, _C4, _C4, _C5, _C4) * 2,
}

MOST_TICKS = 8
TICK_HZ = 1_000.0
TICK_S = 0.03
TICKS_AFTER_S = 0.5
TICK_EVERY_S = 0.2
TICKS_IN_A_GROUP = 4
GROUP_PAUSE_S = 0.3
"""More than between two ticks of a group."""
TICK_DB = -6.0
"""Below the burst that the ticks follow."""

SOFT_START_DB = -9.0
"""A medium begins this far below its level, where a low is, and is never softer than that."""
SOFT_START_S = 30.0


def burst(sound: Sound | Priority) -> array[int]:
    """One burst, 16-bit mono at `RATE_HZ`, from its first pulse to the end of its last."""
    wanted = Sound(sound) if isinstance(sound, Priority) else sound
    shape = SHAPES[wanted.priority]
    ramp_s = RAMP_OF_PULSE * shape.pulse_s
    samples = array("h")
    for index, tone_hz in enumerate(MELODIES[wanted]):
        if index:
            # The ramps reach half their length into the pause.
            silence_s = shape.pauses_s[index - 1] - ramp_s
            samples.extend(silence(silence_s))
        samples.extend(_pulse(tone_hz, shape.pulse_s, _gain(shape.level_db)))
    return samples


def ticks(priority: Priority, chair: int) -> array[int]:
    """What follows a burst to tell its chair; empty for a chair that has no number to count."""
    samples = array("h")
    if not 1 <= chair <= MOST_TICKS:
        return samples
    pause_s = TICKS_AFTER_S
    for number in range(chair):
        samples.extend(silence(pause_s))
        samples.extend(_tick(_gain(SHAPES[priority].level_db + TICK_DB)))
        ends_group = number % TICKS_IN_A_GROUP == TICKS_IN_A_GROUP - 1
        pause_s = TICK_EVERY_S - TICK_S + (GROUP_PAUSE_S if ends_group else 0.0)
    return samples


def silence(seconds: float) -> array[int]:
    return array("h", bytes(2 * round(seconds * RATE_HZ)))


def rest_s(priority: Priority) -> float:
    """The silence between two bursts."""
    return SHAPES[priority].rest_s


def shortest_rest_s(priority: Priority) -> float:
    """The silence before the first burst of another chair."""
    return SHAPES[priority].shortest_rest_s


def soft_gain(priority: Priority, sounding_for_s: float) -> float:
    """How loud a burst is that begins when its alarm has sounded for so long; 1.0 = full."""
    if priority is not Priority.MEDIUM:
        return 1.0
    return _gain(SOFT_START_DB * max(0.0, 1.0 - sounding_for_s / SOFT_START_S))


def write_wave_files(out: Path) -> list[Path]:
    """One 16-bit mono WAV file per burst, named by priority and melody."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for sound in MELODIES:
        path = out / f"{sound.name}.wav"
        samples = burst(sound)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples.tobytes())
        paths.append(path)
    return paths


@cache
def _pulse(tone_hz: float, pulse_s: float, gain: float) -> array[int]:
    ramp = round(RAMP_OF_PULSE * pulse_s * RATE_HZ)
    length = round(pulse_s * RATE_HZ) + ramp
    shape = [_tone(tone_hz, n / RATE_HZ) for n in range(length)]
    scale = gain * PEAK * FULL / max(abs(value) for value in shape)
    return array(
        "h",
        (
            round(value * scale * min(1.0, n / ramp, (length - 1 - n) / ramp))
            for n, value in enumerate(shape)
        ),
    )


@cache
def _tick(gain: float) -> array[int]:
    length = round(TICK_S * RATE_HZ)
    scale = gain * PEAK * FULL
    return array(
        "h",
        (
            round(scale * math.sin(math.pi * n / length) * math.sin(_turns(TICK_HZ, n / RATE_HZ)))
            for n in range(length)
        ),
    )


def _turns(tone_hz: float, t_s: float) -> float:
    return 2.0 * math.pi * tone_hz * t_s


def _tone(tone_hz: float, t_s: float) -> float:
    turn = _turns(tone_hz, t_s)
    return math.fsum(
        gain * math.sin(number * turn) for number, gain in enumerate(_HARMONIC_GAINS, start=1)
    )


def _gain(level_db: float) -> float:
    return math.pow(10.0, level_db / 20.0)
