"""Is that the monitor in front of you? When it is asked, and what a no puts aside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, SOURCE, UP, Bench, cuff, numerics

from monitor.commands import (
    AllowCuff,
    ConfirmMonitor,
    ManualCuff,
    StartCuff,
    StartInfusion,
)
from monitor.events import LinkChanged, LinkReason, LinkState, Resumed
from monitor.handshake import Handshake, Question
from monitor.outcomes import BaselineAccepted, CuffAsked, CuffUnconfirmed, Refused
from monitor.picture import Shown
from monitor.viewing import picture
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

NO = ConfirmMonitor(SOURCE, same=False, by="AK")
YES = ConfirmMonitor(SOURCE, same=True, by="AK")
OTHER = replace(DEVICE, name="other", source="device:other")


def down(quiet_s: float | None = 0.0) -> LinkChanged:
    return LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, quiet_s)


def asked(bench: Bench) -> Question | None:
    return bench.core.state.handshake.question


def of_other(sbp: float, dbp: float) -> CuffResult:
    return CuffResult(sbp, dbp, None, None, OTHER.source)


# ---- when it is asked


def test_the_first_result_of_a_device_is_asked_about_and_the_second_is_not() -> None:
    bench = Bench(treating=False)
    bench.feed(30.0, cuff(128, 79))
    assert asked(bench) == Question(SOURCE, 30.0, 128.0, 79.0)
    bench.feed(40.0, YES)
    bench.feed(330.0, cuff(130, 80))
    assert asked(bench) is None


def test_each_device_is_asked_about() -> None:
    bench = Bench(devices=(DEVICE, OTHER))
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(60.0, of_other(131, 80))
    assert asked(bench) == Question(OTHER.source, 60.0, 131.0, 80.0)


@pytest.mark.parametrize("quality", [Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN])
def test_a_result_that_was_already_on_the_wire_is_not_asked_about(quality: Quality) -> None:
    bench = Bench()
    bench.feed(1.0, cuff(128, 79, quality))
    assert asked(bench) is None
    bench.feed(60.0, cuff(130, 79))
    assert asked(bench) == Question(SOURCE, 60.0, 130.0, 79.0)


def test_a_pressure_that_a_person_measured_is_not_asked_about() -> None:
    bench = Bench()
    bench.feed(30.0, ManualCuff(128, 79, "AK"))
    assert asked(bench) is None


@pytest.mark.parametrize(("away_s", "again"), [(60.0, False), (60.001, True), (600.0, True)])
def test_it_is_asked_again_after_the_link_was_away_for_more_than_a_minute(
    away_s: float, again: bool
) -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(100.0, down())
    bench.feed(100.0 + away_s, UP)
    bench.feed(900.0, cuff(140, 90))
    assert (asked(bench) is not None) is again


def test_the_silence_before_the_link_was_given_up_counts() -> None:
    handshake = Handshake((DEVICE,))
    handshake.result(cuff(128, 79), 30.0)
    handshake.answer(SOURCE, 31.0, same=True)
    handshake.link(down(quiet_s=12.0), 100.0)
    handshake.link(replace(down(), reason=LinkReason.PORT_ABSENT), 130.0)
    handshake.link(UP, 150.0)
    handshake.result(cuff(128, 79), 160.0)
    assert handshake.question is not None


SELDOM = replace(DEVICE, link_lost_after_s=None)


@pytest.mark.parametrize(("away_s", "again"), [(59.0, False), (61.0, True)])
def test_of_a_device_that_speaks_seldom_only_the_gap_of_its_port_counts(
    away_s: float, again: bool
) -> None:
    bench = Bench(devices=(SELDOM,))
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(290.0, down(quiet_s=260.0))
    bench.feed(290.0 + away_s, UP)
    bench.feed(630.0, cuff(140, 90))
    assert (asked(bench) is not None) is again


def test_the_silence_of_a_device_that_speaks_seldom_is_no_gap() -> None:
    handshake = Handshake((SELDOM,))
    handshake.result(cuff(128, 79), 30.0)
    handshake.answer(SOURCE, 31.0, same=True)
    silent = LinkChanged(LinkState.SILENT, LinkReason.WRONG_DRIVER, SOURCE, 70.0)
    handshake.link(silent, 100.0)
    handshake.link(UP, 330.0)
    handshake.result(cuff(130, 80), 330.0)
    assert handshake.question is None
    handshake.link(down(quiet_s=10.0), 340.0)
    handshake.link(silent, 380.0)  # the port is back, and nothing came yet
    handshake.link(UP, 630.0)
    handshake.result(cuff(130, 80), 630.0)
    assert handshake.question is None


def test_until_somebody_answers_the_values_are_judged() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(206, 90))
    assert bench.alarms()[-1] == (30.0, "sbp-extreme", "high", "sounding")
    assert asked(bench) is not None


# ---- a yes


def test_a_yes_ends_the_question_and_changes_nothing_else() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79))
    before = list(bench.said)
    bench.feed(40.0, YES)
    assert (asked(bench), bench.said) == (None, before)
    shown = picture(bench.core, 40.0).numerals[VitalSign.SBP]
    assert (shown.shown, shown.value, shown.why) == (Shown.LIVE, 128.0, "")


def test_an_answer_about_one_device_leaves_the_question_about_another() -> None:
    bench = Bench(devices=(DEVICE, OTHER))
    bench.feed(60.0, of_other(131, 80))
    bench.feed(61.0, YES)
    assert asked(bench) is not None


def test_a_device_that_is_none_of_this_session_is_refused() -> None:
    bench = Bench()
    bench.feed(40.0, ConfirmMonitor("device:nobody", same=True, by="AK"))
    (refused,) = bench.of(Refused)
    assert refused == Refused("confirm-monitor", "prefer-no-device", ("device:nobody", SOURCE))


# ---- a no


def test_after_a_no_the_result_is_doubted_and_looks_like_it() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79))
    bench.feed(40.0, NO)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(30.0)]
    shown = picture(bench.core, 40.0).numerals[VitalSign.SBP]
    assert (shown.shown, shown.why) == (Shown.AGED, "unconfirmed")


def test_after_a_no_nothing_of_the_device_is_taken() -> None:
    bench = Bench(technical=True)
    bench.feed(39.0, numerics(hr=80.0, spo2=97.0), cuff(128, 79))
    bench.feed(40.0, NO)
    heard = len(bench.said)
    state = bench.core.state
    bench.feed(41.0, numerics(hr=170.0), cuff(230, 130))
    bench.feed(41.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    bench.feed(41.0, DeviceNote(DeviceNoteKind.BATTERY_LOW, "", SOURCE))
    bench.feed(41.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    assert len(bench.said) == heard
    assert (state.latest.held, state.failed_in_a_row, len(state.latest.cuffs)) == ({}, 0, 1)
    assert {missing.reason for missing in state.latest.missing.values()} == {LinkReason.STRANGER}


def test_after_a_no_the_line_counts_as_lost() -> None:
    bench = Bench(technical=True)
    bench.feed(30.0, cuff(128, 79))
    bench.feed(40.0, NO)
    bench.wait(60.0)
    assert ("link-lost", "sounding") in [(alarm, state) for _, alarm, _, state in bench.alarms()]


def test_what_rested_on_that_result_alone_is_over() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(170, 90))
    assert bench.alarms()[-1][3] == "pending"
    bench.feed(40.0, NO)
    bench.wait(900.0)
    assert {state for _, _, _, state in bench.alarms()} == {"pending", "cleared"}
    bench.feed(910.0, ManualCuff(184, 90, "AK"))
    assert bench.alarms()[-1] == (910.0, "sbp-very-high", "medium", "sounding")  # not high at once


def test_an_extreme_value_of_another_patient_stays_as_a_message_until_acknowledged() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(206, 90))
    bench.feed(40.0, NO)
    (view,) = bench.core.judge.engine.views(40.0)
    assert view.alarm == "sbp-extreme"
    assert view.waits


def test_a_no_that_nobody_asked_for_puts_the_device_aside_too() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(400.0, NO)
    assert bench.of(CuffUnconfirmed) == []
    bench.feed(410.0, cuff(230, 130))
    assert bench.alarms() == []
    assert bench.core.state.handshake.put_aside == {SOURCE}


def test_the_other_devices_go_on() -> None:
    bench = Bench(devices=(DEVICE, OTHER))
    bench.feed(30.0, cuff(128, 79), NO)
    bench.feed(60.0, of_other(206, 90))
    assert bench.alarms()[-1] == (60.0, "sbp-extreme", "high", "sounding")


def test_the_cuff_of_another_patient_is_never_started() -> None:
    able = replace(DEVICE, can_start_cuff=True, may_start_cuff=True)
    bench = Bench(devices=(able,))
    bench.feed(30.0, cuff(128, 79), NO)
    bench.feed(200.0, UP, AllowCuff(SOURCE, allowed=True, by="AK"), StartCuff(SOURCE, "AK"))
    assert bench.of(CuffAsked) == []
    assert [one.reason for one in bench.of(Refused) if isinstance(one, Refused)] == [
        "cuff-put-aside"
    ]
    bench.feed(300.0, YES, StartCuff(SOURCE, "AK"))
    assert bench.of(CuffAsked) == [CuffAsked(SOURCE)]


# ---- a yes after a no


def test_a_yes_after_a_no_takes_the_device_back() -> None:
    bench = Bench(technical=True)
    bench.feed(30.0, cuff(128, 79), NO)
    bench.feed(100.0, YES)
    bench.feed(101.0, numerics(hr=80.0, spo2=97.0), cuff(206, 90))
    assert bench.alarms()[-1] == (101.0, "sbp-extreme", "high", "sounding")
    assert bench.core.state.links.up(SOURCE)


def test_a_line_that_went_meanwhile_is_known_to_be_gone() -> None:
    bench = Bench(technical=True)
    bench.feed(30.0, cuff(128, 79), NO)
    bench.feed(60.0, down())
    bench.feed(100.0, YES)
    assert not bench.core.state.links.up(SOURCE)
    bench.feed(110.0, UP)
    assert bench.core.state.links.up(SOURCE)


# ---- what nobody vouched for


def test_a_no_takes_back_every_result_since_the_question() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(186, 90))
    bench.feed(330.0, cuff(188, 90))
    assert bench.alarms()[-1][1:] == ("sbp-very-high", "high", "escalated")
    bench.feed(340.0, NO)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(30.0), CuffUnconfirmed(330.0)]
    assert bench.core.sound(340.0) is None
    shown = picture(bench.core, 340.0).numerals[VitalSign.SBP]
    assert (shown.shown, shown.why) == (Shown.AGED, "unconfirmed")


def test_a_no_that_nobody_asked_for_takes_back_what_came_since_the_last_yes() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(330.0, cuff(186, 90))
    bench.feed(340.0, NO)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(330.0)]
    assert bench.core.sound(340.0) is None


def test_what_a_repeat_did_not_confirm_is_not_marked_twice() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(186, 90))
    bench.feed(100.0, cuff(128, 79))
    bench.feed(110.0, NO)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(30.0), CuffUnconfirmed(100.0)]


def test_before_a_gap_it_was_the_right_one() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(330.0, cuff(130, 80))
    bench.feed(400.0, down())
    bench.feed(500.0, UP)
    bench.feed(630.0, cuff(150, 95))
    bench.feed(640.0, NO)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(630.0)]


def test_the_question_follows_the_newest_result() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79))
    bench.feed(330.0, cuff(130, 80))
    assert asked(bench) == Question(SOURCE, 330.0, 130.0, 80.0)


def test_a_second_device_waits_with_its_question() -> None:
    bench = Bench(devices=(DEVICE, OTHER))
    bench.feed(30.0, cuff(128, 79))
    bench.feed(60.0, of_other(131, 80))
    assert asked(bench) == Question(SOURCE, 30.0, 128.0, 79.0)
    bench.feed(70.0, YES)
    bench.feed(360.0, of_other(133, 81))
    assert asked(bench) == Question(OTHER.source, 360.0, 133.0, 81.0)
    bench.feed(370.0, ConfirmMonitor(OTHER.source, same=False, by="AK"))
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(60.0), CuffUnconfirmed(360.0)]


@pytest.mark.parametrize(("away_s", "again"), [(60.0, False), (61.0, True)])
def test_it_is_asked_again_after_the_program_was_away(away_s: float, again: bool) -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(100.0 + away_s, Resumed(100.0), UP)
    bench.feed(330.0, cuff(130, 80))
    assert (asked(bench) is not None) is again


def test_it_is_asked_again_when_another_unit_was_let_in() -> None:
    bench = Bench()
    bench.feed(30.0, cuff(128, 79), YES)
    bench.feed(100.0, replace(down(), reason=LinkReason.STRANGER))
    bench.feed(110.0, UP)
    bench.feed(330.0, cuff(130, 80))
    assert asked(bench) is not None


def test_the_heart_rate_of_another_patient_makes_no_baseline() -> None:
    bench = Bench(treating=False)
    bench.stream(0.0, 20.0, hr=120.0, spo2=97.0)
    bench.feed(20.0, NO, StartInfusion("AK"))
    assert bench.of(BaselineAccepted) == [BaselineAccepted(None, None, None, None)]
