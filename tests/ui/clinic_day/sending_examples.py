"""A page of the day over a real queue in a folder of its own, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from noted_trail import STAFF, NotedTrail, staffed
from pytestqt.qtbot import QtBot

from data.mllp import Receiver
from data.outbox import Letter
from data.receiver_file import save_receiver
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.clinic_day.day_page import DayPage
from ui.post import receiver_place, usual_outbox
from ui.post_desk import PostDesk
from ui.theme import DARK

NURSE, PROVIDER, SUPERVISOR, VIEWER = (one.name for one in STAFF)
THERE = Receiver("hl7.clinic.example", 2575)
REFUSED = "it was refused with AR (unknown patient); ask who runs it"
AT_UTC_S = 1_790_000_000.0


class Posting(RecordingBackend):
    """`sits` is who is at the window. Everything else is as in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.trail = NotedTrail()
        self.gate = staffed(self.trail, *(one.name for one in STAFF))
        self.sits(SUPERVISOR)

    def sits(self, name: str) -> None:
        self.gate.sit(name)

    def post(self) -> PostDesk:
        return PostDesk(self.gate, simulated=self.demo)


def receive(receiver: Receiver = THERE) -> None:
    """From now on sessions are sent there."""
    save_receiver(receiver_place(), receiver)


def wait(session_id: str, receiver: Receiver = THERE) -> Letter:
    return usual_outbox().put(session_id, receiver.name, NURSE, AT_UTC_S)


def refuse(session_id: str, why: str = REFUSED) -> Letter:
    return usual_outbox().refused(wait(session_id), AT_UTC_S + 60.0, why)


def take(session_id: str) -> Letter:
    return usual_outbox().sent(wait(session_id), AT_UTC_S + 60.0)


@contextmanager
def day_page(
    qtbot: QtBot, backend: RecordingBackend, size: tuple[int, int] = (1280, 600)
) -> Iterator[DayPage]:
    made = DayPage(backend, DARK)
    window = in_a_window(made, *size)
    qtbot.addWidget(window)
    try:
        yield made
    finally:
        window.hide()
