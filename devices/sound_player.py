"""Turns "this is to sound" into an endless run of samples: bursts, rests, soft starts.

Rule 1: pure: frames are asked for, samples come out; no device, no clock, no thread.
Rule 2: a change takes effect with the next sample; what sounded is faded in 5 ms, not clicked off.
Rule 3: the first sample of every burst is told, with its moment.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from devices.sounds import PROGRAM_STOPPED, RATE_HZ, Sound, burst, rest_s, soft_gain
from monitor.events import Priority

FADE_FRAMES = RATE_HZ // 200


@dataclass(frozen=True, slots=True)
class BurstBegan:
    """The first frame that is not silence was handed over `at` this moment."""

    sound: Sound
    at: float


class SoundPlayer:
    """`render` belongs to the thread of the device; `want` may be called from one other."""

    def __init__(self, report: Callable[[BurstBegan], None]) -> None:
        self._report = report
        self._wanted: Sound | None = None
        self._playing: Sound | None = None
        self._place = 0
        self._frames_since_start = 0
        self._starts_loud = False
        self._gain = 1.0

    def want(self, sound: Sound | None) -> None:
        """What is to sound from now on; None = silence."""
        # One reference, replaced whole: the other thread sees the old one or the new one.
        self._wanted = sound

    def render(self, frames: int, at: float) -> array[int]:
        """The next `frames` samples; `at` is the moment of the first."""
        out = array("h")
        if self._playing != self._wanted:
            out.extend(self._fade(frames))
            self._begin(self._wanted)
        while len(out) < frames:
            out.extend(self._next(frames - len(out), at + len(out) / RATE_HZ))
        return out

    def _begin(self, sound: Sound | None) -> None:
        """A medium that follows a high was heard already: it does not start soft again."""
        before = self._playing
        self._starts_loud = before is not None and before.priority is Priority.HIGH
        self._playing = sound
        self._place = 0
        self._frames_since_start = 0

    def _next(self, at_most: int, at: float) -> array[int]:
        if self._playing is None:
            return _silence(at_most)
        samples = _samples_of(self._playing)
        if self._place == 0:
            self._begin_burst(self._playing, at)
        cycle = len(samples) + round(rest_s(self._playing.priority) * RATE_HZ)
        end = len(samples) if self._place < len(samples) else cycle
        count = min(at_most, end - self._place)
        piece = samples[self._place : self._place + count] or _silence(count)
        self._place = (self._place + count) % cycle
        self._frames_since_start += count
        return _scaled(piece, self._gain)

    def _begin_burst(self, sound: Sound, at: float) -> None:
        sounding_for_s = self._frames_since_start / RATE_HZ
        self._gain = 1.0 if self._starts_loud else soft_gain(sound.priority, sounding_for_s)
        # The ramp begins at nought: it is the second frame that is not silence.
        self._report(BurstBegan(sound, at + 1 / RATE_HZ))

    def _fade(self, at_most: int) -> array[int]:
        if self._playing is None:
            return array("h")
        samples = _samples_of(self._playing)
        rest = samples[self._place : self._place + min(at_most, FADE_FRAMES)]
        return array(
            "h", (round(value * self._gain * (1 - n / len(rest))) for n, value in enumerate(rest))
        )


def prepare() -> None:
    """Calculate the usual bursts now, so that the first one does not keep the device waiting."""
    for sound in (*map(Sound, Priority), PROGRAM_STOPPED):
        _samples_of(sound)


@cache
def _samples_of(sound: Sound) -> array[int]:
    return burst(sound)


def _silence(frames: int) -> array[int]:
    return array("h", bytes(2 * frames))


def _scaled(samples: array[int], gain: float) -> array[int]:
    if gain == 1.0:
        return samples
    return array("h", (round(value * gain) for value in samples))
