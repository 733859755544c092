"""Distress, calling the provider, and what the checks of a treatment ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import Bench, cuff, numerics

from devices.sound_duty import Ask, Desk, SoundDuty, Stimulus
from monitor.commands import (
    Acknowledge,
    Action,
    BeginDischarge,
    EndSession,
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.limits import PROFILES
from monitor.outcomes import Priority, Refused
from monitor.people import Patient, Risk
from monitor.sounding import Melody, Sounding
from monitor.treatment.commands import (
    CuffSize,
    Distress,
    MeasureBaseline,
    Mount,
    Side,
    SignDecision,
    SkipPrompt,
    StandingCuff,
    TreatmentCommand,
)
from monitor.treatment.duties import MINDED
from monitor.treatment.view import PromptKind, PromptView, TreatmentView
from monitor.viewing import Viewer
from ui.duty_refusals import DUTY_REFUSALS
from ui.words import say

K = PromptKind
FRIGHTENED, CALM = Distress("Nurse 1"), Distress("Nurse 1", over=True)


def seen(bench: Bench, at: float) -> TreatmentView:
    bench.wait(at)
    treatment = Viewer(bench.core).picture(at).treatment
    assert treatment is not None
    return treatment


def asked(bench: Bench, at: float, kind: PromptKind) -> list[PromptView]:
    return [one for one in seen(bench, at).prompts if one.kind is kind]


# ---- distress


def test_distress_is_shown_for_15_min_at_most() -> None:
    bench = Bench()
    bench.feed(100.0, FRIGHTENED)
    assert seen(bench, 999.999).distress_since_s == 100.0
    assert seen(bench, 1000.0).distress_since_s is None
    assert asked(bench, 1000.0, K.DISTRESS) == []


def test_another_tap_begins_the_15_min_anew_and_asks_again() -> None:
    bench = Bench()
    bench.feed(100.0, FRIGHTENED, Note("n", NoteKind.DYSPNOEA, "", "Nurse 1"))
    bench.feed(900.0, FRIGHTENED)
    assert seen(bench, 1799.0).distress_since_s == 900.0
    assert len(asked(bench, 1799.0, K.DISTRESS)) == 1


def test_it_ends_when_somebody_says_so_once() -> None:
    bench = Bench()
    bench.feed(100.0, FRIGHTENED)
    bench.feed(200.0, CALM, CALM)
    assert seen(bench, 200.0).distress_since_s is None
    assert bench.of(Refused) == [Refused("distress", "no-distress")]


@pytest.mark.parametrize("kind", [NoteKind.CHEST_PAIN, NoteKind.DYSPNOEA])
def test_chest_pain_or_breathlessness_is_asked_until_it_is_answered(kind: NoteKind) -> None:
    bench = Bench()
    bench.feed(100.0, FRIGHTENED, Note("n1", NoteKind.ANXIETY, "", "Nurse 1"))
    (prompt,) = asked(bench, 150.0, K.DISTRESS)
    assert prompt.due_s == 100.0
    bench.feed(160.0, Note("n2", kind, "", "Nurse 1"))
    assert asked(bench, 160.0, K.DISTRESS) == []
    assert bench.core.sound(160.0) is Priority.HIGH


def test_no_is_an_answer_too() -> None:
    bench = Bench()
    bench.feed(100.0, FRIGHTENED)
    (prompt,) = asked(bench, 150.0, K.DISTRESS)
    bench.feed(160.0, SkipPrompt(prompt.id, "no", "Nurse 1"))
    assert asked(bench, 160.0, K.DISTRESS) == []
    assert seen(bench, 160.0).distress_since_s == 100.0


def test_in_a_quiet_room_a_fast_heart_of_distress_is_heard_at_the_seat_and_is_no_less_urgent() -> (
    None
):
    bench = Bench()
    bench.feed(100.0, FRIGHTENED)
    bench.stream(101.0, 112.0, hr=125)
    sounding = bench.core.sounding(111.0)
    assert sounding == Sounding(1, Priority.MEDIUM, Melody.CARDIOVASCULAR)
    assert sounding is not None
    duty = SoundDuty(0.0)
    duty.take(Stimulus.BEAT)
    duty.take(Ask((sounding,)))
    assert duty.wish.asked == (sounding,)
    duty.take(Desk("Headset", quiet=True))
    assert (duty.wish.asked, duty.desk_wish.asked) == ((), (sounding,))


# ---- what a high pressure asks for


def test_a_high_pressure_asks_for_the_provider_and_first_for_a_pause_where_there_is_one() -> None:
    bench, drip = Bench(profile=PROFILES["im-sc"]), Bench()
    for one in (bench, drip):
        one.feed(300.0, cuff(186, 90))
        assert asked(one, 300.0, K.CALL_PROVIDER) == asked(one, 300.0, K.PAUSE_AND_CALL) == []
        one.feed(360.0, cuff(188, 90))
    for one, kind, other in (
        (bench, K.CALL_PROVIDER, K.PAUSE_AND_CALL),
        (drip, K.PAUSE_AND_CALL, K.CALL_PROVIDER),
    ):
        (prompt,) = asked(one, 400.0, kind)
        assert (prompt.due_s, prompt.about, prompt.can_skip) == (360.0, "bp/high", True)
        assert asked(one, 400.0, other) == []


def test_a_drip_that_is_paused_asks_for_no_pause_and_one_that_goes_on_too_high_does() -> None:
    drip = Bench()
    drip.feed(300.0, cuff(205, 90))
    drip.feed(310.0, PauseInfusion("Nurse 1"))
    assert asked(drip, 310.0, K.PAUSE_AND_CALL) == []
    drip.feed(320.0, ResumeInfusion("Nurse 1", "Provider 1", "as ordered"))
    (prompt,) = asked(drip, 320.0, K.PAUSE_AND_CALL)
    assert prompt.due_s == 320.0
    drip.feed(330.0, Acknowledge("bp/high", "Nurse 1", Action.PROVIDER_CALLED))
    assert asked(drip, 330.0, K.PAUSE_AND_CALL) == []


def test_the_provider_is_called_once_an_alarm() -> None:
    bench = Bench(profile=PROFILES["im-sc"])
    bench.feed(300.0, cuff(205, 90))
    bench.feed(310.0, Acknowledge("bp/high", "Nurse 1", Action.PROVIDER_CALLED))
    assert asked(bench, 310.0, K.CALL_PROVIDER) == []
    bench.feed(600.0, cuff(208, 95))
    assert bench.alarms()[-1][3] == "reminded"
    assert asked(bench, 600.0, K.CALL_PROVIDER) == []
    bench.feed(700.0, cuff(130, 80))
    bench.feed(1000.0, cuff(205, 90))
    (prompt,) = asked(bench, 1000.0, K.CALL_PROVIDER)
    assert prompt.due_s == 1000.0


def test_an_answer_of_another_kind_leaves_the_call_and_a_skip_takes_it_away() -> None:
    bench = Bench(profile=PROFILES["im-sc"])
    bench.feed(300.0, cuff(205, 90))
    bench.feed(310.0, Acknowledge("bp/high", "Nurse 1", Action.REMEASURED))
    (prompt,) = asked(bench, 310.0, K.CALL_PROVIDER)
    bench.feed(320.0, SkipPrompt(prompt.id, "she is in the room", "Nurse 1"))
    assert asked(bench, 330.0, K.CALL_PROVIDER) == []


def test_an_alarm_that_is_over_asks_for_nobody() -> None:
    bench = Bench(profile=PROFILES["im-sc"])
    bench.feed(300.0, cuff(70, 40))
    assert [one.about for one in asked(bench, 300.0, K.CALL_PROVIDER)] == ["bp/low"]
    bench.feed(400.0, cuff(110, 70))
    assert asked(bench, 400.0, K.CALL_PROVIDER) == []


def test_before_the_drug_was_given_nobody_is_called() -> None:
    bench = Bench(profile=PROFILES["im-sc"], treating=False)
    bench.feed(300.0, cuff(205, 90))
    assert asked(bench, 300.0, K.CALL_PROVIDER) == []


# ---- what the checks ask for


def test_where_leaving_wants_a_pressure_standing_it_is_asked_for_until_it_is_known() -> None:
    old = Patient("20417", 80.0, risks=frozenset({Risk.AGE_65}))
    bench, young = Bench(flow=True, patient=old, treating=False), Bench(flow=True, treating=False)
    for one in (bench, young):
        begin(one)
        one.feed(2400.0, StopInfusion("Nurse 1"))
        one.feed(6000.0, BeginDischarge("Nurse 1"))
    (prompt,) = asked(bench, 6000.0, K.STANDING)
    assert prompt.due_s == 6000.0
    assert asked(young, 6000.0, K.STANDING) == []
    bench.feed(6010.0, cuff(124, 76))
    for minute in (1, 3):
        bench.feed(6000.0 + 60.0 * minute, StandingCuff(120.0, 76.0, minute, False, "Nurse 1"))
    assert asked(bench, 6200.0, K.STANDING) == []


def begin(bench: Bench) -> None:
    """Through the screening as fast as it goes, and signed."""
    bench.feed(1.0, MeasureBaseline("Nurse 1"), numerics(hr=72, spo2=98), cuff(124, 76))
    bench.feed(
        2.0,
        SignDecision("Provider 1", "urgent", "Provider 1", "Nurse 1"),
        StartInfusion("Nurse 1"),
    )
    assert bench.core.state.clock.started_at == 2.0


def test_readings_that_differ_ask_for_another_one_and_each_can_be_skipped() -> None:
    bench = Bench(flow=True, treating=False)
    bench.feed(10.0, cuff(120, 70))
    assert asked(bench, 10.0, K.BASELINE) == []
    bench.feed(20.0, cuff(140, 70))
    (prompt,) = asked(bench, 20.0, K.BASELINE)
    bench.feed(21.0, SkipPrompt(prompt.id, "pain", "Nurse 1"))
    assert asked(bench, 21.0, K.BASELINE) == []
    bench.feed(30.0, cuff(160, 70))
    assert len(asked(bench, 30.0, K.BASELINE)) == 1
    bench.feed(40.0, cuff(158, 70))
    assert asked(bench, 40.0, K.BASELINE) == []


def test_a_cuff_that_was_put_elsewhere_asks_for_a_new_baseline() -> None:
    bench = Bench(flow=True, treating=False)
    mount = Mount(CuffSize.ADULT, Side.LEFT, None, None, "Nurse 1")
    bench.feed(10.0, mount, cuff(120, 70), cuff(121, 70))
    bench.feed(20.0, replace(mount, cuff_arm=Side.RIGHT))
    assert len(asked(bench, 20.0, K.BASELINE)) == 1


# ---- order


@pytest.mark.parametrize("command", [FRIGHTENED, CALM])
def test_after_the_end_nothing_is_entered(command: TreatmentCommand) -> None:
    bench = Bench()
    bench.feed(10.0, StopInfusion("Nurse 1"), EndSession("Nurse 1"), command)
    assert bench.of(Refused) == [Refused("distress", "session-over")]


def test_every_refusal_of_this_part_is_one_sentence() -> None:
    for reason in (*DUTY_REFUSALS, "session-over"):
        assert say(reason, "20").endswith(".")
    assert len(MINDED) == 6
