"""What an instructor's buttons do, and what they say that they do."""

from __future__ import annotations

import itertools

import pytest

from devices.simulated.scenario.mishaps import (
    CableIn,
    CableOut,
    CuffFails,
    Desaturation,
    NextCuff,
    PressStart,
    ProbeOff,
    ProbeOn,
    Subsides,
    Surge,
)
from ui.instructor.running import RunningList, lasts_s
from ui.instructor.trigger_text import figures_text, trigger_name
from ui.instructor.triggers import (
    TRIGGERS,
    Chosen,
    Group,
    Lasting,
    Strength,
    Trigger,
    end_of,
    of_group,
)
from ui.staged_text import staged_id
from ui.words import SENTENCES

BY_NAME = {trigger.name: trigger for trigger in TRIGGERS}
EVERY_CHOICE = [Chosen(*both) for both in itertools.product(Strength, Lasting)]


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.name)
def test_every_button_has_a_name_and_says_what_it_would_do(trigger: Trigger) -> None:
    assert trigger_name(trigger.name)
    for chosen in EVERY_CHOICE:
        assert figures_text(trigger.make(chosen))


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.name)
def test_whatever_is_staged_or_ended_has_words_in_the_record(trigger: Trigger) -> None:
    mishap = trigger.make(Chosen())
    for staged in (mishap, end_of(mishap)):
        assert staged is None or f"mishap-{staged_id(staged)}" in SENTENCES


def test_no_two_buttons_are_the_same() -> None:
    assert len(BY_NAME) == len(TRIGGERS)
    assert sorted(TRIGGERS, key=lambda one: one.name) == sorted(
        (one for group in Group for one in of_group(group)), key=lambda one: one.name
    )


def test_stronger_is_more_and_longer_is_longer() -> None:
    surge = BY_NAME["pressure-up"]
    by = [surge.make(Chosen(strength=one)) for one in Strength]
    assert [one.sbp for one in by if isinstance(one, Surge)] == [25, 50, 75]
    spans = [lasts_s(surge.make(Chosen(lasting=one))) for one in Lasting]
    assert spans == sorted(spans, key=float)
    low = [BY_NAME["oxygen-falls"].make(Chosen(strength=one)) for one in Strength]
    assert [one.spo2 for one in low if isinstance(one, Desaturation)] == [90.0, 86.0, 80.0]


def test_what_a_button_would_do_stands_in_figures() -> None:
    assert figures_text(Surge(50.0, 28.0, hold_s=600.0)) == "+50/+28 · 16 min"
    assert figures_text(Surge(0.0, 0.0, -30.0, 30.0, 60.0, 60.0)) == "−30 /min · 2 min"
    assert figures_text(Desaturation(86.0)) == "to 86 % · 3 min"
    assert figures_text(ProbeOff()) == "until ended"
    assert figures_text(ProbeOff(60.0)) == "1 min"
    assert figures_text(CuffFails(times=2)) == "next readings: 2"
    assert figures_text(NextCuff(186.0, 112.0)) == "186/112 mmHg"
    assert figures_text(PressStart()) == "at once"


def test_what_goes_on_can_be_ended_and_what_is_over_at_once_cannot() -> None:
    assert end_of(ProbeOff()) == ProbeOn()
    assert end_of(CableOut()) == CableIn()
    assert end_of(Desaturation(86.0)) == Subsides(Desaturation(86.0))
    assert end_of(PressStart()) is None
    assert end_of(NextCuff(186.0, 112.0)) is None


def test_what_ends_by_itself_is_gone_at_its_time() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(60.0), 100.0)
    running.begin("cable-out", CableOut(), 110.0)
    running.begin("press-start", PressStart(), 110.0)
    assert [one.name for one in running.at(159.0)] == ["cable-out", "probe-off"]
    assert [one.name for one in running.at(160.0)] == ["cable-out"]
    assert [one.name for one in running.at(9999.0)] == ["cable-out"]


def test_the_same_once_more_begins_anew() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(60.0), 100.0)
    running.begin("probe-off", ProbeOff(), 120.0)
    assert [one.since_s for one in running.at(130.0)] == [120.0]
    running.begin("pressure-up", Surge(25, 15), 130.0)
    running.begin("pressure-up", Surge(50, 28), 131.0)
    assert [one.since_s for one in running.at(140.0)] == [131.0, 120.0]


def test_a_cuff_that_is_to_fail_twice_has_done_so_after_two_readings() -> None:
    running = RunningList()
    running.begin("cuff-fails", CuffFails(times=2), 0.0)
    running.begin("probe-off", ProbeOff(), 0.0)
    assert [one.readings for one in running.at(1.0)] == [None, 2]
    running.cuff_failed()
    assert [one.readings for one in running.at(1.0)] == [None, 1]
    running.cuff_failed()
    assert [one.name for one in running.at(1.0)] == ["probe-off"]
    running.cuff_failed()
    assert [one.name for one in running.at(1.0)] == ["probe-off"]


def test_what_was_ended_is_taken_away_once() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(), 0.0)
    (one,) = running.at(1.0)
    assert running.take(one.number) == one
    assert running.take(one.number) is None
    assert running.at(2.0) == ()


def test_what_the_learners_hand_mends_is_over() -> None:
    running = RunningList()
    running.begin("probe-off", ProbeOff(), 0.0)
    running.begin("cable-out", CableOut(), 0.0)
    running.mend((ProbeOn(),))
    assert [one.name for one in running.at(1.0)] == ["cable-out"]
