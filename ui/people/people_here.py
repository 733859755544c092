"""Who works here, asked of the program each time: nothing of a PIN stays.

Rule: staff that cannot be read now is the staff that was read last; nobody is kept from a chair.
"""

from __future__ import annotations

from data.accounts import StaffMember
from ui.doors import SignInRefused
from ui.people.asked import RIGHT_PIN, PinAnswer
from ui.requests import Backend, Refusal
from ui.seat import Seat


class PeopleHere:
    def __init__(self, backend: Backend, seat: Seat) -> None:
        self._backend, self._seat = backend, seat
        self.trouble = ""
        """Why the staff could not be read; empty = it could."""
        self.checked: StaffMember | None = None
        """Whose PIN was right last."""

    @property
    def signed_in(self) -> str:
        return self._seat.name

    def members(self) -> tuple[StaffMember, ...]:
        try:
            self._seat.know(self._backend.staff().members())
            self.trouble = ""
        except Refusal as refusal:
            self.trouble = str(refusal)
        return self._seat.members

    def check(self, name: str, pin: str) -> PinAnswer:
        try:
            self.checked = self._backend.staff().check(name, pin)
        except SignInRefused as refusal:
            return PinAnswer(str(refusal), refusal.wait_s)
        except Refusal as refusal:
            return PinAnswer(str(refusal))
        return RIGHT_PIN
