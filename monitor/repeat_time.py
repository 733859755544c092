"""Until when the answer to one repeat is waited for.

Rule 1: an answer at the last moment is in time; that there was none is known just after it.
Rule 2: a measurement that is known to be running at the last moment is waited for until it ends,
        at most `RUNNING_MORE_S` longer, once for each repeat that is asked for.

Rule 2 goes beyond the clinic's rules, which say 120 s flat. Two starts must lie 120 s apart, so a
repeat that the program takes itself nearly always begins at that very edge: without it the alarm
would rise while the cuff that can take it back is at work on the arm. It puts off only what
follows from silence. What sounds at once sounds, and what sounds already goes on.
"""

from __future__ import annotations

from monitor.clock import whole_ms

RUNNING_MORE_S = 60.0


class RepeatTime:
    """`by` is the moment from which silence is an answer; None = nothing is asked."""

    __slots__ = ("_asked_by", "by")

    def __init__(self) -> None:
        self.by: float | None = None
        self._asked_by: float | None = None

    def ask(self, within: float) -> None:
        """A repeat is asked for; an answer at `within` is in time."""
        self.by = self._asked_by = just_after(within)

    def drop(self) -> None:
        self.by = self._asked_by = None

    def wait_for(self, running_until: float | None, now: float) -> None:
        """Until when the measurement that runs now may last; None = none is known to run."""
        asked_by = self._asked_by
        if asked_by is None or now < asked_by:
            return
        if running_until is None:
            self.by = asked_by
        else:
            self.by = just_after(min(running_until, asked_by + RUNNING_MORE_S))

    def over(self, now: float) -> bool:
        return self.by is not None and self.by <= now


def just_after(at: float) -> float:
    """Less than a millisecond later: an answer at the last moment is in time.

    What follows from silence bears the last moment itself, on the grid of whole milliseconds.
    """
    return whole_ms(at) + 0.0004
