from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import (
    Acknowledge,
    AllowCuff,
    ConfirmMonitor,
    ManualCuff,
    Note,
    NoteKind,
    PauseInfusion,
    PreferSource,
    Sedation,
    SoundChecked,
    UndoNote,
)
from monitor.events import (
    ClockJumped,
    DeviceFacts,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    Resumed,
)
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    CuffAsked,
    PhaseChanged,
    Priority,
)
from monitor.phases import Phase
from monitor.vitals import LostReason, Reading, SignalLost, VitalSign
from tests.ui.page_sessions import IVY, Pen, alarm, example_entries, numerics, opening
from ui.review.line import Kind, Line
from ui.review.timeline import timeline


def told(*script: tuple[float, object]) -> list[Line]:
    pen = Pen("a")
    pen.write(0.0, opening())
    for now_s, what in script:
        pen.write(now_s, what)
    return timeline(pen.entries)


OXIMETER = "device:nonin-df7"


def told_of_two(*script: tuple[float, object]) -> list[Line]:
    """The lines of a session with a second device that gives SpO2."""
    first = opening()
    second = DeviceFacts("nonin-df7", OXIMETER, 5.0, 10.0, frozenset({VitalSign.SPO2}))
    pen = Pen("a")
    pen.write(0.0, replace(first, devices=(*first.devices, second)))
    for now_s, what in script:
        pen.write(now_s, what)
    return timeline(pen.entries)


def test_of_two_devices_each_lost_line_is_told_by_its_name():
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, OXIMETER, 0.0)
    back = LinkChanged(LinkState.UP, LinkReason.CONNECTED, OXIMETER, 40.0)
    lines = told_of_two((100, down), (110, replace(down, source=IVY)), (140, back))
    assert [(line.text, line.at_s, line.until_s) for line in lines] == [
        ("No data from nonin-df7", 100, 140),
        (f"No data from {opening().devices[0].label}", 110, 140),
    ]


def test_a_sign_that_another_device_gives_is_not_lost():
    second = Numerics((Reading(VitalSign.SPO2, 95.0, OXIMETER),))
    off = SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, IVY)
    heart = [(at, Numerics((Reading(VitalSign.HR, 70.0, IVY),))) for at in range(10, 60, 10)]
    lines = told_of_two(
        (1, numerics(70, 98)), (2, second), (3, off), (4, second), *heart, (60, numerics(70, 98))
    )
    assert lines == []


def test_what_a_person_says_about_the_devices_is_told():
    lines = told_of_two(
        (1, PreferSource(VitalSign.SPO2, OXIMETER, "AK")),
        (2, AllowCuff("device:dinamap", allowed=True, by="AK")),
        (3, CuffAsked("device:dinamap")),
        (4, AllowCuff("device:dinamap", allowed=False, by="AK")),
    )
    assert [line.text for line in lines] == [
        "SpO₂ is taken from nonin-df7",
        "The cuff of dinamap may be started from here",
        "The cuff of dinamap was asked to measure",
        "The cuff of dinamap may no longer be started from here",
    ]
    assert {line.detail for line in lines} == {"by AK", ""}


def test_a_sound_check_is_told_with_its_answer():
    lines = told_of_two(
        (1, SoundChecked("desk", full=True, heard=True, by="AK")),
        (2, SoundChecked("desk", full=False, heard=False, by="AK")),
    )
    assert [(line.text, line.detail) for line in lines] == [
        ("Sound check (full): heard", "by AK"),
        ("Sound check (short): not heard", "by AK"),
    ]


def test_the_example_is_told_in_order():
    texts = [line.text for line in timeline(example_entries())]
    assert texts == [
        "Phase: Baseline",
        "Baseline 124/76 · HR 72 · SpO₂ 98",
        "Infusion started",
        "Dissociation",
        "Cuff gave no result: movement",
        "SBP 168",
        "Nausea",
        "SpO₂: probe off",
        "Manual BP 144/88",
        "SBP high limit 160 → 165",
        "Infusion stopped",
        "No data from the monitor",
        "Ended and signed",
    ]


def test_a_baseline_that_was_dropped_is_told():
    lines = told((60.0, BaselineAccepted(None, None, None, None)))
    assert [line.text for line in lines if "aseline" in line.text] == ["No baseline"]


def test_an_alarm_is_one_line_with_its_answer_and_its_end():
    line = next(line for line in timeline(example_entries()) if line.kind is Kind.ALARM)
    assert line.detail == (
        "limit 160 · acknowledged after 1 min by AK (Re-measured) · over after 4 min"
    )
    assert (line.priority, line.at_s, line.until_s) == (Priority.MEDIUM, 1860.0, 2100.0)


def test_an_alarm_that_got_worse_bears_its_worst_value():
    worse = replace(
        alarm(AlarmPhase.ESCALATED, name="sbp-extreme", priority=Priority.HIGH), value=204.0
    )
    (line,) = told((600, alarm(AlarmPhase.SOUNDING)), (900, worse), (950, numerics(70, 98)))
    assert (line.text, line.priority) == ("SBP 204", Priority.HIGH)
    assert "not acknowledged" in line.detail
    assert "still on at the end" in line.detail


def test_a_withdrawn_alarm_says_that_the_repeat_did_not_confirm_it():
    (line,) = told(
        (600, alarm(AlarmPhase.PENDING)),
        (700, alarm(AlarmPhase.WITHDRAWN)),
        (720, Acknowledge("bp/high", "AK")),
        (720, alarm(AlarmPhase.ACKNOWLEDGED)),
        (720, alarm(AlarmPhase.CLEARED)),
    )
    assert "not confirmed by the repeat" in line.detail
    assert "by AK" in line.detail


def test_what_was_over_before_its_delay_is_no_line():
    assert told((600, alarm(AlarmPhase.PENDING)), (605, alarm(AlarmPhase.CLEARED))) == []


def test_a_technical_alarm_is_named_in_words():
    lost = AlarmChanged(
        "link", "link-lost", None, Priority.MEDIUM, AlarmPhase.SOUNDING, None, None
    )
    assert told((60, lost))[0].text == "No data from the monitor"


def test_a_note_that_was_taken_back_stays_struck_through():
    (line,) = told(
        (60, Note("n", NoteKind.FREE_TEXT, "left arm hurts", "AK")), (65, UndoNote("n", "BL"))
    )
    assert line.struck
    assert line.detail == "left arm hurts · by AK · taken back by BL"


def test_what_was_entered_late_stands_where_it_happened_and_says_so():
    late = Note("n1", NoteKind.NAUSEA, "", "Nurse 1", 1200.0)
    lines = told((600.0, ManualCuff(150.0, 90.0, "Nurse 1", 30.0)), (1500.0, late))
    found = [(line.at_s, line.detail) for line in lines if line.at_s > 0.0]
    assert found == [
        (300.0, "by Nurse 1 · entered 25:00"),
        (570.0, "by Nurse 1"),
    ]


def test_a_pause_says_who_asked_for_it():
    lines = told((60, PauseInfusion("AK")), (60, PhaseChanged(Phase.TREATING, Phase.PAUSED)))
    assert [(line.text, line.detail) for line in lines] == [("Infusion paused", "by AK")]


def test_gaps_are_named_with_their_length():
    lines = told(
        (10, numerics(70, 98)),
        (20, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, IVY)),
        (80, numerics(70, 98)),
        (100, LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, IVY, 10.0)),
        (150, LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, IVY)),
        (210, LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY)),
        (400, Resumed(300.0)),
    )
    assert [(line.at_s, line.until_s, line.text) for line in lines] == [
        (20, 80, "SpO₂: probe off"),
        (90, 210, "No data from the monitor"),
        (300, 400, "Program was away"),
    ]
    assert lines[0].detail == "for 1 min"


def test_a_short_loss_is_left_to_the_curve():
    lines = told(
        (10, numerics(70, 98)),
        (20, SignalLost(VitalSign.SPO2, LostReason.NO_PULSE, IVY)),
        (25, numerics(70, 98)),
    )
    assert lines == []


def test_a_sign_that_never_was_there_is_no_gap():
    assert told((10, SignalLost(VitalSign.RR, LostReason.NO_VALUE, IVY)), (99, Resumed(98))) != []
    lines = told((10, SignalLost(VitalSign.RR, LostReason.NO_VALUE, IVY)), (99, numerics(70, 98)))
    assert lines == []


def test_a_loss_that_never_ends_lasts_until_the_end():
    lines = told(
        (10, numerics(70, 98)),
        (20, SignalLost(VitalSign.SPO2, LostReason.NO_PULSE, IVY)),
        (500, ClockJumped(3600.0)),
    )
    assert lines[0].detail == "until the end"
    assert lines[1].text == "Clock of the computer was set by +3600 s"


@given(
    st.lists(st.sampled_from(list(AlarmPhase)), max_size=25),
    st.lists(st.integers(0, 3), max_size=25),
)
def test_every_life_of_an_alarm_can_be_told(states, gaps):
    times = [60.0 * sum(gaps[: place + 1]) for place in range(len(states))]
    lines = told(*((at, alarm(state)) for at, state in zip(times, states, strict=True)))
    onsets = states.count(AlarmPhase.SOUNDING)
    assert len(lines) <= len(states)
    assert bool(lines) or onsets == 0
    assert [line.at_s for line in lines] == sorted(line.at_s for line in lines)
    assert all(line.until_s is not None and line.until_s >= line.at_s for line in lines)


def test_a_sedation_score_and_whose_monitor_it_is_are_told_with_who_said_so():
    lines = told(
        (10, Sedation(3, "AK")),
        (20, ConfirmMonitor(IVY, same=False, by="AK")),
        (30, ConfirmMonitor(IVY, same=True, by="BL")),
    )
    assert [(line.text, line.detail) for line in lines] == [
        ("Sedation score (MOAA/S) 3", "Loud call · by AK"),
        ("ivy-450c is not this patient's monitor: put aside", "by AK"),
        ("ivy-450c is the monitor in front: confirmed", "by BL"),
    ]
