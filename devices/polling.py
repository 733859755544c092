"""Asks a monitor its questions in turn, one at a time.

Rule 1: at most one request is outstanding. The next goes out when it was answered or given up.
Rule 2: a round of all requests begins every `every_s`; lost rounds are not made up for.
Rule 3: an unanswered request is given up after `patience_s` and said once. From then on, and while
        the line is dead, it gets `every_s` at most: so a monitor that comes back is heard at once,
        and a question that it does not know does not starve the others.
Rule 4: `ask_next` and `wait_until` are for a conversation that has something to say besides the
        rounds, or must be quiet for a while. What was asked next is forgotten when the line is
        reopened: a command of a minute ago is not obeyed now.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from devices.errors import ProtocolError


@dataclass(frozen=True, slots=True)
class Asked:
    """A request on its way, and when it was sent."""

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class _Errand:
    """Something to send before the round goes on; `quiet_s` as in `ask_next`.

    `until` is when it is not meant any more; infinity = it always is.
    """

    name: str
    request: bytes
    quiet_s: float | None
    until: float


class Poller:
    """`requests` are the bytes to send, by name, in the order of a round.

    `apart_s` is the least time between two requests, for a monitor that is slow to listen.
    """

    def __init__(
        self,
        requests: Mapping[str, bytes],
        *,
        every_s: float,
        patience_s: float,
        apart_s: float = 0.0,
    ) -> None:
        self._requests = dict(requests)
        self._every_s = every_s
        self._patience_s = patience_s
        self._apart_s = apart_s
        self._sent_at = -math.inf
        self._quiet_until = -math.inf
        self._errand: _Errand | None = None
        self._asked: Asked | None = None
        self._left: deque[str] = deque()
        self._next_at: float | None = None
        self._round_at = 0.0
        self._unanswered: set[str] = set()
        self._dead = False
        self._errors: list[ProtocolError] = []

    def opened(self, at: float) -> None:
        """The line was opened: nothing is outstanding, and a round begins."""
        self._asked = None
        self._errand = None
        self._left.clear()
        self._round_at = at
        self._next_at = at
        self._sent_at = self._quiet_until = -math.inf

    @property
    def awaits(self) -> str | None:
        """The name of the request that is outstanding; None = there is none."""
        return None if self._asked is None else self._asked.name

    def wake_at(self) -> float | None:
        """When `due` next has something to do; None = the line was never opened."""
        return self._next_at

    def due(self, now: float) -> bytes:
        if self._next_at is None or now < self._next_at:
            return b""
        if self._asked is not None:
            self._give_up(self._asked, now)
            if now < self._next_at:
                return b""
        self._sent_at = now
        errand, self._errand = self._errand, None
        if errand is not None and now <= errand.until:
            return self._send(errand, now)
        if not self._left:
            self._left.extend(self._requests)
            late = now - self._round_at >= self._every_s
            self._round_at = (now if late else self._round_at) + self._every_s
        name = self._left.popleft()
        self._await(name, now)
        return self._requests[name]

    def ask_next(
        self,
        name: str,
        request: bytes,
        at: float,
        *,
        quiet_s: float | None = None,
        meant_s: float = math.inf,
    ) -> None:
        """Send this once, before the round goes on, as soon as nothing is outstanding.

        `quiet_s` None = a reply is waited for; else nobody answers, and nothing else is asked for
        so long. After `meant_s` it is forgotten, and not sent late.
        """
        if self._next_at is None:
            return
        self._errand = _Errand(name, request, quiet_s, at + meant_s)
        if self._asked is None:
            self._next_at = self._not_too_soon(at)

    def forget(self, name: str) -> None:
        """What was asked next under this name is not meant any more."""
        if self._errand is not None and self._errand.name == name:
            self._errand = None

    def wait_until(self, at: float) -> None:
        """Forget what is outstanding, and ask nothing before `at`."""
        if self._next_at is not None:
            self._asked = None
            self._quiet_until = at
            self._next_at = self._not_too_soon(at)

    def answered(self, name: str, at: float) -> Asked | None:
        """A reply to `name` came; the request it answers, None = nobody waits for it."""
        asked = self._asked
        if asked is None or asked.name != name:
            return None
        self._unanswered.discard(name)
        self._dead = False
        self._go_on(at)
        return asked

    def misunderstood(self, at: float) -> None:
        """Something came back that is no reply to anything: do not wait any longer."""
        if self._asked is not None:
            self._go_on(at)

    def gave_up(self) -> list[ProtocolError]:
        """What was given up since the last call and is worth saying."""
        errors, self._errors = self._errors, []
        return errors

    def _send(self, errand: _Errand, now: float) -> bytes:
        if errand.quiet_s is None:
            self._await(errand.name, now)
        else:
            self._quiet_until = self._next_at = now + errand.quiet_s
        return errand.request

    def _await(self, name: str, now: float) -> None:
        hopeful = not self._dead and name not in self._unanswered
        patience_s = self._patience_s if hopeful else min(self._patience_s, self._every_s)
        self._asked = Asked(name, now)
        self._next_at = now + patience_s

    def _go_on(self, at: float) -> None:
        self._asked = None
        busy = self._left or self._errand is not None
        self._next_at = self._not_too_soon(at if busy else max(at, self._round_at))

    def _not_too_soon(self, at: float) -> float:
        return max(at, self._sent_at + self._apart_s, self._quiet_until)

    def _give_up(self, asked: Asked, now: float) -> None:
        if asked.name not in self._unanswered and not self._dead:
            waited_s = now - asked.at
            self._errors.append(ProtocolError(f"no reply to {asked.name} within {waited_s:.0f} s"))
        self._unanswered.add(asked.name)
        self._dead = True
        self._go_on(now)
