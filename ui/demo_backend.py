"""What every demo answers to a window: a library to look at; nothing begins in earnest."""

from __future__ import annotations

from pathlib import Path

from data.vault import key_for
from monitor.events import Command
from ui.inbox import Inbox
from ui.library import Library
from ui.requests import (
    DeviceTest,
    DriverChoice,
    PortChoice,
    Refusal,
    SessionRecord,
    SessionRequest,
    SessionRow,
)
from ui.wiring import driver_choices
from ui.words import say


class DemoBackend:
    """`Backend` of a window in which nobody is a patient."""

    demo = True

    def __init__(self, db: Path) -> None:
        self.inbox = Inbox()
        self._key = key_for(db)
        self._library = Library(db, self._key)

    def start(self) -> None:
        """Nothing runs behind a picture."""

    def close(self) -> None:
        """Nothing runs behind a picture."""

    def screen_beat(self) -> None:
        """Nobody depends on the screen of a demo."""

    def send(self, _chair: int, _command: Command) -> None:
        """A picture is not operated."""

    def ports(self) -> list[PortChoice]:
        return []

    def drivers(self) -> list[DriverChoice]:
        return driver_choices()

    def test_device(self, _url: str, _driver: str) -> DeviceTest:  # noqa: PT019 -- not a test
        raise Refusal(say("demo-no-devices"))

    def open_session(self, _request: SessionRequest) -> str:
        raise Refusal(say("demo-no-devices"))

    def resume_session(self, _session_id: str, _url: str, _driver: str) -> None:
        raise Refusal(say("demo-no-devices"))

    def unfinished(self) -> list[SessionRow]:
        """A demo that was closed is not continued."""
        return []

    def library(self) -> list[SessionRow]:
        return self._library.rows()

    def record(self, session_id: str) -> SessionRecord:
        return self._library.record(session_id)

    def export_csv(self, session_id: str, path: str) -> None:
        self._library.export_csv(session_id, path)

    def record_place(self) -> str:
        return self._library.place()
