"""Who works here: enlisting, retiring and checking PINs, and who may do which of it.

Rule 1: `MAY` is the one table of what needs a role; window and command line both come this way.
Rule 2: "signed in" is who gave the right PIN while this program ran; a name alone is nobody.
Rule 3: the first member is enlisted by anybody, in whatever role. While there is no supervisor,
        anybody who is signed in may enlist and retire; the only supervisor cannot leave the
        others behind without one.
Rule 4: everybody may give herself a new PIN.
"""

from __future__ import annotations

import contextlib
import enum
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from data.accounts import AccountRefused, Accounts, Role, StaffMember, folded
from data.errors import StoreError
from data.seat_file import (
    FILE_NAME,
    LONGEST_MIN,
    SHORTEST_MIN,
    load_lock_after_min,
    possible,
    save_lock_after_min,
)
from ui.doors import SignInRefused
from ui.places import home
from ui.requests import Refusal
from ui.words import inside, say


class Right(enum.StrEnum):
    STAFF = "staff"
    """Enlist and retire, and say when a window locks."""
    DAY = "day"
    """Change today's list, tick what was done."""


MAY: dict[Right, frozenset[Role]] = {
    Right.STAFF: frozenset({Role.SUPERVISOR}),
    Right.DAY: frozenset({Role.NURSE, Role.PROVIDER, Role.SUPERVISOR}),
}


class StaffDesk:
    """`StaffDoor` over the record."""

    def __init__(
        self,
        accounts: Accounts,
        clock: Callable[[], float] = time.time,
        place: Path | None = None,
    ) -> None:
        """`place` is where the time of the lock is kept; None = beside the record."""
        self._accounts = accounts
        self._clock = clock
        self._place = place
        self._signed_in: set[str] = set()

    def members(self) -> tuple[StaffMember, ...]:
        """Raises `Refusal` when the record cannot be read."""
        with _in_words():
            return self._accounts.members()

    def enlist(self, name: str, role: Role, pin: str, by: str) -> None:
        """Raises `Refusal`."""
        if role not in set(Role):
            raise Refusal(say("staff-role-unknown", role, ", ".join(Role)))
        here = self.members()
        known = _among(here, name)
        own_pin = known is not None and known.role is role and folded(by) == folded(name)
        if own_pin:
            self._want_signed_in(here, by)
        elif here:
            self._want(here, by, Right.STAFF)
            if role is not Role.SUPERVISOR:
                _want_another_supervisor(here, name)
        with _in_words():
            self._accounts.enlist(name, role, pin, by, self._clock())

    def retire(self, name: str, by: str) -> None:
        """Raises `Refusal`."""
        here = self.members()
        self._want(here, by, Right.STAFF)
        _want_another_supervisor(here, name)
        with _in_words():
            self._accounts.retire(name, by, self._clock())
        self._signed_in.discard(folded(name))

    def check(self, name: str, pin: str) -> StaffMember:
        """Raises `SignInRefused`."""
        with _in_words():
            member = self._accounts.check(name, pin, self._clock())
        self._signed_in.add(folded(name))
        return member

    def lock_after_min(self) -> int:
        return load_lock_after_min(self._lock_file())

    def keep_lock_after(self, minutes: int, by: str) -> None:
        """Raises `Refusal`."""
        if not possible(minutes):
            raise Refusal(say("staff-lock-wrong", minutes, SHORTEST_MIN, LONGEST_MIN))
        here = self.members()
        if here:
            self._want(here, by, Right.STAFF)
        path = self._lock_file()
        try:
            save_lock_after_min(path, minutes)
        except OSError as error:
            raise Refusal(say("staff-lock-failed", path)) from error

    def _lock_file(self) -> Path:
        return home() / FILE_NAME if self._place is None else self._place

    def want_day(self, by: str) -> None:
        """Raises `Refusal` for one whose role may only look."""
        member = _among(self.members(), by)
        if member is not None and member.role not in MAY[Right.DAY]:
            raise _not_allowed(member, Right.DAY)

    def _want(self, here: tuple[StaffMember, ...], by: str, right: Right) -> None:
        member = self._want_signed_in(here, by)
        nobody = not any(one.role in MAY[right] for one in here)
        if member.role not in MAY[right] and not nobody:
            raise _not_allowed(member, right)

    def _want_signed_in(self, here: tuple[StaffMember, ...], by: str) -> StaffMember:
        member = _among(here, by)
        if member is None or folded(by) not in self._signed_in:
            raise Refusal(say("staff-not-signed-in", by or "?"))
        return member


def _among(members: tuple[StaffMember, ...], name: str) -> StaffMember | None:
    return next((one for one in members if folded(one.name) == folded(name)), None)


def _want_another_supervisor(here: tuple[StaffMember, ...], leaving: str) -> None:
    """Whoever leaves, or becomes something else, is not the only supervisor of others."""
    member = _among(here, leaving)
    if member is None or member.role is not Role.SUPERVISOR or len(here) == 1:
        return
    if sum(one.role is Role.SUPERVISOR for one in here) == 1:
        raise Refusal(say("staff-last-supervisor", member.name))


def _not_allowed(member: StaffMember, right: Right) -> Refusal:
    allowed = sorted(inside(say(f"role-{role.value}")) for role in MAY[right])
    role = inside(say(f"role-{member.role.value}"))
    return Refusal(say("staff-not-allowed", member.name, role, say("staff-or").join(allowed)))


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    """Raises `Refusal` for what the accounts, or the record, refuse."""
    try:
        yield
    except AccountRefused as error:
        raise SignInRefused(say(error.reason, *error.arguments), error.wait_s) from error
    except StoreError as error:
        raise Refusal(str(error)) from error
