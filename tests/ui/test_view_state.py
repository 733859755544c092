"""The window's knowledge: how old it is, what was refused, which alarm stands in the bar."""

from __future__ import annotations

from dataclasses import replace

import pictures
import pytest

from monitor.entries import ChairBroken, StoreNote, StoreTrouble, StoreWell
from monitor.limits import LimitRefused
from monitor.outcomes import AlarmPhase, Refused
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.vitals import Wave, WaveChunk
from ui.view_state import ChairView, ViewState, not_a_patient, refusal_sentence, shown_alarm
from ui.words import say


def knowing(picture: ChairPicture, at: float = 0.0) -> tuple[ViewState, ChairView]:
    state = ViewState()
    for message in pictures.story(picture):
        state.absorb(message, at, wall_s=1_790_000_000.0)
    view = state.view(picture.chair)
    assert view is not None
    return state, view


def test_a_station_that_is_silent_for_more_than_two_seconds_has_stalled() -> None:
    state, _ = knowing(pictures.calm(), at=100.0)
    assert state.stalled_s(2, 102.0) is None
    assert state.stalled_s(2, 102.5) == pytest.approx(2.5)


def test_a_session_that_is_over_never_stalls() -> None:
    state, _ = knowing(pictures.picture(phase=Phase.SIGNED), at=100.0)
    assert state.stalled_s(2, 900.0) is None


def test_a_broken_chair_is_named_and_is_not_called_stalled() -> None:
    state, _ = knowing(pictures.calm(), at=100.0)
    state.absorb(ChairBroken(2, "a bug"), 101.0, 0.0)
    assert state.broken == {2: "a bug"}
    assert state.stalled_s(2, 900.0) is None


def test_what_is_on_the_disk_is_what_the_picture_says() -> None:
    picture = pictures.calm()
    _, view = knowing(picture)
    assert view.saved(picture.now_s - 1.0)
    assert not view.saved(picture.now_s - 0.5)


def test_the_age_of_the_record_is_told_in_seconds_of_the_window_at_any_speed() -> None:
    state = ViewState()
    for step in range(40):
        now_s = 60.0 * step
        picture = pictures.picture(now_s=now_s, recorded_at_s=min(now_s, 1800.0))
        state.absorb(pictures.said(picture), float(step), 0.0)
    assert state.chairs[2].recorded_ago_s == pytest.approx(9.0)


def test_a_disk_that_is_behind_for_hours_takes_no_more_memory() -> None:
    state = ViewState()
    for step in range(10_000):
        picture = pictures.picture(now_s=float(step), recorded_at_s=10.0)
        state.absorb(pictures.said(picture), float(step), 0.0)
    view = state.chairs[2]
    assert len(view.heard) <= 4096
    assert view.recorded_ago_s == pytest.approx(9_989.0)


def test_nothing_is_saved_before_anything_was_recorded() -> None:
    _, view = knowing(pictures.picture(recorded_at_s=None))
    assert view.recorded_ago_s is None
    assert not view.saved(0.0)


def test_who_and_whose_limits_come_from_the_opening_of_the_session() -> None:
    _, view = knowing(pictures.medium())
    assert view.by == "Nurse AK"
    assert view.profile.limit("sbp-high") == 165
    assert view.profile.own["sbp-high"] == 160


def test_a_new_session_on_the_chair_forgets_the_old_one() -> None:
    state, view = knowing(pictures.calm())
    state.absorb(pictures.said(pictures.picture(session_id="another")), 1.0, 0.0)
    assert state.view(2) is not view
    assert state.chairs[2].opened is None


def test_trouble_of_the_store_lasts_until_it_is_well() -> None:
    state, _ = knowing(pictures.calm())
    state.absorb(StoreTrouble("the disk is full"), 1.0, 0.0)
    assert state.store_trouble is not None
    state.absorb(StoreWell(), 2.0, 0.0)
    assert state.store_trouble is None


def test_a_second_place_that_cannot_be_written_is_known_until_it_can() -> None:
    state, _ = knowing(pictures.calm())
    state.absorb(StoreNote("12 lines were put back"), 1.0, 0.0)
    assert not state.second_place_off
    state.absorb(StoreNote("it cannot be written", second_place=False), 1.0, 0.0)
    assert state.second_place_off
    assert state.store_trouble is None
    state.absorb(StoreNote("it is written again", second_place=True), 2.0, 0.0)
    assert not state.second_place_off


def test_the_line_is_quiet_since_its_last_frame() -> None:
    picture = pictures.link_lost()
    state, _ = knowing(pictures.calm())
    state.absorb(pictures.said(picture), 1.0, 0.0)
    assert state.chairs[2].quiet_since_s == pytest.approx(picture.now_s - 12.0)
    state.absorb(pictures.said(pictures.calm()), 2.0, 0.0)
    assert state.chairs[2].quiet_since_s is None


def test_an_unanswered_alarm_stands_before_an_answered_one() -> None:
    answered = replace(pictures.BP_EXTREME, state=AlarmPhase.ACKNOWLEDGED)
    assert shown_alarm((answered, pictures.HR_MEDIUM)) is pictures.HR_MEDIUM
    assert shown_alarm((pictures.BP_EXTREME, pictures.HR_MEDIUM)) is pictures.BP_EXTREME
    assert shown_alarm((answered,)) is answered
    assert shown_alarm(()) is None


def test_a_refused_limit_is_a_sentence_with_names_instead_of_ids() -> None:
    refusal = LimitRefused("limit-crossed", "sbp-high", 185, "sbp-very-high", "180")
    sentence = refusal_sentence(Refused("change-limit", refusal.reason, refusal.arguments))
    assert sentence == "SBP high = 185 would cross SBP very high = 180; move that one first."


def test_a_refusal_without_words_is_still_told() -> None:
    assert "no-such-words" in refusal_sentence(Refused("start", "no-such-words"))


def test_a_refused_start_of_a_cuff_names_the_monitor() -> None:
    for name in ("dinamap", "device:dinamap"):
        refused = Refused("start-cuff", "cuff-not-allowed", (name,))
        assert refusal_sentence(refused) == "Starting the cuff of DINAMAP is not switched on."


def test_a_refused_source_names_the_monitor_and_the_sign() -> None:
    refused = Refused("prefer-source", "prefer-no-sign", ("nonin-df7", "rr"))
    assert refusal_sentence(refused).startswith("Nonin does not measure RR")


def test_refusals_are_counted_and_kept_in_a_bounded_list() -> None:
    state, view = knowing(pictures.calm())
    for _ in range(50):
        refused = pictures.said(pictures.calm(), None, (Refused("start", "no-such-words"),))
        state.absorb(refused, 1.0, 0.0)
    assert view.refusal_count == 50
    assert len(view.refusals) == 8


# ---- waves


PLETH = WaveChunk(Wave.PLETH, 50.0, "", tuple(float(number) for number in range(10)))


def test_samples_are_kept_only_while_waves_are_shown() -> None:
    picture = pictures.calm()
    state, view = knowing(picture)
    state.absorb(pictures.said(picture, PLETH), 1.0, 0.0)
    assert view.waves is None
    state.show_waves(shown=True)
    state.absorb(pictures.said(picture, PLETH), 1.2, 0.0)
    assert view.waves is not None
    assert view.waves.of(Wave.PLETH) is not None
    assert view.waves.of(Wave.ECG) is None
    state.show_waves(shown=False)
    state.absorb(pictures.said(picture, PLETH), 1.4, 0.0)
    assert view.waves is None


def test_samples_alone_are_no_news_but_a_sign_of_life() -> None:
    picture = pictures.calm()
    state, view = knowing(picture, at=100.0)
    news = state.news
    state.absorb(pictures.said(picture, PLETH), 109.0, 0.0)
    assert state.news == news
    assert state.stalled_s(2, 110.0) is None
    state.absorb(pictures.said(pictures.calm(), PLETH), 110.0, 0.0)
    assert state.news == news + 1
    assert view.heard_at == 110.0


def test_what_is_of_no_patient_says_why() -> None:
    picture = pictures.picture(simulated=False)
    assert not_a_patient(picture) == ""
    assert not_a_patient(replace(picture, demo_data=True)) == say("demo-data")
    assert not_a_patient(replace(picture, demo_data=True, simulated=True)) == say("simulated")
