"""What comes next in the room: the order, one duty for one measurement, and the words."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import pictures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rooms import AT, full_room, on_chair, state_of, treated

from monitor.entries import ChairBroken
from monitor.handshake import Question
from monitor.picture import ChairPicture
from monitor.treatment.view import GivingView, PromptKind, PromptView
from ui.wall.duties import Duty, duties_of_chair, duties_of_room, next_of_chair
from ui.words import say

NOW_S = pictures.calm().now_s


def of(picture: ChairPicture) -> list[str]:
    chair = on_chair(1, picture)
    return [duty.text for duty in duties_of_chair(state_of(chair), 1, AT)]


def asked(kind: PromptKind, due_in_s: float) -> PromptView:
    return PromptView(kind.value, kind, NOW_S + due_in_s)


def test_the_strip_begins_with_the_alarm_that_waits_then_goes_by_the_clock() -> None:
    named = [duty.named for duty in duties_of_room(full_room(4), AT)]
    assert named[0] == "Chair 2 acknowledge SBP 186 ≥ 180"
    timed = [duty for duty in duties_of_room(full_room(4), AT) if duty.due_in_s is not None]
    assert [duty.due_in_s for duty in timed] == sorted(duty.due_in_s or 0.0 for duty in timed)
    assert "Chair 1 cuff 1:40" in named


def test_a_chair_that_is_not_watched_is_the_first_of_all_and_has_nothing_else_to_do() -> None:
    state = full_room(4)
    state.absorb(ChairBroken(4, "a bug"), AT, 0.0)
    duties = duties_of_room(state, AT)
    assert duties[0].named == "Chair 4 not watched"
    assert [duty for duty in duties if duty.chair == 4] == [duties[0]]


@pytest.mark.parametrize(
    ("due_in_s", "text"), [(100.0, "cuff 1:40"), (0.0, "cuff now"), (-30.0, "cuff overdue 0:30")]
)
def test_a_cuff_is_coming_due_or_overdue(due_in_s: float, text: str) -> None:
    assert text in of(pictures.picture(next_cuff_at_s=NOW_S + due_in_s))


def test_a_cuff_that_measures_is_nobodys_duty() -> None:
    assert not [text for text in of(pictures.picture(cuff_measuring=True)) if "cuff" in text]


def test_a_repeat_that_is_asked_for_stands_for_the_cuff() -> None:
    texts = of(alarm_examples.asking())
    assert "repeat BP 1:20" in texts
    assert not [text for text in texts if text.startswith("cuff")]


def test_a_wish_for_a_cuff_is_due_now() -> None:
    assert "cuff now" in of(alarm_examples.cuff_now())


def test_the_forty_minute_pressure_stands_for_the_cuff_of_that_moment() -> None:
    prompt = asked(PromptKind.BP_AT_40, 190.0)
    texts = of(treated(pictures.picture(next_cuff_at_s=NOW_S + 190.0), prompts=(prompt,)))
    assert "40-min BP 3:10" in texts
    assert not [text for text in texts if text.startswith("cuff")]
    earlier = of(treated(pictures.picture(next_cuff_at_s=NOW_S + 60.0), prompts=(prompt,)))
    assert "cuff 1:00" in earlier


def test_away_from_the_monitor_the_walk_counts_and_not_the_cuff() -> None:
    walk = asked(PromptKind.OFF_MONITOR, 170.0)
    away = treated(pictures.calm(), off_monitor_since_s=NOW_S - 130.0, prompts=(walk,))
    texts = of(away)
    assert "back at the monitor? 2:50" in texts
    assert not [text for text in texts if text.startswith("cuff")]


@pytest.mark.parametrize("kind", list(PromptKind))
def test_every_prompt_has_its_words(kind: PromptKind) -> None:
    assert say(f"wall-do-{kind.value}")
    assert say(f"wall-do-{kind.value}") in " ".join(
        of(treated(pictures.calm(), prompts=(asked(kind, 60.0),)))
    )


def test_an_old_score_does_not_hide_a_cuff_that_is_due() -> None:
    old = asked(PromptKind.SEDATION, -1800.0)
    shown = treated(pictures.picture(next_cuff_at_s=NOW_S - 5.0), prompts=(old,))
    assert of(shown)[:2] == ["cuff overdue 0:05", "sedation score overdue 30:00"]


def test_scores_and_pump_are_asked_for_only_where_the_treatment_has_steps() -> None:
    prompts = (asked(PromptKind.SEDATION, 10.0), asked(PromptKind.PAUSED, 20.0))
    giving = replace(GivingView(pictures.opened().plan), asks_pump=True, asks_volume=True)
    texts = of(treated(pictures.calm(), prompts=prompts, giving=giving))
    assert {"is the pump stopped?", "pump volume", "sedation score 0:10"} <= set(texts)
    watched = of(treated(pictures.calm(), flow=False, prompts=prompts, giving=giving))
    assert "paused: go on or stop? 0:20" in watched
    assert not {"is the pump stopped?", "pump volume", "sedation score 0:10"} & set(watched)


def test_the_question_whose_monitor_it_is_and_the_end_of_the_infusion_are_duties() -> None:
    shown = pictures.picture(question=Question("simulated", NOW_S - 3.0, 128.0, 79.0))
    assert of(shown)[0] == "is 128/79 on the monitor?"
    assert "end of infusion 13:50" in of(shown)


def test_what_a_tile_says_is_next_is_never_the_alarm_itself() -> None:
    duties = duties_of_chair(full_room(2), 2, AT)
    assert duties[0].text.startswith("acknowledge")
    assert next_of_chair(duties) == "cuff now"
    assert next_of_chair(duties[:1]) == ""


@given(
    st.lists(
        st.builds(
            Duty,
            st.integers(1, 8),
            st.just("cuff"),
            st.none() | st.floats(-4000, 4000),
            st.integers(0, 2),
            st.integers(0, 2),
        )
    )
)
def test_alarms_come_before_what_is_due_and_that_before_what_comes(duties: list[Duty]) -> None:
    ordered = sorted(duties, key=lambda duty: duty.order)
    places = [(duty.rank, (duty.due_in_s or 0.0) > 0) for duty in ordered]
    assert places == sorted(places)
    coming = [duty.due_in_s for duty in ordered if duty.rank == 2 and (duty.due_in_s or 0.0) > 0]
    assert coming == sorted(value for value in coming if value is not None)
