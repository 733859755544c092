"""Who works here: enlisting, retiring and checking PINs, and when a window locks.

Rule 1: what needs a right is asked of `ui/gate.py`; window and command line both come this way.
Rule 2: the first member is enlisted by anybody, in whatever role. While there is no supervisor,
        anybody who is signed in may enlist and retire; the only supervisor cannot leave the
        others behind without one.
Rule 3: everybody may give herself a new PIN.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from data.accounts import AccountRefused, Accounts, StaffMember, folded
from data.audit import AuditKind
from data.errors import StoreError
from data.seat_file import (
    FILE_NAME,
    LONGEST_MIN,
    SHORTEST_MIN,
    load_lock_after_min,
    possible,
    save_lock_after_min,
)
from monitor.rights import Right, Role
from ui.at_gate import AtGate
from ui.doors import SignInRefused
from ui.gate import Gate
from ui.places import home
from ui.requests import Refusal
from ui.words import say


class StaffDesk(AtGate):
    """`StaffDoor` over the record."""

    def __init__(
        self,
        accounts: Accounts,
        clock: Callable[[], float] = time.time,
        place: Path | None = None,
        gate: Gate | None = None,
    ) -> None:
        """`place` is where the time of the lock is kept; None = beside the record."""
        self._accounts = accounts
        self._clock = clock
        self._place = place
        super().__init__(Gate() if gate is None else gate)

    def members(self) -> tuple[StaffMember, ...]:
        """Raises `Refusal` when the record cannot be read."""
        with _in_words():
            here = self._accounts.members()
        self.gate.know(here)
        return here

    def enlist(self, name: str, role: Role, pin: str, by: str) -> None:
        """Raises `Refusal`."""
        if role not in set(Role):
            raise Refusal(say("staff-role-unknown", role, ", ".join(Role)))
        here = self.members()
        known = _among(here, name)
        own_pin = known is not None and known.role is role and folded(by) == folded(name)
        if own_pin:
            self._want_signed_in(by)
        elif here:
            self.gate.want(Right.STAFF, by, "enlist")
            if role is not Role.SUPERVISOR:
                _want_another_supervisor(here, name)
        with _in_words():
            self._accounts.enlist(name, role, pin, by, self._clock())
        self._look_again()

    def retire(self, name: str, by: str) -> None:
        """Raises `Refusal`."""
        here = self.members()
        if not here:
            self._want_signed_in(by)
        self.gate.want(Right.STAFF, by, "retire")
        _want_another_supervisor(here, name)
        with _in_words():
            self._accounts.retire(name, by, self._clock())
        self._look_again()

    def _look_again(self) -> None:
        """What was written is what counts from now on; if it cannot be read, at the next look."""
        with contextlib.suppress(Refusal):
            self.members()

    def check(self, name: str, pin: str) -> StaffMember:
        """Raises `SignInRefused`."""
        with _in_words():
            member = self._accounts.check(name, pin, self._clock())
        if self.gate.member(name) != member:  # enlisted elsewhere meanwhile
            self._look_again()
        self.gate.prove(name)
        return member

    # ---- who sits at the window

    def come_in(self, seated: str = "") -> None:
        """The program begins; `seated` gave her PIN already, empty = nobody did."""
        self._look_again()
        if seated:
            self.gate.prove(seated)
            self.gate.sit(seated)

    # ---- when it locks

    def lock_after_min(self) -> int:
        return load_lock_after_min(self._lock_file())

    def keep_lock_after(self, minutes: int, by: str) -> None:
        """Raises `Refusal`."""
        if not possible(minutes):
            raise Refusal(say("staff-lock-wrong", minutes, SHORTEST_MIN, LONGEST_MIN))
        self.members()
        who = self.gate.want(Right.SETTINGS, by, "lock-after")
        before, path = self.lock_after_min(), self._lock_file()
        try:
            save_lock_after_min(path, minutes)
        except OSError as error:
            raise Refusal(say("staff-lock-failed", path)) from error
        self.gate.trail.note(
            AuditKind.SETTING, who, what="lock-after-min", old=before, new=minutes
        )

    def _lock_file(self) -> Path:
        return home() / FILE_NAME if self._place is None else self._place

    def _want_signed_in(self, by: str) -> None:
        if not self.gate.proved(by):
            raise Refusal(say("staff-not-signed-in", by or "?"))


def _among(members: tuple[StaffMember, ...], name: str) -> StaffMember | None:
    return next((one for one in members if folded(one.name) == folded(name)), None)


def _want_another_supervisor(here: tuple[StaffMember, ...], leaving: str) -> None:
    """Whoever leaves, or becomes something else, is not the only supervisor of others."""
    member = _among(here, leaving)
    if member is None or member.role is not Role.SUPERVISOR or len(here) == 1:
        return
    if sum(one.role is Role.SUPERVISOR for one in here) == 1:
        raise Refusal(say("staff-last-supervisor", member.name))


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Raises `Refusal` for what the accounts, or the record, refuse."""
    try:
        yield
    except AccountRefused as error:
        raise SignInRefused(say(error.reason, *error.arguments), error.wait_s) from error
    except StoreError as error:
        raise Refusal(str(error)) from error
