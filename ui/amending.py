"""Corrections and addenda behind the gate: who may add to a session that is over.

Rule 1: whoever signs it gave her PIN; her name is on it, whoever made the entry that it is about.
Rule 2: everything that waits to be recorded is on the disk before: what is decided by is what is
        there (`data/afterwards.py`).
Rule 3: the line of the audit trail is written with it, in one transaction, below.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from data.errors import AmendmentRefused, StoreError
from monitor.amendments import Addendum, Amendment
from monitor.rights import AMENDING
from monitor.station import utc_offset_min
from ui.gate import Gate
from ui.library import Library
from ui.requests import Refusal, WrongEntry
from ui.words import say, say_or


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is to be known of the program around the record.

    `running`: a living process records this session. `settle` waits until everything is on the
    disk; whether it is. `spill` gives the folder of the journals, None = there is none.
    """

    running: Callable[[str], bool]
    settle: Callable[[], bool]
    spill: Callable[[], Path | None]


class Amending:
    def __init__(
        self,
        library: Library,
        gate: Gate,
        around: Surroundings,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock` is Unix seconds."""
        self._library = library
        self._gate = gate
        self._around = around
        self._clock = clock

    def amend(self, session_id: str, said: Amendment) -> None:
        """On the disk when this returns; when it was said is put in here. Raises `Refusal`."""
        about = "addendum" if isinstance(said, Addendum) else "correct"
        who = self._gate.want(AMENDING, said.by or None, about=about, at=session_id)
        around = self._around
        if not around.settle():
            raise Refusal(say("amend-waits"))
        now = self._clock()
        signed = replace(said, by=who, utc_s=now, offset_min=utc_offset_min(now))
        try:
            self._library.amend(session_id, signed, around.running, around.spill())
        except AmendmentRefused as error:
            raise WrongEntry(refusal_text(error.reason, error.arguments)) from error
        except StoreError as error:
            raise Refusal(str(error)) from error


def refusal_text(reason: str, arguments: tuple[str, ...]) -> str:
    """Why it cannot be, for a person."""
    if reason != "amend-impossible" or not arguments:
        return say(reason, *arguments)
    name, value = arguments
    shown = say_or(f"amend-part-{name}", name)
    return say("amend-impossible-time", shown) if name == "at" else say(reason, shown, value)
