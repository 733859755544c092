"""The sound of a replay: off until somebody asks for it, and never while a session is recorded.

Rule 1: it sounds at the speed at which it happened, and at no other.
Rule 2: no loudspeaker is opened before it is asked for, and none is held once it is left.
Rule 3: a session that is recorded on this computer, in whatever process, silences it: nobody may
        take a replayed alarm for a patient's (`ui/demo_sound.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from monitor.sounding import Sounding


class Loudspeaker(Protocol):
    """What a replay needs of `DemoSound`."""

    def start(self) -> None: ...

    def turn(self, wishes: Iterable[Sounding | None]) -> None: ...

    def note(self) -> str: ...

    def rest(self) -> None: ...

    def close(self) -> None: ...


def demo_loudspeaker() -> Loudspeaker:
    from ui.demo_sound import DemoSound  # noqa: PLC0415 -- a silent replay needs none

    return DemoSound(on=True)


class ReplaySound:
    def __init__(self, make: Callable[[], Loudspeaker] = demo_loudspeaker) -> None:
        self._make = make
        self._speaker: Loudspeaker | None = None

    @property
    def on(self) -> bool:
        return self._speaker is not None

    def switch(self, *, on: bool) -> None:
        if on and self._speaker is None:
            self._speaker = self._make()
            self._speaker.start()
        elif not on and self._speaker is not None:
            speaker, self._speaker = self._speaker, None
            speaker.rest()
            speaker.close()

    def turn(self, wish: Sounding | None, *, speed: float, playing: bool) -> None:
        """Often, while it is on: it is the sign of life of the program, too."""
        if self._speaker is not None:
            self._speaker.turn((wish if playing and speed == 1.0 else None,))

    def note(self) -> str:
        """Why nothing is heard although it is on; empty = nothing keeps it silent."""
        return "" if self._speaker is None else self._speaker.note()
