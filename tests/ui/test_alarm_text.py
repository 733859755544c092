"""What is said about an alarm, and how it flashes."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS, TECHNICAL_IDS
from monitor.events import LinkReason
from monitor.outcomes import AlarmPhase, Priority
from monitor.picture import ChairPicture
from monitor.rules import Compare, Row
from monitor.vitals import SIGNS
from ui.chair.alarm_text import FLASH_HZ, Manner, alarm_words, bright
from ui.view_state import ChairView, ViewState
from ui.words import SENTENCES


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def test_a_pressure_alarm_shows_the_whole_reading_and_every_reason() -> None:
    words = alarm_words(pictures.BP_MEDIUM, view_of(pictures.medium()))
    assert words.headline == "BP 168/101"
    assert words.reasons == "SBP ≥ 160 · DBP ≥ 100"
    assert words.message == "Chair 2 · BP 168/101 · SBP ≥ 160 · DBP ≥ 100"


def test_an_older_pressure_alarm_does_not_borrow_the_newest_reading() -> None:
    words = alarm_words(pictures.BP_MEDIUM, view_of(pictures.recovery()))
    assert words.headline == "SBP 168 ≥ 160"


def test_heart_rate_and_saturation_say_their_value() -> None:
    view = view_of(pictures.extreme())
    assert alarm_words(pictures.HR_MEDIUM, view).headline == "HR 118 > 110"
    low = pictures.alarm("spo2-very-low", pictures.V.SPO2, Priority.HIGH, value=87, limit=88)
    words = alarm_words(low, view)
    assert words.headline == "SpO₂ 87 < 88 %"
    assert words.reasons == ""


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
    value = 20.0 if row.compare is Compare.BELOW else 220.0
    alarm = pictures.alarm(row.id, row.sign, row.priority, value=value, limit=100.0)
    text = alarm_words(alarm, view_of(pictures.calm())).headline
    assert text.startswith(f"{SIGNS[row.sign].label} {value:.0f} ")
    assert any(mark in text for mark in "≥><")
    assert text.endswith("(rise)") is row.relative


def test_an_alarm_without_words_is_shown_by_its_id() -> None:
    alarm = pictures.alarm("never-heard-of", None, Priority.HIGH, text="told by the core")
    words = alarm_words(alarm, view_of(pictures.calm()))
    assert words.headline == "never-heard-of"
    assert words.reasons == "told by the core"


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (AlarmPhase.ACKNOWLEDGED, "acknowledged"),
        (AlarmPhase.LATCHED, "is over"),
        (AlarmPhase.WITHDRAWN, "not confirmed by the repeat"),
    ],
)
def test_the_state_of_an_alarm_is_said_in_words(state: AlarmPhase, told: str) -> None:
    alarm = replace(pictures.BP_MEDIUM, state=state)
    assert alarm_words(alarm, view_of(pictures.medium())).reasons.endswith(told)


def test_a_reading_that_is_to_be_repeated_says_until_when_and_who_starts_it() -> None:
    view = view_of(alarm_examples.asking())
    said = alarm_words(alarm_examples.ASKING, view)
    assert said.message == "Chair 2 · BP 186/112 · repeat in 1:20 – press START"
    assert said.detail == "SBP ≥ 160 · DBP ≥ 100 · repeat in 1:20 – press START"
    view.picture = replace(view.picture, starts_cuff=True)
    said = alarm_words(alarm_examples.ASKING, view)
    assert said.reasons == "repeat in 1:20 – starting the cuff"
    view.picture = replace(view.picture, cuff_measuring=True)
    assert alarm_words(alarm_examples.ASKING, view).reasons == "repeat in 1:20 – measuring…"


def test_a_card_is_no_alarm_yet_and_says_what_it_asks_for() -> None:
    words = alarm_words(alarm_examples.CARD, view_of(alarm_examples.pending()))
    assert words.manner is Manner.CARD
    assert not words.waits
    assert words.message == "Chair 2 · BP 168/101 · re-check: repeat in 4:10 – press START"


@pytest.mark.parametrize(
    ("readings", "told"),
    [(0, ""), (1, ""), (2, "repeat 2 of 2"), (3, "repeat 3 of 3"), (4, "4 readings in a row")],
)
def test_an_alarm_says_on_how_many_readings_it_rests(readings: int, told: str) -> None:
    alarm = replace(alarm_examples.CONFIRMED, readings=readings)
    words = alarm_words(alarm, view_of(alarm_examples.confirmed()))
    assert words.headline == "SBP 186 ≥ 180"
    assert words.reasons == told


def test_what_a_repeat_took_back_names_both_readings() -> None:
    words = alarm_words(alarm_examples.WITHDRAWN, view_of(alarm_examples.withdrawn()))
    assert words.headline == "206/124 not confirmed by 142/88"
    assert words.manner is Manner.NOTE
    assert words.waits


@given(value=st.integers(60, 240), limit=st.integers(60, 240))
@pytest.mark.parametrize("state", [AlarmPhase.SOUNDING, AlarmPhase.LATCHED])
def test_a_value_never_stands_beside_a_limit_that_it_is_not_beyond(
    state: AlarmPhase, value: int, limit: int
) -> None:
    alarm = replace(
        alarm_examples.CONFIRMED,
        state=state,
        value=float(value),
        limit=float(limit),
        reasons=("sbp-very-high",),
    )
    words = alarm_words(alarm, view_of(pictures.calm()))
    assert ("≥" in words.headline) is (value >= limit)
    held = state is AlarmPhase.SOUNDING and value < limit
    assert (f"limit {limit}, not over yet" in words.reasons) is held


def test_of_the_other_pressure_only_a_limit_is_named_that_it_is_beyond() -> None:
    """A very high pressure may have been confirmed by less than the very high limit."""
    alarm = pictures.alarm(
        "sbp-very-high",
        pictures.V.SBP,
        Priority.HIGH,
        value=172,
        limit=170,
        key="bp/high",
        reasons=("sbp-very-high", "dbp-very-high", "sbp-high", "dbp-high"),
    )
    shown = pictures.picture(numerals=pictures.numerals(172, 106, 88, 97), alarms=(alarm,))
    assert alarm_words(alarm, view_of(shown)).reasons == "SBP ≥ 170 · DBP ≥ 100"


def test_a_high_alarm_says_how_long_nobody_answers() -> None:
    view = view_of(alarm_examples.confirmed())
    assert alarm_words(alarm_examples.CONFIRMED, view).unanswered == "unanswered 1:20"
    assert alarm_words(pictures.HR_MEDIUM, view).unanswered == ""
    answered = replace(alarm_examples.CONFIRMED, state=AlarmPhase.ACKNOWLEDGED)
    assert alarm_words(answered, view).unanswered == ""


def test_an_answered_alarm_says_when_it_speaks_again() -> None:
    answered = replace(pictures.BP_MEDIUM, state=AlarmPhase.ACKNOWLEDGED, reminds_in_s=200.0)
    words = alarm_words(answered, view_of(pictures.medium()))
    assert words.reasons.endswith("acknowledged, speaks again in 3:20")
    assert not words.waits


def test_a_symptom_and_a_score_are_named() -> None:
    view = view_of(pictures.calm())
    chest = pictures.alarm("symptom-emergency", None, Priority.HIGH, text="chest-pain")
    assert alarm_words(chest, view).message == "Chair 2 · Chest pain · Go to the patient now."
    deep = pictures.alarm("sedation-deep", None, Priority.HIGH, text="2")
    assert alarm_words(deep, view).reasons == "MOAA/S 2. Go to the patient now."


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
