"""Turns "this is to sound" into an endless run of samples: bursts, rests, turns, soft starts.

Rule 1: pure: frames are asked for, samples come out; no device, no clock, no thread.
Rule 2: what is more urgent, or withdrawn, takes effect with the next sample; what sounded is faded
        in 5 ms, not clicked off. A chair that joins others of its priority lets the burst end.
Rule 3: as soon as more than one chair asks, each burst is followed by its chair's number.
Rule 4: a medium grows with the time its chair has asked for it, heard or not; a high never does.
Rule 5: a burst of a sound check is played once, at full loudness, and only while no chair asks.
Rule 6: the first sample of every burst is told, with its moment.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from devices.sounds import (
    MELODIES,
    MOST_TICKS,
    RATE_HZ,
    SOFT_START_S,
    Sound,
    burst,
    rest_s,
    shortest_rest_s,
    soft_gain,
    ticks,
)
from monitor.outcomes import Priority
from monitor.sounding import Sounding, next_turn, turns

FADE_FRAMES = RATE_HZ // 200
NOBODY = 0
"""The chair of a sound check, and of what the program says for itself."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One burst of a sound check; each has a `number` of its own."""

    number: int
    sound: Sound


@dataclass(frozen=True, slots=True)
class Wish:
    """All that is to sound."""

    asked: tuple[Sounding, ...] = ()
    trial: Trial | None = None


@dataclass(frozen=True, slots=True)
class BurstBegan:
    """The first frame that is not silence was handed over `at` this moment."""

    sound: Sound
    chair: int
    at: float


@dataclass(slots=True)
class _Track:
    """A burst under way; `place` counts its frames, then those of its ticks and its rest."""

    chair: int
    sound: Sound
    gain: float
    once: bool
    tail: array[int]
    place: int = 0

    @property
    def samples(self) -> array[int]:
        return _samples_of(self.sound)

    def rest_ends(self, rest_s: float) -> int:
        return len(self.samples) + round(rest_s * RATE_HZ)

    def ahead(self, at_most: int) -> array[int]:
        """The next samples, not across the end of the burst or of its ticks; empty = a rest."""
        after = self.place - len(self.samples)
        if after < 0:
            return _scaled(self.samples[self.place : self.place + at_most], self.gain)
        return _scaled(self.tail[after : after + at_most], self.gain)

    def take(self, count: int) -> array[int]:
        """The same, as samples that are played now."""
        piece = self.ahead(count) or _silence(count)
        self.place += count
        return piece


class SoundPlayer:
    """`render` belongs to the thread of the device; `want` may be called from one other."""

    def __init__(self, report: Callable[[BurstBegan], None]) -> None:
        self._report = report
        self._wanted = Wish()
        self._wish = self._wanted
        self._track: _Track | None = None
        self._trials_seen = 0
        self._heard: list[int] = []
        self._frames = 0
        self._loud_from: dict[int, int] = {}
        """Chair -> the frame from which its medium is as loud as it gets; none for a low."""

    def want(self, wish: Wish) -> None:
        """What is to sound from now on."""
        # One reference, replaced whole: the other thread sees the old one or the new one.
        self._wanted = wish

    def render(self, frames: int, at: float) -> array[int]:
        """The next `frames` samples; `at` is the moment of the first."""
        out = array("h")
        wish = self._wanted
        if wish != self._wish:
            self._note_chairs(wish)
            self._wish = wish
            if self._track is not None and not self._stays(self._track):
                out.extend(_faded(self._track, frames))
                self._track = None
                self._frames += len(out)
        while len(out) < frames:
            piece = self._next(frames - len(out), at + len(out) / RATE_HZ)
            out.extend(piece)
            self._frames += len(piece)
        return out

    def _note_chairs(self, wish: Wish) -> None:
        """Since when each medium grows, and who was heard: a new or worse alarm was not."""
        before = {one.chair: one.priority for one in self._wish.asked}
        asked = {one.chair: one.priority for one in wish.asked}
        self._heard = [chair for chair in self._heard if asked.get(chair) is before[chair]]
        grown_at = self._frames + round(SOFT_START_S * RATE_HZ)
        # A medium that was a high was heard already: it does not start soft.
        self._loud_from = {
            chair: self._frames
            if priority is Priority.HIGH
            else self._loud_from.get(chair, grown_at)
            for chair, priority in asked.items()
            if priority is not Priority.LOW
        }
        if wish.asked and wish.trial is not None:
            self._trials_seen = wish.trial.number  # it is not played later, out of the blue

    def _stays(self, track: _Track) -> bool:
        """Whether a burst, or its rest, goes on under the new wish."""
        if track.once:
            return not self._wish.asked
        return any(
            (wish.chair, wish.priority) == (track.chair, track.sound.priority)
            for wish in turns(self._wish.asked)
        )

    def _next(self, at_most: int, at: float) -> array[int]:
        """Some samples, up to the next moment at which something may change."""
        if self._track is None or self._is_over(self._track):
            self._track = self._begin(at)
        track = self._track
        if track is None:
            return _silence(at_most)
        if track.place == len(track.samples) and len(self._wish.asked) > 1:
            track.tail = _ticks_of(track.sound.priority, track.chair)
        return track.take(min(at_most, _stretch(track)))

    def _is_over(self, track: _Track) -> bool:
        """Others who were not heard yet wait for less than the whole rest."""
        if track.place < len(track.samples):
            return False
        priority = track.sound.priority
        fresh = any(wish.chair not in self._heard for wish in turns(self._wish.asked))
        rest = shortest_rest_s(priority) if fresh else rest_s(priority)
        return track.once or track.place >= track.rest_ends(rest)

    def _begin(self, at: float) -> _Track | None:
        wish = next_turn(turns(self._wish.asked), self._heard)
        trial = self._wish.trial
        if wish is not None:
            self._heard = [*(chair for chair in self._heard if chair != wish.chair), wish.chair]
            return self._burst(wish.chair, Sound.of(wish), at, gain=self._gain(wish))
        if trial is not None and trial.number > self._trials_seen:
            self._trials_seen = trial.number
            return self._burst(NOBODY, trial.sound, at, once=True)
        return None

    def _burst(
        self, chair: int, sound: Sound, at: float, *, gain: float = 1.0, once: bool = False
    ) -> _Track:
        # The ramp begins at nought: it is the second frame that is not silence.
        self._report(BurstBegan(sound, chair, at + 1 / RATE_HZ))
        return _Track(chair, sound, gain, once, array("h"))

    def _gain(self, wish: Sounding) -> float:
        left_s = (self._loud_from.get(wish.chair, self._frames) - self._frames) / RATE_HZ
        return soft_gain(wish.priority, SOFT_START_S - max(0.0, left_s))


def prepare() -> None:
    """Calculate everything now, so that nothing keeps the device waiting."""
    for sound in MELODIES:
        _samples_of(sound)
    for priority in Priority:
        for chair in range(1, MOST_TICKS + 1):
            _ticks_of(priority, chair)


@cache
def _samples_of(sound: Sound) -> array[int]:
    return burst(sound)


@cache
def _ticks_of(priority: Priority, chair: int) -> array[int]:
    return ticks(priority, chair)


def _stretch(track: _Track) -> int:
    """Frames until the burst, its ticks, its shortest rest or its rest ends."""
    length, priority = len(track.samples), track.sound.priority
    ends = (
        length,
        length + len(track.tail),
        track.rest_ends(shortest_rest_s(priority)),
        track.rest_ends(rest_s(priority)),
    )
    return min(end for end in ends if end > track.place) - track.place


def _faded(track: _Track, at_most: int) -> array[int]:
    """What is left of the pulse or tick, taken down to nothing."""
    rest = track.ahead(min(at_most, FADE_FRAMES))
    return array("h", (round(value * (1 - n / len(rest))) for n, value in enumerate(rest)))


def _silence(frames: int) -> array[int]:
    return array("h", bytes(2 * frames))


def _scaled(samples: array[int], gain: float) -> array[int]:
    if gain == 1.0:
        return samples
    return array("h", (round(value * gain) for value in samples))
