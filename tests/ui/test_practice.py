"""A room to practise in: what is entered is given, what happens is shown, nothing crosses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import wait_until
from practice_examples import NURSE, UTC_S, asked, entries_of, room

from devices.simulated.scenario.mishaps import (
    CableIn,
    CableOut,
    CuffFails,
    Desaturation,
    NextCuff,
    Panic,
    PressStart,
    ProbeOff,
    ProbeOn,
    Surge,
)
from monitor.commands import (
    AllowCuff,
    EndSession,
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    StartCuff,
    StartInfusion,
    StopInfusion,
)
from monitor.events import (
    LinkChanged,
    LinkState,
    Part,
    PartFailed,
    PartRecovered,
    SessionOpened,
)
from monitor.outcomes import AlarmChanged, Refused
from monitor.phases import Phase
from monitor.picture import ChairPicture, Shown
from monitor.vitals import CuffFailed, CuffResult, DeviceNote, DeviceNoteKind, VitalSign
from ui.black_box import raw_bytes
from ui.places import capture_path
from ui.practice import PracticeBackend
from ui.requests import DeviceRequest, Refusal, WrongEntry


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeBackend]:
    with room(tmp_path) as made:
        yield made


def seen(practice: PracticeBackend, chair: int = 1) -> ChairPicture:
    picture = practice.chair(chair).picture
    assert picture is not None
    return picture


def value(practice: PracticeBackend, sign: VitalSign, chair: int = 1) -> float | None:
    numeral = seen(practice, chair).numerals[sign]
    return numeral.value if numeral.shown is Shown.LIVE else None


# ---- sessions


def test_a_session_is_begun_by_hand_and_marked_simulated(practice: PracticeBackend) -> None:
    practice.advance(30.0)
    session = practice.open_session(asked(3, "sim:ivy-450c"))
    practice.advance(60.0)
    picture = seen(practice, 3)
    assert (picture.session_id, picture.simulated, picture.now_s) == (session, True, 60.0)
    assert value(practice, VitalSign.HR, 3) == pytest.approx(70, abs=15)
    assert value(practice, VitalSign.SBP, 3) is not None
    assert practice.record(session).anchors[0].utc_s == UTC_S + 30.0
    assert practice.demo


def test_nothing_moves_while_nobody_moves_the_clock(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(10.0)
    practice.inbox.drain()
    assert practice.ports()
    assert practice.inbox.drain() == []
    assert practice.now_s == 10.0


def test_after_each_advance_everything_is_on_the_disk(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(7.5)
    assert seen(practice).recorded_at_s == seen(practice).now_s == 7.5
    entries = entries_of(practice, session)
    assert isinstance(entries[0].what, SessionOpened)
    assert [entry.seq for entry in entries] == list(range(len(entries)))


def test_a_command_takes_effect_at_the_present_moment(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(100.0)
    practice.send(1, StartInfusion(NURSE))
    assert seen(practice).phase is Phase.TREATING
    practice.advance(1.0)
    started = [one for one in entries_of(practice, session) if isinstance(one.what, StartInfusion)]
    assert [one.now_s for one in started] == [100.0]


def test_a_command_to_an_empty_chair_is_heard_by_nobody(practice: PracticeBackend) -> None:
    practice.send(5, StartInfusion(NURSE))
    assert practice.inbox.drain() == []
    assert practice.device_lines(5) == ()


def test_a_second_session_on_a_chair_is_refused_until_the_first_has_ended(
    practice: PracticeBackend,
) -> None:
    first = practice.open_session(asked(1, "sim:ivy-450c"))
    with pytest.raises(Refusal, match="Chair 1 has a session already"):
        practice.open_session(asked(1, "sim:dinamap"))
    practice.advance(5.0)
    practice.send(1, EndSession(NURSE, reason="practised"))
    practice.advance(1.0)
    second = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(5.0)
    assert second != first
    assert seen(practice).now_s == 5.0
    rows = {row.session_id: row for row in practice.library().rows}
    assert (rows[first].ended, rows[second].ended) == (True, False)


def test_two_chairs_do_not_share_a_monitor(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ivy-450c?seed=4"))
    with pytest.raises(Refusal, match="used by the session on chair 1"):
        practice.open_session(asked(2, "sim:ivy-450c"))
    with pytest.raises(WrongEntry):
        practice.open_session(asked(2, "sim:dinamap", "sim:dinamap?seed=2"))
    assert {"sim:ivy-450c#2", "sim:dinamap"} <= {port.url for port in practice.ports()}
    practice.open_session(asked(2, "sim:ivy-450c#2"))


def test_what_cannot_be_is_refused_and_nothing_begins(practice: PracticeBackend) -> None:
    with pytest.raises(WrongEntry, match="weight"):
        practice.open_session(replace(asked(1, "sim:ivy-450c"), weight_kg=900.0))
    with pytest.raises(WrongEntry, match="sim:NAME"):
        practice.open_session(asked(1, "/dev/ttyUSB0"))
    with pytest.raises(Refusal, match="is not continued"):
        practice.resume_session("s-1", (DeviceRequest("sim:ivy-450c", "ivy-450c"),))
    assert (practice.unfinished(), practice.library().count) == ([], 0)


# ---- the drug


def test_the_patient_gets_what_the_presses_say(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ivy-450c?every=0"))
    chair = practice.chair(1)
    practice.advance(10.5)
    practice.send(1, StartInfusion(NURSE))
    practice.advance(600.0)
    assert chair.given_mg == pytest.approx(10.0, abs=1e-6)
    practice.send(1, PauseInfusion(NURSE))
    practice.advance(300.0)
    assert chair.given_mg == pytest.approx(10.0, abs=1e-6)
    practice.send(1, ResumeInfusion(NURSE))
    practice.advance(600.0)
    practice.send(1, StopInfusion(NURSE))
    practice.advance(600.0)
    assert chair.given_mg == pytest.approx(20.0, abs=1e-6)
    assert seen(practice).mg_given == pytest.approx(20.0, abs=0.01)


def test_the_pump_ends_with_its_syringe(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:omron-hbp9030", minutes=5.0))
    practice.send(1, StartInfusion(NURSE))
    practice.advance(420.0)
    assert practice.chair(1).given_mg == pytest.approx(40.0, abs=1e-6)


def test_the_pressure_follows_the_infusion(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ge-dash"))
    practice.advance(330.0)
    before = value(practice, VitalSign.SBP)
    practice.send(1, StartInfusion(NURSE))
    practice.advance(40 * 60.0)
    after = value(practice, VitalSign.SBP)
    assert before is not None
    assert after is not None
    assert 6.0 < after - before < 28.0


# ---- what happens


def test_a_severe_rise_sounds_where_it_happens_and_nowhere_else(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ge-dash"))
    practice.open_session(asked(2, "sim:ge-dash#2"))
    practice.advance(300.0)
    practice.send(1, StartInfusion(NURSE))
    practice.advance(60.0)
    practice.happen(1, Surge(sbp=95.0, dbp=55.0, rise_s=60.0))
    practice.advance(330.0)
    assert any(alarm.alarm == "sbp-extreme" for alarm in seen(practice, 1).alarms)
    assert seen(practice, 2).alarms == ()


def test_the_next_cuff_gives_what_it_is_told_to(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c?every=0"))
    practice.happen(1, NextCuff(143.0, 92.0, 71.0))
    practice.happen(1, PressStart())
    practice.advance(60.0)
    entries = [one.what for one in entries_of(practice, session)]
    results = [what for what in entries if isinstance(what, CuffResult)]
    assert [(one.sbp, one.dbp) for one in results] == [(143.0, 92.0)]


def test_a_cuff_that_fails_is_a_failure_in_the_record(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:dinamap"))
    practice.happen(1, CuffFails(times=2))
    practice.advance(300.0)
    entries = [one.what for one in entries_of(practice, session)]
    assert len([what for what in entries if isinstance(what, CuffFailed)]) == 2
    assert len([what for what in entries if isinstance(what, CuffResult)]) == 1


def test_a_probe_comes_off_and_goes_on_again(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(20.0)
    practice.happen(1, ProbeOff())
    practice.advance(10.0)
    assert value(practice, VitalSign.SPO2) is None
    assert value(practice, VitalSign.HR) is not None
    practice.happen(1, ProbeOn())
    practice.advance(10.0)
    assert value(practice, VitalSign.SPO2) is not None


def test_a_panic_races_the_heart_and_a_desaturation_falls(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(20.0)
    calm = value(practice, VitalSign.HR)
    practice.happen(1, Panic())
    practice.happen(1, Desaturation(84.0, hold_s=300.0))
    practice.advance(100.0)
    racing, spo2 = value(practice, VitalSign.HR), value(practice, VitalSign.SPO2)
    assert calm is not None
    assert racing is not None
    assert racing > calm + 35.0
    assert spo2 is not None
    assert spo2 < 87.0


def test_a_cable_that_comes_out_is_a_lost_link_until_it_is_back(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:ivy-450c"))
    practice.advance(20.0)
    practice.happen(1, CableOut())
    practice.advance(30.0)
    assert [line.state for line in practice.device_lines(1)] == ["down"]
    practice.happen(1, CableIn())
    practice.advance(5.0)
    assert value(practice, VitalSign.HR) is not None
    practice.happen(1, CableOut(for_s=8.0))
    practice.advance(12.0)
    states = [
        one.what.state
        for one in entries_of(practice, session)
        if isinstance(one.what, LinkChanged)
    ]
    up, down = LinkState.UP, LinkState.DOWN
    assert states == [up, down, up, down, up]


def test_only_the_named_device_of_a_chair_is_unplugged(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:dinamap", "sim:nonin-df2"))
    practice.advance(30.0)
    practice.happen(1, CableOut(), "device:nonin-df2")
    practice.advance(20.0)
    assert [line.state for line in practice.device_lines(1)] == ["up", "down"]


def test_two_monitors_of_a_chair_show_the_same_patient(practice: PracticeBackend) -> None:
    practice.open_session(asked(1, "sim:dinamap?sbp=131&dbp=82&hr=77&spo2=93", "sim:nonin-df2"))
    practice.advance(60.0)
    assert value(practice, VitalSign.SBP) == 131.0
    lines = {line.source: dict(line.signs) for line in practice.device_lines(1)}
    assert lines["device:dinamap"][VitalSign.SPO2]


def test_the_cuff_starts_when_it_is_allowed(practice: PracticeBackend) -> None:
    session = practice.open_session(asked(1, "sim:dinamap?every=0"))
    practice.advance(10.0)
    practice.send(1, AllowCuff("device:dinamap", allowed=True, by=NURSE))
    practice.send(1, StartCuff("device:dinamap", NURSE))
    practice.advance(60.0)
    whats = [one.what for one in entries_of(practice, session)]
    assert not [what for what in whats if isinstance(what, Refused)]
    kinds = [what.kind for what in whats if isinstance(what, DeviceNote)]
    assert DeviceNoteKind.MEASURING in kinds
    assert len([what for what in whats if isinstance(what, CuffResult)]) == 1


def test_a_scenario_counts_from_the_real_start(practice: PracticeBackend) -> None:
    """S5 is at 206/124 from minute 28 on; its own nurse would have begun at 600 s."""
    practice.open_session(asked(1, "sim:ge-dash?scenario=S5&seed=2"))
    practice.advance(900.0)
    assert seen(practice).phase is Phase.BASELINE
    practice.send(1, StartInfusion(NURSE))
    practice.advance(24 * 60.0)
    assert (value(practice, VitalSign.SBP) or 999.0) < 165.0
    practice.advance(8 * 60.0)
    assert (value(practice, VitalSign.SBP) or 0.0) > 195.0


# ---- what it leaves


def of_the_disk(what: object) -> bool:
    """A busy computer's disk may fall behind, which the record says truly; no press does that."""
    part = isinstance(what, PartFailed | PartRecovered) and what.part is Part.STORE
    return part or (isinstance(what, AlarmChanged) and what.alarm == "store-failed")


def test_the_same_presses_leave_the_same_record(tmp_path: Path) -> None:
    left = []
    for name in ("one", "same"):
        (tmp_path / name).mkdir()
        with room(tmp_path / name, seed=7) as practice:
            session = practice.open_session(asked(1, "sim:ivy-450c"))
            for step_s in (40.0, 37.5, 0.25) if name == "one" else (77.75,):
                practice.advance(step_s)
            practice.send(1, StartInfusion(NURSE))
            practice.happen(1, Surge(50.0, 30.0))
            practice.advance(120.0)
            practice.send(1, Note("n-1", NoteKind.NAUSEA, "", NURSE))
            practice.advance(5.0)
            entries = entries_of(practice, session)[1:]
            told = [(one.now_s, one.what) for one in entries if not of_the_disk(one.what)]
            capture = capture_path(practice.db, session)
        left.append((told, raw_bytes(capture)))
    assert left[0] == left[1]
    assert len(left[0][0]) > 200


def test_another_seed_is_another_patient(tmp_path: Path) -> None:
    bytes_of = []
    for seed in (1, 2):
        (tmp_path / str(seed)).mkdir()
        with room(tmp_path / str(seed), seed=seed) as practice:
            session = practice.open_session(asked(1, "sim:ivy-450c"))
            practice.advance(30.0)
            capture = capture_path(practice.db, session)
        bytes_of.append(raw_bytes(capture))
    assert bytes_of[0] != bytes_of[1]


def test_a_paced_room_goes_on_by_itself(tmp_path: Path) -> None:
    made = PracticeBackend(tmp_path / "practice.db", speed=60.0)
    made.start()
    try:
        made.open_session(asked(1, "sim:ivy-450c"))
        wait_until(lambda: value(made, VitalSign.HR) is not None, what="a heart rate")
        made.send(1, StartInfusion(NURSE))
        assert seen(made).phase is Phase.TREATING
        assert made.sound_note() == ""
    finally:
        made.close()
