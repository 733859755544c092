"""The tour goes on when what it waits for was done, and never asks for it twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ui.tour.steps import STEPS, Place, Seen, Tour, Wanted
from ui.tour_words import TOUR_SENTENCES

CHAIR = 2
WALL, THERE, ALARM = Seen(), Seen(CHAIR), Seen(CHAIR, waiting=True)


def at(name: str) -> Tour:
    (place,) = [place for place, step in enumerate(STEPS) if step.name == name]
    return Tour(CHAIR, at=place, seen=THERE)


def test_it_is_short_and_points_at_everything_that_matters() -> None:
    assert len(STEPS) <= 7
    assert {step.place for step in STEPS} == set(Place)
    assert {step.wanted for step in STEPS} == {None, *Wanted}


def test_every_step_has_a_title_and_words() -> None:
    for step in STEPS:
        assert f"tour-{step.name}-title" in TOUR_SENTENCES
        assert f"tour-{step.name}" in TOUR_SENTENCES


def test_coming_to_the_chair_goes_on() -> None:
    tour = Tour(CHAIR).looked(WALL)
    assert (tour.step.name, tour.words) == ("room", "tour-room")
    assert tour.looked(Seen(1)).step.name == "room"
    assert tour.looked(THERE).step.name == "pressure"


def test_who_is_there_already_reads_and_goes_on_by_hand() -> None:
    tour = Tour(CHAIR, seen=THERE).looked(THERE)
    assert tour.step.name == "room"
    assert tour.on().step.name == "pressure"


def test_elsewhere_it_only_says_how_to_come_back() -> None:
    tour = at("pressure").looked(Seen(1))
    assert tour.away
    assert tour.words == "tour-away"
    assert not tour.looked(THERE).away


def test_an_alarm_is_awaited_then_asked_for_then_done() -> None:
    tour = at("alarm")
    assert tour.words == "tour-alarm"
    tour = tour.looked(ALARM)
    assert (tour.step.name, tour.words) == ("alarm", "tour-alarm-now")
    assert tour.looked(THERE).step.name == "actions"


def test_an_alarm_that_was_answered_before_its_step_is_not_asked_for_again() -> None:
    tour = at("pressure").looked(Seen(1, waiting=True)).looked(Seen(1)).looked(THERE)
    assert tour.step.name == "pressure"
    tour = tour.on()
    assert (tour.step.name, tour.words) == ("alarm", "tour-alarm-done")
    assert tour.looked(THERE).step.name == "alarm"


def test_an_alarm_takes_the_tour_to_its_step_and_back_leads_to_what_was_left_out() -> None:
    tour = at("pressure").looked(ALARM)
    assert (tour.step.name, tour.words) == ("alarm", "tour-alarm-now")
    tour = tour.back().looked(ALARM)
    assert (tour.step.name, tour.words) == ("pressure", "tour-pressure")


def test_an_alarm_while_nobody_is_there_calls_and_whoever_comes_is_told_what_to_do() -> None:
    tour = Tour(CHAIR).looked(replace(WALL, waiting=True))
    assert (tour.step.name, tour.words) == ("room", "tour-room-now")
    assert tour.looked(WALL).words == "tour-room"
    assert tour.looked(ALARM).words == "tour-alarm-now"
    away = at("pressure").looked(Seen(1, waiting=True))
    assert away.words == "tour-away"
    assert away.looked(ALARM).words == "tour-alarm-now"


def test_an_alarm_after_its_step_changes_nothing() -> None:
    for name in ("actions", "recorded", "pace", "after"):
        assert at(name).looked(ALARM).step.name == name


def test_pausing_goes_on() -> None:
    tour = at("actions")
    assert tour.looked(THERE).step.name == "actions"
    assert tour.looked(replace(THERE, paused=True)).step.name == "recorded"


def test_after_the_last_step_it_is_over_and_back_ends_at_the_first() -> None:
    tour = Tour(CHAIR)
    assert tour.back().at == 0
    for _step in STEPS:
        assert not tour.over
        tour = tour.on()
    assert tour.over
    assert Tour(CHAIR).skipped().over


seens = st.builds(Seen, st.sampled_from([None, 1, CHAIR]), st.booleans(), st.booleans())


@given(st.lists(seens, max_size=30))
def test_whatever_is_seen_it_stays_within_its_steps_and_has_words(shown: list[Seen]) -> None:
    tour = Tour(CHAIR)
    for seen in shown:
        before, tour = tour, tour.looked(seen)
        called = seen.waiting and seen.chair == CHAIR
        assert tour.at - before.at in {0, 1} or (called and tour.step.name == "alarm")
        assert tour.words in TOUR_SENTENCES


@given(st.lists(seens, max_size=30))
def test_what_is_over_stays_over(shown: list[Seen]) -> None:
    tour = Tour(CHAIR).skipped()
    for seen in shown:
        tour = tour.looked(seen)
    assert tour.over
    assert tour.at == 0
