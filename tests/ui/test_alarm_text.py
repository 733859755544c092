"""What is said about an alarm, and how it flashes."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pictures
import pytest

from monitor.events import AlarmPhase, LinkReason, Priority
from monitor.picture import ChairPicture
from monitor.rules import CUFF_ROWS, STREAM_ROWS, TECHNICAL_IDS, Row
from monitor.vitals import SIGNS
from ui.chair.alarm_text import FLASH_HZ, alarm_words, bright, reason_text
from ui.view_state import ChairView, ViewState
from ui.words import SENTENCES


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.story(picture)[0], pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def test_a_pressure_alarm_shows_the_whole_reading_and_every_reason() -> None:
    words = alarm_words(pictures.BP_MEDIUM, view_of(pictures.medium()))
    assert words.headline == "BP 168/101"
    assert words.reasons == "SBP ≥ 165 · DBP ≥ 100"


def test_an_older_pressure_alarm_does_not_borrow_the_newest_reading() -> None:
    words = alarm_words(pictures.BP_MEDIUM, view_of(pictures.recovery()))
    assert words.headline == "SBP 168"


def test_heart_rate_and_saturation_say_their_value() -> None:
    view = view_of(pictures.extreme())
    assert alarm_words(pictures.HR_MEDIUM, view).headline == "HR 118"
    low = pictures.alarm("spo2-very-low", pictures.V.SPO2, Priority.HIGH, value=87, limit=88)
    words = alarm_words(low, view)
    assert words.headline == "SpO₂ 87 %"
    assert words.reasons == "SpO₂ < 88"


def test_a_lost_link_says_for_how_long_and_what_to_do() -> None:
    words = alarm_words(pictures.LINK_LOST, view_of(pictures.calm()))
    assert words.headline == "No data from the monitor"
    view = view_of(pictures.calm())
    view.picture = pictures.link_lost()
    view.quiet_since_s = view.picture.now_s - 12.0
    assert alarm_words(pictures.LINK_LOST, view).reasons == (
        "For 12 s. Check the cable and that the monitor is on."
    )


@pytest.mark.parametrize("reason", LinkReason)
def test_every_reason_of_a_link_has_a_sentence(reason: LinkReason) -> None:
    assert SENTENCES[f"link-{reason.value}"]
    assert SENTENCES[f"why-{reason.value}"]


@pytest.mark.parametrize("alarm_id", sorted(TECHNICAL_IDS))
def test_every_technical_alarm_says_what_is_wrong_and_what_to_do(alarm_id: str) -> None:
    alarm = pictures.alarm(alarm_id, None, Priority.MEDIUM, technical=True)
    words = alarm_words(alarm, view_of(pictures.calm()))
    assert words.headline != alarm_id
    assert words.reasons.endswith(".")


@pytest.mark.parametrize("row", [*CUFF_ROWS, *STREAM_ROWS], ids=lambda row: row.id)
def test_every_row_of_the_table_names_its_sign_and_its_limit(row: Row) -> None:
    assert row.sign is not None
    text = reason_text(row.id, view_of(pictures.calm()))
    assert text.startswith(SIGNS[row.sign].label)
    assert any(mark in text for mark in "≥><")


def test_an_alarm_without_words_is_shown_by_its_id() -> None:
    alarm = pictures.alarm("never-heard-of", None, Priority.HIGH, text="told by the core")
    words = alarm_words(alarm, view_of(pictures.calm()))
    assert words.headline == "never-heard-of"
    assert words.reasons == "told by the core"


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (AlarmPhase.ACKNOWLEDGED, "acknowledged"),
        (AlarmPhase.LATCHED, "over, waits for Acknowledge"),
        (AlarmPhase.WITHDRAWN, "not confirmed by the repeat"),
        (AlarmPhase.PENDING, "repeat the cuff to confirm"),
    ],
)
def test_the_state_of_an_alarm_is_said_in_words(state: AlarmPhase, told: str) -> None:
    alarm = replace(pictures.BP_MEDIUM, state=state)
    assert alarm_words(alarm, view_of(pictures.medium())).reasons.endswith(told)


@pytest.mark.parametrize(
    ("priority", "hertz"), [(Priority.HIGH, 2.0), (Priority.MEDIUM, 0.5), (Priority.LOW, 0.0)]
)
def test_flash_rates_are_those_of_the_table_and_half_of_the_time_bright(
    priority: Priority, hertz: float
) -> None:
    assert FLASH_HZ[priority] == hertz
    moments = [step / 1000 for step in range(20_000)]
    lit = [bright(priority, AlarmPhase.SOUNDING, at) for at in moments]
    rises = sum(1 for before, after in itertools.pairwise(lit) if after and not before)
    assert math.isclose(sum(lit) / len(lit), 0.5 if hertz else 1.0, abs_tol=0.01)
    assert abs(rises - hertz * 20) <= 1


@pytest.mark.parametrize(
    "state", [AlarmPhase.ACKNOWLEDGED, AlarmPhase.LATCHED, AlarmPhase.PENDING]
)
def test_only_an_alarm_whose_condition_holds_unanswered_flashes(state: AlarmPhase) -> None:
    assert all(bright(Priority.HIGH, state, step / 100) for step in range(300))
