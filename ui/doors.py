"""The doors of a `Backend`: the quiet room, the people who work here, the day of the clinic.

The rules are those of `ui/requests.py`; `ui/quiet_room.py`, `ui/staff_desk.py` and `ui/day.py`
answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from data.accounts import Role, StaffMember
from data.day_book import ClosingView, DayTick, TodayEntry
from ui.requests import Refusal


class SignInRefused(Refusal):
    """`wait_s` is how long the next PIN has to wait, seconds; 0 = not at all."""

    def __init__(self, text: str, wait_s: float = 0.0) -> None:
        super().__init__(text)
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class QuietView:
    """The quiet room of this seat. `here_left_s` None = it is not on.

    `outputs` are all loudspeakers, `usual` those on which the room is heard; `known` = they were
    looked for. `began`: the burst of the check was handed to the desk's. `why` is the id of the
    sentence why it ended by itself; empty = it did not.
    """

    on: bool = False
    checking: bool = False
    began: bool = False
    output: str = ""
    outputs: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    known: bool = False
    here_left_s: float | None = None
    why: str = ""


class QuietRoomDoor(Protocol):
    """How a window asks for a quiet room."""

    def view(self) -> QuietView: ...

    def look(self) -> None:
        """Look which loudspeakers there are."""
        ...

    def try_output(self, output: str) -> None:
        """Play a burst at the desk. Raises `Refusal`."""
        ...

    def answer(self, *, heard: bool, by: str) -> None:
        """The burst was heard: the room is quiet from now on. Raises `Refusal`."""
        ...

    def here(self) -> None:
        """Somebody at the desk tapped «I'm here»."""
        ...

    def end(self, by: str) -> None: ...


class StaffDoor(Protocol):
    """Who works here. `data/accounts.py` keeps it; a PIN is never kept or shown in clear."""

    def members(self) -> tuple[StaffMember, ...]:
        """Who may sign in, in order of their names; empty = nobody was enlisted yet."""
        ...

    def enlist(self, name: str, role: Role, pin: str, by: str) -> None:
        """A new member, or a new PIN and role for one. Raises `Refusal`."""
        ...

    def retire(self, name: str, by: str) -> None:
        """She can sign in no more; what she did stays hers. Raises `Refusal`."""
        ...

    def check(self, name: str, pin: str) -> StaffMember:
        """Raises `SignInRefused`: a wrong PIN, or too many of them."""
        ...

    def lock_after_min(self) -> int:
        """Minutes without a key or a click after which a window locks by itself."""
        ...

    def keep_lock_after(self, minutes: int, by: str) -> None:
        """Raises `Refusal`."""
        ...


class DayDoor(Protocol):
    """The day of this clinic: `data/day_book.py` keeps it, encrypted with the record."""

    def today(self) -> tuple[TodayEntry, ...]: ...

    def plan(self, entry: TodayEntry, by: str) -> None:
        """Put a line on today's list, or change the one of that patient."""
        ...

    def drop(self, patient_id: str, by: str) -> None: ...

    def bring(self, path: str, by: str) -> int:
        """Read a list from a CSV file; how many lines it had. Raises `Refusal` naming the line."""
        ...

    def ticks(self) -> tuple[DayTick, ...]:
        """What was ticked today, opening and closing, oldest first."""
        ...

    def tick(self, item: str, done: bool, text: str, by: str) -> None: ...

    def closing(self) -> ClosingView:
        """What is not finished at the end of the day."""
        ...
