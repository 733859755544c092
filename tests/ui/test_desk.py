"""From a press to a command, without a window."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import pictures
from recording_backend import RecordingBackend

from monitor.commands import (
    Acknowledge,
    Action,
    Command,
    ConfirmMonitor,
    NoteKind,
    PauseAudio,
)
from monitor.outcomes import AlarmPhase
from monitor.picture import ChairPicture
from ui.desk import Desk
from ui.requests import Refusal
from ui.view_state import ViewState


def desk_of(picture: ChairPicture | None) -> tuple[Desk, RecordingBackend]:
    backend, state = RecordingBackend(), ViewState()
    desk = Desk(backend, state)
    if picture is not None:
        state.absorb(pictures.beginning(picture), 0.0, 0.0)
        state.absorb(pictures.said(picture), 0.0, 0.0)
        desk.chair = picture.chair
    return desk, backend


def test_without_a_chair_nothing_is_sent() -> None:
    desk, backend = desk_of(None)
    desk.silence()
    assert desk.asked_key() is None
    desk.pause()
    desk.pause_or_resume()
    desk.cuff(120, 80)
    assert backend.sent == []


def test_commands_go_to_the_chair_that_is_shown_with_the_name_of_who_is_there() -> None:
    desk, backend = desk_of(pictures.medium())
    desk.silence()
    desk.acknowledge("bp/high", Action.RATE_LOWERED)
    desk.confirm_monitor("device:dinamap", same=False)
    assert backend.sent == [
        (2, PauseAudio("Nurse AK", 120.0)),
        (2, Acknowledge("bp/high", "Nurse AK", Action.RATE_LOWERED)),
        (2, ConfirmMonitor("device:dinamap", same=False, by="Nurse AK")),
    ]


def test_what_is_already_answered_or_waits_for_a_reading_is_not_asked_about() -> None:
    desk, _ = desk_of(pictures.paused())
    assert desk.asked_key() is None
    desk, _ = desk_of(alarm_examples.pending())
    assert desk.asked_key() is None


def test_acknowledge_is_about_what_waits_even_behind_a_more_urgent_answered_alarm() -> None:
    answered = replace(alarm_examples.CONFIRMED, state=AlarmPhase.ACKNOWLEDGED)
    note = replace(alarm_examples.WITHDRAWN, key="bp/low")
    desk, _ = desk_of(pictures.picture(alarms=(answered, note)))
    assert desk.asked_key() == "bp/low"


def test_the_pump_cannot_be_paused_before_the_infusion() -> None:
    desk, backend = desk_of(pictures.baseline())
    desk.pause_or_resume()
    desk.pause()
    assert backend.sent == []


def test_every_note_has_an_id_of_its_own() -> None:
    desk, _ = desk_of(pictures.calm())
    ids = {desk.note(NoteKind.NAUSEA, "") for _ in range(100)}
    assert len(ids) == 100


def test_what_the_program_refuses_is_said_at_the_chair_and_gives_no_receipt() -> None:
    desk, backend = desk_of(pictures.medium())

    def refuses(_chair: int, _command: Command) -> None:
        raise Refusal("Viewer 1 is signed in as viewer.")

    backend.send = refuses
    news = desk._state.news
    desk.pause()
    desk.silence()
    assert desk.seat.held
    assert list(desk.view.refusals)[-1] == "Viewer 1 is signed in as viewer."
    assert desk.view.refusal_count >= 1
    assert desk._state.news > news


def test_a_refusal_of_a_chair_that_is_gone_is_nobodys() -> None:
    desk, _backend = desk_of(None)
    desk._state.refuse(7, "nothing")
    assert desk._state.chairs == {}
