"""Which session second it is between two messages of a chair, at whatever speed its time runs.

Rule: no clock of its own. `at` is monotonic seconds of the window, as in `ui/view_state.py`.

A message waits in the inbox for up to one turn of the window before it is seen. The one that
waited least tells the time best, so the furthest of the last few is believed.
"""

from __future__ import annotations

from collections import deque

MARK_EVERY_S = 0.25
MARKS = 10
SPEED_AFTER_S = 0.9
"""Over a shorter time the speed of a chair cannot be told; it is taken for 1."""
AHEAD_AT_MOST_S = 1.0
"""When nothing is heard, time is not guessed any further."""
SETTLES_IN_S = 0.6
FOLLOWS_UP_TO_S = 0.6
"""Further off than this, time did not run unevenly: it was somewhere else."""


class WaveClock:
    def __init__(self) -> None:
        self._marks: deque[tuple[float, float]] = deque(maxlen=MARKS)
        self._last: tuple[float, float] | None = None
        self._told: tuple[float, float] | None = None

    def heard(self, now_s: float, at: float) -> None:
        """A message of session second `now_s` was seen at `at`."""
        if self._last is not None and now_s < self._last[1]:
            return
        self._last = (at, now_s)
        if not self._marks or at - self._marks[-1][0] >= MARK_EVERY_S:
            self._marks.append(self._last)

    @property
    def speed(self) -> float:
        """Session seconds for each second of the window."""
        if self._last is None or self._last[0] - self._marks[0][0] < SPEED_AFTER_S:
            return 1.0
        (begun_at, begun_s), (at, now_s) = self._marks[0], self._last
        return (now_s - begun_s) / (at - begun_at)

    def now_s(self, at: float) -> float:
        """The session second at `at`; it runs evenly and never back. 0 before anything was heard.

        A line that follows it moves a little in every turn, however unevenly messages come.
        """
        guess = self._guess(at)
        if self._told is None or abs(guess - self._told[1]) > FOLLOWS_UP_TO_S * self.speed:
            self._told = (at, guess)
            return guess
        told_at, told_s = self._told
        passed = max(0.0, at - told_at)
        even = told_s + self.speed * passed
        even += (guess - even) * min(1.0, passed / SETTLES_IN_S)
        self._told = (at, max(told_s, even))
        return self._told[1]

    def _guess(self, at: float) -> float:
        if self._last is None:
            return 0.0
        speed = self.speed
        at = min(at, self._last[0] + AHEAD_AT_MOST_S)
        guesses = [now_s + speed * (at - mark) for mark, now_s in self._marks]
        return max(*guesses, self._last[1])
