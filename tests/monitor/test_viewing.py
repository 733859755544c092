"""From what a chair knows to what is drawn: ages, greys, blanks, limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, OPENED, SOURCE, UP, Bench, cuff, numerics

from monitor.commands import (
    Acknowledge,
    AllowCuff,
    ChangeLimit,
    ConfirmMonitor,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.events import LinkChanged, LinkReason, LinkState, Resumed
from monitor.limits import DEFAULTS, PROFILES
from monitor.outcomes import Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture, Numeral, Shown
from monitor.viewing import Viewer, limits_shown, picture
from monitor.vitals import (
    CuffResult,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

SBP, DBP, MAP, HR, PULSE, SPO2 = (
    VitalSign.SBP,
    VitalSign.DBP,
    VitalSign.MAP,
    VitalSign.HR,
    VitalSign.PULSE,
    VitalSign.SPO2,
)


def seen(bench: Bench, now: float | None = None) -> ChairPicture:
    return picture(bench.core, bench.core.now if now is None else now)


def numeral(bench: Bench, sign: VitalSign, now: float | None = None) -> Numeral:
    return seen(bench, now).numerals[sign]


def result(
    quality: Quality = Quality.GOOD, age_s: float | None = None, mean: float | None = 92.0
) -> CuffResult:
    return CuffResult(124.0, 76.0, mean, None, SOURCE, quality, age_s)


# ---- the cuff grows old


@pytest.mark.parametrize(
    ("age_s", "shown"),
    [
        (0.0, Shown.LIVE),
        (374.9, Shown.LIVE),
        (375.0, Shown.AGED),
        (599.9, Shown.AGED),
        (600.0, Shown.DASHES),
        (9999.0, Shown.DASHES),
    ],
)
def test_a_cuff_value_is_aged_and_then_gives_way_to_dashes(age_s: float, shown: Shown) -> None:
    bench = Bench()
    bench.feed(100.0, result())
    sbp = numeral(bench, SBP, 100.0 + age_s)
    assert (sbp.shown, sbp.value, sbp.age_s) == (shown, 124.0, age_s)


def test_no_cuff_value_outlives_half_an_hour() -> None:
    bench = Bench(nibp_interval_s=1800.0)
    bench.feed(100.0, result())
    assert numeral(bench, SBP, 100.0 + 1799.9).shown is Shown.LIVE
    assert numeral(bench, SBP, 100.0 + 1800.0).shown is Shown.DASHES


def test_after_the_window_a_cuff_value_may_be_older() -> None:
    bench = Bench()
    bench.feed(10.0, StopInfusion("AK"))
    bench.feed(2000.0, result())
    assert numeral(bench, SBP, 2000.0 + 1124.9).shown is Shown.LIVE
    assert numeral(bench, SBP, 2000.0 + 1125.0).shown is Shown.AGED
    assert seen(bench).nibp_interval_s == 900.0


def test_what_the_device_says_about_the_age_of_a_result_counts() -> None:
    bench = Bench()
    bench.feed(500.0, result(age_s=370.0))
    assert numeral(bench, SBP, 504.0).age_s == 374.0
    assert numeral(bench, SBP, 505.0).shown is Shown.AGED


@pytest.mark.parametrize(
    ("quality", "age_s", "told_s"),
    [
        (Quality.BEFORE_SESSION, 60.0, 70.0),
        (Quality.BEFORE_SESSION, 0.0, 10.0),
        (Quality.AGE_UNKNOWN, None, None),
    ],
)
def test_what_was_on_the_wire_before_is_grey_with_the_age_that_is_known(
    quality: Quality, age_s: float | None, told_s: float | None
) -> None:
    bench = Bench(treating=False)
    bench.feed(20.0, result(quality, age_s))
    sbp = numeral(bench, SBP, 30.0)
    assert (sbp.shown, sbp.value, sbp.age_s, sbp.why) == (Shown.AGED, 124.0, told_s, quality)


def test_a_doubtful_result_says_what_it_is() -> None:
    bench = Bench()
    bench.feed(20.0, result(Quality.DEMO))
    assert numeral(bench, SBP).why == "demo"


def test_a_sign_that_a_result_does_not_have_was_never_measured() -> None:
    bench = Bench()
    assert numeral(bench, SBP) == replace(numeral(bench, SBP), shown=Shown.NEVER, value=None)
    bench.feed(20.0, result(mean=None))
    assert numeral(bench, MAP).shown is Shown.NEVER
    assert numeral(bench, VitalSign.NIBP_PULSE).value is None
    bench.feed(30.0, ManualCuff(130, 80, "AK"))
    assert (numeral(bench, SBP).value, numeral(bench, DBP).value) == (130, 80)


# ---- streams


def test_a_stream_is_live_until_its_freshness_is_over_and_then_blank() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(hr=72))
    assert numeral(bench, HR, 104.0) == Numeral(
        HR, Shown.LIVE, 72, 4.0, 50.0, 110.0, 0.0, 72.0, None, ""
    )
    bench.wait(105.0)
    gone = numeral(bench, HR, 106.0)
    assert (gone.shown, gone.value, gone.age_s, gone.why) == (Shown.BLANK, None, 1.0, "no-value")
    assert gone.delta is None


def test_why_there_is_no_value_is_told() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(hr=72, spo2=98))
    bench.feed(101.0, SignalLost(SPO2, LostReason.SENSOR_OFF, SOURCE))
    assert numeral(bench, SPO2).why == "sensor-off"
    bench.feed(102.0, LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, SOURCE, 0.0))
    assert numeral(bench, HR).why == "port-absent"
    assert numeral(bench, VitalSign.TEMP) == Numeral(VitalSign.TEMP, Shown.NEVER, None, None)


def test_a_poor_value_is_shown_with_its_doubt() -> None:
    bench = Bench()
    bench.feed(100.0, numerics(Quality.POOR, spo2=85))
    assert (numeral(bench, SPO2).shown, numeral(bench, SPO2).why) == (Shown.LIVE, "poor")


# ---- limits, changes, breaches


def test_the_change_from_baseline_stands_beside_the_value() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(140, 70), numerics(pulse=80))
    assert (numeral(bench, SBP).delta, numeral(bench, SBP).baseline) == (16.0, 124.0)
    assert numeral(bench, DBP).delta == -6.0
    assert numeral(bench, PULSE).delta == 8.0, "the pulse is compared with the resting heart"
    assert numeral(bench, MAP).delta is None


def test_without_a_baseline_there_is_no_change() -> None:
    bench = Bench(treating=False)
    bench.feed(100.0, cuff(140, 70))
    assert (numeral(bench, SBP).delta, numeral(bench, SBP).baseline) == (None, None)


def test_the_nearest_limits_are_those_that_are_in_force() -> None:
    high = limits_shown(PROFILES["adult-iv"], None, "high")
    assert high == {SBP: 160, DBP: 100, HR: 110, VitalSign.RR: 30}
    low = limits_shown(PROFILES["adult-iv"], None, "low")
    assert low == {SBP: 90, DBP: 50, HR: 50, SPO2: 92, VitalSign.RR: 8}
    bench = Bench()
    bench.feed(100.0, ChangeLimit("sbp-high", 170.0, "AK"))
    now = seen(bench)
    assert now.numerals[SBP].high == 170.0
    assert now.deviations == (("sbp-high", 160, 170.0),)
    assert now.numerals[HR].low == 50.0
    bench.feed(101.0, ChangeLimit("sbp-high", None, "AK"))
    assert seen(bench).deviations == ()


def test_a_viewer_notices_that_limits_moved() -> None:
    bench = Bench(treating=False)
    viewer = Viewer(bench.core)
    assert viewer.picture(0.0).numerals[DBP].high == DEFAULTS["dbp-high"]
    bench.feed(50.0, cuff(124, 94))
    bench.feed(60.0, ChangeLimit("hr-high", 100.0, "AK"))
    assert viewer.picture(60.0).numerals[HR].high == 100.0
    bench.feed(70.0, StartInfusion("AK"))
    assert viewer.picture(70.0).numerals[DBP].high == 104.0


def test_a_card_and_a_withdrawn_note_colour_the_sign_only_while_it_is_in_doubt() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(165, 90))
    assert (numeral(bench, SBP).breach, numeral(bench, DBP).breach) == (Priority.MEDIUM, None)
    bench.feed(200.0, cuff(120, 80))
    assert numeral(bench, SBP).breach is None
    assert [view.state for view in seen(bench).alarms] == ["withdrawn"]


def test_an_alarm_colours_the_signs_of_its_reasons_until_it_is_over() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(165, 90), cuff(165, 90))
    assert numeral(bench, SBP).breach is Priority.MEDIUM
    assert numeral(bench, DBP).breach is None
    bench.feed(110.0, Acknowledge("bp/high", "AK"))
    assert numeral(bench, SBP).breach is Priority.MEDIUM
    bench.feed(200.0, cuff(120, 80))
    assert numeral(bench, SBP).breach is None
    bench.stream(300.0, 312.0, pulse=120)
    assert numeral(bench, PULSE).breach is numeral(bench, HR).breach is Priority.MEDIUM


def test_a_message_that_waits_to_be_acknowledged_colours_nothing() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(165, 90), cuff(165, 90))
    bench.feed(200.0, cuff(120, 80))
    assert numeral(bench, SBP).breach is None
    assert [view.state for view in seen(bench).alarms] == ["latched"]


def test_a_technical_alarm_colours_no_number() -> None:
    bench = Bench(technical=True)
    bench.wait(700.0)
    assert [view.alarm for view in seen(bench).alarms] == ["bp-overdue"]
    assert all(one.breach is None for one in seen(bench).numerals.values())


# ---- the rest of the picture


def test_who_and_what_is_in_the_chair() -> None:
    bench = Bench(simulated=True)
    bench.feed(600.0, PauseInfusion("AK"))
    now = seen(bench, 700.0)
    assert (now.chair, now.session_id, now.patient_id) == (1, "s-1", "20417")
    assert now.simulated
    assert (now.phase, now.phase_since_s, now.now_s) == (Phase.PAUSED, 600.0, 700.0)
    assert (now.infusion_started_s, now.infusion_ended_s, now.infusion_running) == (0, None, False)
    assert (now.infusion_ran_s, now.planned_s, now.dose_mg) == (600.0, 2400.0, 40.0)
    assert now.mg_given == pytest.approx(10.0)
    assert now.next_cuff_at_s == 300.0
    assert set(now.numerals) == set(VitalSign)
    bench.feed(800.0, StopInfusion("AK"))
    assert seen(bench).infusion_ended_s == 800.0


def test_sound_and_its_pause() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(165, 90), cuff(165, 90))
    assert (seen(bench).sound, seen(bench).audio_pause_left_s) == (Priority.MEDIUM, None)
    bench.feed(110.0, PauseAudio("AK", 60.0))
    assert (seen(bench, 120.0).sound, seen(bench, 120.0).audio_pause_left_s) == (None, 50.0)


def test_notes_stay_struck_through_and_gaps_are_kept() -> None:
    bench = Bench()
    note = Note("n1", NoteKind.NAUSEA, "", "AK")
    bench.feed(100.0, note, UndoNote("n1", "AK"), Resumed(90.0))
    [line] = seen(bench).notes
    assert (line.at_s, line.note, line.undone) == (100.0, note, True)
    assert seen(bench).gaps == ((90.0, 100.0),)


def test_the_worst_link_is_shown() -> None:
    other = replace(DEVICE, source="device:other")
    bench = Bench(devices=(DEVICE, other))
    assert seen(bench).link == UP
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, other.source, 3.0)
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, SOURCE)
    bench.feed(10.0, silent)
    assert seen(bench).link == silent
    bench.feed(11.0, down)
    assert seen(bench).link == down
    assert picture(Bench(treating=False, devices=()).core, 0.0).link == UP


def test_after_the_end_no_alarm_and_no_next_cuff_is_shown() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(206, 90), StopInfusion("AK"), EndSession("AK"))
    now = seen(bench)
    assert (now.phase, now.alarms, now.sound) == (Phase.SIGNED, (), None)
    assert now.next_cuff_at_s is None
    assert now.numerals[SBP].breach is None


def test_after_the_end_no_number_looks_alive() -> None:
    bench = Bench()
    bench.feed(100.0, cuff(128, 79), numerics(spo2=97.0, hr=72.0))
    before = seen(bench).numerals
    assert {before[sign].shown for sign in (SBP, DBP, HR, SPO2)} == {Shown.LIVE}
    bench.feed(101.0, StopInfusion("AK"), EndSession("AK"))
    after = seen(bench)
    assert after.phase is Phase.SIGNED
    assert not {one.shown for one in after.numerals.values()} & {Shown.LIVE, Shown.AGED}
    pressure, heart = after.numerals[SBP], after.numerals[HR]
    assert (pressure.shown, pressure.value, pressure.age_s) == (Shown.DASHES, 128, 1.0)
    assert (heart.shown, heart.value, heart.age_s) == (Shown.BLANK, None, None)
    assert heart.why == pressure.why == "session-over"
    assert after.numerals[VitalSign.TEMP].shown is Shown.NEVER


def test_a_picture_does_not_change_when_its_chair_does() -> None:
    bench = Bench()
    bench.feed(100.0, Note("n1", NoteKind.NAUSEA, "", "AK"), cuff(165, 90))
    before = seen(bench)
    copy = replace(before, numerals=dict(before.numerals))
    bench.feed(200.0, UndoNote("n1", "AK"), ChangeLimit("sbp-high", 170.0, "AK"), cuff(120, 80))
    assert before == copy
    assert before.profile == OPENED.profile.name


def test_it_says_whether_a_cuff_is_started_from_here() -> None:
    able = replace(DEVICE, can_start_cuff=True)
    bench = Bench(devices=(able,))
    assert not seen(bench).starts_cuff
    bench.feed(5.0, AllowCuff(SOURCE, allowed=True, by="AK"))
    assert seen(bench).starts_cuff


def test_it_names_the_monitors_that_were_put_aside() -> None:
    bench = Bench()
    bench.feed(5.0, UP, cuff(128, 79))
    bench.feed(6.0, ConfirmMonitor(SOURCE, same=False, by="AK"))
    assert seen(bench).put_aside == {SOURCE}
    bench.feed(7.0, ConfirmMonitor(SOURCE, same=True, by="AK"))
    assert seen(bench).put_aside == frozenset()
