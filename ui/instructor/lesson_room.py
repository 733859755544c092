"""What the instructor's window asks of the room of a lesson; `ui/training.py` answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from devices.simulated.scenario.mishaps import Mishap
from devices.simulated.scenario.scenario import Scenario
from monitor.entries import Published
from monitor.training.lesson import Deed, Lesson
from ui.practice_chair import Glimpse, PracticeChair
from ui.practice_pace import Pace


class LessonRoom(Protocol):
    scenario: Scenario
    lesson: Lesson
    learner: str
    finished: bool
    speed: float

    @property
    def here(self) -> PracticeChair: ...

    @property
    def frozen(self) -> bool: ...

    def glimpse(self, chair: int) -> Glimpse: ...

    def pace(self) -> Pace: ...

    def freeze(self) -> None: ...

    def unfreeze(self) -> None: ...

    def stage(self, mishap: Mishap, text: str = "", source: str = "") -> None: ...

    def end_staged(self, mishap: Mishap, text: str = "", source: str = "") -> None: ...

    def note(self, text: str) -> None: ...

    def cue(self, cue: str, text: str = "") -> None: ...

    def hand(self, deed: Deed) -> str: ...

    def finish(self) -> None: ...

    def watch(self, seen: Callable[[Published], None] | None) -> None:
        """Everything that the chair says is told to `seen` too, on any thread; None = no more."""
