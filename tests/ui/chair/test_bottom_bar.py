"""What the bar of actions says about the alarm that waits."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import during_examples
import pictures
import pytest

from monitor.outcomes import AlarmPhase, Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.chair.bottom_bar import actions_face
from ui.view_state import ChairView, ViewState


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


@pytest.mark.parametrize(
    ("name", "waiting"),
    [("asking", Priority.MEDIUM), ("confirmed", Priority.HIGH), ("latched", Priority.MEDIUM)],
)
def test_acknowledge_has_the_priority_of_the_alarm_that_it_answers(
    name: str, waiting: Priority
) -> None:
    face = actions_face(view_of(alarm_examples.ALARMS[name]()))
    assert face.waiting is waiting
    assert not face.taken_back


def test_a_note_that_a_repeat_took_back_waits_without_a_colour_of_an_alarm() -> None:
    face = actions_face(view_of(alarm_examples.withdrawn()))
    assert face.waiting is not None
    assert face.taken_back


def test_a_card_and_an_answered_alarm_wait_for_nobody() -> None:
    assert actions_face(view_of(alarm_examples.pending())).waiting is None
    answered = replace(alarm_examples.CONFIRMED, state=AlarmPhase.ACKNOWLEDGED)
    shown = replace(alarm_examples.confirmed(), alarms=(answered,))
    assert actions_face(view_of(shown)).waiting is None


def test_what_cannot_be_paused_offers_the_provider_and_no_pause() -> None:
    dose = actions_face(view_of(during_examples.by_dose()))
    assert (dose.can_pause, dose.call) == (True, True)
    drip = actions_face(view_of(during_examples.picture()))
    assert (drip.can_pause, drip.call) == (True, False)
    rest = replace(during_examples.by_dose(), phase=Phase.RECOVERY)
    assert not actions_face(view_of(rest)).can_pause
    assert not actions_face(view_of(rest)).call
