"""Who is signed in at this window, and what may be done without it. No Qt, no clock.

Rule 1: while nobody is enlisted there is no lock, and the name typed when a session was opened
        counts. Once somebody is, a window without a signed-in person is a locked one.
Rule 2: what is entered behind the lock bears no name until somebody says that it was she.
Rule 3: what a patient may need at once works behind the lock (`LOCKED_MAY`); the wait after wrong
        PINs is about signing in, and never about that.
Rule 4: entries without a name are asked about before a session ends: nobody can claim them later.

Source: the clinic's rules on answering, and on people.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from data.accounts import StaffMember, folded
from monitor.commands import Command, EndSession
from monitor.treatment.commands import UNCLAIMED
from monitor.treatment.staffing import LOCKED_MAY

REMEMBERED = 50
"""Entries of one chair of which it is known here what they were."""


class Hold(enum.Enum):
    """Why a command is not sent yet."""

    SIGN_IN = "sign-in"
    CLAIM = "claim"


class Seat:
    """Moments are monotonic seconds of the window."""

    def __init__(self) -> None:
        self.members: tuple[StaffMember, ...] = ()
        self.member: StaffMember | None = None
        """Who gave her PIN last; behind the lock she is only remembered."""
        self.held = False
        """The last command was not sent."""
        self.ask: Callable[[int, Hold], None] = _nobody_asks
        self._locked = False
        self._touched_at: float | None = None
        self._nameless: dict[int, list[type]] = {}

    # ---- who

    @property
    def enlisted(self) -> bool:
        return bool(self.members)

    @property
    def locked(self) -> bool:
        return self.enlisted and (self._locked or self.member is None)

    @property
    def name(self) -> str:
        """Who is signed in; empty = nobody."""
        return "" if self.member is None or self.locked else self.member.name

    def by(self, opened_by: str) -> str:
        """Who gives a command now; `opened_by` is the name typed when the session was opened."""
        if self.locked:
            return UNCLAIMED
        return self.name or opened_by

    def know(self, members: Sequence[StaffMember]) -> None:
        """Who is enlisted now; one who left is not signed in any more."""
        self.members = tuple(members)
        if self.member is not None:
            same = (one for one in members if folded(one.name) == folded(self.member.name))
            self.member = next(same, None)

    def sign_in(self, member: StaffMember, now: float) -> None:
        self.member, self._locked = member, False
        self._touched_at = now

    # ---- the lock

    def lock(self) -> bool:
        """Whether it is locked now; with nobody enlisted nobody could open it again."""
        self._locked = self.enlisted
        return self._locked

    def touch(self, now: float) -> None:
        self._touched_at = now

    def idle_s(self, now: float) -> float:
        """How long no key was pressed and nothing tapped."""
        if self._touched_at is None:
            self._touched_at = now
        return now - self._touched_at

    # ---- commands

    def hold(self, command: Command, nameless: int) -> Hold | None:
        """Why it has to wait; None = it goes. `nameless` entries of the chair bear no name."""
        if self.locked and type(command) not in LOCKED_MAY:
            return Hold.SIGN_IN
        if nameless and isinstance(command, EndSession):
            return Hold.CLAIM
        return None

    def admit(self, chair: int, command: Command, nameless: int) -> bool:
        """Whether it is sent; else who has to be asked first is asked."""
        reason = self.hold(command, nameless)
        self.held = reason is not None
        if reason is not None:
            self.ask(chair, reason)
            return False
        if self.locked:
            kept = self._nameless.setdefault(chair, [])
            kept[:] = [*kept, type(command)][-REMEMBERED:]
        return True

    def nameless(self, chair: int) -> tuple[type, ...]:
        """What was entered here behind the lock since the last claim, as far as it is known."""
        return tuple(self._nameless.get(chair, ()))

    def named(self, chair: int) -> None:
        """Somebody said whose these entries were."""
        self._nameless.pop(chair, None)


def _nobody_asks(_chair: int, _reason: Hold) -> None:
    """Without a window there is nobody to ask."""
