"""The doors of a `Backend`: quiet room, people who work here, day of the clinic, keys, backups.

The rules are those of `ui/requests.py`; `ui/quiet_room.py`, `ui/staff_desk.py` and `ui/day.py`
answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from data.accounts import StaffMember
from data.day_book import ClosingView, DayTick, TodayEntry
from data.forms import FormOf
from monitor.outcomes import Priority
from monitor.rights import Role
from monitor.sound_check import CheckKind
from ui.requests import Refusal

if TYPE_CHECKING:
    from ui.gate import Glass


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


class SoundTrial(Protocol):
    """A sound check under way; one that is not finished counts for nothing.

    `play` the `step`, ask "did you hear it?", `answer`; again until `step` is None.
    """

    kind: CheckKind

    @property
    def step(self) -> Priority | None:
        """The burst that is played and asked about now; None = the check is over."""
        ...

    @property
    def began(self) -> bool:
        """The burst of this step was handed to the loudspeaker."""
        ...

    @property
    def heard(self) -> bool | None:
        """How the check ended; None = it is under way."""
        ...

    def play(self, step: Priority) -> None:
        """Play the burst of this step, once or again. Raises `Refusal`."""
        ...

    def answer(self, *, heard: bool) -> None:
        """Raises `Refusal` before the burst was played."""
        ...


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

    def sit(self, name: str) -> None:
        """She gave her PIN, and is at this window from now on. Raises `Refusal` if she did not."""
        ...

    def lock(self) -> None:
        """Nobody is at this window any more."""
        ...

    def break_glass(self, glass: Glass) -> None:
        """Somebody without a PIN looks at the running sessions for a while. Never refused."""
        ...

    def glass_left_s(self) -> float:
        """Seconds that are left of it; 0 = nobody looks without a PIN."""
        ...

    def end_glass(self) -> None: ...

    def lock_after_min(self) -> int:
        """Minutes without a key or a click after which a window locks by itself."""
        ...

    def keep_lock_after(self, minutes: int, by: str) -> None:
        """Raises `Refusal`."""
        ...


class KeyDoor(Protocol):
    """The key of the record, as far as a window is concerned."""

    def note(self) -> str:
        """What must always stand on the screen about it; empty = nothing."""
        ...

    def code_printed(self) -> bool | None:
        """A recovery code was printed once; None = there is no key to bring back."""
        ...

    def print_code(self) -> str:
        """A new recovery code; the last one opens nothing any more. Raises `Refusal`."""
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

    def forms(self) -> tuple[FormOf, ...]:
        """The monitoring forms of all days: open ones, and what was sent of late."""
        ...


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest verified backup in the folder. `sessions` None = its heads cannot be read."""

    at_utc_s: float
    size: int
    sessions: int | None
    same_disk: bool


@dataclass(frozen=True, slots=True)
class BackupView:
    """`stage` empty = none is being made; `failure` is a sentence, empty = all is well.

    `last` None = there is none in the folder. `overdue`: there is something to back up, and the
    last one is older than `every_h`. `possible` False = nothing is backed up here (the demo);
    `by_itself`: the program makes them when they are due.
    """

    folder: str = ""
    stage: str = ""
    last: LastBackup | None = None
    failure: str = ""
    overdue: bool = False
    every_h: float = 24.0
    possible: bool = True
    by_itself: bool = True


class BackupDoor(Protocol):
    """Verified backups: `ui/backup_desk.py` makes them, on a thread of its own."""

    def view(self) -> BackupView: ...

    def back_up(self) -> None:
        """Begin one now. Raises `Refusal`."""
        ...

    def keep_folder(self, folder: str) -> None:
        """Back up into this folder from now on; empty = the usual one. Raises `Refusal`."""
        ...
