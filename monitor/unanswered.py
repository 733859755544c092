"""How long a high alarm of one chair has been sounding without an answer. Pure.

Rule 1: only what is heard counts: an audio pause is an answer, and so is every acknowledgement
        after which no high alarm sounds.
Rule 2: after 60 s it is heard everywhere, and the picture says so. Lesser alarms stay where they
        are: a medium that nobody answers grows louder by itself.
"""

from __future__ import annotations

from monitor.clock import whole_ms
from monitor.outcomes import Priority

UNANSWERED_AFTER_S = 60.0


class Unanswered:
    def __init__(self) -> None:
        self._since: float | None = None

    def hear(self, heard: Priority | None, now: float) -> None:
        """What is audible on this chair from `now` on; None = silence."""
        if heard is not Priority.HIGH:
            self._since = None
        elif self._since is None:
            self._since = now

    def turns_at(self) -> float | None:
        """When it is heard everywhere; None = no high alarm sounds."""
        return None if self._since is None else whole_ms(self._since + UNANSWERED_AFTER_S)

    def lasts_s(self, now: float) -> float | None:
        """How long nobody has answered; None for less than 60 s."""
        turns_at = self.turns_at()
        if self._since is None or turns_at is None or now < turns_at:
            return None
        return now - self._since
