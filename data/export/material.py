"""One session on its way out: what every format is made of.

Rule 1: a format is a function `Material -> bytes, piece by piece`; it asks nobody and opens
        nothing. Whether somebody may have it was asked before (`ui/reading_room.py`).
Rule 2: all formats of one session are made of the same entries, so that no two disagree.
Rule 3: of a session without what says whose it is (`deidentified`), everything here was cleaned
        before: a format has no second copy of a name to forget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from data.export.moments import Moments
from monitor.entries import Anchor, Entry
from monitor.events import SessionOpened
from monitor.people import Patient

NO_PATIENT = "SIMULATED - NOT A PATIENT"
"""Where a file has a name, or a note, that of a simulated session has this one."""


@dataclass(frozen=True, slots=True)
class Material:
    """`entries` are all but the waves, in the order of their numbers.

    `waves` reads those anew at each call, in order, one chunk at a time. `program` is the version
    that writes the export.

    `head` is the end of the session's chain, `sealed` the SHA-256 with which it was signed, both
    in hex: whoever has the paper can tell whether the record is still the same. Empty = there is
    none (in a de-identified export too: it would lead back). `clinic` empty = not set.
    """

    session_id: str
    entries: Sequence[Entry]
    anchors: Sequence[Anchor]
    waves: Callable[[], Iterator[Entry]] = field(default=lambda: iter(()))
    program: str = ""
    head: str = ""
    sealed: str = ""
    clinic: str = ""
    simulated: bool = False
    deidentified: bool = False
    missing: str = ""
    """What of this session cannot be read any more, one sentence; empty = it is whole."""

    @property
    def moments(self) -> Moments:
        return Moments(self.anchors)

    @property
    def opened(self) -> SessionOpened | None:
        """None = its first line is lost."""
        said = (one.what for one in self.entries if isinstance(one.what, SessionOpened))
        return next(said, None)

    @property
    def patient(self) -> Patient:
        opened = self.opened
        return Patient("", None) if opened is None else opened.patient

    @property
    def last_s(self) -> float:
        """The last moment of the record, session seconds."""
        return max((one.now_s for one in self.entries), default=0.0)
