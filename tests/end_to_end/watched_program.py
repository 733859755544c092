"""A `Program` in this process whose inbox the test reads, as a window would."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from monitor.entries import Published, StoreTrouble, StoreWell
from monitor.events import Event
from monitor.outcomes import AlarmChanged, Outcome
from monitor.picture import ChairPicture
from ui.inbox import Message
from ui.requests import DeviceRequest, SessionRequest
from ui.wiring import Program

LOOK_S = 0.03


def wanted(url: str, driver: str = "ivy-450c", *, chair: int = 1) -> SessionRequest:
    return wanted_of(DeviceRequest(url, driver), chair=chair)


def wanted_of(*devices: DeviceRequest, chair: int = 1) -> SessionRequest:
    """The same session on several devices, in order of priority."""
    return SessionRequest(
        chair, "4711", "EE", 1980, 82.0, 0.5, 40.0, "adult-iv", 5.0, devices, "AK"
    )


@dataclass(slots=True)
class Watched:
    """Everything that came out of the program, with the moment at which it was seen."""

    program: Program
    seen: list[tuple[float, Message]] = field(default_factory=list)

    def look(self) -> None:
        self.program.screen_beat()
        self.seen += [(time.monotonic(), message) for message in self.program.inbox.drain()]

    def until(
        self, holds: Callable[[], object], timeout_s: float = 30.0, what: str = "it"
    ) -> float:
        """Watch until it holds; the moment at which it did."""
        deadline = time.monotonic() + timeout_s
        while True:
            self.look()
            if holds():
                return time.monotonic()
            if time.monotonic() > deadline:
                pytest.fail(f"{what} did not happen within {timeout_s:g} s")
            time.sleep(LOOK_S)

    @property
    def published(self) -> list[Published]:
        return [message for _, message in self.seen if isinstance(message, Published)]

    @property
    def picture(self) -> ChairPicture:
        return self.published[-1].picture

    def events(self, kind: type[Event]) -> list[tuple[float, Event]]:
        """(session second, event) of one kind."""
        return [(one.now_s, one.event) for one in self.published if isinstance(one.event, kind)]

    @property
    def outcomes(self) -> list[Outcome]:
        return [outcome for one in self.published for outcome in one.outcomes]

    def alarms(self, alarm: str) -> list[str]:
        return [
            outcome.state.value
            for outcome in self.outcomes
            if isinstance(outcome, AlarmChanged) and outcome.alarm == alarm
        ]

    @property
    def about_the_store(self) -> list[StoreTrouble | StoreWell]:
        return [one for _, one in self.seen if isinstance(one, StoreTrouble | StoreWell)]


@contextmanager
def watched(db: Path) -> Iterator[Watched]:
    program = Program(db)
    program.start()
    try:
        yield Watched(program)
    finally:
        program.close()
