from dataclasses import replace

import numpy as np
import pytest

from monitor.commands import Acknowledge, Action, Note, NoteKind, UndoNote
from monitor.events import DeviceFacts, LinkChanged, LinkReason, LinkState, Numerics, Resumed
from monitor.limits import PROFILES
from monitor.outcomes import AlarmPhase, BaselineAccepted, LimitChanged, PhaseChanged, Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)
from tests.ui.trend_examples import (
    SOURCE,
    START_S,
    Entry,
    bp_alarm,
    build_example_model,
    example_entries,
    fed,
    numerics,
    opened,
)
from ui.trend_model import AFTER_S, TrendModel
from ui.words import SENTENCES

B, T, P, R = Phase.BASELINE, Phase.TREATING, Phase.PAUSED, Phase.RECOVERY


def rate_of(model: TrendModel) -> list[float | None]:
    """The rate's values, None where the line is broken."""
    return [
        None if np.isnan(value) else float(value) for value in model.signals.rate.buffer.view()[1]
    ]


def reasons(model: TrendModel, sign: VitalSign) -> list[str]:
    return [gap.why for found, gap in model.gaps() if found is sign]


# ---- continuous signs


def test_the_rate_of_the_ecg_is_preferred_to_the_pulse() -> None:
    model = fed([(0, opened()), (1, numerics(hr=80, pulse=78)), (2, numerics(hr=81, pulse=79))])
    assert rate_of(model) == [80, 81]
    assert model.rate_label == "HR"


def test_without_an_ecg_the_pulse_is_the_rate_and_says_so() -> None:
    model = fed([(0, opened()), (1, numerics(pulse=78)), (2, numerics(pulse=79))])
    assert rate_of(model) == [78, 79]
    assert model.rate_label == "Pulse"


def test_the_line_is_broken_where_the_source_changes() -> None:
    model = fed(
        [
            (0, opened()),
            (1, numerics(hr=80, pulse=78)),
            (2, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE)),
            (3, numerics(pulse=79)),
            (4, numerics(hr=82, pulse=79)),
        ]
    )
    assert rate_of(model) == [80, None, 79, None, 82]


def test_a_pulse_between_two_ecg_readings_does_not_mix_in() -> None:
    model = fed(
        [(0, opened()), (1, numerics(hr=80)), (1.5, numerics(pulse=70)), (2, numerics(hr=81))]
    )
    assert rate_of(model) == [80, 81]


def test_a_lost_signal_breaks_the_line_and_keeps_its_reason() -> None:
    model = fed(
        [
            (0, opened()),
            (10, numerics(hr=80, spo2=97)),
            (11, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE)),
            (91, numerics(hr=80, spo2=97)),
        ]
    )
    assert reasons(model, VitalSign.SPO2) == ["sensor-off"]
    gap = model.signals.spo2.buffer.gaps[0]
    assert (gap.from_s, gap.to_s) == (10, 91)


def test_values_further_apart_than_the_devices_freshness_are_not_joined() -> None:
    model = fed(
        [
            (0, opened(fresh_for_s=5.0)),
            (10, numerics(hr=80)),
            (15, numerics(hr=81)),
            (20.1, numerics(hr=82)),
        ]
    )
    assert rate_of(model) == [80, 81, None, 82]
    assert reasons(model, VitalSign.HR) == ["no-data"]


def test_a_slow_device_is_not_in_gaps_all_the_time() -> None:
    model = fed([(0, opened(fresh_for_s=25.0)), (10, numerics(hr=80)), (20, numerics(hr=81))])
    assert rate_of(model) == [80, 81]


def test_one_sign_that_stops_is_a_gap_while_the_other_goes_on() -> None:
    entries: list[Entry] = [(0, opened()), (1, numerics(hr=80, spo2=97))]
    entries += [(second, numerics(spo2=97)) for second in range(2, 12)]
    model = fed(entries)
    assert reasons(model, VitalSign.HR) == ["no-data"]
    assert model.signals.rate.buffer.gaps[0].to_s is None
    assert reasons(model, VitalSign.SPO2) == []


def test_a_lost_link_ends_every_curve_of_that_device() -> None:
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, SOURCE, 12.0)
    model = fed([(0, opened()), (1, numerics(hr=80, spo2=97)), (13, down)])
    assert reasons(model, VitalSign.HR) == ["port-absent"]
    assert reasons(model, VitalSign.SPO2) == ["port-absent"]


def test_a_lost_link_of_another_device_ends_no_curve() -> None:
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, "device:other", 12.0)
    model = fed([(0, opened()), (1, numerics(hr=80)), (2, down)])
    assert reasons(model, VitalSign.HR) == []


def test_the_time_in_which_the_program_was_away_is_a_gap_and_a_mark() -> None:
    model = fed(
        [(0, opened()), (100, numerics(hr=80)), (300, Resumed(101)), (301, numerics(hr=82))]
    )
    assert rate_of(model) == [80, None, 82]
    assert reasons(model, VitalSign.HR) == ["program-away"]
    assert [(mark.at_s, mark.text) for mark in model.marks.marks] == [(101, "Program away 3:19")]


@pytest.mark.parametrize("quality", [Quality.POOR, Quality.ARTEFACT])
def test_a_value_of_poor_quality_is_no_value(quality: Quality) -> None:
    poor = Numerics((Reading(VitalSign.SPO2, 71, SOURCE, quality),))
    model = fed([(0, opened()), (1, numerics(spo2=97)), (2, poor), (3, numerics(spo2=96))])
    assert 71 not in model.signals.spo2.buffer.view()[1]
    assert reasons(model, VitalSign.SPO2) == ["poor-signal"]


# ---- the course


def course(*steps: tuple[float, Phase, Phase]) -> TrendModel:
    entries: list[Entry] = [(0.0, opened(Plan(0.5, 80.0, 40.0)))]
    entries += [(at, PhaseChanged(before, after)) for at, before, after in steps]
    return fed(entries)


def test_the_axis_counts_from_the_opening_until_the_infusion_starts() -> None:
    assert course().zero_s == 0
    assert course((600, B, T)).zero_s == 600


def test_an_infusion_ends_later_by_as_long_as_it_was_paused() -> None:
    assert course((600, B, T)).planned_end_s(700) == 600 + 2400
    paused = course((600, B, T), (900, T, P))
    assert paused.planned_end_s(1000) == 1000 + 2400 - 300
    resumed = course((600, B, T), (900, T, P), (1200, P, T))
    assert resumed.planned_end_s(1300) == 1200 + 2400 - 300
    assert [(span.from_s, span.to_s) for span in resumed.spans] == [(600, 900), (1200, None)]


def test_a_stopped_infusion_has_an_end_and_no_plan_any_more() -> None:
    model = course((600, B, T), (1800, T, R))
    assert model.planned_end_s(1900) is None
    assert [(span.from_s, span.to_s) for span in model.spans] == [(600, 1800)]
    assert model.whole_plan(1900) == (0, 1800 + AFTER_S)


@pytest.mark.parametrize("now_s", [0, 300, 700, 4000, 9000, 40_000])
def test_now_always_lies_on_the_axis_with_the_plan(now_s: float) -> None:
    for model in (course(), course((600, B, T)), fed([(0, opened(Plan(None, None, 40.0)))])):
        from_s, to_s = model.whole_plan(now_s)
        assert from_s == 0
        assert now_s <= to_s
        end_s = model.planned_end_s(now_s)
        assert end_s is None or end_s + AFTER_S <= to_s


def test_the_axis_does_not_creep() -> None:
    model = course((600, B, T), (3000, T, R))
    ends = {model.whole_plan(now_s)[1] for now_s in range(3000, 10_000, 10)}
    assert len(ends) < 6


# ---- limits and baseline


def limits_of(model: TrendModel) -> dict[str, float]:
    return {line.rule: line.value for line in model.limit_lines()}


def test_limits_are_the_profiles_until_they_are_moved() -> None:
    profile = PROFILES["adult-iv"].with_limit("hr-high", 120)
    model = fed([(0, opened(profile=profile))])
    assert limits_of(model)["hr-high"] == 120
    assert limits_of(model)["sbp-high"] == 160
    model.absorb(9, LimitChanged("sbp-high", 160, 165, "AK"))
    assert limits_of(model)["sbp-high"] == 165
    assert limits_of(model)["hr-high"] == 120
    assert [mark.text for mark in model.marks.marks] == ["SBP high limit 165"]


def test_a_limit_that_follows_the_baseline_is_drawn_where_it_is_judged() -> None:
    model = fed([(0, opened()), (600, BaselineAccepted(138, 93, 54, 97))])
    assert limits_of(model)["dbp-high"] == 103
    assert limits_of(model)["hr-low"] == 46


# ---- marks


def test_a_note_that_was_entered_late_stands_where_it_began() -> None:
    late = Note("b", NoteKind.NAUSEA, "", "AK", 250.0)
    model = fed([(0, opened()), (100, Note("a", NoteKind.ANXIETY, "", "AK")), (300, late)])
    assert [(mark.at_s, mark.note_id) for mark in model.marks.marks] == [(50, "b"), (100, "a")]


def test_an_undone_note_stays_struck_through() -> None:
    model = fed(
        [
            (0, opened()),
            (5, Note("a", NoteKind.DISSOCIATION, "2", "AK")),
            (6, Note("b", NoteKind.FREE_TEXT, "cold hands", "AK")),
            (8, UndoNote("a", "AK")),
        ]
    )
    assert [(mark.text, mark.struck) for mark in model.marks.marks] == [
        ("Dissociation 2", True),
        ("cold hands", False),
    ]


def test_a_note_whose_words_name_its_kind_says_it_once() -> None:
    model = fed([(0, opened()), (5, Note("a", NoteKind.HEADACHE, "severe headache", "AK"))])
    assert [mark.text for mark in model.marks.marks] == ["Severe headache"]


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("text", ["", "3"])
def test_every_kind_of_note_has_words(kind: NoteKind, text: str) -> None:
    model = fed([(0, opened()), (5, Note("a", kind, text, "AK"))])
    assert model.marks.marks[0].text


@pytest.mark.parametrize("action", Action)
def test_every_action_on_an_alarm_leaves_a_mark(action: Action) -> None:
    model = fed([(0, opened()), (5, Acknowledge("bp/high", "AK", action))])
    assert model.marks.marks[0].text


def test_acknowledging_alone_and_refused_commands_leave_no_mark() -> None:
    model = fed([(0, opened()), (5, Acknowledge("k", "AK")), (6, Refused("note", "why"))])
    assert not model.marks.marks


def test_the_course_of_the_infusion_is_told_with_its_rate() -> None:
    model = course((600, B, T), (900, T, P), (1200, P, T), (3300, T, R))
    texts = [mark.text for mark in model.marks.marks]
    assert texts == ["Start 60.0 mg/h", "Paused", "Resumed", "Stop"]


def test_a_failed_cuff_is_a_mark_and_not_a_reading() -> None:
    model = fed([(0, opened()), (5, CuffFailed(CuffFailure.MOVEMENT, SOURCE))])
    assert [mark.text for mark in model.marks.marks] == ["Cuff: no result"]
    assert not model.cuffs.all


def test_alarm_onsets_are_those_that_sounded_or_grew_worse() -> None:
    states = (AlarmPhase.PENDING, AlarmPhase.SOUNDING, AlarmPhase.ESCALATED, AlarmPhase.CLEARED)
    model = fed([(float(at), bp_alarm(state)) for at, state in enumerate(states)])
    assert [mark.state for mark in model.alarm_onsets] == [
        AlarmPhase.SOUNDING,
        AlarmPhase.ESCALATED,
    ]
    assert len(model.marks.alarms) == 4


def test_every_reason_for_a_gap_has_words() -> None:
    reasons = [*LostReason, *LinkReason, "program-away", "no-data"]
    assert not [reason for reason in reasons if f"why-{reason}" not in SENTENCES]


def test_the_same_record_gives_the_same_picture_in_one_go_and_in_pieces() -> None:
    live = TrendModel()
    for now_s, what in example_entries(3600):
        live.absorb(now_s, what)
        live.gaps()
        live.limit_lines()
    again = build_example_model(1.0)
    assert live.cuffs.all == again.cuffs.all
    assert live.gaps() == again.gaps()
    assert list(live.marks.marks) == list(again.marks.marks)
    assert live.zero_s == again.zero_s == START_S
    for one, other in zip(live.signals.tracks, again.signals.tracks, strict=True):
        np.testing.assert_array_equal(one.buffer.view()[1], other.buffer.view()[1])


def test_of_two_devices_the_curve_is_that_of_the_one_that_is_taken() -> None:
    other = "device:other"
    second = DeviceFacts("other", other, 5.0, 10.0, frozenset({VitalSign.SPO2}))
    session = opened()
    model = TrendModel()
    model.absorb(0.0, replace(session, devices=(*session.devices, second)))
    for now_s in range(1, 4):
        model.absorb(float(now_s), numerics(spo2=98))
        model.absorb(float(now_s), Numerics((Reading(VitalSign.SPO2, 90.0, other),)))
    model.absorb(4.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    for now_s in range(5, 7):
        model.absorb(float(now_s), Numerics((Reading(VitalSign.SPO2, 90.0, other),)))
    values = model.signals.spo2.buffer.view()[1]
    drawn = [None if np.isnan(value) else float(value) for value in values]
    assert drawn == [98.0, 98.0, 98.0, None, 90.0, 90.0]
