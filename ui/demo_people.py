"""The staff of the demo: four people who are nobody, with PINs that are no secret.

Rule 1: it is kept in memory and forgotten with the window; nothing here is a way into a record.
Rule 2: who may do what is the same as everywhere; only that a name here needs no PIN.
"""

from __future__ import annotations

from collections.abc import Mapping

from data.accounts import AccountRefused, StaffMember, check_pin, checked_name, folded
from data.seat_file import LONGEST_MIN, SHORTEST_MIN, USUAL_MIN, possible
from monitor.rights import Right, Role
from ui.at_gate import AtGate
from ui.doors import SignInRefused
from ui.gate import Gate
from ui.requests import Refusal
from ui.words import say

DEMO_STAFF: dict[str, tuple[Role, str]] = {
    "Nurse 1": (Role.NURSE, "1111"),
    "Nurse 2": (Role.NURSE, "2222"),
    "Provider 1": (Role.PROVIDER, "3333"),
    "Supervisor 1": (Role.SUPERVISOR, "4444"),
}
"""Name: role and PIN."""


def demo_pins() -> str:
    """What the sign-in of a demo says: who is there, and with which PIN."""
    return say("demo-pins", " · ".join(f"{name} {pin}" for name, (_, pin) in DEMO_STAFF.items()))


class StaffInMemory(AtGate):
    """`StaffDoor` without a record and without a wait."""

    def __init__(
        self, staff: Mapping[str, tuple[Role, str]] = DEMO_STAFF, gate: Gate | None = None
    ) -> None:
        self._staff = {folded(name): (name, role, pin) for name, (role, pin) in staff.items()}
        super().__init__(Gate(trusting=True) if gate is None else gate)
        self.gate.know(self.members())
        self._lock_after_min = USUAL_MIN

    def members(self) -> tuple[StaffMember, ...]:
        return tuple(StaffMember(name, role) for _, (name, role, _) in sorted(self._staff.items()))

    def enlist(self, name: str, role: Role, pin: str, by: str) -> None:
        """Raises `Refusal` for a name or a PIN that cannot be."""
        try:
            tidy = checked_name(name)
            check_pin(pin)
        except AccountRefused as error:
            raise Refusal(say(error.reason, *error.arguments)) from error
        known, _role, _pin = self._staff.get(folded(tidy), (tidy, role, pin))
        if StaffMember(known, role) not in self.members() or folded(by) != folded(known):
            self.gate.want(Right.STAFF, by, "enlist")
        self._staff[folded(tidy)] = (known, role, pin)
        self.gate.know(self.members())

    def retire(self, name: str, by: str) -> None:
        """Raises `Refusal`."""
        self.gate.want(Right.STAFF, by, "retire")
        if self._staff.pop(folded(name), None) is None:
            raise Refusal(say("staff-unknown", name))
        self.gate.know(self.members())

    def check(self, name: str, pin: str) -> StaffMember:
        """Raises `SignInRefused`."""
        if folded(name) not in self._staff:
            raise SignInRefused(say("staff-unknown", name))
        known, role, right = self._staff[folded(name)]
        if pin != right:
            raise SignInRefused(say("pin-wrong", known))
        self.gate.prove(known)
        return StaffMember(known, role)

    # ---- when it locks

    def lock_after_min(self) -> int:
        return self._lock_after_min

    def keep_lock_after(self, minutes: int, by: str) -> None:
        """Raises `Refusal`."""
        self.gate.want(Right.SETTINGS, by, "lock-after")
        if not possible(minutes):
            raise Refusal(say("staff-lock-wrong", minutes, SHORTEST_MIN, LONGEST_MIN))
        self._lock_after_min = minutes
