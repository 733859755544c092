"""When somebody has to listen whether alarms are heard, and to which bursts. Pure.

Rule 1: a full check once a shift and seat, a short one a session. A full check counts as a short.
Rule 2: only a check that was heard counts. One that was not heard is due again at once.
Rule 3: a check that lies in the future (the clock of the day was set back) does not count.
Rule 4: the first burst that is not heard ends the check.

Moments are seconds of UTC, because a shift outlives the program. None = never.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from monitor.outcomes import Priority

SHIFT_S = 12 * 3600.0


class CheckKind(enum.StrEnum):
    FULL = "full"
    SHORT = "short"


STEPS: dict[CheckKind, tuple[Priority, ...]] = {
    CheckKind.FULL: (Priority.HIGH, Priority.MEDIUM, Priority.LOW),
    CheckKind.SHORT: (Priority.MEDIUM,),
}
"""The bursts that are played, in this order."""


@dataclass(frozen=True, slots=True)
class SeatChecks:
    """What is known of one seat."""

    full_at_utc_s: float | None = None
    """When a full check was heard last."""
    any_at_utc_s: float | None = None
    """When a check of either kind was heard last."""
    not_heard: bool = False
    """The last check ended with a burst that nobody heard."""

    def after(self, kind: CheckKind, now_utc_s: float, *, heard: bool) -> SeatChecks:
        """What is known after a check."""
        if not heard:
            return replace(self, not_heard=True)
        full_at = now_utc_s if kind is CheckKind.FULL else self.full_at_utc_s
        return SeatChecks(full_at, now_utc_s, not_heard=False)


def due(
    checks: SeatChecks, now_utc_s: float, session_since_utc_s: float | None
) -> CheckKind | None:
    """Which check is due; None = none.

    `session_since_utc_s` is when the session began, or its preparation; None = there is none.
    """
    if not _within(checks.full_at_utc_s, now_utc_s - SHIFT_S, now_utc_s):
        return CheckKind.FULL
    if checks.not_heard:
        return CheckKind.SHORT
    if session_since_utc_s is None:
        return None
    heard = _within(checks.any_at_utc_s, session_since_utc_s, now_utc_s)
    return None if heard else CheckKind.SHORT


def _within(moment: float | None, first: float, last: float) -> bool:
    return moment is not None and first <= moment <= last


class CheckRun:
    """One check under way."""

    def __init__(self, kind: CheckKind) -> None:
        self.kind = kind
        self._left = list(STEPS[kind])
        self._heard: bool | None = None

    @property
    def step(self) -> Priority | None:
        """The burst that is played and asked about now; None = the check is over."""
        return None if self._heard is not None else self._left[0]

    @property
    def heard(self) -> bool | None:
        """How it ended; None = it is under way."""
        return self._heard

    def answer(self, *, heard: bool) -> None:
        """Whether the burst of this step was heard; an answer after the end changes nothing."""
        if self._heard is not None:
            return
        self._left.pop(0)
        if not heard or not self._left:
            self._heard = heard
