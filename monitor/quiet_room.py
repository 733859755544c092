"""A quiet room: the alarms of one seat are heard at another loudspeaker only. Pure.

Rule 1: it needs an output that is not the room's own, and somebody who heard a burst there.
Rule 2: somebody there says "I'm here" every 15 min; else the sound comes back into the room.
Rule 3: an output that fails ends it at once. An emergency, and a high alarm that nobody answers
        for 60 s, are heard everywhere (`Sounding.everywhere`).
Rule 4: every transition is in the table; what is not listed changes nothing.

Moments are seconds of the station's clock. Reasons are ids of `ui/words.py`.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

HERE_EVERY_S = 15 * 60.0


@dataclass(frozen=True, slots=True)
class SoundOutput:
    """One loudspeaker; `usual` = the one on which the room is heard."""

    name: str
    usual: bool


class Quiet(enum.Enum):
    OFF = enum.auto()
    CHECKING = enum.auto()
    """A burst is played at the desk; nothing is quiet yet."""
    ON = enum.auto()


class Stir(enum.Enum):
    TRY = enum.auto()
    HEARD = enum.auto()
    NOT_HEARD = enum.auto()
    END = enum.auto()
    NOBODY = enum.auto()
    """Nobody said "I'm here" in time."""
    LOST = enum.auto()
    """The output failed."""


_Q, _S = Quiet, Stir

TRANSITIONS: dict[Quiet, dict[Stir, Quiet]] = {
    _Q.OFF: {_S.TRY: _Q.CHECKING},
    _Q.CHECKING: {
        _S.TRY: _Q.CHECKING,
        _S.HEARD: _Q.ON,
        _S.NOT_HEARD: _Q.OFF,
        _S.END: _Q.OFF,
        _S.LOST: _Q.OFF,
    },
    _Q.ON: {_S.END: _Q.OFF, _S.NOBODY: _Q.OFF, _S.LOST: _Q.OFF},
}
WHY = {
    Stir.NOT_HEARD: "quiet-not-heard",
    Stir.NOBODY: "quiet-nobody",
    Stir.LOST: "quiet-lost",
}
"""Why it is off when no person asked for that."""


def refusal(outputs: Sequence[SoundOutput], wanted: str) -> str:
    """Why this output cannot be the desk's; empty = it can."""
    found = [output for output in outputs if output.name == wanted]
    if len(outputs) < 2:
        return "quiet-one-output"
    if not found:
        return "quiet-no-output"
    return "quiet-same-output" if found[0].usual else ""


class QuietSeat:
    """One seat. `stir` says whether anything changed."""

    def __init__(self) -> None:
        self.state = Quiet.OFF
        self.output = ""
        """Of the desk; empty while it is off."""
        self.why = ""
        """Why it went off by itself; empty = it did not."""
        self._here_by = 0.0

    def begin(self, output: str) -> bool:
        """Play a burst at this output, once or again."""
        if not self.stir(Stir.TRY, 0.0):
            return False
        self.output, self.why = output, ""
        return True

    def stir(self, stir: Stir, now: float) -> bool:
        after = TRANSITIONS[self.state].get(stir)
        if after is None:
            return False
        self.state = after
        if after is Quiet.OFF:
            self.output, self.why = "", WHY.get(stir, "")
        elif after is Quiet.ON:
            self._here_by = now + HERE_EVERY_S
        return True

    def here(self, now: float) -> None:
        """Somebody at the desk says so."""
        if self.state is Quiet.ON:
            self._here_by = now + HERE_EVERY_S

    def here_left_s(self, now: float) -> float | None:
        """When somebody must say so again; None while it is not on."""
        return max(0.0, self._here_by - now) if self.state is Quiet.ON else None

    def tick(self, now: float) -> bool:
        """Whether it ended now because nobody was there."""
        late = self.state is Quiet.ON and now >= self._here_by
        return late and self.stir(Stir.NOBODY, now)
