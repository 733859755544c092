"""What leaves a chair: one line for the record, one message for the screen.

Rule 1: every `Event` and every `Outcome` of a session is one `Entry`, and so is what was added
        after its end; `seq` counts them without a gap from 0, so a missing one can be seen.
Rule 2: `now_s` is session seconds, rounded to the millisecond *before* it was judged, so that the
        record replays exactly.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.events import Event, Recorded
from monitor.outcomes import Outcome
from monitor.picture import ChairPicture


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a session's record."""

    session_id: str
    seq: int
    now_s: float
    what: Recorded


class AnchorReason(enum.StrEnum):
    START = "start"
    RESUME = "resume"
    WAKE = "wake"
    CLOCK_STEP = "clock-step"


@dataclass(frozen=True, slots=True)
class Anchor:
    """From session second `from_s` on, session second `from_s` is the UTC moment `utc_s`.

    `utc_s` is Unix seconds; `offset_min` is the local time zone's offset from UTC in minutes.
    """

    session_id: str
    from_s: float
    utc_s: float
    offset_min: int
    reason: AnchorReason


@dataclass(frozen=True, slots=True)
class Published:
    """One step of a chair, for whoever shows it. `event` is None when only time went on."""

    chair: int
    now_s: float
    event: Event | None
    outcomes: tuple[Outcome, ...]
    picture: ChairPicture


@dataclass(frozen=True, slots=True)
class Committed:
    """Everything of this session up to and including `seq` is on the disk."""

    session_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class ChairBroken:
    """A bug stopped the judging of this chair; it sounds until the program is started again."""

    chair: int
    text: str


@dataclass(frozen=True, slots=True)
class StoreTrouble:
    """The store cannot keep up or cannot write; `text` is one sentence for a person."""

    text: str


@dataclass(frozen=True, slots=True)
class StoreNote:
    """Something about the record that a person should know; one sentence.

    `second_place` None = it is not about the second place, else whether that can be written.
    """

    text: str
    second_place: bool | None = None


@dataclass(frozen=True, slots=True)
class StoreWell:
    """The store writes again and has caught up."""


StoreReport = Committed | StoreTrouble | StoreWell | StoreNote
"""Everything that is said about the store."""
