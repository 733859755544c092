"""Our side of the talk with an IntelliVue: associate, confirm, ask for data, keep it alive.

Rule 1: `TRANSITIONS` is the whole of it. What stands in no row changes nothing.
Rule 2: a monitor that sends data without having been asked by us still serves the association of
        before, ours: it is gone on with. Asking for a new one meanwhile might make it drop both.
Rule 3: frames go out one at a time, `SPACING_S` apart: the monitor takes four in 128 ms.
Rule 4: it must hear something of us every 10 s, or it drops the association. Once a minute that
        is a question for its clock: somebody may have set it, and the cuff's stamps with it.
"""

from __future__ import annotations

import enum
from collections import deque

from devices.drivers.philips_intellivue.wire import (
    ASSOCIATE,
    KEEP_ALIVE,
    LIFETIME_S,
    POLL_NUMERICS,
    POLL_SYSTEM,
    STREAM_ALARMS,
    STREAM_NUMERICS,
    STREAM_WAVES,
)

ASSOCIATE_EVERY_S = 2.0
SILENCE_S = 5.0
KEEP_ALIVE_S = 4.0
CLOCK_EVERY_S = 60.0
SPACING_S = 0.1
RENEW_S = LIFETIME_S - 60.0
POLL_EVERY_S = 1.0
REMEMBERED_S = 8.0
"""So long after the last data the monitor surely still has our association."""
LISTEN_FIRST_S = 1.5

NUMERICS_OPTION, WAVES_OPTION = 0x80000000, 0x08000000


class Phase(enum.Enum):
    SEEKING = enum.auto()
    """No association: it is asked for."""
    GREETED = enum.auto()
    """Accepted; the monitor will say who it is."""
    SERVED = enum.auto()
    """Data come, or will."""


class Stimulus(enum.Enum):
    ACCEPTED = enum.auto()
    ENDED = enum.auto()
    CREATED = enum.auto()
    DATA = enum.auto()
    SILENCE = enum.auto()


P, S = Phase, Stimulus
TRANSITIONS: dict[Phase, dict[Stimulus, Phase]] = {
    P.SEEKING: {S.ACCEPTED: P.GREETED, S.CREATED: P.SERVED, S.DATA: P.SERVED},
    P.GREETED: {
        S.CREATED: P.SERVED,
        S.DATA: P.SERVED,
        S.ENDED: P.SEEKING,
        S.SILENCE: P.SEEKING,
    },
    P.SERVED: {S.ACCEPTED: P.GREETED, S.ENDED: P.SEEKING, S.SILENCE: P.SEEKING},
}


class Dialogue:
    def __init__(self) -> None:
        self._phase = Phase.SEEKING
        self._extended = True
        self._waves = True
        self._waiting: deque[bytes] = deque()
        self._next_at: float | None = None
        self._heard_at = 0.0
        self._numerics_at = 0.0
        self._asked_at = 0.0
        self._sent_at = 0.0
        self._clock_asked_at = 0.0
        self._renew_at = 0.0

    def opened(self, at: float) -> None:
        """The line is there (again). Where data flowed a moment ago, listen before asking."""
        served = self._phase is Phase.SERVED and at - self._heard_at < REMEMBERED_S
        self._phase = Phase.SEEKING
        self._waiting.clear()
        self._next_at = at + LISTEN_FIRST_S if served else at

    def wake_at(self) -> float | None:
        """When `due` next has something to send; None = the line was never opened."""
        if self._next_at is None or self._phase is Phase.SEEKING:
            return self._next_at
        return max(self._next_at, min(self._silent_at(), self._wants_at()))

    def due(self, now: float) -> bytes:
        wake_at = self.wake_at()
        if wake_at is None or now < wake_at:
            return b""
        if now >= self._silent_at():
            self._step(Stimulus.SILENCE, now)
        if self._phase is Phase.SEEKING:
            self._next_at = now + ASSOCIATE_EVERY_S
            return ASSOCIATE
        if not self._waiting:
            self._ask_again(now)
        self._sent_at = now
        self._next_at = now + SPACING_S
        return self._waiting.popleft()

    def accepted(self, options: int | None, at: float) -> None:
        """`options` None = no polls that go on by themselves."""
        self._extended = options is not None and bool(options & NUMERICS_OPTION)
        self._waves = options is not None and bool(options & WAVES_OPTION)
        self._step(Stimulus.ACCEPTED, at)

    def ended(self, at: float) -> None:
        self._step(Stimulus.ENDED, at)

    def created(self, reply: bytes, at: float) -> None:
        self._step(Stimulus.CREATED, at)
        self._ask_for_data(at)
        self._waiting.appendleft(reply)

    def data(self, at: float, *, numerics: bool) -> None:
        self._heard_at = at
        if numerics:
            self._numerics_at = at
        if self._phase is not Phase.SERVED:
            self._step(Stimulus.DATA, at)
            self._ask_for_data(at)

    def numerics_rejected(self) -> None:
        """The monitor knows no extended polls: it is asked each second."""
        self._extended = False

    def waves_rejected(self) -> None:
        self._waves = False

    def _step(self, stimulus: Stimulus, at: float) -> None:
        after = TRANSITIONS[self._phase].get(stimulus)
        if after is None:
            return
        self._phase = after
        self._waiting.clear()
        self._heard_at = self._numerics_at = at
        self._next_at = at + ASSOCIATE_EVERY_S if stimulus is Stimulus.ENDED else at

    def _ask_for_data(self, at: float) -> None:
        self._asked_at = self._numerics_at = self._clock_asked_at = at
        self._renew_at = at + RENEW_S
        self._waiting.clear()
        self._waiting.append(POLL_SYSTEM)
        self._waiting.append(STREAM_NUMERICS if self._extended else POLL_NUMERICS)
        if self._extended and self._waves:
            self._waiting.append(STREAM_WAVES)
        if self._extended:
            self._waiting.append(STREAM_ALARMS)

    def _ask_again(self, now: float) -> None:
        """Nothing waits to be sent, but it is time for something."""
        if now >= self._renew_at:
            self._ask_for_data(now)
        elif now >= self._numerics_wanted_at():
            self._asked_at = self._numerics_at = now
            self._waiting.append(STREAM_NUMERICS if self._extended else POLL_NUMERICS)
        elif now >= self._clock_asked_at + CLOCK_EVERY_S:
            self._clock_asked_at = now
            self._waiting.append(POLL_SYSTEM)
        else:
            self._waiting.append(KEEP_ALIVE)

    def _numerics_wanted_at(self) -> float:
        if self._extended:
            return self._numerics_at + SILENCE_S
        return self._asked_at + POLL_EVERY_S

    def _wants_at(self) -> float:
        """When something is to be sent, as long as data come."""
        if self._phase is Phase.GREETED:
            return self._silent_at()
        if self._waiting:
            return self._next_at or 0.0
        return min(self._renew_at, self._numerics_wanted_at(), self._sent_at + KEEP_ALIVE_S)

    def _silent_at(self) -> float:
        return self._heard_at + SILENCE_S
