"""The course of a session, walked."""

from __future__ import annotations

import itertools

import pytest

from monitor.phases import AFTER_DRUG, BEFORE_DRUG, JUDGING, TRANSITIONS, Phase, Step, wrong_order


def reachable(start: Phase, without: frozenset[Step] = frozenset()) -> set[Phase]:
    found, todo = {start}, [start]
    while todo:
        for step, after in TRANSITIONS[todo.pop()].items():
            if step not in without and after not in found:
                found.add(after)
                todo.append(after)
    return found


def test_every_phase_has_a_row_and_every_step_a_place() -> None:
    assert set(TRANSITIONS) == set(Phase)
    assert {step for row in TRANSITIONS.values() for step in row} == set(Step)


def test_every_phase_can_be_reached_and_every_session_can_end() -> None:
    assert reachable(Phase.PLANNED) == set(Phase)
    assert all(Phase.SIGNED in reachable(phase) for phase in Phase)


def test_what_is_signed_stays_so() -> None:
    assert TRANSITIONS[Phase.SIGNED] == {}


def test_nothing_runs_without_a_start_and_nothing_runs_again_after_its_end() -> None:
    assert Phase.TREATING not in reachable(Phase.PLANNED, frozenset({Step.START}))
    assert not {Phase.TREATING, Phase.PAUSED} & reachable(Phase.RECOVERY)


def test_a_running_infusion_must_be_stopped_before_the_session_ends() -> None:
    for phase in (Phase.TREATING, Phase.PAUSED):
        assert Step.END not in TRANSITIONS[phase]
        assert Phase.SIGNED not in reachable(phase, frozenset({Step.STOP}))


@pytest.mark.parametrize(
    ("phase", "step", "after"),
    [
        (Phase.BASELINE, Step.START, Phase.TREATING),
        (Phase.TREATING, Step.PAUSE, Phase.PAUSED),
        (Phase.PAUSED, Step.RESUME, Phase.TREATING),
        (Phase.PAUSED, Step.STOP, Phase.RECOVERY),
        (Phase.TREATING, Step.STOP, Phase.RECOVERY),
        (Phase.RECOVERY, Step.DISCHARGE, Phase.DISCHARGE),
        (Phase.DISCHARGE, Step.END, Phase.SIGNED),
    ],
)
def test_the_way_of_an_infusion(phase: Phase, step: Step, after: Phase) -> None:
    assert TRANSITIONS[phase][step] is after


def test_a_phase_never_leads_to_itself() -> None:
    for phase, step in itertools.product(Phase, Step):
        assert TRANSITIONS[phase].get(step) is not phase


def test_the_alarm_table_is_judged_from_baseline_to_discharge() -> None:
    assert set(Phase) - {Phase.PLANNED, Phase.SCREENING, Phase.SIGNED} == JUDGING


def test_what_cannot_be_done_now_has_a_reason_of_its_own() -> None:
    """One reason a phase and a step; where a step fits, nobody asks."""
    for step in set(Step) - {Step.SCREEN}:
        reasons = {
            phase: wrong_order(phase, step) for phase in Phase if step not in TRANSITIONS[phase]
        }
        assert "refused-in-this-phase" not in reasons.values()
        assert reasons[Phase.SIGNED] == "session-over"
    assert wrong_order(Phase.TREATING, Step.SCREEN) == "refused-in-this-phase"


def test_the_drug_is_before_under_way_or_after() -> None:
    under_way = {Phase.TREATING, Phase.PAUSED}
    assert BEFORE_DRUG | under_way | AFTER_DRUG | {Phase.SIGNED} == set(Phase)
    assert not BEFORE_DRUG & AFTER_DRUG
