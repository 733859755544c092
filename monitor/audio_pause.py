"""The audio pause of one chair: at most 120 s; a new alarm of equal or higher rank breaks it."""

from __future__ import annotations

from monitor.clock import whole_ms
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority

LONGEST_S = 120.0


class AudioPause:
    def __init__(self) -> None:
        self._until: float | None = None
        self._paused: Priority | None = None

    def begin(self, now: float, seconds: float, sounding: Priority | None) -> None:
        self._until = whole_ms(now + min(max(seconds, 0.0), LONGEST_S))
        self._paused = sounding

    def end(self) -> None:
        self._until = None

    def left_s(self, now: float) -> float | None:
        """Seconds of silence left; None when sound is on."""
        if self._until is None or self._until <= now:
            return None
        return self._until - now

    def ends_at(self) -> float | None:
        return self._until

    def pass_time(self, now: float) -> None:
        if self._until is not None and self._until <= now:
            self._until = None

    def hear(self, changes: list[AlarmChanged]) -> None:
        """A new condition that is as urgent as what was silenced, or more, is heard."""
        for change in changes:
            new = change.state in {AlarmPhase.SOUNDING, AlarmPhase.ESCALATED, AlarmPhase.REMINDED}
            if new and change.priority >= (self._paused or Priority.LOW):
                self.end()
