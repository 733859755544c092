"""What the nurse is asked for, and when: behaviours of the core, and the rules told again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from chairs import Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import (
    BeginDischarge,
    EndSession,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    StopInfusion,
)
from monitor.core import MonitorCore
from monitor.events import Event
from monitor.limits import PROFILES, Modifier
from monitor.outcomes import Refused
from monitor.treatment.commands import CountBreaths, Scale, Score, SkipPrompt
from monitor.treatment.view import PromptKind, PromptView
from monitor.viewing import Viewer

K = PromptKind
SEDATED = replace(PROFILES["adult-iv"], modifiers=frozenset({Modifier.SEDATIVES}))
ON_OXYGEN = replace(PROFILES["adult-iv"], modifiers=frozenset({Modifier.OXYGEN}))
AWAKE = Sedation(5, "Nurse 1")
BREATHS = CountBreaths(14.0, "Nurse 1")
TAPPED = Score(Scale.DISSOCIATION, 1, "Nurse 1")
STOP, PAUSE = StopInfusion("Nurse 1"), PauseInfusion("Nurse 1")


def listed(bench: Bench, at: float) -> tuple[PromptView, ...]:
    bench.wait(at)
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return treatment.prompts


def due(bench: Bench, at: float, kind: PromptKind) -> float | None:
    """When it is asked for; None = it is not."""
    found = [one.due_s for one in listed(bench, at) if one.kind is kind]
    assert len(found) <= 1, "one kind stands once on the list"
    return found[0] if found else None


def skip(bench: Bench, at: float, kind: PromptKind) -> None:
    (prompt,) = [one for one in listed(bench, at) if one.kind is kind]
    bench.feed(at, SkipPrompt(prompt.id, "asleep", "Nurse 1"))


# ---- by the clock of the drug


def test_nothing_is_asked_by_the_clock_before_the_first_dose() -> None:
    assert listed(Bench(treating=False), 3000.0) == ()


def test_sedation_is_asked_every_15_min_from_the_start_and_after_each_score() -> None:
    bench = Bench()
    assert due(bench, 0.0, K.SEDATION) == 900.0
    assert due(bench, 1000.0, K.SEDATION) == 900.0
    bench.feed(1000.0, AWAKE)
    assert due(bench, 1000.0, K.SEDATION) == 1900.0


def test_sedation_is_asked_for_to_30_min_after_the_end_and_what_was_due_stays() -> None:
    bench = Bench()
    bench.feed(2400.0, AWAKE, STOP)
    assert due(bench, 2400.0, K.SEDATION) == 3300.0
    bench.feed(3300.0, AWAKE)
    assert due(bench, 3300.0, K.SEDATION) == 4200.0
    assert due(bench, 9000.0, K.SEDATION) == 4200.0
    bench.feed(9000.0, AWAKE)
    assert due(bench, 9000.0, K.SEDATION) is None


def test_a_score_after_which_the_next_would_lie_beyond_the_window_is_the_last() -> None:
    bench = Bench()
    bench.feed(2400.0, STOP)
    bench.feed(3301.0, AWAKE)
    assert due(bench, 3301.0, K.SEDATION) is None


def test_with_sedatives_sedation_and_breaths_are_asked_every_5_min_then_every_10() -> None:
    bench = Bench(profile=SEDATED)
    assert due(bench, 0.0, K.SEDATION) == due(bench, 0.0, K.BREATHS) == 300.0
    bench.feed(1799.0, AWAKE, BREATHS)
    assert due(bench, 1799.0, K.SEDATION) == due(bench, 1799.0, K.BREATHS) == 2099.0
    bench.feed(1800.0, AWAKE, BREATHS)
    assert due(bench, 1800.0, K.SEDATION) == due(bench, 1800.0, K.BREATHS) == 2400.0


def test_on_oxygen_breaths_are_counted_every_15_min_unless_a_device_gives_the_rate() -> None:
    bench = Bench(profile=ON_OXYGEN)
    assert due(bench, 0.0, K.BREATHS) == 900.0
    bench.feed(100.0, numerics(rr=14))
    assert due(bench, 100.0, K.BREATHS) is None
    assert due(bench, 104.0, K.BREATHS) is None
    assert due(bench, 105.0, K.BREATHS) == 1005.0
    bench.feed(200.0, BREATHS)
    assert due(bench, 300.0, K.BREATHS) == 1100.0


def test_a_counted_rate_is_not_that_of_a_device() -> None:
    bench = Bench(profile=ON_OXYGEN)
    bench.feed(10.0, BREATHS)
    assert due(bench, 10.0, K.BREATHS) == 910.0


def test_without_sedatives_and_oxygen_nobody_counts_breaths() -> None:
    assert due(Bench(), 3000.0, K.BREATHS) is None


def test_dissociation_is_asked_at_40_and_60_min_one_tap_answers_what_is_due() -> None:
    bench = Bench()
    assert due(bench, 0.0, K.DISSOCIATION) == 2400.0
    assert due(bench, 3599.999, K.DISSOCIATION) == 2400.0
    assert due(bench, 3600.0, K.DISSOCIATION) == 3600.0
    bench.feed(3700.0, TAPPED)
    assert due(bench, 3700.0, K.DISSOCIATION) is None


@pytest.mark.parametrize(("at", "next_due"), [(2099.0, 2400.0), (2100.0, 3600.0)])
def test_a_tap_up_to_5_min_early_is_the_one_that_is_asked_for(at: float, next_due: float) -> None:
    bench = Bench()
    bench.feed(at, TAPPED)
    assert due(bench, at, K.DISSOCIATION) == next_due


def test_a_score_that_was_entered_late_counts_where_it_was_given() -> None:
    bench = Bench()
    bench.feed(2700.0, replace(TAPPED, ago_s=601.0))
    assert due(bench, 2700.0, K.DISSOCIATION) == 2400.0
    bench.feed(2700.0, replace(TAPPED, ago_s=600.0))
    assert due(bench, 2700.0, K.DISSOCIATION) == 3600.0


def test_dissociation_is_asked_once_more_before_leaving_unless_it_was_just_given() -> None:
    asked, just_given = Bench(), Bench()
    for bench in (asked, just_given):
        bench.feed(2400.0, STOP)
        bench.feed(3600.0, TAPPED)
    just_given.feed(4500.0, TAPPED)
    for bench in (asked, just_given):
        bench.feed(5000.0, BeginDischarge("Nurse 1"))
    assert due(asked, 5000.0, K.DISSOCIATION) == 5000.0
    assert due(just_given, 5000.0, K.DISSOCIATION) is None


def test_a_nasal_dose_wants_a_pressure_at_40_min_and_a_reading_answers_it() -> None:
    bench = Bench(profile=PROFILES["intranasal"])
    assert due(bench, 0.0, K.BP_AT_40) == 2400.0
    bench.feed(2399.0, cuff(130, 80))
    assert due(bench, 2399.0, K.BP_AT_40) == 2400.0
    bench.feed(2405.0, cuff(130, 80))
    assert due(bench, 2405.0, K.BP_AT_40) is None
    assert due(Bench(), 0.0, K.BP_AT_40) is None


def test_the_list_is_in_the_order_of_its_being_due_and_empty_after_the_end() -> None:
    bench = Bench(profile=SEDATED)
    moments = [one.due_s for one in listed(bench, 1000.0)]
    assert moments == sorted(moments)
    assert len(moments) == 3
    bench.feed(1001.0, STOP, EndSession("Nurse 1"))
    assert listed(bench, 1001.0) == ()


def test_an_overdue_prompt_makes_no_sound() -> None:
    bench = Bench(profile=SEDATED)
    bench.wait(9000.0)
    assert bench.alarms() == []


# ---- a pause


def test_a_pause_is_reminded_of_every_5_min() -> None:
    bench = Bench()
    bench.feed(600.0, PAUSE)
    assert due(bench, 600.0, K.PAUSED) == 900.0
    assert due(bench, 1199.999, K.PAUSED) == 900.0
    assert due(bench, 1200.0, K.PAUSED) == 1200.0
    assert due(bench, 1799.0, K.PAUSED) == 1500.0
    bench.feed(1799.0, ResumeInfusion("Nurse 1"))
    assert due(bench, 1799.0, K.PAUSED) is None


def test_a_reminder_that_was_skipped_comes_5_min_later() -> None:
    bench = Bench()
    bench.feed(600.0, PAUSE)
    skip(bench, 1000.0, K.PAUSED)
    assert due(bench, 1000.0, K.PAUSED) == 1300.0


def test_a_pause_counts_from_when_the_pump_was_really_paused() -> None:
    bench = Bench()
    bench.feed(600.0, replace(PAUSE, ago_s=120.0))
    assert due(bench, 600.0, K.PAUSED) == 780.0


def test_after_20_min_of_pause_or_at_the_second_one_it_is_asked_to_stop() -> None:
    long, again = Bench(), Bench()
    long.feed(600.0, PAUSE)
    assert due(long, 1800.0, K.TERMINATE) is None
    assert due(long, 1801.0, K.TERMINATE) == 1800.0
    assert due(long, 2222.25, K.TERMINATE) == 1800.0
    again.feed(600.0, PAUSE)
    again.feed(700.0, ResumeInfusion("Nurse 1"))
    again.feed(800.0, PAUSE)
    assert due(again, 800.0, K.TERMINATE) == 800.0
    again.feed(810.0, STOP)
    assert due(again, 810.0, K.TERMINATE) is None


# ---- skipping


def test_a_skipped_score_is_this_one_and_the_rhythm_goes_on() -> None:
    bench = Bench()
    skip(bench, 1000.0, K.SEDATION)
    assert due(bench, 1000.0, K.SEDATION) == 1900.0
    skip(bench, 1100.0, K.SEDATION)
    assert due(bench, 1100.0, K.SEDATION) == 2800.0


def test_skipping_the_tap_at_40_leaves_the_one_at_60() -> None:
    bench = Bench()
    skip(bench, 3500.0, K.DISSOCIATION)
    assert due(bench, 3500.0, K.DISSOCIATION) == 3600.0
    skip(bench, 3500.0, K.DISSOCIATION)
    assert due(bench, 3500.0, K.DISSOCIATION) is None


@pytest.mark.parametrize(
    ("prompt", "reason", "why"),
    [
        ("sedation@900.000", "  ", "prompt-no-reason"),
        ("sedation@901.000", "asleep", "prompt-unknown"),
        ("", "asleep", "prompt-unknown"),
    ],
)
def test_what_is_not_asked_for_or_has_no_reason_is_not_skipped(
    prompt: str, reason: str, why: str
) -> None:
    bench = Bench()
    bench.feed(10.0, SkipPrompt(prompt, reason, "Nurse 1"))
    assert bench.of(Refused) == [Refused("skip-prompt", why)]
    assert due(bench, 10.0, K.SEDATION) == 900.0


# ---- the rules told again

Fed = Sequence[tuple[float, Event]]


def answers(fed: Fed, kind: PromptKind, at_due: bool) -> Iterator[float]:
    """When this kind was done or skipped, from the list of events alone."""
    for at, event in fed:
        match event:
            case Sedation() if kind is K.SEDATION:
                yield at
            case CountBreaths() if kind is K.BREATHS:
                yield at
            case Score(ago_s=ago_s) if kind is K.DISSOCIATION:
                yield at - ago_s
            case SkipPrompt(prompt) if prompt.startswith(f"{kind.value}@"):
                skipped_due = float(prompt.partition("@")[2])
                yield skipped_due if at_due else max(at, skipped_due)
            case _:
                pass


def naive_rhythm(fed: Fed, kind: PromptKind, stopped: float | None) -> float | None:
    """With sedatives: every 5 min while the start is less than 30 min ago, then every 10."""
    last = max([0.0, *answers(fed, kind, at_due=False)])
    then = last + (300.0 if last < 1800.0 else 600.0)
    return None if stopped is not None and then > stopped + 1800.0 else then


def naive_taps(fed: Fed, now: float) -> float | None:
    done = list(answers(fed, K.DISSOCIATION, at_due=True))
    open_ = [at for at in (2400.0, 3600.0) if not [one for one in done if one >= at - 300.0]]
    reached = [at for at in open_ if at <= now]
    if reached:
        return reached[-1]
    return open_[0] if open_ else None


ANSWERS: st.SearchStrategy[Event | PromptKind] = st.sampled_from(
    (AWAKE, BREATHS, TAPPED, replace(TAPPED, ago_s=400.0), K.SEDATION, K.BREATHS, K.DISSOCIATION)
)
"""A kind stands for skipping what is asked of it."""
STEPS = st.lists(
    st.tuples(st.sampled_from((0, 7, 290, 300, 600, 1100)), ANSWERS | st.just(STOP)), max_size=25
)
Steps = list[tuple[int, Event | PromptKind]]


def played(steps: Steps) -> Iterator[tuple[Bench, float, float | None]]:
    """A bench after each step, the moment, and when the infusion was stopped."""
    bench, now, stopped = Bench(profile=SEDATED), 500.0, None
    for step, what in steps:
        now += step
        if isinstance(what, PromptKind):
            if due(bench, now, what) is not None:
                skip(bench, now, what)
        elif not isinstance(what, StopInfusion):
            bench.feed(now, what)
        elif stopped is None:
            stopped = now
            bench.feed(now, what)
        yield bench, now, stopped


@share_of_examples(1.5)
@given(STEPS)
def test_the_list_is_what_the_rules_say_of_the_events_told_once_more(steps: Steps) -> None:
    for bench, now, stopped in played(steps):
        for at in (now, now + 200.0):
            found = {one.kind: one.due_s for one in listed_only(bench, at)}
            told = {
                K.SEDATION: naive_rhythm(bench.fed, K.SEDATION, stopped),
                K.BREATHS: naive_rhythm(bench.fed, K.BREATHS, stopped),
                K.DISSOCIATION: naive_taps(bench.fed, at),
            }
            assert found == {kind: moment for kind, moment in told.items() if moment is not None}


def listed_only(bench: Bench, at: float) -> tuple[PromptView, ...]:
    """What a screen would show at `at`, without time going on in the core."""
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return treatment.prompts


@share_of_examples(0.6)
@given(STEPS)
def test_a_fresh_core_asks_for_the_same(steps: Steps) -> None:
    for bench, now, _stopped in played(steps):
        last, moment = bench, now
    if not steps:
        return
    fresh = MonitorCore(last.core.state.opened)
    for at, event in last.fed:
        fresh.handle(event, at)
    assert Viewer(fresh).picture(moment).treatment == Viewer(last.core).picture(moment).treatment


@share_of_examples(0.6)
@given(STEPS)
def test_the_id_of_a_prompt_names_it_and_no_other_one(steps: Steps) -> None:
    seen: dict[str, PromptView] = {}
    for bench, now, _stopped in played(steps):
        for one in listed(bench, now):
            assert seen.setdefault(one.id, one) == one
