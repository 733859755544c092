"""The sessions of one patient to be laid over one another, from real records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.overlays import SLOT_S, HeartSlot, Overlay, overlay_of
from data.store import SessionStore
from data.vault import connect
from monitor.amendments import Correct, NewValue
from monitor.commands import PreferSource
from monitor.correctable import ARTEFACT
from monitor.entries import Entry
from monitor.events import DeviceFacts, Numerics
from monitor.people import Patient
from monitor.vitals import CuffResult, Quality, Reading, VitalSign
from tests.data.course_examples import DEVICE, SOURCE, keep_course, session_of
from tests.data.past_treatments import BASELINE, DAY_S, NOON_UTC_S, PATIENT, Said, keep

OTHER = "device:other"


def heart(
    at: float,
    value: float,
    source: str = SOURCE,
    sign: VitalSign = VitalSign.HR,
    quality: Quality = Quality.GOOD,
) -> Said:
    return at, Numerics((Reading(sign, value, source, quality),))


def hearts_of(
    path: Path, *said: Said, devices: tuple[DeviceFacts, ...] = (DEVICE,)
) -> list[float]:
    keep(path, session_of(1, devices=devices), [(0.5, BASELINE), *said])
    return [slot.mean for slot in overlay_of(path, None, PATIENT).sessions[0].heart]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_a_patient_who_was_never_here_has_nothing_to_compare(path: Path) -> None:
    SessionStore.open(path).close()
    assert overlay_of(path, None, PATIENT) == Overlay(PATIENT)


def test_the_oldest_session_comes_first_and_has_all_that_was_said_but_no_seconds(
    path: Path,
) -> None:
    keep_course(path, 2, step_s=5)
    found = overlay_of(path, None, PATIENT)
    assert [one.session_id for one in found.sessions] == ["s-1", "s-2"]
    first = found.sessions[0]
    kinds = {type(entry.what).__name__ for entry in first.entries}
    assert {"SessionOpened", "CuffResult", "StartInfusion", "Score", "EndSession"} <= kinds
    assert "Numerics" not in kinds
    assert first.opened == session_of(1)
    assert first.ended
    assert (first.opened_utc_s, first.offset_min) == (NOON_UTC_S, 0)


def test_of_a_long_course_the_newest_are_read_and_the_one_it_is_about(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.overlays.MOST", 2)
    for number in range(1, 6):
        keep(path, session_of(number), [(5.0, BASELINE)], utc_s=NOON_UTC_S + number * DAY_S)
    newest = overlay_of(path, None, PATIENT)
    assert [one.session_id for one in newest.sessions] == ["s-4", "s-5"]
    assert newest.older == 3
    about = overlay_of(path, None, PATIENT, about="s-2")
    assert [one.session_id for one in about.sessions] == ["s-2", "s-4", "s-5"]
    assert about.older == 2
    assert overlay_of(path, None, PATIENT, about="s-5") == newest


def test_only_that_very_id_is_the_patient(path: Path) -> None:
    keep(path, session_of(1), [(5.0, BASELINE)])
    for place, wrong in enumerate((PATIENT + "1", PATIENT.lower(), f" {PATIENT}", PATIENT[:-1])):
        other = session_of(1, f"x-{place}", patient=Patient(wrong, 80.0, "J. M."))
        keep(path, other, [(5.0, BASELINE)])
    assert [one.session_id for one in overlay_of(path, None, PATIENT).sessions] == ["s-1"]


def test_without_an_id_nothing_is_compared(path: Path) -> None:
    nobody = session_of(1, "x", patient=Patient("", 80.0))
    keep(path, nobody, [(5.0, BASELINE)])
    assert overlay_of(path, None, "").sessions == ()
    assert overlay_of(path, None, " ").sessions == ()


def test_simulated_sessions_and_real_ones_are_never_together(path: Path) -> None:
    keep(path, session_of(1), [(5.0, BASELINE)])
    keep(path, session_of(2, simulated=True), [(5.0, BASELINE)])
    real = overlay_of(path, None, PATIENT)
    simulated = overlay_of(path, None, PATIENT, simulated=True)
    assert [one.session_id for one in real.sessions] == ["s-1"]
    assert [one.session_id for one in simulated.sessions] == ["s-2"]


def test_a_damaged_session_hides_none_of_the_others_and_is_named(path: Path) -> None:
    keep(path, session_of(1), [(5.0, BASELINE)])
    keep(path, session_of(2), [(5.0, BASELINE)], utc_s=NOON_UTC_S + DAY_S)
    connection = connect(path, None, read_only=False)
    connection.execute(
        "UPDATE events SET body = '{' WHERE session = 1 AND kind = 'session-opened'"
    )
    connection.close()
    found = overlay_of(path, None, PATIENT)
    assert [one.session_id for one in found.sessions] == ["s-2"]
    assert found.unreadable == ("s-1",)


def test_a_session_without_an_opening_has_none(path: Path) -> None:
    with SessionStore.open(path) as store:
        store.write([Entry("s-9", 0, 0.0, CuffResult(120.0, 80.0, None, None, SOURCE))])
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE sessions SET patient_id = ?", (PATIENT,))
    connection.close()
    found = overlay_of(path, None, PATIENT).sessions[0]
    assert found.opened is None
    assert not found.ended


# ---- the heart rate -----------------------------------------------------------------------------


def test_a_slot_has_the_mean_and_the_highest_of_its_seconds(path: Path) -> None:
    keep(path, session_of(1), [(0.5, BASELINE), heart(31.0, 70.0), heart(32.0, 80.0)])
    assert overlay_of(path, None, PATIENT).sessions[0].heart == (HeartSlot(37.5, 75.0, 80.0),)


def test_where_nothing_was_heard_there_is_no_slot(path: Path) -> None:
    keep(path, session_of(1), [(0.5, BASELINE), heart(1.0, 70.0), heart(100.0, 90.0)])
    slots = overlay_of(path, None, PATIENT).sessions[0].heart
    assert [slot.at_s for slot in slots] == [SLOT_S / 2, 97.5]


def test_a_poor_value_is_not_a_heart_rate(path: Path) -> None:
    assert hearts_of(path, heart(1.0, 190.0, quality=Quality.POOR)) == []


def test_the_oximeter_counts_only_in_a_session_without_an_ecg(path: Path) -> None:
    assert hearts_of(path, heart(1.0, 77.0, sign=VitalSign.PULSE)) == [77.0]
    keep(
        path,
        session_of(2),
        [(0.5, BASELINE), heart(1.0, 77.0, sign=VitalSign.PULSE), heart(20.0, 80.0)],
    )
    assert [one.mean for one in overlay_of(path, None, PATIENT).sessions[1].heart] == [80.0]


SECOND = replace(DEVICE, source=OTHER, name="other")


def test_of_two_devices_the_preferred_one_is_taken_while_it_speaks(path: Path) -> None:
    said = [heart(16.0, 70.0), heart(17.0, 99.0, OTHER), heart(31.0, 98.0, OTHER)]
    assert hearts_of(path, *said, devices=(DEVICE, SECOND)) == [70.0, 98.0]


def test_which_device_spoke_first_in_a_slot_does_not_matter(path: Path) -> None:
    said = [heart(16.0, 99.0, OTHER), heart(17.0, 70.0)]
    assert hearts_of(path, *said, devices=(DEVICE, SECOND)) == [70.0]


def test_a_person_can_prefer_the_other_one(path: Path) -> None:
    prefer = (2.0, PreferSource(VitalSign.HR, OTHER, "Nurse 1"))
    said = [prefer, heart(16.0, 99.0, OTHER), heart(17.0, 70.0)]
    assert hearts_of(path, *said, devices=(DEVICE, SECOND)) == [99.0]


def test_a_torn_layout_counts_for_nothing(path: Path) -> None:
    keep(path, session_of(1), [(0.5, BASELINE), heart(1.0, 70.0)])
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE layouts SET text = 'x'")
    connection.close()
    assert overlay_of(path, None, PATIENT).sessions[0].heart == ()


def test_what_was_said_to_be_an_artefact_afterwards_is_no_heart_rate(path: Path) -> None:
    said = [(0.5, BASELINE), heart(16.0, 70.0), heart(17.0, 190.0), heart(31.0, 188.0)]
    kept = keep(path, session_of(1), said)
    lines = [entry.seq for entry in kept.entries if isinstance(entry.what, Numerics)]
    struck = NewValue(f"{ARTEFACT}-hr", 1.0)
    correct = Correct(lines[1], (struck,), "hiccups", "Nurse 1", NOON_UTC_S, last_line=lines[2])
    after = Entry("s-1", kept.entries[-1].seq + 1, kept.last_s, correct)
    with SessionStore.open(path) as store:
        store.write([after])
    assert overlay_of(path, None, PATIENT).sessions[0].heart == (HeartSlot(22.5, 70.0, 70.0),)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(30, 220)), max_size=40))
def test_slots_say_what_their_seconds_say(
    tmp_path_factory: pytest.TempPathFactory, heard: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("slots") / "record.db"
    said = [heart(float(at), float(value)) for at, value in sorted(heard)]
    keep(path, session_of(1), [(0.5, BASELINE), *said])
    slots = {slot.at_s: slot for slot in overlay_of(path, None, PATIENT).sessions[0].heart}
    wanted: dict[float, list[int]] = {}
    for at, value in heard:
        wanted.setdefault((at // SLOT_S + 0.5) * SLOT_S, []).append(value)
    assert slots.keys() == wanted.keys()
    for at_s, values in wanted.items():
        assert slots[at_s].highest == max(values)
        assert slots[at_s].mean == pytest.approx(sum(values) / len(values))
